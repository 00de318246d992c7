"""Acting: a person in an office does something to a proposal, and what follows from it."""
