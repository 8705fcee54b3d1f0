"""Counts add up, the share has its denominator, and nothing small can be seen or worked out."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy.survey import load_questionnaire
from junheng.publish.table import SUPPRESSED, Table
from junheng.web.survey.counting import EVERYONE, count, empty, of, questions, satisfaction, share
from tests.web.survey.conftest import everything

ASKED = load_questionnaire()
SMALL = 7


def answers(**groups: dict[str, int]) -> Iterator[tuple[str, dict[str, str]]]:
    for group, options in groups.items():
        for option, number in options.items():
            for _at in range(number):
                yield group, everything(group, option)


def test_the_share_is_satisfied_of_valid() -> None:
    counts = count(ASKED, answers(parents={"very": 30, "rather": 20, "fair": 10, "unknown": 40}), [])
    assert [of(counts, "parents", one) for one in ("returned", "valid", "satisfied")] == [100, 60, 50]
    assert share(counts, "parents") == 100 * 50 / 60
    assert share(counts, EVERYONE) == share(counts, "parents")
    assert share(counts, "teachers") is None


def test_paper_is_added() -> None:
    paper = empty(ASKED)
    paper["parents"][""] = {"returned": 10, "valid": 9, "satisfied": 8}
    paper["parents"]["overall"]["very"] = 8
    counts = count(ASKED, answers(parents={"very": 2}), [paper, paper])
    assert of(counts, "parents", "returned") == 22
    assert counts["parents"]["overall"]["very"] == 18


def test_a_group_without_answers_says_so() -> None:
    table = satisfaction(ASKED, empty(ASKED), SMALL)
    assert {row[-1] for row in table.rows} == {None}
    assert not any("*" in one.zh for one in table.notes)


def test_small_cells_are_hidden_and_with_them_the_share() -> None:
    counts = count(ASKED, answers(parents={"very": 40, "not": 20}, heads={"very": 5, "not": 1}), [])
    table = satisfaction(ASKED, counts, SMALL)
    heads = next(row for row in table.rows if row[0].zh == "校长")
    assert SUPPRESSED in heads
    assert heads[-1] is SUPPRESSED
    assert not any(isinstance(value, int) and 0 < value <= SMALL for row in table.rows for value in row[1:-1])
    assert any("*" in one.zh for one in table.notes)


small_table = st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=7, max_size=7)


def solutions(row: tuple[object, ...]) -> set[tuple[int, ...]]:
    """Every way to fill the hidden cells of a row so that it adds up to its shown total."""
    cells, total = row[1:-1], row[-1]
    at = [place for place, value in enumerate(cells) if value is SUPPRESSED]
    known = sum(value for value in cells if isinstance(value, int))
    assert isinstance(total, int)
    return {fill for fill in product(range(total - known + 1), repeat=len(at)) if sum(fill) == total - known}


@settings(max_examples=30, deadline=None)
@given(small_table)
def test_no_hidden_cell_follows_from_its_row(held: list[list[int]]) -> None:
    counts = empty(ASKED)
    for group, (satisfied, dissatisfied, invalid) in zip(ASKED.groups, held, strict=True):
        counts[group.id][""] = {
            "returned": satisfied + dissatisfied + invalid,
            "valid": satisfied + dissatisfied,
            "satisfied": satisfied,
        }
    table = satisfaction(ASKED, counts, SMALL)
    for row in table.rows:
        if SUPPRESSED in row[1:4] and row[4] is not SUPPRESSED:
            found = solutions(row[:-1])
            assert all(len({one[at] for one in found}) > 1 for at in range(len(next(iter(found)))))


def test_every_other_question_has_a_table_that_adds_up() -> None:
    counts = count(ASKED, answers(parents={"very": 30, "not": 20}, students={"fair": 25}), [])
    tables = questions(ASKED, counts, 0)
    assert [one.id for one in tables] == [one.id for one in ASKED.questions if not one.counts]
    for table in tables:
        assert_sums(table)


def assert_sums(table: Table) -> None:
    for row in table.rows:
        assert sum(row[1:-1]) == row[-1]
    for column in list(zip(*table.rows, strict=True))[1:]:
        assert sum(column[:-1]) == column[-1]
