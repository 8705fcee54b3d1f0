"""Boarding in ``junheng siting``: who lives too far boards, every township has a school; the rest is asked for."""

from pathlib import Path

import pytest

from junheng.publish.csv_files import read_back
from tests.cli.conftest import Run, parsed
from tests.cli.test_siting import asked
from tests.cli.town import ways, written


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return written(tmp_path)


BOARDING = "site,lon,lat,seats,cost,boarding\nm,113.606,34.70,30,5,0\nn,113.639,34.70,30,8,20\n"


def boarding(files: Path) -> Path:
    """The street with fewer children, a dormitory at the far site, and townships."""
    (files / "areas.csv").write_text(
        "id,lon,lat,children,boarders,township\na,113.600,34.70,50,0,城关镇\nb,113.605,34.70,30,0,城关镇\n"
        "c,113.610,34.70,20,12,城关镇\nd,113.640,34.70,15,0,山乡\n",
        encoding="utf-8",
    )
    (files / "schools.csv").write_text(
        "学校,经度,纬度,学位,寄宿学位,township\ns,113.601,34.70,50,0,城关镇\nt,113.609,34.70,10,6,城关镇\n",
        encoding="utf-8",
    )
    rows = [line + ("," + ("山乡" if line.startswith("n") else "城关镇")) for line in BOARDING.splitlines()[1:]]
    (files / "sites.csv").write_text(
        "\n".join([BOARDING.splitlines()[0] + ",township", *rows]) + "\n", encoding="utf-8"
    )
    (files / "ways.csv").write_text(ways(4_000.0), encoding="utf-8")
    return files


def test_who_lives_too_far_boards(run: Run, files: Path) -> None:
    done = run(*asked(boarding(files), "--cap", "600", "--out", files / "out", "--json"))
    told = parsed(done)
    assert told["opened"] == ["m", "n"]
    assert sum(one["boarders"] for one in told["boarding"]) == 12
    assert {one["area"] for one in told["boarding"]} == {"c"}
    assert any("4 年级" in one["zh"] for one in told["given"])
    assert read_back(files / "out" / "boarding.csv").column("area") == [one["area"] for one in told["boarding"]]
    assert "寄宿 12 人" in run(*asked(files, "--cap", "600")).stdout


def test_every_township_has_a_boarding_school_or_says_which_limit_forbids_it(run: Run, files: Path) -> None:
    told = parsed(run(*asked(boarding(files), "--open", "1", "--boarding-townships", "--json")))
    assert told["opened"] == ["n"]
    clash = run(*asked(files, "--open", "0", "--boarding-townships"))
    assert clash.exit_code == 3
    assert "山乡（n）至少开一处；最多新开 0 处" in clash.stdout


def test_a_township_where_nothing_boards_is_named(run: Run, files: Path) -> None:
    boarding(files)
    table = (files / "sites.csv").read_text(encoding="utf-8")
    (files / "sites.csv").write_text(table.replace(",20,山乡", ",0,山乡"), encoding="utf-8")
    refused = run(*asked(files, "--boarding-townships"))
    assert refused.exit_code == 2
    assert "乡镇“山乡” | 没有一所学校或候选地有寄宿学位" in refused.output


def test_who_boards_and_what_it_costs_is_asked_for_never_made_up(run: Run, files: Path) -> None:
    (files / "sites.csv").write_text(BOARDING, encoding="utf-8")
    refused = run(*asked(files, "--budget", "100", "--json"))
    assert refused.exit_code == 2
    assert sorted(one["code"] for one in parsed(refused)["faults"]) == ["boarders_not_given", "boarding_cost_not_given"]
    given = ("--boarding-share", "0.2", "--boarding-cost", "0.5", "--budget", "100", "--json")
    told = parsed(run(*asked(files, *given)))
    assert told["money"] == 5 + 8 + 20 * 0.5
    assert any("× 0.2" in one["zh"] for one in told["given"])
