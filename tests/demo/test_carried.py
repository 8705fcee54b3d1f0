import polars as pl

from junheng.demo.carried import not_carried
from junheng.demo.city import City
from junheng.facts.tables import Facts


def rest(city: City) -> Facts:
    return not_carried(city.facts[2025])


def test_what_the_official_workbooks_carry_is_not_asked_again(small: City) -> None:
    schools = rest(small)["schools"]
    for name in ("school_name", "school_type", "longitude", "boarding"):
        assert schools[name].null_count() == schools.height
    ordinary = rest(small)["sections"].filter(~pl.col("school_code").str.starts_with("51"))
    assert ordinary["pupils"].null_count() == ordinary.height


def test_what_they_have_no_place_for_stays(small: City) -> None:
    before, after = small.facts[2025], rest(small)
    for table, name in (
        ("schools", "dense_centre"),
        ("schools", "migrant_children"),
        ("staff", "certified"),
        ("rooms", "music_rooms_96"),
        ("rooms", "leased_sports_area"),
        ("money", "training_budget_yuan"),
        ("sections", "nearby_pupils"),
        ("sections", "graduates"),
    ):
        assert after[table][name].equals(before[table][name])


def test_special_schools_keep_their_pupils_for_the_template(small: City) -> None:
    special = rest(small)["sections"].filter(pl.col("school_code").str.starts_with("51"))
    assert special.height == 32
    assert special["pupils"].null_count() == 0


def test_senior_classes_stay_because_no_sheet_counts_them(small: City) -> None:
    before, after = (facts["class_sizes"].filter(section="senior") for facts in (small.facts[2025], rest(small)))
    assert before.height > 0
    assert after["classes_46_50"].equals(before["classes_46_50"])


def test_rows_and_keys_stay(small: City) -> None:
    for name, frame in rest(small).tables.items():
        assert frame.height == small.facts[2025][name].height
