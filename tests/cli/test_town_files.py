"""The files of gap and siting, read with what the user gives."""

from pathlib import Path

import pytest
import typer

from junheng.cli.town_files import Given, notes_of, read_areas, read_schools, read_sites, read_ways
from tests.cli.town import written


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return written(tmp_path)


def test_children_are_a_column_or_a_share_of_one(files: Path) -> None:
    table, children, faults = read_areas(files / "areas.csv", Given())
    assert (list(table.id), children.tolist(), faults) == (["a", "b", "c", "d"], [60, 30, 20, 15], [])
    _, children, _ = read_areas(files / "areas.csv", Given(share=0.5, share_source="样例"))
    assert children.tolist() == [30, 15, 10, 7.5]
    with pytest.raises(typer.Exit):
        Given(share=0.5).checked()


def test_ways_of_several_files_are_one_table(files: Path) -> None:
    rows = (files / "ways.csv").read_text("utf-8").splitlines()
    (files / "one.csv").write_text("\n".join(rows[:4]), encoding="utf-8")
    (files / "other.csv").write_text("\n".join([rows[0], *rows[4:]]), encoding="utf-8")
    names = ["a", "b", "c", "d"], ["s", "t", "m", "n"]
    together = read_ways([files / "one.csv", files / "other.csv"], *names)
    alone = read_ways([files / "ways.csv"], *names)
    assert together.metres.tolist() == alone.metres.tolist()


def test_what_is_in_the_tables_needs_no_note(files: Path) -> None:
    given = Given(seats_each=1, site_seats=1)
    _, schools, _ = read_schools(files / "schools.csv", given)
    _, sites, _ = read_sites(files / "sites.csv", given)
    assert notes_of(given, schools, sites) == []
    (files / "sites.csv").write_text("id,lon,lat\nm,113.6,34.7\n", encoding="utf-8")
    _, sites, _ = read_sites(files / "sites.csv", Given(site_seats=270))
    (note,) = notes_of(Given(site_seats=270), schools, sites)
    assert "270" in note.zh
    assert "270" in note.en
