"""What no person does happens in the transaction of what brings it about, by the same rules, and says its cause."""

from __future__ import annotations

from typing import Any

import pytest
from government import Government, codes
from sample_council import COUNCIL

import govflow
from govflow.domain.council.occasion import Occasion
from govflow.domain.history import Entry, Subject, chained
from govflow.errors import BadInput, NotAuthorised, NotFound, Refused
from govflow.services.acting.firing import fire, fires
from govflow.services.audit.replaying import entry_problems

COUNCILLORS = "town_council"
BALLOT = "proceedings of the town council"
PASSED = {"source": "TC-2025-M001", "record": "TC-2025-1", "counts": {"yes": 3, "no": 1}}


@pytest.fixture
def town(either: Government) -> Government:
    """The small government with a workflow in which a body decides."""
    govflow.load_workflow(either.session, str(either.write("motion.yaml", COUNCIL)))
    return either


def motion(town: Government, *, until: str = "ready", amount: int | None = 500) -> str:
    """A motion that the council has dealt with as far as a state."""
    content: dict[str, Any] = {"title": "動議", "ministry": "mof", "fiscal_year": 2025}
    content |= {"amount": amount} if amount is not None else {}
    clerk = town.person("mof_clerk")
    found = govflow.submit(clerk, content, key=f"m{amount}", workflow="motion")
    way = ["ready", "agenda", "debate", "passed"]
    for occasion in ("placed", "called", "passed")[: way.index(until)]:
        told = PASSED if occasion == "passed" else {}
        town.fire(found.reference, occasion, body=COUNCILLORS, cause=BALLOT, **told)
    return found.reference


def last(town: Government, reference: str) -> Entry:
    """The newest entry of a proposal's history."""
    with town.session.reading() as work:
        return list(work.history.entries(Subject("proposal", reference)))[-1]


def test_a_body_leads_a_proposal_on(town: Government) -> None:
    reference = motion(town, until="debate")
    receipt = town.fire(reference, "passed", body=COUNCILLORS, cause=BALLOT, **PASSED)
    assert (receipt.trigger, receipt.state, receipt.moved) == ("pass", "passed", True)
    assert town.state(reference) == "passed"
    assert town.problems() == []


def test_the_entry_is_of_the_system_in_its_role_and_says_its_cause(town: Government) -> None:
    entry = last(town, motion(town, until="passed"))
    assert (entry.actor_kind, entry.person, entry.office, entry.via) == ("system", None, None, None)
    assert (entry.role, entry.cause) == ("council", BALLOT)
    assert (entry.from_state, entry.to_state, entry.trigger) == ("debate", "passed", "pass")
    assert entry.read("payload") == {"source": "TC-2025-M001"}


def test_nobody_is_next_where_a_body_is_waited_for(town: Government) -> None:
    reference = motion(town)
    receipt = town.fire(reference, "placed", body=COUNCILLORS)
    assert (receipt.next_role, receipt.next, receipt.filled_by) == (
        {"ja": "議会", "en": "council"},
        (),
        "body",
    )
    assert (receipt.person, receipt.by, receipt.key) == ("", None, "")
    found = govflow.why(town.onlooker, reference)
    assert (found.responsible, found.filled_by, found.who) == ({"ja": "議会", "en": "council"}, "body", ())
    [_, call] = found.possible
    assert (call.trigger, call.occasion, call.needs, call.who) == ("call", "called", (), ())


def test_what_a_body_did_issues_its_documents(town: Government) -> None:
    reference = motion(town, until="debate")
    receipt = town.fire(reference, "passed", body=COUNCILLORS, cause=BALLOT, **PASSED)
    assert receipt.documents == ("RS-2025-0001",)
    text = govflow.document(town.onlooker, "RS-2025-0001", lang="en").text
    assert "the act “pass” brought proposal" in text
    assert "| council |\n|---:|\n" in text  # from the body, and from nobody in it
    assert town.problems() == []


def test_what_merely_tells_of_an_outcome_is_left_where_nothing_keeps_it(town: Government) -> None:
    reference = motion(town, until="debate")
    how = {"part": "consent", "procedure": "meeting"}
    town.fire(reference, "failed", body=COUNCILLORS, **PASSED, **how)
    assert last(town, reference).read("payload") == {}


