"""What the parts of an organisation must be to each other; each fault is told at its place in the file."""

from collections.abc import Sequence

import pytest

from govflow.errors import BadInput
from govflow.messages import LANGUAGES, catalogue_text
from govflow.messages.organisation import TEXTS
from govflow.services.organisation.file import parse_organisation

HEAD = """\
format: 1
name: {ja: 例, en: Example}
"""
MINISTRIES = """\
ministries:
  mof: {title: {ja: 財務省, en: Finance}}
  nta: {title: {ja: 国税庁, en: Taxes}, parent: mof}
"""
ROLES = """\
roles:
  cio: {title: {ja: CIO, en: CIO}}
  administrator: {title: {ja: 管理者, en: Administrator}}
"""
OFFICES = """\
offices:
  a: {title: {ja: 甲, en: A}, role: cio, ministry: mof}
  b: {title: {ja: 乙, en: B}, role: cio, ministry: mof}
  c: {title: {ja: 丙, en: C}, role: cio, ministry: mof}
  admin: {title: {ja: 管理者, en: Administrator}, role: administrator, ministry: mof}
"""
PERSONS = """\
persons:
  kono: {name: {ja: 甲野, en: Kono}}
  otsuda: {name: {ja: 乙田, en: Otsuda}}
"""
APPOINTMENTS = """\
appointments:
  - {person: kono, office: a, from: 2025-04-01, until: 2025-09-30}
  - {person: otsuda, office: b}
  - {person: otsuda, office: c}
  - {person: otsuda, office: admin}
"""
SOUND = HEAD + MINISTRIES + ROLES + OFFICES + PERSONS + APPOINTMENTS


def problems_of(text: str) -> list[tuple[str, str]]:
    """The problems of a file: the code without its area, and the line of text from its place on."""
    with pytest.raises(BadInput) as refusal:
        parse_organisation(text, file="org.yaml")
    assert all(sentence for lang in LANGUAGES for sentence in refusal.value.sentences(lang))
    lines = text.split("\n")
    found = []
    for place, said in refusal.value.problems:
        assert place is not None
        found.append((said.code.removeprefix("organisation."), lines[place.line - 1][place.column - 1 :]))
    return found


def only_problem(text: str) -> tuple[str, str]:
    problems = problems_of(text)
    assert len(problems) == 1, problems
    return problems[0]


def test_the_sound_file_is_taken() -> None:
    assert len(parse_organisation(SOUND, file="org.yaml").appointments) == 4


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("parent: mof", "parent: mod", "unknown_ministry", "mod}}"),
        (
            "role: administrator, ministry: mof",
            "role: administrator, ministry: mo",
            "unknown_ministry",
            "mo}",
        ),
        ("ja: 丙, en: C}, role: cio", "ja: 丙, en: C}, role: coi", "unknown_role", "coi, ministry: mof}"),
        ("otsuda, office: c", "ohtsuda, office: c", "unknown_person", "ohtsuda, office: c}"),
    ],
)
def test_a_name_must_be_known(old: str, new: str, code: str, at: str) -> None:
    assert (code, at.replace("}}", "}")) in problems_of(SOUND.replace(old, new))


@pytest.mark.parametrize(
    "section",
    [
        "appointments:\n  - {person: kono, office: X}\n",
        "absences:\n  - {person: X, from: 2025-04-01}\n",
        "delegations:\n  - {office: X, to: a, workflow: w}\n",
        "delegations:\n  - {office: a, to: X, workflow: w}\n",
        "substitutions:\n  - {office: X, deputies: [a]}\n",
        "substitutions:\n  - {office: a, deputies: [b, X]}\n",
        "vacancies: [X]\n",
    ],
)
def test_a_name_is_looked_up_wherever_it_stands(section: str) -> None:
    base = HEAD + MINISTRIES + ROLES + OFFICES + PERSONS
    text = base + section if section.startswith("appointments") else SOUND + section
    unknown = [at for code, at in problems_of(text.replace("X", "nobody")) if code.startswith("unknown_")]
    assert len(unknown) == 1
    assert unknown[0].startswith("nobody")


def test_a_close_name_is_offered() -> None:
    with pytest.raises(BadInput, match="did you mean 'otsuda'"):
        parse_organisation(SOUND.replace("person: otsuda, office: c", "person: otsda, office: c"), file="f")


def test_a_missing_section_is_told_once_and_not_again_by_every_name_in_it() -> None:
    codes = [code for code, _ in problems_of(HEAD + ROLES + OFFICES + PERSONS + APPOINTMENTS)]
    assert codes == ["reading.required"]


def test_parent_bodies_never_run_in_a_circle() -> None:
    text = SOUND.replace("en: Finance}}", "en: Finance}, parent: nta}")
    assert only_problem(text) == ("parent_cycle", "nta}")


def test_a_ministry_is_not_its_own_parent() -> None:
    assert only_problem(SOUND.replace("parent: mof", "parent: nta")) == ("parent_cycle", "nta}")


@pytest.mark.parametrize("name", ["財務省", "Finance"])
def test_a_spelling_leads_to_one_ministry(name: str) -> None:
    text = SOUND.replace("parent: mof}", f"parent: mof, spellings: [{name}]}}")
    assert only_problem(text) == ("spelling_repeated", f"{name}]}}")


