"""A charter's file is taken whole or not at all, every problem stands where it is, and what is kept means the same."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from sample_charter import CHARTER, FILE, charter, spoiled

from govflow.domain.canonical import canonical
from govflow.domain.council.charter import Emergency, Power, Publication, Question
from govflow.domain.council.rule import Base
from govflow.errors import BadInput
from govflow.messages import LANGUAGES
from govflow.workflow.council.charter_file import charter_content, charter_of, head_of


def problems(text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of everything said about a charter."""
    with pytest.raises(BadInput) as bad:
        charter(text)
    assert all(sentence for lang in LANGUAGES for sentence in bad.value.sentences(lang))
    return [(p.place.line, p.place.column, p.notice.code) for p in bad.value.problems if p.place]


def test_every_key_is_read() -> None:
    found = charter()
    assert (found.name, found.version, found.parent) == ("sample_council", 1, "cabinet")
    assert found.powers == (Power.DECIDE, Power.EVALUATE)
    assert (found.chair, found.deputies, found.secretariat) == ("head", ("second",), "office")
    members = found.seats["members"]
    assert (members.each, members.weight, members.alternates) == ("member", 2_500_000, ("deputy",))
    assert (str(members.start), str(members.end)) == ("2025-04-01", "2027-03-31")
    assert [seat.voting for seat in found.seats.values()] == [False, True, True]
    assert found.emergency == Emergency("head", 2)
    assert found.publication == Publication(minutes=False, positions=True)
    assert found.objection_first
    assert found.own_ministry_recused
    assert found.notice is not None
    assert found.notice.working_days == 3
    assert found.written_procedure is not None
    assert found.written_procedure.response == Fraction(1, 2)
    assert found.source == CHARTER


def test_a_question_has_its_own_rule_or_the_bodys() -> None:
    found = charter()
    presets = {q: ruling.preset if (ruling := found.rule_for(q)) else "" for q in (None, *Question)}
    assert presets == {
        None: "simple_majority",
        Question.AMENDMENT: "simple_majority",
        Question.OVERRIDE: "two_thirds",
        Question.RECONSIDERATION: None,
    }
    reconsidered = found.rule_for(Question.RECONSIDERATION)
    assert reconsidered is not None
    assert (reconsidered.rule.base, reconsidered.rule.threshold) == (Base.PRESENT, Fraction(2, 3))
    written = found.written_rule()
    assert written is not None
    assert written.preset == "no_objection"


def test_its_roles_are_named_once_each() -> None:
    assert charter().roles == ("head", "second", "member", "deputy", "office")


def test_a_charter_comes_back_from_the_store_as_it_went() -> None:
    found = charter()
    kept = json.loads(canonical(charter_content(found)))
    assert charter_of(kept, source=found.source, file=found.file) == found


def test_the_digest_covers_what_the_rules_say_and_not_how_the_file_looks() -> None:
    found = charter()
    assert charter("# a comment\n" + CHARTER).digest == found.digest
    assert charter(spoiled("deputies: [second]", "deputies: second")).digest == found.digest
    for old, new in (
        ("voting: false", "voting: true"),
        ("until: 2027-03-31", "until: 2028-03-31"),
        ("rule: simple_majority", "rule: absolute"),
        ("threshold: 2/3", "threshold: 3/4"),
        ("positions: true", "positions: false"),
        ("working_days: 3", "working_days: 4"),
        ("en: its charter", "en: the charter"),
    ):
        assert charter(spoiled(old, new)).digest != found.digest, new


def test_the_rest_may_be_left_out() -> None:
    short = CHARTER[: CHARTER.index("rule: simple")].replace("parent: cabinet\n", "").replace("decide, ", "")
    found = charter(short + "series: {ja: 見本, en: SMP}\n")
    assert (found.parent, found.rule, found.written_rule(), found.emergency) == (None, None, None, None)
    assert (found.publication, found.own_ministry_recused) == (
        Publication(minutes=True, positions=False),
        False,
    )
    assert list(found.rulings()) == []


SLIPS = [
    ("decide, evaluate", "decide, evaluat", (7, 18, "reading.not_a_choice")),
    ("[decide, evaluate]", "[]", (7, 9, "reading.required")),
    ("parent: cabinet", "parent: cabinett", (8, 9, "body.unknown_parent")),
    ("parent: cabinet", "parent: sample_council", (8, 9, "body.circular")),
    ("parent: cabinet", "parent: far_below", (8, 9, "body.circular")),
    ("chair: head\n", "chair: haed\n", (10, 8, "body.chair_without_seat")),
    ("[second]", "[secnd]", (11, 12, "body.deputies_without_seat")),
    ("[second]", "[second, head]", (11, 20, "body.own_deputy")),
    ("role: second}", "role: second, office: a.b}", (14, 55, "body.seat_bound_twice")),
    ("until: 2027-03-31", "until: 2025-03-31", (21, 5, "body.term_backwards")),
    ('weight: "2.5"', 'weight: "-1"', (18, 13, "ballot.weight_negative")),
    ("rule: simple_majority", "rule: simple_majorty", (22, 7, "body.unknown_preset")),
    ("rule: simple_majority", "rule: {base: present, threshold: 1/2}", (22, 1, "body.no_quorum")),
    ("override: two_thirds", "override: {base: yes_no, threshold: 0.5}", (25, 39, "rule.fraction_float")),
    ("threshold: 2/3", "threshold: 0/3", (28, 16, "rule.fraction_range")),
    ("[cabinet]", "[senate]", (31, 16, "body.unknown_required")),
    ("[cabinet]", "[sample_council]", (31, 16, "body.unknown_required")),
    ("notice: {working_days: 3}", "notice: {working_days: 0}", (33, 24, "reading.integer_out_of_range")),
    ("{working_days: 5", "{working_days: -5", (34, 35, "reading.integer_out_of_range")),
    ("response: 1/2", "response: 3/2", (34, 38, "rule.fraction_range")),
    ("rule: no_objection}", "rule: two_thirds}", (34, 53, "body.written_not_counted")),
    (", rule: no_objection}", "}", (34, 1, "body.written_not_counted")),
    ("meetings: 2", "meetings: 0", (35, 52, "reading.integer_out_of_range")),
    ("panel: cabinet", "panel: cabinett", (36, 60, "body.unknown_panel")),
    ("panel: cabinet", "panel: sample_council", (36, 60, "body.unknown_panel")),
    ("by: [proposer, members]", "by: []", (36, 14, "reading.required")),
    ("by: [proposer, members]", "by: everybody", (36, 14, "reading.not_a_choice")),
    ("en: SMP", "en: smp", (38, 18, "body.series_malformed")),
    ("en: SMP", "en: CAB", (38, 18, "body.series_taken")),
    ("name: sample_council", "name: sample-council", (2, 7, "workflow.malformed_name")),
    ("own_ministry_recused", "own_ministry_recusd", (32, 1, "reading.key_unknown")),
]