def test_a_note_is_the_entrys_whether_it_is_a_value_or_not(town: Government) -> None:
    reference = motion(town, until="debate")
    town.fire(reference, "carried_over", body=COUNCILLORS, note="次の会議で審議する。")
    assert (last(town, reference).note, last(town, reference).read("payload")) == ("次の会議で審議する。", {})
    town.fire(motion(town, until="debate", amount=8), "passed", body=COUNCILLORS, note="異議なし。", **PASSED)
    entry = last(town, "MOF-2025-0002")
    assert (entry.note, entry.read("payload")["note"]) == ("異議なし。", "異議なし。")


def test_what_would_be_lost_is_refused(town: Government) -> None:
    reference = motion(town, until="debate")
    before = rows_of(town)
    with pytest.raises(BadInput) as bad:
        town.fire(reference, "failed", body=COUNCILLORS, amount=3)
    assert "amount" in bad.value.problems[0].sentence("en")
    assert rows_of(town) == before


def test_a_guard_that_says_no_refuses_it_with_every_reason_and_leaves_nothing(town: Government) -> None:
    reference = motion(town, until="debate", amount=None)
    before = rows_of(town)
    with pytest.raises(Refused) as refused:
        town.fire(reference, "passed", body=COUNCILLORS, record="TC-2025-1")
    assert codes(refused.value) == ["guard.amount_not_stated", "acts.missing_value"]
    assert rows_of(town) == before


def test_a_value_that_it_has_to_carry_is_asked_for(town: Government) -> None:
    reference = motion(town, until="debate")
    with pytest.raises(Refused) as refused:
        town.fire(reference, "passed", body=COUNCILLORS)
    assert codes(refused.value) == ["acts.missing_value"]


@pytest.mark.parametrize(
    ("occasion", "body"),
    [("passed", COUNCILLORS), ("placed", "cio_council"), ("placed", None), ("breach_lapses", None)],
)
def test_nothing_happens_on_what_the_state_does_not_wait_for(
    town: Government, occasion: str, body: str | None
) -> None:
    reference = motion(town)
    with pytest.raises(Refused) as refused:
        town.fire(reference, occasion, body=body)
    assert codes(refused.value) == ["acts.no_occasion"]
    assert refused.value.next_command == f"govflow why {reference}"


def test_whether_something_would_happen_can_be_asked(town: Government) -> None:
    with town.session.reading() as work:
        definition = town.session.definition_in_force(work, "motion")
    assert fires(definition, "debate", Occasion.PASSED, body=COUNCILLORS)
    assert not fires(definition, "debate", Occasion.PASSED, body="cio_council")
    assert not fires(definition, "debate", Occasion.LAPSED, body=COUNCILLORS)
    assert fires(definition, "passed", Occasion.BREACH_LAPSES)


def test_an_unknown_proposal_is_not_found(town: Government) -> None:
    with pytest.raises(NotFound):
        town.fire("MOF-2025-0999", "placed", body=COUNCILLORS)


def test_what_follows_of_itself_has_no_body(town: Government) -> None:
    reference = motion(town, until="passed")
    town.fire(reference, "breach_lapses", body=None, note="期限を過ぎた。")
    entry = last(town, reference)
    assert (entry.role, entry.note, entry.to_state) == ("breach", "期限を過ぎた。", "done")
    assert town.problems() == []


def test_what_a_decision_asked_is_cancelled_when_it_lapses(town: Government) -> None:
    reference = motion(town, until="passed")
    assert town.answers(reference, "follow_up") == [("open", None)]
    town.fire(reference, "lapsed", body=COUNCILLORS, cause="later proceedings")
    assert town.state(reference) == "ready"
    assert town.answers(reference, "follow_up") == [("cancelled", None)]
    assert town.problems() == []


def test_a_person_is_told_by_whom_it_is_done(town: Government) -> None:
    reference = motion(town, until="debate")
    with pytest.raises(Refused) as refused:
        town.act("mof_clerk", "pass", reference, source="x")
    assert codes(refused.value) == ["acts.not_by_hand_body"]
    assert refused.value.next_command == "govflow meeting --help"
    with pytest.raises(Refused) as itself:
        town.act("mof_clerk", "stop", motion(town, until="passed", amount=7))
    assert codes(itself.value) == ["acts.not_by_hand_itself"]


