"""Planning bases as folders."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from junheng.cli.planning_base import note_of, read_planning_base
from junheng.seats.faults import UnfitInputError
from junheng.seats.plan import COLUMNS
from tests.seats.plan.tiny import COSTS, tiny


def written(folder: Path) -> Path:
    """The small city as a folder."""
    folder.mkdir(parents=True)
    base = tiny(each=24, addable=4)
    for one in fields(base):
        if one.name != "costs":
            getattr(base, one.name).write_parquet(folder / f"{one.name}.parquet")
    (folder / "costs.json").write_text(json.dumps(COSTS), encoding="utf-8")
    (folder / "note.json").write_text(json.dumps({"zh": "合成", "en": "synthetic"}), encoding="utf-8")
    return folder


def test_what_was_written_is_read(tmp_path: Path) -> None:
    folder = written(tmp_path / "base")
    found, base = read_planning_base(folder), tiny(each=24, addable=4)
    assert found.areas.equals(base.areas)
    assert found.costs == COSTS
    note = note_of(folder)
    assert note is not None
    assert note.en == "synthetic"


def test_without_prices_and_note_both_are_empty(tmp_path: Path) -> None:
    folder = written(tmp_path / "base")
    (folder / "costs.json").unlink()
    (folder / "note.json").unlink()
    assert read_planning_base(folder).costs == {}
    assert note_of(folder) is None


def test_all_missing_tables_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnfitInputError) as caught:
        read_planning_base(tmp_path)
    assert {one.values["table"] for one in caught.value.faults} == set(COLUMNS)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(typer.Exit):
        read_planning_base(tmp_path / "none")


def test_a_broken_table_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path / "base")
    (folder / "areas.parquet").write_bytes(b"no table")
    with pytest.raises(typer.Exit):
        read_planning_base(folder)
