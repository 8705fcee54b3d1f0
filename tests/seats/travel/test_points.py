import numpy as np
import pytest

from junheng.seats.travel import Points


def test_points_have_places() -> None:
    assert len(Points(np.zeros(3), np.zeros(3))) == 3
    with pytest.raises(ValueError, match="place"):
        Points(np.array([np.nan]), np.zeros(1))
