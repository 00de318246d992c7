"""Rows: the lines of lists as their reader may read them, and what a list is narrowed to for the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govflow.services.access import Reading
from govflow.services.proposals.words import searchable

if TYPE_CHECKING:
    from govflow.domain.reading_policy import Access
    from govflow.store import WaitingRow
    from govflow.store.narrowed import Narrowed


class Told(NamedTuple):
    """What a line tells of the content of a proposal."""

    title: str
    amount: int | None


class Rows:
    """The rows of one list."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._access: dict[str, Access] = {}

    def readable(self, row: WaitingRow, *, text: str | None = None) -> bool:
        """Whether the reader may read the proposal, and finds `text` in what is open of it."""
        granted = self._granted(row)
        if not granted.granted or (row.step and not self._step_open(row, granted)):
            return False
        indexed = granted.whole and row.released in (None, row.revision)
        return text is None or indexed or self._occurs(row, granted, text)

    def inside(self, row: WaitingRow) -> bool:
        """Whether the reader is of the proposal's ministry, and so reads drafts."""
        return self._granted(row).inside

    def told(self, row: WaitingRow) -> Told:
        """Title and amount as they are open: of the revision that is read, where it is another."""
        granted = self._granted(row)
        if self._present(row, granted):
            return Told(row.title, row.amount if "amount" in granted.fields else None)
        content = self.reading.content(row.reference, granted, row, row.revision)
        return Told(content["title"], content.get("amount"))

    def narrowed(self) -> Narrowed | None:
        """What the store may leave out of a list from the beginning; None where everything is read."""
        from govflow.store.narrowed import Narrowed

        session, work, reader = self.reading.session, self.reading.work, self.reading.reader
        if reader.everything:
            return None
        ministries = {ministry for post in reader.posts for ministry in post.ministries}
        reached: list[tuple[str, int]] = []
        for row in work.definitions.every("workflow"):
            policy = session.definition(work, row.digest).policy
            for at, each in enumerate(policy.audiences, start=1):
                if each.body in reader.bodies or any(post.role in each.roles for post in reader.posts):
                    reached.append((row.digest, at if policy.stated else 0))
                    break
        duties = {(post.role, ministry) for post in reader.posts for ministry in (None, *post.ministries)}
        return Narrowed(sorted(ministries), reached, sorted(duties, key=repr))

    def _granted(self, row: WaitingRow) -> Access:
        if row.reference not in self._access:
            definition = self.reading.session.definition(self.reading.work, row.definition)
            self._access[row.reference] = self.reading.access(row, definition)
        return self._access[row.reference]

    def _step_open(self, row: WaitingRow, granted: Access) -> bool:
        """Others than the ministry see the steps of what was released, or those put to them."""
        if granted.inside and granted.whole:
            return True
        return any(step.number == row.number for step in self.reading.case(row.reference).case.steps)

    def _present(self, row: WaitingRow, granted: Access) -> bool:
        """Whether the present revision is the one that is read."""
        return granted.inside or row.released in (None, row.revision)

    def _occurs(self, row: WaitingRow, granted: Access, text: str) -> bool:
        from govflow.store.search import occurs

        definition = self.reading.session.definition(self.reading.work, row.definition)
        content = self.reading.content(row.reference, granted, row, row.revision)
        return occurs(text, searchable(content, definition))
