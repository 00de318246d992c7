"""What is fed with spoiled inputs: every reader of files, values, templates' data, and what asks the store."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml
from fuzz_mutations import HOSTILE, as_json, restructured, spoiled
from hostile_case import MAPPING, PROGRAMMES
from hostile_ground import ROOT

import govflow
from govflow.cli.escape import printable, printable_json
from govflow.documents.inert import inert, paragraphs
from govflow.documents.renderer import render
from govflow.domain.history import Subject
from govflow.domain.organisation import Directory
from govflow.errors import StoreError
from govflow.reading import parse_csv, parse_json, parse_yaml, text_problem
from govflow.resources import rule_files, template_names
from govflow.services.acting.bulk import read_orders
from govflow.services.council.charters.bodies import check_body
from govflow.services.council.charters.rules import read_rule
from govflow.services.ground import Ground
from govflow.services.organisation.file import parse_organisation
from govflow.services.programmes.file import read_programmes
from govflow.services.proposals.file import read_proposals
from govflow.services.session import Session
from govflow.services.stores.calendars import read_calendar
from govflow.services.values import payload_node, read_values, reader_over
from govflow.workflow.council.votes_file import roll_of
from govflow.workflow.definition import Definition
from govflow.workflow.loader import load_definition


class Target(NamedTuple):
    """`share`: how many of 1,000 executions; `make` an input by chance, `take` it."""

    name: str
    share: int
    make: Callable[[Random], Any]
    take: Callable[[Any], object]


VOTES = "seats:\n  - {seat: mof, position: yes, weight: 2}\n  - {seat: mext, position: no, written: true}\n"
PROPOSAL = "key: k\ntitle: 備品\nministry: maruyama\nfiscal_year: 2025\namount: 5\npurpose: |\n  a\n  b\n"
ROWS = (
    'key,title,ministry,fiscal_year,amount\r\nk,備品,丸山町,2025,"1,000"\r\nl,"a ""b""",maruyama,令和7,5\r\n'
)
ACTS = 'reference,trigger,note,data\nMARUYAMA-2025-0001,request,x,"{""note"": ""a""}"\n'


def targets(session: Session, folder: Path) -> Sequence[Target]:
    """All of them, on a store that holds proposals."""
    return (*_syntax(), *_files(session, folder), *_values(), *_store(session))


def _syntax() -> Sequence[Target]:
    return (
        Target("yaml", 120, _text(PROPOSAL), lambda text: parse_yaml(_decoded(text), file="f")),
        Target("json", 130, _text(json.dumps(yaml.safe_load(VOTES))), lambda text: parse_json(_decoded(text), file="f")),
        Target("csv", 120, _text(ROWS), lambda text: parse_csv(text, file="f")),
        Target("csv in cp932", 60, _text(ROWS, "cp932"), lambda text: parse_csv(text, file="f", encoding="cp932")),
        Target("text", 120, _words, _texts),
    )  # fmt: skip


def _files(session: Session, folder: Path) -> Sequence[Target]:
    with session.reading() as work:
        directory, definition = session.directory(work), session.definition_in_force(work, None)
    rule, town = read_rule("simple_majority").rule, ROOT / "examples" / "town.yaml"
    weighted, calendar = rule_files()["weighted"], ROOT / "workflows" / "calendars" / "japan.yaml"
    mapping = folder / "fuzz.mapping.yaml"
    mapping.write_text(MAPPING, "utf-8")
    programmes = folder / "fuzz.programmes.csv"
    programmes.write_text(PROGRAMMES, "utf-8")
    ministries = list(directory.ministries.values())

    def kept(suffix: str, read: Callable[[Path], object]) -> Callable[[bytes], object]:
        file = folder / f"fuzz{suffix}"

        def take(content: bytes) -> object:
            file.write_bytes(content)
            return read(file)

        return take

    def proposals(file: Path) -> object:
        return read_proposals(file, definition, directory)

    return (
        Target("proposal", 60, _structured(PROPOSAL), kept(".yaml", proposals)),
        Target("proposal in JSON", 60, _structured(PROPOSAL), kept(".json", proposals)),
        Target("proposals in CSV", 60, _text(ROWS), kept(".csv", proposals)),
        Target("acts", 40, _text(ACTS), kept(".csv", lambda file: read_orders(session, file, key="k"))),
        Target("mapping", 30, _structured(MAPPING), kept(".yaml", lambda file: read_programmes(programmes, file, ministries=ministries))),
        Target("programmes", 30, _text(PROGRAMMES), kept(".csv", lambda file: read_programmes(file, mapping, ministries=ministries))),
        Target("votes", 40, _structured(VOTES), lambda text: roll_of(parse_yaml(_decoded(text), file="f"), rule)),
        Target("rule", 30, _structured(weighted.read_text("utf-8")), kept(".yaml", lambda file: read_rule(str(file)))),
        Target("calendar", 10, _structured(calendar.read_text("utf-8")), kept(".yaml", read_calendar)),
        Target("charter", 10, _structured((ROOT / "workflows/bodies/cio_council.yaml").read_text("utf-8")), kept(".yaml", lambda file: check_body(str(file)))),
        Target("definition", 10, _structured((ROOT / "workflows/town_purchase.yaml").read_text("utf-8")), _definition),
        Target("organisation", 10, _structured(town.read_text("utf-8")), lambda text: parse_organisation(_decoded(text), file="f")),
    )  # fmt: skip


