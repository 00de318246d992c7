"""One module for each schema; each spells its tables out and never changes once released."""
