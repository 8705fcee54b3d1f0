import numpy as np

from junheng.demo.growth import grow

LINE = [[1], [0, 2], [1, 3], [2, 4], [3]]
PLACES = np.array([[float(at), 0.0] for at in range(5)])


def test_areas_join_whoever_arrives_first() -> None:
    assert grow({0: 1.0, 4: 1.0}, LINE, PLACES).tolist() in ([0, 0, 0, 4, 4], [0, 0, 4, 4, 4])
    assert grow({0: 3.0, 4: 1.0}, LINE, PLACES).tolist() == [0, 0, 0, 0, 4]


def test_no_region_leaves_its_group_and_what_nobody_reaches_stays_alone() -> None:
    group = np.array(["a", "a", "b", "b", "b"])
    assert grow({0: 1.0, 4: 1.0}, LINE, PLACES, group).tolist() == [0, 0, 4, 4, 4]
    assert grow({0: 1.0}, LINE, PLACES, group).tolist() == [0, 0, -1, -1, -1]