def _values() -> Sequence[Target]:
    """The values of acts with all their types, those of conditions too, and the data of a template."""
    government = parse_organisation((ROOT / "examples" / "organisation.yaml").read_text("utf-8"), file="f")
    investment = _definition((ROOT / "workflows" / "it_investment.yaml").read_bytes())
    ground = Ground.of(Directory.on(government, date(2025, 6, 2)), investment)

    def values(data: Any) -> None:
        reader, record = reader_over(payload_node(data, source="values"))
        read_values(record, investment.values.values(), ground)
        record.finish()
        reader.raise_if_any()

    named = {name: _STATED.get(value.type, "x") for name, value in investment.values.items()}
    return (Target("values", 40, lambda chance: _mapping(named, chance), values),)


_STATED: Any = {
    "yen": 5,
    "integer": 3,
    "year": 2025,
    "date": "2026-04-01",
    "ministry": "mof",
    "flag": True,
    "conditions": [
        {"text": "a", "owner": "pmo_clerk", "due": "2026-04-01", "precedent": True, "on_breach": "lapse"}
    ],
}
"""A sound value of each type."""


def _store(session: Session) -> Sequence[Target]:
    """What asks the store: cursors, references, words to search for, and the documents of a decided proposal."""
    with session.reading() as work:
        row = next(iter(work.documents.list(limit=1)))
        act = work.history.entries(Subject(row.subject, row.reference))[row.seq - 1]
    context = {**json.loads(row.context), "history": {"seq": row.seq, "hash": act.hash}}

    def document(data: Any) -> None:
        for lang in ("ja", "en"):
            _harmless(render(row.template, lang=lang, context=data).text)

    def asked(ask: Callable[[str], object]) -> Callable[[str], object]:
        def take(text: str) -> object:
            try:
                return ask(text)
            except StoreError as error:  # the store is sound: it is the question that it could not take
                raise RuntimeError(f"{error.code}: {error}") from error

        return take

    seeds = (row.reference, row.number, "2025-06-02|MARUYAMA-2025-0001|1")
    return (
        Target("cursor", 10, lambda chance: _asked(seeds, chance), asked(lambda text: govflow.list_proposals(session, after=text))),
        Target("cursor of an inbox", 10, lambda chance: _asked(seeds, chance), asked(lambda text: govflow.inbox(session, after=text))),
        Target("reference", 15, lambda chance: _asked(seeds, chance), asked(lambda text: govflow.show(session, text))),
        Target("search", 15, lambda chance: _asked(seeds, chance), asked(lambda text: govflow.list_proposals(session, filters=govflow.Filters(text=text)))),
        Target("template", 10, lambda chance: _mapping(context, chance), document),
    )  # fmt: skip


_BLANKS = str.maketrans("", "", "\n\t")


def _harmless(markdown: str) -> None:
    """No hidden character gets into a document; a tab is a blank that everybody sees."""
    if found := next((char for char in markdown.translate(_BLANKS) if _controls(char)), None):
        raise RuntimeError(f"a document has U+{ord(found):04X}")


def _texts(text: str) -> None:
    """Whatever a text is: it is judged, and what escapes it leaves nothing hidden."""
    text_problem(text, multiline=True)
    inert(text)
    paragraphs(text)
    json.loads(printable_json(json.dumps(text, ensure_ascii=False)))
    if not printable(text).replace("\u3000", "").replace("\u00a0", "").isprintable() and _controls(
        printable(text)
    ):
        raise RuntimeError("a hidden character is left")


def _controls(text: str) -> bool:
    return any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in text)


def _definition(text: bytes) -> Definition:
    return load_definition(_decoded(text), file="f", templates=template_names())


def _decoded(text: bytes) -> str:
    """What a file's bytes are read as; those that are no UTF-8 are refused before and stand in as they are."""
    return text.decode("utf-8", "surrogatepass" if _passes(text) else "replace")


def _passes(text: bytes) -> bool:
    try:
        text.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _text(seed: str, encoding: str = "utf-8") -> Callable[[Random], bytes]:
    return lambda chance: spoiled(seed.encode(encoding), chance)


def _structured(seed: str) -> Callable[[Random], bytes]:
    """The seed as it is written with its bytes or words spoiled, or as plain data with its parts put otherwise."""
    data = yaml.load(seed, Loader=yaml.BaseLoader)
    return lambda chance: (
        spoiled(seed.encode(), chance) if chance.random() < 0.5 else as_json(restructured(data, chance))
    )


def _mapping(seed: Any, chance: Random) -> Any:
    """Plain data put otherwise, which stays a mapping: a program hands it over as one."""
    found = restructured(seed, chance)
    return found if isinstance(found, dict) else {"title": found}


def _words(chance: Random) -> str:
    return "".join(chance.choice(HOSTILE) for _ in range(chance.randrange(1, 5)))


def _asked(seeds: Sequence[str], chance: Random) -> str:
    if chance.random() < 0.4:
        return _words(chance)
    return spoiled(chance.choice(seeds).encode(), chance).decode("utf-8", "surrogateescape")
