"""The words that a course explains: read, marked at their first use in a lesson, and listed."""
