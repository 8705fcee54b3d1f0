import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.travel import snap
from junheng.seats.travel.by_scipy import scipy_pairs
from junheng.seats.travel.roads import road_pairs

from .streets import anywhere, at, streets, town


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.4]), st.floats(120, 2000))
def test_the_compiled_search_and_scipy_agree_on_crooked_towns(seed: int, one_way: float, limit: float) -> None:
    rng = np.random.default_rng(seed)
    network = town(rng, 9, one_way=one_way)
    homes = snap(anywhere(rng, 30, 9), network, within=90)
    goals = snap(anywhere(rng, 6, 9), network, within=90)
    ours = road_pairs(homes, goals, network, limit=limit)
    theirs = scipy_pairs(homes, goals, network, limit=limit)
    mine, other = ours.matrix(30, 6), theirs.matrix(30, 6)
    inside = np.minimum(mine, other) < limit - 1e-6
    assert mine[inside] == pytest.approx(other[inside], abs=1e-6)


def test_the_way_to_school_is_not_the_way_home_on_one_way_streets() -> None:
    corners = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (100.0, 100.0), "d": (0.0, 100.0)}
    network = streets(corners, [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")], "drive", oneway=["yes"] * 4)
    home, school = snap(at((50, 0)), network, within=5), snap(at((100, 50)), network, within=5)
    assert road_pairs(home, school, network, limit=1000).metres.tolist() == pytest.approx([100], rel=1e-5)
    assert road_pairs(school, home, network, limit=1000).metres.tolist() == pytest.approx([300], rel=1e-5)


def test_a_longer_limit_only_adds_pairs() -> None:
    rng = np.random.default_rng(3)
    network = town(rng, 12)
    homes, goals = (snap(anywhere(rng, count, 12), network, within=200) for count in (60, 9))
    near, far = (road_pairs(homes, goals, network, limit=limit).matrix(60, 9) for limit in (500, 900))
    assert np.isfinite(far).sum() > np.isfinite(near).sum()
    assert far[np.isfinite(near)] == pytest.approx(near[np.isfinite(near)])
