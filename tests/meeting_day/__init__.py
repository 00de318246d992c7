"""The secretariat's meeting day: one story on real programmes, told by whatever hands it is given."""
