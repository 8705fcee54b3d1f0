"""Straight lines, where there is no network or a point does not lie on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.places import RADIUS, haversine
from junheng.seats.travel.points import Points


@dataclass(frozen=True, slots=True)
class Detour:
    """How much longer than the straight line a way is taken to be, and who says so."""

    factor: float
    source: str

    def __post_init__(self) -> None:
        if not self.factor >= 1:
            raise ValueError(f"绕行系数不小于 1 / a detour factor is at least 1, not {self.factor}")
        if not self.source.strip():
            raise ValueError("绕行系数须注明来源 / a detour factor needs its source")


def straight_pairs(
    origins: Points, targets: Points, *, limit: float, detour: Detour | None = None
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Origin, target and metres of all pairs within the limit; plain great circles unless a detour is given."""
    from scipy.spatial import KDTree

    factor = detour.factor if detour else 1.0
    none = np.empty(0, dtype=np.int64)
    if not len(origins) or not len(targets):
        return none, none, np.empty(0)
    chord = 2 * np.sin(min(limit / factor / RADIUS, np.pi) / 2) * (1 + 1e-9)
    near = KDTree(_on_sphere(targets)).query_ball_point(_on_sphere(origins), chord, return_sorted=True)
    origin = np.repeat(np.arange(len(origins)), [len(one) for one in near])
    target = np.concatenate([*(np.array(one, dtype=np.int64) for one in near), none])
    metres = factor * haversine(origins.lon[origin], origins.lat[origin], targets.lon[target], targets.lat[target])
    within = metres <= limit
    return origin[within], target[within], metres[within]


def _on_sphere(points: Points) -> NDArray[np.float64]:
    lon, lat = np.radians(points.lon), np.radians(points.lat)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
