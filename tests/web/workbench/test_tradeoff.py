"""A siting for every number of new schools."""

from itertools import pairwise

import numpy as np
import pytest

from junheng.web.workbench import tradeoff
from junheng.web.workbench.tradeoff import Wanted, named, placed, trade_off
from tests.seats.plan.tiny import tiny

BASE = tiny(each=24, addable=2)
WANTED = Wanted("primary", 2026, most=3, seconds=0.2)


def only_a() -> object:
    from junheng.seats.plan.tables import only

    return only(BASE, ("A",))


@pytest.mark.parametrize("objective", tradeoff.OBJECTIVES)
def test_a_further_school_never_costs_the_objective(objective: str) -> None:
    told: list[tuple[int, int]] = []
    wanted = Wanted("primary", 2026, objective=objective, most=3, seconds=0.2)
    found = trade_off(only_a(), wanted, lambda *step: told.append(step))  # type: ignore[arg-type]
    points = found["points"]
    assert [one["schools"] for one in points] == [0, 1]
    assert points[1]["objective"] <= points[0]["objective"] * (1 + 1e-9)
    assert all(one["bound"] <= one["objective"] * (1 + 1e-9) for one in points)
    assert points[0]["opened"] == []
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert all(later["bound"] <= earlier["bound"] for earlier, later in pairwise(points))
    assert found["children"] == 12 * 24 * 6


def test_a_budget_keeps_the_money(capsys: pytest.CaptureFixture[str]) -> None:
    free = trade_off(only_a(), WANTED, lambda *_: None)["points"][1]  # type: ignore[arg-type]
    tight = trade_off(only_a(), Wanted("primary", 2026, most=1, budget=1, seconds=0.2), lambda *_: None)["points"][1]  # type: ignore[arg-type]
    assert free["money"] > 0
    assert tight["money"] == 0
    assert tight["unserved"] >= free["unserved"]
    capsys.readouterr()


def test_without_prices_there_is_no_money() -> None:
    from junheng.seats.plan.tables import only

    base = only(tiny(each=24, costs={}), ("A",))
    found = trade_off(base, WANTED, lambda *_: None)
    assert not found["priced"]
    assert found["points"][0]["money"] is None


def test_nobody_is_sent_beyond_the_cap() -> None:
    found = trade_off(only_a(), Wanted("primary", 2026, most=1, cap=2500.0, seconds=0.2), lambda *_: None)  # type: ignore[arg-type]
    assert all(one["farthest_metres"] <= 2500 for one in found["points"])


def test_places_have_names_and_stand_somewhere() -> None:
    assert named(BASE, ["A-L1", "Ap0", "?"]) == ["用地A", "Aprimary0", "?"]
    assert [row[0] for row in placed(BASE, ["A-L1", "Ap0"])] == ["Ap0", "A-L1"]
    assert np.isfinite([row[2] for row in placed(BASE, ["A-L1"])]).all()


def test_what_leaves_somebody_without_a_seat_is_told_in_words() -> None:
    wanted = Wanted("primary", 2026, most=0, cap=1.0, seconds=0.2)
    (point,) = trade_off(only_a(), wanted, lambda *_: None)["points"]  # type: ignore[arg-type]
    assert point["why"] is not None
    assert "1 米" in point["why"]["zh"]
    assert point["why"]["en"]


def test_doing_nothing_is_the_first_line_of_the_comparison() -> None:
    found = trade_off(only_a(), Wanted("primary", 2026, most=0, seconds=0.2), lambda *_: None)  # type: ignore[arg-type]
    today, (none,) = found["today"], found["points"]
    assert (today["opened"], today["extended"], today["money"]) == ([], {}, 0.0)
    assert none["extended"]
    assert today["unserved"] >= none["unserved"]
    assert today["objective"] >= none["bound"]
    assert today["why"] is None or today["unserved"] > 0
