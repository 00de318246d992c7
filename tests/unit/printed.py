"""What a form of the command line prints for people: 80 columns, in one language."""

from __future__ import annotations

import io
from collections.abc import Callable

from govflow.cli.output import Output
from govflow.cli.speech import Speech


def printed(show: Callable[[Output], object], lang: str = "en") -> str:
    """Both streams' text, the result before what stands beside it."""
    stdout, stderr = io.StringIO(), io.StringIO()
    show(Output(Speech(lang, False), stdout=stdout, stderr=stderr))
    return stdout.getvalue() + stderr.getvalue()
