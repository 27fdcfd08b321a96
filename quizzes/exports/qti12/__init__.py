"""QTI 1.2: elements and rules that the dialects of Canvas and of Common Cartridge share. It is no format itself."""
