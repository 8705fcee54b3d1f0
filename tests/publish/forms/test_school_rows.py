"""The rows of form II-2."""

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.publish.forms.school_rows import remark, row_counts, school_rows
from tests.publish.conftest import COUNTY


def test_one_row_per_section_numbered_within_it(city: CityVerdict, facts: Facts) -> None:
    rows = school_rows(city, facts, COUNTY)
    assert [row["number"] for row in rows] == [1, 2, 3, 1, 2]
    assert rows[2]["name"] == "金水区九年一贯制学校（小学部）"
    assert rows[3]["name"] == "金水区第九中学"


def test_organiser_grades_and_classes_come_from_the_facts(city: CityVerdict, facts: Facts) -> None:
    rows = school_rows(city, facts, COUNTY)
    assert (rows[0]["organiser"], rows[0]["grades"], rows[0]["classes"]) == ("7", 6, 28)
    assert rows[4]["classes"] is None


def test_a_remark_lists_met_floor_short_and_unknown(city: CityVerdict) -> None:
    schools = city.counties[0].schools
    assert remark(city, schools[0]) == "7项达标"
    assert remark(city, schools[1]) == (
        "5项达标：骨干教师、体育艺术教师、教学用房、仪器设备、多媒体教室；达到85%：高学历教师；未达到85%：运动场馆"
    )
    assert remark(city, schools[4]).endswith("；未评定：仪器设备")


def test_a_value_exactly_at_the_floor_reaches_it(city: CityVerdict) -> None:
    school = city.counties[0].schools[2]
    at_floor = {**school.values, "L5": 0.85 * 7.5}
    held = type(school)(
        school.school_code, school.school_name, school.section, school.pupils, at_floor, school.met, school.passes, ()
    )
    assert remark(city, held).endswith("；达到85%：运动场馆")


def test_unjudged_schools_have_an_empty_cell(city: CityVerdict, facts: Facts) -> None:
    assert [row["passes"] for row in school_rows(city, facts, COUNTY)] == ["是", "否", "是", "是", None]


def test_the_note_counts_the_rows(city: CityVerdict, facts: Facts) -> None:
    assert row_counts(city, facts, COUNTY) == {
        "rows.primary": 3,
        "rows.combined_primary": 1,
        "rows.teaching_points": 0,
        "rows.junior": 2,
        "rows.combined_junior": 1,
        "rows.complete_junior": 0,
    }
