"""Every way to act for an office is told with what it goes by and with all that stands against it on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from living_town import FOUNDED, TOWN

from govflow.domain.authority import Via
from govflow.domain.organisation import Absence, Appointment, Delegation, Directory, Substitution, Term
from govflow.domain.standing import Asked, Standing, standings

DAY = date(2025, 8, 20)
ALWAYS, PAST, FUTURE = Term(None, None), Term(None, date(2025, 8, 19)), Term(date(2025, 8, 21), None)
AWAY = Absence("aki", Term(date(2025, 8, 18), None))


def ways(office: str = "mayor", *, asked: Asked = Asked(), **changed: Any) -> list[Standing]:  # noqa: B008 (a tuple)
    town = replace(TOWN, **{"absences": (), "delegations": (), "substitutions": (), **changed})
    return list(standings(Directory.on(town, DAY), office, asked))


def told(way: Standing) -> list[tuple[str, dict[str, Any]]]:
    return [(reason.code.partition(".")[2], dict(reason.params)) for reason in way.reasons]


def test_a_holder_acts_by_the_appointment_of_the_day() -> None:
    assert ways() == [
        Standing("mayor", "aki", "mayor", Via.OWN, (), (Appointment("aki", "mayor", Term(FOUNDED, None)),))
    ]
    assert ways("empty") == []


def test_who_holds_the_office_again_is_told_once_by_the_appointment_of_the_day_else_by_the_last() -> None:
    def rows(*terms: Term) -> list[tuple[tuple[object, ...], list[str]]]:
        found = ways(appointments=tuple(Appointment("aki", "mayor", term) for term in terms))
        return [(tuple(row.term for row in way.rows), [code for code, _ in told(way)]) for way in found]

    assert rows(PAST, ALWAYS, FUTURE) == [((ALWAYS,), [])]
    assert rows(PAST, FUTURE) == [((FUTURE,), ["begins"])]
    assert rows(FUTURE, PAST) == [((PAST,), ["ended"])]


def test_a_term_that_is_over_or_still_to_come_is_told_with_its_day() -> None:
    for term, said in (
        (PAST, ("ended", {"day": date(2025, 8, 19)})),
        (Term(FOUNDED, date(2025, 8, 19)), ("ended", {"day": date(2025, 8, 19)})),
        (FUTURE, ("begins", {"day": date(2025, 8, 21)})),
        (Term(date(2025, 8, 21), date(2025, 9, 1)), ("begins", {"day": date(2025, 8, 21)})),
    ):
        (way,) = ways(appointments=(Appointment("aki", "mayor", term),), absences=(AWAY,))
        assert told(way) == [said]
    (way,) = ways(appointments=(Appointment("aki", "mayor", Term(DAY, DAY)),))
    assert told(way) == []


def test_who_is_away_is_told_from_when_until_when_as_far_as_that_is_known() -> None:
    absences = (
        AWAY,
        Absence("aki", Term(None, date(2025, 8, 31))),
        Absence("aki", PAST),
        Absence("natsu", ALWAYS),
    )
    (way,) = ways(absences=absences)
    assert told(way) == [
        ("absent", {"start": date(2025, 8, 18), "until": "–"}),
        ("absent", {"start": "–", "until": date(2025, 8, 31)}),
    ]
    assert way.rows[1:] == absences[:2]


def delegation(to: str = "deputy", *, term: Term = ALWAYS, **changed: Any) -> Delegation:
    return Delegation("mayor", to, "w", (), (), None, term)._replace(**changed)


def test_a_delegate_acts_by_the_delegation_and_the_own_appointment() -> None:
    given, other = delegation(), Delegation("clerk", "deputy", "w", (), (), None, ALWAYS)
    _, way = ways(delegations=(given, other))
    assert (way.person, way.held, way.via, way.reasons) == ("natsu", "deputy", Via.DELEGATION, ())
    assert way.rows == (given, TOWN.appointments[1])


def test_a_delegate_goes_by_the_appointment_of_the_day_and_no_other() -> None:
    terms = (PAST, ALWAYS, FUTURE)
    held = tuple(Appointment("natsu", "deputy", term) for term in terms)
    (way,) = ways(delegations=(delegation(),), appointments=held)
    assert [row.term for row in way.rows[1:]] == [ALWAYS]


def test_a_delegation_out_of_its_term_says_so_and_nothing_of_what_it_would_not_reach() -> None:
    _, way = ways(delegations=(delegation(term=PAST, triggers=("decline",)),), asked=Asked(trigger="decide"))
    assert [code for code, _ in told(way)] == ["ended"]


def test_a_delegation_to_an_office_of_nobody_is_nobodys_way() -> None:
    _, way = ways(delegations=(delegation("empty"),))
    assert (way.person, told(way)) == (None, [("vacant", {"office": "empty"})])
    assert way.rows == (way.rows[0],)


def test_what_is_not_asked_is_as_the_delegation_has_it_and_what_is_asked_counts() -> None:
    narrow = delegation(triggers=("decide", "x"), kinds=("desk", "y"), amount_limit=5)
    assert told(ways(delegations=(narrow,))[1]) == []
    for asked, code in (
        (Asked(workflow="v"), "delegation_other_workflow"),
        (Asked(trigger="decline"), "delegation_other_trigger"),
        (Asked(trigger=""), "delegation_other_trigger"),
        (Asked(kind="chair"), "delegation_other_kind"),
        (Asked(kind=""), "delegation_other_kind"),
        (Asked(amount=6), "delegation_limit"),
        (Asked(marks=frozenset({"precedent"})), "delegation_marked"),
    ):
        assert [said for said, _ in told(ways(delegations=(narrow,), asked=asked)[1])] == [code]
    assert told(ways(delegations=(narrow,), asked=Asked("w", "x", "y", 5))[1]) == []
    assert told(ways(delegations=(narrow,), asked=Asked(amount=0))[1]) == []


ORDER = Substitution("mayor", ("empty", "deputy", "clerk"), ALWAYS)


def substitutes(*absences: Absence, **changed: Any) -> list[Standing]:
    found = ways(absences=absences, **{"substitutions": (ORDER,), **changed})
    return [way for way in found if way.via is Via.SUBSTITUTION]


def test_substitutes_act_in_their_order_while_the_holder_is_away() -> None:
    vacant, first, second = substitutes(AWAY)
    assert (vacant.person, told(vacant)) == (None, [("vacant", {"office": "empty"})])
    assert (first.person, told(first)) == ("natsu", [])
    assert (second.person, told(second)) == ("haru", [("earlier_deputy", {"office": "deputy"})])
    assert first.rows == (ORDER, AWAY, TOWN.appointments[1])


def test_where_the_first_substitute_is_away_the_next_one_acts() -> None:
    absent = Absence("natsu", Term(DAY, DAY))
    _, first, second = substitutes(AWAY, absent)
    assert told(first) == [("absent", {"start": DAY, "until": DAY})]
    assert told(second) == []


def test_only_the_first_substitute_who_is_there_stands_before_the_others() -> None:
    order = ORDER._replace(deputies=("deputy", "clerk", "administrator"))
    *_, last = substitutes(AWAY, substitutions=(order,))
    assert told(last) == [("earlier_deputy", {"office": "deputy"})]


def test_while_the_holder_is_there_no_substitute_acts() -> None:
    for way in substitutes():
        assert ("holder_present", {"names": [TOWN.persons[0].name]}) in told(way)
        assert not any(isinstance(row, Absence) for row in way.rows)


def test_what_is_important_is_for_no_substitute() -> None:
    _, first, _ = substitutes(AWAY, asked=Asked(marks=frozenset({"important"})))
    assert told(first) == [("important", {})]


def test_an_order_out_of_its_term_or_behind_another_one_gives_nothing() -> None:
    over = ORDER._replace(term=PAST, deputies=("deputy",))
    (way,) = substitutes(substitutions=(over,))
    assert [code for code, _ in told(way)] == ["ended"]
    second = ORDER._replace(deputies=("clerk",))
    *_, behind = substitutes(AWAY, substitutions=(ORDER, second))
    assert told(behind) == [("other_order", {})]
    assert [told(way) for way in substitutes(AWAY, substitutions=(over, second))][1:] == [[]]
    assert substitutes(AWAY, substitutions=(ORDER._replace(office="clerk"),)) == []
