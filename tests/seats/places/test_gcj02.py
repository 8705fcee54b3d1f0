import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.seats.places import from_gcj02, haversine, to_gcj02

INLAND = st.tuples(st.floats(75, 134), st.floats(19, 53))


@given(INLAND)
def test_there_and_back_is_where_it_was_to_a_millimetre(place: tuple[float, float]) -> None:
    lon, lat = (np.array([one]) for one in place)
    back = from_gcj02(*to_gcj02(lon, lat))
    assert haversine(lon, lat, *back)[0] < 1e-3
    again = to_gcj02(*from_gcj02(lon, lat))
    assert haversine(lon, lat, *again)[0] < 1e-3


def test_the_shift_is_some_hundred_metres_and_known_at_tiananmen() -> None:
    lon, lat = to_gcj02(np.array([116.39123343289631]), np.array([39.9072885060602]))
    assert lon[0] == pytest.approx(116.39747, abs=2e-5)
    assert lat[0] == pytest.approx(39.90869, abs=2e-5)
    rng = np.random.default_rng(2)
    east, north = rng.uniform(112.7, 114.2, 500), rng.uniform(34.3, 35.0, 500)
    moved = haversine(east, north, *to_gcj02(east, north))
    assert 300 < moved.min() < moved.max() < 800


def test_outside_the_mainland_nothing_moves() -> None:
    lon, lat = np.array([-51.2, 139.7]), np.array([-30.05, 35.7])
    assert [one.tolist() for one in to_gcj02(lon, lat)] == [lon.tolist(), lat.tolist()]
    assert from_gcj02(np.empty(0), np.empty(0))[0].tolist() == []
