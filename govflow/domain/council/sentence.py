"""A tally in one sentence: what the ballot still needs, or why it ended so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from govflow.domain.council.roll import Roll, plain_weight
from govflow.domain.council.rule import Recusal, Rule, Silence, Tie
from govflow.domain.council.settled import outstanding, settled
from govflow.domain.council.tally import Outcome, Result, Standing
from govflow.messages import Notice, notice


def sentence(result: Result, *, closed: bool = False) -> Notice:
    """The outcome with its numbers, and in brackets what else explains them. Once `closed`, no answer is awaited."""
    notes = list(_notes(result, closed=closed))
    said = notice("ballot.notes", notes=notes) if notes else ""
    return notice("ballot.sentence", main=_MAIN[result.outcome](result), notes=said)


def _numbers(result: Result) -> dict[str, Any]:
    """What the sentences may speak of. Weights are in votes."""
    heads, weights = result.counts.heads, result.counts.weights
    missing = result.needed - weights.yes
    return {
        "yes": plain_weight(weights.yes),
        "against": plain_weight(weights.against),
        "base": plain_weight(result.base),
        "base_name": notice(f"ballot.base_{result.rule.base}"),
        "needed": plain_weight(result.needed),
        "missing": plain_weight(max(missing, 0)),
        "heads": heads.yes,
        "against_heads": heads.against,
        "block": heads.block,
        "min_yes": result.rule.min_yes,
        "max_no": result.rule.max_no,
        "attending": result.quorum.attending,
        "of": result.quorum.of,
        "quorum": result.quorum.needed,
        "absent": result.quorum.needed - result.quorum.attending,
        "chair": _chair(result.roll),
    }


def _chair(roll: Roll) -> str | Notice:
    """Who casts: a chair who is recused or away hands over."""
    seat = next((seat for seat in roll.seats if seat.name == roll.chair), None)
    if seat and not seat.may_speak:
        return notice("ballot.acting_chair")
    return roll.chair or notice("ballot.chair")


def _plain(code: str) -> Callable[[Result], Notice]:
    return lambda result: notice(code, **_numbers(result))


def _passed(result: Result) -> Notice:
    if len(result.roll.seats) == 1:
        return notice("ballot.passed_alone")
    return _plain("ballot.passed_by_chair" if result.standing is Standing.TIED else "ballot.passed")(result)


def _no_quorum(result: Result) -> Notice:
    """Too few in the room, or too few answers in writing."""
    return _plain("ballot.few_answers" if result.answers else "ballot.no_quorum")(result)


def _failed(result: Result) -> Notice:
    return notice("ballot.failed", reasons=list(_reasons(result)))


def _undecided(result: Result) -> Notice:
    """A tie that is carried over, or a meeting that was suspended before anything was decided."""
    return _plain("ballot.no_decision" if result.standing is Standing.TIED else "ballot.interrupted")(result)


_MAIN: Mapping[Outcome, Callable[[Result], Notice]] = {
    Outcome.PASSED: _passed,
    Outcome.FAILED: _failed,
    Outcome.TIE_PENDING_CHAIR: _plain("ballot.tie_pending"),
    Outcome.NO_DECISION: _undecided,
    Outcome.NO_QUORUM: _no_quorum,
    Outcome.BLOCKED: _plain("ballot.blocked"),
}
_TIE_ENDS: Mapping[Tie, str] = {
    Tie.FAIL: "ballot.tie_fails",
    Tie.STATUS_QUO: "ballot.tie_keeps",
    Tie.CHAIR: "ballot.chair_against",
}


def _reasons(result: Result) -> Iterator[Notice]:
    """Every condition that is not met: a ballot may fail for several reasons at once."""
    rule, heads, numbers = result.rule, result.counts.heads, _numbers(result)
    if result.standing is Standing.TIED:
        yield notice(_TIE_ENDS[rule.tie], **numbers)
        return
    if not heads.yes:
        yield notice("ballot.nobody_in_favour")
    elif result.counts.weights.yes < result.needed:
        yield notice("ballot.short", **numbers)
    if 0 < heads.yes < rule.min_yes:
        yield notice("ballot.few_in_favour", **numbers)
    if rule.max_no is not None and heads.against > rule.max_no:
        yield notice("ballot.many_against", **numbers)


def _notes(result: Result, *, closed: bool) -> Iterator[Notice]:
    rule, counts = result.rule, result.counts
    if counts.assent:
        yield notice("ballot.note_assent", assent=counts.assent)
    if counts.silent:
        code = "silent_assent" if rule.silence is Silence.ASSENT else "silent_abstain"
        yield notice(f"ballot.note_{code}", silent=counts.silent)
    if counts.heads.recused:
        yield notice(f"ballot.note_{_recusal(rule)}", recused=counts.heads.recused)
    if counts.heads.chair:
        yield notice("ballot.note_chair")
    out = len(outstanding(rule, result.roll)) - counts.silent
    certain = result.outcome is not Outcome.NO_QUORUM or closed or not settled(result)
    if out and certain:  # without a quorum, whoever is away may still come
        yield notice(_awaited(result, closed=closed), out=out)
    if rule.requires and result.outcome is Outcome.PASSED:
        yield notice("ballot.note_requires", bodies=rule.requires)


def _awaited(result: Result, *, closed: bool) -> str:
    """What can come of the answers that are out."""
    if closed:
        return "ballot.note_unanswered"
    return "ballot.note_settled" if settled(result) else "ballot.note_open"


def _recusal(rule: Rule) -> str:
    """How recusal bears on the quorum."""
    if rule.quorum is None:
        return "recused"
    return "recused_shrinks" if rule.recusal is Recusal.SHRINK else "recused_absent"
