"""Deadlines: what was missed goes one office up, and never moves a proposal."""
