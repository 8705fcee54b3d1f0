"""The files of ``junheng travel``."""

from pathlib import Path

import pytest
import typer

from junheng.cli.travel_files import read_network, read_points
from junheng.policy import Text

TITLE = Text("片区表", "areas")


def test_points_of_an_excel_user_s_csv_are_read(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_bytes("片区,经度,纬度\n甲,113.6,34.7\n".encode("gb18030"))
    table = read_points(path, TITLE, gcj02=False)
    assert (list(table.id), table.lon.tolist()) == (["甲"], [113.6])
    assert abs(read_points(path, TITLE, gcj02=True).lon[0] - 113.6) > 1e-3


@pytest.mark.parametrize("text", ["id,lon,lat,lat\na,1,2,3\n", ""])
def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    from junheng.seats.faults import UnfitInputError

    path = tmp_path / "areas.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((typer.Exit, UnfitInputError)):
        read_points(path, TITLE, gcj02=False)


def test_edges_need_their_nodes(tmp_path: Path) -> None:
    edges = tmp_path / "edges.csv"
    edges.write_text("u,v\n1,2\n", encoding="utf-8")
    with pytest.raises(typer.Exit):
        read_network(edges, None, None, None, gcj02=False)
