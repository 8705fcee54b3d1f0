"""Faults in words: one line for each kind, every place in JSON."""

import json

import pytest
import typer

from junheng.cli.output import Exit
from junheng.cli.unfit import PLACES, refuse_unfit, told
from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError

SAME = [Fault("not_a_number", Text(f"第 {n} 行", f"row {n}"), {"name": "pupils", "value": "x"}) for n in range(1, 31)]
OTHER = Fault("negative_count", Text("第 40 行", "row 40"), {"name": "pupils", "value": -1})


def test_faults_that_say_the_same_share_a_line() -> None:
    zh, en = list(told([*SAME, OTHER], "zh")), list(told([*SAME, OTHER], "en"))
    assert len(zh) == len(en) == 2
    assert "第 8 行 等 30 处 | " in zh[0]
    assert f"row {PLACES} and {30 - PLACES} more | " in en[0]
    assert en[1].startswith("row 40 | ")


def test_few_places_are_all_named() -> None:
    assert next(told(SAME[:3], "zh")).startswith("第 1 行、第 2 行、第 3 行 | ")


def test_json_names_every_place(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as left:
        refuse_unfit(UnfitInputError([*SAME, OTHER]), as_json=True)
    assert left.value.exit_code == Exit.BAD_INPUT
    said = capsys.readouterr()
    assert len(json.loads(said.out)["faults"]) == 31
    assert len(said.err.splitlines()) == 2
