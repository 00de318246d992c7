"""A definition as a Mermaid state diagram: states with who acts and by when, arrows with act and roles."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.messages import Notice, notice, say
from govflow.workflow.definition import Definition, State, Transition
from govflow.workflow.timing import due_words

_KEYWORDS = frozenset(
    (
        "as",
        "choice",
        "class",
        "click",
        "default",
        "direction",
        "end",
        "fork",
        "join",
        "note",
        "scale",
        "state",
        "style",
    )
)
"""Words that Mermaid does not take as the name of a state."""

_ESCAPES = str.maketrans({char: f"#{ord(char)};" for char in '"#;:<>{}[]`\\'})


def mermaid(definition: Definition, *, lang: str) -> str:
    """The diagram's text, ready for a Markdown block marked `mermaid`."""
    return "\n".join(("stateDiagram-v2", *(f"    {line}" for line in _lines(definition, lang)))) + "\n"


def _lines(definition: Definition, lang: str) -> Iterator[str]:
    yield "direction TB"
    for state in definition.states.values():
        yield f'state "{_state_label(state, definition, lang)}" as {_name(state.name)}'
    yield f"[*] --> {_name(definition.initial)}"
    yield from dict.fromkeys(_arrow(transition, definition, lang) for transition in definition.transitions)
    for state in definition.states.values():
        if state.end:
            yield f"{_name(state.name)} --> [*]"


def _state_label(state: State, definition: Definition, lang: str) -> str:
    details: list[object] = [definition.roles[state.role].title] if state.role else []
    details += due_words(state.due, definition.dates) if state.due else ()
    title = _escaped(state.title.in_language(lang))
    below = _escaped(say(notice("workflow.diagram_details", details=details), lang))
    return f"{title}<br/>{below}" if details else title


def _arrow(transition: Transition, definition: Definition, lang: str) -> str:
    """Transitions that differ in their guards only are one arrow."""
    roles = [definition.roles[role].title for role in transition.roles]
    title = definition.triggers[transition.trigger]
    label: Notice = notice("workflow.diagram_transition", title=title, roles=roles)
    ends = f"{_name(transition.source)} --> {_name(transition.target)}"
    return f"{ends} : {_escaped(say(label, lang))}"


def _name(state: str) -> str:
    return f"{state}_" if state in _KEYWORDS else state


def _escaped(text: str) -> str:
    """Titles are data: nothing in them may end a label or begin markup."""
    return text.translate(_ESCAPES)
