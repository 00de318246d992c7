"""Documents: frozen by acts, rendered once, read ever after."""
