"""From a template and frozen plain data to canonical Markdown: NFC, deterministic, one newline at the end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, MutableMapping
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
from govflow.documents.sources import Sources, sources_in
from govflow.errors import DocumentError
from govflow.messages import Notice, notice
from govflow.resources import bundled, is_foreign

MAXIMUM_BYTES = 2 * 1024 * 1024
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


class Rendered(NamedTuple):
    """A document's text, and the digest of the templates that made it."""

    text: str
    template_digest: str


def render(template: str, *, lang: str, context: Mapping[str, Any]) -> Rendered:
    """The document `template` in `lang`; DocumentError tells template, line and what is missing."""
    folder = bundled("templates")
    if is_foreign(folder):
        from govflow.documents.apart import rendered_apart

        return rendered_apart(folder, template, lang=lang, context=context)
    return templates_in(folder, lang).render(template, context)


@cache
def templates_in(folder: Path, lang: str) -> Templates:
    """The templates of one language, parsed once."""
    return Templates(sources_in(folder, lang), lang)


class Parsed(BaseLoader):
    """Templates made of what is parsed already."""

    def __init__(self, tree: Callable[[str], nodes.Template]) -> None:
        self._tree = tree

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        # The name stands as the file's, so that tracebacks tell the template and line.
        code = environment.compile(self._tree(name), name, name)
        return environment.template_class.from_code(environment, code, globals or {}, lambda: True)


class Templates:
    """The sources of one language's templates and the sandbox that runs them."""

    __slots__ = ("_sandbox", "_sources", "_trees")

    def __init__(self, sources: Sources, lang: str) -> None:
        self._sources = sources
        self._trees: dict[str, nodes.Template] = {}
        self._sandbox = Sandbox(Parsed(self._tree), lang=lang)

    def render(self, template: str, context: Mapping[str, Any]) -> Rendered:
        """The document; DocumentError as `render` of this module."""
        name, digest = self._sources.named(template), self._sources.digest(template)
        try:
            return Rendered(_tidy(self._written(name, context)), digest)
        except tuple(_NOTICES) as error:
            raise DocumentError(self._explained(error, name)) from error

    def _written(self, name: str, context: Mapping[str, Any]) -> str:
        pieces, size = [], 0
        for piece in self._sandbox.get_template(name).generate(context):
            size += len(piece.encode())
            if size > MAXIMUM_BYTES:
                place = self._sources.file(name)
                raise DocumentError(notice("documents.too_large", place=place, limit=MAXIMUM_BYTES))
            pieces.append(piece)
        return "".join(pieces)

    def _tree(self, name: str) -> nodes.Template:
        """A source parsed. What it includes has to be what the digest covers."""
        if name not in self._sources:
            raise TemplateNotFound(name)
        if name not in self._trees:
            tree = self._sandbox.parse(self._sources[name], name)
            if not self._sources.references(name).issuperset(meta.find_referenced_templates(tree)):
                raise DocumentError(notice("documents.dynamic_include", place=self._sources.file(name)))
            self._trees[name] = tree
        return self._trees[name]

    def _explained(self, error: Exception, name: str) -> Notice:
        explain = next(make for kind, make in _NOTICES.items() if isinstance(error, kind))
        return explain(error, self._place(error, name))

    def _place(self, error: Exception, name: str) -> str:
        """`ja/notification.md.j2:12`, the innermost template line the error came through."""
        if isinstance(error, TemplateSyntaxError):
            return f"{self._sources.file(error.name or name)}:{error.lineno}"
        place, frame = self._sources.file(name), error.__traceback__
        while frame is not None:
            file = frame.tb_frame.f_code.co_filename
            if file in self._sources:
                place = f"{self._sources.file(file)}:{frame.tb_lineno}"
            frame = frame.tb_next
        return place


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
