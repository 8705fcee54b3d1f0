"""The tables of a town keep what is not known empty and carry their notes."""

from pathlib import Path

from junheng.policy import Text
from junheng.publish.csv_files import read_back, to_csv
from junheng.publish.town import assignment_table, curve_table, gap_table, sites_table

NOTE = Text("学位为用户所给", "Seats were given by the user")


def test_the_gap_comes_back_from_its_file_with_the_note(tmp_path: Path) -> None:
    row = {"area": "a", "children": 30.0, "schools": 1, "seats": None, "gap": None, "nearest": 120.5}
    table = gap_table([row], [NOTE])
    to_csv(table, tmp_path / "gap.csv")
    again = read_back(tmp_path / "gap.csv")
    assert again.notes == (NOTE,)
    assert again.records()[0] == {**row, "nearest_free": None, "unseated": None}


def test_a_gap_to_the_bound_is_in_percent() -> None:
    (row,) = curve_table([{"sites": 2, "gap": 0.0125}], []).records()
    assert (row["gap"], row["bound"]) == (1.25, None)


def test_schools_and_ways() -> None:
    assert sites_table([{"school": "s", "seats": 40}], []).column("seats") == [40]
    assert assignment_table([{"area": "a", "school": None}], [NOTE]).notes == (NOTE,)
