"""The passages of the documentation that the program itself writes: each gives Markdown."""

from __future__ import annotations

import inspect
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from unittest.mock import patch

import govflow
from govflow.cli import main
from govflow.cli.helppage import Entries, short_help
from govflow.cli.tree import SECTIONS
from govflow.messages import catalogue_text
from govflow.workflow.council import charter_lint
from govflow.workflow.guard import CHOICES, COUNTS, DEEDS, ONE_NAME, PAIRS, SEVERAL_NAMES, YEN, Guard
from govflow.workflow.guards import REGISTRY
from govflow.workflow.lint import CHECKS

_KINDS = {"field choices": "CHOICE", "value choices": "CHOICE", "deeds": "DEED"}


def commands_passage() -> str:
    """Every command in the order of the help page, with its help in English and its first line in Japanese."""
    parts: list[str] = []
    for section in SECTIONS:
        parts.append(f"## {catalogue_text(section.heading).en.removesuffix(':')}")
        parts += (_command(path) for path in command_paths(section.entries))
    return "\n\n".join(parts) + "\n"


def command_paths(entries: Entries, above: str = "") -> Iterator[str]:
    """`workflow check` and so on; of a group only the commands in it."""
    for name, entry in entries.items():
        path = f"{above} {name}".strip()
        if isinstance(entry, str):
            yield path
        else:
            yield from command_paths(entry, path)


def _command(path: str) -> str:
    return f"### govflow {path}\n\n{short_help(path, 'ja')}\n\n```text\n{help_text(path)}```"


def help_text(path: str) -> str:
    """The help page as a terminal of 80 columns shows it in English."""
    with (
        patch.dict(os.environ, {"COLUMNS": "80", "GOVFLOW_LANG": "en"}),
        redirect_stdout(io.StringIO()) as page,
    ):
        code = main([*path.split(), "--help"])
    assert code == 0, path
    return page.getvalue()


def guards_passage() -> str:
    """Every guard of the registry: how it is written and when it is met."""
    rows = (f"| `{written_guard(guard)}` | {_sentences(guard.check)} |" for guard in REGISTRY.values())
    return _table("| guard | met when |", rows)


def written_guard(guard: Guard) -> str:
    """A guard as it stands in a file, with capitals where its parameter goes."""
    kind, inner = _singular(guard.kind), _singular(guard.inner)
    patterns = {
        id(None): "",
        id(YEN): "YEN",
        id(ONE_NAME): kind,
        id(SEVERAL_NAMES): f"[{kind}, …]",
        id(DEEDS): f"[{kind}, …]",
        id(COUNTS): f"{{{kind}: NUMBER}}",
        id(PAIRS): f"{{{kind}: {inner}}}",
        id(CHOICES): f"{{{kind}: [{inner}, …]}}",
    }
    parameter = patterns[id(guard.shape)]
    return f"{{{guard.name}: {parameter}}}" if parameter else guard.name


def _singular(kind: str) -> str:
    return _KINDS.get(kind, kind.removesuffix("s").upper())


def lint_passage() -> str:
    """Every check that lint makes of a workflow, in its first sentence."""
    return _checks(CHECKS)


def charter_lint_passage() -> str:
    """Every check that lint makes of a charter, in its first sentence."""
    return _checks(charter_lint.CHECKS)


def _checks(checks: Iterable[object]) -> str:
    sentences = (_sentences(check).split(". ")[0].removesuffix(".") for check in checks)
    return "\n".join(f"- {sentence}." for sentence in sentences) + "\n"


def public_names_passage() -> str:
    """Every public name: how it is called and what it is for."""
    rows = (f"| `{_called(name)}` | {_sentences(getattr(govflow, name))} |" for name in public_names())
    return _table("| name | what it is |", rows)


def public_names() -> list[str]:
    """The functions first, then the classes, each in alphabetical order."""
    names = [name for name in dir(govflow) if not name.startswith("__")]
    return sorted(names, key=lambda name: (inspect.isclass(getattr(govflow, name)), name))


def _called(name: str) -> str:
    found = getattr(govflow, name)
    if inspect.isclass(found):
        return name
    signature = inspect.signature(found)
    bare = [_bare(parameter) for parameter in signature.parameters.values()]
    text = str(signature.replace(parameters=bare, return_annotation=signature.empty))
    return f"{name}{text.replace('Ellipsis', '…')} → {signature.return_annotation}".replace("|", "\\|")


def _bare(parameter: inspect.Parameter) -> inspect.Parameter:
    """Without its type; a default that is a function would show where it lies in memory."""
    plain = parameter.replace(annotation=parameter.empty)
    return (
        plain.replace(default=...)
        if callable(parameter.default) and plain.default is not plain.empty
        else plain
    )


def _sentences(described: object) -> str:
    """The first paragraph of a docstring in one line."""
    first = (inspect.getdoc(described) or "").split("\n\n")[0]
    return " ".join(first.split()).replace("|", "\\|")


def _table(heading: str, rows: Iterator[str]) -> str:
    return "\n".join([heading, "|---|---|", *rows]) + "\n"
