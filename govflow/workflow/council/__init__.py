"""Files of the council: rules and votes, read strictly into the domain's records."""
