"""The file name decides the format."""

from pathlib import Path

import pytest

from junheng.balance.model import CityVerdict
from junheng.publish.report import Material, write_report
from tests.publish.conftest import COUNTY


def test_pdf_and_word_by_ending(city: CityVerdict, tmp_path: Path) -> None:
    assert write_report(Material(city), COUNTY, tmp_path / "a.PDF").read_bytes().startswith(b"%PDF")
    assert write_report(Material(city), COUNTY, tmp_path / "a.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["a.doc", "a.html", "a"])
def test_other_endings_are_refused_in_both_languages(city: CityVerdict, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"报告只能写成.*a report is written as"):
        write_report(Material(city), COUNTY, tmp_path / name)
    assert not list(tmp_path.iterdir())
