"""What can be wrong with a programme file and with the mapping made for it."""

TEXTS = {
    "unknown_ministry": (
        "府省庁「{name}」は組織にありません{hint}。組織ファイルのコードを書いてください。",
        "The organisation has no ministry '{name}'{hint}. Use a code of the organisation file.",
    ),
    "unknown_spelling": (
        "府省庁名「{name}」がどの府省庁か分かりません{hint}。対応表の「spellings」に加えてください。",
        "No ministry is known by the name '{name}'{hint}. Add it under 'spellings' in the mapping.",
    ),
    "spelling_repeated": (
        "「{name}」は府省庁「{other}」の名称でもあります。どちらか一方にしてください。",
        "'{name}' is a name of the ministry '{other}' too. Leave it to one of them.",
    ),
    "owner_repeated": (
        "事業「{programme}」の所管が二度示されています（最初は {first}）。一つにしてください。",
        "The owner of programme '{programme}' is given twice (first at {first}). Remove one of them.",
    ),
    "unknown_programme": (
        "事業「{programme}」はこのファイルにありません{hint}。対応表とファイルの組合せを確かめてください。",
        "The file has no programme '{programme}'{hint}. Check that the mapping belongs to this file.",
    ),
    "key_repeated": (
        "事業番号「{key}」が重複しています（最初は {first}）。どちらかを直してください。",
        "The programme number '{key}' is repeated (first at {first}). Correct one of them.",
    ),
    "years_reversed": (
        "終了年度（{end}）が開始年度（{start}）より前です。どちらかを改めてください。",
        "The programme ends ({end}) before it starts ({start}). Correct one of the years.",
    ),
}
