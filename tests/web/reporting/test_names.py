"""Names of uploads, hostile ones first."""

import pytest

from junheng.web.reporting.names import LONGEST, safe_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\报表.xlsx", "报表.xlsx"),
        ("..", "upload"),
        ("", "upload"),
        ("a\0b\n.xlsx", "ab.xlsx"),
        ("\u202egnp.xlsx", "gnp.xlsx"),
        ("<script>.xlsx", "<script>.xlsx"),
    ],
)
def test_the_last_part_without_tricks(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    kept = safe_name("校" * 400 + ".xlsx")
    assert kept.endswith("校.xlsx")
    assert len(kept.encode()) <= LONGEST
