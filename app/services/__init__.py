"""What the product does, over the database: no Flask, no clock, no commit."""
