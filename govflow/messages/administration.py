"""Administration and founding."""

TEXTS = {
    "not_administrator": (
        "{person}は管理者の職にありません。次の管理者に依頼してください：{names}",
        "{person} holds no administrator's office. Ask one of those who do: {names}",
    ),
    "founder_unmapped": (
        "アカウント「{account}」は組織ファイルの誰にも対応していません。あなたの accounts に加えてください。",
        "The account '{account}' belongs to nobody in the organisation file. Add it to your accounts there.",
    ),
    "no_administrator": (
        "{day}に管理者の職にある人がいません。組織ファイルで任命してください。",
        "Nobody holds an administrator's office on {day}. Appoint somebody in the organisation file.",
    ),
    "no_fitting_workflow": (
        "付属の定義に、この組織で動くものがありません（--workflow で指定してください）。{lacking}",
        "None of the shipped workflows fits this organisation. Name one with --workflow. {lacking}",
    ),
    "lacking_roles": (
        "{workflow} には、役割 {roles} の職または会議体がありません。",
        "{workflow} lacks an office, or a body, for the roles {roles}.",
    ),
    "nobody_left": (
        "この組織では、{day}にアカウントを持つ管理者がいなくなり、次の組織を読み込めません。管理者の"
        " accounts を書いてください。",
        "With this organisation no administrator has an account on {day}, so nobody could load the"
        " next one. Give an administrator an account.",
    ),
    "delegation_unknown": (
        "{office} の専決の {key}「{name}」は、施行中の定義にありません{hint}。専決を直してください。",
        "The standing delegation of {office} names {key} '{name}', which no workflow in force"
        " knows{hint}. Correct the delegation.",
    ),
    "same_version": (
        "定義「{name}」第{version}版は別の内容で読み込まれています。版番号を上げてください。",
        "Version {version} of '{name}' was loaded with other content. Raise the version number.",
    ),
    "unknown_workflow_file": (
        "定義「{name}」は付属の定義にもファイルにもありません{hint}。名前かパスを確かめてください。",
        "'{name}' is neither a shipped workflow nor a file{hint}. Check the name or the path.",
    ),
    "backdated": (
        "施行日 {day} は今日（{today}）より前です。今日以後の日にしてください。",
        "{day} is before today ({today}). A definition comes into force today or later: give such a day.",
    ),
}