def test_an_office_that_is_called_like_a_body_does_not_act_for_it(town: Government) -> None:
    extra = {
        "roles": {**organisation_section("roles"), "council": {"title": {"ja": "議会", "en": "council"}}},
        "offices": {
            **organisation_section("offices"),
            "cas.council": {
                "title": {"ja": "議会", "en": "council"},
                "role": "council",
                "ministry": "cas",
            },
        },
    }
    reference = motion(town, until="debate")
    town.organise(**extra, persons=["mayor"], appointments=[
        {"person": "mayor", "office": "cas.council", "from": "2025-04-01"}
    ])  # fmt: skip
    with pytest.raises(NotAuthorised) as refused:
        town.act("mayor", "pass", reference, source="x")
    assert "read.closed" in codes(refused.value)
    assert town.state(reference) == "debate"
    assert govflow.inbox(town.person("mayor")).lines == ()
    assert govflow.why(town.onlooker, reference).who == ()


def organisation_section(name: str) -> dict[str, Any]:
    import government

    section: dict[str, Any] = government.organisation()[name]
    return section


def test_what_cannot_be_typed_is_not_offered(town: Government) -> None:
    reference = motion(town, until="agenda")
    with pytest.raises(Refused) as refused:
        town.act("mof_clerk", "cal", reference)
    assert codes(refused.value) == ["acts.no_such_trigger", "acts.nothing_by_hand"]


def test_who_did_something_before_does_not_hinder_what_nobody_does(town: Government) -> None:
    """Persons are compared with persons: where none acts there is nothing to compare."""
    reference = motion(town, until="debate")
    with town.session.reading() as work:
        definition = town.session.definition_in_force(work, "motion")
    [guarded] = [t for t in definition.transitions if t.trigger == "pass"]
    assert [use.name for use in guarded.guards] == ["amount_stated", "different_person_from"]
    town.fire(reference, "passed", body=COUNCILLORS, **PASSED)
    assert last(town, reference).read("facts")["actor.person"] is None


def test_the_history_tells_of_the_body_and_the_cause(town: Government) -> None:
    reference = motion(town)
    town.fire(reference, "placed", body=COUNCILLORS, cause="ballot TC-2025-B001")
    entry = govflow.history(town.onlooker, reference)[-1]
    assert (entry["person"], entry["office"]) == (None, None)
    assert entry["role"] == {"ja": "議会", "en": "council"}
    assert entry["cause"] == {"ja": "採決 TC-2025-B001", "en": "ballot TC-2025-B001"}


def test_the_caller_decides_whether_it_stays(town: Government) -> None:
    reference = motion(town)
    before = rows_of(town)
    with town.session.writing() as work:
        fire(town.session, work, reference, Occasion.PLACED, body=COUNCILLORS, cause=BALLOT)
    assert rows_of(town) == before


DOCTORED: list[dict[str, Any]] = [
    {"actor_kind": "person", "person": "mof_clerk"},
    {"actor_kind": "person", "person": "mof_clerk", "office": "mof.clerk", "via": "own"},
    {"person": "mof_clerk"},
    {"office": "cas.gcio"},
    {"via": "substitution", "on_behalf_of": "cas.gcio"},
    {"cause": None},
    {"cause": ""},
    {"actor_kind": "person"},
]


@pytest.mark.parametrize("changes", DOCTORED, ids=str)
def test_verification_finds_what_was_not_done_by_whom_it_says(
    town: Government, changes: dict[str, Any]
) -> None:
    """Also where the whole chain was computed anew: what is nobody's act has no actor, and only that."""
    entry = last(town, motion(town, until="passed"))
    assert replayed(town, entry) == []
    assert replayed(town, chained(entry._replace(**changes))) == ["audit.replay_by_other"]


def test_verification_finds_a_persons_act_without_a_person(town: Government) -> None:
    reference = motion(town, until="passed")
    town.act("mof_clerk", "carry_out", reference, note="執行した。")
    entry = last(town, reference)
    nobodys = {"actor_kind": "system", "person": None, "office": None, "via": None, "cause": BALLOT}
    assert replayed(town, chained(entry._replace(**nobodys))) == ["audit.replay_by_other"]


def test_verification_finds_another_role(town: Government) -> None:
    entry = last(town, motion(town, until="passed"))
    assert replayed(town, chained(entry._replace(role="breach"))) == ["audit.replay_refused"]


def replayed(town: Government, entry: Entry) -> list[str]:
    with town.session.reading() as work:
        found = entry_problems(lambda digest: town.session.definition(work, digest), entry)
    return [problem.code for problem in found]


def rows_of(town: Government) -> Any:
    """What the store holds of proposals: the same way on both databases."""
    with town.session.reading() as work:
        return [
            (work.proposals.get(reference), list(work.history.entries(Subject("proposal", reference))))
            for reference in sorted(work.proposals.references())
        ]
