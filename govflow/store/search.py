"""Full-text search by bigrams, the same on both databases; what people type is never read as query syntax.

Text is folded (NFKC, case) and cut into runs of letters and digits; a run `abc` is indexed as `ab bc c`. A
word of two or more characters is found as the phrase of its bigrams, a single character as the beginning of
one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlalchemy import text

from govflow.store.statement import Statement

_RUN = re.compile(r"[^\W_]+")
_APART = re.compile("   . ")
"""What stands between the pairs of two runs: the space that parts them, with both of its neighbours."""

_SPACE = array("I", " ".encode("utf-32-le"))


def runs(words: str) -> list[str]:
    """The runs of letters and digits in a text, folded."""
    return _RUN.findall(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold()))


def grams(words: str) -> str:
    """What is indexed for a text: every pair of neighbouring characters and the last one, run by run.

    Each character, the next one and a space are laid side by side as code points: no line of Python to a pair."""
    single = array("I", " ".join(runs(words)).encode("utf-32-le"))
    pairs = _SPACE * (3 * len(single))
    pairs[::3] = single
    pairs[1:-2:3] = single[1:]
    return _APART.sub(" ", pairs.tobytes().decode("utf-32-le")).rstrip(" ")


def _phrases(query: str) -> list[tuple[str, ...]]:
    """The phrases that must all occur: the bigrams of a run, or its only character."""
    return [tuple(run[at : at + 2] for at in range(max(1, len(run) - 1))) for run in runs(query)]


def occurs(query: str, words: str) -> bool:
    """Whether a text holds what was typed, as the index would find it."""
    indexed = f" {grams(words)} "
    return all(_is_in(phrase, indexed) for phrase in _phrases(query))


def _is_in(phrase: tuple[str, ...], indexed: str) -> bool:
    """A phrase of whole grams, or the only character of one as the beginning of a gram."""
    end = "" if len(phrase[0]) == 1 else " "
    return f" {' '.join(phrase)}{end}" in indexed


class SearchIndex(NamedTuple):
    """One database's index: its tables, how to fill it and how to ask it.

    The statements take `reference` and `grams`; `matching` selects references by the parameter `query`; `every` selects
    each reference with what is indexed for it, as `content` takes it.
    """

    ddl: tuple[str, ...]
    add: tuple[Statement, ...]
    replace: tuple[Statement, ...]
    matching: str
    every: str
    content: Callable[[str], str]
    query: Callable[[str], str]


def _sqlite_phrase(phrase: Sequence[str]) -> str:
    return f'"{" ".join(phrase)}"' + (" *" if len(phrase[0]) == 1 else "")


def _vector(indexed: str) -> str:
    """A tsvector's literal: each gram quoted, with its position."""
    return " ".join(f"'{gram}':{at}" for at, gram in enumerate(indexed.split(" "), 1) if gram)


def _tsquery_phrase(phrase: Sequence[str]) -> str:
    return " <-> ".join(f"'{gram}'" for gram in phrase) + (":*" if len(phrase[0]) == 1 else "")


_NUMBER = "(SELECT number FROM proposal_texts WHERE reference = :reference)"

SQLITE = SearchIndex(
    ddl=(
        "CREATE TABLE proposal_texts (number INTEGER PRIMARY KEY,"
        " reference TEXT NOT NULL UNIQUE REFERENCES proposals (reference))",
        "CREATE VIRTUAL TABLE proposal_search USING fts5(grams, tokenize = 'ascii')",
    ),
    add=(
        Statement(lambda: text("INSERT INTO proposal_texts (reference) VALUES (:reference)")),
        Statement(lambda: text(f"INSERT INTO proposal_search (rowid, grams) VALUES ({_NUMBER}, :grams)")),
    ),
    replace=(Statement(lambda: text(f"UPDATE proposal_search SET grams = :grams WHERE rowid = {_NUMBER}")),),
    matching=(
        "SELECT reference FROM proposal_texts WHERE number IN"
        " (SELECT rowid FROM proposal_search WHERE proposal_search MATCH :query)"
    ),
    every="SELECT t.reference, s.grams FROM proposal_texts t JOIN proposal_search s ON s.rowid = t.number",
    content=lambda indexed: indexed,
    query=lambda typed: " AND ".join(map(_sqlite_phrase, _phrases(typed))),
)

POSTGRESQL = SearchIndex(
    ddl=(
        'CREATE TABLE proposal_search (reference TEXT COLLATE "C" PRIMARY KEY'
        " REFERENCES proposals (reference), grams TSVECTOR NOT NULL)",
        "CREATE INDEX proposal_search_grams ON proposal_search USING gin (grams)",
    ),
    add=(
        Statement(
            lambda: text(
                "INSERT INTO proposal_search (reference, grams) VALUES (:reference, CAST(:grams AS tsvector))"
            )
        ),
    ),
    replace=(
        Statement(
            lambda: text(
                "UPDATE proposal_search SET grams = CAST(:grams AS tsvector) WHERE reference = :reference"
            )
        ),
    ),
    matching="SELECT reference FROM proposal_search WHERE grams @@ CAST(:query AS tsquery)",
    every=(
        "SELECT reference, coalesce((SELECT string_agg(g.lexeme, ' ' ORDER BY at)"
        " FROM unnest(grams) g, unnest(g.positions) at), '') FROM proposal_search"
    ),
    content=_vector,
    query=lambda typed: " & ".join(f"({_tsquery_phrase(phrase)})" for phrase in _phrases(typed)),
)

INDEXES = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
