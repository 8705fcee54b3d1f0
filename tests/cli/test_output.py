"""How the commands speak."""

import json

import pytest
import typer

from junheng.cli.output import Exit, refuse, say_json, steps


def test_json_is_one_document_with_unescaped_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"区县": 0.1})
    text = capsys.readouterr().out
    assert json.loads(text) == {"区县": 0.1}
    assert "区县" in text


def test_json_never_holds_what_json_does_not_know() -> None:
    with pytest.raises(ValueError, match="nan"):
        say_json(float("nan"))


def test_refusing_speaks_on_standard_error_only(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as left:
        refuse("不行 [bold]")
    assert left.value.exit_code == Exit.BAD_INPUT
    said = capsys.readouterr()
    assert "不行 [bold]" in said.err
    assert said.out == ""


def test_progress_is_silent_when_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with steps() as step:
        step("读取")(1, 2)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")
