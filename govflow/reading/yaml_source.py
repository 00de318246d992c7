"""YAML text to positioned data: the readable core of YAML 1.2, with everything that surprises refused.

PyYAML itself is imported only when a text is parsed (`yaml_composer`).
"""

from __future__ import annotations

import re

from govflow.reading.limits import DOCUMENT_BYTES, refuse_oversize
from govflow.reading.node import Node
from govflow.reading.position import Positions
from govflow.reading.problems import Problems
from govflow.reading.text import character_notice

# What YAML does not print, and the three line ends of YAML 1.1 that no editor counts as such.
_UNFIT = re.compile("[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def parse_yaml(text: str, *, file: str, limit: int = DOCUMENT_BYTES) -> Node:
    """The one document of `text`; BadInput with every problem of it."""
    refuse_oversize(len(text.encode("utf-8", "surrogatepass")), file, limit=limit)
    _refuse_unfit_characters(text, file)
    # Here and not above: commands that read no YAML do not pay for PyYAML.
    from govflow.reading.yaml_composer import compose

    return compose(text, file=file)


def _refuse_unfit_characters(text: str, file: str) -> None:
    """The C parser reports these by byte offset or not at all, so they are found first."""
    problems = Problems()
    positions = Positions(text, file=file)
    for found in _UNFIT.finditer(text):
        place = positions.place(found.start())
        problems.problem(place, character_notice("source_character", found.group(), position=place.column))
    problems.raise_if_any()
