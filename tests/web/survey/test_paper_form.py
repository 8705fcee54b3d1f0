"""The workbook for counted paper: what is filled in is read back, every fault at its cell."""

from pathlib import Path

import pytest

from junheng.publish import to_xlsx
from junheng.publish.table import Column, Table
from junheng.web.kit.refusal import Refusal
from junheng.web.survey.counting import of
from junheng.web.survey.paper_form import read_counts, template
from tests.web.survey.conftest import ASKED

Filled = dict[tuple[str, str], list[object]]


def workbook(folder: Path, filled: Filled) -> bytes:
    """The template with numbers: (group, question) → the cells from ``returned`` on."""
    table = template(ASKED)
    rows = tuple((*row[:4], *filled.get((row[0], row[2]), row[4:])) for row in table.rows)
    words = any(isinstance(one, str) for cells in filled.values() for one in cells)
    columns = tuple(Column(one.id, one.title) for one in table.columns) if words else table.columns
    path = to_xlsx([Table(table.id, table.title, columns, rows)], folder / "paper.xlsx")
    return path.read_bytes()


GOOD: Filled = {
    ("parents", "returned"): [50, None, None, None, None, None],
    ("parents", "overall"): [None, 30, 10, 5, 2, 3],
    ("parents", "nearby"): [None, 50, 0, 0, 0, 0],
}


def test_counts_come_back(tmp_path: Path) -> None:
    counts = read_counts(ASKED, workbook(tmp_path, GOOD))
    assert [of(counts, "parents", one) for one in ("returned", "valid", "satisfied")] == [50, 47, 40]
    assert counts["parents"]["nearby"]["very"] == 50
    assert of(counts, "students", "returned") == 0


@pytest.mark.parametrize(
    ("filled", "why"),
    [
        ({}, "没有读到"),
        ({**GOOD, ("parents", "overall"): [None, -1, 0, 0, 0, 0]}, "F"),
        ({**GOOD, ("parents", "overall"): [None, 1.5, 0, 0, 0, 0]}, "1.5"),
        ({**GOOD, ("parents", "overall"): [None, "约三十", 0, 0, 0, 0]}, "约三十"),
        ({**GOOD, ("parents", "overall"): [None, 10**9, 0, 0, 0, 0]}, "应为"),
        ({**GOOD, ("parents", "overall"): [None, 51, 0, 0, 0, 0]}, "parents/overall"),
        ({**GOOD, ("parents", "nearby"): [None, 50, 1, 0, 0, 0]}, "parents/nearby"),
        ({("parents", "overall"): [None, 1, 0, 0, 0, 0]}, "多于收回"),
    ],
)
def test_faults_are_told(tmp_path: Path, filled: Filled, why: str) -> None:
    with pytest.raises(Refusal) as held:
        read_counts(ASKED, workbook(tmp_path, filled))
    assert why in held.value.why.zh
    assert held.value.status == 422


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"plain text"])
def test_what_is_no_workbook(content: bytes) -> None:
    with pytest.raises(Refusal, match="打不开"):
        read_counts(ASKED, content)
