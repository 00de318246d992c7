"""The search index compared with what it is to find: every text, and on SQLite each pair with its place."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import mul

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
        "SELECT proposals.reference, definition, p.content, r.content, weight, grams"
        f" FROM proposals{_REVISIONS}"
        " LEFT JOIN proposal_texts ON proposal_texts.reference = proposals.reference"
        " LEFT JOIN temp.proposal_weights w ON w.number = proposal_texts.number"
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
_PRIME = 2**31 - 1
"""The prime that weights are counted by: the product of two of them is a whole number of the database. As a mask it
draws one number more than there are, which counts as 0."""

_WEIGHTS = "CREATE TEMP TABLE IF NOT EXISTS proposal_{0} (number INTEGER PRIMARY KEY, weight INTEGER)"
_OPEN = (
    Statement(lambda: text(_VOCABULARY.format("places", "instance"))),
    Statement(lambda: text(_VOCABULARY.format("grams", "row"))),
    Statement(lambda: text(_WEIGHTS.format("weights"))),
    Statement(lambda: text(_WEIGHTS.format("offsets"))),
    Statement(
        lambda: text(
            f"INSERT OR REPLACE INTO temp.proposal_weights SELECT number, random() & {_PRIME} FROM proposal_texts"
        )
    ),
)
_OFFSETS = Statement(lambda: text("INSERT OR REPLACE INTO temp.proposal_offsets VALUES (:number, :weight)"))
_FOUND = Statement(
    lambda: text(
        f"SELECT g.term, (SELECT coalesce(sum(coalesce(w.weight * o.weight % {_PRIME}, :stray)), 0)"
        " FROM temp.proposal_places p LEFT JOIN temp.proposal_weights w ON w.number = p.doc"
        ' LEFT JOIN temp.proposal_offsets o ON o.number = p."offset" WHERE p.term = g.term)'
        " FROM temp.proposal_grams g"
    )
)
"""Every pair there is, with the weight of the places to which a search for it leads."""

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


def _drawn() -> int:
    return secrets.randbelow(_PRIME)


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
        """Every place has the product of the weights of its pair, its text and its offset, which are drawn anew each
        time: of an index that leads elsewhere the sum is another, but in a few of two thousand million cases. So an
        index of any size is compared, and the database adds up what it leads to."""
        pairs, offsets = defaultdict[str, int](_drawn), list[int]()
        for statement in _OPEN:
            self._session.run(statement)
        expected = 0
        for reference, definition, content, released, weight, indexed in self._session.stream(_TEXTS):
            told = words(definition, content or "", released)
            if told is not None and indexed != grams(told):
                yield reference
            if indexed:
                found = indexed.split(" ")
                offsets += (_drawn() for _ in range(len(offsets), len(found)))
                expected += weight * sum(map(mul, map(pairs.__getitem__, found), offsets))
        yield from (str(stray) for (stray,) in self._session.rows(_STRAY))
        if (expected - self._weight_of_all(pairs, offsets)) % _PRIME:
            yield "proposal_search"

    def _weight_of_all(self, pairs: defaultdict[str, int], offsets: Sequence[int]) -> int:
        """The weight of the index. A place of no text has one as well, or it would not be noticed. The tables are
        temporary, and end with the transaction."""
        numbered = ({"number": number, "weight": weight} for number, weight in enumerate(offsets))
        self._session.run_many(_OFFSETS, numbered)
        found = self._session.stream(_FOUND, {"stray": _drawn()})
        return sum(pairs[term] * weight for term, weight in found)
