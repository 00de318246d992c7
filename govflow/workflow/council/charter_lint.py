"""Lint of charters: what a well-formed one still may not be. Each check looks for one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from govflow.domain.council.charter import Charter, SeatKind
from govflow.domain.council.rule import Base, Rule, Silence
from govflow.domain.organisation import AUDITOR
from govflow.errors import Problem
from govflow.messages import did_you_mean, notice
from govflow.reading.text import shown
from govflow.workflow.locator import Locator
from govflow.workflow.shape import is_plain_name

_SERIES = re.compile(r"[A-Z][A-Z0-9]{0,11}")


class Body(NamedTuple):
    """What others have to know of a body: where it belongs, and the mark of its numbers."""

    parent: str | None
    series: str


class CharterSubject(NamedTuple):
    """A charter under examination, the other bodies there are, and the way to exact places. Where the file could not
    be read it may be incomplete. `elsewhere` are bodies that are known and need not be there yet."""

    charter: Charter
    bodies: Mapping[str, Body]
    locator: Locator
    elsewhere: Collection[str] = ()

    def problem(self, path: tuple[str, ...], code: str, /, **params: Any) -> Problem:
        return Problem(self.locator.top(*path), notice(f"body.{code}", **params))


def malformed(subject: CharterSubject) -> Iterator[Problem]:
    """Names with other characters than small letters, digits and underscores; offices are the organisation's."""
    for path in _names(subject.charter):
        if path[-1] and not is_plain_name(path[-1]):
            said = notice("workflow.malformed_name", name=shown(path[-1]))
            yield Problem(subject.locator.top(*path), said)


def _names(charter: Charter) -> Iterator[tuple[str, ...]]:
    yield from (("name", charter.name), ("secretariat", charter.secretariat), ("chair", charter.chair))
    yield from (("deputies", role) for role in charter.deputies)
    yield from (("parent", name) for name in (charter.parent,) if name)
    yield from (("emergency", "decider", e.decider) for e in (charter.emergency,) if e)
    yield from (("appeal", "panel", a.panel) for a in (charter.appeal,) if a)
    for name, seat in charter.seats.items():
        yield "seats", name
        yield from (
            ("seats", name, key, role) for key, role in (("each", seat.each), ("role", seat.role)) if role
        )
        yield from (("seats", name, "alternates", role) for role in seat.alternates)


def auditors_seat(subject: CharterSubject) -> Iterator[Problem]:
    """Whoever audits acts on nothing and so has no part in a body."""
    for path in _names(subject.charter):
        if path[-1] == AUDITOR and path[0] not in ("name", "parent"):
            yield subject.problem(path, "auditors_seat", role=AUDITOR)


def unbound(subject: CharterSubject) -> Iterator[Problem]:
    """A kind of seats without an office to hold it, or with two answers to which."""
    for name, seat in subject.charter.seats.items():
        bindings = [key for key in ("each", "role", "office") if getattr(seat, key) is not None]
        if not bindings:
            yield subject.problem(("seats", name), "seat_unbound", name=name)
        for key in bindings[1:]:
            yield subject.problem(
                ("seats", name, key), "seat_bound_twice", name=name, first=bindings[0], key=key
            )


def doubled(subject: CharterSubject) -> Iterator[Problem]:
    """Two kinds of seats of the same offices at the same time."""
    for first, second in combinations(subject.charter.seats.values(), 2):
        if _bound_to(first) & _bound_to(second) and first.term.shared_with(second.term):
            yield subject.problem(("seats", second.name), "seats_doubled", name=second.name, first=first.name)


def _bound_to(seat: SeatKind) -> set[tuple[str, str]]:
    bound = (("role", seat.of_role), ("office", seat.office))
    return {(kind, name) for kind, name in bound if name}


def without_votes(subject: CharterSubject) -> Iterator[Problem]:
    """A body in which nobody votes."""
    if not any(seat.voting for seat in subject.charter.seats.values()):
        yield subject.problem(("seats",), "no_voting_seats")


def backwards(subject: CharterSubject) -> Iterator[Problem]:
    """A seat that ends before it begins."""
    for name, seat in subject.charter.seats.items():
        if seat.start and seat.end and seat.end < seat.start:
            yield subject.problem(
                ("seats", name, "until"),
                "term_backwards",
                start=seat.start.isoformat(),
                end=seat.end.isoformat(),
            )


def without_seat(subject: CharterSubject) -> Iterator[Problem]:
    """A chair or deputy who has no seat. Which role an office has is not the charter's to know."""
    charter = subject.charter
    seated = {seat.of_role for seat in charter.seats.values() if seat.of_role}
    if any(seat.office for seat in charter.seats.values()):
        return
    stated = [("chair", charter.chair, "chair_without_seat")]
    stated += [("deputies", role, "deputies_without_seat") for role in charter.deputies]
    for key, role, code in stated:
        if role and role not in seated:
            hint = did_you_mean(role, seated)
            yield subject.problem((key, role), code, role=shown(role), hint=hint)


def own_deputy(subject: CharterSubject) -> Iterator[Problem]:
    """A chair who is also the chair's deputy."""
    chair = subject.charter.chair
    if chair and chair in subject.charter.deputies:
        yield subject.problem(("deputies", chair), "own_deputy", role=chair)


