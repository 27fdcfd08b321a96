"""The database schema, step by step; each file says how to go up to it and down again."""
