"""Names for people: bilingual pairs as plain data, of titles, persons, offices and acts."""

from __future__ import annotations

from collections.abc import Mapping

from govflow.domain.history import Entry
from govflow.domain.organisation import Directory
from govflow.messages import LANGUAGES, Notice, Title, say
from govflow.workflow.definition import Definition
from govflow.workflow.reserved import OWN_ACTS, SYSTEM_ACTS

Pair = Mapping[str, str]
"""One name in both languages as plain data: `{"ja": …, "en": …}`."""


def pair(title: Title) -> dict[str, str]:
    return {"ja": title.ja, "en": title.en}


def both(said: Notice) -> Pair:
    """A notice in both languages."""
    return {lang: say(said, lang) for lang in LANGUAGES}


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


def ministry_named(directory: Directory, ministry: str) -> Pair:
    """A ministry's name; the code of one that the organisation no longer knows."""
    known = directory.ministries.get(ministry)
    return pair(known.title) if known else {"ja": ministry, "en": ministry}


CAUSES: Mapping[str, Title] = {
    "ballot": Title("採決", "ballot"),
    "meeting": Title("会議", "meeting"),
    "condition": Title("条件", "condition"),
    "entry": Title("履歴", "history entry"),
    "proposal": Title("案件", "proposal"),
    "deadline": Title("期限", "deadline"),
    "round": Title("年次募集", "round"),
}
"""What an act of the system may follow from, by the word that its cause begins with."""


def caused(cause: str | None) -> Pair | None:
    """What led to an act of the system, such as `ballot CIO-2025-B012`."""
    if cause is None:
        return None
    word, _, which = cause.partition(" ")
    title = CAUSES.get(word, Title(word, word))
    return {"ja": f"{title.ja} {which}".strip(), "en": f"{title.en} {which}".strip()}


def act_title(definition: Definition, entry: Entry) -> Pair:
    """The name of what an entry did: a trigger of the definition, a step's answer, or the entry's own word."""
    kind = definition.steps.get(entry.step or "")
    if kind is not None and entry.trigger in kind.answers:
        answer = kind.answers[entry.trigger].title
        return {"ja": f"{kind.title.ja}：{answer.ja}", "en": f"{kind.title.en}: {answer.en}"}
    own = OWN_ACTS.get(entry.trigger) or SYSTEM_ACTS.get(entry.trigger)
    title = definition.triggers.get(entry.trigger) or own
    return pair(title) if title else {"ja": entry.trigger, "en": entry.trigger}
