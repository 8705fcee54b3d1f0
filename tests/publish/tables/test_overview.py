"""The city at a glance."""

from dataclasses import replace

from junheng.balance.model import CityVerdict, State
from junheng.policy import Text
from junheng.publish.tables import city_overview


def test_a_county_is_one_row_with_states_and_counts(city: CityVerdict) -> None:
    [row] = city_overview(city).records()
    assert row["state"] is State.NOT_MET
    assert row["domain_government"] is State.NOT_JUDGED
    assert (row["schools"], row["schools_passing"], row["schools_failing"], row["schools_not_judged"]) == (5, 3, 1, 1)
    assert (row["dispersions"], row["dispersions_met"]) == (14, 12)
    assert row["reasons"] == Text(
        "1所学校未达标；小学L7差异系数超限", "1 school falls short; Primary L7 is above its limit"
    )


def test_notes_are_carried(city: CityVerdict) -> None:
    note = Text("合成", "synthetic")
    assert city_overview(city, [note]).notes == (note,)


def test_a_city_without_counties_has_no_rows(city: CityVerdict) -> None:
    assert city_overview(replace(city, counties=())).rows == ()
