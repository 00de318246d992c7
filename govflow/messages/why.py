"""What `why` says an act still needs."""

TEXTS = {
    "carry": ("「{title}」（{value}）を添えること", "give the {title} ({value})"),
}
