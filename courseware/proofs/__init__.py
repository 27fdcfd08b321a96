"""What a course shows by running it: demonstrations with their records, and the claims that rest on them."""
