"""Drafters: in which office somebody opens and revises a ministry's proposals.

Whoever holds a role that may move a proposal out of the initial state may write it there.
"""

from __future__ import annotations

from govflow.domain.authority import Capacity, Matter, capacities, denial
from govflow.domain.organisation import Directory
from govflow.errors import NotAuthorised
from govflow.messages import notice
from govflow.services.session import Session
from govflow.workflow.definition import Definition


class Drafters:
    """The capacities of one person in one workflow, ministry by ministry; each is found once."""

    def __init__(
        self, session: Session, definition: Definition, *, directory: Directory, person: str
    ) -> None:
        self._session = session
        self._definition = definition
        self._directory = directory
        self._person = person
        self._found: dict[str, Capacity] = {}

    def capacity(self, ministry: str) -> Capacity:
        """The capacity for a ministry's proposals; NotAuthorised with every reason where there is none."""
        if ministry not in self._found:
            self._found[ministry] = self._find(ministry)
        return self._found[ministry]

    def _find(self, ministry: str) -> Capacity:
        leaving = self._definition.transitions_from(self._definition.initial)
        roles = dict.fromkeys(role for transition in leaving for role in transition.roles)
        duties = [known.duty(ministry) for role in roles if (known := self._definition.roles[role]).held]
        matter = Matter(self._definition.name, "open", "", None)
        held = capacities(self._directory, self._person, duties, matter)
        chosen = [capacity for capacity in held if self._session.admits(capacity)]
        if chosen:
            return chosen[0]
        name = self._directory.persons[self._person].name
        title = self._directory.ministries[ministry].title
        reasons = denial(self._directory, self._person, duties, matter)
        raise NotAuthorised(notice("submission.not_authorised", person=name, ministry=title), *reasons)
