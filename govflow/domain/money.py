"""Money: integer yen, exact. Empty is not stated (None); 0 is zero."""

from __future__ import annotations

MAXIMUM_YEN = 10**18
"""The largest amount taken: above every national budget, and safe in a signed 64-bit column."""
