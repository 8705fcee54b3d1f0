"""A verdict on the screen names the school and the reason, in either language, and the whole county of a snapshot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from junheng.cli.verdict_words import MOST
from tests.cli.conftest import BLANK, GOOD, SHORT, Run
from tests.conftest import DemoRun


@pytest.mark.parametrize(("flags", "name", "why"), [((), "样例三小", "未"), (("--en",), "样例三小", "PE and art")])
def test_who_is_not_judged_and_why(
    run: Run, flat: Callable[..., Path], flags: tuple[str, ...], name: str, why: str
) -> None:
    lines = run("evaluate", flat(GOOD, BLANK), *flags).stdout.splitlines()
    (line,) = [one for one in lines if name in one]
    assert line.startswith("  ? ")
    assert why in line


def test_a_long_list_is_cut_with_its_number(run: Run, flat: Callable[..., Path]) -> None:
    rows = [SHORT.replace("2141000002", f"21410001{number:02d}") for number in range(MOST + 3)]
    text = run("evaluate", flat(*rows)).stdout
    assert text.count("样例二小") == MOST
    assert "另有 3 所" in text


def test_a_snapshot_speaks_of_the_whole_county(run: Run, demo_run: DemoRun) -> None:
    text = run("evaluate", demo_run.snapshot(2025)).stdout
    assert "上街区 小学 2025" in text
    assert "政府保障程度" in text
    assert "教育质量" in text
    assert "Shangjie" in run("evaluate", demo_run.snapshot(2025), "--en").stdout
