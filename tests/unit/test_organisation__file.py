"""An organisation file is taken whole or not at all, and every problem is told where it stands."""

from datetime import date
from pathlib import Path

import pytest

from govflow.domain.organisation import Absence, Appointment, Delegation, Substitution, Term
from govflow.errors import BadInput
from govflow.messages import LANGUAGES, Title
from govflow.services.organisation.file import parse_organisation, read_organisation

SOUND = """\
format: 1
name: {ja: 例, en: Example}
ministries:
  mof: {title: {ja: 財務省, en: Ministry of Finance}, corporate_number: "8000012050001"}
  nta: {title: {ja: 国税庁, en: National Tax Agency}, parent: mof, spellings: [財務省国税庁]}
roles:
  ministry_cio: {title: {ja: 府省CIO, en: Ministry CIO}}
  deputy_cio: {title: {ja: 副CIO, en: Deputy CIO}}
  administrator: {title: {ja: 管理者, en: Administrator}}
offices:
  mof.cio: {title: {ja: 財務省CIO, en: CIO}, role: ministry_cio, ministry: mof}
  mof.dcio: {title: {ja: 財務省副CIO, en: Deputy}, role: deputy_cio, ministry: mof}
  mof.ciso: {title: {ja: 財務省CISO, en: CISO}, role: deputy_cio, ministry: mof}
  admin: {title: {ja: 管理者, en: Administrator}, role: administrator, ministry: mof}
persons:
  kono.haru: {name: {ja: 甲野 春, en: Kono Haru}, accounts: [kono, 'MOF\\Kono Haru']}
  otsuda.umi: {name: {ja: 乙田 海, en: Otsuda Umi}}
appointments:
  - {person: kono.haru, office: mof.cio, from: 2025-04-01, until: 2026-03-31}
  - {person: otsuda.umi, office: mof.dcio, from: 2025-04-01}
  - {person: otsuda.umi, office: admin, concurrent: true}
absences:
  - {person: kono.haru, from: 2025-08-01, until: 2025-08-08, reason: 出張}
delegations:
  - {office: mof.cio, to: mof.dcio, workflow: w, triggers: [endorse], kinds: renewal, amount_limit: 50000000}
substitutions:
  - {office: mof.cio, deputies: [mof.dcio, mof.ciso]}
vacancies: [mof.ciso]
"""


def changed(*changes: tuple[str, str]) -> str:
    """The sound file after the changes."""
    text = SOUND
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def problems_of(text: str) -> list[str]:
    """What is said about a file, in English."""
    with pytest.raises(BadInput) as refusal:
        parse_organisation(text, file="org.yaml")
    assert all(sentence for lang in LANGUAGES for sentence in refusal.value.sentences(lang))
    return refusal.value.sentences("en")


def place_of(part: str, text: str) -> str:
    """Where a part of the text begins, as problems name it."""
    before = text[: text.index(part)]
    return f"org.yaml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_a_sound_file_is_read_with_everything_it_says() -> None:
    organisation = parse_organisation(SOUND, file="org.yaml")
    assert organisation.name == Title("例", "Example")
    assert [m.code for m in organisation.ministries] == ["mof", "nta"]
    assert organisation.ministries[1].parent == "mof"
    assert organisation.ministries[1].spellings == ("財務省国税庁",)
    assert organisation.persons[0].accounts == ("kono", "MOF\\Kono Haru")
    year = Term(date(2025, 4, 1), date(2026, 3, 31))
    assert organisation.appointments[0] == Appointment("kono.haru", "mof.cio", year)
    open_term = Term(None, None)
    assert organisation.appointments[2] == Appointment("otsuda.umi", "admin", open_term, concurrent=True)
    week = Term(date(2025, 8, 1), date(2025, 8, 8))
    assert organisation.absences == (Absence("kono.haru", week, "出張"),)
    endorse = Delegation("mof.cio", "mof.dcio", "w", ("endorse",), ("renewal",), 50_000_000, Term(None, None))
    assert organisation.delegations == (endorse,)
    order = Substitution("mof.cio", ("mof.dcio", "mof.ciso"), Term(None, None))
    assert organisation.substitutions == (order,)
    assert organisation.vacancies == ("mof.ciso",)


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "org.yaml"
    path.write_text(SOUND, encoding="utf-8")
    assert read_organisation(path) == parse_organisation(SOUND, file=str(path))


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    text = changed(
        ("parent: mof", "parent: mod"),
        ("kinds: renewal, amount_limit: 50000000", "kinds: renewal, amount_limit: -1"),
        ("persons:\n", "persons:\n  x: {accounts: []}\n"),
        ("vacancies: [mof.ciso]", "vacancy: [mof.ciso]"),
    )
    said = problems_of(text)
    places = [place_of(part, text) for part in ("mod,", "mof.ciso:", "{accounts: []", "-1}", "vacancy:")]
    assert [line.split(": ")[0] for line in said] == places
    assert "did you mean 'mof'?" in said[0]
    assert "did you mean 'vacancies'?" in said[-1]


