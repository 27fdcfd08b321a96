"""Pages: routes, forms and what templates get."""
