"""The planner's own numbers, read strictly from form and file; what was not given is not there."""

from datetime import date

import polars as pl
import pytest

from junheng.teachers import UnfitTablesError
from junheng.web.posts.arriving import banded, expected, lines_of, of_file, of_form, planned

DAY = date(2026, 9, 1)
FORM = {"arrive2027": "3", "arrive2028": "4", "low2028": "2", "high2028": "6.5", "source": "招聘计划"}
FILE = "学段,任教学科,年份,补充教师,最少,最多,依据\n小学,体育,2027,3,2,5,招聘计划\n初中,语文,2028,4,,,招聘计划\n"


def _lines() -> list[dict[str, object]]:
    return lines_of(of_form(FORM, "primary", "pe", range(2027, 2037)), DAY)


def test_a_form_says_what_was_typed_and_no_more() -> None:
    first, second = _lines()
    assert first == {
        "section": "primary",
        "subject": "pe",
        "year": 2027,
        "low": None,
        "arrive": 3.0,
        "high": None,
        "source": "招聘计划",
        "on": "2026-09-01",
    }
    assert (second["year"], second["low"], second["high"]) == (2028, 2.0, 6.5)


def test_a_file_says_the_same_under_titles() -> None:
    first, second = lines_of(of_file("到岗.csv", f"某区到岗计划\n{FILE}".encode()), DAY)
    assert (first["section"], first["subject"], first["low"], first["high"]) == ("primary", "pe", 2.0, 5.0)
    assert (second["section"], second["subject"], second["low"], second["high"]) == ("junior", "chinese", None, None)


@pytest.mark.parametrize(
    ("form", "code", "line"),
    [
        ({"arrive2027": "many", "source": "x"}, "not_a_number", 2027),
        ({"arrive2028": "3"}, "blank", 2028),
        ({"low2027": "3", "source": "x"}, "blank", 2027),
        ({"arrive2027": "3", "low2027": "4", "source": "x"}, "out_of_order", 2027),
        ({"arrive2027": "3", "high2027": "2", "source": "x"}, "out_of_order", 2027),
        ({"arrive2027": "-1", "source": "x"}, "negative", 2027),
    ],
)
def test_what_is_wrong_is_told_with_its_year(form: dict[str, str], code: str, line: int) -> None:
    with pytest.raises(UnfitTablesError) as caught:
        lines_of(of_form(form, "primary", "pe", range(2027, 2029)), DAY)
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.row) == (code, line)
    assert fault.message.parts("en", fault.values)[0]


def test_a_file_without_the_columns_and_one_said_twice_are_refused() -> None:
    for content, code in (("a,b\n1,2\n", "no_header"), (FILE + FILE.splitlines()[1] + "\n", "row_twice")):
        with pytest.raises(UnfitTablesError) as caught:
            lines_of(of_file("到岗.csv", content.encode()), DAY)
        assert [one.code for one in caught.value.faults] == [code]
    with pytest.raises(UnfitTablesError):
        of_file("到岗.xlsx", b"no workbook")


def test_an_end_that_was_not_given_is_what_is_expected() -> None:
    for end, told in (("low", [3, 2]), ("arrive", [3, 4]), ("high", [3, 6.5])):
        found = expected(_lines(), "410105", end)
        assert found is not None
        assert found.faults == ()
        assert found.frame["arrive"].to_list() == told
    assert expected([], "410105") is None


def test_only_a_subject_with_an_end_has_a_band() -> None:
    lines = lines_of(of_file("到岗.csv", FILE.encode()), DAY)
    assert banded(lines) == {("primary", "pe")}


def test_lines_outside_the_years_are_counted_apart() -> None:
    told = planned(_lines(), range(2028, 2030))
    assert told == {"subjects": 1, "arrive": 4.0, "sources": [("招聘计划", "2026-09-01")], "outside": 1}


def test_nothing_typed_is_no_row() -> None:
    assert of_form({"source": "x"}, "primary", "pe", range(2027, 2029)).height == 0
    with pytest.raises(UnfitTablesError):
        lines_of(pl.DataFrame(), DAY)
