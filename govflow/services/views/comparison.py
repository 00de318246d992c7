"""Two revisions of a proposal side by side (新旧対照): field by field, with the changed parts of texts marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.comparing import Run, sides
from govflow.domain.proposal import Revision
from govflow.errors import BadInput, NotAuthorised, NotFound
from govflow.messages import LANGUAGES, notice
from govflow.services.access import Read, Reading, open_revisions
from govflow.services.case import Case
from govflow.services.clock import day_of
from govflow.services.names import Pair, pair
from govflow.services.session import Session
from govflow.services.shown import shown_value
from govflow.services.views.dossier import titles_of
from govflow.services.views.held_up import sent_back_before
from govflow.workflow.value import Value

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

TEMPLATE = "comparison"
_OLD, _NEW = ("[-", "-]"), ("[+", "+]")
"""How a changed part is marked where there are no colours."""


@dataclass(frozen=True, slots=True)
class ComparedField:
    """A field in both revisions. `old` and `new` are None where it is not stated; the runs of both put together to
    them, by language, each with whether it is `changed`."""

    name: str
    title: Pair
    changed: bool
    old: Pair | None
    new: Pair | None
    old_runs: Mapping[str, tuple[Mapping[str, Any], ...]]
    new_runs: Mapping[str, tuple[Mapping[str, Any], ...]]

    def side(self, lang: str, *, new: bool) -> str:
        """One side as plain text, with marks where the other says something else; empty where it is not stated."""
        runs = (self.new_runs if new else self.old_runs)[lang]
        before, after = _NEW if new else _OLD
        if self.old is None or self.new is None:
            return "".join(run["text"] for run in runs)
        return "".join(f"{before}{run['text']}{after}" if run["changed"] else run["text"] for run in runs)


@dataclass(frozen=True, slots=True)
class ComparedRevision:
    """One side: the revision's number, and the day on which it was made."""

    number: int
    day: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions of one proposal; `fields` are those that differ, or all that either states."""

    reference: str
    titles: Pair
    old: ComparedRevision
    new: ComparedRevision
    fields: tuple[ComparedField, ...]


def compare(
    session: Session,
    reference: str,
    *,
    old: int | None = None,
    new: int | None = None,
    every: bool = False,
) -> Comparison:
    """Two revisions side by side: what was sent back against what there is now, else the last two, or those named; with
    `every` also the fields that say the same.

    NotFound for a reference or revision that there is not, BadInput where there is only one, NotAuthorised for whoever
    does not read the whole proposal.
    """
    with session.reading() as work:
        read = _read(session, work, reference)
        case, numbers = read.case, open_revisions(work, read)
        zone = session.store.info.timezone
        later = _revision(work, case, new or case.proposal.revision, numbers=numbers)
        earlier = _revision(work, case, old or _before(case, later.number, numbers=numbers), numbers=numbers)
        fields = _fields(read, earlier.content, later.content)
        return Comparison(
            reference=reference,
            titles=titles_of(case),
            old=ComparedRevision(earlier.number, day_of(earlier.recorded_at, zone).isoformat()),
            new=ComparedRevision(later.number, day_of(later.recorded_at, zone).isoformat()),
            fields=tuple(field for field in fields if every or field.changed),
        )


def comparison_text(session: Session, found: Comparison, *, lang: str) -> str:
    """The comparison as a document in Markdown."""
    from govflow.documents.renderer import render

    return render(TEMPLATE, lang=lang, context=_context(session, found, lang)).text


def comparison_page(session: Session, found: Comparison, *, lang: str) -> str:
    """The comparison as one self-contained HTML page."""
    from govflow.documents.html import to_html

    return to_html(comparison_text(session, found, lang=lang), lang=lang, title=found.titles[lang])


def comparison_file(session: Session, found: Comparison, path: Path, *, lang: str) -> str:
    """The comparison in the form that a file's name asks for. BadInput for any other."""
    forms = {".md": comparison_text, ".html": comparison_page}
    form = forms.get(path.suffix.lower())
    if form is None:
        raise BadInput.at(None, notice("held_up.form", file=str(path)))
    return form(session, found, lang=lang)


def _read(session: Session, work: UnitOfWork, reference: str) -> Read:
    read = Reading(session, work).case(reference)
    if not read.access.whole:
        raise NotAuthorised(
            notice("read.only_whole", reference=reference, what=notice("read.comparison")),
            next_command=f"govflow show {reference}",
        )
    return read


def _revision(work: UnitOfWork, case: Case, number: int, *, numbers: Set[int]) -> Revision:
    found = work.revisions.get(case.proposal.reference, number) if number in numbers else None
    if found is None:
        said = {"reference": case.proposal.reference, "number": number, "numbers": sorted(numbers)}
        raise NotFound(notice("held_up.no_revision", **said))
    return found


def _before(case: Case, number: int, *, numbers: Set[int]) -> int:
    """What a revision is compared with."""
    last = max((each for each in numbers if each < number), default=None)
    if last is None:
        raise BadInput.at(None, notice("held_up.one_revision", reference=case.proposal.reference))
    returned = sent_back_before(case) if number == case.proposal.revision else None
    return returned if returned is not None and returned in numbers else last


def _fields(read: Read, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[ComparedField]:
    case = read.case
    for name, field in case.definition.fields.items():
        if name in read.closed:
            continue
        before, after = (_shown(case, field, content.get(name)) for content in (old, new))
        if before is None and after is None:
            continue
        both = {lang: sides((before or {}).get(lang, ""), (after or {}).get(lang, "")) for lang in LANGUAGES}
        yield ComparedField(
            name=name,
            title=pair(field.title),
            changed=old.get(name) != new.get(name),
            old=before,
            new=after,
            old_runs={lang: _plain(each.old) for lang, each in both.items()},
            new_runs={lang: _plain(each.new) for lang, each in both.items()},
        )


def _shown(case: Case, field: Value, value: Any) -> Pair | None:
    return None if value is None else shown_value(field, value, case.directory)


def _plain(runs: tuple[Run, ...]) -> tuple[Mapping[str, Any], ...]:
    return tuple(run._asdict() for run in runs)


def _context(session: Session, found: Comparison, lang: str) -> dict[str, Any]:
    return {
        "demonstration": session.store.info.demonstration,
        "reference": found.reference,
        "title": found.titles,
        "old": {"number": found.old.number, "day": found.old.day},
        "new": {"number": found.new.number, "day": found.new.day},
        "fields": [
            {
                "title": field.title,
                "old": field.side(lang, new=False),
                "new": field.side(lang, new=True),
            }
            for field in found.fields
        ],
    }
