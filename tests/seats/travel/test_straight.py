import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.seats.places import haversine
from junheng.seats.travel import Detour, Points
from junheng.seats.travel.straight import straight_pairs

from .streets import at

PLACES = st.lists(st.tuples(st.floats(-179, 179), st.floats(-89, 89)), min_size=1, max_size=6)


@given(PLACES, PLACES, st.floats(1, 2e7), st.floats(1, 3))
def test_exactly_the_pairs_within_the_limit(
    homes: list[tuple[float, float]], goals: list[tuple[float, float]], limit: float, factor: float
) -> None:
    one, other = (Points(*np.array(places).T) for places in (homes, goals))
    origin, target, metres = straight_pairs(one, other, limit=limit, detour=Detour(factor, "test"))
    whole = factor * haversine(one.lon[:, None], one.lat[:, None], other.lon[None], other.lat[None])
    assert set(zip(origin.tolist(), target.tolist(), strict=True)) == set(
        zip(*(i.tolist() for i in np.nonzero(whole <= limit)), strict=True)
    )
    assert metres.tolist() == pytest.approx(whole[origin, target].tolist())


def test_plain_lines_unless_a_detour_is_given_with_its_source() -> None:
    assert straight_pairs(at((0, 0)), at((300, 400)), limit=501)[2].tolist() == pytest.approx([500])
    assert straight_pairs(at((0, 0)), at((300, 400)), limit=501, detour=Detour(1.3, "a survey"))[2].tolist() == []
    with pytest.raises(ValueError, match="source"):
        Detour(1.3, " ")
    with pytest.raises(ValueError, match="factor"):
        Detour(0.9, "a survey")


def test_nobody_and_nowhere() -> None:
    assert len(straight_pairs(at(), at((0, 0)), limit=10)[0]) == 0
