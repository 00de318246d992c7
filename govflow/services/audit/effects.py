"""Effects verified: an entry changed nothing of its proposal, its records and its steps but what its act changes, and a
step that it asked or answered says what the entry and the definition say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from operator import itemgetter

from govflow.domain.replay import NOTHING
from govflow.domain.step import StepState
from govflow.services.acting.answering import answer_note
from govflow.services.audit.timing import Act, Told
from govflow.workflow.definition import Definition
from govflow.workflow.reserved import CORRECT, OVERDUE_REPORT, POST_REVIEW

CONTENT = frozenset(
    ("reference", "key", "workflow", "definition", "ministry", "title", "amount", "part_of", "fiscal_year")
) | {"revision", "revision_digest", "changes"}
"""What of a proposal's row comes from its content and from how it was opened."""

_OF_CONTENT = frozenset({"open", "revise", CORRECT})
_question = itemgetter("number", "name", "role", "ministry", "subject", "asked_seq", "asked_on", "lasting")
_answer = itemgetter("answer", "agrees", "note", "person", "office", "answered_on")
_asking = itemgetter("state", "asked_seq", "lasting", "role", "subject")
_answering = itemgetter("name", "state", "answer", "agrees", "note", "person", "office")
_UNANSWERED = (None, None, "", None, None, None)
_OPEN, _ANSWERED = StepState.OPEN.value, StepState.ANSWERED.value
_NOTHING: AbstractSet[str] = frozenset()


def mischanged(acts: Iterable[Act]) -> Iterator[int]:
    """The entries that tell of what does not follow from their acts."""
    for act in acts:
        definition = act.definition
        if definition and not (_row(definition, act) and _records(act) and _steps(definition, act)):
            yield act.entry.seq


def _row(definition: Definition, act: Act) -> bool:
    """Where the proposal is follows from the entry; its content changes only where that is the act."""
    entry, now = act.entry, act.after.row
    if entry.trigger not in _OF_CONTENT and not CONTENT.isdisjoint(act.row):
        return False
    state = definition.states.get(entry.to_state or "")
    if state is None or now["state"] != state.name or now["role"] != state.role:
        return False
    return bool(now["entered_seq"] == (entry.seq if _enters(act) else act.before.row["entered_seq"]))


def _enters(act: Act) -> bool:
    """Whether a state begins, or with a revision begins anew, and with it what it asks."""
    return act.moves or act.entry.trigger == "revise"


def _records(act: Act) -> bool:
    """Nothing is kept but what the act keeps; of returns and corrections that is compared for itself."""
    entry, told = act.entry, act.changes.get("records", NOTHING)
    if not told or (entry.trigger == CORRECT and entry.step is None):
        return True
    kept = {way.records for way in act.ways} | {entry.step}
    return all(
        name in kept and record["trigger"] == entry.trigger
        for name, record in told.items()
        if "issues" not in record or name in kept
    )


def _steps(definition: Definition, act: Act) -> bool:
    """What was asked is what the act asks, one step was answered if it is an answer, and none that ended stayed."""
    before, answers, answered = act.before.steps, act.entry.step is not None, 0
    if not act.steps:
        return not answers and not _left_open(act)
    asks = _asks(definition, act) if len(act.after.steps) > len(before) else _NOTHING
    for step in act.steps:
        was = before.get(step["number"])
        if was is None:
            holds = _asked(definition, act, step, asks=asks)
        elif _question(step) != _question(was):
            holds = False
        elif _answer(step) != _answer(was) and answers:
            answered += 1
            holds = _answered(definition, act, step)
        else:
            holds = act.entry.trigger == CORRECT or _answer(step) == _answer(was)
        if not holds:
            return False
    return answered == answers and not _left_open(act)


def _asked(definition: Definition, act: Act, step: Told, *, asks: AbstractSet[str]) -> bool:
    """A step that was opened here: one that the act asks, of whom its kind says, and nobody has answered it."""
    entry, kind = act.entry, definition.steps[step["name"]]
    own = kind.name in (POST_REVIEW, OVERDUE_REPORT)
    role = step["role"] if own or kind.to_owner else kind.role
    about = (
        entry.read("payload").get(kind.about, "") if kind.about and entry.step is None else step["subject"]
    )
    asking = (_OPEN, entry.seq, kind.lasting, role, about)
    return (own or kind.name in asks) and _asking(step) == asking and _answer(step) == _UNANSWERED


def _asks(definition: Definition, act: Act) -> set[str]:
    """The steps that an act may ask."""
    entry = act.entry
    if entry.step is not None:
        return {*definition.steps[entry.step].answers[entry.trigger].asks}
    asked = {name for way in act.ways for name in way.asks}
    return asked | {*definition.states[entry.to_state or ""].asks} if _enters(act) else asked


def _answered(definition: Definition, act: Act, step: Told) -> bool:
    """A step says what the entry says that answered it."""
    entry = act.entry
    given = definition.steps[entry.step or ""].answers[entry.trigger]
    note = answer_note(definition, entry.read("payload"), entry.note)
    if entry.person is not None and not given.by_asker and entry.role != step["role"]:
        return False
    told = (entry.step, _ANSWERED, given.name, given.agrees, note, entry.person, entry.office)
    return bool(_answering(step) == told)


def _left_open(act: Act) -> bool:
    """Whether a step stayed open that ended with the state."""
    if not act.moves or not act.before.steps or act.entry.from_state is None:
        return False
    return any(
        step["state"] == _OPEN and not step["lasting"] and step["asked_seq"] < act.entry.seq
        for step in act.after.steps.values()
    )
