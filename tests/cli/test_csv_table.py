"""Tables of commands: text with line numbers, or one line that says why not."""

from pathlib import Path

import pytest
import typer

from junheng.cli.csv_table import LINE, existing, text_table


def test_rows_have_the_width_of_the_header_and_know_their_line(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("甲,乙\n1\n2,3,4\n".encode("gb18030"))
    table = text_table(file)
    assert table.drop(LINE).rows() == [("1", ""), ("2", "3")]
    assert table[LINE].to_list() == [2, 3]


@pytest.mark.parametrize(("text", "said"), [("", "文件是空的"), ("a,a\n1,2\n", "列名重复")])
def test_what_is_no_table_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(typer.Exit):
        text_table(file)
    assert said in capsys.readouterr().err


def test_what_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert existing(tmp_path, folder=True) == tmp_path
    for absent in (tmp_path, tmp_path / "nothing.csv"):
        with pytest.raises(typer.Exit):
            text_table(absent)
        assert "没有这个文件" in capsys.readouterr().err
