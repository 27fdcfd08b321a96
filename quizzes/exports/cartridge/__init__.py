"""Common Cartridge: questions, manifest and weights, in versions 1.1 and 1.3. Each version is a format of its own."""
