"""The council's part of the use cases."""
