"""An act of a council on the command line: done under a key, told in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import govflow
from govflow.cli.frame import Invocation
from govflow.cli.keys import new_key
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import paragraph
from govflow.errors import StoreError
from govflow.messages import notice

_TEXTS = {"ballot": "voting", "meeting": "meeting"}
_VALUES = {"position": "voting.position", "outcome": "ballot.outcome"}
"""Values of a receipt that have texts of their own."""


def council_act(
    call: Invocation,
    act: Callable[..., govflow.CouncilReceipt],
    *said: object,
    key: str | None,
    **given: Any,
) -> None:
    """Do it under a key that the person learns where the answer was lost."""
    key = key or new_key(None)
    with opened(call) as session:
        try:
            receipt = act(session, *said, key=key, **given)
        except StoreError as failed:
            raise type(failed)(*failed.notices, notice("answer.repeat_with_key", key=key)) from failed
    call.out.answer(receipt, lambda: _show(call.out, receipt))


def _show(out: Output, receipt: govflow.CouncilReceipt) -> None:
    if receipt.repeated:
        paragraph(out, notice("voting.repeated"))
    told = {name: _told(name, value) for name, value in receipt.told.items()}
    code = f"{_TEXTS[receipt.subject]}.done_{receipt.trigger}"
    paragraph(out, notice(code, reference=receipt.reference, **told))


def _told(name: str, value: object) -> object:
    area = _VALUES.get(name)
    return notice(f"{area}_{str(value).lower()}") if area and value is not None else value
