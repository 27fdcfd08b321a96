"""What a course claims as one list: each claim with its backing, where it is taught, and what it touches."""
