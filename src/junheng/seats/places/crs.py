"""Coordinate systems that a city may send: those that lead to degrees of CGCS2000 or WGS84 without guessing."""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError

if TYPE_CHECKING:
    from pyproj import CRS

DATUMS = ("China Geodetic Coordinate System 2000", "China 2000", "World Geodetic System 1984", "WGS 84")
"""Datums that agree within a metre. The way from 1954 北京 or 1980 西安 to them is kept secret and never guessed."""
DEGREES = "EPSG:4490"


def to_degrees(at: NDArray[np.float64], crs: str | None, where: Text) -> NDArray[np.float64]:
    """Longitude and latitude, (n, 2), of coordinates in some system.

    Args:
        at: (n, 2) in the system's own units, east (or longitude) first.
        crs: anything pyproj understands; None when the file does not say.
        where: the file or layer, for the fault.

    Raises:
        UnfitInputError: the system is unknown, or rests on a datum from which no open transformation leads here.
    """
    if crs is None or not crs.strip():
        raise UnfitInputError([Fault("crs_unknown", where)])
    found = _read(crs)
    if found is None:
        raise UnfitInputError([Fault("crs_unknown", where)])
    if not _open(found):
        raise UnfitInputError([Fault("crs_unfit", where, {"crs": found.name})])
    if found.is_geographic:
        return at
    from pyproj import Transformer

    lon, lat = Transformer.from_crs(found, DEGREES, always_xy=True).transform(at[:, 0], at[:, 1])
    return np.stack([lon, lat], axis=1)


@cache
def _read(crs: str) -> "CRS | None":
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return CRS.from_user_input(crs)
    except CRSError:
        return None


def _open(crs: "CRS") -> bool:
    geodetic = crs.geodetic_crs
    if geodetic is None or geodetic.datum is None:
        return False
    name = geodetic.datum.name.replace("_", " ").removeprefix("D ")
    return any(name.startswith(one) for one in DATUMS)
