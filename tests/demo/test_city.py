"""The promise of the synthetic city: official totals, the picture of verdicts, gaps, three years that improve."""

from collections import Counter

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from junheng.demo.calibration import calibration
from junheng.demo.city import City, generate, without
from junheng.facts.checks import check
from junheng.facts.contracts import contracts
from tests.demo.quick_check import County, quick_check

BANDS = [
    f"classes_{band}"
    for band in ("le25", "26_30", "31_35", "36_40", "41_45", "46_50", "51_55", "56_60", "61_65", "ge66")
]
PASSING, DISPERSED, UNJUDGED = ("410106", "410172"), ("410181", "410183", "410185"), ("410108", "410182")
CLOSE = ("410105", "410122")


@pytest.fixture(scope="module")
def picture(whole: City) -> dict[int, dict[str, County]]:
    return {year: quick_check(facts) for year, facts in whole.facts.items()}


def ordinary(city: City, year: int, table: str) -> pl.DataFrame:
    facts = city.facts[year]
    return (
        facts[table]
        .join(facts["schools"].select("school_code", "school_type", "counted"), on="school_code")
        .filter(~pl.col("school_type").str.starts_with("5"))
    )


@pytest.mark.parametrize("year", [2023, 2024])
@pytest.mark.parametrize("section", ["primary", "junior"])
def test_pupils_are_within_one_percent_of_the_published_total(whole: City, year: int, section: str) -> None:
    pupils = ordinary(whole, year, "sections").filter(pl.col("section") == section)["pupils"].sum()
    assert pupils == pytest.approx(calibration().official["pupils"][section][year], rel=0.01)


@pytest.mark.parametrize("year", [2023, 2024])
def test_schools_are_as_many_as_published(whole: City, year: int) -> None:
    counted = whole.facts[year]["schools"].filter("counted")["school_type"]
    official = calibration().official["schools"]
    assert (counted == "211").sum() == official["primary"][year]
    assert counted.is_in(["311", "312"]).sum() == official["junior"][year]


@pytest.mark.parametrize("section", ["primary", "junior"])
def test_the_mean_class_size_is_within_one_percent_of_the_published_one(whole: City, section: str) -> None:
    rows = ordinary(whole, 2023, "sections").filter(pl.col("section") == section)
    assert sum(rows["pupils"].to_list()) / sum(rows["classes"].to_list()) == pytest.approx(
        calibration().official["class_size"][section][2023], rel=0.01
    )


def test_sections_and_kinds_are_those_of_a_large_city(whole: City) -> None:
    sections = ordinary(whole, 2024, "sections").group_by("section").len()
    count = dict(sections.iter_rows())
    assert 1000 <= count["primary"] <= 1200
    assert 540 <= count["junior"] <= 560
    assert set(whole.facts[2024]["schools"]["school_type"].unique()) == {
        "211",
        "218",
        "311",
        "312",
        "341",
        "345",
        "514",
    }


def test_small_and_larger_teaching_points_are_both_there(whole: City) -> None:
    points = ordinary(whole, 2024, "sections").filter(pl.col("school_type") == "218")["pupils"]
    assert (points < 50).sum() > 5
    assert points.is_between(50, 99).sum() > 5


def test_two_areas_pass_every_school_and_all_fourteen_dispersions(picture: dict[int, dict[str, County]]) -> None:
    for county in PASSING:
        found = picture[2025][county]
        assert (found.failed, found.unjudged, found.over) == (0, 0, {})
        assert len(found.dispersions) == 14


def test_rich_villages_push_some_areas_over_the_dispersion(picture: dict[int, dict[str, County]]) -> None:
    over = {county for county, found in picture[2025].items() if found.over}
    assert over == set(DISPERSED)
    assert picture[2025]["410181"].failed == 0


def test_two_areas_cannot_be_judged_though_no_school_fails(picture: dict[int, dict[str, County]]) -> None:
    for county in UNJUDGED:
        assert picture[2025][county].failed == 0
        assert picture[2025][county].unjudged > 0
    assert all(not found.unjudged for county, found in picture[2025].items() if county not in UNJUDGED)


def test_the_two_named_areas_are_close(picture: dict[int, dict[str, County]]) -> None:
    for county in CLOSE:
        found = picture[2025][county]
        assert 1 <= found.failed <= 6
        assert found.over == {}


def test_most_other_areas_fail_by_schools(picture: dict[int, dict[str, County]]) -> None:
    failing = [county for county, found in picture[2025].items() if found.failed > 3]
    assert len(failing) >= 8


def test_schools_improve_from_year_to_year_everywhere(picture: dict[int, dict[str, County]]) -> None:
    for county in picture[2025]:
        share = [
            picture[year][county].failed / (picture[year][county].passed + picture[year][county].failed)
            for year in (2023, 2024, 2025)
        ]
        assert share[0] > share[1] > share[2], county


def test_leased_grounds_rescue_schools_of_the_dense_centre(whole: City) -> None:
    facts = whole.facts[2025]
    without_relief = facts.of(
        2025, {**facts.tables, "schools": facts["schools"].with_columns(dense_centre=pl.lit(False))}
    )
    assert quick_check(without_relief)["410105"].failed > 5 + quick_check(facts)["410105"].failed


def test_oversized_classes_stand_in_the_centre_and_grow_fewer(whole: City) -> None:
    def oversized(year: int) -> int:
        return int(ordinary(whole, year, "class_sizes").select(pl.sum_horizontal(BANDS[-3:]).sum()).item())

    assert oversized(2023) > oversized(2024) > oversized(2025) > 0


