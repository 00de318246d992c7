"""The organisation: its file, its versions in a store, and who administers it."""
