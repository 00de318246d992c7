"""The written form of a definition, key by key: the one table behind loader, stored form and JSON Schema."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from govflow.domain.council.occasion import Occasion
from govflow.domain.deadline import NamedDate
from govflow.domain.reading_policy import Audience, Reading
from govflow.errors import Place
from govflow.messages import Title
from govflow.reading.record import Reader, Record
from govflow.workflow.deeds import GROUPS
from govflow.workflow.definition import Answer, DocumentKind, Due, Role, State, StepKind, Transition
from govflow.workflow.form import Form, Key, part, parts, section
from govflow.workflow.guard_list import GUARDS
from govflow.workflow.rounds import ROUNDS
from govflow.workflow.shape import FLAG, NAME, NAMES, TEXTS, TITLE, TITLES, Shape, choice, integer, one_of
from govflow.workflow.value import VALUE_TYPES, Value

SAME = "same"
"""The target of an act that moves nothing; no state may be called so."""


def _transitions(
    *, place: Place, source: tuple[str, ...], target: str | None, **rest: Any
) -> tuple[Transition, ...]:
    """One transition for each source, in the order written."""
    return tuple(
        Transition(source=one, target=one if target in (None, SAME) else target, place=place, **rest)
        for one in source
    )


def _named_date(*, name: str, place: Place, month: int | None, day: int, forward: bool) -> NamedDate:
    return NamedDate(month, day, forward)


def _due(*, place: Place, reason: Title | None, **when: Any) -> Due:
    return Due(reason=reason, place=place, **when)


_ROLLS = choice(("forward", "back"))
_ROLL = Shape(
    lambda reader, record, key: _ROLLS.read(reader, record, key) == "forward",
    _ROLLS.schema,
    lambda forward: "forward" if forward else "back",
    lambda content, _: content == "forward",
)
_SOURCES = Shape(NAMES.read, NAMES.schema, lambda source: [source], NAMES.restore)


def _occasion_read(reader: Reader, record: Record, key: str) -> Occasion | None:
    """None for an unknown one, of which nothing more can be said."""
    known = len(reader.problems)
    occasion: Occasion = _ONE_OCCASION.read(reader, record, key)
    return occasion if len(reader.problems) == known else None


_ONE_OCCASION = one_of(Occasion)
_OCCASION = replace(_ONE_OCCASION, read=_occasion_read)

ROLE = Form(
    "role",
    Role,
    (
        Key("title", TITLE),
        Key("central", FLAG, default=False),
        Key("body", NAME, default=None, added=True),
        Key("automatic", FLAG, default=False, added=True),
        Key("escalates_to", NAME, default=None, added=True),
    ),
)

_VALUE_KEYS = (Key("title", TITLE), Key("type", choice(VALUE_TYPES)), Key("choices", TITLES, default={}))
_RESTRICTED = Key("restricted", NAMES, default=(), added=True)
_CHOICES_BELONG = {
    "if": {"properties": {"type": {"const": "choice"}}},
    "then": {"required": ["choices"]},
    "else": {"if": {"required": ["choices"]}, "then": {"properties": {"type": {"const": "names"}}}},
}
FIELD = Form(
    "field",
    Value,
    (
        *_VALUE_KEYS,
        Key("required", FLAG, default=False),
        Key("aliases", TEXTS, default=()),
        Key("correctable", FLAG, default=False, added=True),
        _RESTRICTED,
    ),
    _CHOICES_BELONG,
)
VALUE = Form(
    "value", partial(Value, required=False, aliases=()), (*_VALUE_KEYS, _RESTRICTED), _CHOICES_BELONG
)

DATE = Form(
    "date",
    _named_date,
    (
        Key("month", integer(1, 12), default=None),
        Key("day", integer(1, 31)),
        Key("roll", _ROLL, default=True, attribute="forward"),
    ),
)

_WHEN = ("working_days", "months", "date", "fiscal_year_end_of")
DUE = Form(
    "due",
    _due,
    (
        Key("working_days", integer(0, 1000), default=None),
        Key("months", integer(1, 1200), default=None),
        Key("date", NAME, default=None),
        Key("fiscal_year_end_of", NAME, default=None),
        Key("none", TITLE, default=None, attribute="reason"),
    ),
    {"minProperties": 1, "dependentSchemas": {"none": {"maxProperties": 1}}},
)

_TAKES = (Key("takes", NAMES, default=()), Key("may_take", NAMES, default=()))
_ASKS = Key("asks", NAMES, default=())

ANSWER = Form(
    "answer",
    Answer,
    (
        Key("title", TITLE),
        Key("agrees", FLAG, default=None),
        *_TAKES,
        _ASKS,
        Key("issues", NAMES, default=(), added=True),
        Key("breach", FLAG, default=False, added=True),
        Key("guards", GUARDS, default=(), added=True),
        Key("by_asker", FLAG, default=False, added=True),
    ),
)

STEP = Form(
    "step",
    StepKind,
    (
        Key("title", TITLE),
        Key("role", NAME),
        Key("due", part(DUE)),
        Key("answers", section(ANSWER)),
        Key("for_each", NAME, default=None),
        Key("when", GUARDS, default=()),
        Key("guards", GUARDS, default=()),
        Key("lasting", FLAG, default=False),
        Key("own_ministry", FLAG, default=False, added=True),
        Key("to_owner", FLAG, default=False, added=True),
        Key("about", NAME, default=None, added=True),
        Key("pauses", FLAG, default=False, added=True),
    ),
)

STATE = Form(
    "state",
    State,
    (
        Key("title", TITLE),
        Key("end", FLAG, default=False),
        Key("role", NAME, default=None),
        Key("due", part(DUE), default=None),
        _ASKS,
    ),
)

TRANSITION = Form(
    "transition",
    _transitions,
    (
        Key("trigger", NAME),
        Key("from", _SOURCES, attribute="source"),
        Key("to", NAME, default=None, attribute="target"),
        Key("roles", NAMES, default=()),
        Key("guards", GUARDS, default=()),
        *_TAKES,
        Key("records", NAME, default=None),
        Key("builds_on", NAME, default=None),
        _ASKS,
        Key("issues", NAMES, default=()),
        Key("due", part(DUE), default=None),
        Key("occasion", _OCCASION, default=None, added=True),
        Key("returns", NAME, default=None, added=True),
        Key("opens_to", NAME, default=None, added=True),
    ),
)

DOCUMENT = Form(
    "document",
    DocumentKind,
    (
        Key("title", TITLE),
        Key("template", NAME),
        Key("series", TITLE),
        Key("opens_to", NAMES, default=(), added=True),
    ),
)

AUDIENCE = Form(
    "audience",
    Audience,
    (
        Key("title", TITLE),
        Key("roles", NAMES, default=()),
        Key("asked", FLAG, default=False),
        Key("body", NAME, default=None),
        Key("fields", NAMES, default=()),
    ),
)

READING = Form("reading", Reading, (Key("audiences", section(AUDIENCE)),))

DEFINITION = Form(
    "definition",
    dict,
    (
        Key("name", NAME),
        Key("version", integer(1)),
        Key("title", TITLE),
        Key("initial", NAME),
        Key("roles", section(ROLE)),
        Key("fields", section(FIELD)),
        Key("values", section(VALUE), default={}),
        Key("dates", section(DATE), default={}),
        Key("deeds", GROUPS, default={}, kept=False),
        Key("steps", section(STEP), default={}),
        Key("documents", section(DOCUMENT), default={}),
        Key("rounds", part(ROUNDS), default=None, added=True),
        Key("triggers", TITLES),
        Key("states", section(STATE)),
        Key("transitions", parts(TRANSITION)),
        Key("reading", part(READING), default=None, added=True),
    ),
)

FORMS = (
    ROLE,
    FIELD,
    VALUE,
    DATE,
    DUE,
    ANSWER,
    STEP,
    STATE,
    TRANSITION,
    DOCUMENT,
    ROUNDS,
    AUDIENCE,
    READING,
    DEFINITION,
)
