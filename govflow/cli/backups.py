"""`govflow store backup`, `restore` and `compare`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.output import Output
from govflow.cli.parameters import NO_FOLDER
from govflow.cli.prose import paragraph
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import Backup

_file = click.argument("file", metavar="FILE", type=NO_FOLDER)


@command("store backup")
@_file
def backup(call: Invocation, file: Path) -> None:
    made = govflow.backup_store(call.store, file)
    call.out.answer(made, lambda: _show(call.out, made, "backup.made"))


@command("store restore")
@_file
@click.option("--to", metavar="PATH|URL", required=True)
@click.option("--digest", metavar="DIGEST")
def restore(call: Invocation, file: Path, to: str, digest: str | None) -> None:
    made = govflow.restore_store(file, to, digest=digest)
    call.out.answer(made, lambda: _show_restored(call.out, made))


@command("store compare")
@_file
def compare(call: Invocation, file: Path) -> None:
    found = govflow.compare_store(call.store, file)
    call.out.answer(found, lambda: paragraph(call.out, notice("backup.contained", since=found.since)))


def _show(out: Output, made: Backup, code: str) -> None:
    paragraph(out, notice(code, store=made.store, file=made.file))
    out.fields(
        [
            ("heading.store_id", made.store_id),
            ("heading.schema", made.schema),
            ("heading.entries", made.entries),
            ("heading.record_digest", made.digest),
        ]
    )
    if not made.current:
        command = _at("govflow store migrate", made)
        paragraph(out, notice("backup.migrate_next", schema=made.schema, command=command))


def _show_restored(out: Output, made: Backup) -> None:
    _show(out, made, "backup.restored")
    paragraph(out, notice("backup.verify_next", command=_at("govflow audit verify", made)))


def _at(command: str, made: Backup) -> str:
    """A command as it has to be typed to go on with the store of a backup."""
    return f"{command} --store {shlex.quote(made.store)}"
