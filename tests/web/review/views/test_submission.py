"""The reviewer's page: cells, last year, remarks that come back in the workbook."""

from io import BytesIO

import openpyxl
import pytest

from junheng.web.reporting.models import Remark, Round, State, Submission
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import submitted, version, workbook


@pytest.fixture
def waiting(crew: People, mine: dict[str, Submission]) -> Submission:
    return submitted(mine[SCHOOLS[0]], crew)


def test_every_value_stands_beside_its_cell(crew: People, waiting: Submission) -> None:
    body = crew.client("county_reviewer").get(f"/desk/review/{waiting.pk}/").content.decode()
    assert "4,000" in body
    assert "学校数据 " in body
    assert "按标准测算" in body
    assert 'name="note|rooms||teaching_area"' in body


def test_a_remark_on_a_cell_comes_back_in_the_workbook(crew: People, waiting: Submission) -> None:
    client = crew.client("county_reviewer")
    given = {"revision": waiting.revision, "do": "return", "note|rooms||teaching_area": "=1+1 <b>与房产证不符</b>"}
    answer = client.post(f"/desk/review/{waiting.pk}/decide/", given)
    assert answer.status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == State.RETURNED
    [remark] = Remark.objects.everything("test")
    assert (remark.sheet, remark.field) == ("学校数据", "rooms..teaching_area")
    got = crew.client("school_reporter").get(f"/desk/history/{waiting.pk}/1/marked/1/")
    assert got.status_code == 200
    assert "attachment" in got["Content-Disposition"]
    book = openpyxl.load_workbook(BytesIO(got.content))
    comment = book["学校数据"][remark.cell].comment
    assert comment is not None
    assert "与房产证不符" in comment.text
    assert book.sheetnames[0] == "回执"
    assert all(cell.data_type != "f" for row in book["回执"].iter_rows() for cell in row)
    page = crew.client("school_reporter").get(f"/desk/history/{waiting.pk}/").content.decode()
    assert "<b>与房产证" not in page
    assert "下载退回标注" in page


def test_nothing_marked_nothing_to_download(crew: People, waiting: Submission) -> None:
    assert crew.client("school_reporter").get(f"/desk/history/{waiting.pk}/1/marked/1/").status_code == 404
    for address in ("1/marked/2/", "1/marked/0/", "9/marked/1/"):
        assert crew.client("school_reporter").get(f"/desk/history/{waiting.pk}/{address}").status_code == 404


def test_a_return_without_reason_keeps_what_was_typed(crew: People, waiting: Submission) -> None:
    answer = crew.client("county_reviewer").post(
        f"/desk/review/{waiting.pk}/decide/", {"revision": waiting.revision, "do": "return", "comment": "  "}
    )
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_an_old_page_changes_nothing_and_keeps_what_was_typed(crew: People, waiting: Submission) -> None:
    given = {"revision": "1", "do": "return", "comment": "看过了", "note|rooms||teaching_area": "存疑"}
    answer = crew.client("county_reviewer").post(f"/desk/review/{waiting.pk}/decide/", given)
    assert answer.status_code == 409
    body = answer.content.decode()
    assert "看过了" in body
    assert "存疑" in body
    waiting.refresh_from_db()
    assert waiting.state == State.SUBMITTED


def test_who_made_it_is_told_why_not(crew: People, mine: dict[str, Submission]) -> None:
    held = submitted(mine[SCHOOLS[1]], crew)
    client = crew.client("county_reviewer")
    body = client.get(f"/desk/review/{held.pk}/").content.decode()
    assert "为什么不能由我通过" in body
    assert 'value="approve"' not in body
    assert (
        client.post(f"/desk/review/{held.pk}/decide/", {"revision": held.revision, "do": "approve"}).status_code == 403
    )


def test_the_second_version_shows_what_it_changed(crew: People, waiting: Submission) -> None:
    from junheng.web.reporting.lifecycle import move

    held = move(crew.actor("county_reviewer"), waiting.pk, "return", revision=waiting.revision, comment="改人数")
    new = version(held, workbook(SCHOOLS[0], 777), crew.users["school_reporter"])
    held = move(crew.actor("school_reporter"), held.pk, "submit", revision=held.revision, version=new)
    body = crew.client("county_reviewer").get(f"/desk/review/{held.pk}/").content.decode()
    assert "上一版 500" in body
    history = crew.client("school_reporter").get(f"/desk/history/{held.pk}/?old=1&new=2").content.decode()
    assert "+55.4%" in history
    same = crew.client("school_reporter").get(f"/desk/history/{held.pk}/?old=2&new=2").content.decode()
    assert "完全相同" in same


def test_last_year_stands_beside(crew: People, waiting: Submission, held: Round, tmp_path: object) -> None:
    from django.conf import settings

    from tests.web import tiny

    tiny.snapshot(settings.VAR / "snapshots", 2024)
    body = crew.client("county_reviewer").get(f"/desk/review/{waiting.pk}/").content.decode()
    assert "0.0%" in body
