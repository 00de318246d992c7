"""Hostile files: definitions, organisations, proposals, rules, votes, mappings, calendars and charters."""

from __future__ import annotations

from hostile_case import MAPPING, Case, case, changed


def proposal(**changes: str) -> str:
    """A proposal as YAML; a value is written as it is given."""
    fields = {
        "key": "k",
        "title": "plain",
        "ministry": "maruyama",
        "fiscal_year": "2025",
        "amount": "5",
        **changes,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _states(count: int) -> str:
    return "".join(f"  s{n}: {{title: {{ja: 状態{n}, en: state {n}}}, end: true}}\n" for n in range(count))


def _cycle(length: int) -> str:
    names = [f"m{n}" for n in range(length)]
    return "ministries:\n" + "".join(
        f"  {name}: {{title: {{ja: 部{n}, en: M{n}}}, parent: {names[(n + 1) % length]}}}\n"
        for n, name in enumerate(names)
    )


YAML = [
    case("a bomb of aliases", "proposal", _bomb(9), "reading.yaml_alias"),
    case("an anchor alone", "proposal", proposal(title="&a plain"), "reading.yaml_anchor"),
    case("an alias to itself", "proposal", "a: &a\n  b: *a\n", "reading.yaml_alias"),
    case("a merge", "proposal", "<<: {title: x}\n", "reading.yaml_merge"),
    case(
        "a python object",
        "proposal",
        proposal(title='!!python/object/apply:os.system ["id"]'),
        "reading.yaml_tag",
    ),
    case("a python name", "proposal", proposal(title="!!python/name:os.system x"), "reading.yaml_tag"),
    case("a tag of its own", "proposal", proposal(title="!x plain"), "reading.yaml_tag"),
    case("a binary", "proposal", proposal(title="!!binary aGk="), "reading.yaml_tag"),
    case("a set", "proposal", "!!set {key, title}\n", "reading.yaml_tag"),
    case("a tag directive", "proposal", "%TAG ! tag:x,2000:\n---\n!a b\n", "reading.yaml_tag"),
    case("two documents", "proposal", proposal() + "---\n" + proposal(), "reading.yaml_several_documents"),
    case("a key twice", "proposal", proposal() + "title: other\n", "reading.key_repeated"),
    case("a key twice, quoted", "proposal", proposal() + '"title": other\n', "reading.key_repeated"),
    case("a list as a key", "proposal", "? [a, b]\n: c\n", "reading.key_not_text"),
    case("a number as a key", "proposal", "1: a\n", "reading.key_not_text"),
    case("null as a key", "proposal", "~: a\n", "reading.key_not_text"),
    case("33 lists in lists", "proposal", proposal(title="[" * 33 + "]" * 33), "reading.too_deep"),
    case("100,000 lists in lists", "proposal", "[" * 100_000, "reading.too_deep"),
    case("100,000 mappings in a line", "proposal", "{a: " * 60_000, "reading.too_deep"),
    case("60,000 indented keys", "proposal", "- " * 60_000 + "a", "reading.too_deep"),
    case("a byte over 256 KiB", "proposal", proposal(title="x" * 262_144), "reading.too_large"),
    case("256 KiB of blanks", "proposal", " " * 262_144, "reading.document_empty"),
    case("an empty file", "proposal", "", "reading.document_empty"),
    case("only a comment", "proposal", "# x\n", "reading.document_empty"),
    case("only null", "proposal", "~\n", "reading.document_empty"),
    case("a NUL", "proposal", proposal(title="a\0b"), "reading.source_character"),
    case("a bare carriage return", "proposal", proposal(title="a\rb"), "reading.yaml_syntax"),
    case("a form feed", "proposal", proposal(title="a\fb"), "reading.source_character"),
    case("a next-line of YAML 1.1", "proposal", proposal(title="a\x85b"), "reading.source_character"),
    case("a line separator", "proposal", proposal(title="a\u2028b: c"), "reading.source_character"),
    case("a byte order mark", "proposal", "\ufeff" + proposal(key="bom"), "inert"),
    case("a byte order mark in the middle", "proposal", proposal(title="a\ufeffb"), "reading.source_character"),
    case("UTF-16", "proposal", proposal().encode("utf-16"), "reading.not_utf8"),
    case("UTF-32", "proposal", proposal().encode("utf-32"), "reading.not_utf8"),
    case("cp932", "proposal", proposal(title="購入").encode("cp932"), "reading.not_utf8"),
    case("overlong UTF-8", "proposal", b"title: \xc0\xaf\n", "reading.not_utf8"),
    case("a surrogate in UTF-8", "proposal", b"title: \xed\xa0\x80\n", "reading.not_utf8"),
    case("a character cut off", "proposal", "title: 購".encode()[:-1], "reading.not_utf8"),
    case("an escaped surrogate", "proposal", proposal(title=r'"\ud800"'), "reading.yaml_syntax"),
    case("an escape past Unicode", "proposal", proposal(title=r'"\U00110000"'), "reading.yaml_syntax"),
    case("a tab as indentation", "proposal", "title:\n\ta: b\n", "reading.yaml_syntax"),
    case("an open quote", "proposal", proposal(title='"abc'), "reading.yaml_syntax"),
    case("a list for a proposal", "proposal", "- a\n- b\n", "reading.not_a_mapping"),
    case("a text for a proposal", "proposal", "plain text\n", "reading.not_a_mapping"),
    case("on", "proposal", proposal(key="on", title="on"), "inert"),
    case("no", "proposal", proposal(key="no", title="no"), "inert"),
    case("true for a text", "proposal", proposal(title="true"), "reading.not_text"),
    case("null for a text", "proposal", proposal(title="~"), "submission.missing_field"),
    case("a number for a text", "proposal", proposal(title="010"), "inert"),
    case("an octal amount", "proposal", proposal(amount="010"), "reading.number_leading_zero"),
    case("a hexadecimal amount", "proposal", proposal(amount="0x10"), "reading.not_a_number"),
    case("a sexagesimal amount", "proposal", proposal(amount="1:30"), "reading.not_a_number"),
    case("an amount with underscores", "proposal", proposal(amount="1_000"), "reading.number_separator"),
    case("an amount that is no number", "proposal", proposal(amount=".nan"), "reading.not_a_number"),
    case("NaN", "proposal", proposal(amount="NaN"), "reading.not_a_number"),
    case("an infinite amount", "proposal", proposal(amount="-.inf"), "reading.not_a_number"),
    case("1e400", "proposal", proposal(amount="1e400"), "reading.number_not_finite"),
    case("an amount with an exponent", "proposal", proposal(amount="1e3"), "reading.number_exponent"),
    case("a fraction of a yen", "proposal", proposal(amount="0.5"), "reading.number_fraction"),
    case("-1 yen", "proposal", proposal(amount="-1"), "reading.yen_negative"),
    case("minus zero yen", "proposal", proposal(key="minus-zero", amount="-0"), "inert"),
    case("10^30 yen", "proposal", proposal(amount="1" + "0" * 30), "reading.yen_too_large"),
    case("10^18 + 1 yen", "proposal", proposal(amount=str(10**18 + 1)), "reading.yen_too_large"),
    case("5,000 digits", "proposal", proposal(amount="9" * 5000), "reading.number_too_long"),
    case("200,000 digits", "proposal", proposal(amount="9" * 200_000), "reading.number_too_long"),
    case("an exponent of 99 digits", "proposal", proposal(amount="1e" + "9" * 97), "reading.number_not_finite"),
    case("a quoted amount", "proposal", proposal(amount='"5"'), "inert"),
    case("an amount in full width", "proposal", proposal(key="wide", amount="５００"), "inert"),
    case("the year 0", "proposal", proposal(fiscal_year="0"), "reading.integer_out_of_range"),
    case("the year 9999", "proposal", proposal(fiscal_year="9999"), "reading.integer_out_of_range"),
    case("令和0年", "proposal", proposal(fiscal_year="令和0"), "reading.not_a_year"),
    case("昭和65年", "proposal", proposal(fiscal_year="昭和65"), "reading.not_a_year"),
    case("a year of 5,000 digits", "proposal", proposal(fiscal_year="2" * 5000), "reading.number_too_long"),
    case("a year as a date", "proposal", proposal(fiscal_year="2025-04-01"), "reading.not_a_year"),
    case("a ministry nearly right", "proposal", proposal(ministry="Maruyama"), "inert"),
    case("a ministry as a path", "proposal", proposal(ministry="../../etc"), "values.unknown_ministry"),
    case("a ministry as a pattern", "proposal", proposal(ministry="'%'"), "values.unknown_ministry"),
    case("an unknown field", "proposal", proposal(constructor="x"), "submission.unknown_field"),
    case("a field of Python's", "proposal", proposal(__class__="x"), "submission.unknown_field"),
    case("a key of 100,000 characters", "proposal", proposal(key="k" * 100_000), "reading.text_too_long"),
    case(
        "a field's name of 100,000 characters", "proposal", "? " + "k" * 100_000 + "\n: 1\n", "submission.unknown_field"
    ),
    case("20,000 unknown fields", "proposal", "".join(f"f{n}: 1\n" for n in range(20_000)), "submission.unknown_field"),
    case("another workflow", "proposal", proposal(workflow="nowhere"), "session.unknown_workflow"),
    case("a workflow as a list", "proposal", proposal(workflow="[a]"), "reading.not_text"),
    case("a workflow as a path", "proposal", proposal(workflow="../../x"), "session.unknown_workflow"),
    case("a title of 1,001 characters", "proposal", proposal(title="あ" * 1001), "reading.text_too_long"),
    case("a purpose of 20,001 characters", "proposal", proposal(purpose="あ" * 20_001), "reading.text_too_long"),
    case("a title of blanks", "proposal", proposal(title='"   "'), "submission.missing_field"),
    case("a title as a list", "proposal", proposal(title="[a, b]"), "reading.not_text"),
]  # fmt: skip

JSON = [
    case("a key twice", "json", '{"key": "a", "key": "b"}', "reading.key_repeated"),
    case("a key twice, one escaped", "json", r'{"key": "a", "\u006bey": "b"}', "reading.key_repeated"),
    case("NaN", "json", '{"amount": NaN}', "reading.number_not_finite"),
    case("-Infinity", "json", '{"amount": -Infinity}', "reading.number_not_finite"),
    case("1e400", "json", '{"amount": 1e400}', "reading.number_not_finite"),
    case("200,000 lists in lists", "json", "[" * 200_000, "reading.too_deep"),
    case("40,000 mappings in mappings", "json", '{"a":' * 40_000, "reading.too_deep"),
    case("more after the value", "json", "{} {}", "reading.json_trailing"),
    case("a comma too many", "json", '{"a": 1,}', "reading.json_syntax"),
    case("a comment", "json", "{/* x */}", "reading.json_syntax"),
    case("single quotes", "json", "{'a': 1}", "reading.json_syntax"),
    case("a lone surrogate", "json", r'{"title": "\ud800"}', "reading.text_surrogate"),
    case("surrogates the wrong way round", "json", r'{"title": "\udc00\ud800"}', "reading.text_surrogate"),
    case("a control character in a text", "json", '{"title": "a\x1bb"}', "reading.json_string"),
    case("an escaped NUL", "json", r'{"title": "a\u0000b"}', "reading.text_control"),
    case("a number that begins with 0", "json", '{"amount": 010}', "reading.json_syntax"),
    case("a number with a plus", "json", '{"amount": +1}', "reading.json_syntax"),
    case("an unfinished escape", "json", r'{"title": "\u12', "reading.json_string"),
    case("nothing", "json", "", "reading.document_empty"),
    case("UTF-16", "json", "{}".encode("utf-16"), "reading.not_utf8"),
    case("5,000 digits", "json", '{"amount": ' + "9" * 5000 + "}", "reading.number_too_long"),
    case("a byte over 256 KiB", "json", '"' + "x" * 262_143 + '"', "reading.too_large"),
]

DEFINITIONS = [
    changed("501 states", "definition", "states:\n", "states:\n" + _states(498), "workflow.too_many_states"),
    case("256 KiB and one", "definition", lambda: "#" * 262_145, "reading.too_large"),
    changed("an unknown format", "definition", "format: 1", "format: 99", "workflow.format_unknown"),
    changed("no states", "definition", "states:", "statez:", "reading.key_unknown"),
    changed("a state that nobody has", "definition", "initial: draft", "initial: nowhere", "workflow.unknown_name"),
    changed("a template as a path", "definition", "decision_memo", "../../../etc/passwd", "reading.not_a_name"),
    changed("code for a guard", "definition", "within_request", "__import__('os').system('id')", "workflow.guard_unknown"),
    changed("a template for a title", "definition", "購入決定書", "{{ 7 * 7 }}", "reading.key_not_text"),
    changed("a name in capitals", "definition", "name: town_purchase", "name: Town Purchase", "reading.not_a_name"),
    changed("a name as a path", "definition", "name: town_purchase", "name: ../x", "reading.not_a_name"),
    changed("a name in Cyrillic", "definition", "name: town_purchase", "name: tоwn", "reading.not_a_name"),
    changed("a name of 101 characters", "definition", "name: town_purchase", "name: " + "a" * 101, "reading.not_a_name"),
    changed("bidi in a title", "definition", "purchase request", '"a\\u202eb"', "reading.text_bidi"),
    changed("a title that is not NFC", "definition", "purchase request", '"e\\u0301"', "reading.text_not_nfc"),
    changed("version 0", "definition", "version: 1", "version: 0", "reading.integer_out_of_range"),
    changed("version 10^30", "definition", "version: 1", "version: 1" + "0" * 30, "reading.integer_out_of_range"),
    changed("10^9 working days", "definition", "working_days: 3", "working_days: 1000000000", "reading.integer_out_of_range"),
    changed("working days below 0", "definition", "working_days: 3", "working_days: -3", "reading.integer_out_of_range"),
    changed("a role of nobody", "definition", "role: town_accountant", "role: nobody", "workflow.unknown_name"),
    changed("a state that leads nowhere", "definition", "end: true", "end: false", "workflow.dead_end"),
    changed("a series with a path", "definition", "en: PD", "en: ../PD", "inert"),
    changed("a series that ends the terminal's line", "definition", "en: PD", 'en: "P\\u001b]0;x\\u0007D"', "reading.text_control"),
    changed("an alias of a field for another", "definition", "[金額]", "[件名]", "inert"),
    changed("4,000 acts of unknown states", "definition", "transitions:\n", "transitions:\n" + "".join(f"  - {{trigger: decide, from: drafd{n}, roles: [mayor]}}\n" for n in range(4000)), "reading.too_many_problems"),
    changed("a type of nothing", "definition", "type: yen", "type: eval", "reading.not_a_choice"),
]  # fmt: skip

ORGANISATIONS = [
    changed("a parent that is itself", "organisation", "en: Maruyama Town}", "en: M}, parent: maruyama", "organisation.parent_cycle"),
    changed("five parents in a circle", "organisation", "ministries:\n", _cycle(5), "organisation.parent_cycle"),
    changed("5,000 parents in a circle", "organisation", "ministries:\n", _cycle(5000), "organisation.parent_cycle"),
    changed("a chain of 3,000 parents", "organisation", "ministries:\n", _cycle(3000).replace(", parent: m0}", "}"), "inert"),
    changed("substitutes of each other", "organisation", "vacancies:", "  - {office: accountant, deputies: [mayor], from: 2025-04-01}\nvacancies:", "inert"),
    changed("a substitute of itself", "organisation", "deputies: [accountant]", "deputies: [mayor]", "organisation.substitute_of_itself"),
    changed("a day 9999-99-99", "organisation", "from: 2025-04-01}", 'from: "9999-99-99"}', "reading.date_out_of_range"),
    changed("a day 0000-00-00", "organisation", "from: 2025-04-01}", 'from: "0000-00-00"}', "reading.date_out_of_range"),
    changed("30 February", "organisation", "from: 2025-04-01}", "from: 2025-02-30}", "reading.date_impossible"),
    changed("a day in full width", "organisation", "from: 2025-04-01}", "from: ２０２５-04-01}", "reading.not_a_date"),
    changed("a day with a time", "organisation", "from: 2025-04-01}", "from: 2025-04-01T00:00:00Z}", "reading.not_a_date"),
    changed("a person with a terminal escape", "organisation", "en: Marui Hajime", 'en: "\\u001b[31mM"', "reading.text_control"),
    changed("a person with a line in the name", "organisation", "en: Marui Hajime", 'en: "M\\nroot"', "reading.text_several_lines"),
    changed("a person with a zero width joiner", "organisation", "en: Marui Hajime", 'en: "M\\u200dH"', "reading.text_invisible"),
    changed("a person with an unassigned character", "organisation", "en: Marui Hajime", 'en: "M\\u0378H"', "reading.text_unassigned"),
    changed("an account of two persons", "organisation", "accounts: [nana]", "accounts: [mayor]", "organisation.account_repeated"),
    changed("an account with a line end", "organisation", "accounts: [nana]", 'accounts: ["a\\nb"]', "reading.text_several_lines"),
    changed("a role of nobody", "organisation", "role: mayor,", "role: emperor,", "organisation.unknown_role"),
    changed("an office of nobody", "organisation", "person: marui.hajime, office: mayor", "person: marui.hajime, office: nowhere", "organisation.office_unheld"),
    changed("a person of nobody", "organisation", "person: marui.hajime, office: mayor", "person: nobody, office: mayor", "organisation.unknown_person"),
    changed("a ministry of nobody", "organisation", "role: mayor, ministry: maruyama", "role: mayor, ministry: x", "organisation.unknown_ministry"),
    changed("an unknown key", "organisation", "format: 1\n", "format: 1\nshell: /bin/sh\n", "reading.key_unknown"),
    changed("8 MiB and more", "organisation", "format: 1\n", "format: 1\n#" + "x" * 8_400_000 + "\n", "reading.too_large"),
    changed("5,000 unknown persons", "organisation", "appointments:\n", "appointments:\n" + "".join(f"  - {{person: p{n}, office: mayor, from: 2025-04-01}}\n" for n in range(5000)), "reading.too_many_problems"),
    changed("a delegation in a circle", "organisation", "vacancies:", "delegations:\n  - {office: mayor, to: mayor, workflow: town_purchase, from: 2025-04-01}\nvacancies:", "organisation.delegation_to_itself"),
]  # fmt: skip

OTHERS = [
    changed("a threshold of code", "rule", '"1/2"', '"__import__(1)"', "rule.fraction_unreadable"),
    changed("a threshold divided by 0", "rule", '"1/2"', '"1/0"', "rule.fraction_denominator"),
    changed("a threshold of 3/2", "rule", '"1/2"', '"3/2"', "rule.fraction_range"),
    changed("a threshold of 10^6 digits", "rule", '"1/2"', f'"1/{"9" * 200_000}"', "rule.fraction_unreadable"),
    changed("a base of nothing", "rule", "base: yes_no", "base: nobody", "reading.not_a_choice"),
    case("no seats", "votes", "seats: []\n", "ballot.no_seats"),
    case("a seat twice", "votes", "seats: [{seat: a, position: yes}, {seat: a, position: no}]\n", "ballot.seat_repeated"),
    case("a weight below 0", "votes", "seats: [{seat: a, position: yes, weight: -1}]\n", "ballot.weight_negative"),
    case("a weight of 10^30", "votes", f"seats: [{{seat: a, position: yes, weight: 1{'0' * 30}}}]\n", "ballot.weight_unreadable"),
    case("a proxy of itself", "votes", "seats: [{seat: a, position: yes, proxy_for: a}]\n", "ballot.proxy_of_self"),
    case("a position of nothing", "votes", "seats: [{seat: a, position: maybe}]\n", "reading.not_a_choice"),
    case("10,000 seats", "votes", lambda: "seats:\n" + "".join(f"- {{seat: s{n}, position: yes}}\n" for n in range(7000)), "inert"),
    changed("a country of nobody", "calendar", "country: JP", "country: ZZ", "calendars.unknown_country"),
    changed("a time zone as a path", "calendar", "Asia/Tokyo", "../../../etc/passwd", "calendars.unknown_timezone"),
    changed("10,000 years", "calendar", "last_year: 2099", "last_year: 12000", "reading.integer_out_of_range"),
    changed("31 February", "calendar", '"01-03"', '"02-31"', "calendars.bad_month_day"),
    changed("a seat of nobody", "charter", "chair: ", "chair: nobody_", "body.chair_without_seat"),
    changed("a parent that is itself", "charter", "name: cio_council", "name: cio_council\nparent: cio_council", "body.circular"),
    changed("a power of nobody", "charter", "powers: [", "powers: [eval, ", "reading.not_a_choice"),
    case("a column that is not there", "mapping", MAPPING.replace("key: programme_id", "key: nothing"), "reading.column_missing"),
    case("an owner of nobody", "mapping", MAPPING + "owners:\n  - {programme: \"1\", owner: x, basis: name}\n", "programme.unknown_ministry"),
    case("one column for two things", "mapping", MAPPING.replace("title: name", "title: ministry"), "reading.column_unknown"),
    case("an unknown kind of column", "mapping", MAPPING.replace("title:", "shell:"), "reading.key_unknown"),
    case("a year out of range", "mapping", MAPPING.replace("2025", "99999"), "reading.integer_out_of_range"),
    case("a spelling of nobody", "mapping", MAPPING + "spellings: {x: [y]}\n", "programme.unknown_ministry"),
    case("a document that is none", "document", b"\x00\x01\x02", "documents.not_of_store"),
    case("a document of 9 MB", "document", b"x" * 9_000_000, "reading.too_large"),
    case("a document that is no UTF-8", "document", b"# \xff\n", "documents.not_of_store"),
]  # fmt: skip

FILES: list[Case] = [*YAML, *JSON, *DEFINITIONS, *ORGANISATIONS, *OTHERS]
