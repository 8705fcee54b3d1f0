"""All families of the classical files are read; every fault is told with its line."""

import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.medians import read_points

PLAIN = "3 2\n0 0 10 4\n3 4 10 5\n6 8 10 6\n"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        " 3   2 \r\n  0  0   10   4 \r\n 3 4 10 5\r\n 6 8 10 6\r\n\r\n\r\n",
        "3\t2\t\t\n0.0\t0\t10\t4\t\n3.0\t4\t10\t5\n6\t8\t10\t6",
    ],
)
def test_the_families_read_the_same(text: str) -> None:
    problem = read_points(text)
    assert (problem.p, problem.customers) == (2, 3)
    assert problem.cost[0].tolist() == [0.0, 5.0, 10.0]
    assert problem.demand.tolist() == [4.0, 5.0, 6.0]
    assert problem.capacity.tolist() == [10.0] * 3


def test_the_number_given_wins() -> None:
    assert read_points(PLAIN, p=3).p == 3
    assert read_points(PLAIN.replace("3 2", "3"), p=1).p == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {("empty_text", "line 1")}),
        ("\n \n", {("empty_text", "line 1")}),
        ("a b\n0 0 1 1\n", {("size_line", "line 1")}),
        ("1.5 1\n0 0 1 1\n", {("size_line", "line 1")}),
        ("1 0\n0 0 1 1\n", {("size_line", "line 1")}),
        ("1\n0 0 1 1\n", {("p_unknown", "line 1")}),
        ("2 1\n0 0 1 1\n", {("rows_in_file", "line 1")}),
        (
            "3 1\n0 x 1 1\n\n0 0 1\n0 0 -1 nan\n",
            {
                ("not_a_number", "line 2"),
                ("numbers_in_row", "line 4"),
                ("negative_count", "line 5"),
                ("not_a_number", "line 5"),
            },
        ),
    ],
)
def test_all_faults_are_told_with_their_lines(text: str, told: set[tuple[str, str]]) -> None:
    with pytest.raises(UnfitInputError) as caught:
        read_points(text)
    assert {(fault.code, fault.where.en) for fault in caught.value.faults} == told
    assert all(fault.in_("zh") != fault.in_("en") for fault in caught.value.faults)
