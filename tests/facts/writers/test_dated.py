"""Same facts, same bytes."""

from pathlib import Path

from junheng.demo import generate
from junheng.facts.writers import write_flat_export, write_jiaoji


def test_a_workbook_written_twice_is_the_same_file(tmp_path: Path) -> None:
    facts = generate(scale=0.01).facts[2025]
    code = facts["schools"]["school_code"][0]
    for name in ("a", "b"):
        write_jiaoji(facts, code, tmp_path / f"{name}.xlsx")
        write_flat_export(facts, tmp_path / f"flat-{name}.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "flat-a.xlsx").read_bytes() == (tmp_path / "flat-b.xlsx").read_bytes()
