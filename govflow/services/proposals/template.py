"""A file of proposals to start from: every field of a workflow, the required ones first, and how each is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping

from govflow.errors import BadInput
from govflow.messages import Notice, notice, say
from govflow.resources import workflow_files
from govflow.services.definitions import read_definition, workflow_path
from govflow.services.proposals.columns import FieldNames, needed
from govflow.services.session import Session
from govflow.services.values import choice_labels
from govflow.workflow.definition import Definition
from govflow.workflow.value import Value


def proposal_template(
    workflow: str | None = None, *, lang: str, form: str = "csv", session: Session | None = None
) -> str:
    """The text of a file to start from, in one of FORMS: of the workflow in force in a store (its only one where none
    is named); without a session, of a shipped workflow or a definition file.

    Raises NotFound (no such workflow), BadInput (a name is needed, or the file has problems).
    """
    return FORMS[form](_definition(workflow, session), lang)


def _definition(workflow: str | None, session: Session | None) -> Definition:
    if session is None:
        if workflow is None:
            raise BadInput.at(None, notice("session.choose_workflow", names=list(workflow_files())))
        return read_definition(workflow_path(workflow))
    with session.reading() as work:
        return session.definition_in_force(work, workflow)


def _csv(definition: Definition, lang: str) -> str:
    """A header, and an example row that says what goes where; it is not taken as a proposal."""
    names, fields = FieldNames(definition), _in_order(definition)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["key", *(names.column(field.name, lang) for field in fields)])
    example = [notice("submission.example_key"), *map(_how, fields)]
    table.writerow([say(said, lang) for said in example])
    return out.getvalue()


def _yaml(definition: Definition, lang: str) -> str:
    """One proposal: what is required is to be filled in, the rest is commented out."""
    required = needed(definition, complete=True)
    lines = [f"# {definition.title.in_language(lang)}", f"workflow: {definition.name}", ""]
    lines += [f"# {say(notice('submission.how_key'), lang)}", "key:"]
    for field in _in_order(definition):
        mark = "" if field.name in required else "# "
        how = notice("submission.how", title=field.title, how=_how(field))
        lines += [f"# {say(how, lang)}", f"{mark}{field.name}:"]
    return "\n".join(lines) + "\n"


def _in_order(definition: Definition) -> list[Value]:
    required = needed(definition, complete=True)
    return sorted(definition.fields.values(), key=lambda field: field.name not in required)


def _how(field: Value) -> Notice:
    """How a value of its type is written."""
    if field.choices:
        return notice(f"submission.how_{field.type}_of", choices=list(choice_labels(field).values()))
    return notice(f"submission.how_{field.type}")


FORMS: Mapping[str, Callable[[Definition, str], str]] = {"csv": _csv, "yaml": _yaml}
"""The kinds of files that a template comes as."""
