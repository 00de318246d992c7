"""The catalogue and the code say the same: every code that is said has its texts, and every text is said somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

from source import MODULES, PACKAGE, named, tree

CATALOGUE = PACKAGE / "messages"
AREAS = tuple(path.stem for path in sorted(CATALOGUE.glob("*.py")) if path.stem != "__init__")
CODE = re.compile(rf"({'|'.join(AREAS)})\.[a-z0-9_.-]+")
SPEAKING = [path for path in MODULES if path.parent != CATALOGUE or path.stem == "__init__"]
HELD_TO_WHAT_THEY_NAME = ("help", "help_council", "option", "council_acts", "council_done")
"""Areas whose texts are compared with the commands, options and acts that they are of."""

SAID_OTHERWISE = {"workflow.due_yearly": {"month", "month_name"}}
"""Where the languages need different words of a thing: English months have names, Japanese ones numbers."""

JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff。、]")

Texts = dict[str, tuple[str, str]]


@cache
def texts() -> Texts:
    return {
        f"{area}.{name}": pair
        for area in AREAS
        for name, pair in import_module(f"govflow.messages.{area}").TEXTS.items()
    }


def placeholders(text: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_say_something_and_name_the_same() -> None:
    differing = [code for code, pair in texts().items() if differs(code, *pair)]
    assert differing == []


def differs(code: str, japanese: str, english: str) -> bool:
    apart = placeholders(japanese) ^ placeholders(english)
    return bool(japanese.strip()) != bool(english.strip()) or apart != SAID_OTHERWISE.get(code, set())


def test_each_language_is_the_one_it_claims_to_be() -> None:
    """English has no Japanese in it, commands to type aside; a Japanese sentence is no copy of the English one."""
    assert [code for code, (_, english) in texts().items() if JAPANESE.search(typed_aside(english))] == []
    assert [code for code, pair in texts().items() if pair[0] == pair[1] and is_sentence(pair[1])] == []


def typed_aside(text: str) -> str:
    """A text without its placeholders and the commands it shows."""
    return re.sub(r"\{[^}]*\}|^  .*", "", text, flags=re.MULTILINE)


def is_sentence(text: str) -> bool:
    return len(re.findall("[A-Za-z]{2,}", typed_aside(text))) > 2


class Said(ast.NodeVisitor):
    """What one module says: whole codes, codes with a gap, bare words, and notices with what they are given."""

    def __init__(self, path: Path) -> None:
        self.whole: set[str] = set()
        self.gapped: set[str] = set()
        self.words: set[str] = set()
        self.notices: list[tuple[int, str, set[str]]] = []
        self.visit(tree(path))

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.words.add(node.value)
            if CODE.fullmatch(node.value):
                self.whole.add(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces = [v.value if isinstance(v, ast.Constant) else "\0" for v in node.values]
        pattern = "".join(str(piece) for piece in pieces)
        if pattern.partition(".")[0] in AREAS:
            self.gapped.add(pattern)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        first = node.args[0] if node.args else None
        spread = any(keyword.arg is None for keyword in node.keywords)
        if called(node) == "notice" and isinstance(first, ast.Constant) and not spread:
            given = {keyword.arg for keyword in node.keywords if keyword.arg}
            self.notices.append((node.lineno, str(first.value), given))
        self.generic_visit(node)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


@cache
def said(path: Path) -> Said:
    return Said(path)


def everything_said() -> tuple[set[str], set[str], set[str]]:
    spoken = [said(path) for path in SPEAKING]
    return (
        set().union(*(s.whole for s in spoken)),
        set().union(*(s.gapped for s in spoken)),
        set().union(*(s.words for s in spoken)),
    )


def test_every_notice_has_its_texts_and_what_they_need() -> None:
    assert [f"{named(path)}, {problem}" for path in SPEAKING for problem in unsayable(said(path))] == []


def unsayable(spoken: Said) -> Iterator[str]:
    for line, code, given in spoken.notices:
        if code not in texts():
            yield f"line {line}: the catalogue has no {code}"
            continue
        needed = set().union(*map(placeholders, texts()[code]))
        if needed - given:
            yield f"line {line}: {code} needs {', '.join(sorted(needed - given))}"


def test_every_text_is_said_somewhere() -> None:
    whole, gapped, words = everything_said()
    unsaid = [code for code in texts() if code not in whole and not fills_a_gap(code, gapped, words)]
    assert [code for code in unsaid if code.partition(".")[0] not in HELD_TO_WHAT_THEY_NAME] == []


def fills_a_gap(code: str, gapped: set[str], words: set[str]) -> bool:
    """Whether an f-string makes the code: what goes into its gap has to be a word of the code somewhere."""
    for pattern in gapped:
        match = re.fullmatch(re.escape(pattern).replace("\0", "(.+)"), code)
        if match and (re.search(r"\.[a-z]", pattern) or match[1] in words):
            return True
    return False


def test_the_checks_themselves_see_a_breach() -> None:
    """Negative control."""
    spoken = Said(CATALOGUE / "__init__.py")
    spoken.notices = [
        (1, "store.no_such_text", set()),
        (2, "store.missing", set()),
        (3, "store.missing", {"url"}),
    ]
    assert [problem.split(":")[0] for problem in unsayable(spoken)] == ["line 1", "line 2"]
    assert differs("store.missing", "{url}", "{path}")
    assert JAPANESE.search("the 職")
    assert not fills_a_gap("store.missing", {"store.\0"}, {"present"})
    assert fills_a_gap("store.missing", {"store.\0"}, {"missing"})
