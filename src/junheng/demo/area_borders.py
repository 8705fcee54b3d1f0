"""The borders of small areas as a graph: corners, the stretches between them, and who lies on either side."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from junheng.demo.area_cells import metres

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Borders:
    """``corners`` (n, 2) in degrees; each stretch runs between two corners with areas ``left`` and ``right``.

    ``right`` is -1 on the outline of the city. ``metres``: length of each stretch.
    """

    corners: NDArray[np.float64]
    ends: NDArray[np.int64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    metres: NDArray[np.float64]

    def neighbours(self, count: int) -> list[list[int]]:
        """By area, the areas it shares a stretch of border with, in rising order."""
        inner = self.right != NOBODY
        found: list[set[int]] = [set() for _ in range(count)]
        for one, other in zip(self.left[inner].tolist(), self.right[inner].tolist(), strict=True):
            found[one].add(other)
            found[other].add(one)
        return [sorted(one) for one in found]


def borders(polygons: NDArray[np.object_]) -> Borders:
    """The border graph of areas whose neighbours share their corners exactly and that have no holes."""
    at, owner = shapely.get_coordinates(polygons, return_index=True)
    corners, ids = np.unique(at, axis=0, return_inverse=True)
    ids = ids.reshape(-1)
    along = owner[1:] == owner[:-1]
    ends = np.sort(np.stack([ids[:-1][along], ids[1:][along]], axis=1), axis=1)
    stretches, which = np.unique(ends, axis=0, return_inverse=True)
    which, sides = which.reshape(-1), owner[:-1][along]
    order = np.lexsort((sides, which))
    first = np.searchsorted(which[order], np.arange(len(stretches)))
    twice = np.bincount(which, minlength=len(stretches)) > 1
    right = np.full(len(stretches), NOBODY, dtype=np.int64)
    right[twice] = sides[order][first[twice] + 1]
    place = metres(corners)
    length = np.hypot(*(place[stretches[:, 0]] - place[stretches[:, 1]]).T)
    return Borders(corners, stretches.astype(np.int64), sides[order][first].astype(np.int64), right, length)
