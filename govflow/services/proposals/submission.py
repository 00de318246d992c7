"""Submission: files become proposals; what came before is recognised by its key, what changed becomes a revision.

A file is taken whole or not at all: one transaction, and nothing is kept when any row has a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.scripts import mixed_words
from govflow.errors import BadInput
from govflow.messages import Notice, notice
from govflow.services.acting.acts import perform
from govflow.services.acting.command import Act
from govflow.services.fitting import fitting_definition
from govflow.services.proposals.columns import FieldNames
from govflow.services.proposals.file import names_of_file, plain_workflow, read_content, read_proposals
from govflow.services.proposals.intake import Intake
from govflow.services.proposals.intake import SubmittedRow as SubmittedRow
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.services.values import payload_node
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

SUBMIT = "submit"
"""The trigger that `submit` fires on what it added or revised, where the initial state has it."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of a file; `dry_run` says that nothing was kept."""

    workflow: str
    rows: tuple[SubmittedRow, ...]
    dry_run: bool

    @property
    def counts(self) -> Mapping[str, int]:
        results = ("added", "revised", "unchanged")
        return {result: sum(row.result == result for row in self.rows) for result in results}

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """Titles with a word in several scripts, which may be taken for another: they are kept, and told."""
        mixed = ((row, mixed_words(row.title)) for row in self.rows)
        return tuple(
            notice("submission.mixed_scripts", reference=row.reference, words=words)
            for row, words in mixed
            if words
        )


def submit_file(
    session: Session,
    path: Path,
    *,
    workflow: str | None = None,
    encoding: str = "utf-8",
    draft: bool = False,
    replies: Sequence[str] = (),
    dry_run: bool = False,
) -> Submission:
    """Open a proposal for each row of a file, or revise the one with its key, and submit it unless `draft`. `replies`
    (`number=text`) answer the issues of the one proposal that was sent back.

    Raises BadInput (every problem, row and column), NotAuthorised, Refused, StoreError; then nothing is kept.
    """
    with refusals_logged(session, SUBMIT, unless=dry_run), session.writing() as work:
        definition = _definition(session, work, path, workflow=workflow, encoding=encoding)
        rows = read_proposals(
            path, definition, session.directory(work), encoding=encoding, complete=not draft
        )
        taken = Intake(session, work, definition, complete=not draft).take(rows)
        if replies and (draft or len(taken) != 1):
            raise BadInput.at(None, notice("held_up.replies_for_one"))
        if not draft:
            taken = _submitted(session, work, definition, taken, replies=replies)
        if not dry_run:
            work.commit()
    return Submission(definition.name, tuple(taken), dry_run)


def _definition(
    session: Session, work: UnitOfWork, path: Path, *, workflow: str | None, encoding: str
) -> Definition:
    """The definition named with the command or in the file; else the only one whose fields the file speaks of."""

    def fits(definition: Definition) -> bool:
        names = FieldNames(definition)
        return all(names.meant(name) for name in names_of_file(path, encoding=encoding) if name.strip())

    return fitting_definition(session, work, workflow or plain_workflow(path), fits=fits)


def submit(
    session: Session,
    content: Mapping[str, Any],
    *,
    key: str,
    workflow: str | None = None,
    draft: bool = False,
) -> SubmittedRow:
    """Open or revise one proposal from plain content; as `submit_file` otherwise."""
    with refusals_logged(session, SUBMIT), session.writing() as work:
        definition = session.definition_in_force(work, workflow)
        node = payload_node({"key": key, **content}, source="content")
        row = read_content(node, definition, session.directory(work), complete=not draft)
        taken = Intake(session, work, definition, complete=not draft).take([row])
        if not draft:
            taken = _submitted(session, work, definition, taken)
        work.commit()
    return taken[0]


def _submitted(
    session: Session,
    work: UnitOfWork,
    definition: Definition,
    taken: Iterable[SubmittedRow],
    *,
    replies: Sequence[str] = (),
) -> list[SubmittedRow]:
    """Fire the submission on every draft of the file: what was added, revised, or lay there unchanged."""
    if not any(t.trigger == SUBMIT for t in definition.transitions_from(definition.initial)):
        return list(taken)
    initial = definition.initial
    return [_fired(session, work, row, replies=replies) if row.state == initial else row for row in taken]


def _fired(session: Session, work: UnitOfWork, row: SubmittedRow, *, replies: Sequence[str]) -> SubmittedRow:
    command = Act(row.reference, SUBMIT, payload={"replies": [*replies]} if replies else {})
    receipt = perform(session, work, command, key=session.new_key())
    return replace(row, state=receipt.state, state_title=receipt.state_title)
