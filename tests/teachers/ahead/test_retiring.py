"""By law, by agreement, or not known."""

from datetime import date

from junheng.policy.retirement import month_of, retirement_law
from junheng.teachers.ahead.retiring import retiring
from tests.teachers.tables import table

HEAD = "teacher_id,school_code,subject,backbone,birth,gender,post_kind,retire\n"
ROWS = """a,s1,语文,0,1966-09,男,,
b,s1,语文,0,1971-09,女,,
c,s1,语文,0,1976-09,女,工勤,
d,s1,语文,0,1971-09,女,高级职称,
e,s1,语文,0,1966-09,男,,2029-08
f,s1,语文,0,,男,,
g,s1,语文,0,1970,,,
"""


def test_each_row_has_its_year() -> None:
    law = retirement_law(date(2026, 9, 1), {"base.senior": 60})
    rows = retiring(table("teachers", HEAD + ROWS), law)
    assert rows["month"].to_list() == [
        month_of(date(2027, 3, 1)),
        month_of(date(2027, 3, 1)),
        month_of(date(2027, 8, 1)),
        month_of(date(2033, 6, 1)),
        month_of(date(2029, 8, 1)),
        None,
        None,
    ]
    assert rows["year"].to_list() == [2027, 2027, 2027, 2033, 2029, None, None]
    assert rows["law"].to_list() == [True, True, True, True, False, False, False]


def test_the_school_year_begins_in_september() -> None:
    law = retirement_law(date(2026, 9, 1))
    text = HEAD + "a,s1,语文,0,,,,2027-08\nb,s1,语文,0,,,,2027-09\n"
    assert retiring(table("teachers", text), law)["year"].to_list() == [2027, 2028]
