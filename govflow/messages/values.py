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
    "condition_repeated": (
        "条件「{text}」は {first} にもあります。文言を変えるか、一方を削ってください。",
        "The condition '{text}' stands at {first} already. Word it differently or remove one of them.",
    ),
    "precedent_without_owner": (
        "先行条件の責任者「{owner}」は役割でも職でもありません。履行を報告する役割または職を書いてください。",
        "'{owner}', who is to own a precedent condition, is neither a role nor an office. Name one that reports on it.",
    ),
    "waits_for_nothing": (
        "先行条件を待つ行為に「{act}」はありません{hint}。最初の行為から待たせるなら true、"
        "一つの行為だけを待たせるなら次のいずれかを書いてください：{acts}",
        "'{act}' is no act that waits for precedent conditions{hint}. Give true, for the first that does, or the"
        " one that is to wait: {acts}",
    ),
    "unknown_owner": (
        "「{owner}」という役割も職もありません{hint}。役割または職を書いてください。"
        "どちらでもない責任者は、名称をそのまま文字で書けます。",
        "There is no role and no office '{owner}'{hint}. Name one of them. An owner that is neither"
        " may be written in words.",
    ),
    "issue_of_no_field": (
        "指摘の対象「{field}」という項目はありません{hint}。項目名を書くか、項目なしの文章にしてください。",
        "There is no field '{field}' that an issue could be about{hint}. Name a field, or leave it out.",
    ),
    "issue_repeated": (
        "同じ文の指摘が二つあります。文言を変えるか、一方を削ってください。",
        "Two issues say the same. Word them differently or remove one of them.",
    ),
    "reply_repeated": (
        "指摘{number}への回答が二つあります。一方を削ってください。",
        "Issue {number} is answered twice. Remove one of the replies.",
    ),
    "closed_without_reason": (
        "条件を非公開とする理由（closed）がありません。理由を書くか、closed を削って公開してください。",
        "'closed' does not say why the condition is not published. State a reason, or remove it to publish the condition.",
    ),
    "due_in_past": (
        "期限 {due} は {first} より前です。{first} 以後の日、または営業日数を書いてください。",
        "The due date {due} is before {first}. Give that day, a later one, or a number of working days.",
    ),
    "near": ("（もしかして、{names} のどれか？）", " (did you mean one of {names}?)"),
}
