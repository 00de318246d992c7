"""From a template and frozen plain data to canonical Markdown: NFC, deterministic, one newline at the end.

A template's digest covers its own source and everything it includes, so that a document can be made again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, Template, meta, nodes
from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from govflow.documents.sandbox import Sandbox
from govflow.domain.canonical import digest_of
from govflow.errors import DocumentError
from govflow.messages import Notice, did_you_mean, notice
from govflow.resources import bundled

MAXIMUM_BYTES = 2 * 1024 * 1024
SUFFIX = ".md.j2"
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


class Rendered(NamedTuple):
    """A document's text, and the digest of the templates that made it."""

    text: str
    template_digest: str


def render(template: str, *, lang: str, context: Mapping[str, Any]) -> Rendered:
    """The document `template` in `lang`; DocumentError tells template, line and what is missing."""
    return templates_in(bundled("templates"), lang).render(template, context)


def template_digest(template: str, *, lang: str) -> str | None:
    """The digest that a document made now would have of its templates; None where none could be made with them."""
    try:
        return templates_in(bundled("templates"), lang).digest(template)
    except DocumentError:
        return None


@cache
def templates_in(folder: Path, lang: str) -> Templates:
    """The templates of one language, read once: what is rendered is exactly what the digest covers."""
    root = folder / lang
    sources = {path.relative_to(root).as_posix(): _read(path) for path in sorted(root.rglob(f"*{SUFFIX}"))}
    return Templates(sources, lang)


class Tree(NamedTuple):
    """A parsed template, and what it includes, extends or imports; None for what only its data tells."""

    tree: nodes.Template
    parts: tuple[str | None, ...]


class Parsed(BaseLoader):
    """Templates made of what is parsed already."""

    def __init__(self, tree: Callable[[str], Tree]) -> None:
        self._tree = tree

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        # The name stands as the file's, so that tracebacks tell the template and line.
        code = environment.compile(self._tree(name).tree, name, name)
        return environment.template_class.from_code(environment, code, globals or {}, lambda: True)


class Templates:
    """The sources of one language's templates and the sandbox that runs them."""

    __slots__ = ("_digests", "_lang", "_sandbox", "_sources", "_trees")

    def __init__(self, sources: Mapping[str, str], lang: str) -> None:
        self._sources = sources
        self._lang = lang
        self._digests: dict[str, str] = {}
        self._trees: dict[str, Tree] = {}
        self._sandbox = Sandbox(Parsed(self._tree), lang=lang)

    def render(self, template: str, context: Mapping[str, Any]) -> Rendered:
        """The document; DocumentError as `render` of this module."""
        name = f"{template}{SUFFIX}"
        if name not in self._sources:
            raise DocumentError(self._no_template(template))
        try:
            digest = self._digest(name)
            return Rendered(_tidy(self._written(name, context)), digest)
        except tuple(_NOTICES) as error:
            raise DocumentError(self._explained(error, name)) from error

    def digest(self, template: str) -> str | None:
        """The digest of a template with its parts. DocumentError as `render` of this module."""
        name = f"{template}{SUFFIX}"
        if name not in self._sources:
            raise DocumentError(self._no_template(template))
        try:
            return self._digest(name)
        except TemplateSyntaxError as error:
            raise DocumentError(self._explained(error, name)) from error

    def _written(self, name: str, context: Mapping[str, Any]) -> str:
        pieces, size = [], 0
        for piece in self._sandbox.get_template(name).generate(context):
            size += len(piece.encode())
            if size > MAXIMUM_BYTES:
                place = self._file(name)
                raise DocumentError(notice("documents.too_large", place=place, limit=MAXIMUM_BYTES))
            pieces.append(piece)
        return "".join(pieces)

    def _digest(self, name: str) -> str:
        """Worked out once: to find the parts of a template takes longer than to make a document with it."""
        if name not in self._digests:
            self._digests[name] = digest_of(
                [[part, self._sources[part]] for part in sorted(self._parts(name))]
            )
        return self._digests[name]

    def _parts(self, name: str) -> set[str]:
        """The template and all that it includes, extends or imports, directly or not."""
        found, ahead = {name}, [name]
        while ahead:
            fresh = set(self._referenced(ahead.pop())) - found
            found |= fresh
            ahead += fresh
        return found

    def _referenced(self, name: str) -> Iterator[str]:
        for part in self._tree(name).parts:
            if part is None:
                raise DocumentError(notice("documents.dynamic_include", place=self._file(name)))
            if part not in self._sources:
                raise DocumentError(notice("documents.no_included", place=self._file(name), name=part))
            yield part

    def _tree(self, name: str) -> Tree:
        """A source parsed, once for what it includes and for its code."""
        if name not in self._sources:
            raise TemplateNotFound(name)
        if name not in self._trees:
            tree = self._sandbox.parse(self._sources[name], name)
            self._trees[name] = Tree(tree, tuple(meta.find_referenced_templates(tree)))
        return self._trees[name]

    def _no_template(self, template: str) -> Notice:
        known = [name.removesuffix(SUFFIX) for name in self._sources if "/" not in name]
        hint = did_you_mean(template, known)
        return notice("documents.no_template", template=template, lang=self._lang, hint=hint)

    def _explained(self, error: Exception, name: str) -> Notice:
        explain = next(make for kind, make in _NOTICES.items() if isinstance(error, kind))
        return explain(error, self._place(error, name))

    def _place(self, error: Exception, name: str) -> str:
        """`ja/notification.md.j2:12`, the innermost template line the error came through."""
        if isinstance(error, TemplateSyntaxError):
            return f"{self._file(error.name or name)}:{error.lineno}"
        place, frame = self._file(name), error.__traceback__
        while frame is not None:
            file = frame.tb_frame.f_code.co_filename
            if file in self._sources:
                place = f"{self._file(file)}:{frame.tb_lineno}"
            frame = frame.tb_next
        return place

    def _file(self, name: str) -> str:
        return f"{self._lang}/{name}"


def _read(path: Path) -> str:
    try:
        return unicodedata.normalize("NFC", path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(notice("documents.not_utf8", place=f"{path.parent.name}/{path.name}")) from error


def _tidy(text: str) -> str:
    """Blank lines that conditions left behind are closed up; the rest is as written."""
    closed = _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text))
    return unicodedata.normalize("NFC", closed).strip("\n") + "\n"


_NOTICES: Mapping[type[Exception], Callable[[Any, str], Notice]] = {
    TemplateSyntaxError: lambda e, place: notice("documents.syntax", place=place, detail=e.message),
    TemplateNotFound: lambda e, place: notice("documents.no_included", place=place, name=e.name),
    SecurityError: lambda e, place: notice("documents.forbidden", place=place, detail=e.message),
    UndefinedError: lambda e, place: notice("documents.missing_value", place=place, name=e.message),
    RecursionError: lambda _, place: notice("documents.too_deep", place=place),
    LookupError: lambda e, place: notice("documents.missing_value", place=place, name=e.args[0]),
    ValueError: lambda e, place: notice("documents.bad_value", place=place, detail=next(iter(e.args), "")),
    TypeError: lambda e, place: notice("documents.bad_value", place=place, detail=e),
    ArithmeticError: lambda e, place: notice("documents.bad_value", place=place, detail=e),
    TemplateRuntimeError: lambda e, place: notice("documents.bad_value", place=place, detail=e.message),
}
"""What each error says; an error of any other kind is a defect of the program and stays itself."""
