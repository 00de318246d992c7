"""Whether what somebody typed is an act at all, before it is tried."""

from __future__ import annotations

from govflow.services.acting.answering import Wanted
from govflow.services.session import Session


def knows_act(session: Session, reference: str, trigger: str) -> bool:
    """Whether the proposal is there and its definition has such a trigger, or a step with such an answer; whether it is
    possible now is for the act to say."""
    with session.reading() as work:
        proposal = work.proposals.get(reference)
        if proposal is None:
            return False
        definition = session.definition(work, proposal.definition)
    wanted = Wanted.of(trigger)
    answers = (kind.answers for name, kind in definition.steps.items() if wanted.step in (None, name))
    return trigger in definition.triggers or any(wanted.answer in known for known in answers)
