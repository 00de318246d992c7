"""The demonstration: stories told from a scenario file."""
