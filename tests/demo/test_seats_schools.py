from junheng.demo.city import City
from junheng.demo.seats_schools import seat_schools

from .conftest import SMALL
from .geography_case import the_schools


def test_seats_are_classes_times_the_norm_and_small_points_do_not_grow() -> None:
    seats = the_schools().seats
    norm = {"primary": 45, "junior": 50}
    assert all(row["seats"] == row["classes"] * norm[row["section"]] for row in seats.iter_rows(named=True))
    points = [one.code for one in the_schools().schools if one.kind.id in {"point", "small_point"} or one.private]
    assert seats.filter(seats["school_code"].is_in(points))["classes_addable"].sum() == 0
    assert seats["classes_addable"].sum() > 0


def test_totals_are_those_of_the_reported_facts(small: City) -> None:
    schools = seat_schools(2023, SMALL)
    facts = small.facts[2024]
    codes = [one.code for one in schools.schools if one.county == "410104"]
    told = facts["sections"].filter(facts["sections"]["school_code"].is_in(codes))
    assert schools.total("410104", "junior", 2024) == told.filter(told["section"] == "junior")["pupils"].sum()
    assert schools.total("410104", "primary", 2024) == told.filter(told["section"] == "primary")["pupils"].sum()
