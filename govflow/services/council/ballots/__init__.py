"""The acts on ballots, and what an outcome does."""
