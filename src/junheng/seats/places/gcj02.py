"""GCJ-02, the shifted coordinates of Chinese web maps, to and from WGS84.

The shift is a published-by-use series of sines around the point (105° E, 35° N), laid over the ellipsoid of Krasovsky
1940; outside the mainland's box nothing is shifted. WGS84 and CGCS2000 differ by centimetres and are one here.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SEMI_MAJOR = 6_378_245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323
WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
CLOSE = 1e-10
"""Degrees, a hundredth of a millimetre: the inverse stops here."""
ROUNDS = 30


def to_gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """WGS84 degrees as GCJ-02 degrees; shapes as given."""
    lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    east, north = _shift(lon, lat)
    return lon + east, lat + north


def from_gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """GCJ-02 degrees as WGS84 degrees: the fixed point of ``w = g - shift(w)``, a thousand times closer each step."""
    lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    x, y = lon, lat
    for _ in range(ROUNDS):
        east, north = _shift(x, y)
        moved = max(np.abs(lon - east - x).max(initial=0.0), np.abs(lat - north - y).max(initial=0.0))
        x, y = lon - east, lat - north
        if moved < CLOSE:
            break
    return x, y


def _shift(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Degrees east and north by which a WGS84 point is moved."""
    x, y = lon - 105.0, lat - 35.0
    ripple = (20 * np.sin(6 * x * np.pi) + 20 * np.sin(2 * x * np.pi)) * 2 / 3
    root = np.sqrt(np.abs(x))
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    north += (20 * np.sin(y * np.pi) + 40 * np.sin(y / 3 * np.pi)) * 2 / 3
    north += (160 * np.sin(y / 12 * np.pi) + 320 * np.sin(y * np.pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    east += (20 * np.sin(x * np.pi) + 40 * np.sin(x / 3 * np.pi)) * 2 / 3
    east += (150 * np.sin(x / 12 * np.pi) + 300 * np.sin(x / 30 * np.pi)) * 2 / 3
    sine = np.sin(np.radians(lat))
    bent = 1 - ECCENTRICITY_SQUARED * sine * sine
    meridian = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (bent * np.sqrt(bent))
    parallel = SEMI_MAJOR / np.sqrt(bent) * np.cos(np.radians(lat))
    inside = (lon >= WEST) & (lon <= EAST) & (lat >= SOUTH) & (lat <= NORTH)
    return (
        np.where(inside, np.degrees(east / parallel), 0.0),
        np.where(inside, np.degrees(north / meridian), 0.0),
    )
