"""The options that several verbs share."""

from decimal import Decimal
from pathlib import Path

import pytest
import typer

from junheng.cli.options import the_standard
from junheng.policy import statistics_day


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
