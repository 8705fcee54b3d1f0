"""``junheng teachers talent``: progress in words and numbers, bad input."""

from pathlib import Path

from tests.cli.conftest import Run, parsed
from tests.teachers.talent.test_allotted import RURAL
from tests.teachers.talent.test_report import PROGRAMMES, TRAININGS


def written(at: Path) -> Path:
    for name, text in {"programmes": PROGRAMMES, "trainings": TRAININGS, "rural": RURAL}.items():
        (at / f"{name}.csv").write_text(text, encoding="utf-8")
    return at


def test_progress(run: Run, tmp_path: Path) -> None:
    done = run("teachers", "talent", written(tmp_path), "--on", "2026-01-01", "--json", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert parsed(done)["trainings"][0]["state"] == "met"
    assert (tmp_path / "out" / "programmes.csv").is_file()
    chinese = run("teachers", "talent", tmp_path, "--on", "2026-01-01").stdout
    assert "2025 名校长工作室: 39，目标 40：到期未完成" in chinese
    assert "1: 每年 2,100 人次" in chinese
    assert "请填写参数 training.least" in chinese
    assert "2024 rural training: 3,420 of 3,000: met" in run("teachers", "talent", tmp_path, "--en").stdout


def test_bad_input(run: Run, tmp_path: Path) -> None:
    assert run("teachers", "talent", tmp_path).exit_code == 2
    own = tmp_path / "own.yaml"
    own.write_text("training.least: 2000\n", encoding="utf-8")
    done = run("teachers", "talent", written(tmp_path), "--parameters", own)
    assert done.exit_code == 2
    assert "training.least" in done.stderr
    assert run("teachers", "talent", tmp_path, "--on", "soon").exit_code == 2
