"""Acts on the organisation: an administrator changes one thing of it, from a day on, and the change is recorded.

Each makes a new numbered version that differs from the one before it by nothing but the act.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from govflow.domain.administrators import Administrators, days_without
from govflow.domain.canonical import canonical
from govflow.domain.history import Entry
from govflow.domain.organisation import Directory, Organisation, Term
from govflow.domain.organisation_acts import TRIGGER_OF, OrganisationAct, apply, payload_of
from govflow.domain.organisation_acts import Absent as Absent
from govflow.domain.organisation_acts import Appoint as Appoint
from govflow.domain.organisation_acts import Delegate as Delegate
from govflow.domain.organisation_acts import RevokeAbsence as RevokeAbsence
from govflow.domain.organisation_acts import RevokeAppointment as RevokeAppointment
from govflow.domain.organisation_acts import RevokeDelegation as RevokeDelegation
from govflow.domain.organisation_acts import Transfer as Transfer
from govflow.domain.organisation_content import difference
from govflow.errors import BadInput, NotAuthorised, Problem, Refused
from govflow.messages import Notice, notice
from govflow.reading.scalar import FIRST_YEAR, LAST_YEAR, is_day, is_name
from govflow.services.access import Reading
from govflow.services.keys import first_result, key_digest, key_problems
from govflow.services.names import Pair, named, titled
from govflow.services.organisation.administration import administrator, own_gains
from govflow.services.organisation.open_work import transferred_work, work_told
from govflow.services.organisation.versions import keep_version, problems_for_store
from govflow.services.recording import Actor, NewEntry
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.services.texts import text_problems

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


ALWAYS = Term(None, None)


@dataclass(frozen=True, slots=True)
class OrganisationChange:
    """What an act on the organisation came to. `changed` has what came and went, section by section; `vacant` are the
    offices that nobody holds any more from `effective_on` on; `backdated`: that is before the day of recording.
    `alone`: the administrator gains by it, and there is no other one. `handover` is the open work that passed;
    `repeated`: the key had been used, and this is the first result."""

    key: str
    number: int
    seq: int
    trigger: str
    act: Mapping[str, Any]
    effective_on: str
    backdated: bool
    note: str
    by: Pair | None
    office: Pair | None
    recorded_at: str
    changed: Mapping[str, Any]
    vacant: tuple[str, ...]
    alone: bool
    handover: tuple[Mapping[str, Any], ...]
    repeated: bool = False


def change_organisation(
    session: Session,
    act: OrganisationAct,
    *,
    note: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> OrganisationChange:
    """Do one act on the organisation, durably, or say every reason why not.

    Raises BadInput (texts), NotAuthorised (no administrator, or one who would gain by it), Refused (all reasons),
    Conflict (the key was used for something else). A dry run does everything but keep it.
    """
    key = key or session.new_key()
    _check_texts(act, note=note, key=key)
    trigger = TRIGGER_OF[type(act)]
    with refusals_logged(session, trigger, unless=dry_run), session.writing(alone=True) as work:
        directory = session.directory(work)
        caller = session.person(directory).code
        digest = key_digest([trigger, payload_of(act), note, caller, session.office])
        earlier = first_result(work, key, digest=digest)
        if earlier is not None:  # before who administers: the act may have passed the office on
            return _again(earlier)
        actor = administrator(session, directory)
        reading = Reading(session, work)  # by the organisation of before, as the new one may come to nothing
        made, alone = _made(session, work, directory, act, actor=actor, note=note)
        entry = keep_version(
            session,
            work,
            made,
            _entry(session, work, directory, act, actor=actor, note=note, made=made, alone=alone),
        )
        receipt = _receipt(reading, directory, entry, key=key)
        work.idempotency.add(key, digest, canonical(asdict(receipt)), receipt.recorded_at)
        if not dry_run:
            work.commit()
    return receipt


def _made(
    session: Session, work: UnitOfWork, directory: Directory, act: OrganisationAct, *, actor: Actor, note: str
) -> tuple[Organisation, bool]:
    """The next organisation, and whether its administrator gains by it for want of another one."""
    applied = apply(act, directory.organisation)
    reasons = [*applied.reasons, *_of_day(act, session.today(), note)]
    reasons += problems_for_store(
        session, work, _new_delegations(directory.organisation, applied.organisation)
    )
    if not applied.reasons:
        reasons += _nobody_left(session, directory.organisation, applied.organisation)
    mine, alone = own_gains(session, directory, applied.organisation, person=actor.person)
    if mine:
        raise NotAuthorised(*mine, *reasons)
    if reasons:
        raise Refused(*reasons, next_command=_NEXT)
    return applied.organisation, alone


_NEXT = "govflow org show"


def _new_delegations(before: Organisation, after: Organisation) -> Organisation:
    """The organisation with no other delegations than those that came; an old one that no workflow knows any more
    stands in no act's way, least of all in that which ends it."""
    known = {delegation._replace(term=ALWAYS) for delegation in before.delegations}
    came = (d for d in after.delegations if d._replace(term=ALWAYS) not in known)
    return replace(after, delegations=tuple(came))


