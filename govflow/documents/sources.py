"""The sources of templates and their digests, without the engine that renders them: an act that issues a document names
the digests while it holds the store.

A digest covers a template, everything it includes, and the words that formats put in, so that a document can be made
again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from govflow.domain.canonical import digest_of
from govflow.errors import DocumentError
from govflow.messages import Notice, catalogue_text, did_you_mean, notice
from govflow.messages.format import TEXTS as WORDS
from govflow.resources import bundled

SUFFIX = ".md.j2"
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_REFERENCE = re.compile(r"\{%[-+]?\s*(?:include|extends|import|from)\b(.*?)%\}", re.DOTALL)
_NAME = re.compile(r"\"([^\"]+)\"|'([^']+)'")


def template_digest(template: str, *, lang: str) -> str | None:
    """The digest that a document made now would have of its templates; None where they are not all there."""
    try:
        return sources_in(bundled("templates"), lang).digest(template)
    except DocumentError:
        return None


@cache
def sources_in(folder: Path, lang: str) -> Sources:
    """The sources of one language, read once: what is rendered is exactly what the digest covers."""
    root = folder / lang
    texts = {path.relative_to(root).as_posix(): _read(path) for path in sorted(root.rglob(f"*{SUFFIX}"))}
    return Sources(texts, lang)


class Sources:
    """The templates of one language by the names of their files."""

    __slots__ = ("_digests", "_lang", "_texts")

    def __init__(self, texts: Mapping[str, str], lang: str) -> None:
        self._texts = texts
        self._lang = lang
        self._digests: dict[str, str] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._texts

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def named(self, template: str) -> str:
        """The file of a template. DocumentError with what was probably meant when there is none."""
        name = f"{template}{SUFFIX}"
        if name not in self._texts:
            raise DocumentError(self._no_template(template))
        return name

    def digest(self, template: str) -> str:
        """The digest of a template with its parts, worked out once. DocumentError when one is not there."""
        name = self.named(template)
        if name not in self._digests:
            covered = [[part, self._texts[part]] for part in sorted(self._parts(name))]
            self._digests[name] = digest_of([self._words(), covered])
        return self._digests[name]

    def references(self, name: str) -> frozenset[str]:
        """What a template's own source includes, extends or imports by a name that is written out."""
        tags = _REFERENCE.findall(_COMMENT.sub("", self._texts[name]))
        return frozenset(double or single for tag in tags for double, single in _NAME.findall(tag))

    def file(self, name: str) -> str:
        """A template as problems name it."""
        return f"{self._lang}/{name}"

    def _parts(self, name: str) -> set[str]:
        """The template and all that it includes, extends or imports, directly or not."""
        found, ahead = {name}, [name]
        while ahead:
            user = ahead.pop()
            fresh = self.references(user) - found
            for part in sorted(fresh - self._texts.keys()):
                raise DocumentError(notice("documents.no_included", place=self.file(user), name=part))
            found |= fresh
            ahead += fresh
        return found

    def _words(self) -> list[list[str]]:
        """The words that formats put in."""
        return [[word, catalogue_text(f"format.{word}").in_language(self._lang)] for word in sorted(WORDS)]

    def _no_template(self, template: str) -> Notice:
        known = [name.removesuffix(SUFFIX) for name in self._texts if "/" not in name]
        hint = did_you_mean(template, known)
        return notice("documents.no_template", template=template, lang=self._lang, hint=hint)


def _read(path: Path) -> str:
    try:
        return unicodedata.normalize("NFC", path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(notice("documents.not_utf8", place=f"{path.parent.name}/{path.name}")) from error
