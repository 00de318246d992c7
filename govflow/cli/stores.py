"""`govflow store info`, `govflow store migrate` and `govflow audit verify`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import local_time, paragraph
from govflow.errors import VerificationFailed
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import StoreFacts, Verification


@command("store info")
def info(call: Invocation) -> None:
    facts = govflow.store_info(call.store)
    call.out.answer(facts, lambda: call.out.fields(_facts(facts)))


@command("store migrate")
def migrate(call: Invocation) -> None:
    done = govflow.migrate(call.store)
    code = "answer.migrated" if done.before != done.after else "answer.nothing_to_migrate"
    said = notice(code, store=done.url, before=done.before, after=done.after)
    call.out.answer(done, lambda: paragraph(call.out, said))


@command("audit verify")
@click.option("--chains-only", is_flag=True)
@click.option("--digest", metavar="DIGEST")
def verify(call: Invocation, chains_only: bool, digest: str | None) -> None:
    with opened(call) as session:
        found = govflow.verify(session, replay=not chains_only)
        if not found.holds:
            raise VerificationFailed(*found.problems)
        record = govflow.record_digest(session, noted=digest)
    answer = {"holds": True, **_plain(found), "digest": record}
    call.out.answer(answer, lambda: _show_verified(call.out, found, record))


def _facts(facts: StoreFacts) -> Iterator[tuple[str, object]]:
    yield "heading.store", facts.url
    yield "heading.store_kind", facts.dialect
    yield "heading.demonstration", facts.demonstration
    yield "heading.created", local_time(facts.created_at, facts.timezone)
    yield "heading.timezone", facts.timezone
    yield "heading.schema", facts.schema
    yield "heading.proposals", facts.proposals
    yield "heading.entries", facts.entries
    yield "heading.store_id", facts.store_id
    yield "heading.record_digest", facts.digest


def _plain(found: Verification) -> dict[str, Any]:
    names = ("subjects", "entries", "proposals", "documents", "problems", "pending", "unproven", "replayed")
    return {name: getattr(found, name) for name in names}


def _show_verified(out: Output, found: Verification, record: str) -> None:
    figures = {name: getattr(found, name) for name in ("subjects", "entries", "proposals", "documents")}
    if not found.replayed:
        everything = out.runnable("govflow audit verify")
        paragraph(out, notice("answer.chains_verified", **figures, command=everything))
        return
    paragraph(out, notice("answer.verified", **figures))
    out.fields([("heading.record_digest", record)])
    if found.pending:
        paragraph(out, _not_yet_rendered(out, found))
    if found.unproven:
        paragraph(out, notice("answer.not_rendered_again", numbers=list(found.unproven)))


def _not_yet_rendered(out: Output, found: Verification) -> Notice:
    command = out.runnable("govflow document render")
    return notice("answer.not_yet_rendered", numbers=list(found.pending), command=command)
