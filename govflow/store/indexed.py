"""The search index compared with what it is to find: every text, and on SQLite the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import text

from govflow.errors import StoreError
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
        "SELECT proposals.reference, definition, p.content, r.content, grams"
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
_COPIED = ("data", "idx", "docsize", "config")
"""The tables in which FTS5 keeps an index."""

_LOOKED_AT = (
    "CREATE TEMP VIEW proposal_words AS SELECT id, c0 AS grams FROM main.proposal_search_content",
    "CREATE VIRTUAL TABLE temp.proposal_looked_at USING fts5(grams, tokenize = 'ascii', content = 'proposal_words',"
    " content_rowid = 'id')",
    *(f"DELETE FROM temp.proposal_looked_at_{part}" for part in _COPIED),
    *(
        f"INSERT INTO temp.proposal_looked_at_{part} SELECT * FROM main.proposal_search_{part}"
        for part in _COPIED
    ),
    "INSERT INTO temp.proposal_looked_at (proposal_looked_at, rank) VALUES ('integrity-check', 1)",
    "CREATE VIRTUAL TABLE temp.proposal_grams USING fts5vocab(main, proposal_search, row)",
)
"""FTS5's own check of an index against its texts. It counts as writing, so that a copy is looked at, beside the texts
where they are; like everything temporary it ends with the transaction. (https://sqlite.org/fts5.html, 6.4)"""

_LOOKING = tuple(Statement(partial(text, said)) for said in _LOOKED_AT)
_ASTRAY = Statement(
    lambda: text(
        "SELECT g.term FROM temp.proposal_grams g LEFT JOIN temp.proposal_grams found ON found.term = g.term"
        " WHERE (g.doc, g.cnt) IS NOT (found.doc, found.cnt) LIMIT 1"
    )
)
"""A pair that a search does not find wherever it stands: the check does not look for any."""

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
        for reference, definition, content, released, indexed in self._session.stream(_TEXTS):
            told = words(definition, content or "", released)
            if told is not None and indexed != grams(told):
                yield reference
        yield from (str(stray) for (stray,) in self._session.rows(_STRAY))
        if not self._leads_to_its_texts():
            yield "proposal_search"

    def _leads_to_its_texts(self) -> bool:
        """Whether every pair of every text is found where it stands, and no other."""
        try:
            with self._session.savepoint():
                for statement in _LOOKING:
                    self._session.run(statement)
                return self._session.one(_ASTRAY) is None
        except StoreError as error:
            if error.code != "store.corrupt":
                raise
            return False
