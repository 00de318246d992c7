"""Reconsidering: a decision is taken back by no less than it was made with."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from govflow.domain.council.register import Standing
from govflow.domain.council.rule import Base, QuorumBase, Rule, Silence
from govflow.messages import Notice, notice

_BREADTH = (Base.YES_NO, Base.CAST, Base.PRESENT, Base.ELIGIBLE, Base.SEATS)
"""Of how many a threshold is a part, from the fewest to the most."""


def weaker(rule: Rule, than: Rule) -> bool:
    """Whether a rule asks for less: a lower part, or the same part of fewer, it bears more against it, fewer have to
    take part, or it takes silence for assent."""
    return (
        _threshold(rule) < _threshold(than)
        or _most_against(rule) > _most_against(than)
        or rule.min_yes < than.min_yes
        or rule.blocking < than.blocking
        or _quorum(rule) < _quorum(than)
        or (rule.silence is Silence.ASSENT) > (than.silence is Silence.ASSENT)
    )


def cannot_be_taken_up(number: str, stands: Standing) -> Iterator[Notice]:
    """Only what holds can be reconsidered or appealed."""
    if stands is not Standing.HOLDS:
        yield notice("register.does_not_hold", number=number, standing=notice(f"register.standing_{stands}"))


def _threshold(rule: Rule) -> tuple[Fraction, bool, int]:
    """Exactly one half is less than more than one half."""
    return (rule.threshold, not rule.inclusive, _BREADTH.index(rule.base))


def _quorum(rule: Rule) -> tuple[Fraction, bool, bool]:
    """Exactly a part is less than more than it, and a part of the eligible is less than one of all seats."""
    if rule.quorum is None:
        return (Fraction(0), False, False)
    quorum = rule.quorum
    return (quorum.fraction, not quorum.inclusive, quorum.base is QuorumBase.SEATS)


def _most_against(rule: Rule) -> float:
    return float("inf") if rule.max_no is None else rule.max_no
