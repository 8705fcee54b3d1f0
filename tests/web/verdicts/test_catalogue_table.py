"""The catalogue as a table: the columns of the guideline, an estimate marked, empty duties left empty."""

from datetime import date

from junheng.policy.disclosure import entries
from junheng.policy.text import Text
from junheng.web.verdicts.catalogue_table import ESTIMATE, catalogue_table
from junheng.web.verdicts.clock import line

DATA = next(one for one in entries() if one.formed == "data")
GUIDELINE = [
    "一级事项",
    "二级事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道和载体",
    "公开对象",
    "公开方式",
    "公开层级",
]


def test_the_columns_of_the_guideline_are_there_in_their_order() -> None:
    titles = [one.title.zh for one in catalogue_table([]).columns]
    assert [one for one in titles if one in GUIDELINE] == GUIDELINE
    assert titles[0] == "序号"


def test_a_row_says_when_it_was_made_due_and_out() -> None:
    held = line(DATA, 2025, date(2025, 9, 1), date(2025, 9, 5), date(2025, 9, 9))
    row = catalogue_table([held]).records()[0]
    assert (row["formed"], row["due"], row["published"]) == (
        "2025-09-01",
        Text("2025-09-28", "2025-09-28"),
        "2025-09-05",
    )
    assert row["status"] == Text("按时公开", "On time")
    assert row["body"] is None
    assert row["level"] is None


def test_an_estimate_says_so_in_the_row_and_beneath() -> None:
    table = catalogue_table([line(DATA, 2026, date(2026, 12, 20), None, date(2026, 12, 21))])
    assert table.records()[0]["due"].zh.startswith("约 ")
    assert ESTIMATE in table.notes
    assert ESTIMATE not in catalogue_table([]).notes
