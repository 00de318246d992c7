"""`govflow audit refusals`: the refusal log, the newest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import coded, local_time, paragraph, title_of
from govflow.cli.views import paged
from govflow.messages import Notice, catalogue_text, notice

if TYPE_CHECKING:
    from govflow import RefusalPage, RefusedAct

_UNDER = 5
_SAID_BY_THE_KIND = "acts.not_authorised"


@command("audit refusals")
@paged
@at_time
def refusals(call: Invocation, limit: int, after: str | None) -> None:
    with opened(call) as session:
        page = govflow.list_refusals(session, limit=limit, after=after)
        zone = session.store.info.timezone
    call.out.answer(page, lambda: _show(call.out, page, zone))


def _show(out: Output, page: RefusalPage, zone: str) -> None:
    for refused in page.refusals:
        _show_refusal(out, refused, local_time(refused.recorded_at, zone))
    if not page.refusals:
        out.say(notice("cli.nothing"))
    if page.more:
        out.note(notice("answer.more_lines", after=page.more))


def _show_refusal(out: Output, refused: RefusedAct, recorded: str) -> None:
    head = notice("answer.refusal", number=refused.number, at=recorded, what=_what(refused, out.lang))
    paragraph(out, head, indent=max(_UNDER - 2 - len(str(refused.number)), 0))
    kind = notice(f"answer.kind_{refused.kind}")
    paragraph(out, notice("answer.refused_to", who=_who(refused), kind=kind), indent=_UNDER)
    said = refused.said or [None] * len(refused.reasons)
    for code, sentence in zip(refused.reasons, said, strict=True):
        if code != _SAID_BY_THE_KIND or len(refused.reasons) == 1:
            told = title_of(sentence) if sentence else _gapped(code, out.lang)
            paragraph(out, told, indent=_UNDER)


def _what(refused: RefusedAct, lang: str) -> Notice | str:
    act = coded(refused.trigger, title_of(refused.act), lang) if refused.act else refused.trigger
    if not refused.reference:
        return act
    about = title_of(refused.about) if refused.about else None
    code = "answer.refused_about" if about else "answer.refused_act"
    return notice(code, reference=refused.reference, about=about, act=act)


def _who(refused: RefusedAct) -> Notice:
    if refused.name is None:
        return notice("answer.account", account=refused.account)
    return notice("answer.tried_by", name=title_of(refused.name), account=refused.account)


def _gapped(code: str, lang: str) -> str:
    """What the log kept of a reason in an earlier version is its code: the sentence without what it was about."""
    try:
        text = catalogue_text(code).in_language(lang)
    except (KeyError, ModuleNotFoundError):  # of another version of govflow
        return code
    return re.sub(r"\{[^}]*\}", "…", text)
