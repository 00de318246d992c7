"""What a failed command tells people (stderr) or programs (a JSON document on stdout), and its exit code."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from govflow import errors
from govflow.cli.exit_codes import BUG, INTERRUPTED, OUTPUT_LOST, USAGE
from govflow.cli.lost import OutputLost
from govflow.cli.usage import usage_notice
from govflow.messages import Notice, notice, say

if TYPE_CHECKING:
    from govflow.cli.output import Output

_HEADINGS: dict[type[BaseException], str] = {
    errors.BadInput: "cli.bad_input",
    errors.NotAuthorised: "cli.not_authorised",
    errors.Refused: "cli.refused",
    errors.NotFound: "cli.not_found",
    errors.Conflict: "cli.conflict",
    errors.OutcomeUnknown: "cli.outcome_unknown",
    errors.StoreError: "cli.store_error",
    errors.DocumentError: "cli.document_error",
    errors.VerificationFailed: "cli.verification_failed",
    click.UsageError: "cli.not_understood",
}

_LOOKING = re.compile(
    "govflow (?:list|show [A-Z0-9-]+|org show|workflow (?:list|(?:show|matrix) [a-z0-9_]+)|document (?:list|render)"
    "|memo [A-Z0-9-]+ --kind [a-z0-9_]+|store migrate|audit verify)(?! --store|[a-z0-9_])"
)
"""Whole commands that reasons point to in passing: they have to go on with the same store too."""

_ITEM = "- "
"""What each of several reasons begins with."""


class Failure(NamedTuple):
    """One failed command, whatever raised it."""

    heading: str
    exit_code: int
    reasons: tuple[Notice, ...]
    problems: tuple[errors.Problem, ...] = ()
    next_command: str = ""
    page: str = ""
    """A help page that answers better than the reasons do."""

    def plain(self) -> dict[str, Any]:
        """What `--json` prints."""
        error = {"code": self.reasons[0].code, "exit_code": self.exit_code, "reasons": self.reasons}
        return {"error": {**error, "problems": self.problems, "next": self.next_command or None}}

    def sentences(self, lang: str) -> list[str]:
        """For people: a heading, then a sentence a reason. A position begins its own."""
        heading = say(notice(self.heading), lang)
        if self.problems and any(problem.place for problem in self.problems):
            return [heading.rstrip(), *(problem.sentence(lang) for problem in self.problems)]
        reasons = [say(reason, lang) for reason in self.reasons]
        if len(reasons) == 1:
            return [heading + reasons[0]]
        return [heading.rstrip(), *(_ITEM + reason for reason in reasons)]


def report(error: BaseException, out: Output) -> int:
    """Tell of `error` and give the exit code."""
    failure = failure_of(error)
    out.journal.codes = tuple(dict.fromkeys(reason.code for reason in failure.reasons))
    if failure.next_command and not isinstance(error, click.ClickException):  # a help page needs no store
        failure = failure._replace(next_command=out.runnable(failure.next_command))
    try:
        if failure.exit_code == BUG and os.environ.get("GOVFLOW_DEBUG") == "1":
            _trace(error, out)
        _tell(failure, out)
        out.flush()
    except OutputLost:
        out.abandon()  # there is nowhere left to tell it; the exit code still does
    return failure.exit_code


def failure_of(error: BaseException) -> Failure:
    """How any exception of a command is told."""
    if isinstance(error, errors.GovflowError):
        return _known(error)
    if isinstance(error, click.ClickException):
        return _misread(error)
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return Failure("cli.failed", INTERRUPTED, (notice("cli.interrupted"),))
    return Failure("cli.failed", BUG, (notice("cli.bug", kind=type(error).__name__),))


def _known(error: errors.GovflowError) -> Failure:
    heading = next((_HEADINGS[kind] for kind in type(error).__mro__ if kind in _HEADINGS), "cli.failed")
    problems = error.problems if isinstance(error, errors.BadInput) else ()
    next_command = error.next_command if isinstance(error, errors.Refused) else ""
    return Failure(heading, error.exit_code, error.notices, problems, next_command)


def _misread(error: click.ClickException) -> Failure:
    context = error.ctx if isinstance(error, click.UsageError) else None
    help_command = f"{context.command_path} --help" if context else "govflow --help"
    page = error.message if isinstance(error, click.exceptions.NoArgsIsHelpError) else ""
    said = (usage_notice(error),)
    return Failure("cli.not_understood", USAGE, said, next_command=help_command, page=page)


def _tell(failure: Failure, out: Output) -> None:
    if failure.exit_code == OUTPUT_LOST:
        out.abandon()
    elif out.json:
        out.document(failure.plain())
        return
    if failure.page:
        _show(failure.page, out)
        return
    for said in failure.sentences(out.lang):
        hanging = len(_ITEM) if said.startswith(_ITEM) else 0
        out.complain(_LOOKING.sub(lambda found: out.runnable(found[0]), said), hanging=hanging)
    if failure.next_command:
        out.verbatim(say(notice("cli.next"), out.lang) + failure.next_command)


def _show(page: str, out: Output) -> None:
    for line in page.splitlines():
        out.verbatim(line)


def _trace(error: BaseException, out: Output) -> None:
    import traceback

    _show("".join(traceback.format_exception(error)), out)
