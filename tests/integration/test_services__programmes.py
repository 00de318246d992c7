"""Programmes: the published inventory is taken once, its live programmes become drafts, nothing counts twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from government import rows

import govflow
from govflow.resources import bundled

EXAMPLES = bundled("examples")
CLERK = "kotaki.akari"  # of the foreign ministry


@pytest.fixture
def keeper(demonstrated: Path) -> Iterator[govflow.Session]:
    with govflow.open(str(demonstrated), person="torizawa.nao") as session:
        yield session


def test_the_demonstration_imports_all_609_programmes(demonstration: govflow.Demonstration) -> None:
    imported = demonstration.imported
    assert (imported.added, imported.changed, imported.unchanged) == (609, 0, 0)


def test_a_second_import_changes_nothing(keeper: govflow.Session, demonstrated: Path) -> None:
    before = rows(demonstrated)
    again = govflow.import_programmes(
        keeper,
        EXAMPLES / "it_programmes_fy2025.csv",
        EXAMPLES / "it_programmes_fy2025.mapping.yaml",
    )
    assert (again.added, again.changed, again.unchanged) == (0, 0, 609)
    assert rows(demonstrated) == before


def test_live_programmes_become_564_drafts_and_ended_ones_none(
    demonstration: govflow.Demonstration, keeper: govflow.Session
) -> None:
    assert sum(carried.submission.counts["added"] for carried in demonstration.carried) == 564
    assert sum(carried.ended for carried in demonstration.carried) == 609 - 564
    opened = {row.key.split("/")[-2] for carried in demonstration.carried for row in carried.submission.rows}
    live = {programme.key for programme in govflow.list_programmes(keeper, live_in=2025)}
    assert opened == live


def test_the_owner_proposes_even_where_another_holds_the_budget(keeper: govflow.Session) -> None:
    apart = [one for one in govflow.list_programmes(keeper) if one.owner != one.holder]
    assert apart
    assert {one.part_of is not None for one in apart} == {True}


def test_carrying_over_again_finds_every_draft_and_rewrites_none(demonstrated: Path) -> None:
    with govflow.open(str(demonstrated), person=CLERK) as session:
        before = rows(demonstrated)
        again = govflow.carry_over(session, fiscal_year=2025, ministry="mofa")
    assert again.submission.counts["added"] == 0
    assert again.submission.counts["unchanged"] == len(again.submission.rows) > 0
    assert rows(demonstrated) == before


def test_another_year_opens_proposals_of_their_own(demonstrated: Path) -> None:
    with govflow.open(str(demonstrated), person=CLERK) as session:
        tried = govflow.carry_over(session, fiscal_year=2026, ministry="mofa", dry_run=True)
    assert tried.submission.counts["added"] > 0
    assert {row.reference.split("-")[1] for row in tried.submission.rows} == {"2026"}


def test_a_clerk_carries_over_only_the_own_ministrys_programmes(demonstrated: Path) -> None:
    with (
        govflow.open(str(demonstrated), person=CLERK) as session,
        pytest.raises(govflow.errors.BadInput) as bad,
    ):
        govflow.carry_over(session, fiscal_year=2026, ministry="mof")
    assert bad.value.code == "submission.not_authorised"


def test_an_unknown_ministry_is_not_found(keeper: govflow.Session) -> None:
    with pytest.raises(govflow.errors.NotFound, match="did you mean"):
        govflow.carry_over(keeper, fiscal_year=2025, ministry="外務将")


def test_zero_in_the_inventory_is_not_stated(keeper: govflow.Session) -> None:
    assert all(one.budget != 0 for one in govflow.list_programmes(keeper))


def test_parts_of_an_umbrella_do_not_count_twice(
    demonstration: govflow.Demonstration, keeper: govflow.Session
) -> None:
    statistics = govflow.stats(keeper.acting_as(""))
    with keeper.store.reading() as work:
        proposals = [work.proposals.get(reference) for reference in list(work.proposals.references())]
    counted = [p.amount or 0 for p in proposals if p is not None and p.part_of is None]
    parts = [p.amount or 0 for p in proposals if p is not None and p.part_of is not None]
    assert (statistics.total.amount, statistics.total.part_amount) == (sum(counted), sum(parts))
    assert demonstration.imported.totals.parts > 0


def test_a_part_whose_amount_is_written_still_does_not_count_twice(demonstrated: Path) -> None:
    with govflow.open(str(demonstrated)) as session:
        before = govflow.stats(session).total
        with session.store.reading() as work:
            part = next(
                proposal
                for reference in list(work.proposals.references())
                if (proposal := work.proposals.get(reference))
                and proposal.part_of
                and proposal.state == "draft"
            )
            directory = session.directory(work)
            (office, *_) = directory.responsible_offices("pmo_clerk", part.ministry)
            (clerk, *_) = directory.holders(office.code)
        shown = govflow.show(session.acting_as(clerk), part.reference)
        content = {field["name"]: field["value"] for field in shown.fields}
        more = {**content, "amount": (part.amount or 0) + 5}
        govflow.submit(session.acting_as(clerk), more, key=shown.key, draft=True)
        after = govflow.stats(session).total
        assert (after.amount - before.amount, after.part_amount - before.part_amount) == (0, 5)
        assert govflow.verify(session).holds
