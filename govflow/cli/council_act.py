"""An act of a council on the command line: done under a key, told in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import govflow
from govflow.cli.frame import Invocation
from govflow.cli.keys import new_key
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import paragraph
from govflow.errors import StoreError
from govflow.messages import Notice, notice

_VALUES: Mapping[str, Callable[[str], Notice]] = {
    "position": lambda token: notice(f"voting.position_{token}"),
    "outcome": lambda token: notice(f"ballot.outcome_{token.lower()}"),
}
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
    ballot = receipt.subject == "ballot"
    code = f"voting.done_{receipt.trigger}" if ballot else f"meeting.done_{receipt.trigger}"
    paragraph(out, notice(code, reference=receipt.reference, **told))


def _told(name: str, value: object) -> object:
    words = _VALUES.get(name)
    return words(str(value)) if words and value is not None else value
