"""Lessons: reader, renderer, checks, and the courses themselves; no web and no database."""
