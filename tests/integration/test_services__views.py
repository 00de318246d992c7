"""Working views: what waits for whom, lists, what is overdue, and the figures."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, codes

import govflow
from govflow.errors import BadInput

SINCE: dict[str, Any] = {"from": "2025-04-01"}


def waiting(cabinet: Government, person: str, *, office: str | None = None) -> list[tuple[str, str | None]]:
    """Reference and step of everything in a person's inbox."""
    lines = govflow.inbox(cabinet.person(person, office=office)).lines
    return [(line.reference, line.step) for line in lines]


def test_the_inbox_has_the_proposals_and_steps_of_the_own_offices_only(either: Government) -> None:
    reference = either.proposal(until="ministry_review")
    assert waiting(either, "mof_cio") == [(reference, None)]
    assert waiting(either, "mof_ciso") == [(reference, "ciso_concurrence")]
    for person in ("mhlw_cio", "mhlw_ciso", "mof_clerk", "secretariat", "gcio", "admin"):
        assert waiting(either, person) == []


def test_what_was_done_leaves_the_inbox(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act("mof_ciso", "concur", reference)
    assert waiting(cabinet, "mof_ciso") == []


def test_the_centre_sees_every_ministrys_proposals_in_its_states(cabinet: Government) -> None:
    references = [cabinet.proposal(until="intake", ministry=m) for m in ("mof", "mhlw", "mic")]
    cabinet.draft()
    assert waiting(cabinet, "secretariat") == [(reference, None) for reference in sorted(references)]


def test_an_affected_ministry_sees_the_opinion_asked_of_it(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination", affected_ministries=["mic"])
    assert waiting(cabinet, "mic_cio") == [(reference, "affected_ministry_opinion")]
    assert waiting(cabinet, "mof_cio") == []


def test_the_first_due_comes_first(cabinet: Government) -> None:
    late = cabinet.on("2025-04-14").proposal(until="pmo_check")
    early = cabinet.on("2025-04-11").proposal(until="pmo_check")
    assert waiting(cabinet, "mof_pmo") == [(early, None), (late, None)]


def test_a_substitute_sees_what_waits_for_an_absent_holder(cabinet: Government) -> None:
    cabinet.organise(
        substitutions=[{"office": "mof.cio", "deputies": ["mof.dcio"], **SINCE}],
        absences=[{"person": "mof_cio", "from": "2025-04-10", "until": "2025-04-11"}],
    )
    ordinary = cabinet.proposal(until="ministry_review")
    important = cabinet.proposal(until="ministry_review", marks=["important"])
    own = [(reference, "deputy_cio_concurrence") for reference in (ordinary, important)]
    assert sorted(waiting(cabinet, "mof_dcio"), key=str) == sorted([(ordinary, None), *own], key=str)
    assert waiting(cabinet, "mof_cio") == [(ordinary, None), (important, None)]
    assert waiting(cabinet.on("2025-04-14"), "mof_dcio") == own


def test_a_substitute_does_not_see_the_post_review(cabinet: Government) -> None:
    cabinet.organise(
        substitutions=[{"office": "mof.cio", "deputies": ["mof.dcio"], **SINCE}],
        absences=[{"person": "mof_cio", "from": "2025-04-10", "until": "2025-04-11"}],
    )
    reference = cabinet.proposal(until="ministry_review")
    for post, step in (("ciso", "ciso"), ("accounts", "accounts"), ("dcio", "deputy_cio")):
        cabinet.act(f"mof_{post}", f"{step}_concurrence.concur", reference)
    cabinet.act("mof_dcio", "endorse", reference)
    assert waiting(cabinet, "mof_dcio") == []
    assert waiting(cabinet, "mof_cio") == [(reference, "post_review")]


def test_a_delegate_sees_what_the_delegation_covers(cabinet: Government) -> None:
    cabinet.organise(
        delegations=[
            {
                "office": "mof.cio",
                "to": "mof.adviser",
                "workflow": "it_investment",
                "triggers": ["endorse"],
                "amount_limit": 50_000_000,
                **SINCE,
            }
        ]
    )
    small = cabinet.proposal(until="ministry_review", amount=50_000_000)
    large = cabinet.proposal(until="ministry_review", amount=50_000_001)
    seen = waiting(cabinet, "mof_adviser")
    assert (small, None) in seen
    assert (large, None) not in seen


def test_the_inbox_of_a_chosen_office_has_that_offices_matters(cabinet: Government) -> None:
    cabinet.organise(
        appointments=[
            {"person": "mof_pmo", "office": office, "concurrent": True, **SINCE}
            for office in ("mhlw.pmo", "mof.ciso")
        ]
    )
    own = cabinet.proposal(until="pmo_check")
    other = cabinet.proposal(until="pmo_check", ministry="mhlw")
    assert waiting(cabinet, "mof_pmo") == [(other, None), (own, None)]
    assert waiting(cabinet, "mof_pmo", office="mhlw.pmo") == [(other, None)]
    assert waiting(cabinet, "mof_pmo", office="mof.ciso") == []
    with pytest.raises(BadInput) as bad:
        waiting(cabinet, "mof_pmo", office="mof.cis")
    assert codes(bad.value) == ["views.unknown_office"]


def test_pages_of_the_inbox_follow_each_other_without_gaps(cabinet: Government) -> None:
    cabinet.organise(
        substitutions=[{"office": "mof.cio", "deputies": ["mof.pjmo"], **SINCE}],
        absences=[{"person": "mof_cio", **SINCE}],
    )
    marks = [["important"] if number % 2 else None for number in range(7)]
    references = [cabinet.proposal(until="ministry_review", marks=mark) for mark in marks]
    seen: list[str] = []
    after: str | None = None
    while True:
        page = govflow.inbox(cabinet.person("mof_pjmo"), limit=2, after=after)
        assert len(page.lines) <= 2
        seen += [line.reference for line in page.lines]
        after = page.more
        if after is None:
            break
    assert seen == references[::2]


def listed(cabinet: Government, **filters: Any) -> list[str]:
    page = govflow.list_proposals(cabinet.onlooker, govflow.Filters(**filters))
    return [line.reference for line in page.lines]


def test_a_list_without_filters_has_everything(either: Government) -> None:
    references = [either.draft(), either.draft(ministry="mhlw"), either.draft(ministry="nta")]
    assert listed(either) == sorted(references)


def test_search_covers_every_text_of_a_proposal_and_follows_revisions(either: Government) -> None:
    reference = either.draft(purpose="記録を守る。", kpis=["待ち時間 20分→10分"], key="k")
    assert listed(either, text="記録") == listed(either, text="待ち") == [reference]
    either.draft(purpose="手続を速くする。", key="k")
    assert listed(either, text="記録を守る") == []
    assert listed(either, text="手続") == [reference]


@pytest.mark.parametrize(
    "text", ["", '"', "'", "*", "年金 OR x", "(", "-", "NEAR", "\x00", "\udcff", "😀"], ids=ascii
)
def test_whatever_is_typed_into_the_search_is_only_text(either: Government, text: str) -> None:
    either.draft()
    assert listed(either, text=text) in ([], ["MOF-2026-0001"])


def test_lists_are_paged_by_reference(cabinet: Government) -> None:
    references = [cabinet.draft() for _ in range(5)]
    first = govflow.list_proposals(cabinet.onlooker, limit=3)
    rest = govflow.list_proposals(cabinet.onlooker, limit=3, after=first.more)
    assert [line.reference for line in (*first.lines, *rest.lines)] == references
    assert rest.more is None


def test_overdue_has_proposals_and_steps_past_their_day_the_longest_first(either: Government) -> None:
    checked = either.proposal(until="pmo_check")
    reviewed = either.proposal(until="ministry_review")
    assert govflow.overdue(either.on("2025-04-24").onlooker).lines == ()
    lines = govflow.overdue(either.on("2025-04-25").onlooker).lines
    assert (lines[0].reference, lines[0].step) == (checked, None)
    assert {line.step for line in lines if line.reference == reviewed} == {
        "adviser_opinion",
        "ciso_concurrence",
        "accounts_concurrence",
        "deputy_cio_concurrence",
    }
    assert {line.days_left for line in lines} == {-1}
    assert all(line.overdue for line in lines)


def test_an_ended_proposal_is_never_overdue(cabinet: Government) -> None:
    reference = cabinet.proposal(until="closed")
    assert reference not in [
        line.reference for line in govflow.overdue(cabinet.on("2035-01-05").onlooker).lines
    ]


def test_figures_equal_what_is_counted_anew(either: Government) -> None:
    for state in ("draft", "pmo_check", "intake", "approved"):
        either.proposal(until=state)
        either.draft(amount=None, ministry="mhlw")
    statistics = govflow.stats(either.onlooker)
    with either.session.store.reading() as work:
        assert work.tallies.states() == work.tallies.recomputed()
    total = statistics.total
    assert (total.count, total.stated, total.unstated, total.amount) == (8, 4, 4, 400_000_000)
    assert {tally.name: tally.count for tally in statistics.states} == {
        "draft": 5,
        "pmo_check": 1,
        "intake": 1,
        "approved": 1,
    }
    assert {tally.name: (tally.stated, tally.unstated) for tally in statistics.ministries} == {
        "mof": (4, 0),
        "mhlw": (0, 4),
    }
