"""What comes with an act: its values read by the definition, references checked, missing ones named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.errors import Refused
from govflow.messages import Notice, notice
from govflow.reading import Node, read_document
from govflow.services.acting.command import Act
from govflow.services.acting.refusing import missing_notices
from govflow.services.acting.returning import named_issues
from govflow.services.case import Case
from govflow.services.ground import Ground
from govflow.services.values import payload_node, read_values, reader_over

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


_OPTIONS = {"note": "--note …", "issues": "--issue …", "replies": "--reply 1=…"}
"""Values that have an option of their own."""


def payload_of(
    work: UnitOfWork, case: Case, command: Act, names: Iterable[str], *, resolved: bool = False
) -> dict[str, Any]:
    """The act's values as plain data; BadInput with every problem of them. A note given with the act is the value
    `note` where the act takes one. What a body has `resolved` stands, be it due in the past by now."""
    names = tuple(names)
    note = {"note": command.note} if command.note and "note" in names else {}
    if not isinstance(command.payload, Node) and not command.payload:
        return named_issues(case.definition, names, note)
    node = (
        command.payload
        if isinstance(command.payload, Node)
        else payload_node(command.payload, source="payload")
    )
    reader, record = reader_over(node)
    first_due = None if resolved else command.effective_on or case.today
    ground = Ground.of(case.directory, case.definition, first_due=first_due)
    payload = read_values(record, (case.definition.values[name] for name in names), ground)
    record.finish()
    if note and payload.get("note", command.note) != command.note:
        record.problem("note", notice("acts.two_notes"))
    for name, value in payload.items():
        if case.definition.values[name].type == "reference":
            wrong = wrong_reference(work, case, value)
            if wrong is not None:
                record.problem(name, wrong)
    reader.raise_if_any()
    return named_issues(case.definition, names, {**note, **payload})


def owners_of(
    work: UnitOfWork, case: Case, asks: Iterable[str], payload: Mapping[str, Any]
) -> dict[str, str]:
    """The ministries of the proposals that steps about to be asked refer to. Refused where one of them has ended."""
    owners: dict[str, str] = {}
    for name in asks:
        each = case.definition.steps[name].for_each
        reference = (payload.get(each) or case.content.get(each)) if each else None
        proposal = work.proposals.get(reference) if isinstance(reference, str) else None
        if proposal is None:
            continue
        if proposal.role is None:
            raise Refused(notice("acts.reference_ended", reference=proposal.reference))
        owners[proposal.reference] = proposal.ministry
    return owners


def read_payload(path: Path) -> Node:
    """The values of an act from a YAML or JSON file, with their places; BadInput with every problem."""
    return read_document(path)


def require_values(case: Case, takes: Sequence[str], payload: Mapping[str, Any], *, trigger: str) -> None:
    """Refuse an act that lacks values it must carry, naming them all."""
    missing = missing_notices(case, takes, payload)
    if missing:
        options = (_OPTIONS.get(name, f"--set {name}=…") for name in takes if name not in payload)
        given = " ".join(options)
        raise Refused(*missing, next_command=f"govflow act {case.proposal.reference} {trigger} {given}")


def wrong_reference(work: UnitOfWork, case: Case, reference: str) -> Notice | None:
    if reference == case.proposal.reference:
        return notice("acts.reference_to_itself", reference=reference)
    if work.proposals.get(reference) is None:
        return notice("acts.unknown_reference", reference=reference)
    return None
