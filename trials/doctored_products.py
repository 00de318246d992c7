"""The product with something wrong in it, each of which the trial of kills has to find out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from faulty import Doctored, Fault
from kills import Tried, faults_of, wrong_after
from stands import Stands

DOCTORED: Mapping[str, Callable[[Tried], Doctored]] = {
    "the COMMIT is forgotten": lambda one: Doctored({"COMMIT": "ROLLBACK"}),
    "every statement commits by itself": lambda one: Doctored({"BEGIN": "SELECT 1", "COMMIT": "SELECT 1"}),
    "no key is kept": lambda one: Doctored({"INSERT INTO idempotency": "SELECT 1"}),
    "no key is looked up": lambda one: Doctored({"SELECT idempotency.": "SELECT 1 WHERE 0"}),
    "it is acknowledged before the COMMIT": lambda one: Doctored(hasty=one.clean.out),
}


def may_be_doctored(one: Tried) -> bool:
    """An act under a key that was done in one transaction, and said so."""
    return "--key" in one.words and one.clean.code == 0 and len(one.clean.commits) == 1


def found_out(one: Tried, stands: Stands) -> Iterator[tuple[str, bool]]:
    """Each way to doctor the product, and whether one of the faults finds it out."""
    for title, doctor in DOCTORED.items():
        doctored = doctor(one)
        yield title, any(wrong_after(one, fault, stands, doctored) for fault in _from_the_end(one))


def _from_the_end(one: Tried) -> Iterator[Fault]:
    """Around the COMMIT first, then backwards, where most is found."""
    last = one.clean.commits[-1][0]
    return (fault for fault in reversed(faults_of(one)) if fault.number <= last)
