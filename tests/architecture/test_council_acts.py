"""Every act of a council has a name that documents and the refusal log call it by, and no name is without its act."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from source import PACKAGE, tree

from govflow.domain.council.ballot_acts import ACTS
from govflow.messages import council_acts, council_done

COUNCIL = sorted((PACKAGE / "services" / "council").rglob("*.py"))
SUBJECTS = ("ballot", "meeting")


def test_every_act_has_its_name_and_every_name_its_act() -> None:
    made = {act for path in COUNCIL for act in (*asked_in(tree(path)), *recorded_in(tree(path)))}
    assert made | {f"ballot_{trigger}" for trigger in ACTS} == set(council_acts.TEXTS)


def test_what_is_said_of_an_act_once_it_is_done_is_said_of_every_act_that_people_ask_for() -> None:
    assert {act for path in COUNCIL for act in asked_in(tree(path))} == set(council_done.TEXTS)


def asked_in(module: ast.Module) -> Iterator[str]:
    """The acts that people ask for in a module, with `Said(…)` or its own short form of it."""
    for name, given, _ in calls(module):
        match name, given:
            case "Said", [kind, _, trigger, *_] if kind in SUBJECTS and is_word(trigger):
                yield f"{kind}_{trigger}"
            case "_said", [trigger, _, _, *_] if is_word(trigger):
                yield f"meeting_{trigger}"


def recorded_in(module: ast.Module) -> Iterator[str]:
    """The acts that a module records under a trigger of its own, as what follows from another."""
    for name, given, named in calls(module):
        trigger = named.get("trigger", "")
        if name == "desk.record" and given[0] in SUBJECTS and is_word(trigger):
            yield f"{given[0]}_{trigger}"


def calls(module: ast.Module) -> Iterator[tuple[str, list[str], dict[str | None, str]]]:
    """Every call: of what, and what it is given, words without their quotation marks."""
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
        given = [ast.unparse(each).strip("'") for each in call.args]
        named = {each.arg: ast.unparse(each.value).strip("'") for each in call.keywords}
        yield ast.unparse(call.func), given, named


def is_word(text: str) -> bool:
    return bool(re.fullmatch("[a-z_]+", text)) and text != "trigger"


def test_the_check_itself_sees_each_way_of_making_one() -> None:
    """Negative control."""
    module = ast.parse("""
Said("ballot", "", "open", {}, key).asked()
Said("meeting", meeting, trigger, {}, key)
_said("call_item", meeting, item)
desk.record(meeting, after, capacity=capacity, trigger="put_to_vote")
desk.record(ballot, after, capacity=capacity, trigger=TRIGGERS[type(act)])
""")
    assert sorted(asked_in(module)) == ["ballot_open", "meeting_call_item"]
    assert list(recorded_in(module)) == ["meeting_put_to_vote"]
