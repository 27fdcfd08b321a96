"""QTI 1.2: what the dialects of Canvas and of Common Cartridge share. It is no format itself."""
