"""A table becomes a panel or a list of everything that is wrong with it."""

import numpy as np
import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.forecast.intake import LEAST_YEARS, read_panel
from tests.seats.forecast.conftest import Rows, table_of

GOOD: Rows = [
    (year, area, grade, 30.0) for year in range(2010, 2014) for area in ("2", "10", "B") for grade in ("1", "2")
]


def codes(rows: Rows, *, allow_gaps: bool = False) -> list[str]:
    with pytest.raises(UnfitInputError) as said:
        read_panel(table_of(rows), allow_gaps=allow_gaps)
    return [one.code for one in said.value.faults]


def test_areas_are_in_the_order_people_count() -> None:
    held = read_panel(table_of(GOOD))
    assert held.panel.areas == ("2", "10", "B")
    assert held.panel.years == (2010, 2011, 2012, 2013)
    assert held.panel.counts.shape == (4, 3, 2)
    assert held.notes == ()


def test_grades_between_the_lowest_and_the_highest_have_a_place() -> None:
    held = read_panel(table_of([(year, "A", grade, 9.0) for year in range(2010, 2013) for grade in ("K", "2")]))
    assert held.panel.grades == (0, 1, 2)
    assert not held.panel.offered[:, 0, 1].any()
    assert held.labels == {0: "K", 2: "2"}


def test_contradictions_are_faults_and_repetitions_are_noted() -> None:
    assert codes([*GOOD, (2013, "2", "1", 31.0)]) == ["row_contradicts"]
    held = read_panel(table_of([*GOOD, (2013, "2", "1", 30.0)]))
    assert [one.code for one in held.notes] == ["row_repeated"]
    assert held.panel.counts[-1, 0, 0] == 30


def test_a_blank_is_not_zero() -> None:
    held = read_panel(table_of([*GOOD, (2013, "2", "3", None)]))
    assert [one.code for one in held.notes] == ["cell_blank"]
    assert held.panel.offered[-1, 0, 2]
    assert np.isnan(held.panel.counts[-1, 0, 2])


def test_a_year_without_rows_is_a_fault_unless_allowed() -> None:
    gap = [row for row in GOOD if row[0] != 2012]
    assert codes(gap) == ["year_missing"]
    held = read_panel(table_of(gap), allow_gaps=True)
    assert held.notes[0].code == "year_missing"
    assert np.isnan(held.panel.counts[2]).all()


def test_too_little_to_start_from() -> None:
    assert codes([]) == ["no_rows"]
    assert codes([row for row in GOOD if row[0] > 2013 - LEAST_YEARS + 1]) == ["too_few_years"]
    assert codes([*GOOD, (2014, "2", "1", None)]) == ["last_year_empty", "cell_blank"]


def test_faults_come_before_notes_and_all_at_once() -> None:
    found = codes(
        [*GOOD, (2013, "2", "1", 30.0), (2013, "2", "9", -1.0), (2013, "2", "no", 1.0), (2016, "2", "1", 5.0)]
    )
    assert found == ["negative_count", "grade_unknown", "year_missing", "year_missing", "row_repeated"]


def test_a_year_whose_rows_are_wrong_is_not_called_missing() -> None:
    wrong: Rows = [(year, area, grade, -1.0 if year == 2012 else pupils) for year, area, grade, pupils in GOOD]
    assert set(codes(wrong)) == {"negative_count"}


def test_openings_closures_and_pauses_are_noted() -> None:
    rows = [
        *GOOD,
        (2012, "new", "1", 20.0),
        (2013, "new", "1", 20.0),
        (2010, "old", "1", 20.0),
        (2010, "gone", "1", 20.0),
        (2013, "gone", "1", 20.0),
    ]
    notes = {(one.code, one.where.en): one.values for one in read_panel(table_of(rows)).notes}
    assert notes["area_opened", "new"]["year"] == 2012
    assert notes["area_closed", "old"]["year"] == 2011
    assert notes["area_paused", "gone"]["years"] == "2011, 2012"
    assert len(notes) == 3
