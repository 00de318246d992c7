"""What can be wrong with a value of a proposal or an act."""

TEXTS = {
    "unknown_ministry": (
        "「{name}」という府省庁は組織にありません{hint}。コードか名称で書いてください。",
        "The organisation has no ministry '{name}'{hint}. Give its code or its name.",
    ),
    "unknown_choice": (
        "「{key}」に「{value}」は選べません{hint}。次のいずれかを選んでください：{choices}",
        "'{key}' cannot be '{value}'{hint}. Choose one of: {choices}",
    ),
    "more_votes_than_present": (
        "「{key}」の賛成・反対・棄権は合わせて{votes}で、出席の{present}を超えています。数を確かめてください。",
        "'{key}': yes, no and abstain come to {votes}, more than the {present} present. Check the counts.",
    ),
    "near": ("（もしかして、{names} のどれか？）", " (did you mean one of {names}?)"),
}
