"""The plan by form and by file; the outlook says what it assumed and draws the band that the planner gave."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.web.accounts.reach import Actor
from junheng.web.portal.models import Edition
from junheng.web.posts.actions.look_ahead import look_ahead
from junheng.web.posts.models import ArrivalList, Outlook
from tests.web.people import COUNTY, People
from tests.web.personnel.ground import TEACHERS

PAGE, OUTLOOK = f"/desk/posts/{COUNTY}/arrivals/", f"/desk/posts/{COUNTY}/outlook/"
FORM = {"at": "primary.chinese", "day": "2026-09-01", "source": "招聘计划"}
FILES = [("教师表.csv", TEACHERS.encode())]


def test_an_outlook_says_what_it_assumed(staff: People, officer: Actor, edition: Edition) -> None:
    client = staff.client("personnel")
    look_ahead(officer, COUNTY, FILES)
    assert "没有到岗计划" in client.get(OUTLOOK).content.decode()
    typed = {**FORM, "arrive2027": "2", "low2027": "1", "high2027": "4"}
    assert client.post(PAGE, typed).status_code == 302
    assert "测算之后到岗计划改过" in client.get(OUTLOOK).content.decode()
    look_ahead(officer, COUNTY, FILES)
    page = client.get(f"{OUTLOOK}?subject=chinese").content.decode()
    assert "招聘计划（2026-09-01）" in page
    assert "测算之后到岗计划改过" not in page
    assert 'class="band" points="' in page
    rows = Outlook.objects.everything("test").latest("pk").result["rows"]
    (row,) = [one for one in rows if (one["subject"], one["year"]) == ("chinese", 2027)]
    assert (row["stock"] - row["stock_low"], row["stock_high"] - row["stock"]) == (1, 2)


def test_what_was_typed_wrong_comes_back_with_every_reason(staff: People, edition: Edition) -> None:
    answer = staff.client("personnel").post(PAGE, {**FORM, "arrive2027": "x", "arrive2028": "-2"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "2027 “补充教师”的“x”不是数字" in page
    assert "2028 “补充教师”是负数" in page
    assert 'value="x"' in page
    assert not ArrivalList.objects.everything("test").exists()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_is_given_out_can_be_handed_in_again(staff: People, edition: Edition, kind: str) -> None:
    client = staff.client("personnel")
    client.post(PAGE, {**FORM, "arrive2027": "2", "high2027": "4.5"})
    client.post(PAGE, {**FORM, "at": "junior.pe", "arrive2030": "1"})
    before = ArrivalList.objects.everything("test").latest("pk").lines
    file = SimpleUploadedFile(f"到岗.{kind}", client.get(f"{PAGE}?format={kind}").content)
    assert client.post(PAGE, {"do": "file", "day": "2026-09-01", "file": file}).status_code == 302
    after = ArrivalList.objects.everything("test").latest("pk").lines
    assert sorted(after, key=lambda one: one["year"]) == sorted(before, key=lambda one: one["year"])


def test_a_file_with_faults_and_no_file_at_all(staff: People, edition: Edition) -> None:
    client = staff.client("personnel")
    assert client.post(PAGE, {"do": "file", "day": "2026-09-01"}).status_code == 422
    wrong = SimpleUploadedFile("到岗.csv", "学段,任教学科,年份,补充教师,依据\n小学,飞行,2027,2,x\n".encode())
    answer = client.post(PAGE, {"do": "file", "day": "2026-09-01", "file": wrong})
    assert answer.status_code == 422
    assert "飞行" in answer.content.decode()
