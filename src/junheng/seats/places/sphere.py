"""Distances on the earth taken as a sphere, and a flat map of a city for what is measured between neighbours."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

RADIUS = 6_371_008.8
"""Mean radius of the earth in metres (IUGG R1); distances are within 0.5 % of those on the ellipsoid."""

Floats = NDArray[np.float64]


def haversine(lon: Floats, lat: Floats, other_lon: Floats, other_lat: Floats) -> Floats:
    """Great-circle distance in metres; degrees in, any shapes that broadcast."""
    east, north = np.radians(other_lon - lon), np.radians(other_lat - lat)
    cosines = np.cos(np.radians(lat)) * np.cos(np.radians(other_lat))
    half = np.sin(north / 2) ** 2 + cosines * np.sin(east / 2) ** 2
    metres: Floats = 2 * RADIUS * np.arcsin(np.sqrt(half))
    return metres


@dataclass(frozen=True, slots=True)
class Flat:
    """Metres east and north of a middle, good to a few parts in ten thousand across a city."""

    lon: float
    lat: float

    @classmethod
    def around(cls, lon: Floats, lat: Floats) -> Self:
        """A map with the points' extent in its middle."""
        return cls(float((lon.min() + lon.max()) / 2), float((lat.min() + lat.max()) / 2))

    def metres(self, lon: Floats, lat: Floats) -> Floats:
        """(n, 2) metres."""
        north = np.pi / 180 * RADIUS
        return np.stack([(lon - self.lon) * north * np.cos(np.radians(self.lat)), (lat - self.lat) * north], axis=-1)
