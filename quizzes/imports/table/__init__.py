"""Questions in a table, one a row, under a template of ours: what its CSV and its Excel file have in common."""
