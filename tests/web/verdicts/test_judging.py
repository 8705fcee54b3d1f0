"""Judging a locked round: only what was locked, as it was locked."""

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.models import RoundState
from junheng.web.verdicts.judging import judge_round
from tests.web.verdicts.conftest import City


def test_a_locked_round_is_judged_by_its_standard(city: City) -> None:
    found = judge_round(city.round)
    assert (found.verdict.year, found.verdict.snapshot) == (2025, city.round.snapshot)
    assert found.verdict.standard.id == city.round.standard
    assert found.beside().city.standard.id == "jiaodu-2012-3"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("state", RoundState.OPEN),
        ("snapshot", ""),
        ("snapshot", "0" * 64),
        ("snapshot_path", "/nowhere"),
        ("snapshot_path", ""),
    ],
)
def test_anything_else_is_refused(city: City, name: str, value: str) -> None:
    setattr(city.round, name, value)
    with pytest.raises(Refusal):
        judge_round(city.round)
