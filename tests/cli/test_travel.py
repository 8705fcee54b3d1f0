"""``junheng travel``: distances from areas to schools on a small crooked street map."""

from pathlib import Path

import polars as pl
import pytest

from junheng.seats.places import to_gcj02
from tests.cli.conftest import Run, parsed

AREAS = "id,lon,lat\np,113.6000,34.7001\nq,113.6090,34.7001\nfar,113.6000,34.7500\n"
SCHOOLS = "编号,经度,纬度\ns,113.6100,34.7050\n"
NODES = "node,lon,lat\n1,113.60,34.70\n2,113.61,34.70\n3,113.61,34.71\n"
EDGES = "u,v,highway,oneway\n1,2,residential,no\n2,3,residential,yes\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("areas", AREAS), ("schools", SCHOOLS), ("nodes", NODES), ("edges", EDGES)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def asked(files: Path, *more: str) -> tuple[str, ...]:
    roads = ("--network", str(files / "edges.csv"), "--nodes", str(files / "nodes.csv"))
    return ("travel", str(files / "areas.csv"), str(files / "schools.csv"), *roads, *more)


def test_json_has_the_promised_shape(run: Run, files: Path) -> None:
    told = parsed(run(*asked(files, "--json")))
    assert told["pairs"] == 2
    assert [(one["area"], one["school"], one["way"]) for one in told["distances"]] == [
        ("p", "s", "road"),
        ("q", "s", "road"),
    ]
    assert told["distances"][0]["metres"] == pytest.approx(1481, abs=3)
    assert told["areas_without_school"] == ["far"]
    assert [one["code"] for one in told["bad_points"]] == ["no_road_near"]
    assert told["check"]["schools"] == 1
    assert told["seconds"] >= 0


def test_distances_are_written_and_words_said_in_both_languages(run: Run, files: Path) -> None:
    out = files / "distances.csv"
    chinese, english = run(*asked(files, "--out", str(out))), run(*asked(files, "--out", str(out), "--en"))
    assert "3 个片区、1 所学校" in chinese.output
    assert "2 pairs" in english.output
    assert "no road within 500 m" in english.output
    assert pl.read_csv(out).columns == ["area", "school", "metres", "way"]
    assert "distances" not in parsed(run(*asked(files, "--out", str(out), "--json")))


def test_the_second_time_is_answered_from_the_folder(run: Run, files: Path) -> None:
    first, again = (parsed(run(*asked(files, "--json", "--cache", str(files / "kept")))) for _ in range(2))
    assert (first["cached"], again["cached"]) == (False, True)
    assert first["distances"] == again["distances"]
    other = parsed(run(*asked(files, "--json", "--cache", str(files / "kept"), "--limit", "1000")))
    assert other["cached"] is False


def test_without_a_network_distances_are_straight(run: Run, files: Path) -> None:
    points = ("travel", str(files / "areas.csv"), str(files / "schools.csv"), "--json")
    told = parsed(run(*points))
    assert told["straight_pairs"] == told["pairs"] == 3 - 1
    longer = parsed(run(*points, "--detour", "1.3", "--detour-source", "样例调查"))
    assert longer["detour"] == {"factor": 1.3, "source": "样例调查"}
    assert longer["distances"][0]["metres"] == pytest.approx(1.3 * told["distances"][0]["metres"], abs=0.02)


def test_shifted_coordinates_are_put_right_when_asked(run: Run, files: Path) -> None:
    plain = parsed(run(*asked(files, "--json")))
    areas = pl.read_csv(files / "areas.csv")
    lon, lat = to_gcj02(areas["lon"].to_numpy(), areas["lat"].to_numpy())
    areas.with_columns(lon=lon, lat=lat).write_csv(files / "areas.csv")
    mended = parsed(run(*asked(files, "--json", "--gcj02", "areas")))
    assert [one["metres"] for one in mended["distances"]] == pytest.approx(
        [one["metres"] for one in plain["distances"]], abs=0.1
    )


def test_a_layer_of_lines_gives_the_same_way(run: Run, files: Path) -> None:
    (files / "roads.geojson").write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":"residential"},"geometry":'
        '{"type":"LineString","coordinates":[[113.60,34.70],[113.61,34.70],[113.61,34.71]]}}]}',
        encoding="utf-8",
    )
    plain = parsed(run(*asked(files, "--json")))
    layer = (
        "travel",
        str(files / "areas.csv"),
        str(files / "schools.csv"),
        "--network",
        str(files / "roads.geojson"),
        "--json",
    )
    told = parsed(run(*layer))
    assert [one["metres"] for one in told["distances"]] == pytest.approx(
        [one["metres"] for one in plain["distances"]], abs=0.1
    )
    drive = parsed(run(*layer, "--mode", "drive", "--crs", "EPSG:4490"))
    assert drive["mode"] == "drive"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--mode", "fly"), "walk, drive"),
        (("--gcj02", "everything"), "areas, schools, network"),
        (("--detour", "1.3"), "--detour-source"),
        (("--network", "no.csv"), "no.csv"),
    ],
)
def test_bad_options_are_refused(run: Run, files: Path, more: tuple[str, ...], said: str) -> None:
    refused = run(*asked(files, *more))
    assert refused.exit_code == 2
    assert said in refused.output


def test_bad_rows_are_all_named(run: Run, files: Path) -> None:
    (files / "areas.csv").write_text("id,lon,lat\np,34.7,113.6\nq,,34.7\n", encoding="utf-8")
    refused = run(*asked(files))
    assert refused.exit_code == 2
    assert "第 2 行" in refused.output
    assert "第 3 行" in refused.output
    assert "row 3" in run(*asked(files, "--en")).output


def test_an_unknown_system_of_a_layer_is_refused(run: Run, files: Path) -> None:
    (files / "roads.geojson").write_text(
        '{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}',
        encoding="utf-8",
    )
    layer = ("travel", str(files / "areas.csv"), str(files / "schools.csv"), "--network", str(files / "roads.geojson"))
    refused = run(*layer, "--crs", "EPSG:2434")
    assert refused.exit_code == 2
    assert "CGCS2000" in refused.output
