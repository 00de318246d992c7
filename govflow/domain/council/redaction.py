"""Redaction (非公開): which parts of a matter stay out of what is published, and what is said in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Self

from govflow.domain.council.ballot import Ballot, Matter, Purpose
from govflow.domain.council.item import Item

OF_THE_MATTER = ("amount", "conditions")
"""What a matter keeps closed from one ballot on it to the next."""

CLOSABLE = (*OF_THE_MATTER, "reason")
"""What may be kept out of the public version beside positions."""

BLACK = "■■■"
"""Stands in words for what they must not tell."""

_MYRIAD = 10_000
"""Below this a bare number may be anything; with its currency it is an amount."""

_DIGIT = "0-9０-９"
_KANJI = "〇一二三四五六七八九十百千万億兆"
_NUMBER = rf"[{_DIGIT}][{_DIGIT},，.．]*"
_SCALE = r"(?:\s*(?:thousand|million|billion|trillion|bn|[mk])(?![A-Za-z]))?"
_MONEY = re.compile(
    rf"[{_DIGIT}{_KANJI}](?:[{_DIGIT}{_KANJI},，.．]|\s(?=[{_DIGIT}{_KANJI}円]))*円"
    rf"|(?:[¥￥]|(?<![A-Za-z])JPY)\s*{_NUMBER}{_SCALE}"
    rf"|{_NUMBER}{_SCALE}\s*(?:yen|JPY)(?![A-Za-z])",
    re.IGNORECASE,
)
_FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")


class Redaction(NamedTuple):
    """What is closed: fields with the reasons, the amounts that a closed `amount` is about, and the words of the
    conditions that are closed."""

    closed: Mapping[str, str] = {}
    amounts: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, closed: Mapping[str, str], matters: Iterable[Matter]) -> Self:
        """Of what is closed in these matters."""
        every = list(matters)
        amounts = {m.amount for m in every if m.amount is not None} if "amount" in closed else set()
        whole = "conditions" in closed
        texts = {c["text"] for m in every for c in m.conditions if whole or c.get("closed")}
        return cls(closed, frozenset(amounts), frozenset(texts))

    def amount(self, amount: int | None) -> int | None:
        return None if "amount" in self.closed else amount

    def why(self, matter: Matter) -> dict[str, str]:
        """The parts of a matter that are closed, each with the reason; a condition by its number."""
        fields = {"amount": matter.amount is not None, "conditions": bool(matter.conditions)}
        found = {name: self.closed[name] for name in OF_THE_MATTER if name in self.closed and fields[name]}
        if "conditions" in found:
            return found
        return found | closed_conditions(matter.conditions)

    def told(self, value: Any) -> Any:
        """Plain data with every text in it as it may be read by everybody."""
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, Mapping):
            return {name: self.told(each) for name, each in value.items()}
        return [self.told(each) for each in value] if isinstance(value, list | tuple) else value

    def words(self, text: str) -> str:
        """A text without the amounts and conditions that are closed: whoever wrote it may have named them."""
        for closed in sorted(self.texts, key=len, reverse=True):
            text = text.replace(closed, BLACK)
        if "amount" not in self.closed:
            return text
        text = _MONEY.sub(BLACK, text)
        for spelled in sorted({each for amount in self.amounts for each in _spelled(amount)}):
            text = re.sub(rf"(?<![{_DIGIT}A-Za-z,，.．]){spelled}(?![{_DIGIT}A-Za-z])", BLACK, text)
        return text


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


def redaction_of(ballot: Ballot) -> Redaction:
    """What a ballot keeps closed."""
    return Redaction.of(closed_in(ballot), [ballot.matter])


def redaction_in(item: Item, meeting: str, ballots: Iterable[Ballot]) -> Redaction:
    """What is closed of an item: by the ballots on it and on its proposal, and by its amendments. What one of them
    closes is told nowhere in it."""
    about = [each for each in ballots if _is_about(each, item, meeting)]
    closed = {field: why for each in about for field, why in closed_in(each).items()}
    asked = [
        Matter("", amount=each.amount, conditions=(each.condition,) if each.condition else ())
        for each in item.amendments.values()
    ]
    return Redaction.of(closed, [Matter("", amount=item.amount), *asked, *(each.matter for each in about)])


def is_hidden(ballot: Ballot, redaction: Redaction) -> bool:
    """Whether the question itself is closed: that of an amendment which asks for what is."""
    return ballot.purpose is Purpose.AMENDMENT and bool(redaction.why(ballot.matter))


def _is_about(ballot: Ballot, item: Item, meeting: str) -> bool:
    here = (ballot.meeting, ballot.item) == (meeting, item.number)
    return here or (item.proposal is not None and ballot.proposal == item.proposal)


def _spelled(amount: int) -> Iterator[str]:
    """How an amount is written without its currency, as patterns."""
    if amount < _MYRIAD:
        return
    for form in (str(amount), f"{amount:,}", *_in_units(amount)):
        yield re.escape(form)
        yield re.escape(form.translate(_FULL_WIDTH))


def _in_units(amount: int) -> Iterator[str]:
    """`1億2,000万`, `12000万`, `120 million`, where they are exact."""
    myriads, rest = divmod(amount, _MYRIAD)
    if not rest:
        above, below = divmod(myriads, _MYRIAD)
        yield f"{above:,}億" * bool(above) + f"{below:,}万" * bool(below)
        yield from (f"{myriads}万", f"{myriads:,}万")
    millions, rest = divmod(amount, 1_000_000)
    if not rest:
        yield f"{millions:,} million"
