"""`govflow act --file`: each result is printed once its commit is done, and the whole is a report."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import govflow
from govflow.cli.frame import Invocation
from govflow.cli.keys import new_key
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import paragraph
from govflow.cli.receipt import what_happened
from govflow.cli.saving import require_writable, save_document
from govflow.errors import DocumentError, Refused
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import ActResult, ActsReport

_OUTCOMES = ("done", "repeated", "refused", "not_run")


class FileOptions(NamedTuple):
    """How a file of acts is to be worked through; what is empty stands for the default."""

    batch: int | None
    stop_at_refusal: bool
    report: Path | None
    encoding: str | None


def act_file(call: Invocation, file: Path, options: FileOptions, *, key: str | None) -> int:
    """Do them all; the exit code is 0, or that of a refusal when any was refused."""
    if options.report is not None:
        require_writable(options.report, "--report")
    with opened(call) as session:
        report = govflow.act_file(
            session,
            file,
            batch=options.batch or 1,
            stop_at_refusal=options.stop_at_refusal,
            key=key or new_key(call.out),
            encoding=options.encoding or "utf-8",
            report=lambda result: None if call.json else _show(call.out, result),
        )
    answer = {
        "key": report.key,
        "counts": _counts(report),
        "results": report.results,
        "unrendered": report.unrendered,
    }
    if options.report is not None:
        save_document(options.report, answer, call.lang)
    call.out.answer(answer, lambda: _show_counts(call.out, report, options.report))
    if report.count("refused"):
        return Refused.exit_code
    return DocumentError.exit_code if report.unrendered else 0


def _show(out: Output, result: ActResult) -> None:
    """One line an act, and below it the reasons of a refusal."""
    said = what_happened(result.receipt) if result.receipt else notice("answer.nothing_done")
    told = notice(
        f"answer.line_{result.outcome}",
        line=result.line,
        reference=result.reference,
        trigger=result.trigger,
        said=said,
    )
    paragraph(out, told)
    for reason in result.reasons:
        paragraph(out, reason, indent=4)
    out.flush()


def _show_counts(out: Output, report: ActsReport, saved: Path | None) -> None:
    counts = {f"count_{name}": report.count(name) for name in _OUTCOMES}
    paragraph(out, notice("answer.acts_counted", total=len(report.results), **counts))
    for said in report.unrendered:
        paragraph(out, said)
    if saved is not None:
        paragraph(out, notice("answer.saved", file=str(saved)))


def _counts(report: ActsReport) -> dict[str, int]:
    found = Counter(result.outcome for result in report.results)
    return {name: found[name] for name in _OUTCOMES}
