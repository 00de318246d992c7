"""The two versions of a decision, its number, and how it stands by what later ones did to it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.canonical import canonical
from govflow.domain.council import redaction
from govflow.domain.council.ballot import (
    Ballot,
    BallotSeat,
    BallotState,
    Given,
    Matter,
    Mode,
    Purpose,
    Recusal,
    Via,
)
from govflow.domain.council.link import Link
from govflow.domain.council.position import Position
from govflow.domain.council.redaction import CLOSABLE, Untold
from govflow.domain.council.register import (
    Decision,
    DecisionNumber,
    Standing,
    Version,
    Withheld,
    dissent_of,
    link_of,
    public_version,
    standing,
    stands,
    withheld_of,
)
from govflow.domain.council.roll import ONE
from govflow.domain.council.tally import Outcome
from govflow.domain.plain import plain, thawed
from govflow.messages import Title

CONDITIONS = ({"text": "月次で報告する"}, {"text": "脆弱性を直す", "closed": "安全保障"})


def said(seat: str, position: Position, text: str = "") -> Given:
    return Given(seat, position, f"{seat}_cio", seat, Via.OWN, None, text, "2025-04-10T01:00:00.000000Z")


def ballot(*given: Given, outcome: Outcome = Outcome.PASSED, **more: object) -> Ballot:
    made = Ballot(
        reference="CIO-2025-B001",
        body="cio_council",
        charter="c",
        mode=Mode.OPEN,
        purpose=Purpose.QUESTION,
        matter=Matter("採用するか", conditions=CONDITIONS, amount=5),
        rule={},
        seats=tuple(BallotSeat(name, (f"{name}_cio",), ONE, name) for name in ("mof", "mhlw", "mic")),
        chairs=(),
        opened_at="",
        reason="急を要する",
    )
    return made.taking(*given)._replace(state=BallotState.CLOSED, outcome=outcome, **more)


def decision(of: Ballot, *, positions: bool = True, **more: object) -> Decision:
    whole = Decision(
        version=Version.FULL,
        number="CIO-2025-D001",
        body=of.body,
        title=Title("題", "title"),
        outcome=of.outcome or Outcome.FAILED,
        decided_on="2025-04-10",
        mode=of.mode,
        purpose=of.purpose,
        question=of.matter.question,
        about=None,
        asks=None,
        proposal=None,
        ministry=None,
        amount=of.matter.amount,
        conditions=of.matter.conditions,
        papers={},
        meeting=None,
        item=None,
        ballot=of.reference,
        charter=of.charter,
        rule=of.rule,
        counts={"Y": 2},
        sentence=Title("可決です。", "Passed."),
        positions=tuple(stands(of)),
        casting_vote=None,
        reason=of.reason,
        dissent=dissent_of(of),
        provisional=False,
        withheld=withheld_of(of, positions=positions),
    )
    return whole._replace(**more)


def test_a_number_has_the_mark_the_fiscal_year_and_a_serial() -> None:
    assert str(DecisionNumber("CIO", 2025, 12)) == "CIO-2025-D012"
    assert DecisionNumber.of("CIO-2025-D1012") == ("CIO", 2025, 1012)
    for other in ("CIO-2025-B012", "CIO-2025-12", "cio-2025-D012", "CIO-2025-D０１", "-"):
        with pytest.raises(ValueError, match=re.escape(other)):
            DecisionNumber.of(other)


@given(st.from_regex(r"[A-Z][A-Z0-9]{0,11}", fullmatch=True), st.integers(1900, 9999), st.integers(1, 10**9))
def test_a_printed_number_is_read_as_it_was(mark: str, year: int, serial: int) -> None:
    number = DecisionNumber(mark, year, serial)
    assert DecisionNumber.of(str(number)) == number


def test_every_seat_stands_with_what_it_said_in_the_end() -> None:
    found = list(
        stands(ballot(said("mof", Position.NO), said("mof", Position.YES), said("mic", Position.NO)))
    )
    assert [(each.seat, each.position, each.person) for each in found] == [
        ("mof", "yes", "mof_cio"),
        ("mhlw", "none", None),
        ("mic", "no", "mic_cio"),
    ]


def test_a_recused_seat_stands_with_its_reason_and_no_position() -> None:
    recused = ballot(said("mof", Position.YES)).recusing(["mof"], Recusal("利害関係", "", "mof_cio"))
    first, *_ = stands(recused)
    assert (first.position, first.person, first.recused_for) == ("none", None, "利害関係")


def test_the_public_version_leaves_out_positions_where_the_charter_does_not_publish_them() -> None:
    full = decision(ballot(said("mof", Position.YES)), positions=False)
    shown = public_version(full)
    assert shown.version is Version.PUBLIC
    assert shown.positions is None
    assert shown.counts == full.counts
    assert Withheld("positions", "publication.positions") in shown.withheld
    open_to_all = public_version(decision(ballot(said("mof", Position.YES))))
    assert open_to_all.positions == full.positions
    assert "mof_cio" in canonical(plain(open_to_all))
    assert "mof_cio" not in canonical(plain(shown))


def test_what_is_marked_closed_is_gone_and_the_reason_is_there() -> None:
    shown = public_version(decision(ballot(closed={"reason": "捜査中", "amount": "入札前"})))
    assert (shown.reason, shown.amount) == (None, None)
    assert shown.conditions == CONDITIONS[:1]
    assert shown.withheld == (
        Withheld("amount", "入札前"),
        Withheld("conditions.2", "安全保障"),
        Withheld("reason", "捜査中"),
    )
    text = canonical(plain(shown))
    assert "急を要する" not in text
    assert "脆弱性" not in text


def test_words_are_redacted_by_the_version_that_a_decision_names(monkeypatch: pytest.MonkeyPatch) -> None:
    full = decision(ballot(closed={"amount": "入札前"}))._replace(question="500円と五百ドル")
    before = public_version(full)
    assert (before.question, before.redaction) == ("■■■と五百ドル", 1)
    monkeypatch.setitem(redaction.MATCHERS, 2, lambda text, amounts: iter([(0, len(text))]))
    assert public_version(full) == before
    assert public_version(full._replace(redaction=2)).question == "■■■"
    with pytest.raises(LookupError):
        public_version(full._replace(redaction=3))


def test_what_words_must_not_tell_is_in_the_full_version_only() -> None:
    full = decision(ballot(closed={"amount": "入札前"}))
    full = full._replace(reason="9,900,000は過大", untold=Untold((9_900_000,), ("月次で報告",)))
    shown = public_version(full)
    assert (shown.reason, shown.untold) == ("■■■は過大", None)


@given(st.booleans(), st.dictionaries(st.sampled_from(CLOSABLE), st.text(min_size=1)))
def test_the_public_version_says_nothing_that_the_full_one_does_not(
    positions: bool, closed: dict[str, str]
) -> None:
    put = ballot(said("mof", Position.NO, "高い"), purpose=Purpose.APPEAL, closed=closed)
    full = decision(put, positions=positions)
    shown = public_version(full)
    withheld = {each.field.partition(".")[0] for each in full.withheld} | {"version"}
    withheld |= {"dissent"} if not positions else set()
    assert {name for name in Decision._fields if getattr(shown, name) != getattr(full, name)} == withheld
    assert [each.text for each in shown.dissent] == [each.text for each in full.dissent]


def test_a_decision_is_read_again_as_it_was_written() -> None:
    full = decision(ballot(said("mof", Position.YES), closed={"reason": "x"}), asks=Link.RESCINDS)
    for version in (full, public_version(full)):
        assert thawed(Decision, plain(version)) == version._replace(conditions=version.conditions)


@pytest.mark.parametrize(
    ("outcome", "texts"), [(Outcome.PASSED, ["高い", "早い"]), (Outcome.FAILED, ["よい"])]
)
def test_the_minority_of_a_panel_is_heard(outcome: Outcome, texts: list[str]) -> None:
    given = (
        said("mof", Position.NO, "高い"),
        said("mhlw", Position.BLOCK, "早い"),
        said("mic", Position.YES, "よい"),
    )
    heard = ballot(*given, outcome=outcome, purpose=Purpose.APPEAL)
    assert [each.text for each in dissent_of(heard)] == texts
    assert dissent_of(heard._replace(purpose=Purpose.QUESTION)) == ()


@pytest.mark.parametrize(
    ("purpose", "asks", "passed", "failed"),
    [
        (Purpose.QUESTION, None, None, None),
        (Purpose.RECONSIDERATION, Link.RESCINDS, "rescinds", "upholds"),
        (Purpose.RATIFICATION, Link.RATIFIES, "ratifies", "lapses"),
        (Purpose.APPEAL, Link.OVERRULES, "overrules", "upholds"),
        (Purpose.APPEAL, Link.REMANDS, "remands", "upholds"),
    ],
)
def test_an_outcome_does_what_was_asked_or_leaves_what_was_decided(
    purpose: Purpose, asks: Link | None, passed: str | None, failed: str | None
) -> None:
    put = ballot(purpose=purpose, matter=Matter("問", about="CIO-2025-D001", asks=asks))
    assert link_of(put) == passed
    assert link_of(put._replace(outcome=Outcome.FAILED)) == failed


@pytest.mark.parametrize(
    ("provisional", "links", "expected"),
    [
        (False, (), Standing.HOLDS),
        (True, (), Standing.PROVISIONAL),
        (True, (Link.RATIFIES,), Standing.HOLDS),
        (True, (Link.LAPSES,), Standing.LAPSED),
        (False, (Link.UPHOLDS,), Standing.HOLDS),
        (False, (Link.UPHOLDS, Link.RESCINDS), Standing.RESCINDED),
        (False, (Link.OVERRULES, Link.SUPERSEDES), Standing.OVERRULED),
        (False, (Link.REMANDS,), Standing.REMANDED),
        (False, (Link.SUPERSEDES,), Standing.SUPERSEDED),
    ],
)
def test_how_a_decision_stands(provisional: bool, links: tuple[Link, ...], expected: Standing) -> None:
    assert standing(decision(ballot(), provisional=provisional), links) is expected
