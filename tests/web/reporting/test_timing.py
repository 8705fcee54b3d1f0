"""When a round takes reports: open, begun, not past its deadline."""

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.models import Round, RoundState
from junheng.web.reporting.timing import closed, ensure_open
from tests.web.reporting.conftest import soon


def _round(state: RoundState = RoundState.OPEN, opens: float = -1, deadline: float = 1) -> Round:
    return Round(year=2025, state=state, opens=soon(days=opens), deadline=soon(days=deadline))


def test_open() -> None:
    assert closed(_round()) is None
    ensure_open(_round())


@pytest.mark.parametrize(
    "held",
    [
        _round(opens=1, deadline=2),
        _round(deadline=-0.001),
        _round(RoundState.FROZEN),
        _round(RoundState.LOCKED),
        _round(RoundState.PLANNED),
    ],
)
def test_closed_says_why(held: Round) -> None:
    why = closed(held)
    assert why is not None
    assert why.zh != why.en
    with pytest.raises(Refusal):
        ensure_open(held)
