"""A named tuple of the domain becomes plain whole numbers and texts, and comes back equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.proposal import Proposal
from govflow.domain.step import Step, StepState
from govflow.store import DocumentRow, proposals, steps
from govflow.store.record import Record
from govflow.store.schema import metadata

_STEP = Step("A-1", 1, "ciso", "ciso", None, "", StepState.OPEN, 1, "2025-05-01", None, lasting=False)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), _JSON, max_size=4))
def test_records_of_a_proposal_come_back(records: dict[str, object]) -> None:
    proposal = Proposal(
        "A-1",
        "k",
        "w",
        "d",
        "mof",
        "t",
        "draft",
        None,
        "2025-05-01",
        1,
        None,
        None,
        None,
        2025,
        1,
        "r",
        records,
        1,
    )
    params = proposals.RECORD.params(proposal)
    assert proposals.RECORD.of(tuple(params.values())) == proposal
    assert {type(value) for value in params.values()} <= {int, str, type(None)}


@given(st.sampled_from(StepState), st.booleans(), st.sampled_from([None, True, False]))
def test_flags_and_states_of_a_step_come_back(state: StepState, lasting: bool, agrees: bool | None) -> None:
    step = _STEP._replace(state=state, lasting=lasting, agrees=agrees)
    params = steps.RECORD.params(step)
    back = steps.RECORD.of(tuple(params.values()))
    assert back == step
    assert (type(back.state), type(back.lasting), type(back.agrees)) == (StepState, bool, type(agrees))
    assert {type(value) for value in params.values()} <= {int, str, type(None)}


@pytest.mark.parametrize(
    ("make", "table"), [(Proposal, "proposals"), (Step, "steps"), (DocumentRow, "documents")]
)
def test_fields_are_the_columns(make: type, table: str) -> None:
    record: Record[object] = Record(make)
    assert {column.name for column in record.columns(metadata.tables[table])} == set(
        metadata.tables[table].c.keys()
    )
