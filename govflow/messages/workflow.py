"""What can be wrong with a definition, and how a definition reads to people."""

TEXTS = {
    # The file as a whole
    "format_missing": (
        "「format: {format}」がありません。先頭に書いてください。",
        "the file does not state its format; begin it with 'format: {format}'",
    ),
    "format_unknown": (
        "形式「{given}」は読めません。この版の govflow が読める形式は {format} です。",
        "the format {given} is not known; this version of govflow reads format {format}",
    ),
    "too_many_states": (
        "状態が{count}個あります（上限は{limit}個）。定義を分けてください。",
        "there are {count} states and {limit} are the most; split the definition",
    ),
    # How guards are written
    "guards_not_a_list": (
        "「{key}」は条件のリストで書いてください（例：[amount_stated]）。",
        "'{key}' has to be a list of guards, such as [amount_stated]",
    ),
    "guard_form": (
        "条件は名前だけ、または「名前: 値」一組で書いてください（{kind}になっています）。",
        "a guard is a bare name or one 'name: parameter', not {kind}",
    ),
    "guard_unknown": (
        "未知の条件「{name}」です{hint}。使える条件：{known}",
        "unknown guard '{name}'{hint}; the guards are {known}",
    ),
    "guard_without_parameter": (
        "条件「{name}」には値が必要です（「{name}: …」）。",
        "the guard '{name}' needs a parameter ('{name}: ...')",
    ),
    "guard_takes_no_parameter": (
        "条件「{name}」は値を取りません。名前だけを書いてください。",
        "the guard '{name}' takes no parameter; write its bare name",
    ),
    "not_a_choice": (
        "「{key}」の選択肢は名前か真偽値で書いてください（{kind}になっています）。",
        "a choice of '{key}' has to be a name or true or false, not {kind}",
    ),
    # Who names what
    "user_definition": ("定義", "the definition"),
    "user_transition": ("遷移「{name}」", "transition '{name}'"),
    "user_state": ("状態「{name}」", "state '{name}'"),
    "user_step": ("照会「{name}」", "step '{name}'"),
    "user_answer": ("照会「{step}」の回答「{name}」", "answer '{name}' of step '{step}'"),
    "user_guard": ("{user}の条件「{guard}」", "guard '{guard}' of {user}"),
    "kind_roles": ("役割", "role"),
    "kind_fields": ("項目", "field"),
    "kind_values": ("値", "value"),
    "kind_dates": ("期日", "date"),
    "kind_steps": ("照会", "step"),
    "kind_documents": ("文書", "document"),
    "kind_triggers": ("行為", "trigger"),
    "kind_states": ("状態", "state"),
    "kind_records": ("記録", "record"),
    "kind_deeds": ("行為または照会", "trigger or step"),
    "kind_answers": ("回答", "answer"),
    "kind_field_choices": ("項目の選択肢", "choice of a field"),
    "kind_value_choices": ("値の選択肢", "choice of a value"),
    "kind_fan_outs": (
        "府省庁・条件・案件参照の項目または値",
        "field or value with ministries, conditions or a reference",
    ),
    # Names
    "unknown_name": (
        "{user}が未知の{kind}「{name}」を指しています{hint}。",
        "{user} names unknown {kind} '{name}'{hint}",
    ),
    "unknown_record": (
        "{user}が、どの行為も残さない記録「{name}」を指しています{hint}。",
        "{user} names the record '{name}', which no act keeps{hint}",
    ),
    "unused_name": (
        "{kind}「{name}」はどこでも使われていません。使うか、削ってください。",
        "the {kind} '{name}' is never used; use it or leave it out",
    ),
    "malformed_name": (
        "名前「{name}」に使えない文字があります。英小文字で始め、英小文字・数字・「_」だけで書いてください。",
        "the name '{name}' may hold only small letters, digits and '_', and begins with a letter",
    ),
    "reserved_state": (
        "「{name}」は「動かさない」という意味の語で、状態の名前には使えません。",
        "'{name}' means 'moves nothing' and cannot be the name of a state",
    ),
    "reserved_act": (
        "{kind}に「{name}」という名前は使えません。どの手続にもともとある行為（案件の起案・改訂）の名前です。"
        "別の名前にしてください。",
        "the {kind} cannot be called '{name}', the name of an act that every workflow has of itself"
        " (a proposal is opened, its draft revised); rename it",
    ),
    "step_named_as_trigger": (
        "照会「{name}」と同じ名前の行為があります。どちらかの名前を変えてください。",
        "the step '{name}' has the name of a trigger; rename one of them",
    ),
    # States
    "unreachable": (
        "状態「{name}」には、最初の状態「{initial}」からたどり着けません。",
        "the state '{name}' cannot be reached from the initial state '{initial}'",
    ),
    "dead_end": (
        "状態「{name}」は終わりではないのに、出ていく遷移がありません。",
        "the state '{name}' is no end, yet no transition leaves it",
    ),
    "no_exit": (
        "状態「{name}」からは、どの終わりの状態にもたどり着けません（出口のない循環）。",
        "from the state '{name}' no end state can be reached (a loop without exit)",
    ),
    "no_end": ("終わりの状態（end: true）がありません。", "there is no end state (end: true)"),
    "end_left": (
        "終わりの状態「{name}」から行為「{trigger}」が出ています。",
        "'{trigger}' leaves the end state '{name}'",
    ),
    "end_waits": (
        "終わりの状態「{name}」に「{key}」は書けません。",
        "the end state '{name}' waits for nobody and has no '{key}'",
    ),
    "state_without_role": (
        "状態「{name}」に、次に動く役割（role）がありません。",
        "the state '{name}' does not say whose turn it is (role)",
    ),
    "state_without_due": (
        "状態「{name}」に期限（due）がありません。期限を設けないなら理由を書いてください"
        "（due：{{none: …}}）。",
        "the state '{name}' has no due date; give one, or the reason for none (due: {{none: ...}})",
    ),
    "idle_role": (
        "状態「{name}」は役割「{role}」を待ちますが、その役割にはこの状態でできる行為も回答もありません。",
        "the state '{name}' waits for the role '{role}', which has no transition and no step to answer there",
    ),
    # Guards that could never be met
    "left_when_done": (
        "条件「{guard}」は満たされません。行為「{name}」は、状態「{source}」にとどまったまま行うことができません。",
        "the guard '{guard}' can never be met: no '{name}' from '{source}' stays in that state",
    ),
    "recorded_by_others": (
        "条件「{guard}」が指す行為「{trigger}」は、記録「{record}」を残しません（残すもの：{keepers}）。",
        "the guard '{guard}' names '{trigger}', which does not keep the record '{record}' ({keepers} does)",
    ),
    "recorded_without_amount": (
        "条件「{guard}」の比べる金額がありません。記録「{record}」を残す行為は、どれも値「amount」を受け取りません。",
        "the guard '{guard}' has nothing to compare: no act that keeps the record '{record}' takes 'amount'",
    ),
    "empty_bounds": (
        "条件が両立しません。「{lower}」は{minimum}以上、「{upper}」は{maximum}以下を求めています。",
        "these guards exclude each other: '{lower}' wants at least {minimum}, '{upper}' at most {maximum}",
    ),
    "never_asked": (
        "条件「{guard}」は満たされません。{user}までに照会「{step}」を求めるところがありません。",
        "the guard '{guard}' can never be met: nothing asks the step '{step}' before {user}",
    ),
    "not_each_condition": (
        "照会「{step}」は条件ごとに開かれないため、「{guard}」で条件の履行を確かめられません。"
        "for_each に型 conditions の値を書いてください。",
        "the step '{step}' is not asked for each condition, so '{guard}' cannot verify any;"
        " give it a value of type conditions as for_each",
    ),
    # Transitions
    "no_roles": (
        "遷移「{trigger}」に役割（roles）がありません。誰にも許されない行為になります。",
        "transition '{trigger}' has no roles, so nobody may do it",
    ),
    "never_tried": (
        "状態「{source}」の「{trigger}」は、条件のない遷移（{first}）の後にあるため使われません。"
        "条件のない遷移を最後に置いてください。",
        "'{trigger}' from '{source}' is never tried, because the unguarded one at {first} comes first;"
        " put the unguarded one last",
    ),
    "equal_guards": (
        "状態「{source}」の「{trigger}」は、条件が同じ遷移が先にあります（{first}）。",
        "'{trigger}' from '{source}' has the same guards as the one at {first}",
    ),
    "taken_twice": (
        "遷移「{trigger}」の値「{name}」が takes と may_take の両方にあります。",
        "transition '{trigger}' has the value '{name}' both in takes and in may_take",
    ),
    "value_not_taken": (
        "条件「{guard}」は値「{name}」を見ますが、遷移「{trigger}」はそれを受け取りません。",
        "the guard '{guard}' reads the value '{name}', which transition '{trigger}' does not take",
    ),
    "builds_nothing": (
        "遷移「{trigger}」は builds_on を持ちますが、記録（records）を残しません。",
        "transition '{trigger}' has builds_on but keeps no record (records)",
    ),
    "fan_out_without_value": (
        "{user}が照会「{step}」を開きますが、その対象となる値「{name}」を受け取りません。",
        "{user} asks the step '{step}' for each of '{name}', but does not take that value",
    ),
    # Fields, values, dates, documents
    "field_missing": (
        "項目「{name}」（型 {type}）がありません。どの定義にも必要です。",
        "the field '{name}' (type {type}) is missing; every definition has it",
    ),
    "field_not_required": (
        "項目「{name}」は必須（required: true）でなければなりません。",
        "the field '{name}' has to be required (required: true)",
    ),
    "wrong_type": (
        "「{name}」の型は {wanted} でなければなりません（{type} になっています）。",
        "'{name}' has to be of type {wanted}, not {type}",
    ),
    "too_many_required": (
        "必須項目が{count}個あります（上限は{limit}個）。「{name}」などを任意にしてください。",
        "there are {count} required fields and {limit} are the most; make '{name}' optional",
    ),
    "choice_without_choices": (
        "「{name}」に選択肢（choices）がありません。",
        "'{name}' is a choice without choices",
    ),
    "choices_elsewhere": (
        "「{name}」の型 {type} は選択肢（choices）を持てません。",
        "'{name}' is of type {type}, which has no choices",
    ),
    "alias_taken": (
        "項目「{name}」の別名「{alias}」は、すでに「{owner}」を指します。",
        "the alias '{alias}' of the field '{name}' already means '{owner}'",
    ),
    "due_and_none": (
        "期限と「期限なし」（none）が両方書かれています。どちらか一方にしてください。",
        "a due date and a reason for none (none) exclude each other",
    ),
    "due_says_nothing": (
        "期限に中身がありません。日数・期日などか、期限なしの理由（none）を書いてください。",
        "the due date is empty; give days, a date or the like, or the reason for none (none)",
    ),
    "no_such_date": (
        "期日「{name}」の{month}月{day}日という日はありません。",
        "the date '{name}' is day {day} of month {month}, which no year has",
    ),
    "no_answers": ("照会「{name}」に回答（answers）がありません。", "the step '{name}' has no answers"),
    "no_template": (
        "文書「{name}」のテンプレート「{template}」が日英そろっていません。あるもの：{known}",
        "the document '{name}' needs the template '{template}' in Japanese and English; there are {known}",
    ),
    # Due dates in words
    "due_working_days": ("{days}営業日以内", "within {days} working days"),
    "due_same_day": ("当日", "the same day"),
    "due_months": ("{months}か月以内", "within {months} months"),
    "due_yearly": ("{month}月{day}日", "by {day} {month_name}"),
    "due_monthly": ("毎月{day}日", "by day {day} of the month"),
    "due_fiscal_year_end": ("年度末", "by the end of the fiscal year"),
    "due_none": ("期限なし（{reason}）", "no due date ({reason})"),
    # Diagram and matrix
    "diagram_details": ("{details}", "{details}"),
    "diagram_transition": ("{title}（{roles}）", "{title} ({roles})"),
}
