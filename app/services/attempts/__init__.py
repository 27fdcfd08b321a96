"""Attempts at quizzes: begin, save, look at, submit; and the checks in lessons."""
