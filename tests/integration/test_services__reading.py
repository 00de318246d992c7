"""What the others go on reading while a proposal is redrafted, what refusals say, who reads nothing or all."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, codes
from reading_day import MINISTRY, on
from reading_marks import MARKED

import govflow
from govflow.errors import GovflowError, NotAuthorised


@pytest.fixture
def marked(cabinet: Government) -> tuple[Government, str]:
    government = cabinet
    government.organise(more_offices={"cas.auditor": ("auditor", "cas")})
    govflow.load_body(government.session, "cio_council")
    return government, government.draft(**MARKED, affected_ministries=["mhlw"])


def test_while_a_returned_proposal_is_redrafted_others_read_what_was_endorsed(
    marked: tuple[Government, str],
) -> None:
    government, reference = marked
    on(government, reference, *MINISTRY)
    government.act("secretariat", "return", reference, note="目的を補うこと")
    clerk, centre = government.person("mof_clerk"), government.person("secretariat")
    again = {**government_content(), "title": "書き直し中", "purpose": "改めた目的", "amount": 90_000_000}
    govflow.submit(clerk, again, key=govflow.show(clerk, reference).key, draft=True)
    inside, outside = govflow.show(clerk, reference), govflow.show(centre, reference)
    assert (inside.title, inside.amount, inside.revision["number"]) == ("書き直し中", 90_000_000, 2)
    assert (outside.title, outside.amount, outside.revision["number"]) == ("印題名一", 100_000_000, 1)
    assert [line.title for line in govflow.list_proposals(centre).lines] == ["印題名一"]
    assert (found(centre, "書き直し中"), found(centre, "印題名一")) == (set(), {reference})
    assert (found(clerk, "書き直し中"), found(clerk, "印題名一")) == ({reference}, set())
    assert found(clerk, "書き直し中 印目的十一") == found(centre, "書き直し中 印目的十一") == set()
    assert [entry["trigger"] for entry in govflow.history(centre, reference)][-1] == "return"
    assert "revise" in [entry["trigger"] for entry in govflow.history(clerk, reference)]
    assert government.problems() == []
    on(government, reference, *MINISTRY)
    assert govflow.show(centre, reference).title == "書き直し中"
    assert (found(centre, "書き直し中"), found(centre, "印題名一")) == ({reference}, set())
    assert government.problems() == []


def found(session: govflow.Session, text: str) -> set[str]:
    """What a search leads to."""
    return {line.reference for line in govflow.list_proposals(session, govflow.Filters(text=text)).lines}


def government_content() -> dict[str, Any]:
    return {
        **MARKED,
        "ministry": "mof",
        "fiscal_year": 2026,
        "kind": "renewal",
        "affected_ministries": ["mhlw"],
    }


def test_a_refusal_says_who_reads_it_and_from_when_on(marked: tuple[Government, str]) -> None:
    government, reference = marked
    with pytest.raises(NotAuthorised) as told_so:
        govflow.show(government.person("secretariat"), reference)
    assert codes(told_so.value) == [
        "read.closed",
        "read.opens_once",
        "read.opens_by_asking",
        "read.opens_once",
    ]


def test_an_account_of_nobody_reads_nothing_in_a_real_store(marked: tuple[Government, str]) -> None:
    government, reference = marked
    stranger = govflow.open(government.url, account="nobody-at-all", clock=lambda: government.moment)
    with stranger:
        assert govflow.show(stranger, reference).whole, "in a demonstration one looks on"
        stranger.store.info = stranger.store.info._replace(demonstration=False)
        for view in (govflow.show, govflow.history, govflow.why):
            with pytest.raises(NotAuthorised) as told_so:
                view(stranger, reference)
            assert codes(told_so.value) == ["read.nobody"]


def test_an_auditor_reads_everything_and_acts_on_nothing(marked: tuple[Government, str]) -> None:
    government, reference = marked
    auditor = government.person("auditor")
    assert govflow.show(auditor, reference).closed == ()
    for trigger in ("submit", "discard", "withdraw"):
        with pytest.raises(GovflowError):
            govflow.act(auditor, govflow.Act(reference, trigger, note="試み"), dry_run=True)
    assert not govflow.inbox(auditor).lines
