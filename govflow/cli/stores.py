"""`govflow store info`, `govflow store migrate` and `govflow audit verify`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

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
def verify(call: Invocation) -> None:
    with opened(call) as session:
        found = govflow.verify(session)
    if not found.holds:
        raise VerificationFailed(*found.problems)
    call.out.answer({"holds": True, **_plain(found)}, lambda: _show_verified(call.out, found))


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


def _plain(found: Verification) -> dict[str, Any]:
    names = ("subjects", "entries", "proposals", "documents", "problems", "pending", "unproven")
    return {name: getattr(found, name) for name in names}


def _show_verified(out: Output, found: Verification) -> None:
    figures = {name: getattr(found, name) for name in ("subjects", "entries", "proposals", "documents")}
    paragraph(out, notice("answer.verified", **figures))
    if found.pending:
        paragraph(out, _not_yet_rendered(out, found))
    if found.unproven:
        paragraph(out, notice("answer.not_rendered_again", numbers=list(found.unproven)))


def _not_yet_rendered(out: Output, found: Verification) -> Notice:
    command = out.runnable("govflow document render")
    return notice("answer.not_yet_rendered", numbers=list(found.pending), command=command)
