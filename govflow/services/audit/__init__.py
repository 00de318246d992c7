"""Audit: the whole record recomputed."""
