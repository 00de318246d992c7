"""Stores: founding one, its calendar, and looking at it from outside."""
