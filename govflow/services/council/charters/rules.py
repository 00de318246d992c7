"""Rules of ballots: the shipped ones and files of one's own, listed and explained. No store is needed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from govflow.domain.council.ballot_opening import Opening, ruling_for
from govflow.domain.council.charter import Charter
from govflow.domain.council.explained import explained
from govflow.domain.council.rule import Rule
from govflow.domain.council.truth_table import MOST_SEATS, Row, truth_table
from govflow.errors import BadInput, NotFound
from govflow.messages import LANGUAGES, Title, did_you_mean, notice, say
from govflow.reading import Node, read_document
from govflow.resources import rule_files
from govflow.services.names import Pair, pair
from govflow.services.values import payload_node
from govflow.workflow.council.rule_file import content_of, rule_of

Stated = str | Path | Mapping[str, Any]
"""A preset's name, a file, or the content itself as plain data."""

_BETWEEN = {"ja": "", "en": " "}
"""What stands between two sentences."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of a list."""

    name: str
    title: Pair
    base: str
    threshold: str
    inclusive: bool
    file: str


@dataclass(frozen=True, slots=True)
class RuleExplained:
    """A rule in words, its fields, and what every combination of answers comes to on a roll of `seats` equal seats."""

    name: str
    title: Pair
    sentence: Pair
    rule: Mapping[str, Any]
    seats: int
    table: tuple[Row, ...]


class NamedRule(NamedTuple):
    """A rule with what it is called and the file it came from."""

    name: str
    title: Title
    rule: Rule
    file: str


def list_rules() -> list[RuleLine]:
    """The rules that come with govflow."""
    return [_line(read_rule(name)) for name in rule_files()]


def in_words(rule: Rule) -> Pair:
    """A rule as sentences, one after the other."""
    sentences = explained(rule)
    return {lang: _BETWEEN[lang].join(say(each, lang) for each in sentences) for lang in LANGUAGES}


def explain_rule(rule: Stated, *, seats: int = 5) -> RuleExplained:
    """What a rule says, and its truth table. Raises NotFound (the name) and BadInput (the rule, or too many seats)."""
    if not 1 <= seats <= MOST_SEATS:
        raise BadInput.at(None, notice("rule.table_size", seats=seats, limit=MOST_SEATS))
    named = read_rule(rule)
    return RuleExplained(
        name=named.name,
        title=pair(named.title),
        sentence=in_words(named.rule),
        rule=content_of(named.rule),
        seats=seats,
        table=truth_table(named.rule, seats),
    )


def read_rule(stated: Stated) -> NamedRule:
    """A rule wherever it is stated. A file has the same rights as a preset."""
    path = Path("rule") if isinstance(stated, Mapping) else _path(str(stated))
    content = stated if isinstance(stated, Mapping) else path
    titled = rule_of(document_of(content, source=path.stem))
    return NamedRule(path.stem, titled.title or Title(path.stem, path.stem), titled.rule, str(path))


def content_for(charter: Charter, opening: Opening) -> Mapping[str, Any]:
    """The content of the rule by which a ballot is opened, empty where there is none."""
    ruling = ruling_for(charter, opening)
    return opening.rule or (content_of(ruling.rule) if ruling else {})


def rule_in(content: Mapping[str, Any]) -> Rule:
    """The rule that a ballot has frozen."""
    return rule_of(document_of(content, source="rule")).rule


def document_of(stated: Stated, *, source: str) -> Node:
    """A file's document, or plain data as one."""
    if isinstance(stated, Mapping):
        return payload_node(stated, source=source)
    return read_document(Path(stated))


def _path(name: str) -> Path:
    shipped = rule_files()
    preset = name.replace("-", "_")
    if preset in shipped:
        return shipped[preset]
    path = Path(name)
    if not path.suffix and not os.path.exists(path):  # with a suffix it is told as a file that is not there
        said = notice("rule.unknown", name=name, hint=did_you_mean(name, shipped), known=tuple(shipped))
        raise NotFound(said)
    return path


def _line(named: NamedRule) -> RuleLine:
    rule = named.rule
    return RuleLine(
        name=named.name,
        title=pair(named.title),
        base=rule.base.value,
        threshold=str(rule.threshold),
        inclusive=rule.inclusive,
        file=named.file,
    )
