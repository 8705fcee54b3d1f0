"""The workbook for counted paper questionnaires: written for a survey, read back with every fault at its cell."""

from io import BytesIO
from typing import Any

from junheng.policy.survey import Questionnaire
from junheng.policy.text import Text
from junheng.publish.rounding import MISSING
from junheng.publish.table import Column, Table
from junheng.web.kit.refusal import Refusal
from junheng.web.survey.counting import WHOLE, Counts, empty

RETURNED = "returned"
FIXED = 4
"""Columns before the options."""
SHOWN = 20
"""Faults told at once."""


def template(held: Questionnaire) -> Table:
    """A row for every group: questionnaires returned, then one row for every question with its answers."""
    columns = (
        Column("group", Text("对象代码", "Group code"), "code"),
        Column("group_title", Text("调查对象", "Group")),
        Column("question", Text("题目代码", "Question code"), "code"),
        Column("question_title", Text("题目", "Question")),
        Column(RETURNED, Text("收回份数", "Returned"), "number", "份", 0),
        *(Column(one.id, one.title, "number", "份", 0) for one in held.scale),
    )
    blank = (None,) * len(held.scale)
    rows: list[tuple[Any, ...]] = []
    for group in held.groups:
        rows.append((group.id, group.title, RETURNED, Text("收回的纸质问卷", "Paper returned"), None, *blank))
        rows += [(group.id, group.title, one.id, one.title, None, *blank) for one in held.asked(group.id)]
    return Table("paper", Text("纸质问卷统计", "Counted paper"), columns, tuple(rows))


def read_counts(held: Questionnaire, content: bytes) -> Counts:
    """The counts of a filled-in workbook; an empty cell (``—`` in the template) is 0, for papers are counted in hand.

    Raises:
        Refusal: (422) every fault with its cell.
    """
    counts, faults = empty(held), []
    for number, row in enumerate(_rows(content), 1):
        cells = [*row, *([""] * (FIXED + 1 + len(held.scale) - len(row)))]
        group, question = str(cells[0]).strip(), str(cells[2]).strip()
        if group not in counts or question not in (RETURNED, *counts[group]):
            continue
        into = counts[group][WHOLE] if question == RETURNED else counts[group][question]
        names = [RETURNED] if question == RETURNED else [one.id for one in held.scale]
        first = FIXED if question == RETURNED else FIXED + 1
        for at, name in enumerate(names, first):
            value = _whole(cells[at])
            if value is None:
                faults.append((number, at, str(cells[at])))
            into[name] = value or 0
    if faults:
        raise _not_whole(faults)
    _settle(held, counts)
    return counts


def _rows(content: bytes) -> list[list[Any]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return list(book.get_sheet_by_index(0).to_python(skip_empty_area=False))
    except (CalamineError, ValueError, OSError, IndexError) as fault:
        raise Refusal("工作簿打不开。", "The workbook cannot be opened.", status=422) from fault


def _whole(value: Any) -> int | None:
    """A count of at least 0; empty is 0; None for anything else."""
    if isinstance(value, str):
        value = value.strip().removeprefix(MISSING) or 0
        if isinstance(value, str):
            return int(value) if value.isascii() and value.isdigit() and len(value) < FIXED * 2 else None
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0 or value != int(value):
        return None
    return int(value) if value < 10**7 else None


def _not_whole(faults: list[tuple[int, int, str]]) -> Refusal:
    cells = [f"{chr(ord('A') + at)}{number}={value!r}" for number, at, value in faults[:SHOWN]]
    said = ", ".join(cells)
    return Refusal(f"应为非负整数的单元格：{said}", f"Not a whole number of at least 0: {said}", status=422)


def _settle(held: Questionnaire, counts: Counts) -> None:
    """Fill in valid and satisfied from the overall question, and hold every question against what was returned."""
    over = []
    for group, questions in counts.items():
        whole, deciding = questions[WHOLE], questions[held.deciding.id]
        whole["satisfied"] = sum(deciding[one] for one in held.options(True))
        whole["valid"] = whole["satisfied"] + sum(deciding[one] for one in held.options(False))
        over += [
            f"{group}/{question}"
            for question, options in questions.items()
            if question != WHOLE and sum(options.values()) > whole[RETURNED]
        ]
    if over:
        said = ", ".join(over[:SHOWN])
        raise Refusal(f"答案数多于收回份数：{said}", f"More answers than papers returned: {said}", status=422)
    if not sum(one[WHOLE][RETURNED] for one in counts.values()):
        raise Refusal("没有读到任何收回的问卷。", "No returned questionnaires were found in it.", status=422)
