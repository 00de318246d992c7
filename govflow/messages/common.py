"""Texts that every area shares."""

TEXTS = {
    "did_you_mean": ("（もしかして「{name}」？）", " (did you mean '{name}'?)"),
}
