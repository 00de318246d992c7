"""The written form of a rule, key by key: the one table behind its files, its plain data and its JSON Schema."""

from __future__ import annotations

from typing import Any, NamedTuple

from govflow.domain.council.rule import (
    Base,
    ChairVote,
    QuorumBase,
    QuorumRule,
    Recusal,
    Rule,
    Silence,
    Tie,
    TieDefinition,
)
from govflow.errors import Place
from govflow.messages import Title
from govflow.workflow.council.exact import FRACTION
from govflow.workflow.form import Form, Key, part
from govflow.workflow.shape import FLAG, NAMES, TITLE, integer, one_of


class TitledRule(NamedTuple):
    """A rule and what it is called; a rule made for one occasion may have no title."""

    title: Title | None
    rule: Rule


def _quorum(*, place: Place, **fields: Any) -> QuorumRule:
    return QuorumRule(**fields)


def _rule(*, title: Title | None = None, tie: Tie, chair_vote: ChairVote | None, **fields: Any) -> TitledRule:
    """Ties that go to the chair need a chair who casts: only an explicit `ordinary` can contradict that."""
    chair_vote = chair_vote or (ChairVote.BOTH if tie is Tie.CHAIR else ChairVote.ORDINARY)
    return TitledRule(title, Rule(tie=tie, chair_vote=chair_vote, **fields))


QUORUM = Form(
    "quorum",
    _quorum,
    (
        Key("fraction", FRACTION),
        Key("base", one_of(QuorumBase), default=QuorumBase.SEATS),
        Key("inclusive", FLAG, default=False),
        Key("count_proxy", FLAG, default=False),
        Key("count_written", FLAG, default=False),
    ),
)

RULE = Form(
    "rule",
    _rule,
    (
        Key("title", TITLE, default=None, kept=False),
        Key("base", one_of(Base)),
        Key("threshold", FRACTION),
        Key("inclusive", FLAG, default=False),
        Key("quorum", part(QUORUM), default=None),
        Key("min_yes", integer(0), default=0),
        Key("max_no", integer(0), default=None),
        Key("blocking", FLAG, default=False),
        Key("recusal", one_of(Recusal), default=Recusal.SHRINK),
        Key("tie", one_of(Tie), default=Tie.FAIL),
        Key("tie_definition", one_of(TieDefinition), default=TieDefinition.STRICT),
        Key("chair_vote", one_of(ChairVote), default=None),
        Key("silence", one_of(Silence), default=Silence.NONE),
        Key("revote", FLAG, default=False),
        Key("requires", NAMES, default=()),
    ),
)
