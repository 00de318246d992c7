"""The search index compared with what it is to find: every text, and on SQLite each pair with its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import count, repeat

from sqlalchemy import text

from govflow.store.search import INDEXES, grams
from govflow.store.session import Session
from govflow.store.statement import Statement

_REVISIONS = (
    " LEFT JOIN revisions p ON p.reference = proposals.reference AND p.number = revision"
    " LEFT JOIN revisions r ON r.reference = proposals.reference AND r.number = released AND released <> revision"
)
"""The present revision, and the one that others read where it is another."""

_TEXTS = Statement(
    lambda: text(
        "SELECT proposals.reference, definition, p.content, r.content, proposal_texts.number, grams"
        f" FROM proposals{_REVISIONS}"
        " LEFT JOIN proposal_texts ON proposal_texts.reference = proposals.reference"
        " LEFT JOIN proposal_search ON proposal_search.rowid = proposal_texts.number"
        " ORDER BY proposals.reference"
    )
)
_STRAY = Statement(
    lambda: text(
        "SELECT reference FROM proposal_texts WHERE reference NOT IN (SELECT reference FROM proposals) UNION ALL"
        " SELECT CAST(rowid AS TEXT) FROM proposal_search WHERE rowid NOT IN (SELECT number FROM proposal_texts)"
    )
)
_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.proposal_{0} USING fts5vocab(main, proposal_search, {1})"
)
_OPEN = (
    Statement(lambda: text(_VOCABULARY.format("places", "instance"))),
    Statement(lambda: text(_VOCABULARY.format("grams", "row"))),
)
_PLACE = 24
"""The lowest bits of a place tell where in its text a pair stands, and those above in which."""

_FOUND = Statement(
    lambda: text(
        f'SELECT g.term, (SELECT json_group_array(p.doc << {_PLACE} | p."offset")'
        " FROM temp.proposal_places p WHERE p.term = g.term) FROM temp.proposal_grams g"
    )
)
"""Every pair there is, with the places to which a search for it leads."""

_CONTENTS = Statement(
    lambda: text(
        f"SELECT proposals.reference, definition, p.content, r.content FROM proposals{_REVISIONS}"
        " ORDER BY proposals.reference"
    )
)
_SAME = Statement(
    lambda: text(
        "SELECT 1 FROM proposal_search WHERE reference = :reference AND grams = CAST(:grams AS tsvector)"
    )
)

Words = Callable[[str, str, str | None], str | None]
"""The text that the present content and the one that others read are found by under the definition of a digest; None
where any of them cannot be read."""

_RANGE = 2**64


def _added_up(pairs: Iterable[str], places: Iterable[int]) -> int:
    """The hashes of pairs with their places: there are hundreds to each proposal, and no line of Python to each."""
    return sum(map(hash, zip(pairs, places, strict=False)))


class Indexed:
    """The search index of a store."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._dialect = session.database.address.dialect

    def differing(self, words: Words) -> Iterator[str]:
        """The proposals that are found by something else than their words, or not at all."""
        return self._sqlite(words) if self._dialect == "sqlite" else self._postgresql(words)

    def _postgresql(self, words: Words) -> Iterator[str]:
        for reference, definition, content, released in self._session.stream(_CONTENTS):
            told = words(definition, content or "", released)
            if told is None:
                continue
            params = {"reference": reference, "grams": INDEXES[self._dialect].content(grams(told))}
            if self._session.one(_SAME, params) is None:
                yield reference

    def _sqlite(self, words: Words) -> Iterator[str]:
        """Places are added up by their hashes, so that an index of any size is compared."""
        expected = 0
        for reference, definition, content, released, number, indexed in self._session.stream(_TEXTS):
            told = words(definition, content or "", released)
            if told is not None and indexed != grams(told):
                yield reference
            if indexed:
                expected += _added_up(indexed.split(" "), count(number << _PLACE))
        yield from (str(stray) for (stray,) in self._session.rows(_STRAY))
        if not self._leads_to(expected):
            yield "proposal_search"

    def _leads_to(self, expected: int) -> bool:
        """The vocabulary's tables are temporary, and end with the transaction."""
        for statement in _OPEN:
            self._session.run(statement)
        found = self._session.stream(_FOUND)
        placed = sum(_added_up(repeat(term), json.loads(places)) for term, places in found)
        return not (expected - placed) % _RANGE
