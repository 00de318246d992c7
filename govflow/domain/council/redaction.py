"""Redaction (非公開): which parts of a matter stay out of what is published, and what is said in their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, Self

from govflow.domain.council.ballot import Ballot, Matter, Purpose
from govflow.domain.council.folded_text import FoldedText, Span, blacked
from govflow.domain.council.item import Item
from govflow.domain.council.spelled_amount import amounts_in, amounts_told

OF_THE_MATTER = ("amount", "conditions")
"""What a matter keeps closed from one ballot on it to the next."""

CLOSABLE = (*OF_THE_MATTER, "reason")
"""What may be kept out of the public version beside positions."""

BLACK = "■■■"
"""Stands in words for what they must not tell."""

SHORTEST = 4
"""A closed text with fewer characters is not looked for in words: it would be found everywhere."""

WORDS = frozenset(
    (
        *("title", "question", "question_en", "reason", "text", "note", "because", "recused_for"),
        *("new_facts", "evidence", "owner", "file", "casting_reason", "ended_because"),
    )
)
"""The names under which people's own words stand. All else is numbers, names and words of the catalogue."""


MARKS = "withheld"
"""The name under which it stands what is closed, and why: that is for everybody."""


class Matcher(Protocol):
    """Where a folded text tells amounts."""

    def __call__(self, text: str, amounts: Collection[int]) -> Iterator[Span]: ...


MATCHERS: dict[int, Matcher] = {1: amounts_told}
"""How amounts are found in words, by the version that a decision names: one that finds more is another version, so
that what was published before can be verified."""

VERSION = max(MATCHERS)


class Untold(NamedTuple):
    """What the words on a matter must not tell: amounts, and the texts of conditions that are closed."""

    amounts: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()


class Redaction(NamedTuple):
    """What is closed: fields with the reasons, and what words must not tell of them."""

    closed: Mapping[str, str] = {}
    untold: Untold = Untold()
    version: int = VERSION

    @classmethod
    def of(cls, closed: Mapping[str, str], matters: Iterable[Matter]) -> Self:
        """Of what is closed in these matters."""
        every = list(matters)
        amounts = {each for m in every for each in _amounts(m)} if "amount" in closed else set()
        whole = "conditions" in closed
        texts = {c["text"] for m in every for c in m.conditions if whole or c.get("closed")}
        return cls(closed, Untold(tuple(sorted(amounts)), tuple(sorted(texts))))

    def amount(self, amount: int | None) -> int | None:
        return None if "amount" in self.closed else amount

    def why(self, matter: Matter) -> dict[str, str]:
        """The parts of a matter that are closed, each with the reason; a condition by its number."""
        fields = {"amount": matter.amount is not None, "conditions": bool(matter.conditions)}
        found = {name: self.closed[name] for name in OF_THE_MATTER if name in self.closed and fields[name]}
        if "conditions" in found:
            return found
        return found | closed_conditions(matter.conditions)

    def told(self, value: Any, *, named: bool = False) -> Any:
        """Plain data with people's own words in it as they may be read by everybody; `named`: the value is such."""
        if isinstance(value, str):
            return self.words(value) if named else value
        if isinstance(value, Mapping):
            return {
                name: each if name == MARKS else self.told(each, named=named or name in WORDS)
                for name, each in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.told(each, named=named) for each in value]
        return value

    def words(self, text: str) -> str:
        """A text without the amounts and conditions that are closed: whoever wrote it may have named them."""
        if not text or not ("amount" in self.closed or self.untold.texts):
            return text
        folded = FoldedText.of(text)
        found = [span for closed in self.untold.texts for span in _told(folded.text, closed)]
        if "amount" in self.closed:
            found += MATCHERS[self.version](folded.text, self.untold.amounts)
        return blacked(text, (folded.original(*span) for span in found), black=BLACK)


def _amounts(matter: Matter) -> Iterator[int]:
    """What a matter is for, and the amounts that its question names."""
    if matter.amount is not None:
        yield matter.amount
    for question in matter.title:
        yield from amounts_in(FoldedText.of(question).text)


def _told(text: str, closed: str) -> Iterator[Span]:
    """Where a folded text has one that is closed, however it is spaced."""
    letters = FoldedText.of(closed).text.replace(" ", "")
    if len(letters) >= SHORTEST:
        yield from (found.span() for found in re.finditer(" ?".join(map(re.escape, letters)), text))


def closed_conditions(conditions: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The conditions that are closed by themselves, `conditions.2`, with the reasons."""
    numbered = enumerate(conditions, start=1)
    return {f"conditions.{n}": str(why) for n, each in numbered if (why := each.get("closed"))}


def closed_in(ballot: Ballot) -> dict[str, str]:
    """The fields of a ballot that are closed, with the reasons, whichever body of a joint decision closed them."""
    return {**ballot.closed_jointly, **ballot.closed}


def all_closed(ballot: Ballot) -> dict[str, str]:
    """All that is closed of a ballot, with the reasons: its fields, else the conditions that are closed singly."""
    closed = closed_in(ballot)
    return closed if "conditions" in closed else closed | closed_conditions(ballot.matter.conditions)


def redaction_of(ballot: Ballot, matters: Iterable[Matter] = ()) -> Redaction:
    """What a ballot keeps closed; `matters` are those that others are about on the same."""
    return Redaction.of(closed_in(ballot), [ballot.matter, *matters])


def asked_of(item: Item, *, until: str | None = None) -> list[Matter]:
    """What an item and its amendments ask for; of those only what was moved by then."""
    moved = [each for each in item.every_amendment() if until is None or each.at <= until]
    amended = (Matter("", amount=a.amount, conditions=(a.condition,) if a.condition else ()) for a in moved)
    return [Matter("", amount=item.amount), *amended]


def is_hidden(ballot: Ballot, redaction: Redaction) -> bool:
    """Whether the question itself is closed: that of an amendment which asks for what is."""
    return ballot.purpose is Purpose.AMENDMENT and bool(redaction.why(ballot.matter))
