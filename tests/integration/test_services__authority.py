"""Who may act: offices, terms, vacancies, absences, standing delegation, concurrent posts, accounts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from government import ADMINISTRATOR, Government, codes, refused
from small_organisation import organisation

import govflow
from govflow.errors import NotAuthorised, NotFound

APPOINTED: dict[str, Any] = {"from": "2025-04-01"}
STAND_IN: dict[str, Any] = {
    "substitutions": [{"office": "mof.cio", "deputies": ["mof.dcio", "mof.ciso"], **APPOINTED}]
}
AWAY: dict[str, Any] = {
    **STAND_IN,
    "absences": [{"person": "mof_cio", "from": "2025-04-10", "until": "2025-04-11"}],
}
SMALL_RENEWALS: dict[str, Any] = {
    "delegations": [
        {
            "office": "mof.cio",
            "to": "mof.dcio",
            "workflow": "it_investment",
            "triggers": ["endorse"],
            "kinds": ["renewal"],
            "amount_limit": 50_000_000,
            **APPOINTED,
        }
    ]
}


def with_account(cabinet: Government, account: str) -> Path:
    """An organisation file in which the administrator has an account."""
    content = organisation(accounts={ADMINISTRATOR: [account]})
    return cabinet.write("real.json", json.dumps(content))


def reviewed(cabinet: Government, **content: Any) -> str:
    """A proposal in its ministry's review with every concurrence given."""
    reference = cabinet.proposal(until="ministry_review", **content)
    for post, step in (("ciso", "ciso"), ("accounts", "accounts"), ("dcio", "deputy_cio")):
        cabinet.act(f"mof_{post}", f"{step}_concurrence.concur", reference)
    return reference


def test_an_office_acts_on_its_own_ministrys_proposals_only(cabinet: Government) -> None:
    reference = reviewed(cabinet)
    with pytest.raises(NotAuthorised) as refused:
        cabinet.act("mhlw_cio", "endorse", reference)
    assert codes(refused.value)[:3] == ["acts.not_authorised", "authority.held_by", "read.closed"]
    assert cabinet.act("mof_cio", "endorse", reference).state == "intake"


