"""QTI as content packages, in several versions: what they share. Each version is a format of its own."""
