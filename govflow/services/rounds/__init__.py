"""Rounds: the yearly calls for proposals, opened, rescheduled, shown and closed."""