def test_an_account_belongs_to_one_person() -> None:
    text = SOUND.replace("en: Kono}}", "en: Kono}, accounts: [root]}")
    text = text.replace("en: Otsuda}}", "en: Otsuda}, accounts: [me, root]}")
    assert only_problem(text) == ("account_repeated", "root]}")


@pytest.mark.parametrize(
    ("start", "told"),
    [("2025-10-01", False), ("2025-09-30", True), ("2025-05-01", True), ("2024-01-01", True)],
)
def test_nobody_is_appointed_twice_to_one_office_on_the_same_day(start: str, *, told: bool) -> None:
    again = f"  - {{person: kono, office: a, from: {start}}}\n"
    if told:
        assert only_problem(SOUND + again) == ("appointment_repeated", again.strip(" -\n"))
    else:
        assert len(parse_organisation(SOUND + again, file="f").appointments) == 5


def test_two_persons_may_hold_one_office_together() -> None:
    text = SOUND + "  - {person: otsuda, office: a}\n"
    assert len(parse_organisation(text, file="f").appointments) == 5


def test_one_order_of_substitutes_is_in_force_at_a_time() -> None:
    orders = (
        "substitutions:\n  - {office: a, deputies: [b]}\n  - {office: a, deputies: [c], from: 2025-04-01}\n"
    )
    expected = ("substitution_repeated", "{office: a, deputies: [c], from: 2025-04-01}")
    assert only_problem(SOUND + orders) == expected


def test_an_office_is_held_by_somebody_or_listed_as_vacant() -> None:
    text = SOUND.replace("  - {person: otsuda, office: c}\n", "")
    code, at = only_problem(text)
    assert (code, at[:2]) == ("office_unheld", "c:")
    assert parse_organisation(text + "vacancies: [c]\n", file="f").vacancies == ("c",)


def test_a_vacant_office_is_held_by_nobody() -> None:
    assert only_problem(SOUND + "vacancies: [c]\n") == ("vacancy_held", "c]")


def test_an_office_does_not_delegate_to_itself() -> None:
    text = SOUND + "delegations:\n  - {office: a, to: a, workflow: w}\n"
    assert only_problem(text) == ("delegation_to_itself", "a, workflow: w}")


def test_an_office_does_not_substitute_for_itself() -> None:
    text = SOUND + "substitutions:\n  - {office: a, deputies: [b, a]}\n"
    assert only_problem(text) == ("substitute_of_itself", "a]}")


def delegations(*rows: str) -> str:
    return SOUND + "delegations:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["office: a, to: b, workflow: w", "office: b, to: a, workflow: w"],
        ["office: a, to: b, workflow: w", "office: b, to: c, workflow: w", "office: c, to: a, workflow: w"],
        ["office: a, to: b, workflow: w, kinds: [x, y]", "office: b, to: a, workflow: w, kinds: [y]"],
        [
            "office: a, to: b, workflow: w, until: 2025-04-01",
            "office: b, to: a, workflow: w, from: 2025-04-01",
        ],
    ],
)
def test_standing_delegations_never_run_in_a_circle(rows: Sequence[str]) -> None:
    code, at = only_problem(delegations(*rows))
    assert code == "delegation_loop"
    assert at.startswith("b, workflow: w")


@pytest.mark.parametrize(
    "rows",
    [
        ["office: a, to: b, workflow: w", "office: b, to: c, workflow: w", "office: a, to: c, workflow: w"],
        ["office: a, to: b, workflow: w", "office: b, to: a, workflow: v"],
        ["office: a, to: b, workflow: w, triggers: [x]", "office: b, to: a, workflow: w, triggers: [y]"],
        [
            "office: a, to: b, workflow: w, until: 2025-03-31",
            "office: b, to: a, workflow: w, from: 2025-04-01",
        ],
        [
            "office: a, to: b, workflow: w, kinds: [x, y]",
            "office: b, to: c, workflow: w, kinds: [x]",
            "office: c, to: a, workflow: w, kinds: [y]",
        ],
    ],
)
def test_delegations_of_different_matters_are_no_circle(rows: Sequence[str]) -> None:
    assert len(parse_organisation(delegations(*rows), file="f").delegations) == len(rows)


def test_many_delegations_that_meet_again_and_again_are_searched_quickly() -> None:
    layers = 40
    names = [f"{side}{layer}" for layer in range(layers) for side in "lr"]
    offices = "".join(f"  {n}: {{title: {{ja: {n}, en: {n}}}, role: cio, ministry: mof}}\n" for n in names)
    rows = [
        f"office: {one}{layer}, to: {other}{layer + 1}, workflow: w"
        for layer in range(layers - 1)
        for one in "lr"
        for other in "lr"
    ]
    text = delegations(*rows).replace(OFFICES, OFFICES + offices) + f"vacancies: [{', '.join(names)}]\n"
    assert len(parse_organisation(text, file="f").delegations) == len(rows)


def test_every_organisation_has_an_administrator() -> None:
    assert ("no_administrator", "offices:") in problems_of(SOUND.replace("role: administrator", "role: cio"))


def test_the_administrators_office_is_held_by_somebody() -> None:
    text = SOUND.replace("  - {person: otsuda, office: admin}\n", "") + "vacancies: [admin]\n"
    code, at = only_problem(text)
    assert (code, at[:6]) == ("administrator_unheld", "admin:")


def test_every_text_of_the_catalogue_exists_in_both_languages() -> None:
    assert all(all(catalogue_text(f"organisation.{name}")) for name in TEXTS)
