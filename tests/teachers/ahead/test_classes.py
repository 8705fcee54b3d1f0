"""Classes of the coming years: given, as pupils change, or as today."""

from junheng.teachers.ahead.classes import classes_ahead
from tests.teachers.tables import table

SCHOOLS = "school_code,county_code,section,pupils,classes\na,1,小学,200,6\nb,1,小学,100,3\nc,1,初中,90,\n"


def found(ahead: str | None) -> dict[tuple[str, int], tuple[float | None, str | None]]:
    given = None if ahead is None else table("ahead", ahead)
    rows = classes_ahead(table("schools", SCHOOLS), given, 2026, 2)
    return {(row["section"], row["year"]): (row["classes"], row["by"]) for row in rows.to_dicts()}


def test_without_a_table_classes_stay() -> None:
    rows = found(None)
    assert rows["primary", 2028] == (9, "today")
    assert rows["junior", 2028] == (None, "today")


def test_classes_are_taken_before_pupils_and_a_year_that_is_skipped_is_not_known() -> None:
    rows = found("county_code,section,year,classes,pupils\n1,小学,2027,8,150\n1,初中,2028,4,\n")
    assert rows["primary", 2026] == (9, "today")
    assert rows["primary", 2027] == (8, "classes")
    assert rows["primary", 2028] == (None, None)
    assert rows["junior", 2028] == (4, "classes")


def test_classes_grow_as_pupils_do() -> None:
    assert found("county_code,section,year,pupils\n1,小学,2027,200\n")["primary", 2027] == (6, "pupils")
