"""Programmes: the published inventory, and carrying it over as drafts."""
