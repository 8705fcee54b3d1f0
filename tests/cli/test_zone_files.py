"""The files of a zone map are found by the ends of their names, and all that miss are named."""

from pathlib import Path

import pytest

from junheng.cli.zone_files import read_zone_files
from junheng.seats.faults import UnfitInputError


def test_files_with_or_without_a_prefix(tmp_path: Path) -> None:
    for name in ("lcps_units.csv", "adjacency.csv", "lcps_schools.csv", "today.csv"):
        (tmp_path / name).write_bytes("\ufeffa,b\n1,二\n".encode())
    tables = read_zone_files(tmp_path, tmp_path / "today.csv")
    assert tables.units == [{"a": "1", "b": "二"}]
    assert tables.names["adjacency"] == "adjacency.csv"


def test_every_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnfitInputError) as caught:
        read_zone_files(tmp_path, tmp_path / "plan.csv")
    assert [fault.values["file"] for fault in caught.value.faults] == [
        "*_units.csv",
        "*_adjacency.csv",
        "*_schools.csv",
        "plan.csv",
    ]
