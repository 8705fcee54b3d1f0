import numpy as np
import pytest
from pyproj import Geod

from junheng.seats.places import RADIUS, Flat, haversine


def test_the_sphere_is_within_half_a_percent_of_the_ellipsoid() -> None:
    rng = np.random.default_rng(1)
    lon, lat = rng.uniform(113, 114, (2, 200)), rng.uniform(34, 35, (2, 200))
    metres = haversine(lon[0], lat[0], lon[1], lat[1])
    ellipsoid = Geod(ellps="WGS84").inv(lon[0], lat[0], lon[1], lat[1])[2]
    assert metres == pytest.approx(ellipsoid, rel=5e-3)


def test_a_quarter_of_the_way_round() -> None:
    assert haversine(np.array([0.0]), np.array([0.0]), np.array([90.0]), np.array([0.0]))[0] == pytest.approx(
        np.pi / 2 * RADIUS
    )


def test_the_flat_map_keeps_the_distances_of_a_city() -> None:
    lon, lat = np.array([113.5, 113.9, 113.6]), np.array([34.6, 34.9, 34.8])
    at = Flat.around(lon, lat).metres(lon, lat)
    assert np.hypot(*(at[0] - at[1])) == pytest.approx(haversine(lon[:1], lat[:1], lon[1:2], lat[1:2])[0], rel=2e-3)
