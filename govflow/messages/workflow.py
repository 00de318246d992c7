"""What can be wrong with a definition, and how a definition reads to people."""

TEXTS = {
    # The file as a whole
    "format_missing": (
        "「format: {format}」がありません。先頭に書いてください。",
        "The file does not state its format. Begin it with 'format: {format}'.",
    ),
    "format_unknown": (
        "形式「{given}」は読めません。この版の govflow が読める形式は {format} です。",
        "The format {given} is not known. This version of govflow reads format {format}.",
    ),
    "too_many_states": (
        "状態が{count}個あります（上限は{limit}個）。定義を分けてください。",
        "There are {count} states, and at most {limit} are allowed. Split the definition.",
    ),
    # How guards are written
    "guards_not_a_list": (
        "「{key}」が条件のリストではありません。リストで書いてください（例：[amount_stated]）。",
        "'{key}' is no list of guards. Write a list, such as [amount_stated].",
    ),
    "guard_form": (
        "条件が{kind}になっています。名前だけ、または「名前: 値」一組で書いてください。",
        "A guard cannot be {kind}. Write a bare name or one 'name: parameter'.",
    ),
    "guard_unknown": (
        "未知の条件「{name}」です{hint}。次のいずれかを書いてください：{known}",
        "Unknown guard '{name}'{hint}. The guards are: {known}",
    ),
    "guard_without_parameter": (
        "条件「{name}」に値がありません。「{name}: …」の形で書いてください。",
        "The guard '{name}' needs a parameter. Write it as '{name}: ...'.",
    ),
    "guard_takes_no_parameter": (
        "条件「{name}」は値を取りません。名前だけを書いてください。",
        "The guard '{name}' takes no parameter. Write its bare name.",
    ),
    "not_a_choice": (
        "「{key}」の選択肢が{kind}になっています。名前か真偽値で書いてください。",
        "A choice of '{key}' cannot be {kind}. Write a name, or true or false.",
    ),
    # Who names what
    "user_definition": ("定義", "the definition"),
    "user_transition": ("遷移「{name}」", "transition '{name}'"),
    "user_group": ("行為の組「{name}」", "group of deeds '{name}'"),
    "user_state": ("状態「{name}」", "state '{name}'"),
    "user_role": ("役割「{name}」", "role '{name}'"),
    "user_rounds": ("年次募集（rounds）", "the rounds"),
    "user_step": ("手順「{name}」", "step '{name}'"),
    "user_answer": ("手順「{step}」の回答「{name}」", "answer '{name}' of step '{step}'"),
    "user_guard": ("{user}の条件「{guard}」", "guard '{guard}' of {user}"),
    "user_audience": ("読み手「{name}」", "audience '{name}'"),
    "user_restricted": ("「{name}」の閲覧制限", "the restriction of '{name}'"),
    "user_document": ("文書「{name}」", "document '{name}'"),
    "kind_audiences": ("読み手", "audience"),
    "kind_roles": ("役割", "role"),
    "returns_without_issues": (
        "「{trigger}」は差戻しですが、指摘（issues 型の値）を受け取りません。takes に加えてください。",
        "'{trigger}' returns a proposal but takes no value of the type issues. Add one to its takes.",
    ),
    "record_of_two_kinds": (
        "記録「{record}」は差戻しの記録なので、ほかの行為や回答の記録には使えません。名前を分けてください。",
        "The record '{record}' is that of a return and cannot be kept by anything else. Give it a name of its own.",
    ),
    "answered_elsewhere": (
        "記録「{record}」は差戻しの記録ではないので、答える指摘がありません。returns の名前を書いてください。",
        "The record '{record}' is of no return, so that it has no issues to answer. Name one that returns keeps.",
    ),
    "pauses_for_good": (
        "ステップ「{name}」は期限を止めるので、状態を越えて続けられません。lasting を削ってください。",
        "The step '{name}' stops the clock, so it cannot outlive the state. Remove its lasting.",
    ),
    "about_nothing": (
        "ステップ「{step}」は「{name}」について尋ねるので、尋ねる行為の takes に「{name}」が必要です。",
        "The step '{step}' is about '{name}', so the act that asks it has to take '{name}'.",
    ),
    "kind_fields": ("項目", "field"),
    "kind_values": ("値", "value"),
    "kind_dates": ("期日", "date"),
    "kind_steps": ("手順", "step"),
    "kind_documents": ("文書", "document"),
    "kind_triggers": ("行為", "trigger"),
    "kind_states": ("状態", "state"),
    "kind_records": ("記録", "record"),
    "kind_deeds": ("行為、手順または行為の組", "trigger, step or group of deeds"),
    "kind_groups": ("行為の組", "group of deeds"),
    "kind_answers": ("回答", "answer"),
    "kind_field_choices": ("項目の選択肢", "choice of a field"),
    "kind_value_choices": ("値の選択肢", "choice of a value"),
    "kind_references": ("案件を指す項目・値", "field or value that names a proposal"),
    "kind_fan_outs": (
        "府省庁・条件・案件参照の項目または値",
        "field or value with ministries, conditions or a reference",
    ),
    # Names
    "unknown_name": (
        "{user}が未知の{kind}「{name}」を指しています{hint}。綴りを直すか、定義してください。",
        "There is no {kind} '{name}'{hint}, which {user} names. Correct the name or define it.",
    ),
    "unknown_record": (
        "{user}が、どの行為も残さない記録「{name}」を指しています{hint}。綴りを直すか、行為に"
        " records を書いてください。",
        "No act keeps the record '{name}'{hint}, which {user} names. Correct the name, or let an act"
        " keep it (records).",
    ),
    "unused_name": (
        "{kind}「{name}」はどこでも使われていません。使うか、削ってください。",
        "The {kind} '{name}' is never used. Use it or leave it out.",
    ),
    "malformed_name": (
        "名前「{name}」に使えない文字があります。英小文字で始め、英小文字・数字・「_」だけで書いてください。",
        "'{name}' cannot be a name. Begin with a small letter and use only small letters, digits and '_'.",
    ),
    "reserved_state": (
        "「{name}」は「動かさない」という意味の語で、状態の名前には使えません。別の名前にしてください。",
        "'{name}' means 'moves nothing' and cannot be the name of a state. Choose another name.",
    ),
    "reserved_act": (
        "{kind}に「{name}」という名前は使えません。"
        "どの手続にもともとある行為（案件の起案・改訂）の名前です。別の名前にしてください。",
        "The {kind} cannot be called '{name}', the name of an act that every workflow has of itself"
        " (a proposal is opened, its draft revised). Rename it.",
    ),
    "step_named_as_trigger": (
        "手順「{name}」と同じ名前の行為があります。どちらかの名前を変えてください。",
        "The step '{name}' has the name of a trigger. Rename one of them.",
    ),
    # Groups of deeds
    "empty_group": (
        "行為の組「{name}」に行為がありません。行為を書くか、組を削ってください。",
        "The group of deeds '{name}' is empty. Name its deeds, or leave it out.",
    ),
    "group_named_as_deed": (
        "行為の組「{name}」と同じ名前の行為または手順があります。組の名前を変えてください。",
        "The group of deeds '{name}' has the name of a deed. Rename it.",
    ),
    "group_not_before": (
        "行為の組「{name}」が「{other}」を指していますが、"
        "組が指せるのは、それより前に書いた組だけです。順番を変えるか、行為そのものを書いてください。",
        "The group of deeds '{name}' names '{other}', but a group may only name groups written before"
        " it. Change their order, or name the deeds themselves.",
    ),
    "deeds_doubled": (
        "{user}には「{name}」より前にすでに{deeds}があります。どの行為も一度だけ書いてください。",
        "With '{name}', {user} names {deeds} a second time. Name each deed once.",
    ),
    # Reading
    "auditor_acts": (
        "役割「{name}」は監査のためのもので、すべてを読めますが何も行えません。定義から削ってください。",
        "The role '{name}' audits: it reads everything and acts on nothing. Leave it out of the definition.",
    ),
    "audience_of_nobody": (
        "読み手「{name}」が誰なのか書かれていません。roles、asked、body のいずれかを書いてください。",
        "Nobody is the audience '{name}'. State its roles, its body, or 'asked: true'.",
    ),
    "audience_of_no_body": (
        "読み手「{name}」の会議体「{body}」は、この定義のどの役割にもありません。",
        "The audience '{name}' is of the body '{body}', which no role of this definition is.",
    ),
    "audience_not_central": (
        "役割「{role}」は府省庁のもので、読み手「{name}」には入れられません（自らの府省庁の案件は常に読めます）。",
        "'{role}' is a role of the ministries, which read their own proposals anyway. Take it out of"
        " the audience '{name}'.",
    ),
    "audience_without_title": (
        "読み手「{name}」の読む項目に title がありません。加えてください。",
        "The audience '{name}' does not read the title. Add it to the fields.",
    ),
    "audience_reads_restricted": (
        "項目「{field}」は限られた役割だけが読むもので、読み手「{name}」には開けません。",
        "The field '{field}' is restricted to some roles and cannot be read by the audience '{name}'.",
    ),
    "opened_to_asked": (
        "読み手「{name}」には、手順を求めることで案件が開かれます。行為「{trigger}」の opens_to から削ってください。",
        "The audience '{name}' reads by being asked. Take it out of opens_to of '{trigger}'.",
    ),
    "audience_never_opened": (
        "読み手「{name}」に案件を開く行為がありません。遷移に opens_to: {name} を書いてください。",
        "No act opens a proposal to the audience '{name}'. Write opens_to: {name} at a transition.",
    ),
    "ratified_unread": (
        "会議体「{body}」は「{trigger}」の決定を追認しなければなりませんが、その案件を読めません。"
        "この遷移で、その会議体の読み手に案件を開いてください（opens_to）。",
        "'{body}' has to ratify what '{trigger}' decides, and may not read the proposal. Open it to an audience of"
        " that body by this transition (opens_to).",
    ),
    "acts_unread": (
        "役割「{role}」は、まだ読めない案件について状態「{state}」で行為を求められます。"
        "その前の遷移に opens_to を書いてください。",
        "'{role}' has to act in the state '{state}', where it may not yet read the proposal. Open it"
        " before (opens_to).",
    ),
    "told_anyway": (
        "「{name}」は一覧や文書、記録に示されるので、閲覧を制限できません。",
        "'{name}' is told in lists, documents or records and cannot be restricted.",
    ),
    "guard_tells": (
        "条件「{guard}」の理由から、閲覧を制限した「{name}」が知れてしまいます。条件から外してください。",
        "The reasons of the guard '{guard}' would tell '{name}', which is restricted. Let no guard read it.",
    ),
    "drafted_unread": (
        "項目「{name}」を起案者（{roles}）が読めません。restricted に加えてください。",
        "Whoever drafts ({roles}) could not read the field '{name}'. Add them to 'restricted'.",
    ),
    # States
    "unreachable": (
        "状態「{name}」には、最初の状態「{initial}」からたどり着けません。そこへの遷移を書くか、"
        "削ってください。",
        "The state '{name}' cannot be reached from the initial state '{initial}'. Lead a transition"
        " to it, or remove it.",
    ),
    "dead_end": (
        "状態「{name}」は終わりではないのに、出ていく遷移がありません。遷移を書くか、終わり（end:"
        " true）にしてください。",
        "The state '{name}' is no end, yet no transition leaves it. Add one, or make it an end (end: true).",
    ),
    "no_exit": (
        "状態「{name}」からは、どの終わりの状態にもたどり着けません（出口のない循環）。"
        "出ていく遷移を書いてください。",
        "From the state '{name}' no end state can be reached (a loop without exit). Add a transition"
        " that leads out.",
    ),
    "no_end": (
        "終わりの状態がありません。終わる状態に end: true を書いてください。",
        "There is no end state. Mark one with 'end: true'.",
    ),
    "end_left": (
        "終わりの状態「{name}」から行為「{trigger}」が出ています。その遷移を削るか、"
        "終わりにするのをやめてください。",
        "'{trigger}' leaves the end state '{name}'. Remove the transition, or let the state be no end.",
    ),
    "end_waits": (
        "終わりの状態「{name}」に「{key}」は書けません。削ってください。",
        "The end state '{name}' waits for nobody and has no '{key}'. Remove it.",
    ),
    "state_without_role": (
        "状態「{name}」に、次に動く役割がありません。role を書いてください。",
        "The state '{name}' does not say whose turn it is. Give it a 'role'.",
    ),
    "state_without_due": (
        "状態「{name}」に期限（due）がありません。"
        "期限を設けないなら理由を書いてください（due：{{none: …}}）。",
        "The state '{name}' has no due date. Give one, or the reason for none (due: {{none: ...}}).",
    ),
    "idle_role": (
        "状態「{name}」は役割「{role}」を待ちますが、"
        "その役割にはこの状態でできる行為も回答もありません。役割か遷移を直してください。",
        "The state '{name}' waits for the role '{role}', which has no transition and no step to"
        " answer there. Correct the role or add a transition.",
    ),
    # Roles that are nobody's
    "role_filled_twice": (
        "役割「{name}」に「{first}」と「{key}」を並べて書くことはできません。どちらかを削ってください。",
        "The role '{name}' cannot have '{key}' beside '{first}'. Remove one of them.",
    ),
    "opened_by_nobody": (
        "最初の状態「{name}」から人の手で進める遷移がないため、案件を起案できる人がいません。"
        "職のある役割の遷移を書いてください。",
        "No office may lead on from the initial state '{name}', so nobody could open a proposal. Add a"
        " transition by a role of offices.",
    ),
    "step_of_nobody": (
        "手順「{name}」が役割「{role}」に回答を求めていますが、"
        "その役割には職がなく、回答する人がいません。職のある役割にしてください。",
        "The step '{name}' asks the role '{role}', which no office holds, so nobody would answer."
        " Ask a role of offices.",
    ),
    "fired_with_others": (
        "遷移「{trigger}」は役割「{role}」とほかの役割を並べていますが、"
        "「{role}」の行為は人の手では行いません。遷移を分けてください。",
        "Transition '{trigger}' names other roles beside '{role}', whose acts nobody does by hand."
        " Make it two transitions.",
    ),
    "no_occasion": (
        "遷移「{trigger}」（役割「{role}」）に、いつ行われるか（occasion）がありません。"
        "次のいずれかを書いてください：{known}",
        "Transition '{trigger}' (role '{role}') does not say on which occasion it happens. Give it"
        " one as 'occasion': {known}",
    ),
    "occasion_by_hand": (
        "遷移「{trigger}」は役割「{role}」が人の手で行うため、occasion「{occasion}」は書けません。"
        "削るか、会議体の役割（body）または自動の役割（automatic）にしてください。",
        "Transition '{trigger}' is done by the offices of '{role}', so it has no occasion"
        " '{occasion}'. Remove it, or name a role with 'body' or 'automatic'.",
    ),
    "occasion_of_others": (
        "遷移「{trigger}」の役割「{role}」に、occasion「{occasion}」はありません。"
        "次のいずれかを書いてください：{known}",
        "Transition '{trigger}' has the occasion '{occasion}', which the role '{role}' never has. Give"
        " it one of: {known}",
    ),
    "trigger_of_two_kinds": (
        "行為「{trigger}」は、先の遷移（{first}）では別のときに行われます。"
        "人の手による行為と、それぞれの occasion には、別の名前を付けてください。",
        "'{trigger}' happens otherwise at {first}. Give what people do, and what happens on each"
        " occasion, a trigger of its own.",
    ),
    "occasion_of_two_triggers": (
        "状態「{source}」では occasion「{occasion}」がすでに行為「{first}」を起こします。"
        "「{trigger}」と同じ名前にするか、どちらかを削ってください。",
        "In '{source}' the occasion '{occasion}' already does '{first}', and '{trigger}' would compete"
        " with it. Use one trigger for both, or remove one.",
    ),
    "without_way_on": (
        "「{trigger}」で案件は状態「{state}」に入りますが、そこで起こり得る次の occasion の遷移がありません。"
        "書き足してください：{missing}",
        "'{trigger}' leads into '{state}', which has no transition for everything that may come of it there."
        " Add transitions on: {missing}",
    ),
    # Conditions, and what is asked of several
    "no_conditions": (
        "「{step}」に {key} がありますが、条件ごとに求める手順ではありません。"
        "for_each に型 conditions の値を書くか、{key} を削ってください。",
        "'{step}' has '{key}' and is not asked for each condition. Give it a value of type conditions as"
        " for_each, or remove '{key}'.",
    ),
    "breach_agrees": (
        "手順「{step}」の回答「{answer}」は、条件の違反（breach）でありながら同意（agrees: true）です。"
        "どちらかを改めてください。",
        "The answer '{answer}' of '{step}' says that the condition is broken (breach) and agrees. Change"
        " one of the two.",
    ),
    "no_ministries": (
        "手順「{step}」に own_ministry がありますが、府省庁ごとに求める手順ではありません。"
        "for_each に型 ministries の値を書くか、own_ministry を削ってください。",
        "'{step}' has 'own_ministry' and is not asked for each of some ministries. Give it a value of type"
        " ministries as for_each, or remove 'own_ministry'.",
    ),
    # Guards that could never be met
    "left_when_done": (
        "条件「{guard}」は満たされません。行為「{name}」は、"
        "状態「{source}」にとどまったまま行うことができません。条件を直してください。",
        "The guard '{guard}' can never be met, as no '{name}' from '{source}' stays in that state."
        " Correct the guard.",
    ),
    "recorded_by_others": (
        "条件「{guard}」が指す行為「{trigger}」は、記録「{record}」を残しません。"
        "残す行為を指してください：{keepers}",
        "The guard '{guard}' names '{trigger}', which does not keep the record '{record}'. Name one"
        " that does: {keepers}",
    ),
    "recorded_without_amount": (
        "条件「{guard}」の比べる金額がありません。記録「{record}」を残す行為に、"
        "値「amount」を受け取らせてください。",
        "The guard '{guard}' has nothing to compare. Let an act that keeps the record '{record}'"
        " take 'amount'.",
    ),
    "empty_bounds": (
        "条件が両立しません。「{lower}」は{minimum}以上、「{upper}」は{maximum}以下を求めています。"
        "どちらかを直してください。",
        "Two guards exclude each other: '{lower}' wants at least {minimum}, '{upper}' at most"
        " {maximum}. Correct one of them.",
    ),
    "never_asked": (
        "条件「{guard}」は満たされません。{user}までに手順「{step}」を求めるところがありません。"
        "それより前の状態か行為の asks に書いてください。",
        "The guard '{guard}' can never be met, as nothing asks the step '{step}' before {user}. Ask"
        " it in an earlier state or act (asks).",
    ),
    "not_each_condition": (
        "手順「{step}」は条件ごとに開かれないため、「{guard}」で条件の履行を確かめられません。"
        "for_each に型 conditions の値を書いてください。",
        "The step '{step}' is not asked for each condition, so '{guard}' cannot verify any. Give it"
        " a value of type conditions as for_each.",
    ),
    # Transitions
    "no_roles": (
        "遷移「{trigger}」に役割（roles）がありません。誰にも許されない行為になります。"
        "役割を書いてください。",
        "Transition '{trigger}' has no roles, so nobody may do it. Give it 'roles'.",
    ),
    "never_tried": (
        "状態「{source}」の「{trigger}」は、条件のない遷移（{first}）の後にあるため使われません。"
        "条件のない遷移を最後に置いてください。",
        "'{trigger}' from '{source}' is never tried, because the unguarded one at {first} comes"
        " first. Put the unguarded one last.",
    ),
    "equal_guards": (
        "状態「{source}」の「{trigger}」は、条件が同じ遷移が先にあります（{first}）。"
        "どちらかを削るか、条件を分けてください。",
        "'{trigger}' from '{source}' has the same guards as the one at {first}. Remove one of them,"
        " or give them different guards.",
    ),
    "taken_twice": (
        "遷移「{trigger}」の値「{name}」が takes と may_take の両方にあります。どちらかから削ってください。",
        "Transition '{trigger}' has the value '{name}' both in takes and in may_take. Remove it from"
        " one of them.",
    ),
    "value_not_taken": (
        "条件「{guard}」は値「{name}」を見ますが、遷移「{trigger}」はそれを受け取りません。takes か"
        " may_take に加えてください。",
        "The guard '{guard}' reads the value '{name}', which transition '{trigger}' does not take."
        " Add it to takes or may_take.",
    ),
    "builds_nothing": (
        "遷移「{trigger}」は builds_on を持ちますが、記録を残しません。records を書くか、builds_on"
        " を削ってください。",
        "Transition '{trigger}' has builds_on but keeps no record. Give it 'records', or remove builds_on.",
    ),
    "fan_out_without_value": (
        "{user}が手順「{step}」を求めますが、その対象となる値「{name}」を受け取りません。takes"
        " に加えてください。",
        "The step '{step}' is asked for each of '{name}', a value that {user} does not take. Add it"
        " to takes.",
    ),
    # Fields, values, dates, documents
    "field_missing": (
        "項目「{name}」（型 {type}）がありません。どの定義にも必要です。加えてください。",
        "The field '{name}' (type {type}) is missing, and every definition has it. Add it.",
    ),
    "field_not_required": (
        "項目「{name}」が必須になっていません。required: true を書いてください。",
        "The field '{name}' is not required. Write 'required: true'.",
    ),
    "wrong_type": (
        "「{name}」の型が {type} になっています。{wanted} にしてください。",
        "'{name}' is of type {type}. Make it {wanted}.",
    ),
    "too_many_required": (
        "必須項目が{count}個あります（上限は{limit}個）。「{name}」などを任意にしてください。",
        "There are {count} required fields, and at most {limit} are allowed. Make '{name}' optional.",
    ),
    "choice_without_choices": (
        "「{name}」に選択肢がありません。choices を書いてください。",
        "'{name}' is a choice without choices. Give it 'choices'.",
    ),
    "choices_elsewhere": (
        "「{name}」の型 {type} は選択肢（choices）を持てません。choices を削るか、型を choice"
        " にしてください。",
        "'{name}' is of type {type}, which has no choices. Remove the choices, or make it a choice.",
    ),
    "alias_taken": (
        "項目「{name}」の別名「{alias}」は、すでに「{owner}」を指します。別の名前にしてください。",
        "The alias '{alias}' of the field '{name}' already means '{owner}'. Choose another alias.",
    ),
    "correctable_decides": (
        "項目「{name}」は判断の対象であり、誤記として訂正できません（correctable）。correctable を外してください。",
        "The field '{name}' is judged: what it says is no slip to be corrected. Remove correctable.",
    ),
    "due_and_none": (
        "期限と「期限なし」（none）が両方書かれています。どちらか一方にしてください。",
        "A due date and a reason for none (none) exclude each other. Remove one of them.",
    ),
    "due_says_nothing": (
        "期限に中身がありません。日数・期日などか、期限なしの理由（none）を書いてください。",
        "The due date is empty. Give days, a date or the like, or the reason for none (none).",
    ),
    "no_such_date": (
        "期日「{name}」の{month}月{day}日という日はありません。月か日を直してください。",
        "The date '{name}' is day {day} of month {month}, which no year has. Correct the month or the day.",
    ),
    "no_answers": (
        "手順「{name}」に回答がありません。answers を書いてください。",
        "The step '{name}' has no answers. Give it 'answers'.",
    ),
    "no_template": (
        "文書「{name}」の様式「{template}」が日英そろっていません。次のいずれかにしてください：{known}",
        "The document '{name}' needs the template '{template}' in Japanese and English. There are: {known}",
    ),
    # Due dates in words
    "due_working_days": ("{days}営業日以内", "within {days} working days"),
    "due_same_day": ("当日", "the same day"),
    "due_months": ("{months}か月以内", "within {months} months"),
    "due_yearly": ("{month}月{day}日", "by {day} {month_name}"),
    "due_monthly": ("毎月{day}日", "by day {day} of the month"),
    "due_fiscal_year_end": ("年度末", "by the end of the fiscal year"),
    "due_none": ("期限なし（{reason}）", "no due date ({reason})"),
    # Rounds and missed dates
    "escalates_in_circle": (
        "役割「{name}」の上申先をたどると「{name}」に戻ります（{way}）。上申先は最上位で終わるようにしてください。",
        "What '{name}' misses goes up in a circle ({way}). Let the way up end at the highest role.",
    ),
    "escalates_to_nobody": (
        "役割「{name}」の上申先「{role}」は職が担う役割ではありません。職が担う役割を指定してください。",
        "'{name}' escalates to '{role}', which no office holds. Name a role that offices hold.",
    ),
    "no_overdue_report": (
        "役割「{name}」に上申先がありますが、手順「{step}」がありません。この名前の手順を定義してください。",
        "'{name}' escalates, but there is no step '{step}'. Define a step of that name.",
    ),
    "overdue_report_form": (
        "手順「{step}」は lasting: true とし、for_each と when を書かないでください。期限の点検が求める手順です。",
        "The step '{step}' has to be lasting, without for_each and when: the sweep of deadlines asks it.",
    ),
    "round_role": (
        "年次募集を行う役割「{name}」は、職が担う中央の役割（central: true）でなければなりません。",
        "Rounds are opened by the role '{name}', which has to be a central one that offices hold.",
    ),
    "round_asked": (
        "年次募集に応じる役割「{name}」は、府省庁の職が担う役割でなければなりません。",
        "Rounds are answered by the role '{name}', which has to be one of a ministry that offices hold.",
    ),
    "round_stage_twice": (
        "状態「{name}」は段階「{stage}」のほかでも使われているか、最初の状態です。どれか一つの段階に入れてください。",
        "The state '{name}' of the stage '{stage}' is in another stage too, or is the first state."
        " Put it into one stage.",
    ),
    # Diagram and matrix
    "diagram_details": ("{details}", "{details}"),
    "diagram_transition": ("{title}（{roles}）", "{title} ({roles})"),
}
