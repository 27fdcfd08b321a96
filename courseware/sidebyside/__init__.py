"""Programs that do the same, side by side, with what differs between them marked."""
