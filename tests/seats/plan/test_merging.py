"""Schools merge only where the numbers are given and nobody is left too far away."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from junheng.seats.assignment import Arcs
from junheng.seats.plan import Choices, faults, plan
from junheng.seats.plan.merging import Taught, merged
from tests.seats.plan.tiny import COSTS, tiny


def taught(children: list[list[int]], metres: float = 800.0) -> Taught:
    """Three schools, each with a zone of one area; every other school lies ``metres`` away."""
    ways = np.full((3, 3), metres)
    np.fill_diagonal(ways, 100.0)
    arcs = Arcs(np.array([0, 3, 6, 9]), np.tile(np.arange(3), 3), ways.ravel())
    return Taught(["a", "b", "c"], np.array([300, 300, 300]), np.arange(3), [np.array(one) for one in children], arcs)


def closing(held: Taught, *, below: float = 50, metres: float = 1000, kept: set[str] | None = None) -> list[str]:
    return merged({"primary": held}, kept or set(), below=below, metres=metres)


def test_small_schools_close_as_long_as_another_is_near() -> None:
    assert closing(taught([[30, 200, 200]])) == ["a"]
    assert closing(taught([[30, 200, 200]], metres=1200.0)) == []
    assert closing(taught([[50, 200, 200]])) == []


def test_a_school_that_grows_again_stays_and_so_does_one_that_is_kept() -> None:
    assert closing(taught([[30, 200, 200], [80, 200, 200]])) == []
    assert closing(taught([[30, 200, 200]]), kept={"a"}) == []


def test_the_last_of_small_neighbours_stays() -> None:
    assert closing(taught([[10, 20, 30]])) == ["a", "b"]


def test_a_zone_without_children_closes() -> None:
    assert closing(taught([[0, 200, 200]], metres=9000.0)) == ["a"]


def test_all_sections_of_a_school_must_be_small() -> None:
    small, large = taught([[30, 200, 200]]), taught([[300, 200, 200]])
    assert merged({"primary": small, "junior": large}, set(), below=50, metres=1000) == []


def test_a_merger_goes_through_the_whole_plan() -> None:
    base = tiny(each=8)
    few = base.children.with_columns(
        children=pl.when(pl.col("area").str.starts_with("A-3")).then(2).otherwise(pl.col("children"))
    )
    zones = base.zones.with_columns(
        school_code=pl.when(pl.col("area").str.starts_with("A-2") & (pl.col("section") == "primary"))
        .then(pl.lit("Ap0"))
        .otherwise(pl.col("school_code"))
    )
    base = replace(base, children=few, zones=zones)
    choices = Choices(years=(2026,), counties=("A",), own_norms={"merge.below": 60, "merge.metres": 9000}, seconds=0.2)
    found = plan(base, choices)
    assert faults(base, found) == []
    closed = found.projects.filter(pl.col("kind") == "close")
    assert closed["place"].to_list() == ["Ap1"]
    assert closed["seats"].to_list() == [-540]
    assert closed["cost"].to_list() == [COSTS["closing_yuan"]]
    primary = found.gap.filter(pl.col("section") == "primary")
    assert primary["seats"].sum() == primary["seats_today"].sum() - 540
    assert "Ap1" not in found.zones.filter(pl.col("section") == "primary")["place"].to_list()
    assert "merging" not in {one.code for one in found.asked}
    assert "merging" in {one.code for one in plan(base, replace(choices, own_norms={})).asked}


@pytest.mark.parametrize("own", [{"merge.below": 60}, {"merge.metres": 9000}])
def test_one_number_alone_closes_nothing(own: dict[str, float]) -> None:
    found = plan(tiny(each=1), Choices(years=(2026,), counties=("A",), own_norms=own, seconds=0.2))
    assert "close" not in found.projects["kind"].to_list()