def test_a_parent_body_answers_for_an_agency_without_offices_of_its_own(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake", ministry="nta")
    assert reference == "NTA-2026-0001"
    assert cabinet.shown(reference).records["endorsement"]["trigger"] == "endorse"


def test_a_central_office_acts_on_every_ministrys_proposals(cabinet: Government) -> None:
    for ministry in ("mof", "mhlw"):
        reference = cabinet.proposal(until="intake", ministry=ministry)
        assert cabinet.act("secretariat", "accept", reference).state == "coordination"


def test_a_term_that_ended_or_has_not_begun_gives_no_authority(cabinet: Government) -> None:
    cabinet.organise(
        without=["mof.cio"],
        persons=["former", "coming"],
        appointments=[
            {"person": "former", "office": "mof.cio", "from": "2024-04-01", "until": "2025-04-09"},
            {"person": "mof_cio", "office": "mof.cio", "from": "2025-04-10", "until": "2025-04-30"},
            {"person": "coming", "office": "mof.cio", "from": "2025-05-01"},
        ],
    )
    reference = reviewed(cabinet)
    for person, reason in (("former", "authority.term_ended"), ("coming", "authority.term_not_begun")):
        with pytest.raises(NotAuthorised) as refused:
            cabinet.act(person, "endorse", reference)
        assert reason in codes(refused.value)
    assert cabinet.on("2025-05-01").act("coming", "endorse", reference).person == "coming"


def test_a_vacant_office_is_named_as_the_reason(cabinet: Government) -> None:
    cabinet.organise(without=["mof.ciso"])
    reference = cabinet.proposal(until="ministry_review")
    with pytest.raises(NotAuthorised) as refused:
        cabinet.act("mof_cio", "ciso_concurrence.concur", reference)
    assert "authority.vacant" in codes(refused.value)


def test_a_substitute_acts_only_while_the_holder_is_absent(cabinet: Government) -> None:
    cabinet.organise(**AWAY)
    reference = reviewed(cabinet.on("2025-04-09"))
    with pytest.raises(NotAuthorised) as refused:
        cabinet.act("mof_dcio", "endorse", reference)
    assert "authority.holder_present" in codes(refused.value)
    receipt = cabinet.on("2025-04-10").act("mof_dcio", "endorse", reference)
    assert (receipt.office, receipt.via, receipt.on_behalf_of) == ("mof.dcio", "substitution", "mof.cio")
    with pytest.raises(NotAuthorised):
        cabinet.on("2025-04-12").act("mof_dcio", "withdraw", reference, note="不要")


def test_substitutes_act_in_their_order(cabinet: Government) -> None:
    cabinet.organise(**AWAY)
    reference = reviewed(cabinet)
    with pytest.raises(NotAuthorised) as refused:
        cabinet.act("mof_ciso", "endorse", reference)
    assert "authority.earlier_deputy" in codes(refused.value)
    absent = [*AWAY["absences"], {"person": "mof_dcio", "from": "2025-04-10", "until": "2025-04-10"}]
    cabinet.organise(**{**AWAY, "absences": absent})
    assert cabinet.act("mof_ciso", "endorse", reference).via == "substitution"


def test_what_is_marked_important_is_never_decided_by_a_substitute(cabinet: Government) -> None:
    cabinet.organise(**AWAY)
    reference = reviewed(cabinet, marks=["important"])
    with pytest.raises(NotAuthorised) as refused:
        cabinet.act("mof_dcio", "endorse", reference)
    assert "authority.important" in codes(refused.value)


def test_a_substitution_opens_a_post_review_with_the_office_acted_for(cabinet: Government) -> None:
    cabinet.organise(**AWAY)
    reference = reviewed(cabinet)
    cabinet.act("mof_dcio", "endorse", reference)
    (review,) = cabinet.steps(reference, "post_review")
    assert (review["state"], review["subject"], review["due_on"]) == ("open", "職mof.cio", "2025-04-17")


def test_the_substitute_never_reviews_what_the_substitute_did(cabinet: Government) -> None:
    cabinet.organise(**AWAY)
    reference = reviewed(cabinet)
    cabinet.act("mof_dcio", "endorse", reference)
    for person in ("mof_dcio", "mof_ciso"):
        with pytest.raises(NotAuthorised) as refused:
            cabinet.act(person, "post_review.reviewed", reference)
        assert codes(refused.value) == ["acts.not_authorised", "acts.review_is_own"]
    cabinet.on("2025-04-14").act("mof_cio", "post_review.reviewed", reference)
    assert cabinet.answers(reference, "post_review") == [("answered", "reviewed")]


def test_the_post_review_goes_to_the_ministry_acted_for_not_to_the_proposals(cabinet: Government) -> None:
    cabinet.organise(
        substitutions=[{"office": "mic.cio", "deputies": ["mic.dcio"], **APPOINTED}],
        absences=[{"person": "mic_cio", "from": "2025-04-10", "until": "2025-04-10"}],
    )
    reference = cabinet.proposal(until="coordination", affected_ministries=["mic"])
    cabinet.act("mic_dcio", "affected_ministry_opinion.comment", reference, note="時期を合わせたい。")
    with pytest.raises(NotAuthorised):
        cabinet.act("mof_cio", "post_review.reviewed", reference)
    assert refused(NotAuthorised, cabinet.act, "mic_cio", "post_review.reviewed", reference) == [
        "acts.not_authorised",
        "authority.absent",
    ]
    cabinet.on("2025-04-11")
    assert cabinet.act("mic_cio", "post_review.reviewed", reference).office == "mic.cio"


def test_a_standing_delegation_decides_within_its_table_with_the_same_effect(cabinet: Government) -> None:
    cabinet.organise(**SMALL_RENEWALS)
    receipt = cabinet.act("mof_dcio", "endorse", reviewed(cabinet, amount=50_000_000))
    assert (receipt.via, receipt.on_behalf_of, receipt.state) == ("delegation", "mof.cio", "intake")
    assert cabinet.steps(receipt.reference, "post_review") == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"amount": 50_000_001}, "authority.delegation_limit"),
        ({"amount": 50_000_000, "kind": "new"}, "authority.delegation_other_kind"),
        ({"amount": 50_000_000, "marks": ["precedent"]}, "authority.delegation_marked"),
        ({"amount": 50_000_000, "marks": ["先例となる"]}, "authority.delegation_marked"),
    ],
    ids=["amount", "kind", "mark", "mark in Japanese"],
)
def test_a_standing_delegation_ends_where_its_table_ends(
    cabinet: Government, content: dict[str, Any], reason: str
) -> None:
    cabinet.organise(**SMALL_RENEWALS)
    reference = reviewed(cabinet, **content)
    with pytest.raises(NotAuthorised) as refused:
        cabinet.act("mof_dcio", "endorse", reference)
    bars = [notice.params["why"].code for notice in refused.value.notices if "why" in notice.params]
    assert bars == [reason]


def test_a_standing_delegation_covers_only_the_acts_it_names(cabinet: Government) -> None:
    cabinet.organise(**SMALL_RENEWALS)
    reference = reviewed(cabinet, amount=50_000_000)
    with pytest.raises(NotAuthorised):
        cabinet.act("mof_dcio", "decline", reference, note="見送る。")


