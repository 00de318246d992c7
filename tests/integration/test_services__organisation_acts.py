"""Acts on the organisation: recorded, repeatable, refused with every reason; what a transfer hands over."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from government import ADMINISTRATOR, Government, codes, refused, rows
from small_organisation import organisation

import govflow
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused
from govflow.messages import Title

TODAY = "2025-04-10"
MAY = "2025-05-01"
SECOND = {
    "persons": ["second"],
    "appointments": [{"person": "second", "office": "cas.admin", "from": "2025-04-01"}],
}
DEPUTIES = [{"office": "mof.cio", "deputies": ["mof.dcio"], "from": "2025-04-01"}]


def change(
    cabinet: Government, act: Any, *, by: str = ADMINISTRATOR, **how: Any
) -> govflow.OrganisationChange:
    return govflow.change_organisation(cabinet.person(by), act, **how)


def test_every_act_makes_a_version_that_the_audit_makes_again(either: Government) -> None:
    acts = [
        govflow.Appoint("new.one", "mof.cio", MAY, newcomer=Title("新", "New"), accounts=("new",)),
        govflow.Absent("mof_cio", TODAY, "2025-04-18", reason="出張"),
        govflow.Delegate(
            "mof.cio", "mof.dcio", "it_investment", TODAY, triggers=("endorse",), amount_limit=5
        ),
        govflow.RevokeAbsence("mof_cio", "2025-04-15"),
        govflow.RevokeDelegation("mof.cio", MAY),
        govflow.RevokeAppointment("mof_ciso", "mof.ciso", MAY),
        govflow.Transfer("mof_pmo", "mof_clerk", MAY),
    ]
    done = [change(either, act) for act in acts]
    assert [receipt.number for receipt in done] == [2, 3, 4, 5, 6, 7, 8]
    assert [receipt.vacant for receipt in done if receipt.vacant] == [("mof.ciso",)]
    assert govflow.show_organisation(either.session).number == 8
    assert either.problems() == []
    entries = govflow.organisation_history(either.session)
    assert [entry.trigger for entry in entries] == ["load", *(receipt.trigger for receipt in done)]
    about = govflow.organisation_history(either.session, "mof_pmo")
    assert [entry.number for entry in about] == [1, 8]


def test_the_same_key_gives_the_first_result(cabinet: Government) -> None:
    act = govflow.Transfer("mof_pmo", "mof_clerk", MAY)
    first = change(cabinet, act, key="k")
    again = change(cabinet, act, key="k")
    assert (again.number, again.handover, again.repeated) == (first.number, first.handover, True)
    assert refused(Conflict, change, cabinet, govflow.Absent("mof_cio", MAY), key="k") == ["acts.key_used"]
    assert govflow.show_organisation(cabinet.session).number == 2


def test_an_act_that_passes_the_own_administration_on_is_repeated_with_its_key(cabinet: Government) -> None:
    act = govflow.Transfer(ADMINISTRATOR, "mof_clerk", TODAY)
    first = change(cabinet, act, key="k")
    assert change(cabinet, act, key="k") == replace(first, repeated=True)
    assert refused(NotAuthorised, change, cabinet, act) == ["administration.not_administrator"]


def test_a_dry_run_keeps_nothing(cabinet: Government) -> None:
    before = rows(cabinet.url)
    assert change(cabinet, govflow.Absent("mof_cio", MAY), dry_run=True).number == 2
    assert rows(cabinet.url) == before


def but_refusals(cabinet: Government) -> dict[str, list[tuple[Any, ...]]]:
    """Everything the store holds but refusals and their seals."""
    kept = rows(cabinet.url, without=["refusals", "sqlite_sequence"])
    return kept | {"seals": [seal for seal in kept["seals"] if seal[0] != "refusals"]}


REFUSED: dict[str, tuple[Any, list[str]]] = {
    "a circle": (
        govflow.Delegate("mof.dcio", "mof.cio", "it_investment", TODAY),
        ["organisation.delegation_loop"],
    ),
    "to nobody": (govflow.Transfer("mof_cio", "", TODAY), ["organisation_act.to_nobody"]),
    "to a stranger": (govflow.Transfer("mof_cio", "mof_cia", TODAY), ["organisation_act.unknown_joining"]),
    "the last administrator": (
        govflow.RevokeAppointment(ADMINISTRATOR, "cas.admin", MAY),
        ["organisation_act.nobody_left"],
    ),
    "no such workflow or act": (
        govflow.Delegate("mof.cio", "mof.cio", "it_invesment", TODAY),
        ["organisation.delegation_to_itself", "administration.delegation_unknown"],
    ),
    "before today without a reason": (
        govflow.Absent("mof_cio", "2025-04-01"),
        ["organisation_act.backdated_without_note"],
    ),
}


@pytest.mark.parametrize(("act", "told"), REFUSED.values(), ids=REFUSED)
def test_a_refused_act_leaves_nothing_but_the_refusal(cabinet: Government, act: Any, told: list[str]) -> None:
    change(cabinet, govflow.Delegate("mof.cio", "mof.dcio", "it_investment", TODAY))
    before = but_refusals(cabinet)
    assert refused(Refused, change, cabinet, act) == told
    assert but_refusals(cabinet) == before
    (kept,) = govflow.list_refusals(cabinet.session).refusals
    assert (list(kept.reasons), kept.person) == (told, ADMINISTRATOR)
    assert kept.act is not None


def test_only_an_administrator_acts_and_only_with_clear_texts(cabinet: Government) -> None:
    act = govflow.Absent("mof_cio", MAY)
    assert refused(NotAuthorised, change, cabinet, act, by="mof_clerk") == [
        "administration.not_administrator"
    ]
    unclear = govflow.Absent("mof_cio", MAY, reason="a\u202eb")
    assert refused(BadInput, change, cabinet, unclear, note="\0") == ["acts.bad_text", "acts.bad_text"]
    never = govflow.Absent("mof_cio", "0001-01-01", "2025-02-30")
    assert refused(BadInput, change, cabinet, never) == ["organisation_act.bad_day"] * 2
    named = govflow.Appoint("Not A Code", "mof.cio", MAY, newcomer=Title("名", "Name"))
    assert refused(BadInput, change, cabinet, named) == ["organisation_act.bad_code"]


def test_nobody_gives_themself_authority_while_a_second_person_could(cabinet: Government) -> None:
    mine = govflow.Appoint(ADMINISTRATOR, "mof.cio", MAY)
    alone = change(cabinet, mine, dry_run=True)
    assert alone.alone
    cabinet.organise(**SECOND)
    told = refused(NotAuthorised, change, cabinet, mine)
    assert told == ["organisation_act.gains_office", "organisation_act.second_person"]
    assert not change(cabinet, mine, by="second").alone
    assert cabinet.problems() == []


def test_no_file_gives_its_loader_authority_while_a_second_person_could(cabinet: Government) -> None:
    cabinet.organise(**SECOND)
    more = [*SECOND["appointments"], {"person": ADMINISTRATOR, "office": "mof.cio", "from": "2025-04-01"}]
    path = cabinet.write("own.json", json.dumps(organisation(persons=["second"], appointments=more)))
    told = refused(NotAuthorised, govflow.load_organisation, cabinet.session, path)
    assert told == ["organisation_act.gains_office", "organisation_act.second_person"]
    assert govflow.load_organisation(cabinet.person("second"), path).number == 3


SOLE = ["organisation_act.gains_sole", "organisation_act.second_person"]


def test_nobody_makes_themself_the_only_administrator(cabinet: Government) -> None:
    """Who had removed the second person could give themself everything."""
    cabinet.organise(**SECOND)
    for day in (TODAY, MAY):
        away = govflow.RevokeAppointment("second", "cas.admin", day)
        assert refused(NotAuthorised, change, cabinet, away) == SOLE
    path = cabinet.write("sole.json", json.dumps(organisation(persons=["second"])))
    assert refused(NotAuthorised, govflow.load_organisation, cabinet.session, path) == SOLE
    third = change(cabinet, govflow.Appoint("mof_clerk", "cas.admin", TODAY, MAY))
    assert refused(NotAuthorised, change, cabinet, away) == SOLE
    change(cabinet, govflow.Appoint("mof_clerk", "cas.admin", "2025-05-02"))
    assert not change(cabinet, away).alone
    assert third.number == 3
    assert cabinet.problems() == []


def test_the_second_administrator_resigns_themself(cabinet: Government) -> None:
    cabinet.organise(**SECOND)
    resigned = change(cabinet, govflow.RevokeAppointment("second", "cas.admin", TODAY), by="second")
    assert not resigned.alone
    assert change(cabinet, govflow.Appoint(ADMINISTRATOR, "mof.cio", MAY)).alone
    assert cabinet.problems() == []


def test_the_only_administrator_stays_the_only_one_and_it_is_marked(cabinet: Government) -> None:
    change(cabinet, govflow.Appoint("mof_clerk", "cas.admin", MAY))
    assert change(cabinet, govflow.RevokeAppointment("mof_clerk", "cas.admin", MAY)).alone
    assert cabinet.problems() == []


def test_nobody_comes_to_substitute_by_sending_others_away(cabinet: Government) -> None:
    order = [{"office": "mof.cio", "deputies": ["mof.dcio", "cas.admin"], "from": "2025-04-01"}]
    cabinet.organise(**SECOND, substitutions=order)
    change(cabinet, govflow.Absent("mof_cio", TODAY))
    told = refused(NotAuthorised, change, cabinet, govflow.Absent("mof_dcio", TODAY))
    assert told == ["organisation_act.gains_place", "organisation_act.second_person"]


def test_a_transfer_hands_over_what_waits_for_the_office(cabinet: Government) -> None:
    waiting = cabinet.proposal(until="ministry_review")
    later = cabinet.proposal(until="pmo_check")
    receipt = change(cabinet, govflow.Transfer("mof_cio", "mof_dcio", MAY))
    assert [(w["office"], w["kind"], w["reference"]) for w in receipt.handover] == [
        ("mof.cio", "proposal", waiting)
    ]
    cabinet.lead(waiting, "intake")
    cabinet.lead(later, "ministry_review")
    recorded = govflow.handover(cabinet.onlooker, receipt.number)
    assert [w["reference"] for w in recorded.work] == [waiting]
    now = govflow.handover(cabinet.onlooker, receipt.number, current=True)
    assert [w["reference"] for w in now.work] == [later]
    assert refused(NotFound, govflow.handover, cabinet.onlooker, 1) == ["standing.no_transfer"]
    cabinet.on(MAY)
    assert [line.reference for line in govflow.inbox(cabinet.person("mof_dcio")).lines][:1] == [later]
    assert govflow.inbox(cabinet.person("mof_cio")).lines == ()


def test_post_reviews_are_listed_until_they_are_done(cabinet: Government) -> None:
    cabinet.organise(substitutions=DEPUTIES)
    reference = cabinet.proposal(until="ministry_review")
    change(cabinet, govflow.Absent("mof_cio", TODAY, "2025-04-30"))
    for person, answer in (("mof_ciso", "ciso_concurrence"), ("mof_accounts", "accounts_concurrence")):
        cabinet.act(person, f"{answer}.concur", reference)
    cabinet.act("mof_dcio", "deputy_cio_concurrence.concur", reference, office="mof.dcio")
    cabinet.act("mof_dcio", "endorse", reference)
    (review,) = govflow.list_post_reviews(cabinet.onlooker).reviews
    assert (review.reference, review.late, review.state) == (reference, 0, "open")
    assert (review.substitute or {})["en"].endswith("mof_dcio")
    assert review.act["en"] == "endorse"
    assert govflow.list_post_reviews(cabinet.onlooker, overdue=True).reviews == ()
    cabinet.on("2025-05-30")
    (late,) = govflow.list_post_reviews(cabinet.onlooker, overdue=True).reviews
    assert late.late > 0
    cabinet.act("mof_cio", "post_review.reviewed", reference)
    assert govflow.list_post_reviews(cabinet.onlooker).reviews == ()
    (done,) = govflow.list_post_reviews(cabinet.onlooker, done=True).reviews
    assert (done.reviewed_on, done.late) == ("2025-05-30", late.late)


def test_who_is_recorded_absent_does_not_act_until_the_absence_is_revoked(cabinet: Government) -> None:
    cabinet.organise(substitutions=DEPUTIES)
    reference = cabinet.proposal(until="pmo_check")
    change(cabinet, govflow.Absent("mof_pmo", TODAY))
    told = refused(NotAuthorised, cabinet.act, "mof_pmo", "accept", reference)
    assert told == ["acts.not_authorised", "authority.absent_open"]
    change(cabinet, govflow.RevokeAbsence("mof_pmo", TODAY))
    assert cabinet.act("mof_pmo", "accept", reference).state == "ministry_review"


def test_an_entry_is_never_recorded_before_the_one_before_it(cabinet: Government) -> None:
    cabinet.on("2025-04-20")
    first = change(cabinet, govflow.Absent("mof_cio", MAY))
    cabinet.on("2025-04-12")
    second = change(cabinet, govflow.Absent("mof_pmo", MAY))
    assert second.recorded_at == first.recorded_at
    assert cabinet.problems() == []


def test_a_delegation_that_no_workflow_knows_any_more_stands_in_no_acts_way(cabinet: Government) -> None:
    change(cabinet, govflow.Delegate("mof.cio", "mof.dcio", "it_investment", TODAY, triggers=("endorse",)))
    with closing(sqlite3.connect(cabinet.url)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("DELETE FROM definitions_in_force")
    more = govflow.Delegate("mof.dcio", "mof.ciso", "it_investment", TODAY)
    assert refused(Refused, change, cabinet, more) == ["administration.delegation_unknown"]
    assert change(cabinet, govflow.RevokeDelegation("mof.cio", "2025-04-11")).number == 3


def test_a_real_store_needs_an_administrator_with_an_account(cabinet: Government) -> None:
    url = str(cabinet.folder / "real.db")
    content = organisation(accounts={ADMINISTRATOR: ["keeper"]}, persons=["second"])
    path: Path = cabinet.write("real.json", json.dumps(content))
    govflow.create(
        url, organisation=path, workflows=["it_investment"], account="keeper", clock=cabinet.session.clock
    )
    with govflow.open(url, account="keeper", clock=cabinet.session.clock) as kept:
        away = govflow.Transfer(ADMINISTRATOR, "second", MAY)
        with pytest.raises(Refused) as nobody:
            govflow.change_organisation(kept, away)
        assert codes(nobody.value) == ["organisation_act.nobody_left"]
        assert nobody.value.notices[0].params["day"] == date.fromisoformat(MAY)
