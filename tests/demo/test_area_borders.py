import numpy as np
import pytest
import shapely

from junheng.demo.area_borders import NOBODY, borders


def test_two_squares_share_one_stretch() -> None:
    found = borders(np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)]))
    assert len(found.corners) == 6
    assert (found.right != NOBODY).sum() == 1
    assert found.neighbours(2) == [[1], [0]]
    inner = int(np.flatnonzero(found.right != NOBODY)[0])
    assert found.corners[found.ends[inner]].tolist() == [[1, 0], [1, 1]]
    assert found.metres[inner] == pytest.approx(111320)
    assert len(found.ends) == 7


def test_a_corner_joins_nobody() -> None:
    assert borders(np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)])).neighbours(2) == [[], []]
