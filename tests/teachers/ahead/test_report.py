"""Stock, flows and need of each county and subject, and the first year that is short."""

from datetime import date

import pytest

from junheng.policy.establishment_norms import establishment_norms
from junheng.policy.retirement import retirement_law
from junheng.teachers import UnfitTablesError
from junheng.teachers.ahead import Laws, Tables, report
from tests.teachers.tables import table

SCHOOLS = "school_code,county_code,section,pupils,classes\ns1,1,小学,300,6\ns2,2,小学,300,6\n"
TEACHERS = """teacher_id,school_code,subject,backbone,birth,gender,principal
a,s1,语文,0,1966-10,男,0
b,s1,语文,0,1990-01,女,0
c,s1,语文,0,1990-01,女,0
d,s1,数学,0,1960-01,男,0
e,s1,数学,0,,女,0
h,s1,语文,0,1966-10,男,1
"""
HOURS = "section,subject,hours\n小学,语文,8\n小学,音乐,2\n"
ARRIVALS = "county_code,section,subject,year,arrive\n1,小学,语文,2028,2\n"


def laws(**own: float) -> Laws:
    day = date(2026, 9, 1)
    return Laws(establishment_norms(day, {"lessons.primary": 16}), retirement_law(day, {"leaving.rate": 0.0} | own))


def tables(**given: str) -> Tables:
    texts = {"schools": SCHOOLS, "teachers": TEACHERS, "hours": HOURS, **given}
    return Tables(**{name: table(name, text) for name, text in texts.items()})


def test_a_subject_is_short_from_the_year_somebody_retires_until_another_arrives() -> None:
    told = report(tables(arrivals=ARRIVALS), laws(), 2026, 3)
    rows = {row["year"]: row for row in told["rows"] if (row["county_code"], row["subject"]) == ("1", "chinese")}
    assert [rows[year]["stock"] for year in range(2026, 2030)] == [3, 2, 4, 4]
    assert [rows[year]["gap"] for year in range(2026, 2030)] == [0, 1, -1, -1]
    assert (rows[2027]["retire"], rows[2027]["hire"], rows[2028]["arrive"]) == (1, 1, 2)
    subject = {(one["county_code"], one["subject"]): one for one in told["subjects"]}
    assert subject["1", "chinese"]["first_short"] == 2027
    assert subject["2", "music"] == {
        "county_code": "2",
        "section": "primary",
        "subject": "music",
        "stock": 0,
        "retire": 0,
        "judged": True,
        "first_short": 2026,
        "last_gap": 0.75,
        "hire": 0.75,
    }
    assert not subject["1", "mathematics"]["judged"]


def test_heads_are_left_out_and_what_is_assumed_is_said() -> None:
    told = report(tables(), laws(), 2026, 1)
    assert [one["zh"][:7] for one in told["notes"]] == ["1 名教师没有", "1 名教师在 ", "没有 ahea", "没有 arri"]
    county = {(one["county_code"], one["year"]): one for one in told["counties"]}
    assert (county["1", 2026]["stock"], county["1", 2027]["stock"], county["1", 2027]["retire"]) == (5, 3, 2)
    assert county["1", 2027]["need"] is None
    assert {one["id"] for one in told["asked"]} == {"lessons.junior", "lessons.senior", "base.senior"}


def test_those_who_leave_are_a_share_of_those_who_stay() -> None:
    day = date(2026, 9, 1)
    held = Laws(laws().norms, retirement_law(day, {"leaving.rate": 50}))
    rows = report(tables(), held, 2026, 1)["rows"]
    row = next(one for one in rows if one["subject"] == "chinese" and one["county_code"] == "1" and one["year"] == 2027)
    assert (row["retire"], row["leave"], row["stock"]) == (1, 1, 1)


def test_every_fault_comes_at_once() -> None:
    given = tables(
        ahead="county_code,section,year,classes\n1,小学,2027,6\n1,小学,2027,7\n9,小学,2027,1\n",
        hours=HOURS + "小学,音乐,3\n",
        arrivals=ARRIVALS.replace("1,小学", "8,小学"),
    )
    with pytest.raises(UnfitTablesError) as said:
        report(given, laws(), 2026, 1)
    assert [one.code for one in said.value.faults] == ["row_twice", "row_twice", "unknown_county", "unknown_county"]
