"""A remedy in words."""

from dataclasses import replace

from junheng.balance.remedy import remedy
from junheng.cli.remedy_words import MOST, remedy_lines
from tests.balance.remedy.county import COSTS, judged, row, rows


def test_cost_proof_actions_and_the_verdict_after() -> None:
    found = remedy(judged(), COSTS)
    chinese, english = list(remedy_lines(found, "zh")), list(remedy_lines(found, "en"))
    assert chinese[0] == "410105 小学 2024: 已证明最省"
    assert chinese[1].startswith("  花费 ")
    assert chinese[1].endswith("差距 0.000%")
    assert any("增加 L1" in line and "人" in line for line in chinese)
    assert chinese[-1].startswith("  实施后：达标；差异系数 L1 ")
    assert english[0].endswith("proven cheapest")
    assert english[-1].startswith("  afterwards: Met")


def test_moves_name_both_schools() -> None:
    lines = "\n".join(remedy_lines(remedy(judged(), replace(COSTS, move={"L1": 8000})), "en"))
    assert "L1 " in lines
    assert "from a" in lines
    assert "to a3" in lines


def test_a_long_list_is_cut() -> None:
    many = [row(f"b{at:02}", 300, teachers_above_qualification=1.0, teaching_area=900.0) for at in range(30)]
    lines = list(remedy_lines(remedy(judged(*rows(), *many), COSTS, fast=True), "zh"))
    assert len(lines) == MOST + 4
    assert "见 --json" in lines[-2]
