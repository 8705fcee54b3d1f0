"""Rows with their limits, and what an arc adds to them."""

import numpy as np

from junheng.teachers.rotation.arcs import nearest_arcs
from junheng.teachers.rotation.groups import doors, groups
from junheng.teachers.rotation.rows import entries_of, rows_of
from junheng.teachers.rotation.spread import spread
from tests.teachers.rotation.tiny import county, rules


def test_an_arc_adds_to_every_row_that_counts_it() -> None:
    held = county([0, 1], backbone=[1, 0], partner=[1, 0])
    law = rules(out=100, into=100, couple=1, most=100, share=50)
    made = groups(held, law)
    rows = rows_of(held, law, made, tuple(spread(held, at, 1.0) for at in (0, 1)))
    arcs = nearest_arcs(held, law, made, doors(held, law, made), 1)
    one = int(np.flatnonzero(made.one[arcs.group] == 0)[0])
    found = entries_of(arcs, held, law, made, rows)
    mine = dict(zip(found.row[found.column == one].tolist(), found.value[found.column == one].tolist(), strict=True))
    assert mine == {
        int(rows.group[arcs.group[one]]): 1,
        int(rows.couple[0]): 1,
        int(rows.need[0, 0]): -1,
        int(rows.need[1, 0]): 1,
        int(rows.out[0]): 1,
        int(rows.into[1]): 1,
        rows.movers: 1,
        rows.most: 1,
        rows.backbone: 0.8,
        int(rows.flag[0, 0]): -1,
        int(rows.flag[0, 1]): 1,
    }
    assert rows.lower[rows.movers] == 1
    assert rows.upper[rows.most] == 2
    assert rows.upper[rows.couple[0]] == 1


def test_rules_that_are_not_known_have_no_rows() -> None:
    held, law = county([0, 1]), rules()
    rows = rows_of(held, law, groups(held, law), tuple(spread(held, at, 1.0) for at in (0, 1)))
    assert (rows.out == -1).all()
    assert (rows.into == -1).all()
    assert (rows.couple == -1).all()
    assert np.isinf(rows.upper[rows.most])
