"""The written form of a charter, key by key: the one table behind loader, stored form and JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from govflow.domain.council.charter import (
    Appeal,
    Appellant,
    Convening,
    Emergency,
    OtherRules,
    Power,
    Proxies,
    Publication,
    Question,
    Ruling,
    SeatKind,
    WrittenProcedure,
)
from govflow.domain.council.roll import ONE
from govflow.domain.council.rule import HALF, Base, Rule
from govflow.errors import BadInput, Place
from govflow.messages import did_you_mean, notice
from govflow.reading.record import Reader, Record
from govflow.reading.text import shown
from govflow.workflow.council.exact import FRACTION, WEIGHT
from govflow.workflow.council.rule_file import rule_of
from govflow.workflow.council.rule_forms import QUORUM, RULE
from govflow.workflow.form import Form, Key, part, section
from govflow.workflow.shape import DAY, FLAG, NAME, NAMES, TITLE, Shape, integer, several_of

Presets = Mapping[str, Rule]

_DAYS = integer(1, 1000)


def _placeless(kind: Callable[..., Any]) -> Callable[..., Any]:
    """Charters keep no places: lint finds them by the keys that lead there."""

    def make(*, place: Place, **fields: Any) -> Any:
        return kind(**fields)

    return make


SEAT = Form(
    "seat",
    _placeless(SeatKind),
    (
        Key("title", TITLE),
        Key("each", NAME, default=None),
        Key("role", NAME, default=None),
        Key("office", Shape(NAME.read, {"type": "string", "minLength": 1}), default=None),
        Key("voting", FLAG, default=True),
        Key("weight", WEIGHT, default=ONE),
        Key("alternates", NAMES, default=()),
        Key("from", DAY, default=None, attribute="start"),
        Key("until", DAY, default=None, attribute="end"),
    ),
    {"oneOf": [{"required": [binding]} for binding in ("each", "role", "office")]},
)
CONVENING = Form("notice", _placeless(Convening), (Key("working_days", _DAYS),))
PROXIES = Form("proxies", _placeless(Proxies), (Key("at_most", integer(1, 1000), default=1),))
EMERGENCY = Form(
    "emergency",
    _placeless(Emergency),
    (Key("decider", NAME), Key("ratify_within_meetings", integer(1, 100), default=1)),
)
APPEAL = Form(
    "appeal",
    _placeless(Appeal),
    (Key("by", several_of(Appellant)), Key("working_days", _DAYS), Key("panel", NAME)),
)
PUBLICATION = Form(
    "publication",
    _placeless(Publication),
    (Key("minutes", FLAG, default=True), Key("positions", FLAG, default=False)),
)


def charter_forms(presets: Presets) -> tuple[Form, ...]:
    """Every form of a charter's file, that of the whole first; rules may be named if they are among `presets`."""
    ruling = _ruling(presets)
    questions = (Key(question.value, ruling, default=None) for question in Question)
    other_rules = Form("other_rules", _placeless(OtherRules), tuple(questions))
    written = _written(ruling)
    charter = Form(
        "body",
        dict,
        (
            Key("name", NAME),
            Key("version", integer(1)),
            Key("title", TITLE),
            Key("basis", TITLE),
            Key("purpose", TITLE),
            Key("powers", several_of(Power)),
            Key("parent", NAME, default=None),
            Key("secretariat", NAME),
            Key("chair", NAME),
            Key("deputies", NAMES, default=()),
            Key("seats", section(SEAT)),
            Key("rule", ruling, default=None),
            Key("objection_first", FLAG, default=False),
            Key("other_rules", part(other_rules), default=OtherRules()),
            Key("own_ministry_recused", FLAG, default=False),
            Key("notice", part(CONVENING), default=None),
            Key("proxies", part(PROXIES), default=None),
            Key("written_procedure", part(written), default=None),
            Key("emergency", part(EMERGENCY), default=None),
            Key("appeal", part(APPEAL), default=None),
            Key("publication", part(PUBLICATION), default=Publication()),
            Key("series", TITLE),
        ),
    )
    parts = (SEAT, other_rules, CONVENING, PROXIES, written, EMERGENCY, APPEAL, PUBLICATION)
    return (charter, *parts, RULE, QUORUM)


def _written(ruling: Shape) -> Form:
    """The written procedure, which has a rule of its own or the body's."""
    keys = (
        Key("working_days", _DAYS),
        Key("response", FRACTION),
        Key("rule", ruling, default=None),
        Key("exclusive", FLAG, default=True),
    )
    return Form("written_procedure", _placeless(WrittenProcedure), keys)


def _ruling(presets: Presets) -> Shape:
    """A rule by the name it came with, or written out."""

    def read(reader: Reader, record: Record, key: str) -> Ruling:
        node = record.node(key)
        if node is None or node.entries is None:
            return _named(record, key, presets)
        try:
            return Ruling(None, rule_of(node).rule)
        except BadInput as bad:
            reader.problems.extend(bad.problems)
            return _HARMLESS

    def restore(content: Any, place: Place) -> Ruling:
        return Ruling(content["preset"], RULE.restore(content["rule"], place).rule)

    schema = {"anyOf": [{"$ref": "#/$defs/name"}, RULE.reference]}
    return Shape(read, schema, lambda ruling: {**ruling._asdict(), "rule": RULE.plain(ruling.rule)}, restore)


def _named(record: Record, key: str, presets: Presets) -> Ruling:
    name = record.name(key)
    if name in presets:
        return Ruling(name, presets[name])
    if name:
        hint = did_you_mean(name, presets)
        record.problem(key, notice("body.unknown_preset", name=shown(name), hint=hint, known=tuple(presets)))
    return _HARMLESS


_HARMLESS = Ruling(None, Rule(Base.SEATS, HALF))
"""What stands for a rule that cannot be read: lint finds nothing wrong with it."""
