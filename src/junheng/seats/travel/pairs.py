"""Distances between areas and schools, as triplets."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs within a limit, in order of area, metres, school; ``straight`` marks those not measured along roads."""

    area: NDArray[np.int64]
    school: NDArray[np.int64]
    metres: NDArray[np.float64]
    straight: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.area)

    def table(self, areas: Sequence[str], schools: Sequence[str]) -> pl.DataFrame:
        """Columns ``area``, ``school``, ``metres`` (whole centimetres), ``way`` (``road`` or ``straight``)."""
        return pl.DataFrame(
            {
                "area": pl.Series(areas, dtype=pl.String).gather(self.area),
                "school": pl.Series(schools, dtype=pl.String).gather(self.school),
                "metres": np.round(self.metres, 2),
                "way": np.where(self.straight, "straight", "road"),
            }
        )

    def matrix(self, areas: int, schools: int) -> NDArray[np.float64]:
        """(areas, schools) metres, infinite where the pair is farther than the limit."""
        found = np.full((areas, schools), np.inf)
        found[self.area, self.school] = self.metres
        return found


def in_order(
    area: NDArray[np.int64], school: NDArray[np.int64], metres: NDArray[np.float64], straight: NDArray[np.bool_]
) -> Pairs:
    """The pairs sorted; of a pair given more than once the shortest."""
    order = np.lexsort((metres, school, area))
    area, school, metres, straight = area[order], school[order], metres[order], straight[order]
    new = np.ones(len(area), dtype=bool)
    new[1:] = (area[1:] != area[:-1]) | (school[1:] != school[:-1])
    area, school, metres, straight = area[new], school[new], metres[new], straight[new]
    order = np.lexsort((school, metres, area))
    return Pairs(area[order], school[order], metres[order], straight[order])
