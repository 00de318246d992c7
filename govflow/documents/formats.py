"""The formats (filters) that templates may use, by name; each is bound to the document's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from govflow.documents.amounts import number, oku, yen
from govflow.documents.dates import clock, day, fiscal_year, moment, until, wareki
from govflow.documents.inert import Inert, paragraphs
from govflow.messages import catalogue_text, notice, say

Format = Callable[[Any, str], str]
"""Writes a value in a language."""

DASH = "—"
_COUNTS = ("seats", "present", "absent", "yes", "no", "abstain", "recused")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def t(name: Mapping[str, str] | str | None, lang: str) -> str:
    """A bilingual name in the document's language; a text is itself, an absent name a dash."""
    if name is None or isinstance(name, str):
        return name or DASH
    text = name[lang] if lang in name else None  # noqa: SIM401  # an absent value is no mapping, and says so itself
    if not isinstance(text, str):
        raise ValueError(notice("documents.not_a_name", lang=lang))
    return text


def heading(name: Mapping[str, str] | str | None, lang: str) -> str:
    """A bilingual name where a heading or a table's label stands: its first letter is a capital."""
    text = t(name, lang)
    return text[:1].upper() + text[1:]


def short(digest: str, lang: str) -> str:
    """The first twelve digits of a digest, for people."""
    return digest[:12]


def digest(value: str, lang: str) -> Inert:
    """A whole SHA-256, in code so that it is set evenly."""
    if not _DIGEST.fullmatch(value):
        raise ValueError(notice("documents.not_a_digest", value=value))
    return Inert(f"`{value}`")


def office(act: Mapping[str, Any], lang: str) -> str:
    """In which capacity somebody acted: the office, and for whom under 専決 or 代決."""
    own = t(act["office"], lang)
    if act.get("on_behalf_of") is None:
        return own
    names = {"office": own, "principal": t(act["on_behalf_of"], lang), "via": via(act["via"], lang)}
    return say(notice("format.for_office", **names), lang)


def via(value: str, lang: str) -> str:
    """専決 or 代決; nothing for one's own office."""
    return catalogue_text(f"format.via_{value}").in_language(lang)


def answer(step: Mapping[str, Any], lang: str) -> str:
    """What was answered, else where the step stands."""
    if step["answer"] is not None:
        return t(step["answer"], lang)
    return catalogue_text(f"format.step_{step['state']}").in_language(lang)


def counts(values: Mapping[str, int], lang: str) -> str:
    """The figures of a vote in the usual order: 賛成 12、反対 1."""
    names = [name for name in _COUNTS if name in values] + [name for name in values if name not in _COUNTS]
    return ("、" if lang == "ja" else ", ").join(f"{_count(name, lang)} {values[name]:,}" for name in names)


def field(fields: Iterable[Mapping[str, Any]], name: str) -> Mapping[str, Any] | None:
    """The stated field of that name, if there is one."""
    return next((f for f in fields if f["name"] == name and f["value"] not in (None, "")), None)


def position(sections: Sequence[str], name: str) -> int:
    """The number of a section among those that a document has."""
    return sections.index(name) + 1


def _count(name: str, lang: str) -> str:
    """The name of a figure; a council may count something of its own, which keeps its own word."""
    return catalogue_text(f"format.count_{name}").in_language(lang) if name in _COUNTS else name


def stated(field: Mapping[str, Any] | None, lang: str) -> str:
    """A field's value as documents write it; a field that is absent or empty is 未記載 / not stated."""
    if field is None or field["value"] is None:
        return catalogue_text("format.not_stated").in_language(lang)
    write = _BY_TYPE.get(field["type"])
    return write(field["value"], lang) if write else t(field["shown"], lang)


_BY_TYPE: Mapping[str, Format] = {"yen": oku, "year": fiscal_year, "date": wareki, "integer": number}
"""Types with a format of documents' own; the others are shown as the context shows them."""


_IN_LANGUAGE: Mapping[str, Format] = {
    "t": t, "heading": heading, "yen": yen, "oku": oku, "number": number, "counts": counts,
    "wareki": wareki, "until": until, "day": day, "moment": moment, "clock": clock, "fiscal_year": fiscal_year,
    "short": short, "digest": digest, "office": office, "via": via, "answer": answer, "stated": stated,
}  # fmt: skip


def formats(lang: str) -> dict[str, Callable[..., Any]]:
    """Every format for documents in `lang`."""
    return {
        **{name: _bound(write, lang) for name, write in _IN_LANGUAGE.items()},
        "paragraphs": paragraphs,
        "field": field,
        "position": position,
    }


def _bound(write: Format, lang: str) -> Callable[[Any], str]:
    return lambda value: write(value, lang)
