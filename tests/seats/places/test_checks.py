import pytest

from junheng.demo import seats_city
from junheng.seats.faults import UnfitInputError
from junheng.seats.places import Places, check_places

from .squares import KM, ROW, areas, children, schools, seats, sound, square


def test_a_sound_map_has_nothing_to_say() -> None:
    found = check_places(sound())
    assert (found.stops, found.notes) == ((), ())
    assert found.settled() is found


def test_what_stops_and_what_is_noted_all_at_once() -> None:
    bad = sound(
        areas=areas(*ROW, square(9 * KM, 0), square(9.5 * KM, 0)),
        children=children(3, years=(2023, 2025)),
        schools=schools((500, 500), (500, 9000)),
        seats=seats(2, primary=10),
    )
    found = check_places(bad)
    assert [one.code for one in found.stops] == ["areas_overlap", "outside_every_area"]
    assert [one.code for one in found.notes] == [
        "no_population",
        "no_population",
        "year_missing",
        "seats_below_children",
        "piece_apart",
    ]
    with pytest.raises(UnfitInputError) as refused:
        found.settled()
    assert len(refused.value.faults) == 2


def test_rows_that_cannot_be_used_are_told_before_the_map_is_looked_at() -> None:
    found = check_places(sound(children=children(3, each=-2), schools=schools((500, 9000))))
    assert {one.code for one in found.stops} == {"negative_count"}
    assert found.notes == ()


def test_every_fault_says_where_what_and_how_to_mend_it_in_both_languages() -> None:
    found = check_places(
        sound(areas=areas(*ROW, square(3 * KM, KM)), schools=schools((500, 9000)), seats=seats(primary=1))
    )
    for one in (*found.stops, *found.notes):
        told = one.to_dict()
        assert all(told[part][language] for part in ("where", "what", "rule", "fix") for language in ("zh", "en"))


def test_the_synthetic_city_is_sound_but_short_of_seats() -> None:
    city = seats_city(scale=0.02)
    places = Places.of(
        areas=city.areas,
        children=city.children,
        schools=city.schools,
        seats=city.seats,
        sites=city.sites,
        dwellings=city.dwellings,
    )
    found = check_places(places)
    assert found.stops == ()
    assert {one.code for one in found.notes} <= {"seats_below_children", "nobody_lives_there"}
