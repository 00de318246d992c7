"""What the commands answer in sentences."""

TEXTS = {
    # everywhere
    "listed": ("{items}", "{items}"),
    "none": ("なし", "none"),
    "coded": ("{code}（{title}）", "{code} ({title})"),
    "dry_run": ("試行です。何も保存していません。", "Dry run: nothing was kept."),
    "working_day": ("{days}営業日", "{days} working day"),
    "working_days": ("{days}営業日", "{days} working days"),
    "days_short": ("{days}営業日", "{days} wd"),
    "more_lines": ("続きがあります：--after {after} を付けてください。", "More follow: add --after {after}"),
    "more_rows": (
        "ほか {count} 件（--json ですべて表示します）。",
        "… and {count} more (--json shows them all).",
    ),
    "file_exists": (
        "{file} はすでにあります。上書きしません。別の名前を指定してください。",
        "{file} exists already and is not overwritten. Choose another name.",
    ),
    "roles_lack_offices": (
        "ご注意：役割 {roles} の職が組織にまだありません。組織を読み込むまで、その行為はだれにもできません。",
        "Mind: No office of the organisation has the roles {roles} yet. Until one does, nobody can"
        " do their acts.",
    ),
    "bodies_not_in_force": (
        "ご注意：会議体 {bodies} はまだ施行されていません。施行するまで、その議事により進む案件は止まります。"
        "施行するには：govflow body load 会議体",
        "Mind: The bodies {bodies} are not in force, and what waits for their proceedings stands still"
        " until they are. Put them into force with: govflow body load BODY",
    ),
    "not_saved": (
        "{file} に保存できません（{reason}）。場所と権限を確かめてください。"
        "記録済みの行為には影響ありません。",
        "{file} could not be written ({reason}). Check where it is. What was recorded stands.",
    ),
    "saved": ("報告書を {file} に保存しました。", "Report saved in {file}."),
    # command lines that cannot be read
    "not_a_pair": (
        "「{text}」には = がありません。{option} には「名前=値」を指定してください。",
        "'{text}' is no pair. {option} takes name=value.",
    ),
    "given_twice": (
        "「{name}」が --set と --data の両方にあります。どちらか一方にしてください。",
        "'{name}' is given by --set and by --data. Leave one out.",
    ),
    "not_with_file": (
        "--file で行為をまとめて行うときは {name} を指定できません。外してください。",
        "{name} does not go with --file, which names its acts itself. Leave it out.",
    ),
    "only_with_file": (
        "{name} は --file と一緒に使うものです。外してください。",
        "{name} only goes with --file. Leave it out.",
    ),
    "no_founding_office": (
        "--office は指定できません。設置者は、自分が就いている管理者の職として行います。外してください。",
        "--office does not go with init: its founder acts in the administrator's office held. Leave it out.",
    ),
    # acts
    "key": ("キー：{key}", "Key: {key}"),
    "repeat_with_key": (
        "同じコマンドに --key {key} を付けて繰り返してください。記録済みならその結果が示され、"
        "未記録なら今度は記録されます。",
        "Repeat the same command with --key {key}: if it was recorded you see the result, otherwise"
        " it is done now.",
    ),
    "act_stands": (
        "同じコマンドに --key {key} を付けて繰り返すと、記録された結果を見られます。",
        "Repeat the same command with --key {key} to see the receipt of what was recorded.",
    ),
    "act_moved": (
        "{reference}：「{act}」を行い、「{state}」になりました。",
        "{reference}: {act}; now in '{state}'.",
    ),
    "provisional": (
        "緊急の決定。次の会議で追認されなければ失効",
        "decided in an emergency; lapses unless the next meeting ratifies it",
    ),
    "provisional_stands": (
        "暫定の承認です。次の会議で追認されなければ、その時から効力を失います。",
        "The approval is provisional: unless the next meeting ratifies it, it lapses from then on.",
    ),
    "act_stayed": (
        "{reference}：「{act}」を行いました。状態は「{state}」のままです。",
        "{reference}: {act}; still in '{state}'.",
    ),
    "as_asked": ("{amount}（要求どおり）", "{amount} (as asked)"),
    "repeated": (
        "このキーの行為は前に記録されています。最初の結果を示しました。何も重ねて行っていません。",
        "This key was used before: the above is what was recorded then, and nothing was done again.",
    ),
    "actor": ("{person}（{office}）", "{person} ({office})"),
    "actor_delegation": (
        "{person}（{office}、{behalf}の専決）",
        "{person} ({office}, by standing delegation of {behalf})",
    ),
    "actor_substitution": (
        "{person}（{office}、{behalf}の代決）",
        "{person} ({office}, in the absence of {behalf})",
    ),
    "actor_own": ("{person}（{office}、{behalf}のため）", "{person} ({office}, for {behalf})"),
    "entry": ("{at}（履歴 第{seq}項）", "{at} (history entry {seq})"),
    "next": ("{role}：{names}", "{role}: {names}"),
    "next_body": ("{role}（議事による）", "{role} (by its proceedings)"),
    "next_itself": ("{role}（自動）", "{role} (of itself)"),
    "next_office": ("{role}（今、在職者がいません）", "{role} (nobody can act for it now)"),
    # acts from a file
    "nothing_done": ("何も行っていません。", "Nothing was done."),
    "line_done": ("{line}行目 {said}", "line {line}: {said}"),
    "line_repeated": ("{line}行目（記録済み） {said}", "line {line} (recorded before): {said}"),
    "line_refused": (
        "{line}行目 {reference}：「{trigger}」は認められません。",
        "line {line}: {reference}: {trigger} is refused:",
    ),
    "line_not_run": (
        "{line}行目 {reference}：「{trigger}」は中止により行っていません。",
        "line {line}: {reference}: {trigger} was not tried, as an act before it was refused",
    ),
    "acts_counted": (
        "{total}件のうち、実施 {count_done}、記録済み {count_repeated}、認められなかったもの {count_refused}、"
        "未実施 {count_not_run}。",
        "{total} in all: {count_done} done, {count_repeated} recorded before, {count_refused}"
        " refused, {count_not_run} not tried.",
    ),
    # submissions
    "result_added": ("新規", "added"),
    "result_revised": ("改訂", "revised"),
    "result_unchanged": ("変更なし", "unchanged"),
    "submitted": (
        "{total}件のうち、新規 {added}、改訂 {revised}、変更なし {unchanged}。",
        "{total} in all: {added} added, {revised} revised, {unchanged} unchanged.",
    ),
    "will_need": (
        "ご注意：次の「{act}」（{roles}）までに必要です。{need}",
        "Mind: Before '{act}' (by {roles}), this is needed. {need}",
    ),
    "try_why": ("次に誰が何をするか：{command}", "who acts next, and what it takes: {command}"),
    # why
    "stands": (
        "{reference} は「{state}」になって{days}です（{since}から）。",
        "{reference} has been in '{state}' for {days} (since {since}).",
    ),
    "stands_today": (
        "{reference} は {since} に「{state}」になりました。",
        "{reference} has been in '{state}' since {since}.",
    ),
    "ended": (
        "{reference} の手続は終わっています。{since} に「{state}」になりました。",
        "{reference} has reached its end: '{state}' since {since}.",
    ),
    "is_due": ("期限は {day} です。", "It is due on {day}."),
    "was_due": ("期限は {day} でした。{days}過ぎています。", "It was due on {day} and is overdue by {days}."),
    "no_due_date": ("期限はありません。", "It has no due date."),
    "responsible": ("担当は{role}です：{who}", "Responsible is the {role}: {who}."),
    "waits_for_office": ("今、行える人がいません", "nobody can act for it now"),
    "waits_for_body": ("その議事により進みます", "its proceedings lead on"),
    "waits_for_itself": ("人の手によらず、自動で進みます", "what follows of itself leads on"),
    "holder_own": ("{name}（{office}）", "{name} ({office})"),
    "holder_absent": ("{name}（{office}、不在）", "{name} ({office}, absent)"),
    "holder_delegation": ("{name}（{office}、専決）", "{name} ({office}, by standing delegation)"),
    "holder_substitution": ("{name}（{office}、代決）", "{name} ({office}, substitute)"),
    "about": ("{title}：{subject}", "{title}: {subject}"),
    "possible": ("できる行為：", "Possible acts:"),
    "possible_act": ("{act} {end}", "{act} {end}"),
    "leads_to": ("→ {to}", "→ {to}"),
    "stays_put": ("→ 状態は変わりません", "→ the state stays"),
    "open_steps": ("並行して求めている回答：", "Asked beside it:"),
    "open_step": ("#{number} {about}{due}", "#{number} {about}{due}"),
    "step_due": ("（期限 {day}）", ", due {day}"),
    "step_overdue": ("（期限 {day} を過ぎています）", ", was due on {day} and is overdue"),
    "answer_with": ("回答：{answers}", "answer with: {answers}"),
    "possible_by": ("行う人：{who}", "by: {who}"),
    "possible_needs": ("必要なこと：{need}", "needs: {need}"),
    "either": ("次のどちらか：", "either:"),
    "or": ("または：", "or:"),
    "way_out": ("解決の方法：{way}", "way out: {way}"),
    "carry_note": ("「{title}」（--note）", "{title} (--note)"),
    "carry_issues": ("「{title}」（--issue …）", "{title} (--issue …)"),
    "carry_value": ("「{title}」（--set {value}=…）", "{title} (--set {value}=…)"),
    "happens": ("{when}に行われます（人の手では行いません）。", "happens {when}; nobody does it by hand."),
    "possible_now": ("今すぐできます。", "nothing more is needed."),
    # one proposal
    "workflow": ("{title}（{name} 第{version}版）", "{title} ({name}, version {version})"),
    "since": ("{state}（{since}から）", "{state} (since {since})"),
    "revision": ("第{number}版（SHA-256 {digest}…）", "{number} (SHA-256 {digest}…)"),
    "steps": ("手順：", "Steps:"),
    "step_answer": ("{asked}：{answer}", "{asked}: {answer}"),
    "under": ("定義：{definition}", "Definition: {definition}"),
    "entry_moved": ("{seq}  {at}  {act} → {to}", "{seq}  {at}  {act} → {to}"),
    "entry_stayed": ("{seq}  {at}  {act}", "{seq}  {at}  {act}"),
    "by_role": ("{role}（{cause}）", "{role} ({cause})"),
    "entry_by": ("{by}　#{hash}", "{by}  #{hash}"),
    "records": ("記録：", "Records:"),
    "kept_on": ("{day}  {act}", "{day}  {act}"),
    "answered": ("{answer}（{person}、{day}）", "{answer} ({person}, {day})"),
    "answered_with_note": ("{answer}（{person}、{day}）：{note}", "{answer} ({person}, {day}): {note}"),
    "step_open": ("回答待ち", "open"),
    "step_answered": ("回答済み", "answered"),
    "step_unanswered": ("回答なし", "no answer"),
    "step_cancelled": ("取消し", "cancelled"),
    "effective": ("効力日 {day}（記録日と異なります）", "effective {day}, which is not the day of recording"),
    "said": ("{title}：{text}", "{title}: {text}"),
    # figures
    "statistics": (
        "{workflow}：{proposals}、金額の合計 {amount}（未記載 {unstated}件）。",
        "{workflow}: {proposals}, {amount} in all; not stated: {unstated}.",
    ),
    "proposal": ("{count}件", "{count} proposal"),
    "proposals": ("{count:,}件", "{count:,} proposals"),
    # organisations
    "founded": ("保管庫 {store} を作りました。", "Store {store} created."),
    "founded_demonstration": (
        "実証用の保管庫 {store} を作りました。--as で誰としてでも行為でき、文書にその旨が記されます。",
        "Demonstration store {store} created: --as lets you act as anybody, and every document says so.",
    ),
    "try_org": ("誰がどの職にあるか：{command}", "who holds which office: {command}"),
    "organisation_sound": ("{file} に問題はありません。", "{file}: no problems."),
    "organisation": (
        "{name}（{day}現在）：{ministries}府省庁、{offices}職、{persons}人、ダイジェスト {digest}",
        "{name} on {day}: ministries {ministries}, offices {offices}, persons {persons}; digest {digest}",
    ),
    "organisation_version": (
        "{name} 第{number}版（{day}現在）：{ministries}府省庁、{offices}職、{persons}人、"
        "ダイジェスト {digest}",
        "{name}, version {number}, on {day}: ministries {ministries}, offices {offices}, persons"
        " {persons}; digest {digest}",
    ),
    "vacant_offices": ("{day} に空席の職：{offices}", "Vacant on {day}: {offices}"),
    "vacant": ("空席", "vacant"),
    "substitutes": ("代決する職（順に）：", "Substitutes, in order:"),
    "delegations": ("専決する職：", "Standing delegations:"),
    "standing_in": ("{office} → {others}", "{office} → {others}"),
    "person_absent": ("{name}（不在）", "{name} (absent)"),
    "no_offices": (
        "府省庁「{ministry}」の職は組織にありません{hint}。一覧：govflow org show",
        "The organisation has no offices of a ministry '{ministry}'{hint}. See: govflow org show",
    ),
    "organisation_loaded": (
        "組織の第{number}版を読み込みました（ダイジェスト {digest}）。",
        "Organisation version {number} loaded (digest {digest}).",
    ),
    "organisation_same": (
        "組織は第{number}版から変わっていません。",
        "The organisation is the same as version {number}; nothing was recorded.",
    ),
    "came": ("加わったもの：{names}", "Came: {names}"),
    "went": ("なくなったもの：{names}", "Went: {names}"),
    "accounts_changed": ("アカウントが変わった人：{names}", "Accounts changed: {names}"),
    # definitions
    "workflow_sound": (
        "{title}（{name} 第{version}版）に問題はありません：状態 {states}、行為 {transitions}、"
        "ダイジェスト {digest}",
        "{title} ({name}, version {version}): no problems; states {states}, acts {transitions};"
        " digest {digest}",
    ),
    "workflow_loaded": (
        "{title}（{name} 第{version}版）を {day} から施行します。ダイジェスト {digest}",
        "{title} ({name}, version {version}) is in force from {day} on; digest {digest}",
    ),
    "today": ("今日", "today"),
    "shipped_workflows": (
        "保管庫がないので、付属の定義を示します。",
        "No store here: these are the definitions that come with govflow.",
    ),
    "definition": (
        "{title}（{name} 第{version}版）。「{initial}」から始まります。ダイジェスト {digest}",
        "{title} ({name}, version {version}) begins in '{initial}'; digest {digest}",
    ),
    "end_state": ("{name}：終了", "{name}: an end"),
    "stays": ("状態は変わりません", "the state stays"),
    "role_and_due": ("担当：{role}。期限：{due}。", "{role}; due: {due}."),
    "asks": ("並行して求める回答：{steps}", "asks: {steps}"),
    "transition": ("{act} → {to}（{roles}）", "{act} → {to} (by {roles})"),
    "transition_on": ("{act} → {to}（{roles}、{when}）", "{act} → {to} (by {roles}, {when})"),
    "provided": ("条件：{guards}", "if {guards}"),
    "may": ("{role}：{acts}", "{role}: {acts}"),
    "answers_step": ("{step}への回答", "answer {step}"),
    # bodies
    "body_sound": (
        "{title}（{name} 第{version}版）に問題はありません。ダイジェスト {digest}",
        "{title} ({name}, version {version}): no problems; digest {digest}",
    ),
    "body_loaded": (
        "{title}（{name} 第{version}版）を {day} から施行します。ダイジェスト {digest}",
        "{title} ({name}, version {version}) is in force from {day} on; digest {digest}",
    ),
    "body_shown": (
        "{title}（{name} 第{version}版）。ダイジェスト {digest}",
        "{title} ({name}, version {version}); digest {digest}",
    ),
    # programmes
    "imported": (
        "{file}：新規 {added}、変更 {changed}、変更なし {unchanged}。",
        "{file}: {added} added, {changed} changed, {unchanged} unchanged.",
    ),
    "carried_over": (
        "{year}年度より前に終了した事業 {ended}件は引き継ぎません。",
        "Ended before FY{year}, and therefore not carried over: {ended}.",
    ),
    # documents
    "rendered": (
        "文書の本文を{count}件作成しました（日本語と英語を別に数えます）。",
        "Texts rendered: {count}, each language counted by itself.",
    ),
    "nothing_to_render": ("本文のない文書はありません。", "Every document has its text; nothing to do."),
    "document_saved": ("文書 {number} を {file} に保存しました。", "Document {number} saved in {file}."),
    # stores
    "migrated": (
        "{store} をスキーマ {before} から {after} に移行しました。",
        "{store} was brought from schema {before} to {after}.",
    ),
    "nothing_to_migrate": (
        "{store} はすでにスキーマ {after} です。",
        "{store} has schema {after} already; nothing to do.",
    ),
    "verified": (
        "検証に合格しました：履歴 {subjects}本 {entries}項、案件 {proposals}件、文書 {documents}件。"
        "ハッシュの連鎖と、定義に照らした再現が一致しています。",
        "The record holds: histories {subjects}, entries {entries}, proposals {proposals}, documents {documents}."
        " Every chain is whole, and every replay agrees with its definition.",
    ),
    "chains_verified": (
        "ハッシュの連鎖に問題はありません：履歴 {subjects}本 {entries}項、案件 {proposals}件。"
        "内容の再現はしていません（すべて確かめるには：{command}）。",
        "The chains hold: histories {subjects}, entries {entries}, proposals {proposals}."
        " Nothing was replayed; to check everything: {command}",
    ),
    "not_yet_rendered": (
        "まだ本文が作られていない文書：{numbers}。作成するには：{command}",
        "Not yet rendered: {numbers}. To render them: {command}",
    ),
    "not_rendered_again": (
        "次の文書の本文は、この環境にない様式で作られたため、もう一度作って比べることができません：{numbers}",
        "Made with templates that are not installed here, and so cannot be rendered again to compare: {numbers}",
    ),
    # the refusal log
    "refusal": ("{number}  {at}  {what}", "{number}  {at}  {what}"),
    "refused_to": ("{who}：{kind}", "{who}: {kind}"),
    "refused_about": ("{reference}（{about}）、{act}", "{reference} ({about}), {act}"),
    "refused_act": ("{reference} {act}", "{reference} {act}"),
    "kind_rule": ("規則により認められない", "refused by a rule"),
    "kind_authorisation": ("権限がない", "not authorised"),
    "tried_by": ("{name}（アカウント {account}）", "{name} (account {account})"),
    "account": (
        "アカウント {account}（組織のだれのものでもない）",
        "account {account}, nobody's in the organisation",
    ),
    # the demonstration
    "demo_where": (
        "保管庫は {store}、文書 {documents}件（日本語と英語）は {folder} にあります。",
        "The store is {store}. The documents, in Japanese and English, are in {folder}: {documents}.",
    ),
    "demo_left": (
        "{count}件は、起案されたまま提出されていません。この回の締切を過ぎたため、"
        "govflow overdue と govflow inbox には期限を過ぎたものとして現れます。",
        "Drafts that nobody submitted: {count}. Their round has closed, so govflow overdue and govflow inbox"
        " list them as past their due date.",
    ),
    "demo_verified": (
        "記録を検証しました：案件 {proposals}件、履歴 {entries}項がすべて一致しています。",
        "The record was verified, and all of it agrees: proposals {proposals}, history entries {entries}.",
    ),
    "demo_try": ("続けて試せること：", "Try next:"),
    "not_a_name": (
        "{option} の「{text}」は氏名として読めません。ja=… または en=… と書いてください。",
        "'{text}' of {option} is no name. Write ja=… or en=….",
    ),
    "version_then": (
        "{day}に知られていたのは第{number}版です。誰が何によって行えたか：govflow org why OFFICE --on {day}",
        "On {day} version {number} was known. Who could act then, and why: govflow org why OFFICE --on {day}",
    ),
    "no_version_then": (
        "{day}には、まだどの版も記録されていませんでした。",
        "On {day} no version had been recorded yet.",
    ),
}
