"""The options that several verbs share."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import typer

from junheng.cli.options import numbers_of_two, the_standard
from junheng.policy import statistics_day
from junheng.policy.establishment_norms import establishment_norms, establishment_parameters
from junheng.policy.retirement import retirement_law, retirement_parameters


def test_values_of_the_user_are_typed(tmp_path: Path) -> None:
    path = tmp_path / "values.yaml"
    path.write_text("special.until: 2028-12-31\nspecial.dense_centre: false\nL1.primary: 4.3\n", encoding="utf-8")
    rules = the_standard("jiaodu-2017-6", path).rules(statistics_day(2025))
    assert rules.value("special.until") == "2028-12-31"
    assert rules.value("special.dense_centre") is False
    assert rules.value("L1.primary") == Decimal("4.3")


@pytest.mark.parametrize("content", ["- 1\n", "a: [\n", "no.such: 1\n"])
def test_a_faulty_file_of_values_is_refused(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "values.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(typer.Exit) as left:
        the_standard("jiaodu-2017-6", path)
    assert left.value.exit_code == 2
    assert capsys.readouterr().err.strip()


def test_one_file_fills_two_laws(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "values.yaml"
    path.write_text("lessons.primary: 16\nleaving.rate: 2\n", encoding="utf-8")
    laws = (establishment_norms, establishment_parameters()), (retirement_law, retirement_parameters())
    norms, law = numbers_of_two(laws, path, date(2026, 9, 1))
    assert (norms.lessons["primary"], law.leaving) == (16, 0.02)
    path.write_text("no.such: 1\n", encoding="utf-8")
    with pytest.raises(typer.Exit):
        numbers_of_two(laws, path, date(2026, 9, 1))
    assert "no.such" in capsys.readouterr().err
