"""A county of the synthetic city goes through the rotation as its files lie on disk."""

from datetime import date
from pathlib import Path

from junheng.cli.rotate_files import read_folder
from junheng.demo.city import City
from junheng.demo.teachers_writing import write_teachers
from junheng.policy.rotation_rules import rotation_rules
from junheng.teachers.rotation import faults, report, rotate

DAY = date(2026, 9, 1)
SMALLEST = "上街区"


def test_a_county_rotates_from_its_files(small: City, tmp_path: Path) -> None:
    folder = write_teachers(small, tmp_path)
    assert len(list(folder.iterdir())) == 16
    assert "合成演示数据" in (folder / SMALLEST / "teachers.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    rules = rotation_rules(DAY)
    read = read_folder(folder / SMALLEST, rules, DAY)
    plans = rotate(read.city.counties, rules, 1.0)
    found = report(read.city, rules, plans)
    assert found["status"] != "infeasible"
    assert faults(read.city, read.km, rules, found["placements"]) == []
    assert len(found["placements"]) >= 0.1 * plans[0].county.eligible() > 1
