"""Opening the store that a command names, as the person and at the time that its options say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from click.core import ParameterSource

import govflow
from govflow.cli.frame import Invocation

if TYPE_CHECKING:
    from govflow import Session

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def opened(call: Invocation) -> Session:
    """The session of a command, to be closed by `with`."""
    return govflow.open(call.store, person=call.as_person, office=call.office, now=call.now)


@contextmanager
def session_for(call: Invocation, name: str) -> Iterator[Session | None]:
    """A session where what is named is the store's: a store is named, and the name is not that of a file."""
    if store_named() and not Path(name).exists():
        with opened(call) as session:
            yield session
    else:
        yield None


def store_meant(call: Invocation) -> bool:
    """Whether a command that can do without a store has one: it was named, or the default one exists."""
    return store_named() or Path(call.store).exists()


def store_named() -> bool:
    """Whether --store or its variable names the store, rather than the default."""
    return click.get_current_context().get_parameter_source("store") is not ParameterSource.DEFAULT


def at_time(work: Decorated) -> Decorated:
    """Gives --now to a command that only looks, and in which therefore nobody acts."""
    return click.option("--now", metavar="TIMESTAMP")(work)
