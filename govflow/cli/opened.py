"""Opening the store that a command names, as the person and at the time that its options say."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    session = govflow.open(call.store, person=call.as_person, office=call.office, now=call.now)
    journal = call.out.journal
    if journal.target:
        journal.store, journal.office = session.store.info.store_id, call.office
        journal.person = call.as_person or govflow.caller(session)
    return session


@contextmanager
def session_for(call: Invocation, name: str) -> Iterator[Session | None]:
    """A session where what is named is the store's: a store is named, and the name is not that of a file."""
    if store_named() and not os.path.exists(name):
        with opened(call) as session:
            yield session
    else:
        yield None


def store_meant(call: Invocation) -> bool:
    """Whether a command that can do without a store has one: it was named, or the default one exists."""
    return store_named() or os.path.exists(call.store)


def store_named() -> bool:
    """Whether --store or its variable names the store, rather than the default."""
    return click.get_current_context().get_parameter_source("store") is not ParameterSource.DEFAULT


def at_time(work: Decorated) -> Decorated:
    """Gives a command that only looks the options that say as whom and when."""
    for option in ("--now", "--office", "--as"):
        names = (option, "as_person") if option == "--as" else (option,)
        work = click.option(*names, metavar=_METAVARS[option])(work)
    return work


_METAVARS = {"--as": "PERSON", "--office": "OFFICE", "--now": "TIMESTAMP"}
