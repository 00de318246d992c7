"""A council decides: rules, rolls, counts and what they come to. Exact numbers and pure functions only."""
