"""`govflow ballot tally`, `show` and `list`: what a ballot comes to, from a file of votes or as the store has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.closed_field import closed_field
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import blank, listed, local_time, paragraph, title_of
from govflow.cli.seat_lines import SeatLine, show_seats
from govflow.cli.table import Column
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import BallotLine, BallotSeatLine, BallotTally, BallotView, CastingShown, JointBody

_PUT_BESIDE = ("amendment", "override")
"""The purposes of what is voted on beside the matter itself."""

_COLUMNS = (
    Column("heading.position"),
    Column("heading.heads", right=True),
    Column("heading.weight", right=True),
)
_LINES = (
    Column("heading.ballot"),
    Column("heading.question", fit="wrap"),
    Column("heading.ballot_state", fit="wrap"),
    Column("heading.outcome", fit="wrap"),
    Column("heading.closes"),
)


@command("ballot tally")
@click.option("--rule", metavar="FILE|PRESET", required=True)
@click.option("--votes", metavar="FILE", required=True)
def tally(call: Invocation, rule: str, votes: str) -> None:
    found = govflow.tally(rule, votes)
    call.out.answer(found, lambda: _show(call.out, found))


@command("ballot show")
@click.argument("ballot", metavar="BALLOT")
@at_time
def show(call: Invocation, ballot: str) -> None:
    with opened(call) as session:
        found = govflow.show_ballot(session, ballot)
        zone = session.store.info.timezone
    call.out.answer(found, lambda: _show_ballot(call.out, found, zone))


@command("ballot list")
@click.option("--body", metavar="NAME")
@at_time
def list_(call: Invocation, body: str | None) -> None:
    with opened(call) as session:
        found = govflow.list_ballots(session, body=body)
        zone = session.store.info.timezone
    call.out.answer(found, lambda: call.out.table(_LINES, [_line(line, zone) for line in found]))


def _line(line: BallotLine, zone: str) -> tuple[object, ...]:
    closes = local_time(line.closes_at, zone) if line.closes_at else None
    state = notice(f"voting.state_{line.state}")
    return (line.ballot, _put(line), state, _outcome(line.outcome), closes)


def _put(ballot: BallotLine | BallotView) -> Notice | Title:
    """What is put to the vote, and what it is where it is not the matter itself."""
    question = title_of(ballot.question)
    marked = ballot.purpose in _PUT_BESIDE
    return notice(f"voting.put_{ballot.purpose}", question=question) if marked else question


def _outcome(outcome: str | None) -> Notice | None:
    return notice(f"ballot.outcome_{outcome.lower()}") if outcome else None


def _show_ballot(out: Output, found: BallotView, zone: str) -> None:
    paragraph(out, notice("voting.shown", ballot=found.ballot, question=_put(found)))
    blank(out)
    moments = {"opened": found.opened_at, "closes": found.closes_at, "closed": found.closed_at}
    out.fields(
        [
            ("heading.body", title_of(found.body_title)),
            ("heading.mode", notice(f"register.mode_{found.mode}")),
            ("heading.ballot_state", notice(f"voting.state_{found.state}")),
            *((f"heading.{name}", local_time(at, zone)) for name, at in moments.items() if at),
            ("heading.rule", title_of(found.rule)),
            *((f"heading.{name}", value) for name, value in _about(found).items() if value),
        ]
    )
    blank(out)
    show_seats(out, [_seat(seat) for seat in found.seats])
    if found.tally:
        blank(out)
        _show(out, found.tally)


def _about(found: BallotView) -> dict[str, object]:
    """What a ballot is about, and who chairs."""
    objected = notice("voting.objected", seat=found.objection) if found.objection else None
    return {
        "proposal": found.proposal,
        "meeting": found.meeting,
        "decision": found.decision,
        "reason": found.reason,
        "jointly": [_body(each) for each in found.joint],
        "together": _outcome(found.jointly),
        "chairs": listed([title_of(each) for each in found.chair_titles]),
        "acting_chair": title_of(found.chair_title) if found.chair_title else None,
        "casting": _casting(found.casting) if found.casting else None,
        "ended_because": found.ended_because,
        "objection": objected,
        "overridden": found.overridden,
        "closed_fields": [closed_field(name, why) for name, why in sorted(found.closed.items())],
    }


def _casting(cast: CastingShown) -> Notice:
    """What the casting vote was, whose, who wrote it down, and why."""
    by = [title_of(each) for each in (cast.office, cast.person) if each]
    said = {"position": notice(f"voting.position_{cast.position}"), "by": by, "reason": cast.reason}
    recorder = title_of(cast.recorder) if cast.recorder else None
    return notice(f"voting.casting_{'recorded' if recorder else 'in_person'}", recorder=recorder, **said)


def _body(one: JointBody) -> Notice:
    """What one of the bodies of a joint decision came to, or that it is awaited."""
    values = {"body": title_of(one.title), "ballot": one.ballot, "decision": one.decision}
    if one.awaited:
        return notice("council.joint_awaited" if one.ballot else "council.joint_unopened", **values)
    code = "council.joint_decision" if one.decision else "council.joint"
    return notice(code, **values, outcome=_outcome(one.outcome))


def _seat(seat: BallotSeatLine) -> SeatLine:
    return SeatLine(
        seat=seat.seat,
        title=seat.title,
        voter=seat.voter,
        position=seat.position,
        recorder=seat.recorder,
        recused_for=seat.recused_for,
        recused_in=seat.recused_in,
        text=seat.text,
        more={code: given for code, given in _added(seat).items() if any(given.values())},
    )


def _added(seat: BallotSeatLine) -> dict[str, dict[str, object]]:
    """What is told of a position beside it, as far as there is something to tell."""
    via = notice(f"voting.via_{seat.via}") if seat.via not in (None, "own") else None
    earlier = [notice(f"voting.position_{each}") for each in seat.earlier]
    return {
        "voting.said_via": {"via": via},
        "voting.block_age": {"days": seat.block_days},
        "voting.block_from": {"source": seat.source},
        "voting.said_before": {"earlier": earlier},
    }


def _show(out: Output, found: BallotTally) -> None:
    paragraph(out, title_of(found.sentence))
    blank(out)
    weights = found.counts["weights"]
    rows = [(notice(f"ballot.letter_{letter}"), found.counts[letter], weights[letter]) for letter in weights]
    out.table(_COLUMNS, rows)
    blank(out)
    out.fields(
        [
            ("heading.outcome", notice(f"ballot.outcome_{found.outcome.lower()}")),
            ("heading.base", found.base),
            ("heading.needed", found.needed),
            (f"heading.{_counted(found)}", _quorum(found)),
        ]
    )


def _quorum(found: BallotTally) -> Notice:
    counted = _counted(found)
    if counted == "quorum" and found.quorum["base"] is None:
        return notice("answer.none")
    held = notice(f"ballot.{counted}_held" if found.quorum["held"] else f"ballot.{counted}_lacking")
    return notice(f"ballot.{counted}", **{**found.quorum, "held": held})


def _counted(found: BallotTally) -> str:
    """What has to be enough: the seats that take part, or the answers in writing."""
    return "answers" if found.quorum["answers"] else "quorum"
