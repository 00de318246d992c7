"""Bodies as their charters have them, and their rules."""
