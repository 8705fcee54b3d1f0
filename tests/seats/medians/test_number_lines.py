"""Words become numbers, or faults."""

import pytest

from junheng.seats.medians.number_lines import lines_of, number_of, row_faults, sizes


def test_blank_lines_are_skipped_but_counted() -> None:
    lines = lines_of("1 2\n\n\t3,4 \r\n")
    assert [(line.number, line.words) for line in lines] == [(1, ("1", "2")), (3, ("3", "4"))]


@pytest.mark.parametrize("word", ["x", "", "nan", "inf", "1e999", "1,5"])
def test_what_is_no_finite_number(word: str) -> None:
    assert number_of(word) is None


def test_sizes_are_whole_and_above_zero() -> None:
    (line,) = lines_of("3 2")
    assert sizes(line, 2, "n p") == ((3, 2), [])
    (wrong,) = lines_of("3 -2")
    assert sizes(wrong, 2, "n p")[0] == ()
    assert sizes(wrong, 2, "n p")[1][0].code == "size_line"


def test_a_row_of_the_right_numbers_has_no_fault() -> None:
    (line,) = lines_of("1 -2")
    assert row_faults(line, ("x", "y"), (True, False)) == []
    assert [one.code for one in row_faults(line, ("x", "y"), (True, True))] == ["negative_count"]
