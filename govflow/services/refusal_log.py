"""The refusal log: who tried what and was told no. Kept in a transaction of its own; what was refused left nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from govflow.domain.canonical import canonical
from govflow.errors import BadInput, NotAuthorised, Refused
from govflow.messages import LANGUAGES, say
from govflow.services.session import Session


@contextmanager
def refusals_logged(
    session: Session, trigger: str, *, reference: str | None = None, unless: bool = False
) -> Iterator[None]:
    """Whatever is refused inside is logged and goes on; the transaction inside has been rolled back by then.

    `unless` is for dry runs, which log nothing.
    """
    try:
        yield
    except (Refused, BadInput) as error:
        # A file whose rows are refused is told as a whole, with their places: the refusal is its cause then.
        refusal = error if isinstance(error, Refused) else error.__cause__
        if isinstance(refusal, Refused) and not unless:
            log_refusal(session, refusal, trigger=trigger, reference=reference)
        raise


def log_refusal(session: Session, refusal: Refused, *, trigger: str, reference: str | None) -> None:
    """Keep one refusal with all of its reasons, by their codes and as they were said."""
    said = [{lang: say(reason, lang) for lang in LANGUAGES} for reason in refusal.notices]
    with session.writing(moves_clock=False) as work:
        person = session.person_if_known(session.directory(work))
        work.refusals.add(
            recorded_at=session.stamp(),
            person=person.code if person else None,
            account=session.account,
            reference=reference,
            trigger=trigger,
            codes=canonical([reason.code for reason in refusal.notices]),
            kind="authorisation" if isinstance(refusal, NotAuthorised) else "rule",
            said=canonical(said),
        )
        work.commit()
