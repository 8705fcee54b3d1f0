"""Facility files: the order of rows, and faults with their lines."""

import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.medians import read_facilities

PLAIN = "2 3\n10 20\n100.0 50.0\n4 5 6\n1 2\n3 4\n5 6\n"


def test_rows_have_their_order() -> None:
    problem = read_facilities(PLAIN)
    assert problem.capacity.tolist() == [10.0, 20.0]
    assert problem.fixed.tolist() == [100.0, 50.0]
    assert problem.demand.tolist() == [4.0, 5.0, 6.0]
    assert problem.cost.tolist() == [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
    assert problem.p is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {("empty_text", "line 1")}),
        ("2\n", {("size_line", "line 1")}),
        ("2 3 4\n", {("size_line", "line 1")}),
        ("2 3\n10 20\n", {("rows_in_file", "line 1")}),
        (PLAIN.replace("3 4\n", "3\n"), {("numbers_in_row", "line 6")}),
        (PLAIN.replace("4 5 6", "4 ? -6"), {("not_a_number", "line 4"), ("negative_count", "line 4")}),
    ],
)
def test_all_faults_are_told_with_their_lines(text: str, told: set[tuple[str, str]]) -> None:
    with pytest.raises(UnfitInputError) as caught:
        read_facilities(text)
    assert {(fault.code, fault.where.en) for fault in caught.value.faults} == told
