"""Meetings: called, given an agenda and papers, held, and recorded as they happened."""