def _of_day(act: OrganisationAct, today: date, note: str) -> Iterator[Notice]:
    if act.start < today.isoformat() and not note:
        yield notice("organisation_act.backdated_without_note", day=act.start, today=today)


def _nobody_left(session: Session, before: Organisation, after: Organisation) -> Iterator[Notice]:
    """The first day from today on which nobody is left who administers the organisation, where there was somebody."""
    real = not session.store.info.demonstration
    known = (Administrators(each, real=real) for each in (before, after))
    for day in islice(days_without(*known, day=session.today()), 1):
        yield notice("organisation_act.nobody_left", day=day)


def _entry(
    session: Session,
    work: UnitOfWork,
    directory: Directory,
    act: OrganisationAct,
    *,
    actor: Actor,
    note: str,
    made: Organisation,
    alone: bool,
) -> NewEntry:
    day = date.fromisoformat(act.start)
    handover = transferred_work(session, work, directory, act) if isinstance(act, Transfer) else []
    return NewEntry(
        TRIGGER_OF[type(act)],
        actor,
        effective_on=day,
        note=note,
        payload=payload_of(act),
        changes={
            "changed": difference(directory.organisation, made),
            "vacant": vacated(directory.organisation, made, day),
            "alone": alone,
            "handover": handover,
        },
    )


def vacated(before: Organisation, after: Organisation, day: date) -> list[str]:
    """The offices that somebody held on a day, and nobody does any more."""
    was, now = Directory.on(before, day), Directory.on(after, day)
    return [code for code in was.offices if was.holders(code) and not now.holders(code)]


def _receipt(reading: Reading, directory: Directory, entry: Entry, *, key: str) -> OrganisationChange:
    changes = entry.read("changes")
    return OrganisationChange(
        key=key,
        number=changes["number"],
        seq=entry.seq,
        trigger=entry.trigger,
        act=entry.read("payload"),
        effective_on=entry.effective_on,
        backdated=entry.effective_on < directory.day.isoformat(),
        note=entry.note,
        by=named(directory, entry.person),
        office=titled(directory, entry.office),
        recorded_at=entry.recorded_at,
        changed=changes["changed"],
        vacant=tuple(changes["vacant"]),
        alone=changes["alone"],
        handover=work_told(reading, changes["handover"]),
    )


def _again(earlier: Mapping[str, Any]) -> OrganisationChange:
    """The first result under a key."""
    kept: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in earlier.items()
    }
    return replace(OrganisationChange(**kept), repeated=True)


def _check_texts(act: OrganisationAct, *, note: str, key: str) -> None:
    """BadInput for every text that cannot be kept."""
    problems = [*text_problems([*_texts(act), ("note", note)], multiline={"note"}), *_bad_days(act)]
    new = act.names().joining
    if getattr(act, "newcomer", None) is not None and new is not None and not is_name(new):
        problems.append(Problem(None, notice("organisation_act.bad_code", name=new)))
    problems += key_problems(key)
    if problems:
        raise BadInput(problems)


def _bad_days(act: OrganisationAct) -> Iterator[Problem]:
    """Days that are none, or outside the years that organisation files may name."""
    for text in (act.start, getattr(act, "until", None)):
        if text is not None and not is_day(text):
            years = {"first": FIRST_YEAR, "last": LAST_YEAR}
            yield Problem(None, notice("organisation_act.bad_day", text=text, **years))


def _texts(act: OrganisationAct) -> Iterator[tuple[str, str]]:
    """Every text of an act, by its name."""
    for name, value in act._asdict().items():
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield name, text
