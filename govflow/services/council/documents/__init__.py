"""Documents of bodies: what their meetings and ballots issue, and the minutes."""
