"""Rules of voting with a fault put into them: what a trial that finds nothing has to find out first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NamedTuple

from govflow.domain.council import ballot_facts, ballot_recusing, ballot_voting
from govflow.domain.council.ballot import Ballot, Given, Via
from govflow.domain.council.ballot_facts import Facts, Speaker
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice


class Control(NamedTuple):
    """A fault: the function of a module that is replaced, and the part of the trial that finds it."""

    title: str
    part: str
    module: ModuleType
    name: str
    fault: Callable[..., Any]
    three_seats: bool = False


@contextmanager
def doctored(control: Control) -> Iterator[None]:
    """The rules with a fault, and sound again afterwards."""
    sound = getattr(control.module, control.name)
    setattr(control.module, control.name, control.fault)
    try:
        yield
    finally:
        setattr(control.module, control.name, sound)


def _nothing(*args: object, **more: object) -> Iterator[Notice]:
    return iter(())


def _late_at_last(ballot: Ballot, at: str) -> Iterator[Notice]:
    if ballot.closes_at is not None and at > ballot.closes_at:
        yield notice("voting.too_late", ballot=ballot.reference, closes_at=ballot.closes_at)


def _by_whoever_sits_there(ballot: Ballot, rule: Rule, facts: Facts, seat: str) -> Speaker | None:
    there = facts.sitting.there if facts.sitting else {}
    sits, proxy = there.get(seat), there.get(ballot.proxies.get(seat, ""))
    if sits:
        return Speaker(*sits, Via.OWN if sits.office == seat else Via.ALTERNATE)
    return Speaker(*proxy, Via.PROXY) if proxy and ballot_facts.counts_proxies(rule) else None


def _by_the_proxy_of_a_proxy(ballot: Ballot, rule: Rule, facts: Facts, seat: str) -> Speaker | None:
    further = ballot.proxies.get(ballot.proxies.get(seat, ""), "")
    found = _in_the_room(ballot, rule, facts, seat)
    if found or further == seat:
        return found
    return _in_the_room(ballot._replace(proxies={seat: further}), rule, facts, seat)


def _own_word_only(ballot: Ballot, facts: Facts, person: str) -> bool:
    return ballot.conflicted(person)


def _while_in_office(ballot: Ballot, facts: Facts, given: Given) -> Iterator[Notice]:
    standing = ballot_voting.lifted(ballot, facts).recused.values()
    if any(each.person == given.person and each.stands for each in standing):
        yield notice("voting.conflicted", person=given.person)


def _delegates_too(ballot: Ballot, rule: Rule, facts: Facts, *, given: Any) -> Iterator[Notice]:
    if not given.via.of_the_principal:
        return iter(())
    return _said_before(ballot, rule, facts, given=given)


def _once_only(ballot: Ballot, rule: Rule, facts: Facts, *, given: Any) -> Iterator[Notice]:
    """A successor is bound by the predecessor's vote."""
    if ballot.standing(given.seat, given.via):
        yield notice("voting.voted_already", seat=given.seat)


def _every_recusal(ballot: Ballot, person: str | None) -> list[str]:
    return [key for key, recusal in ballot.recused.items() if recusal.stands]


def _recorded_for_the_absent(
    ballot: Ballot, rule: Rule, facts: Facts, seat: str, *, recorded: bool
) -> Speaker | None:
    holders = facts.holders.get(seat, ())
    found = _speaker(ballot, rule, facts, seat, recorded=recorded)
    return found or (Speaker(holders[0], seat, Via.OWN) if recorded and holders else None)


_in_the_room = ballot_facts.in_the_room
_said_before = ballot_voting._said_before
_speaker = ballot_facts.speaker

CONTROLS = (
    Control(
        "at the instant of the deadline a vote is taken", "outside", ballot_voting, "too_late", _late_at_last
    ),
    Control("a ballot takes votes after its end", "outside", ballot_voting, "not_open", _nothing),
    Control(
        "votes are taken while the meeting is interrupted", "session", ballot_voting, "interrupted", _nothing
    ),
    Control(
        "the principal's recusal does not bind the delegate",
        "conflict",
        ballot_voting,
        "without_vote",
        _nothing,
    ),
    Control("the delegate's own conflict is ignored", "conflict", ballot_voting, "_in_conflict", _nothing),
    Control("only a declared conflict counts", "conflict", ballot_voting, "in_conflict", _own_word_only),
    Control(
        "an alternate uses the proxy of the seat",
        "delegation",
        ballot_facts,
        "in_the_room",
        _by_whoever_sits_there,
    ),
    Control(
        "a proxy is passed on",
        "delegation",
        ballot_facts,
        "in_the_room",
        _by_the_proxy_of_a_proxy,
        three_seats=True,
    ),
    Control(
        "the secretariat records for who is away",
        "delegation",
        ballot_voting,
        "speaker",
        _recorded_for_the_absent,
    ),
    Control("who spoke may speak again", "two", ballot_voting, "_said_before", _nothing),
    Control("a delegate speaks after the principal", "two", ballot_voting, "_said_before", _delegates_too),
    Control("a successor is bound by the predecessor", "two", ballot_voting, "_said_before", _once_only),
    Control(
        "taking back a declaration lifts what stands beside it",
        "declarations",
        ballot_recusing,
        "_declarations",
        _every_recusal,
    ),
    Control(
        "a declaration ends with the office", "declarations", ballot_voting, "_in_conflict", _while_in_office
    ),
)
