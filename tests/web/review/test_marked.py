"""The workbook with remarks: whole-file comments, odd places, harmless text."""

from io import BytesIO

import openpyxl

from junheng.web.reporting.models import Remark, Submission
from junheng.web.review.marked import marked_copy
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import version, workbook


def test_remarks_of_any_place_are_listed(crew: People, mine: dict[str, Submission]) -> None:
    held = version(mine[SCHOOLS[0]], workbook(SCHOOLS[0]), crew.users["school_reporter"])
    remarks = [
        Remark(text="请核对全表 {0} {text}"),
        Remark(sheet="学校数据", text="整张表"),
        Remark(file="教基表.xlsx", sheet="学校数据", cell="V3", text="=HYPERLINK(1)"),
        Remark(file="另一份.xlsx", sheet="没有的表", cell="ZZ1", text="x"),
    ]
    book = openpyxl.load_workbook(BytesIO(marked_copy(held, 1, remarks)))
    told = [str(row[5].value) for row in book.worksheets[0].iter_rows(min_row=3)]
    assert told == [f"审核意见：{one.text}" for one in remarks]
    comment = book["学校数据"]["V3"].comment
    assert comment is not None
    assert "HYPERLINK" in comment.text
