"""Workflows as data: reading, checking, running and drawing definitions. Owns the `transitions` package."""