@pytest.mark.parametrize(("old", "new", "problem"), SLIPS, ids=[new for _, new, _ in SLIPS])
def test_a_slip_is_told_where_it_stands_and_once(old: str, new: str, problem: tuple[int, int, str]) -> None:
    assert problems(spoiled(old, new)) == [problem]


@pytest.mark.parametrize(("old", "new"), [("role: second}", "role: head}"), (", role: second}", "}")])
def test_where_a_seat_is_lost_its_deputy_is_told_too(old: str, new: str) -> None:
    codes = [code for _, _, code in problems(spoiled(old, new))]
    assert codes[0] == "body.deputies_without_seat"
    assert codes[1:] in (["body.seats_doubled"], ["body.seat_unbound"])


@pytest.mark.parametrize("what", ["emergency", "appeal", "override", "reconsideration"])
def test_what_only_a_deciding_body_has_needs_the_power_to_decide(what: str) -> None:
    said = problems(spoiled("decide, evaluate", "evaluate"))
    assert [code for _, _, code in said] == ["body.decides_nothing"] * 4
    assert {line for line, _, _ in said} == {25, 26, 35, 36}
    assert what in {CHARTER.splitlines()[line - 1].strip().partition(":")[0] for line, _, _ in said}


def test_nothing_ratifies_an_emergency_without_a_rule() -> None:
    text = spoiled("rule: simple_majority\n", "")
    assert {"body.nothing_ratifies", "body.no_rule"} == {code for _, _, code in problems(text)}
    text = spoiled(", rule: no_objection}", "}", text=text)
    assert "body.written_without_rule" in {code for _, _, code in problems(text)}


def test_a_body_in_which_nobody_votes_is_none() -> None:
    text = CHARTER.replace("role: second}", "role: second, voting: false}").replace(
        "each: member", "each: member\n    voting: false"
    )
    assert problems(text) == [(12, 1, "body.no_voting_seats")]


def test_seats_of_the_same_office_may_follow_each_other() -> None:
    later = "  later: {title: {ja: 次期, en: later}, each: member, from: 2027-04-01}\nrule: simple_majority"
    assert "later" in charter(spoiled("rule: simple_majority", later)).seats


def test_a_chair_may_have_the_seat_of_a_named_office() -> None:
    """Which role the office has is not the charter's to know."""
    assert (
        charter(spoiled("role: head, voting", "office: cas.head, voting")).seats["chair"].office == "cas.head"
    )


@pytest.mark.parametrize(
    "rule", ["unanimity", "no_objection", "{base: seats, threshold: 1/2}", "{base: eligible, threshold: 2/3}"]
)
def test_a_rule_that_counts_everybody_needs_no_quorum(rule: str) -> None:
    assert charter(spoiled("rule: simple_majority", f"rule: {rule}")).rule is not None


def test_all_problems_are_told_at_once() -> None:
    text = spoiled("parent: cabinet", "parent: cabinett")
    text = spoiled("rule: simple_majority", "rule: simpel", text=text)
    text = spoiled("working_days: 3", "working_days: soon", text=text)
    assert [code for _, _, code in problems(text)] == [
        "body.unknown_parent",
        "body.unknown_preset",
        "reading.not_a_number",
    ]
    with pytest.raises(BadInput, match="did you mean 'cabinet'"):
        charter(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "reading.document_empty"),
        ("- a\n", "reading.not_a_mapping"),
        ("name: x\n", "workflow.format_missing"),
        ("format: 2\n", "workflow.format_unknown"),
        ("format: 1\n  name: x\n", "reading.yaml_syntax"),
    ],
)
def test_what_is_no_charter_at_all_ends_the_search_early(text: str, code: str) -> None:
    with pytest.raises(BadInput) as bad:
        charter(text)
    assert [notice.code for notice in bad.value.notices] == [code]


def test_an_empty_charter_lacks_everything_it_must_have() -> None:
    said = problems("format: 1\n")
    assert [code for _, _, code in said].count("reading.required") >= 9


def test_others_know_a_body_by_its_parent_and_its_mark() -> None:
    assert head_of(CHARTER, file=FILE) == ("cabinet", "SMP")
    assert head_of("format: 1\n", file=FILE) == (None, "")
