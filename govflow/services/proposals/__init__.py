"""Submission: files become proposals and revisions of them."""
