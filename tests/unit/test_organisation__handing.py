"""What ends by an act and what passes on: revocations and transfers leave everything else as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from living_town import DAY, EVE, FOUNDED, TOWN, holders, made, reasons

from govflow.domain.organisation import Appointment, Person, Term
from govflow.domain.organisation_acts import Appoint, RevokeAppointment, RevokeDelegation, Transfer, apply
from govflow.domain.organisation_content import difference
from govflow.messages import Title


def test_a_transfer_ends_one_appointment_and_begins_the_next_without_a_gap() -> None:
    after = made(Transfer("aki", "haru", DAY))
    assert (holders(after, "mayor", "2025-07-31"), holders(after, "mayor", DAY)) == (("aki",), ("haru",))
    assert difference(TOWN, after).keys() == {"appointments"}


def test_a_transfer_hands_over_what_is_named_and_no_more() -> None:
    both = made(Appoint("aki", "empty", FOUNDED.isoformat(), concurrent=True))
    after = made(Transfer("aki", "haru", DAY, offices=("empty",)), both)
    assert (holders(after, "mayor", DAY), holders(after, "empty", DAY)) == (("aki",), ("haru",))
    assert next(a for a in after.appointments if (a.person, a.office) == ("haru", "empty")).concurrent


def test_a_transfer_ends_as_the_predecessors_term_would_have() -> None:
    after = made(Transfer("haru", "natsu", DAY))
    assert after.appointments[-1] == Appointment("natsu", "clerk", Term(date(2025, 8, 1), date(2026, 3, 31)))


def test_a_transfer_hands_over_the_renewed_term_as_well_and_no_office_that_begins_later() -> None:
    renewed = made(Appoint("haru", "clerk", "2026-04-01", "2027-03-31"))
    later = made(Appoint("haru", "empty", "2026-04-01"), renewed)
    after = made(Transfer("haru", "natsu", DAY), later)
    for day, holder in (("2025-07-31", "haru"), (DAY, "natsu"), ("2027-03-31", "natsu")):
        assert holders(after, "clerk", day) == (holder,)
    assert holders(after, "clerk", "2027-04-01") == ()
    assert holders(after, "empty", "2026-04-01") == ("haru",)


def delegations(act: RevokeDelegation) -> list[tuple[str, str, tuple[str, ...], Term]]:
    """What is left of four delegations of the mayor."""
    first = TOWN.delegations[0]
    town = replace(
        TOWN,
        delegations=(
            first,
            first._replace(to="clerk"),
            first._replace(workflow="other", triggers=()),
            first._replace(term=Term(FOUNDED, date(2025, 5, 31)), triggers=("sign",)),
            first._replace(office="clerk"),
        ),
    )
    ended = zip(town.delegations, made(act, town).delegations, strict=True)
    return [(was.to, was.workflow, was.triggers, now.term) for was, now in ended if was != now]


def test_a_revocation_ends_every_delegation_of_the_office_or_those_that_it_names() -> None:
    over = Term(FOUNDED, EVE)
    deputy = ("deputy", "town_purchase", ("decide",), over)
    clerk = ("clerk", "town_purchase", ("decide",), over)
    other = ("deputy", "other", (), over)
    assert delegations(RevokeDelegation("mayor", DAY)) == [deputy, clerk, other]
    assert delegations(RevokeDelegation("mayor", DAY, to="clerk")) == [clerk]
    assert delegations(RevokeDelegation("mayor", DAY, workflow="other")) == [other]
    assert delegations(RevokeDelegation("mayor", DAY, trigger="decide")) == [deputy, clerk]
    assert delegations(RevokeDelegation("mayor", DAY, to="deputy", trigger="decide")) == [deputy]


def test_a_revocation_names_offices_that_are_there() -> None:
    assert reasons(RevokeDelegation("mayor", DAY, to="depute")) == ["unknown_office", "no_delegation"]
    assert reasons(RevokeDelegation("mayor", DAY)) == []


def test_an_ended_appointment_is_not_made_longer_by_a_later_revocation() -> None:
    again = made(Appoint("haru", "clerk", "2026-05-01"))
    after = made(RevokeAppointment("haru", "clerk", "2026-06-01"), again)
    assert [a.term for a in after.appointments if a.office == "clerk"] == [
        Term(FOUNDED, date(2026, 3, 31)),
        Term(date(2026, 5, 1), date(2026, 5, 31)),
    ]


def test_who_holds_nothing_is_told_that_once_and_not_of_each_office() -> None:
    act = Transfer("haru", "aki", "2026-04-01", offices=("clerk", "mayor"))
    assert reasons(act) == ["holds_nothing"]
    told = [*apply(Transfer("aki", "haru", DAY, offices=("deputy", "mayor", "clerk")), TOWN).reasons]
    assert [reason.params["office"] for reason in told] == ["deputy", "clerk"]
    assert told[0].params["offices"] == ["mayor"]


def test_a_transfer_passes_nothing_that_is_over() -> None:
    renewed = made(Appoint("haru", "clerk", "2026-04-01", "2027-03-31"))
    after = made(Transfer("haru", "natsu", "2026-04-01"), renewed)
    assert holders(after, "clerk", "2026-03-31") == ("haru",)
    assert [a.term for a in after.appointments if a.person == "natsu" and a.office == "clerk"] == [
        Term(date(2026, 4, 1), date(2027, 3, 31))
    ]


def test_a_transfer_leaves_the_office_to_who_holds_it_as_well() -> None:
    shared = made(Appoint("natsu", "mayor", FOUNDED.isoformat(), concurrent=True))
    assert holders(made(Transfer("aki", "haru", DAY), shared), "mayor", DAY) == ("natsu", "haru")


def test_a_successor_may_be_new() -> None:
    act = Transfer("aki", "kei", DAY, newcomer=Title("圭", "Kei"), accounts=("kei",))
    after = made(act)
    assert holders(after, "mayor", DAY) == ("kei",)
    assert after.persons[-1] == Person("kei", Title("圭", "Kei"), ("kei",))
