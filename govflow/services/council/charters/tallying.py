"""Ballots: what the outcome would be, from a rule and a roll of votes. No store is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govflow.domain.council.counts import LETTERS, Columns, Counts
from govflow.domain.council.roll import plain_weight
from govflow.domain.council.sentence import sentence
from govflow.domain.council.tally import Outcome, Result
from govflow.domain.council.tally import tally as tally_of
from govflow.messages import LANGUAGES, say
from govflow.services.council.charters.rules import Stated, document_of, read_rule
from govflow.services.names import Pair
from govflow.workflow.council.votes_file import roll_of


@dataclass(frozen=True, slots=True)
class BallotTally:
    """What a ballot comes to. `counts` has the heads by letter (S = Y+N+A+O+R+D+C) and the same by weight; `base` and
    `needed` are weights. Numbers that are not whole are decimal texts."""

    outcome: Outcome
    counts: Mapping[str, Any]
    base: int | str
    needed: int | str
    quorum: Mapping[str, Any]
    sentence: Pair


def tally(rule: Stated, votes: Stated) -> BallotTally:
    """The outcome of a ballot if it is closed now. Both may be files or plain data, the rule also a preset's name.

    Raises NotFound (the rule's name) and BadInput (every problem of the rule, else of the votes).
    """
    named = read_rule(rule)
    return told(tally_of(named.rule, roll_of(document_of(votes, source="votes"), named.rule)))


def told(result: Result, *, closed: bool = False) -> BallotTally:
    """A tally in plain data; of a closed ballot no answer is awaited."""
    said = sentence(result, closed=closed)
    return BallotTally(
        outcome=result.outcome,
        counts=_counts(result.counts),
        base=plain_weight(result.base),
        needed=plain_weight(result.needed),
        quorum={
            "base": result.rule.quorum and result.rule.quorum.base.value,
            "of": result.quorum.of,
            "needed": result.quorum.needed,
            "attending": result.quorum.attending,
            "held": result.quorum.held,
            "answers": result.answers,
        },
        sentence={lang: say(said, lang) for lang in LANGUAGES},
    )


def _counts(counts: Counts) -> dict[str, Any]:
    weights = {letter: plain_weight(weight) for letter, weight in _lettered(counts.weights).items()}
    return {**_lettered(counts.heads), "assent": counts.assent, "silent": counts.silent, "weights": weights}


def _lettered(columns: Columns) -> dict[str, int]:
    return {"S": columns.seats, **dict(zip(LETTERS, columns, strict=True))}