def test_silent_schools_are_expected_and_were_there_a_year_before(whole: City) -> None:
    reported = set(whole.facts[2025]["schools"]["school_code"])
    silent = set(whole.expected["school_code"]) - reported
    assert len(silent) == 5
    assert silent <= set(whole.facts[2024]["schools"]["school_code"])
    for table in ("sections", "rooms", "money", "teachers", "staff", "class_sizes"):
        assert not silent & set(whole.facts[2025][table]["school_code"])


def test_a_few_values_were_left_blank(whole: City) -> None:
    rooms, money = whole.facts[2025]["rooms"], whole.facts[2025]["money"]
    blank = rooms.select("teaching_area", "sports_ground_area", "multimedia_classrooms").null_count().sum_horizontal()
    assert blank.item() + money["equipment_value_yuan"].null_count() == 4
    assert 10 < rooms["books"].null_count() + rooms["green_area"].null_count() < 100


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_facts_obey_their_contracts(whole: City, year: int) -> None:
    for name, rules in contracts().items():
        frame = whole.facts[year][name]
        assert frame.schema == rules.schema
        assert frame.height
        assert frame.select(rules.key).is_duplicated().sum() == 0
        for field in rules.fields:
            column = frame[field.id]
            assert not (field.required and column.null_count())
            if field.pattern:
                assert column.drop_nulls().str.contains(field.pattern).all()
            if field.min is not None:
                assert column.is_null().all() or float(column.min()) >= field.min  # type: ignore[arg-type]
            if field.max is not None:
                assert column.is_null().all() or float(column.max()) <= field.max  # type: ignore[arg-type]


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_facts_agree_with_each_other(whole: City, year: int) -> None:
    facts = whole.facts[year]
    rooms, teachers = facts["rooms"].drop_nulls("teaching_area"), facts["teachers"]
    assert (rooms["indoor_sports_area"] <= rooms["teaching_area"]).all()
    degrees = teachers.select(pl.sum_horizontal(pl.col("^degree_.*$"))).to_series()
    assert (degrees == teachers["teachers"]).all()
    assert (teachers["backbone_teachers"] <= teachers["teachers"]).all()
    both = facts["sections"].join(facts["class_sizes"], on=["school_code", "section"])
    assert (both.select(pl.sum_horizontal(BANDS)).to_series() == both["classes"]).all()
    assert (both["nearby_pupils"].fill_null(0) <= both["pupils"]).all()
    staff = facts["staff"]
    assert (staff["certified"] <= staff["teachers_total"]).all()
    assert (staff["teachers_total"] <= staff["staff_total"]).all()


def test_the_checks_of_an_import_find_only_the_gaps_that_were_made(whole: City) -> None:
    for year in (2023, 2024):
        found = {one.code for one in check(whole.facts[year], previous=whole.facts.get(year - 1))}
        assert found <= {"jump_from_last_year", "school_new"}
    last = Counter(one.code for one in check(whole.facts[2025], previous=whole.facts[2024], expected=whole.expected))
    assert set(last) <= {"jump_from_last_year", "school_missing"}
    assert last["school_missing"] == 5
    assert last["jump_from_last_year"] < 0.06 * whole.expected.height


def test_campuses_add_up_to_their_school(whole: City) -> None:
    facts = whole.facts[2024]
    sums = (
        facts["campuses"]
        .group_by("school_code")
        .agg(pl.col("pupils_primary", "pupils_junior", "teaching_area", "multimedia_classrooms").sum())
    )
    assert sums.height > 5
    joined = sums.join(facts["rooms"], on="school_code", suffix="_whole")
    assert (joined["teaching_area"] == joined["teaching_area_whole"]).all()
    assert (joined["multimedia_classrooms"] == joined["multimedia_classrooms_whole"]).all()


def test_the_same_seed_gives_the_same_facts(small: City) -> None:
    again = generate(scale=small.scale)
    for year, facts in small.facts.items():
        for name, frame in facts.tables.items():
            assert_frame_equal(frame, again.facts[year][name])


def test_another_seed_gives_another_city_with_the_same_totals(small: City) -> None:
    other = generate(seed=7, scale=small.scale)
    assert not other.facts[2023]["rooms"].equals(small.facts[2023]["rooms"])
    for section in ("primary", "junior"):
        first, second = (
            ordinary(city, 2023, "sections").filter(section=section)["pupils"].sum() for city in (other, small)
        )
        assert first == second > 0


def test_a_small_city_keeps_every_area(small: City) -> None:
    for facts in small.facts.values():
        assert facts["counties"].height == 16
        assert facts["schools"]["county_code"].n_unique() == 16


@pytest.mark.parametrize(("seed", "scale"), [(1, 0.01), (2023, 0.02), (3, 0.07), (4, 0.13)])
def test_a_city_of_any_size_and_seed_can_be_drawn(seed: int, scale: float) -> None:
    city = generate(seed=seed, scale=scale)
    pupils = ordinary(city, 2024, "sections").filter(section="primary")["pupils"]
    assert pupils.sum() == round(1205700 * scale)
    assert min(pupils.to_list()) > 0
    assert city.facts[2025]["schools"]["county_code"].n_unique() == 16


@pytest.mark.parametrize("scale", [0, -1, 0.009, 1.5])
def test_a_scale_out_of_range_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        generate(scale=scale)


def test_a_school_is_left_out_of_every_table(small: City) -> None:
    code = small.facts[2023]["schools"]["school_code"][0]
    rest = without(small.facts[2023], frozenset({code}))
    for name, frame in rest.tables.items():
        if name != "evidence" and "school_code" in frame.columns:
            assert code not in frame["school_code"].to_list()
    assert rest["counties"].height == 16
