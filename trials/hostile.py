"""Hostile inputs through the commands that take them: `python trials/hostile.py [--sample] [WORD …]`.

Each is refused with the error that it has to be refused with, or stored and shown as what it is: in the terminal, in
JSON, in the documents as Markdown and as HTML. Nothing lets an exception through, hangs, or takes 256 MB."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bounded import MEGABYTES, SECONDS, fault_of
from hostile_case import INERT, MAPPING, PROGRAMMES, Case
from hostile_controls import controls
from hostile_files import FILES
from hostile_ground import ACCOUNTANT, CLERK, MAYOR, ROOT, Answer, founded, ran
from hostile_lines import LINES
from hostile_pages import difference, rendered
from hostile_rows import ROWS
from hostile_texts import TEXTS, Text

HARMLESS = "harmless"


class Found(NamedTuple):
    """What was tried, and what is wrong with what came of it."""

    name: str
    fault: str


class Ground(NamedTuple):
    """The folder of the trial, and what command lines may refer to in it."""

    folder: Path
    names: dict[str, str]

    def words(self, words: Sequence[str], **names: str) -> list[str]:
        known = {**self.names, **names}
        return [_filled(word, known) for word in words]


def _filled(word: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        word = word.replace("{" + name + "}", value)
    return word


def grounded(folder: Path) -> Ground:
    """A store with a draft and a decided proposal in it, and files to be mistaken for others."""
    founded(folder)
    (folder / "mapping.yaml").write_text(MAPPING, "utf-8")
    (folder / "programmes.csv").write_text(PROGRAMMES, "utf-8")
    (folder / "taken.md").write_text("mine", "utf-8")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    draft, decided = _draft(folder, "first", HARMLESS, HARMLESS), _draft(folder, "second", HARMLESS, HARMLESS)
    _decide(decided, HARMLESS)
    names = {
        "folder": str(folder),
        "taken": str(folder / "taken.md"),
        "loop": str(folder / "loop.yaml"),
        "zero": str(folder / "zero"),
        "reference": draft,
        "decided": decided,
        "mapping": str(folder / "mapping.yaml"),
        "programmes": str(folder / "programmes.csv"),
    }
    return Ground(folder, names)


def tried(ground: Ground, case: Case, number: int) -> Found:
    """One file or command line."""
    file = ground.folder / f"case{number}{case.suffix}"
    if case.suffix:
        file.write_bytes(case.content())
    words = ground.words(case.words, file=str(file), fresh=str(ground.folder / f"fresh{number}.db"))
    answer, machine = ran(*words), ran(*words, "--json")
    return Found(case.name, answer.fault or machine.fault or _unexpected(case.expected, answer, machine))


def _unexpected(expected: str, answer: Answer, machine: Answer) -> str:
    if expected == INERT:
        return "" if answer.code == 0 == machine.code else f"refused: {answer.err}{machine.out}"
    if answer.code == 0 or answer.code != machine.code:
        return f"taken, with {answer.code} and {machine.code}"
    return "" if expected in machine.reasons else f"not {expected} but {' '.join(sorted(machine.reasons))}"


def _proposal(folder: Path, key: str, title: str, purpose: str) -> Answer:
    file = folder / "text.json"
    content = {"key": key, "title": title, "purpose": purpose, "ministry": "maruyama"}
    file.write_text(json.dumps({**content, "fiscal_year": 2025, "amount": 5}), "utf-8")
    return ran("submit", str(file), "--as", CLERK, "--json")


def _draft(folder: Path, key: str, title: str, purpose: str) -> str:
    return str(_proposal(folder, key, title, purpose).plain["rows"][0]["reference"])


def _decide(reference: str, note: str) -> list[Answer]:
    acts = (("request", CLERK), ("available", ACCOUNTANT), ("decide", MAYOR))
    return [ran("act", reference, act, "--as", person, "--note", note) for act, person in acts]


class Shown(NamedTuple):
    """A decided proposal as its documents show it, in each language."""

    html: tuple[str, ...]
    markdown: tuple[str, ...]


def shown(reference: str) -> Shown:
    kinds = [ran("memo", reference, "--kind", "purchase_decision", "--lang", lang, *more).out
             for lang in ("ja", "en") for more in ((), ("--html",))]  # fmt: skip
    return Shown(tuple(kinds[1::2]), tuple(map(rendered, kinds[::2])))


def tried_text(ground: Ground, text: Text, number: int, harmless: Shown) -> Iterator[Found]:
    """One text as a title and as a note: refused as expected, or taken through to the decision and looked at."""
    as_title = _proposal(ground.folder, f"title{number}", text.text, "")
    yield Found(f"title: {text.name}", as_title.fault or _refusal(as_title, text.title))
    as_note = _proposal(ground.folder, f"note{number}", HARMLESS, text.text)
    yield Found(f"note: {text.name}", as_note.fault or _refusal(as_note, text.note))
    if text.note == INERT and not as_note.code:
        title = text.text if text.title == INERT else HARMLESS
        yield Found(f"documents: {text.name}", _documents(ground, text.text, title, number, harmless))


def _refusal(answer: Answer, expected: str) -> str:
    if expected == INERT:
        return "" if answer.code == 0 else f"refused: {answer.out}"
    if answer.code == 0:
        return "taken"
    return "" if expected in answer.reasons else f"not {expected} but {' '.join(sorted(answer.reasons))}"


def _documents(ground: Ground, text: str, title: str, number: int, harmless: Shown) -> str:
    reference = _draft(ground.folder, f"both{number}", title, text)
    answers = [*_decide(reference, text), *_looks(reference)]
    wrong = [answer.fault or answer.err for answer in answers if answer.fault or answer.code]
    if wrong:
        return wrong[0]
    if json.loads(answers[-1].out)["title"] != title:
        return "JSON has another title"
    mine = shown(reference)
    pages = zip((*mine.html, *mine.markdown), (*harmless.html, *harmless.markdown), strict=True)
    found = (difference(page, plain, text, several=title != text) for page, plain in pages)
    return next(filter(None, found), "")


def _looks(reference: str) -> list[Answer]:
    looks = (
        ("list",),
        ("why", reference),
        ("history", reference),
        ("show", reference),
        ("show", reference, "--json"),
    )
    return [ran(*words) for words in looks]


def main() -> int:
    parser = argparse.ArgumentParser(description="Hostile inputs through the commands that take them")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only what has one of these in its name")
    parser.add_argument("--sample", action="store_true", help="every third, in seconds")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="govflow-hostile-"))
    before = os.getcwd()
    try:
        os.chdir(ROOT)
        found = list(findings(folder, options.words, 3 if options.sample else 1))
    finally:
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)
    faults = [one for one in found if one.fault]
    print(*(f"DOES NOT HOLD  {one.name}\n    {one.fault}" for one in faults), sep="\n")
    print(f"{len(found):,} hostile inputs, {len(faults)} not as they have to be")
    return 0 if _controlled() and found and not faults else 1


def findings(folder: Path, words: Sequence[str] = (), step: int = 1) -> Iterator[Found]:
    """Everything tried, and what is wrong with it; of everything with one of `words` in its name each `step`th."""
    ground = grounded(folder)
    cases = [case for case in (*FILES, *ROWS, *LINES) if _wanted(case.name, words)]
    for number, case in enumerate(cases[::step]):
        yield tried(ground, case, number)
    harmless = shown(ground.names["decided"])
    for number, text in enumerate([text for text in TEXTS if _wanted(text.name, words)][::step]):
        yield from tried_text(ground, text, number, harmless)


def _wanted(name: str, words: Sequence[str]) -> bool:
    return not words or any(word in name for word in words)


def _controlled() -> bool:
    """Whether every doctored reader is found out."""
    every = True
    print(
        f"\nDoctored, each of which has to be found (over {SECONDS:g} s, over {MEGABYTES} MB, an exception):"
    )
    for title, call in controls():
        fault = fault_of(call)
        every &= bool(fault)
        print(f"  {title:<40} {fault or 'NOT FOUND'}")
    return every


if __name__ == "__main__":
    sys.exit(main())
