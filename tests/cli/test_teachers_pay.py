"""``junheng teachers pay``: numbers, words, tables, bad input."""

from pathlib import Path

from tests.cli.conftest import Run, parsed
from tests.teachers.pay.test_linked import WAGES
from tests.teachers.pay.test_report import PAY, POOLS, SHARES


def test_pools_and_wages(run: Run, tmp_path: Path) -> None:
    for name, text in {"pools": POOLS, "pay": PAY, "wages": WAGES}.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text("".join(f"{name}: {value}\n" for name, value in SHARES.items()), encoding="utf-8")
    done = run("teachers", "pay", tmp_path, "--parameters", own, "--year", 2026, "--json", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert parsed(done)["persons"][3]["pay"] == "5000.00"
    assert "5000.00" in (tmp_path / "out" / "persons.csv").read_text(encoding="utf-8-sig")
    chinese = run("teachers", "pay", tmp_path, "--parameters", own, "--year", 2026).stdout
    assert "2 所学校 4 人，分配 15,000.01 元，一分不差" in chinese
    assert "向班主任倾斜的比例 5.0%: 改变" in chinese
    assert "1 2026: 不低于公务员平均工资：做到；与公务员工资同幅度提高：差 50,000.00 元" in chinese
    assert "short by 50,000.00 yuan" in run("teachers", "pay", tmp_path, "--year", 2026, "--en").stdout


def test_wages_alone_and_nothing_at_all(run: Run, tmp_path: Path) -> None:
    assert run("teachers", "pay", tmp_path).exit_code == 2
    (tmp_path / "wages.csv").write_text(WAGES, encoding="utf-8")
    assert run("teachers", "pay", tmp_path).exit_code == 0
    (tmp_path / "pay.csv").write_text(PAY, encoding="utf-8")
    done = run("teachers", "pay", tmp_path, "--json")
    assert done.exit_code == 2
    assert [one["file"] for one in parsed(done)["faults"]] == ["pools.csv"]
