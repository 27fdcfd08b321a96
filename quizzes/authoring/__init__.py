"""Banks written by the program: questions of the closed language told as the kinds that authors write."""
