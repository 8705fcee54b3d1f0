"""Points on the map."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """``lon``, ``lat``: (n,) degrees, none missing."""

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]

    def __post_init__(self) -> None:
        if not (np.isfinite(self.lon).all() and np.isfinite(self.lat).all()):
            raise ValueError("a point has no place")

    def __len__(self) -> int:
        return len(self.lon)
