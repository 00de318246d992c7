"""Names for people: bilingual pairs as plain data, of titles, persons and offices."""

from __future__ import annotations

from collections.abc import Mapping

from govflow.domain.organisation import Directory
from govflow.messages import Title

Pair = Mapping[str, str]
"""One name in both languages as plain data: `{"ja": …, "en": …}`."""


def pair(title: Title) -> dict[str, str]:
    return {"ja": title.ja, "en": title.en}


def named(directory: Directory, person: str | None) -> Pair | None:
    """A person's name; the code of one that the organisation no longer knows."""
    if person is None:
        return None
    known = directory.persons.get(person)
    return pair(known.name) if known else {"ja": person, "en": person}


def titled(directory: Directory, office: str | None) -> Pair | None:
    """An office's title; the code of one that the organisation no longer knows."""
    if office is None:
        return None
    known = directory.offices.get(office)
    return pair(known.title) if known else {"ja": office, "en": office}
