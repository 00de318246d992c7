"""Findings: what a verification has found, also where a row is no longer shaped as it can be checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govflow.domain.canonical import canonical
from govflow.domain.history import Entry
from govflow.errors import BadInput, NotFound, StoreError
from govflow.messages import Notice, notice

MISSHAPEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading or comparing altered content can end in."""

UNREADABLE = "store.unreadable"


class Findings:
    """The problems of one verification, gathered as it goes."""

    def __init__(self) -> None:
        self.problems: list[Notice] = []
        self._told: set[tuple[str, str]] = set()

    def say(self, code: str, **params: object) -> None:
        self.problems.append(notice(f"audit.{code}", **params))

    def checking(self, *row: object) -> Checking:
        """A check of one row or subject: what cannot even be read is a problem, and the next one is checked.

        A store that fails altogether still is an error.
        """
        return Checking(self, row)

    def replayed(self, entries: Iterable[Entry], problems: Callable[[Entry], list[Notice]]) -> None:
        """Check entries as `checking` does: each has its own end, and most of them hold."""
        for entry in entries:
            try:
                self.problems += problems(entry)
            except Exception as error:
                if not self.taken(error, ("history", entry.kind, entry.subject, entry.seq)):
                    raise

    def taken(self, error: BaseException | None, row: Iterable[object]) -> bool:
        """Whether what a check ended in is a finding, which is kept then."""
        if isinstance(error, NotFound):
            self._lacking(error)
        elif isinstance(error, BadInput) or (isinstance(error, StoreError) and error.code == UNREADABLE):
            self.problems += error.notices
        elif isinstance(error, MISSHAPEN):
            self.say("malformed", row=" ".join(map(str, row)))
        else:
            return False
        return True

    def _lacking(self, error: NotFound) -> None:
        """What is not there is said once, however much refers to it."""
        for lacking in error.notices:
            if (told := (lacking.code, canonical(lacking.params))) not in self._told:
                self._told.add(told)
                self.problems.append(lacking)


class Checking:
    """One check. There is one to each entry, so that its name is put together only when it is needed."""

    __slots__ = ("_findings", "_row")

    def __init__(self, findings: Findings, row: Iterable[object]) -> None:
        self._findings = findings
        self._row = row

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        return error is not None and self._findings.taken(error, self._row)
