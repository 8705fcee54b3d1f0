"""Kilometres from a table of distances."""

import numpy as np

from junheng.teachers.rotation.ways import kilometres
from tests.teachers.tables import DISTANCES, table

NAMES = ["s1", "s2", "s3"]


def test_one_direction_serves_both_and_what_is_missing_is_no_way() -> None:
    km, faults = kilometres(table("distances", "from,to,km\ns1,s2,2\ns9,s1,4\n"), NAMES)
    assert faults == ()
    assert km[0, 1] == km[1, 0] == 2
    assert np.isinf(km[0, 2])
    assert (np.diag(km) == 0).all()


def test_both_directions_may_differ_and_metres_count() -> None:
    km, _ = kilometres(table("distances", "from,to,metres\ns1,s2,2000\ns2,s1,2500\n"), NAMES)
    assert (km[0, 1], km[1, 0]) == (2, 2.5)


def test_blanks_and_two_distances_are_faults() -> None:
    _, blank = kilometres(table("distances", "from,to,km\ns1,s2,\n"), NAMES)
    _, twice = kilometres(table("distances", DISTANCES + "s1,s2,3\n"), NAMES)
    assert [one.code for one in (*blank, *twice)] == ["distance_blank", "distance_twice"]
    assert twice[0].place.row == 6
