"""What `why` says an act still needs, and how an objection is got out of the way."""

TEXTS = {
    "carry": ("「{title}」（{value}）を添えること", "give {title} ({value})"),
    "change_answer": (
        "「{step}」の「{answer}」は、{who}が変えられます：{answers}",
        "'{answer}' to '{step}' can be changed by {who}: {answers}",
    ),
    "give_back": (
        "{who}は、直すために案件を戻せます：{acts}",
        "The proposal can be sent back to be changed (by {who}): {acts}",
    ),
}
