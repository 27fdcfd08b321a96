"""Questions, their keys and everything done with them; no web and no database."""
