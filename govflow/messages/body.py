"""Charters of bodies: what can be wrong with one, and how one reads to people."""

TEXTS = {
    "called": ("{title}（{code}）", "{title} ({code})"),
    # what is wrong with a charter
    "unknown_preset": (
        "規則「{name}」はありません{hint}。付属の規則（{known}）を指定するか、規則をここに書いてください。",
        "There is no rule '{name}'{hint}. Name one that comes with govflow ({known}), or write the rule out here.",
    ),
    "seat_unbound": (
        "席「{name}」が、どの職のものか分かりません。each・role・office のいずれかを書いてください。",
        "The seat '{name}' belongs to no office. Give it each, role or office.",
    ),
    "seat_bound_twice": (
        "席「{name}」に {first} と {key} の両方があります。どちらか一方にしてください。",
        "The seat '{name}' has both {first} and {key}. Keep one of them.",
    ),
    "seats_doubled": (
        "席「{name}」は、「{first}」と同じ職に二つ目の席を与えます。どちらかを削るか、期間を分けてください。",
        "The seat '{name}' gives the offices of '{first}' a second one. Remove one of them, or part their terms.",
    ),
    "no_voting_seats": (
        "表決権のある席がありません。voting が true の席を書いてください。",
        "Nobody votes in this body. Give it a seat with 'voting: true'.",
    ),
    "term_backwards": (
        "席の期間が逆です（{start} から {end} まで）。日付を直してください。",
        "The seat ends ({end}) before it begins ({start}). Correct the dates.",
    ),
    "chair_without_seat": (
        "議長の役割「{role}」の席がありません{hint}。席を書くか、役割を直してください。",
        "The chair's role '{role}' has no seat{hint}. Give it one, or correct the role.",
    ),
    "deputies_without_seat": (
        "議長代理の役割「{role}」の席がありません{hint}。席を書くか、役割を直してください。",
        "The deputy's role '{role}' has no seat{hint}. Give it one, or correct the role.",
    ),
    "own_deputy": (
        "役割「{role}」が議長であり、議長代理でもあります。議長代理から外してください。",
        "The role '{role}' is the chair and its own deputy. Remove it from the deputies.",
    ),
    "decides_nothing": (
        "「{key}」は決定する会議体だけのものですが、powers に decide がありません。加えるか、「{key}」を削ってください。",
        "Only a body that decides can have '{key}', and its powers lack decide. Add it, or remove '{key}'.",
    ),
    "no_rule": (
        "決定する会議体なのに、規則がありません。rule を書いてください。",
        "The body decides, but has no rule to decide by. Give it a 'rule'.",
    ),
    "no_quorum": (
        "「{rule}」に定足数がないので、一人の出席でも決定できてしまいます。quorum のある規則にしてください。",
        "'{rule}' has no quorum, so that whoever came could decide alone. Use a rule with a quorum.",
    ),
    "nothing_ratifies": (
        "緊急の決定を追認する規則がありません。rule を書いてください。",
        "No rule could ratify an emergency decision. Give the body a 'rule'.",
    ),
    "unknown_panel": (
        "不服を審査する会議体「{name}」は、ほかにありません{hint}。panel を直してください。",
        "The panel is '{name}', and there is no other body of that name{hint}. Correct panel.",
    ),
    "written_without_rule": (
        "書面による決定に規則がありません。ここか会議体に rule を書いてください。",
        "The written procedure has no rule. Give one here, or to the body.",
    ),
    "written_not_counted": (
        "書面による決定の規則が、定足数に書面での回答を数えません。count_written: true の規則にしてください。",
        "The quorum of the written procedure's rule does not count written ballots. Use a rule with"
        " 'count_written: true'.",
    ),
    "unknown_parent": (
        "上位の会議体「{name}」はありません{hint}。名前を直すか、先に読み込んでください（ある会議体：{known}）。",
        "There is no parent body '{name}'{hint}. Correct the name, or load it first (there are: {known}).",
    ),
    "circular": (
        "上位の会議体をたどると自分に戻ります（{way}）。parent を直してください。",
        "The body belongs to itself in the end ({way}). Correct the parent.",
    ),
    "unknown_required": (
        "規則が求める会議体「{name}」は、ほかにありません{hint}。requires を直してください。",
        "The rule requires '{name}', and there is no other body of that name{hint}. Correct requires.",
    ),
    "series_malformed": (
        "記号「{mark}」は番号に使えません。英大文字で始め、英大文字と数字だけ（12字まで）で書いてください。",
        "'{mark}' cannot stand in numbers. Begin with a capital and use only capitals and digits, 12 at most.",
    ),
    "series_taken": (
        "記号「{mark}」は会議体「{name}」のものです。別の記号にしてください。",
        "The mark '{mark}' is that of the body '{name}'. Choose another.",
    ),
    # what is wrong with a body in a store
    "unknown_file": (
        "会議体「{name}」は付属の会議体にもファイルにもありません{hint}。名前かパスを確かめてください。",
        "'{name}' is neither a body that comes with govflow nor a file{hint}. Check the name or the path.",
    ),
    "not_in_force": (
        "{day} に会議体「{name}」はありません{hint}。一覧：govflow body list",
        "There is no body '{name}' on {day}{hint}. See: govflow body list",
    ),
    "unknown_office": (
        "席「{seat}」の職「{office}」が組織にありません{hint}。職を直すか、先に組織を読み込んでください。",
        "The seat '{seat}' is that of the office '{office}', which the organisation lacks{hint}. Correct it, or load"
        " the organisation first.",
    ),
    "several_offices": (
        "席「{seat}」は一つなのに、役割「{role}」の職が複数あります（{offices}）。each にするか、office で一つを指定してください。",
        "'{seat}' is one seat, but the role '{role}' has several offices ({offices}). Write each, or name one office.",
    ),
    "office_twice": (
        "職「{office}」が「{first}」と「{seat}」の二つの席に就きます。どちらかを削ってください。",
        "The office '{office}' would have two seats, in '{first}' and in '{seat}'. Remove one of them.",
    ),
    # how a charter reads
    "power_decide": ("決定", "decide"),
    "power_evaluate": ("評価", "evaluate"),
    "power_propose": ("提案", "propose"),
    "power_advise": ("助言", "advise"),
    "ruling": ("{sentence}（{preset}）", "{sentence} ({preset})"),
    "objection_first": (
        "議長はまず異議の有無を問い、異議があれば表決します。",
        "The chair first asks whether anybody objects; if so, there is a ballot.",
    ),
    "own_ministry": (
        "自らの府省庁の案件では除斥されます。",
        "A seat is recused from matters of its own ministry.",
    ),
    "convened": ("{days}前までに通知します。", "A meeting is called {days} before."),
    "proxies_held": (
        "欠席する席は、ほかの席に委任できます。一席が受けられる委任は {most} 件までです。",
        "A seat that is away may let another vote for it; a seat holds this many proxies at most: {most}.",
    ),
    "in_writing": (
        "回答の期間は{days}以上、席の {response} 以上の回答が必要です。",
        "At least {days} to answer, and at least {response} of the seats have to.",
    ),
    "also_by_a_day": (
        "{written}期限を定めた採決も、会議の外で行えます。",
        "{written} Outside a meeting, a question may also be put with a deadline.",
    ),
    "in_writing_by": ("{written}{sentence}", "{written} {sentence}"),
    "appeal_proposer": ("提案した府省庁", "the proposing ministry"),
    "appeal_members": ("表決権のある構成員", "voting members"),
    "appealed": (
        "{by}が、{days}以内に「{panel}」へ申し立てられます。",
        "To {panel}, within {days}, by: {by}.",
    ),
    "decided_alone": (
        "{decider} が単独で決定し、{meetings}回以内の会議で追認されなければ失効します。",
        "{decider} decides alone; it lapses unless ratified within the next meetings: {meetings}.",
    ),
    "published_minutes": ("議事録", "minutes"),
    "published_positions": ("席ごとの賛否", "how each seat voted"),
    "seat_each": ("{role}（職ごとに一席）", "each {role}"),
    "seat_role": ("{role}", "{role}"),
    "seat_office": ("{office}", "{office}"),
    # answers of the commands
    "shipped": (
        "保管庫がないので、付属の会議体を示します。",
        "No store here: these are the bodies that come with govflow.",
    ),
    "seats_on": (
        "{day} の席：{seats}（表決権のある席 {voting}、空席 {vacant}）",
        "Seats on {day}: {seats} (voting {voting}, vacant {vacant})",
    ),
    "roles_lack_offices": (
        "ご注意：役割 {roles} の職が組織にまだありません。組織を読み込むまで、その席や務めは空いたままです。",
        "Mind: No office of the organisation has the roles {roles} yet. Until one does, their seats and duties are vacant.",
    ),
    "auditors_seat": (
        "役割「{role}」は監査のためのもので、会議体には加われません。削ってください。",
        "The role '{role}' audits and has no part in a body. Leave it out.",
    ),
}
