"""What a file may call the fields of a proposal, and what its header must have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govflow.messages import Notice, Title, notice
from govflow.reading import shown
from govflow.services.spelling import Spellings, coded, hint
from govflow.workflow.definition import Definition

OWN_KEYS = ("key", "workflow")
"""What a file may say beside the content: the submitter's key, and which workflow it is for."""

ALWAYS = ("title", "ministry", "fiscal_year")
"""What even a draft must say: without these nobody could find it or act on it."""

_NEAR = 3


def needed(definition: Definition, *, complete: bool) -> tuple[str, ...]:
    """The fields that a proposal must state; a draft (not `complete`) may lack most."""
    return tuple(
        name for name, field in definition.fields.items() if name in ALWAYS or (complete and field.required)
    )


class FieldNames:
    """The fields of a definition by name, title in either language or alias; the heading of its tables."""

    def __init__(self, definition: Definition, *, complete: bool = False) -> None:
        self._fields = definition.fields
        self._needed = ("key", *needed(definition, complete=complete))
        own = {name: () for name in OWN_KEYS}
        spelled = {name: (*field.title, *field.aliases) for name, field in definition.fields.items()}
        self._spellings = Spellings({**spelled, **own})

    def meant(self, column: str) -> str | None:
        """The field, or the key of its own, that a column or key of a file stands for."""
        return self._spellings.meant(column)

    def column(self, name: str, lang: str) -> str:
        """What a table made for people calls a field: its title, where no other goes by it."""
        title = self._fields[name].title.in_language(lang) if name in self._fields else name
        return title if self.meant(title) == name else name

    def label(self, name: str) -> Title:
        """What messages call a field."""
        return coded(name, self._fields[name].title) if name in self._fields else Title(name, name)

    def near(self, name: str) -> Notice | str:
        """The hint which fields were perhaps meant."""
        return hint(map(self.label, self._spellings.nearest(name, count=_NEAR)))

    def problems(self, header: Sequence[str], /) -> Iterator[tuple[int, Notice]]:
        """Columns that mean no field; and, once where anything is wrong, what a file must have."""
        found = [self.meant(column) for column in header]
        unknown = [
            (at, column)
            for at, (column, name) in enumerate(zip(header, found, strict=True), 1)
            if name is None and column.strip()
        ]
        for at, column in unknown:
            yield at, notice("submission.unknown_column", column=shown(column), hint=self.near(column))
        missing = [self.label(name) for name in self._needed if name not in found]
        required = [self.label(name) for name in self._needed]
        if missing:
            yield 1, notice("submission.columns_missing", missing=missing, required=required)
        elif unknown:
            yield 1, notice("submission.columns_there", required=required)
