"""Doctored rows: what somebody with write access to a store's file could do, and what must then be found."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from forging import sealed_anew

import govflow
from govflow.messages import Notice
from govflow.store.seals import SEALED

ONE = "reference = 'MOF-2026-0001'"
ENTRY = "kind = 'proposal' AND subject = 'MOF-2026-0001' AND seq"

DOCTORED: dict[str, tuple[str, set[str]]] = {
    "state": (f"UPDATE proposals SET state = 'budgeted' WHERE {ONE}", {"audit.proposal_differs"}),
    "amount": (f"UPDATE proposals SET amount = amount + 1 WHERE {ONE}", {"audit.proposal_differs"}),
    "title": (f"UPDATE proposals SET title = '別の題名' WHERE {ONE}", {"audit.proposal_differs"}),
    "due date": (f"UPDATE proposals SET due_on = '2030-01-01' WHERE {ONE}", {"audit.proposal_differs"}),
    "decision": (
        f"UPDATE proposals SET records = replace(records, '100000000', '200000000') WHERE {ONE}",
        {"audit.proposal_differs"},
    ),
    "version": (f"UPDATE proposals SET version = version + 1 WHERE {ONE}", {"audit.proposal_differs"}),
    "proposal removed": (f"DELETE FROM proposals WHERE {ONE}", {"audit.proposal_missing"}),
    "history removed": (
        "DELETE FROM history WHERE subject = 'MOF-2026-0001'",
        {"audit.no_history", "audit.document_altered"},
    ),
    "second value for a name in records": (
        f"UPDATE proposals SET records = replace(records, '{{\"', '{{\"amount\":1,\"') WHERE {ONE}",
        {"store.unreadable"},
    ),
    "second value for a name in the content": (
        f'UPDATE revisions SET content = replace(content, \'"amount":\', \'"amount":1,"amount":\') WHERE {ONE}',
        {"store.unreadable"},
    ),
    "definition written otherwise": (
        "UPDATE definitions SET content = content || ' '",
        {"audit.definition_altered"},
    ),
    "revision renumbered": (
        f"UPDATE revisions SET number = 2 WHERE {ONE}",
        {"audit.revisions_differ"},
    ),
    "flag that is none": (
        f"UPDATE steps SET lasting = 'x' WHERE {ONE} AND number = 1",
        {"store.unreadable"},
    ),
    "bytes that are no text": (
        f"UPDATE history SET note = CAST(x'ff' AS TEXT) WHERE {ENTRY} = 7",
        {"history.altered"},
    ),
    "number that is no number": (f"UPDATE history SET note = x'00' WHERE {ENTRY} = 7", {"history.altered"}),
    "tally of no ministry": (
        "UPDATE tallies SET ministry = x'00' WHERE ministry = (SELECT max(ministry) FROM tallies)",
        {"audit.tallies_differ"},
    ),
    "amounts beyond any sum": (
        "UPDATE proposals SET amount = 9223372036854775807",
        {"audit.tallies_differ", "audit.proposal_differs"},
    ),
    "stays below none": (
        "UPDATE tallies SET visits = -5, working_days = -7 WHERE visits = 0",
        {"audit.tallies_differ"},
    ),
    "revision of no proposal": (
        "INSERT INTO revisions SELECT 'MOF-2026-9999', number, content, digest, recorded_at, person, seal"
        f" FROM revisions WHERE {ONE}",
        {"audit.orphan"},
    ),
    "entry altered": (f"UPDATE history SET note = '承認する。' WHERE {ENTRY} = 7", {"history.altered"}),
    "actor altered": (f"UPDATE history SET person = 'mof_clerk' WHERE {ENTRY} = 7", {"history.altered"}),
    "time altered": (
        f"UPDATE history SET recorded_at = '2025-04-09T00:00:00.000000Z' WHERE {ENTRY} = 7",
        {"history.altered", "history.time_runs_back"},
    ),
    "facts altered": (f"UPDATE history SET facts = '{{}}' WHERE {ENTRY} = 3", {"history.altered"}),
    "entry removed": (f"DELETE FROM history WHERE {ENTRY} = 7", {"history.gap", "history.broken_link"}),
    "last entry removed": (
        "DELETE FROM history WHERE subject = 'MOF-2026-0001' AND trigger = 'approve'",
        {"audit.proposal_differs", "audit.document_altered"},
    ),
    "entry inserted": (
        "INSERT INTO history SELECT kind, subject, 99, recorded_at, effective_on, trigger, step, from_state,"
        " to_state, actor_kind, person, office, role, via, on_behalf_of, cause, definition, revision, note, previous,"
        f" payload, facts, changes, 'x' FROM history WHERE {ENTRY} = 7",
        {"history.gap", "history.broken_link", "history.altered"},
    ),
    "answered step renamed": (
        f"UPDATE history SET step = 'accounts_concurrence' WHERE {ENTRY} = 4",
        {"history.altered"},
    ),
    "step answered": (
        f"UPDATE steps SET answer = 'concur', agrees = 1 WHERE {ONE} AND name = 'adviser_opinion'",
        {"audit.step_differs"},
    ),
    "step removed": (f"DELETE FROM steps WHERE {ONE} AND number = 1", {"audit.step_differs"}),
    "revision": (
        f"UPDATE revisions SET content = replace(content, '100000000', '200000000') WHERE {ONE}",
        {"audit.revision_altered"},
    ),
    "revision sealed otherwise": (
        f"UPDATE revisions SET seal = 'x' WHERE {ONE}",
        {"audit.revision_altered"},
    ),
    "state of a message": ("UPDATE outbox SET state = 'vaiting' WHERE number = 1", {"audit.message_differs"}),
    "attempts of a message": ("UPDATE outbox SET attempts = 1 WHERE number = 1", {"audit.message_differs"}),
    "attempts that are no number": (
        "UPDATE outbox SET attempts = 'x', next_attempt = created_at WHERE number = 1",
        {"audit.message_differs"},
    ),
    "message given up untried": (
        "UPDATE outbox SET state = 'failed', last_error = 'http.503' WHERE number = 1",
        {"audit.message_differs"},
    ),
    "revision removed": (
        "DELETE FROM revisions WHERE reference = 'MOF-2026-0002' AND number = 1",
        {"audit.revisions_differ"},
    ),
    "tally": ("UPDATE tallies SET amount = amount + 1 WHERE state = 'approved'", {"audit.tallies_differ"}),
    "tally removed": ("DELETE FROM tallies WHERE state = 'approved'", {"audit.tallies_differ"}),
    "document context": (
        "UPDATE documents SET context = replace(context, '100000000', '200000000') WHERE kind = 'decision_memo'",
        {"audit.document_altered"},
    ),
    "document context and its digest": ("", {"audit.document_altered"}),
    "text in another language": (
        "INSERT INTO renditions SELECT number, 'fr', template_digest, text, text_digest, rendered_at FROM renditions"
        " WHERE language = 'ja'",
        {"audit.rendition_altered"},
    ),
    "document text": (
        "UPDATE renditions SET text = replace(text, '1億円', '2億円') WHERE language = 'ja'"
        " AND number = 'DM-2025-0001'",
        {"audit.rendition_altered"},
    ),
    "document removed": ("DELETE FROM documents WHERE kind = 'decision_memo'", {"audit.document_missing"}),
    "definition": (
        "UPDATE definitions SET content = replace(content, 'different_person_from', 'amount_stated')",
        {"audit.definition_altered"},
    ),
    "definition broken": ("UPDATE definitions SET content = '{'", {"audit.definition_altered"}),
    "definition in force": (
        "UPDATE definitions_in_force SET from_day = '2025-04-02'",
        {"audit.in_force_differs"},
    ),
    "organisation": (
        "UPDATE organisations SET content = replace(content, 'mof_clerk', 'mof_cio')",
        {"audit.organisation_altered"},
    ),
    "organisation and its digest": ("", {"audit.organisation_altered"}),
    "organisation removed": ("DELETE FROM organisations WHERE number = 2", {"audit.organisation_altered"}),
    "organisation's time": (
        "UPDATE organisations SET recorded_at = '2025-03-01T00:00:00.000000Z' WHERE number = 2",
        {"audit.organisation_altered"},
    ),
    "time of putting into force": (
        "UPDATE definitions_in_force SET recorded_at = '2025-03-01T00:00:00.000000Z'",
        {"audit.in_force_differs"},
    ),
    "who revised": (
        "UPDATE revisions SET person = 'gcio' WHERE reference = 'MOF-2026-0002' AND number = 2",
        {"audit.revision_differs"},
    ),
    "when revised": (
        f"UPDATE revisions SET recorded_at = '2025-03-01T00:00:00.000000Z' WHERE {ONE}",
        {"audit.revision_differs"},
    ),
    "visits": ("UPDATE tallies SET visits = visits + 1 WHERE state = 'draft'", {"audit.stays_differ"}),
    "working days": (
        "UPDATE tallies SET working_days = working_days + 9 WHERE ministry = (SELECT max(ministry) FROM tallies)",
        {"audit.stays_differ"},
    ),
    "closed days": (
        "DELETE FROM store_info WHERE name = 'calendar_first'",
        {"store.no_calendar", "audit.stays_differ"},
    ),
    "history given to another": (
        "UPDATE history SET subject = 'MOF-2026-0003' WHERE subject = 'MOF-2026-0002'",
        {"audit.no_history", "audit.proposal_missing"},
    ),
    "counter of references": (
        "UPDATE numbering SET last = 9 WHERE series = 'reference:mof'",
        {"audit.counter_differs"},
    ),
    "counter of documents": ("UPDATE numbering SET last = 9 WHERE series = 'DM'", {"audit.counter_differs"}),
    "amounts of nobody": (
        "UPDATE tallies SET amount = 5 WHERE proposals = 0",
        {"audit.tallies_differ"},
    ),
    "founding removed": ("DELETE FROM history WHERE kind = 'store'", {"audit.founding_missing"}),
    "kind of store": (
        "UPDATE store_info SET value = '0' WHERE name = 'demonstration'",
        {"audit.founding_differs", "audit.document_differs"},
    ),
    "time zone": (
        "UPDATE store_info SET value = 'UTC' WHERE name = 'timezone'",
        {"audit.founding_differs"},
    ),
    "store's identity": (
        "UPDATE store_info SET value = 'another' WHERE name = 'store_id'",
        {"audit.founding_differs", "audit.founding_missing", "audit.document_differs"},
    ),
}

UNREADABLE = {
    "payload": (f"UPDATE history SET payload = '{{' WHERE {ENTRY} = 7", "history"),
    "facts": (f"UPDATE history SET facts = 'no' WHERE {ENTRY} = 7", "history"),
    "changes": (f"UPDATE history SET changes = '[]' WHERE {ENTRY} = 7", "history"),
    "records": (f"UPDATE proposals SET records = '{{' WHERE {ONE}", "proposals"),
    "content": (f"UPDATE revisions SET content = '5' WHERE {ONE}", "revisions"),
    "state": (f"UPDATE steps SET state = 'lost' WHERE {ONE} AND number = 1", "steps"),
}
"""Statement and table."""

MISSHAPEN = {
    "definition": ("changes = '{}'", "history definition it_investment"),
    "organisation": ("changes = '{\"number\":1}'", "history organisation organisation"),
    "proposal": ("changes = '{\"steps\":[{}]}'", "history proposal MOF-2026-0001"),
}
"""What is set, and the row that is named."""


def doctor(path: str | Path, *statements: str) -> None:
    """Run statements that the store would refuse: the triggers are dropped for them, and put back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            changed = connection.execute(statement).rowcount
            assert changed > 0, statement
        for table in SEALED:  # whoever knows the program does not stop at a seal
            sealed_anew(connection, table)
        for _, trigger in triggers:
            connection.execute(trigger)


def findings(path: str | Path, *statements: str) -> list[Notice]:
    """What verification finds once somebody was at the file."""
    if statements:
        doctor(path, *statements)
    with govflow.open(str(path), account="auditor") as session:
        return [*govflow.verify(session).problems]


def problems(path: str | Path, *statements: str) -> set[str]:
    """The codes of it."""
    return {problem.code for problem in findings(path, *statements)}


def rewritten(path: Path, where: str, column: str, new: Mapping[str, object]) -> str:
    """An entry with something new in one of its columns, and the hash that fits it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        entry = dict(connection.execute(f"SELECT * FROM history WHERE {where}").fetchone())
    entry[column] = _canonical(json.loads(entry[column]) | new)
    *fields, payload, facts, changes, _ = entry.values()
    said = "\n".join((_canonical(fields), payload, facts, changes))
    digest = hashlib.sha256(said.encode()).hexdigest()
    kept = entry[column].replace("'", "''")
    return f"UPDATE history SET {column} = '{kept}', hash = '{digest}' WHERE {where}"


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
