"""Through every course that one matter may take, exactly those are bound who declared a conflict and did not take it
back: in every ballot, in every office."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_charter import charter
from sample_voting import RULE

from govflow.domain.council.ballot import Ballot, Matter, Mode, Purpose
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.council.ballot_opened import opened
from govflow.domain.council.ballot_opening import Ground, Opening
from govflow.domain.council.ballot_recusing import Recuse, Unrecuse, declared
from govflow.domain.council.ballot_voting import Cast
from govflow.domain.council.tally import Outcome
from govflow.domain.organisation import (
    Appointment,
    Directory,
    Ministry,
    Office,
    Organisation,
    Person,
    Role,
    Term,
)
from govflow.messages import Title

T = Title("名", "name")
OFFICES, PERSONS = ("a", "b", "c"), ("p", "q", "r")
AGAIN = RULE._replace(revote=True)
CHARTER = charter()

persons = st.sampled_from(PERSONS)
courses = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["declare", "take_back"]), persons),
        st.tuples(st.just("vote"), st.permutations(PERSONS)),
        st.tuples(st.sampled_from(OFFICES), st.none() | persons),  # who holds it from now on
        st.tuples(st.sampled_from([*map(str, Purpose)]), st.just("")),  # the next ballot on the matter
    ),
    max_size=24,
)


class Word(NamedTuple):
    """A person says that there is a conflict, or no longer."""

    person: str
    conflict: bool
    ballot: str


class Course:
    """One matter before one body. Of who is bound it keeps what was said, and nothing that the ballots keep."""

    def __init__(self) -> None:
        self.held: dict[str, str | None] = dict(zip(OFFICES, PERSONS, strict=True))
        self.ballots: list[Ballot] = []
        self.beside: list[Ballot] = []
        self.words: list[Word] = []
        self.bound: dict[str, set[str]] = {}
        self.moment = 0
        self.open(Purpose.QUESTION)

    def step(self, what: str, who: Any) -> None:
        self.moment += 1
        if what in OFFICES:
            self.held[what] = who
        elif what == "vote":
            for person in who:
                self.vote(person)
        elif what in (*Purpose,):
            self.next(Purpose(what))
        else:
            {"declare": self.declare, "take_back": self.take_back}[what](who)
        for ballot in (*self.ballots, *self.beside):
            counted = (ballot.position_of(seat.name) for seat in ballot.seats)
            voters = {given.person for given in counted if given}
            assert not voters & self.bound[ballot.reference]

    def declare(self, person: str) -> None:
        for office in self.offices(person)[:1]:
            self.act(Recuse(office, "r"), person, refused=self.is_out_everywhere(person))
            self.said(person, conflict=True)

    def take_back(self, person: str) -> None:
        for office in self.offices(person)[:1]:
            free = person not in self.bound[self.now.reference]
            self.act(Unrecuse(office, "r"), person, refused=free)
            if not free:
                self.said(person, conflict=False)

    def vote(self, person: str) -> None:
        for office in self.offices(person):
            refused = person in self.bound[self.now.reference]
            self.act(Cast(office, "yes"), person, refused=refused)
            counted = self.now.position_of(office)
            assert (counted is not None and counted.person == person) is not refused

    def act(self, act: Recuse | Unrecuse | Cast, person: str, *, refused: bool) -> None:
        holders = {office: (who,) if who else () for office, who in self.held.items()}
        facts = Facts(self.at, person, "", "", holders)
        against = list(act.reasons(self.now, AGAIN, facts))
        assert bool(against) is refused, against
        if not refused:
            self.ballots[-1] = act.done(self.now, AGAIN, facts)

    def said(self, person: str, *, conflict: bool) -> None:
        self.words.append(Word(person, conflict, self.now.reference))
        bound = self.bound[self.now.reference]
        (bound.add if conflict else bound.discard)(person)

    def next(self, purpose: Purpose) -> None:
        """An override goes beside the ballot, which goes on when it has ended; all else comes after it."""
        if purpose is Purpose.OVERRIDE and not self.beside:
            self.beside.append(self.ballots.pop())
            self.open(purpose)
            return
        self.ballots[-1] = self.now.closing(Outcome.FAILED, self.at)
        if self.beside:
            self.ballots.append(self.beside.pop())
        else:
            self.open(purpose)

    def open(self, purpose: Purpose) -> None:
        known = [*self.ballots, *self.beside]
        found = tuple(declared(sorted(known, key=lambda each: each.reference)))
        opening = Opening("x", Mode.OPEN, purpose, Matter("q"))
        ground = Ground(self.at, CHARTER, self.directory(), declared=found)
        ballot = opened(opening, ground, rule=AGAIN, content={})
        ballot = ballot._replace(reference=f"X-2025-B{len(self.bound) + 1:03d}")
        self.ballots.append(ballot)
        last = {word.person: word.conflict for word in self.words}
        self.bound[ballot.reference] = {person for person, conflict in last.items() if conflict}

    @property
    def now(self) -> Ballot:
        return self.ballots[-1]

    @property
    def at(self) -> str:
        return f"2025-06-01T00:{self.moment:02d}"

    def offices(self, person: str) -> list[str]:
        return [office for office in OFFICES if self.held[office] == person]

    def is_out_everywhere(self, person: str) -> bool:
        said = {key for key, each in self.now.recused.items() if each.stands}
        out = all(f"{office}:{person}" in said for office in self.offices(person))
        return out and person in self.bound[self.now.reference]

    def directory(self) -> Directory:
        held = [(office, person) for office, person in self.held.items() if person]
        return Directory.on(
            Organisation(
                name=T,
                ministries=(Ministry("mof", T),),
                roles=(Role("member", T),),
                offices=tuple(Office(office, T, "member", "mof") for office in OFFICES),
                persons=tuple(Person(person, T) for person in PERSONS),
                appointments=tuple(Appointment(who, office, Term(None, None)) for office, who in held),
            ),
            date(2025, 6, 1),
        )


@settings(max_examples=300)
@given(courses)
def test_who_declared_a_conflict_has_no_vote_until_it_is_taken_back_and_nobody_else_is_bound(
    steps: list[tuple[str, Any]],
) -> None:
    course = Course()
    for what, who in steps:
        course.step(what, who)
