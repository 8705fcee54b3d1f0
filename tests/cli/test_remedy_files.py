"""The files besides the table."""

from pathlib import Path

import pytest
import typer

from junheng.balance.remedy import Costs
from junheng.cli.remedy_files import document, kilometres

COSTS = Costs({"L1": 1.0}, {"L1": 1.0}, 10.0)
SCHOOLS = ["a", "b"]


def test_distances_as_measured(tmp_path: Path) -> None:
    path = tmp_path / "km.csv"
    path.write_text("from,to,km\na,b,3.5\n", encoding="utf-8")
    assert kilometres(COSTS, SCHOOLS, path, None) == {("a", "b"): 3.5}
    assert kilometres(Costs({}), SCHOOLS, path, None) is None


def test_straight_lines_between_places(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("school_code,longitude,latitude\na,113.0,34.0\nb,113.0,35.0\n", encoding="utf-8")
    far = kilometres(COSTS, SCHOOLS, None, path)
    assert far is not None
    assert far["a", "b"] == pytest.approx(111.2, abs=0.1)
    assert far["a", "a"] == 0.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from,to\na,b\n", "km"),
        ("from,to,km\na,b,near\na,c,-1\n", "第 2 行 km 不是数"),
        ("from,to,km\na,b,near\na,c,-1\n", "表中没有学校 c"),
        ("from,to,km\na,b,-1\n", "小于零"),
    ],
)
def test_bad_distances_are_refused_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    path = tmp_path / "km.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(typer.Exit):
        kilometres(COSTS, SCHOOLS, path, None)
    assert said in capsys.readouterr().err


def test_bad_places_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "places.csv"
    path.write_text("school_code,longitude,latitude\na,113.0,34.0\n", encoding="utf-8")
    with pytest.raises(typer.Exit):
        kilometres(COSTS, SCHOOLS, None, path)
    assert "没有坐标" in capsys.readouterr().err
    path.write_text("school_code,longitude\na,113.0\n", encoding="utf-8")
    with pytest.raises(typer.Exit):
        kilometres(COSTS, SCHOOLS, None, path)


def test_a_document_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "costs.yaml"
    path.write_bytes(b"add: {L1: \xff")
    with pytest.raises(typer.Exit):
        document(path)
    path.write_text("add: {L1: 3}", encoding="utf-8-sig")
    assert document(path) == {"add": {"L1": 3}}
