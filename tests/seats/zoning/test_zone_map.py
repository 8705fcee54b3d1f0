"""Borders become rows that look the same from both sides."""

from junheng.seats.zoning.zone_map import neighbours


def test_every_border_is_seen_from_both_sides() -> None:
    rows = neighbours(4, [(2, 0, 5.0), (0, 1, 3.0)])
    seen = [rows.neighbour[rows.start[at] : rows.start[at + 1]].tolist() for at in range(4)]
    assert seen == [[1, 2], [0], [0], []]
    assert rows.border.tolist() == [3.0, 5.0, 3.0, 5.0]


def test_a_map_without_borders() -> None:
    assert neighbours(2, []).start.tolist() == [0, 0, 0]
