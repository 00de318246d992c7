"""A rule's file: YAML or JSON with the field names of `Rule`, every problem of it at once."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

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
    inconsistencies,
)
from govflow.messages import Title
from govflow.reading import REQUIRED, Node, Reader, Record, Required
from govflow.workflow.council.exact import read_fraction

Choice = TypeVar("Choice", bound=StrEnum)


class TitledRule(NamedTuple):
    """A rule and what it is called; a rule made for one occasion may have no title."""

    title: Title | None
    rule: Rule


def rule_of(root: Node) -> TitledRule:
    """The rule that a document states. Raises BadInput with every problem at its place."""
    reader = Reader()
    record = reader.record(root)
    quorum_record = record.optional_record("quorum")
    title = record.title("title") if record.has("title") else None
    rule = _rule(record, _quorum(quorum_record) if quorum_record else None)
    record.finish()
    told = {problem.place for problem in reader.problems}
    for field, said in inconsistencies(rule):
        part, _, key = field.rpartition(".")
        at = quorum_record if part and quorum_record else record
        if at.place_of(key) not in told:
            at.problem(key, said)
    reader.raise_if_any()
    return TitledRule(title, rule)


def content_of(rule: Rule) -> dict[str, Any]:
    """A rule as plain data in its file's form: `rule_of` reads the same rule again."""
    return {name: _plain(value) for name, value in rule._asdict().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, QuorumRule):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, Fraction):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _rule(record: Record, quorum: QuorumRule | None) -> Rule:
    tie = _choice(record, "tie", Tie, default=Tie.FAIL)
    return Rule(
        base=_choice(record, "base", Base),
        threshold=read_fraction(record, "threshold"),
        inclusive=record.flag("inclusive", default=False),
        quorum=quorum,
        min_yes=record.integer("min_yes", default=0, minimum=0),
        max_no=record.optional_integer("max_no", minimum=0),
        blocking=record.flag("blocking", default=False),
        recusal=_choice(record, "recusal", Recusal, default=Recusal.SHRINK),
        tie=tie,
        tie_definition=_choice(record, "tie_definition", TieDefinition, default=TieDefinition.STRICT),
        # Ties that go to the chair need a chair who casts: only an explicit `ordinary` can contradict that.
        chair_vote=_choice(
            record,
            "chair_vote",
            ChairVote,
            default=ChairVote.BOTH if tie is Tie.CHAIR else ChairVote.ORDINARY,
        ),
        silence=_choice(record, "silence", Silence, default=Silence.NONE),
        revote=record.flag("revote", default=False),
        requires=record.names("requires", default=()),
    )


def _quorum(record: Record) -> QuorumRule:
    quorum = QuorumRule(
        fraction=read_fraction(record, "fraction"),
        base=_choice(record, "base", QuorumBase, default=QuorumBase.SEATS),
        inclusive=record.flag("inclusive", default=False),
        count_proxy=record.flag("count_proxy", default=False),
        count_written=record.flag("count_written", default=False),
    )
    record.finish()
    return quorum


def _choice(record: Record, key: str, kind: type[Choice], *, default: Choice | Required = REQUIRED) -> Choice:
    return kind(record.choice(key, [each.value for each in kind], default=default))
