"""Schools and their shortfalls."""

import pytest

from junheng.balance.model import CityVerdict, State
from junheng.publish.tables import failing_schools, school_values
from tests.publish.conftest import COUNTY


def test_one_row_per_section_of_a_school(city: CityVerdict) -> None:
    rows = school_values(city, COUNTY).records()
    assert [(row["school_code"], row["section"].zh) for row in rows[2:]] == [
        ("3141000004", "小学"),
        ("3141000003", "初中"),
        ("3141000004", "初中"),
    ]
    assert [row["passes"] for row in rows] == [State.MET, State.NOT_MET, State.MET, State.MET, State.NOT_JUDGED]
    assert rows[1]["met_count"] == 5


def test_a_missing_value_stays_missing(city: CityVerdict) -> None:
    assert school_values(city, COUNTY).column("L6")[-1] is None


def test_a_failing_school_is_listed_with_each_shortfall(city: CityVerdict) -> None:
    rows = failing_schools(city, COUNTY).records()
    assert [(row["school_code"], row["indicator"]) for row in rows] == [("2141000002", "L1"), ("2141000002", "L5")]
    assert rows[1]["short_by"] == pytest.approx(7.5 - 5.005)
    assert rows[1]["reached"] == pytest.approx(100 * 5.005 / 7.5)


def test_a_school_that_passes_or_is_not_judged_is_not_listed(city: CityVerdict) -> None:
    assert set(failing_schools(city, COUNTY).column("school_code")) == {"2141000002"}
