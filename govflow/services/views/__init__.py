"""Views: what people look at. They read and never write."""
