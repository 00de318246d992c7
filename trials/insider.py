"""What somebody with write access to the store's file and knowledge of this program could try, each by its name, and by
what it has to be found."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from forging import FIRST, SECOND, sealed_anew, stray, told, unhindered
from small_town import MAYOR, session_of

import govflow
from govflow.errors import GovflowError, VerificationFailed


class By(Enum):
    """What finds an attack."""

    VERIFY = "audit verify"
    DIGEST = "a record digest noted outside"
    NOTHING = "nothing"


class Attack(NamedTuple):
    """What is done, and what has to find it; `after` is done when the triggers are back."""

    do: Callable[[sqlite3.Connection], object]
    by: By = By.VERIFY
    after: tuple[str, ...] = ()


class Attacked(NamedTuple):
    """What an attack came to; `found` are the codes of what was found, or what else found it."""

    name: str
    found: tuple[str, ...]
    holds: bool


def says(*statements: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: [connection.execute(statement) for statement in statements]


_DIGEST_OF_X = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
"""The SHA-256 of `x`."""

_ONE = f"reference = '{FIRST}'"
_ENTRY = f"subject = '{FIRST}' AND seq"

_HISTORY: Mapping[str, Attack] = {
    "an entry edited": Attack(says(f"UPDATE history SET note = 'x' WHERE {_ENTRY} = 2")),
    "an entry edited, its hash made to fit": Attack(
        lambda c: told(c, FIRST, lambda e: [e[0], e[1]._replace(note="x"), *e[2:]])
    ),
    "an entry of somebody else": Attack(
        says(f"UPDATE history SET person = 'marui.hajime' WHERE {_ENTRY} = 2")
    ),
    "an entry deleted": Attack(says(f"DELETE FROM history WHERE {_ENTRY} = 2")),
    "an entry deleted, the rest made to fit": Attack(lambda c: told(c, FIRST, lambda e: [e[0], *e[2:]])),
    "an entry inserted, the rest made to fit": Attack(
        lambda c: told(c, FIRST, lambda e: [*e[:2], e[1], *e[2:]])
    ),
    "an entry appended": Attack(lambda c: told(c, SECOND, lambda e: [*e, e[-1]])),
    "two entries in another order": Attack(
        says(
            f"UPDATE history SET seq = 99 WHERE {_ENTRY} = 2",
            f"UPDATE history SET seq = 2 WHERE {_ENTRY} = 3",
            f"UPDATE history SET seq = 3 WHERE {_ENTRY} = 99",
        )
    ),
    "two entries in another order, made to fit": Attack(
        lambda c: told(c, FIRST, lambda e: [e[0], e[2], e[1], *e[3:]], messages=True)
    ),
    "an act recorded earlier than it was": Attack(
        lambda c: told(
            c, FIRST, lambda e: [*e[:-1], e[-1]._replace(recorded_at="2025-05-01T00:00:00.000000Z")]
        )
    ),
    "an act done from an earlier day": Attack(
        lambda c: told(c, FIRST, lambda e: [*e[:-1], e[-1]._replace(effective_on="2025-05-01")])
    ),
    "the last entry cut off": Attack(
        says("DELETE FROM history WHERE subject = 'MARUYAMA-2025-0002' AND seq = 2")
    ),
    "two proposals' histories swapped": Attack(
        says(
            f"UPDATE history SET subject = 'x' WHERE subject = '{FIRST}'",
            f"UPDATE history SET subject = '{FIRST}' WHERE subject = '{SECOND}'",
            f"UPDATE history SET subject = '{SECOND}' WHERE subject = 'x'",
        )
    ),
    "the only entry of a history deleted": Attack(says("DELETE FROM history WHERE kind = 'inventory'")),
    "the founding deleted": Attack(says("DELETE FROM history WHERE kind = 'store'")),
}

_DROPPED = "DROP TRIGGER history_no_update"

_SCHEMA: Mapping[str, Attack] = {
    "a trigger dropped": Attack(says(), after=(_DROPPED,)),
    "a trigger that lets everything pass": Attack(
        says(),
        after=(
            _DROPPED,
            "CREATE TRIGGER history_no_update BEFORE UPDATE ON history WHEN 0"
            " BEGIN SELECT RAISE(ABORT, 'append-only: history'); END",
        ),
    ),
    "a table added": Attack(says("CREATE TABLE x (y)")),
    "an index dropped": Attack(says("DROP INDEX steps_by_due")),
    "a column added": Attack(says("ALTER TABLE history ADD COLUMN x")),
    "a number in the file's header": Attack(says("PRAGMA user_version = 7")),
}

_PROPOSALS: Mapping[str, Attack] = {
    "a proposal's title": Attack(says(f"UPDATE proposals SET title = 'x' WHERE {_ONE}")),
    "a proposal's amount": Attack(says(f"UPDATE proposals SET amount = 9 WHERE {_ONE}")),
    "a proposal's state": Attack(
        says("UPDATE proposals SET state = 'decided' WHERE reference = 'MARUYAMA-2025-0002'")
    ),
    "a record of a proposal": Attack(says(f"UPDATE proposals SET records = '{{}}' WHERE {_ONE}")),
    "a proposal deleted": Attack(says(f"DELETE FROM proposals WHERE {_ONE}")),
    "a revision's content": Attack(
        says(f"UPDATE revisions SET content = replace(content, '1000', '9000') WHERE {_ONE}")
    ),
    "who made a revision": Attack(says("UPDATE revisions SET person = 'marui.hajime'")),
    "a step's answer": Attack(says(f"UPDATE steps SET answer = 'lacking' WHERE {_ONE}")),
    "who answered a step": Attack(says(f"UPDATE steps SET person = 'marui.hajime' WHERE {_ONE}")),
    "a tally": Attack(says("UPDATE tallies SET amount = amount + 1")),
    "working days in the tallies": Attack(says("UPDATE tallies SET working_days = working_days + 1")),
    "the search index of a text": Attack(says("UPDATE proposal_search SET grams = 'xy' WHERE rowid = 1")),
    "a text taken out of the search index": Attack(
        says("DELETE FROM proposal_search WHERE rowid = 1", "DELETE FROM proposal_texts WHERE number = 1")
    ),
}

_REGISTERS: Mapping[str, Attack] = {
    "a definition's content": Attack(
        says("UPDATE definitions SET content = replace(content, 'mayor', 'clerk')")
    ),
    "a definition's source": Attack(says("UPDATE definitions SET source = source || '# x'")),
    "the file a definition was in": Attack(says("UPDATE definitions SET file = 'x'")),
    "when a definition was kept": Attack(
        says("UPDATE definitions SET recorded_at = '2025-01-01T00:00:00.000000Z'")
    ),
    "from when a definition is in force": Attack(
        says("UPDATE definitions_in_force SET from_day = '2025-01-01'")
    ),
    "a charter that nobody enacted": Attack(lambda c: stray(c, "definitions")),
    "the organisation": Attack(
        says("UPDATE organisations SET content = replace(content, '2025-04-01', '2024-04-01')")
    ),
    "the organisation with its digest": Attack(says("UPDATE organisations SET digest = 'x'")),
    "a closed day added": Attack(says("INSERT INTO calendar_days VALUES ('2025-06-10', 'x', 'x')")),
    "a closed day taken out": Attack(says("DELETE FROM calendar_days WHERE day = '2025-01-01'")),
    "a programme": Attack(says("UPDATE programmes SET budget = 1 WHERE key = '1'")),
    "the store made a demonstration": Attack(
        says("UPDATE store_info SET value = '1' WHERE name = 'demonstration'")
    ),
    "the store in another time zone": Attack(
        says("UPDATE store_info SET value = 'UTC' WHERE name = 'timezone'")
    ),
    "when the store was made": Attack(
        says("UPDATE store_info SET value = '2025-01-01T00:00:00.000000Z' WHERE name = 'created_at'")
    ),
    "a setting that there is not": Attack(says("INSERT INTO store_info VALUES ('x', 'y')")),
    "the last number": Attack(says("UPDATE numbering SET last = last + 1")),
    "a document's context": Attack(says("UPDATE documents SET context = replace(context, '1000', '9000')")),
    "a document's number": Attack(
        says("UPDATE documents SET number = 'PD-2025-0007'", "UPDATE renditions SET number = 'PD-2025-0007'")
    ),
    "a document's text": Attack(says("UPDATE renditions SET text = text || 'x'")),
    "a text with the digest and seal that fit": Attack(
        lambda c: (
            says(f"UPDATE renditions SET text = 'x', text_digest = '{_DIGEST_OF_X}'")(c),
            sealed_anew(c, "renditions"),
        )
    ),
    "when a text was rendered": Attack(
        says("UPDATE renditions SET rendered_at = '2025-01-01T00:00:00.000000Z'")
    ),
    "the template of a text": Attack(says("UPDATE renditions SET template_digest = 'x'")),
    "a text still to be rendered": Attack(
        says("INSERT INTO renditions_due SELECT number, 'ja' FROM documents")
    ),
}

_BESIDE: Mapping[str, Attack] = {
    "the result of a key": Attack(says("UPDATE idempotency SET result = replace(result, '1', '2')")),
    "a key freed": Attack(says("DELETE FROM idempotency WHERE key = 'funds'")),
    "a refusal edited": Attack(says("UPDATE refusals SET person = 'shikaku.yuki'")),
    "a refusal deleted": Attack(says("DELETE FROM refusals")),
    "a refusal that was none": Attack(
        says("INSERT INTO refusals SELECT 7, recorded_at, person, account, reference, trigger, codes, kind, said"
             " FROM refusals")
    ),
    "a message of the outbox": Attack(says("UPDATE outbox SET subject = 'x' WHERE number = 1")),
    "a message of no act, sealed": Attack(
        lambda c: (says("UPDATE outbox SET payload = 'x' WHERE number = 1")(c), sealed_anew(c, "outbox"))
    ),
    **{f"a row in {table} out of nowhere": Attack(lambda c, table=table: stray(c, table)) for table in (
        "meetings", "ballots", "positions", "decisions", "decision_links", "rounds", "steps", "seals")},
}  # fmt: skip

_OUTSIDE: Mapping[str, Attack] = {
    "a history told anew, with all that names its hashes": Attack(
        lambda c: told(c, SECOND, lambda e: [*e[:-1], e[-1]._replace(note="x")], messages=True), By.DIGEST
    ),
    "the end of a history cut off with all that came of it": Attack(
        says("DELETE FROM history WHERE kind = 'inventory'", "DELETE FROM programmes"), By.DIGEST
    ),
    "a whole proposal, the last one, taken out, its number given back": Attack(
        says(
            *(f"DELETE FROM {table} WHERE reference = '{SECOND}'" for table in ("steps", "revisions", "proposals")),
            "DELETE FROM proposal_search WHERE rowid = 2",
            f"DELETE FROM proposal_texts WHERE reference = '{SECOND}'",
            f"DELETE FROM history WHERE subject = '{SECOND}'",
            f"DELETE FROM outbox WHERE subject = '{SECOND}'",
            "UPDATE numbering SET last = 1 WHERE last = 2",
            "DELETE FROM tallies WHERE state = 'draft' AND visits = 0",
            "UPDATE tallies SET proposals = 0, amount = 0 WHERE state = 'draft'",
        ),
        By.DIGEST,
    ),
    "a refusal deleted with its seal": Attack(
        lambda c: (says("DELETE FROM refusals")(c), sealed_anew(c, "refusals")), By.DIGEST
    ),
    "a message taken out of the outbox as though it were delivered": Attack(
        says("DELETE FROM outbox WHERE number = 1"), By.NOTHING
    ),
}  # fmt: skip

ATTACKS: Mapping[str, Attack] = {**_HISTORY, **_SCHEMA, **_PROPOSALS, **_REGISTERS, **_BESIDE, **_OUTSIDE}


def attacked(path: Path, name: str) -> Attacked:
    """An attack on a copy of the store, and what found it."""
    copy = path.with_name("attacked.db")
    for beside in ("", "-wal", "-shm"):
        copy.with_name(copy.name + beside).unlink(missing_ok=True)
    with session_of(path, MAYOR) as session:
        noted = govflow.record_digest(session)
    shutil.copyfile(path, copy)
    with unhindered(copy) as connection:
        ATTACKS[name].do(connection)
    with closing(sqlite3.connect(copy)) as connection, connection:
        says(*ATTACKS[name].after)(connection)
    found = _found(copy)
    by = By.VERIFY if found else By.DIGEST if _otherwise(copy, noted) else By.NOTHING
    return Attacked(name, found or (by.value,), by is ATTACKS[name].by)


def _found(path: Path) -> tuple[str, ...]:
    """The codes of what the verification finds, or of what refuses to read the store at all."""
    try:
        with session_of(path, MAYOR) as session:
            problems = govflow.verify(session).problems
    except GovflowError as refused:
        return (refused.code,)
    return tuple(dict.fromkeys(problem.code for problem in problems))


def _otherwise(path: Path, noted: str) -> bool:
    """Whether the record is another one than was noted."""
    try:
        with session_of(path, MAYOR) as session:
            govflow.record_digest(session, noted=noted)
    except VerificationFailed:
        return True
    return False
