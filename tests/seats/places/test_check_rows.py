import polars as pl

from junheng.seats.places.check_rows import negative, nowhere, twice, unknown

from .squares import ROW, areas, children, schools, seats, sound


def test_nothing_is_wrong_with_a_sound_map() -> None:
    places = sound()
    assert [*twice(places), *nowhere(places), *negative(places), *unknown(places)] == []


def test_an_id_given_twice() -> None:
    found = list(twice(sound(areas=pl.concat([areas(*ROW), areas(ROW[0])]))))
    assert [(one.code, one.where.en) for one in found] == [("given_twice", "areas, row 5")]


def test_a_place_left_out_swapped_or_off_the_earth() -> None:
    bad = pl.DataFrame(
        {"school_code": ["x", "y", "z"], "longitude": [None, 34.7, 999.0], "latitude": [34.7, 113.6, 34.7]}
    )
    assert [one.code for one in nowhere(sound(schools=bad))] == ["no_place", "swapped", "no_such_place"]


def test_a_negative_count() -> None:
    found = list(negative(sound(children=children(3, each=-1).head(1), seats=seats(primary=-5))))
    assert [(one.code, one.where.en) for one in found] == [
        ("negative_count", "children, row 2"),
        ("negative_count", "seats, row 2"),
    ]
    assert "-5" in found[1].in_("zh")


def test_an_area_or_a_school_that_is_not_there() -> None:
    found = list(unknown(sound(schools=schools((500, 500), area="A9"), seats=seats(2))))
    assert [(one.code, one.where.en) for one in found] == [
        ("not_in_table", "schools, row 2"),
        ("not_in_table", "seats, row 4"),
        ("not_in_table", "seats, row 5"),
    ]