def test_concurrent_posts_are_chosen_by_office(cabinet: Government) -> None:
    cabinet.organise(
        appointments=[{"person": "mof_pjmo", "office": "mof.clerk", "concurrent": True, **APPOINTED}]
    )
    first, second = cabinet.draft(), cabinet.draft()
    assert cabinet.act("mof_pjmo", "submit", first).office == "mof.clerk"
    assert cabinet.act("mof_pjmo", "submit", second, office="mof.pjmo").office == "mof.pjmo"


def test_a_chosen_office_that_does_not_fit_is_said(cabinet: Government) -> None:
    with pytest.raises(NotAuthorised) as refused:
        cabinet.act("mof_clerk", "submit", cabinet.draft(), office="mof.cio")
    assert codes(refused.value)[-1] == "acts.chosen_office"


def test_the_account_says_who_acts(cabinet: Government) -> None:
    cabinet.organise(accounts={"mof_clerk": ["ko"]})
    with govflow.open(cabinet.url, account="ko", clock=cabinet.session.clock) as session:
        assert govflow.act(session, govflow.Act(cabinet.draft(), "submit")).person == "mof_clerk"


def test_an_account_of_nobody_may_do_nothing_and_is_logged(cabinet: Government) -> None:
    reference = cabinet.draft()
    with govflow.open(cabinet.url, account="stranger", clock=cabinet.session.clock) as session:
        with pytest.raises(NotAuthorised) as refused:
            govflow.act(session, govflow.Act(reference, "submit"))
        with session.store.reading() as work:
            (logged,) = work.refusals.latest(10)
    assert codes(refused.value) == ["session.unmapped_demonstration"]
    assert (logged.person, logged.account, logged.kind) == (None, "stranger", "authorisation")


def test_an_unknown_person_is_not_found(cabinet: Government) -> None:
    with pytest.raises(NotFound) as missing:
        cabinet.act("mof_clark", "submit", cabinet.draft())
    assert "did you mean 'mof_clerk'" in str(missing.value)


def test_another_person_and_another_time_are_for_demonstration_stores_only(cabinet: Government) -> None:
    url = str(cabinet.folder / "real.db")
    govflow.create(
        url,
        organisation=with_account(cabinet, "keeper"),
        workflows=["it_investment"],
        account="keeper",
        clock=lambda: cabinet.moment,
    )
    with pytest.raises(NotAuthorised) as refused:
        govflow.open(url, person="mof_clerk", now="2025-05-01")
    assert codes(refused.value) == ["session.demonstration_only"] * 2
    with govflow.open(url, account="keeper") as session, pytest.raises(NotAuthorised) as refused:
        session.acting_as("mof_clerk")
    assert codes(refused.value) == ["session.demonstration_only"]


def test_only_an_administrator_changes_the_organisation_or_the_definitions(cabinet: Government) -> None:
    clerk = cabinet.person("mof_clerk")
    path = with_account(cabinet, "keeper")
    for attempt in (
        lambda: govflow.load_organisation(clerk, path),
        lambda: govflow.load_workflow(clerk, "town_purchase"),
    ):
        with pytest.raises(NotAuthorised) as refused:
            attempt()
        assert codes(refused.value) == ["administration.not_administrator"]
    with cabinet.session.store.reading() as work:
        assert [row.trigger for row in work.refusals.latest(9)] == ["put_in_force", "load"]


def test_a_ministry_that_is_gone_leaves_its_proposals_readable(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review", ministry="nta")
    smaller = organisation()
    del smaller["ministries"]["nta"]
    govflow.load_organisation(cabinet.session, cabinet.write("smaller.json", json.dumps(smaller)))
    assert cabinet.shown(reference).ministry == {"ja": "nta", "en": "nta"}
    assert [tally.name for tally in govflow.stats(cabinet.onlooker).ministries] == ["nta"]
    (endorse,) = [p for p in govflow.why(cabinet.onlooker, reference).possible if p.trigger == "endorse"]
    assert "authority.no_office_in" in [notice.code for notice in endorse.needs]
    with pytest.raises(NotAuthorised):
        cabinet.act("mof_cio", "return", reference, note="見直す。")


def test_whoever_acted_and_left_is_still_named_by_the_record(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    gone = organisation(without=["mof.clerk"])
    del gone["persons"]["mof_clerk"]
    govflow.load_organisation(cabinet.session, cabinet.write("gone.json", json.dumps(gone)))
    assert govflow.history(cabinet.onlooker, reference)[-1]["person"]["ja"] == "mof_clerk"
    assert cabinet.act("mof_pmo", "accept", reference).state == "ministry_review"
