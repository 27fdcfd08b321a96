"""How fast the hot paths are: a script to run by hand, not a test with a clock."""
