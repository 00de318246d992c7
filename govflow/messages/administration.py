"""Administration and founding."""

TEXTS = {
    "not_administrator": (
        "{person}は管理者の職にありません。管理者：{names}",
        "{person} holds no administrator's office; these do: {names}",
    ),
    "founder_unmapped": (
        "アカウント「{account}」は組織ファイルのだれにも対応していません。あなたの accounts に加えてください。",
        "the account '{account}' belongs to nobody in the organisation file; add it to your accounts there",
    ),
    "no_administrator": (
        "{day}に管理者の職にある人がいません。組織ファイルで任命してください。",
        "nobody holds an administrator's office on {day}; appoint somebody in the organisation file",
    ),
    "no_fitting_workflow": (
        "付属の定義に、この組織で動くものがありません（--workflow で指定してください）。{lacking}",
        "none of the shipped workflows fits this organisation; name one with --workflow. {lacking}",
    ),
    "lacking_roles": (
        "{workflow}：役割 {roles} の職がない。",
        "{workflow}: no office for the roles {roles}.",
    ),
    "nobody_left": (
        "この組織では、{day}にアカウントを持つ管理者がいなくなり、次の組織を読み込めません。管理者の accounts を書いてください。",
        "with this organisation no administrator has an account on {day}, so nobody could load the next one;"
        " give an administrator an account",
    ),
    "delegation_unknown": (
        "{office} の専決の {key}「{name}」は、施行中の定義にありません{hint}。",
        "the standing delegation of {office} names {key} '{name}', which no workflow in force knows{hint}",
    ),
    "same_version": (
        "定義「{name}」第{version}版は別の内容で読み込まれています。版番号を上げてください。",
        "version {version} of '{name}' was loaded with other content; raise the version number",
    ),
    "unknown_workflow_file": (
        "定義「{name}」は付属の定義にもファイルにもありません{hint}。",
        "'{name}' is neither a shipped workflow nor a file{hint}",
    ),
    "backdated": (
        "施行日 {day} は今日（{today}）より前です。",
        "a definition comes into force today ({today}) or later, not on {day}",
    ),
}
