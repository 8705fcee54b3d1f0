import polars as pl

from junheng.seats.places import Places, to_gcj02
from junheng.seats.places.check_points import outside, shifted

from .squares import KM, ROW, areas, schools, sound, square


def moved(frame: pl.DataFrame) -> pl.DataFrame:
    lon, lat = to_gcj02(frame["longitude"].to_numpy(), frame["latitude"].to_numpy())
    return frame.with_columns(longitude=lon, latitude=lat)


SMALL = tuple(square(at * 400.0, 0, 400) for at in range(4))


def test_a_school_outside_every_area() -> None:
    found = list(outside(sound(schools=schools((500, 500), (500, 5000)))))
    assert [(one.code, one.where.zh) for one in found] == [("outside_every_area", "学校“S1”")]


def test_without_polygons_a_school_far_from_every_area() -> None:
    grid = areas(*(square(x * KM, y * KM) for x in range(4) for y in range(4))).drop("polygon")
    places = sound(areas=grid, schools=schools((500, 500), (9000, 500)))
    assert [one.where.en for one in outside(places)] == ["school “S1”"]
    few = sound(areas=grid.head(5), schools=schools((9000, 500)))
    assert list(outside(few)) == []


def test_points_in_gcj02_among_others_are_told_one_by_one() -> None:
    here = schools((200, 200), (210, 190), (190, 220))
    mixed = pl.concat([here.head(2), moved(here.tail(1))])
    found = list(shifted(sound(areas=areas(*SMALL), schools=mixed)))
    assert [(one.code, one.where.en) for one in found] == [("gcj02_point", "school “S2”")]
    assert found[0].values["points"] == 1
    assert found[0].values["of"] == 3
    assert 300 < float(found[0].values["metres"]) < 800
    assert "--gcj02 schools" in found[0].in_("zh")


def test_a_table_in_gcj02_as_a_whole() -> None:
    found = list(shifted(sound(areas=moved(areas(*SMALL)))))
    assert [one.where.en for one in found] == [f"area “A{at}”" for at in range(4)]


def test_nothing_is_suspected_of_points_that_fit_or_that_nothing_is_known_of() -> None:
    places = sound(areas=areas(*SMALL), schools=schools((200, 200)))
    assert list(shifted(places)) == []
    assert list(shifted(sound(areas=areas(*SMALL), schools=moved(schools((200, 200), area=None))))) == []
    assert list(shifted(Places.of(areas=moved(areas(*ROW)).drop("polygon")))) == []


def test_no_points_are_outside_nothing() -> None:
    assert list(outside(sound(schools=schools().clear()))) == []