def powerless(subject: CharterSubject) -> Iterator[Problem]:
    """What only a body that decides can have, where the power to decide is missing."""
    charter = subject.charter
    if charter.decides or not charter.powers:
        return
    stated = {
        ("emergency",): charter.emergency,
        ("appeal",): charter.appeal,
        ("other_rules", "override"): charter.other_rules.override,
        ("other_rules", "reconsideration"): charter.other_rules.reconsideration,
        ("rule", "requires"): charter.rule and charter.rule.rule.requires,
    }
    for path, value in stated.items():
        if value:
            yield subject.problem(path, "decides_nothing", key=path[-1])


def ruleless(subject: CharterSubject) -> Iterator[Problem]:
    """A body that decides without a rule, or by one that anybody who is there could meet alone."""
    charter = subject.charter
    if charter.decides and charter.rule is None:
        yield subject.problem(("powers", "decide"), "no_rule")
    for path, ruling in charter.rulings():
        if charter.decides and path[0] != "written_procedure" and not _binds_enough(ruling.rule):
            yield subject.problem((*path, ruling.preset or ""), "no_quorum", rule=path[-1])


def _binds_enough(rule: Rule) -> bool:
    """Whether a part of the seats has to take part, or all are counted as it is."""
    counts_everybody = rule.base in (Base.SEATS, Base.ELIGIBLE) or rule.silence is Silence.ASSENT
    return rule.quorum is not None or counts_everybody


def emergencies(subject: CharterSubject) -> Iterator[Problem]:
    """An emergency decision that no rule could ratify."""
    if subject.charter.emergency and subject.charter.rule is None:
        yield subject.problem(("emergency",), "nothing_ratifies")


def panels(subject: CharterSubject) -> Iterator[Problem]:
    """An appeal to the body itself, or to one that nobody knows."""
    appeal, bodies = subject.charter.appeal, [*subject.bodies, *subject.elsewhere]
    others = [name for name in dict.fromkeys(bodies) if name != subject.charter.name]
    if appeal and appeal.panel and appeal.panel not in others:
        hint = did_you_mean(appeal.panel, others)
        yield subject.problem(
            ("appeal", "panel", appeal.panel), "unknown_panel", name=shown(appeal.panel), hint=hint
        )


def written(subject: CharterSubject) -> Iterator[Problem]:
    """A written procedure without a rule, by one whose quorum leaves answers on paper out, or with a part of the
    seats that is none."""
    procedure = subject.charter.written_procedure
    if procedure is None:
        return
    ruling = subject.charter.written_rule()
    if ruling is None:
        yield subject.problem(("written_procedure",), "written_without_rule")
    elif ruling.rule.quorum and not ruling.rule.quorum.count_written:
        yield subject.problem(("written_procedure", "rule"), "written_not_counted")
    if not 0 < procedure.response <= 1:
        said = notice("rule.fraction_range", key="response", value=str(procedure.response))
        yield Problem(subject.locator.top("written_procedure", "response"), said)


def parents(subject: CharterSubject) -> Iterator[Problem]:
    """A parent that is not there, or that in the end belongs to the body itself."""
    charter, bodies = subject.charter, subject.bodies
    seen: list[str] = []
    above = charter.parent
    while above is not None and above != charter.name and above in bodies and above not in seen:
        seen.append(above)
        above = bodies[above].parent
    if above == charter.name and charter.parent:
        way = (charter.name, *seen, charter.name)
        yield subject.problem(("parent", charter.parent), "circular", way=" → ".join(way))
    elif charter.parent and charter.parent not in bodies:
        hint = did_you_mean(charter.parent, bodies)
        yield subject.problem(
            ("parent", charter.parent),
            "unknown_parent",
            name=shown(charter.parent),
            hint=hint,
            known=tuple(bodies),
        )


def joint(subject: CharterSubject) -> Iterator[Problem]:
    """A rule that requires a body that is not there, or the body's own consent again."""
    for path, ruling in subject.charter.rulings():
        for name in ruling.rule.requires:
            if name not in subject.bodies or name == subject.charter.name:
                hint = did_you_mean(name, subject.bodies)
                yield subject.problem(
                    (*path, "requires", name), "unknown_required", name=shown(name), hint=hint
                )


def series(subject: CharterSubject) -> Iterator[Problem]:
    """A mark that cannot stand in numbers, or is another body's."""
    mark = subject.charter.series.en
    if mark and not _SERIES.fullmatch(mark):
        yield subject.problem(("series", "en"), "series_malformed", mark=shown(mark))
    for name, body in subject.bodies.items():
        if name != subject.charter.name and body.series == mark:
            yield subject.problem(("series", "en"), "series_taken", mark=mark, name=name)


CHECKS: tuple[Callable[[CharterSubject], Iterator[Problem]], ...] = (
    malformed,
    auditors_seat,
    unbound,
    doubled,
    without_votes,
    backwards,
    without_seat,
    own_deputy,
    powerless,
    ruleless,
    emergencies,
    panels,
    written,
    parents,
    joint,
    series,
)


def lint(subject: CharterSubject) -> list[Problem]:
    """All problems of all checks."""
    return [problem for check in CHECKS for problem in check(subject)]
