"""Findings: what a verification has found, also where a row is no longer shaped as it can be checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from govflow.errors import BadInput, NotFound, StoreError
from govflow.messages import Notice, notice

MISSHAPEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading or comparing altered content can end in."""

UNREADABLE = "store.unreadable"


class Findings:
    """The problems of one verification, gathered as it goes."""

    def __init__(self) -> None:
        self.problems: list[Notice] = []

    def say(self, code: str, **params: object) -> None:
        self.problems.append(notice(f"audit.{code}", **params))

    @contextmanager
    def checking(self, row: str) -> Iterator[None]:
        """A check of one row or subject: what cannot even be read is a problem, and the next one is checked.

        A store that fails altogether still is an error.
        """
        try:
            yield
        except StoreError as error:
            if error.code != UNREADABLE:
                raise
            self.problems += error.notices
        except (BadInput, NotFound) as error:
            self.problems += error.notices
        except MISSHAPEN:
            self.say("malformed", row=row)
