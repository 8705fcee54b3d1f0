"""What happened to one report, readable later."""

from junheng.web.reporting.models import Submission
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import approved


def test_who_did_what_is_told(crew: People, mine: dict[str, Submission]) -> None:
    held = approved(mine[SCHOOLS[0]], crew)
    body = crew.client("school_reporter").get(f"/desk/history/{held.pk}/").content.decode()
    for said in ("保存草稿", "提交", "审核通过", "second_reviewer", "第 1 版", "SHA-256"):
        assert said in body


def test_one_that_never_reported_and_odd_questions(crew: People, mine: dict[str, Submission]) -> None:
    address = f"/desk/history/{mine[SCHOOLS[0]].pk}/"
    client = crew.client("school_reporter")
    assert 'class="empty"' in client.get(address).content.decode()
    assert client.get(f"{address}?old=1&new=x").status_code == 200
    assert client.post(address).status_code == 405
