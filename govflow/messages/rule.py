"""Rules of ballots in words, and what is wrong with a rule's file."""

TEXTS = {
    # a rule in sentences
    "says_more_than": (
        "賛成が{base}の {fraction} を超えると可決します。",
        "It passes when those in favour are more than {fraction} of {base}.",
    ),
    "says_at_least": (
        "賛成が{base}の {fraction} 以上になると可決します。",
        "It passes when those in favour are at least {fraction} of {base}.",
    ),
    "says_all": (
        "{base}がすべて賛成であるとき可決します。",
        "It passes when {base} are all in favour.",
    ),
    "says_min_yes": (
        "賛成は {min_yes} 席以上でなければなりません。",
        "At least {min_yes} seats have to be in favour.",
    ),
    "says_max_no": (
        "反対（留保を含む）は {max_no} 席までです。",
        "No more than {max_no} may be against or block.",
    ),
    "says_no_against": (
        "反対や留保が一つでもあれば可決しません。",
        "Nobody may be against.",
    ),
    "says_blocking": (
        "留保があれば、解かれるまで可決しません。",
        "A block holds it up until it is lifted.",
    ),
    "says_quorum_at_least": (
        "定足数は{base}の {fraction} 以上です。",
        "The quorum is at least {fraction} of {base}.",
    ),
    "says_quorum_more_than": (
        "定足数は{base}の {fraction} を超える数です。",
        "The quorum is more than {fraction} of {base}.",
    ),
    "says_counted": ("定足数には{counted}も数えます。", "The quorum also counts {counted}."),
    "counted_proxy": ("委任状による代理", "seats with a proxy"),
    "counted_written": ("書面での回答", "written ballots"),
    "says_recused_absent": (
        "除斥された席は欠席として数えます。",
        "Recused seats count as absent ones.",
    ),
    "says_tie_fail": ("{tie}は否決とします。", "A tie ({tie}) fails."),
    "says_tie_chair": (
        "{tie}のときは議長が決します。",
        "A tie ({tie}) is decided by the chair's casting vote.",
    ),
    "says_tie_status_quo": (
        "{tie}のときは現状を変えません。",
        "A tie ({tie}) leaves what is in force as it is.",
    ),
    "says_tie_carry_over": (
        "{tie}のときは次の会議に持ち越します。",
        "A tie ({tie}) is carried over to the next meeting.",
    ),
    "tied_strict": ("可否同数", "two equal halves"),
    "tied_yes_eq_no": ("賛否同数（棄権を問わない）", "as many for as against, whoever abstains"),
    "says_casting_only": (
        "議長は定足数に数え、裁決にのみ加わります。",
        "The chair counts for the quorum and only casts.",
    ),
    "says_silence_assent": (
        "回答のない席は賛成とみなします。",
        "Seats that give no answer are taken to assent.",
    ),
    "says_silence_abstain": (
        "回答のない席は棄権とみなします。",
        "Seats that give no answer are taken to abstain.",
    ),
    "says_revote": (
        "採決の終了までは表決を変えられます。",
        "A vote may be changed until the close.",
    ),
    "says_requires": (
        "{bodies} も同じ案文を可決しなければなりません。",
        "{bodies} must pass the same text too.",
    ),
    # truth tables
    "table_abstaining": ("ほかの席がすべて棄権した場合：", "Where all others abstain:"),
    "table_away": ("ほかの席がすべて欠席した場合：", "Where all others are away:"),
    "table_blocking": (
        "一席が留保し、ほかの席がすべて棄権した場合：",
        "Where one blocks and all others abstain:",
    ),
    "table_yes": ("賛成 {count}", "{count} yes"),
    "table_no": ("反対 {count}", "{count} no"),
    "legend": ("{short}＝{outcome}", "{short} = {outcome}"),
    "table_size": (
        "真理値表は 1 席から {limit} 席までです（{seats} は指定できません）。--seats を直してください。",
        "A truth table has 1 to {limit} seats, not {seats}. Correct --seats.",
    ),
    "held_up": ("留保が解かれるまで可決しない", "nothing passes until the block is lifted"),
    # what is wrong with a rule
    "unknown": (
        "規則「{name}」はありません{hint}。付属の規則（{known}）かファイルを指定してください。",
        "There is no rule '{name}'{hint}. Name a rule that comes with govflow ({known}) or a file.",
    ),
    "fraction_range": (
        "「{key}」の {value} は範囲外です。0 より大きく 1 以下にしてください。",
        "'{key}': {value} is out of range. It must be greater than 0 and at most 1.",
    ),
    "fraction_float": (
        '「{key}」の {value} は小数です。"2/3" のように分数で書いてください。',
        "'{key}': {value} is a decimal number. Write a fraction, as in \"2/3\".",
    ),
    "fraction_unreadable": (
        '「{key}」の「{value}」は分数として読めません。"2/3" のように書いてください。',
        "'{key}': '{value}' is no fraction. Write it as in \"2/3\".",
    ),
    "fraction_denominator": (
        "「{key}」の {value} の分母は使えません。1 から {limit} までにしてください。",
        "'{key}': the denominator of {value} must be from 1 to {limit}.",
    ),
}
