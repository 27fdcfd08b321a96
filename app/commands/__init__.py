"""What `coursewright` can do: one family of commands a file."""
