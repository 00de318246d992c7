"""Hostile tables: proposals, acts and programmes as CSV."""

from __future__ import annotations

from hostile_case import PROGRAMMES, Case, case

HEAD = "key,title,ministry,fiscal_year,amount\n"


def row(
    key: str = "k", title: str = "plain", ministry: str = "maruyama", year: str = "2025", amount: str = "5"
) -> str:
    return f"{key},{title},{ministry},{year},{amount}\n"


ACTS = "reference,trigger,data\n"

ROWS: list[Case] = [
    case("nothing", "csv", "", "reading.csv_empty"),
    case("only line ends", "csv", "\n\r\n\n", "reading.csv_empty"),
    case("a header alone", "csv", HEAD, "submission.no_rows"),
    case("a byte order mark", "csv", "\ufeff" + HEAD + row("csv-bom"), "inert"),
    case("a row too short", "csv", HEAD + "k,plain\n", "reading.csv_too_few"),
    case("a row too long", "csv", HEAD + row().replace("\n", ",x\n"), "reading.csv_too_many"),
    case("a row of 1,000,000 fields", "csv", lambda: HEAD + "," * 1_000_000 + "\n", "reading.csv_too_many"),
    case("1,000,000 columns", "csv", lambda: "," * 1_000_000 + "\n", "reading.csv_many_columns"),
    case("100,000 columns of one name", "csv", lambda: ",".join(["title"] * 100_000) + "\n", "reading.csv_many_columns"),
    case("1,000 columns of one name", "csv", lambda: ",".join(["title"] * 1000) + "\n", "reading.column_repeated"),
    case("a column twice", "csv", "key,key\na,b\n", "reading.column_repeated"),
    case("a column of nothing", "csv", "key, \na,b\n", "reading.column_unnamed"),
    case("a field under two names", "csv", HEAD.replace("\n", ",件名\n") + row().replace("\n", ",x\n"), "submission.doubled_field"),
    case("an open quote", "csv", HEAD + '"k,plain\n', "reading.csv_unclosed_quote"),
    case("10 MB in an open quote", "csv", lambda: HEAD + '"' + "x" * 10_000_000, "reading.csv_unclosed_quote"),
    case("1,000,000 quotes", "csv", lambda: HEAD + '"' * 1_000_001, "reading.csv_unclosed_quote"),
    case("a quote inside", "csv", HEAD + row(title='a"b'), "reading.csv_stray_quote"),
    case("more after a quote", "csv", HEAD + row(title='"a"b'), "reading.csv_after_quote"),
    case("a carriage return alone", "csv", HEAD + "k,a\rb,maruyama,2025,5\n", "reading.csv_line_end"),
    case("a line in a title", "csv", HEAD + row(title='"a\nb"'), "reading.text_several_lines"),
    case("a carriage return in a title", "csv", HEAD + row(title='"a\rb"'), "reading.text_control"),
    case("a NUL", "csv", HEAD + row(title="a\0b"), "reading.csv_nul"),
    case("a NUL in the header", "csv", HEAD.replace("title", "ti\0tle") + row(), "reading.csv_nul"),
    case("a title of 10 MB", "csv", lambda: HEAD + row(title="あ" * 3_500_000), "reading.text_too_long"),
    case("UTF-16", "csv", (HEAD + row()).encode("utf-16"), "reading.encoding_utf16"),
    case("cp932 that was not asked for", "csv", (HEAD + row(title="予算要求書")).encode("cp932"), "reading.encoding_other"),
    case("UTF-8 where cp932 was asked for", "cp932", HEAD + row(title="予算要求書"), "reading.encoding_other"),
    case("cp932 as asked for", "cp932", (HEAD + row("sjis", "予算要求書")).encode("cp932"), "inert"),
    case("bytes that cp932 does not use", "cp932", HEAD.encode() + b"k,\xa0\xfd\xff,maruyama,2025,5\n", "reading.text_private_use"),
    case("a byte that is no UTF-8", "csv", (HEAD + row(title="予算要求書")).encode() + b"k2,\xff,maruyama,2025,5\n", "reading.csv_undecodable"),
    case("a key twice", "csv", HEAD + row() + row(), "submission.repeated_key"),
    case("no key", "csv", HEAD + row(key=""), "reading.required"),
    case("a formula for an amount", "csv", HEAD + row(amount="=1+1"), "reading.not_a_number"),
    case("a formula for a year", "csv", HEAD + row(year="=2025"), "reading.not_a_year"),
    case("an amount grouped by tens", "csv", HEAD + row(amount='"1,00"'), "reading.number_grouping"),
    case("an amount in full width", "csv", HEAD + row("wide-csv", amount="５００"), "inert"),
    case("an amount with a full-width comma", "csv", HEAD + row("wide2", amount="１，０００"), "inert"),
    case("an amount in Arabic-Indic digits", "csv", HEAD + row(amount="٥٠"), "reading.not_a_number"),
    case("an amount with a sign of yen", "csv", HEAD + row(amount="¥500"), "reading.number_unit"),
    case("a negative amount as offices write it", "csv", HEAD + row(amount="▲5"), "reading.number_minus"),
    case("an amount with a superscript", "csv", HEAD + row(amount="5²"), "reading.not_a_number"),
    case("10^30 yen", "csv", HEAD + row(amount="1" + "0" * 30), "reading.yen_too_large"),
    case("100,000 digits", "csv", HEAD + row(amount="9" * 100_000), "reading.number_too_long"),
    case("an unnamed encoding of the header", "csv", "κey,title\n", "submission.columns_missing"),
    case("a title that lures in an Excel link", "csv", HEAD + row("hyper", '"=HYPERLINK(""http://x"")"'), "inert"),
    case("a title that begins with a tab", "csv", HEAD + row(title="\tx"), "reading.text_several_lines"),
    case("20,000 rows, all wrong", "csv", lambda: HEAD + "x\n" * 20_000, "reading.csv_too_few"),
    case("acts: data that is no JSON", "acts", ACTS + "MARUYAMA-2025-0001,request,x\n", "reading.json_syntax"),
    case("acts: NaN in data", "acts", ACTS + 'MARUYAMA-2025-0001,request,"{""note"": NaN}"\n', "reading.number_not_finite"),
    case("acts: a key twice in data", "acts", ACTS + 'MARUYAMA-2025-0001,request,"{""note"":""a"",""note"":""b""}"\n', "reading.key_repeated"),
    case("acts: deep data", "acts", ACTS + f"MARUYAMA-2025-0001,request,{'[' * 50_000}\n", "reading.too_deep"),
    case("acts: a reference as a path", "acts", "reference,trigger\n../../etc,request\n", "acts.unknown_reference"),
    case("acts: SQL for a reference", "acts", "reference,trigger\n' OR 1=1 --,request\n", "acts.unknown_reference"),
    case("acts: an act of nothing", "acts", "reference,trigger\nMARUYAMA-2025-0001,__init__\n", "acts.no_such_trigger"),
    case("a header of another file", "programmes", HEAD + row(), "reading.column_missing"),
    case("a ministry of nobody", "programmes", PROGRAMMES.replace("丸山町", "x"), "programme.unknown_spelling"),
    case("a programme twice", "programmes", PROGRAMMES + PROGRAMMES.split("\n")[1] + "\n", "programme.key_repeated"),
    case("a formula for a budget", "programmes", PROGRAMMES.replace(",5", ",=5"), "reading.not_a_number"),
    case("a year 0", "programmes", PROGRAMMES.replace("2021", "0"), "reading.integer_out_of_range"),
    case("a title with a terminal escape", "programmes", PROGRAMMES.replace("備品", "\x1b[1m"), "reading.text_control"),
]  # fmt: skip
