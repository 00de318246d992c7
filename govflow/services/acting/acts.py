"""The act: a person in an office fires a trigger of a proposal's workflow, or answers a step of it.

One transaction: load, decide, save, append, commit. A refused act changes nothing but the refusal log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.canonical import canonical
from govflow.errors import BadInput, Conflict, DocumentError, GovflowError
from govflow.messages import Notice, notice
from govflow.services.acting.answering import answer, candidates_for
from govflow.services.acting.applying import applied
from govflow.services.acting.closed import as_read, by_office, refuse_closed
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.following import followed
from govflow.services.acting.keeping import keep
from govflow.services.acting.moving import move
from govflow.services.acting.receipt import Receipt, receipt_of
from govflow.services.acting.refusing import not_by_hand, unknown_trigger
from govflow.services.case import Case, load_case
from govflow.services.keys import first_result, key_digest, key_problems
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.services.texts import note_problems, text_problems
from govflow.services.turn import in_turn

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def act(session: Session, command: Act, *, dry_run: bool = False) -> Receipt:
    """Do it, durably, or say every reason why not.

    Raises BadInput (values), NotFound (reference, person), NotAuthorised and Refused (all reasons), Conflict
    (stale version, key used for something else), StoreError; DocumentError when the act was done but a document
    of it could not be rendered. A dry run does everything but keep it.
    """
    key = command.key or session.new_key()
    logged = refusals_logged(session, command.trigger, reference=command.reference, unless=dry_run)
    with logged:
        receipt = in_turn(lambda: _done(session, command, key=key, dry_run=dry_run))
    if receipt.documents and not dry_run:
        rendered(session, receipt)
    return receipt


def _done(session: Session, command: Act, *, key: str, dry_run: bool) -> Receipt:
    with session.writing() as work:
        receipt = perform(session, work, command, key=key)
        if not dry_run:
            work.commit()
    return receipt


def rendered(session: Session, receipt: Receipt) -> None:
    """Render what the act issued. The act stands whatever comes of it, and the failure says so."""
    from govflow.services.documents.rendering import render_pending

    try:
        render_pending(session, numbers=receipt.documents)
    except GovflowError as failure:
        stands = notice("acts.done_not_rendered", reference=receipt.reference, documents=receipt.documents)
        raise DocumentError(stands, *failure.notices) from failure


def perform(session: Session, work: UnitOfWork, command: Act, *, key: str) -> Receipt:
    """The act inside a transaction that the caller commits."""
    _check_texts(command)
    case = load_case(session, work, command.reference, lock=True)
    person = session.person(case.directory).code
    digest = _digest(command, person=person, office=session.office)
    earlier = first_result(work, key, digest=digest)  # under the lock: whoever used it just now has committed
    if earlier is not None:
        return Receipt.again(earlier)
    known = by_office(session, case)
    refuse_closed(session, work, case, command.trigger, person=person, known=known)
    _check_effective(command, case)
    if command.expected_version not in (None, case.proposal.version):
        raise Conflict(_stale(case, command))
    decided = _decide(session, work, case, command, person=person)
    kept = keep(session, work, case, command=command, decided=decided)
    receipt = receipt_of(case, decided, kept=kept, key=key)
    if decided.breach is not None:
        receipt = followed(session, work, case, decided.breach, receipt=receipt, note=kept.entry.note)
    receipt = applied(session, work, case, decided, receipt=receipt)
    receipt = as_read(session, work, case, receipt, known=known)
    work.idempotency.add(key, digest, canonical(receipt.plain()), receipt.recorded_at)
    return receipt


def _digest(command: Act, *, person: str, office: str | None) -> str:
    said = {
        "reference": command.reference,
        "trigger": command.trigger,
        "payload": command.plain_payload(),
        "note": command.note,
        "person": person,
        "office": office,
        "effective_on": command.effective_on.isoformat() if command.effective_on else None,
    }
    return key_digest(said)


def _decide(session: Session, work: UnitOfWork, case: Case, command: Act, *, person: str) -> Decided:
    """A transition where the state has one of that name, else a step's answer."""
    transitions = case.definition.transitions_of(command.trigger, state=case.proposal.state)
    if any(one.occasion for one in transitions):  # then all of them, as one trigger is one thing
        raise not_by_hand(case, transitions[0])
    if transitions:
        return move(session, work, case, command, candidates=transitions, person=person)
    steps = candidates_for(case, command.trigger)
    if steps:
        return answer(session, work, case, command, candidates=steps, person=person)
    raise unknown_trigger(case, command.trigger)


def _stale(case: Case, command: Act) -> Notice:
    return notice(
        "store.stale_version",
        reference=command.reference,
        expected=command.expected_version,
        actual=case.proposal.version,
    )


def _check_texts(command: Act) -> None:
    """What an act is called and says; its values are read by the definition later."""
    names = (("reference", command.reference), ("trigger", command.trigger))
    problems = [*text_problems(names), *note_problems(command.note), *key_problems(command.key or "")]
    if problems:
        raise BadInput(problems)


def _check_effective(command: Act, case: Case) -> None:
    day, today = command.effective_on, case.today
    if day is None:
        return
    opened = case.trail[0].effective_on
    if day > today:
        raise BadInput.at(None, notice("acts.effective_in_future", day=day, today=today))
    if day.isoformat() < opened:
        raise BadInput.at(None, notice("acts.effective_before_opening", day=day, opened=opened))
    if day < today and not command.note:
        raise BadInput.at(None, notice("acts.backdated_without_note", day=day))
