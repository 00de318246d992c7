"""A body as people read it: its charter in plain data, its rules in sentences, and who sits where on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govflow.domain.council.charter import Charter
from govflow.domain.council.roll import plain_weight
from govflow.domain.council.seats import BodySeat, seats_on
from govflow.domain.organisation import Directory
from govflow.services.council.charters.rules import in_words
from govflow.services.names import Pair, pair, titled
from govflow.workflow.council.charter_file import charter_content


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat on one day. `office` is None where the organisation has no such office; `holders` are empty where it is
    vacant; `alternates` are the offices that may sit in, in order."""

    seat: str
    kind: str
    title: Pair
    office: str | None
    voting: bool
    weight: int | str
    holders: tuple[str, ...]
    names: tuple[Pair, ...]
    absent: tuple[str, ...]
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body. `charter` is everything its charter means, `rules` says each rule in words; `day` and `seats` are those
    of the store's organisation, None without a store. `names` are the titles of the roles and offices that the charter
    names by their codes, as far as the organisation knows them."""

    name: str
    version: int
    title: Pair
    digest: str
    file: str
    charter: Mapping[str, Any]
    rules: Mapping[str, Pair]
    names: Mapping[str, Pair]
    day: str | None
    seats: tuple[SeatLine, ...] | None


def body_view(charter: Charter, directory: Directory | None = None) -> BodyView:
    """The charter; with a directory, its seats on that day."""
    seats = (_line(charter, seat, directory) for seat in seats_on(charter, directory)) if directory else None
    return BodyView(
        name=charter.name,
        version=charter.version,
        title=pair(charter.title),
        digest=charter.digest,
        file=charter.file,
        charter=charter_content(charter),
        rules={".".join(path): in_words(ruling.rule) for path, ruling in charter.rulings()},
        names=_names(charter, directory) if directory else {},
        day=directory.day.isoformat() if directory else None,
        seats=None if seats is None else tuple(seats),
    )


def _names(charter: Charter, directory: Directory) -> dict[str, Pair]:
    codes = [charter.chair, *charter.deputies, charter.secretariat]
    codes += [charter.emergency.decider] if charter.emergency else []
    known = {code: directory.roles.get(code) or directory.offices.get(code) for code in codes}
    return {code: pair(found.title) for code, found in known.items() if found}


def _line(charter: Charter, seat: BodySeat, directory: Directory) -> SeatLine:
    title = titled(directory, seat.office) or pair(charter.seats[seat.kind].title)
    return SeatLine(
        seat=seat.name,
        kind=seat.kind,
        title=title,
        office=seat.office,
        voting=seat.voting,
        weight=plain_weight(seat.weight),
        holders=seat.holders,
        names=tuple(pair(directory.persons[code].name) for code in seat.holders),
        absent=tuple(code for code in seat.holders if directory.is_absent(code)),
        alternates=seat.alternates,
    )
