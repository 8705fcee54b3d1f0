import polars as pl

from junheng.seats.places.check_children import missing_years, too_few_seats, unpeopled

from .squares import children, schools, seats, sound


def test_a_sound_map_has_children_years_and_seats() -> None:
    places = sound()
    assert [*unpeopled(places), *missing_years(places), *too_few_seats(places)] == []


def test_areas_without_population_and_areas_where_nobody_lives_are_two_things() -> None:
    some = children(2).with_columns(children=pl.when(pl.col("area") == "A1").then(0).otherwise(pl.col("children")))
    found = list(unpeopled(sound(children=some)))
    assert [(one.code, one.where.en) for one in found] == [
        ("nobody_lives_there", "area “A1” 样例1"),
        ("no_population", "area “A2” 样例2"),
    ]


def test_a_year_missing_for_all_and_one_missing_for_an_area() -> None:
    some = children(3, years=(2022, 2023, 2025)).filter((pl.col("area") != "A2") | (pl.col("year") != 2022))
    found = list(missing_years(sound(children=some)))
    assert [(one.code, one.values) for one in found] == [
        ("year_missing", {"year": 2024}),
        ("area_lacks_years", {"years": "2022"}),
    ]
    assert list(missing_years(sound(children=some.clear()))) == []


def test_fewer_seats_than_children_says_how_many_are_short() -> None:
    found = list(too_few_seats(sound(seats=seats(primary=500, junior=269))))
    assert [(one.where.zh, one.values["short"]) for one in found] == [("410105 小学", 40), ("410105 初中", 1)]
    assert list(too_few_seats(sound(seats=seats(primary=540, junior=270)))) == []


def test_a_county_without_any_school_is_short_of_all() -> None:
    other = schools((500, 500)).with_columns(county_code=pl.lit("410104"))
    assert [one.values["seats"] for one in too_few_seats(sound(schools=other))] == [0, 0]
