"""The search index compared with what it is to find: every text, and on SQLite each pair with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import text

from govflow.store.search import INDEXES, grams
from govflow.store.session import Session
from govflow.store.statement import Statement

_TEXTS = Statement(
    lambda: text(
        "SELECT proposals.reference, definition, content, proposal_texts.number, grams FROM proposals"
        " LEFT JOIN revisions ON revisions.reference = proposals.reference AND revisions.number = revision"
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
_FOUND = Statement(lambda: text('SELECT term, doc, "offset" FROM temp.proposal_places'))
_ASTRAY = Statement(
    lambda: text(
        "SELECT term FROM temp.proposal_grams WHERE doc <>"
        " (SELECT count(*) FROM proposal_search WHERE proposal_search MATCH '\"' || term || '\"') LIMIT 1"
    )
)
"""A pair that a search does not find where it stands."""

_CONTENTS = Statement(
    lambda: text(
        "SELECT proposals.reference, definition, content FROM proposals LEFT JOIN revisions"
        " ON revisions.reference = proposals.reference AND revisions.number = revision"
        " ORDER BY proposals.reference"
    )
)
_SAME = Statement(
    lambda: text(
        "SELECT 1 FROM proposal_search WHERE reference = :reference AND grams = CAST(:grams AS tsvector)"
    )
)

Words = Callable[[str, str], str | None]
"""The text that a content is found by under the definition of a digest; None where either cannot be read."""

_RANGE = 2**64


class Indexed:
    """The search index of a store."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._dialect = session.database.address.dialect

    def differing(self, words: Words) -> Iterator[str]:
        """The proposals that are found by something else than their words, or not at all."""
        return self._sqlite(words) if self._dialect == "sqlite" else self._postgresql(words)

    def _postgresql(self, words: Words) -> Iterator[str]:
        for reference, definition, content in self._session.stream(_CONTENTS):
            told = words(definition, content or "")
            if told is None:
                continue
            params = {"reference": reference, "grams": INDEXES[self._dialect].content(grams(told))}
            if self._session.one(_SAME, params) is None:
                yield reference

    def _sqlite(self, words: Words) -> Iterator[str]:
        """Places are added up by their hashes, so that an index of any size is compared."""
        expected = 0
        for reference, definition, content, number, indexed in self._session.stream(_TEXTS):
            told = words(definition, content or "")
            if told is not None and indexed != grams(told):
                yield reference
            expected += sum(
                hash((gram, number, at)) for at, gram in enumerate((indexed or "").split(" ")) if gram
            )
        yield from (str(stray) for (stray,) in self._session.rows(_STRAY))
        if not self._leads_to(expected):
            yield "proposal_search"

    def _leads_to(self, expected: int) -> bool:
        """The vocabulary's tables are temporary, and end with the transaction."""
        for statement in _OPEN:
            self._session.run(statement)
        placed = sum(hash((term, doc, at)) for term, doc, at in self._session.stream(_FOUND))
        return not (expected - placed) % _RANGE and self._session.one(_ASTRAY) is None