@pytest.mark.parametrize(
    ("old", "new", "at", "sentence"),
    [
        ("format: 1\n", "", "name:", "'format: 1'"),
        ("format: 1\n", "format: 2\n", "2\n", "must be from 1 to 1"),
        ("8000012050001", "8000012050002", '"8000012050002', "'8000012050002' is not a corporate number"),
        ("8000012050001", "800001205000", '"800001205000', "'800001205000' is not a corporate number"),
        ('"8000012050001"', "8000012050001", "8000012050001", "must be text"),
        ("  nta: {", "  mof: {", "mof: {title: {ja: 国税庁", "'mof' is repeated"),
        ("en: Otsuda Umi}", "en: ' '}", "' '}", "'en' is required"),
        ("甲野 春", '"甲野\\u202e 春"', '"甲野', "U+202E"),
        ("accounts: [kono,", 'accounts: ["kono\\u202e",', '"kono', "U+202E"),
        ("[財務省国税庁]", "財務省国税庁", "財務省国税庁", "must be a list"),
        ("[財務省国税庁]", "[財務省国税庁, 財務省国税庁 ]", "財務省国税庁 ]", "twice (first at org.yaml:5:"),
        ("[財務省国税庁]", "['']", "'']", "'spellings' is required"),
        ("until: 2026-03-31", "until: 2910-03-31", "2910", "The year of 2910-03-31 is outside"),
        ("until: 2026-03-31", "until: 2024-03-31", "2024", "ends (2024-03-31) before it starts"),
        ("until: 2026-03-31", "until: 2026-02-30", "2026-02-30", "not in the calendar"),
        ("until: 2025-08-08", "until: 2025-07-08", "2025-07-08", "ends (2025-07-08) before it starts"),
        ("deputies: [mof.dcio, mof.ciso]", "deputies: []", "[]}", "No substitute is named"),
        ("amount_limit: 50000000", "amount_limit: 5_000", "5_000", "thousands separators"),
        ("concurrent: true", "concurrent: yes", "yes}", "must be true or false"),
    ],
)
def test_each_wrong_value_is_told_where_it_stands(old: str, new: str, at: str, sentence: str) -> None:
    text = changed((old, new))
    said = [line for line in problems_of(text) if line.startswith(f"{place_of(at, text)}: ")]
    assert len(said) == 1
    assert sentence in said[0]


def test_a_file_that_is_no_mapping_is_refused_once() -> None:
    with pytest.raises(BadInput) as refusal:
        parse_organisation("- 1\n", file="org.yaml")
    assert len(refusal.value.problems) == 1


@pytest.mark.parametrize("number", ["8000012050001", "7000012050002", "3000012010001", "4000012090001"])
def test_a_corporate_number_with_a_right_check_digit_is_taken(number: str) -> None:
    organisation = parse_organisation(SOUND.replace("8000012050001", number), file="org.yaml")
    assert organisation.ministries[0].corporate_number == number
