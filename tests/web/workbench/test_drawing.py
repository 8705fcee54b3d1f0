"""The drawing says where things lie and keeps zones apart."""

import pytest

from junheng.web.workbench.drawing import COLOURS, colouring, drawing_of, path, short_names
from junheng.web.workbench.land import Land


def test_north_is_up_and_everything_is_inside(land: Land) -> None:
    drawing = drawing_of(land)
    (west, south), (east, north) = drawing.middles[0], drawing.middles[-1]
    assert west < east
    assert north < south
    assert all(0 < x < 1000 and 0 < y < drawing.height for x, y in (*drawing.middles, *drawing.schools))
    assert len(drawing.paths) == 12
    assert all(one.startswith("M") and one.endswith("Z") for one in drawing.paths)


def test_every_border_has_one_seam(land: Land) -> None:
    drawing = drawing_of(land)
    assert len(drawing.seams) == 17  # 9 between columns, 8 between rows
    assert all(one < other and line.startswith("M") and "Z" not in line for one, other, line in drawing.seams)


def test_zones_that_touch_differ_in_colour(land: Land) -> None:
    colours = drawing_of(land).colours
    assert colours[0] != colours[1] != colours[2]
    assert all(0 <= one < COLOURS for one in colours)


def test_more_touching_zones_than_colours_still_get_one(land: Land) -> None:
    import numpy as np

    size = COLOURS + 2
    everyone = [[other for other in range(size) if other != one] for one in range(size)]
    start = np.arange(size + 1) * (size - 1)
    found = colouring(start, np.array(everyone).reshape(-1), np.arange(size), size)
    assert set(found) == set(range(COLOURS))


def test_a_shape_of_several_parts_is_one_path() -> None:
    import shapely

    both = shapely.union_all([shapely.box(0, 0, 1, 1), shapely.box(3, 0, 4, 1)])
    assert path(both).count("M") == path(both).count("Z") == 2


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("金水区样例第1小学", "金水区样例第12小学"), ("第1小学", "第12小学")),
        (("甲小学", "乙小学"), ("甲小学", "乙小学")),
        (("同名", "同名"), ("名", "名")),
        (("独",), ("独",)),
        ((), ()),
    ],
)
def test_names_lose_what_all_begin_with(names: tuple[str, ...], short: tuple[str, ...]) -> None:
    assert short_names(names) == short
