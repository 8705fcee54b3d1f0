"""The pages of ways: chosen, filled in, changed, ended, used by a study."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from junheng.web.portal.models import Edition
from junheng.web.workbench.actions.set_lever import set_lever
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.models import Lever, RemedyStudy
from tests.balance.city import COUNTY
from tests.web.people import CITY, People
from tests.web.workbench.remedy.ground import FULL, HIRED, POSTS, SHELVED, TRAINED, published, short_of_teachers
from tests.web.workbench.remedy.test_costs_file import GIVEN, WHOLE

SITE = "/desk/remedy/"
PAGE = f"{SITE}prices/way/"
FORM = {"county": COUNTY, "year": "2024", "seconds": "3", "ways": "1", "name": "并用"}


@pytest.fixture
def edition(staff: People, tmp_path: Path) -> Edition:
    return published(tmp_path, short_of_teachers().facts)


@pytest.mark.django_db
def test_a_way_is_chosen_filled_in_changed_and_ended(staff: People) -> None:
    client = staff.client("planner")
    chosen = client.get(PAGE, {"place": CITY}).content.decode()
    assert "means=recognise" in chosen
    assert 'name="counts_L3"' in client.get(PAGE, {"place": CITY, "means": "hire"}).content.decode()
    answer = client.post(PAGE, {**TRAINED, "place": CITY})
    assert answer["Location"] == f"{SITE}prices/?place={CITY}#levers"
    told = client.get(answer["Location"]).content.decode()
    for words in (
        "培训：高学历教师",
        "6,000",
        "没有高于规定学历的专任教师",
        "已保存：培训：高学历教师",
    ):
        assert words in told, words
    again = client.get(PAGE, {"place": COUNTY, "means": "train", "name": "L1"}).content.decode()
    assert 'value="6000"' in again
    ended = client.post(f"{PAGE}end/", {"place": CITY, "means": "train", "name": "L1"})
    assert "还没有别的办法" in client.get(ended["Location"]).content.decode()
    assert Lever.objects.everything("test").count() == 2
    assert "Free posts" in client.get(f"/en{PAGE}", {"place": CITY}).content.decode()


@pytest.mark.django_db
def test_a_wrong_way_is_told_with_what_was_typed(staff: People) -> None:
    answer = staff.client("planner").post(PAGE, {**HIRED, "place": CITY, "yuan": "dear", "source": "", "name": "<b>"})
    assert answer.status_code == 422
    told = answer.content.decode()
    for words in ("“单价”应为", "没有写依据", 'value="dear"', "&lt;b&gt;"):
        assert words in told, words
    assert staff.client("planner").post(f"{PAGE}end/", {"place": CITY, "valid_from": "x"}).status_code == 422
    assert not Lever.objects.everything("test").exists()


@pytest.mark.django_db
def test_a_study_names_what_its_ways_lack(staff: People, edition: Edition) -> None:
    planner, client = staff.actor("planner"), staff.client("planner")
    set_prices(planner, CITY, FULL)
    set_lever(planner, CITY, {**TRAINED, "per_year": "2"})
    set_lever(planner, CITY, {**HIRED, "yuan": ""})
    assert "并用单价表里的各种办法（2 种）" in client.get(SITE).content.decode()
    told = client.post(SITE, FORM).content.decode()
    for words in ("招聘：体育艺术教师：没有写单价", "写了 per_year，却没有写分几年完成"):
        assert words in told, words
    assert not RemedyStudy.objects.everything("test").exists()


@pytest.mark.django_db(transaction=True)
def test_a_limit_nobody_stated_is_told_on_the_page_of_the_study(staff: People, edition: Edition) -> None:
    planner, client = staff.actor("planner"), staff.client("planner")
    set_prices(planner, CITY, FULL)
    for form in (HIRED, SHELVED, {**POSTS, "per_school": "", "per_county": "4"}):
        set_lever(planner, CITY, form, synthetic=True)
    answer = client.post(SITE, FORM)
    assert answer.status_code == 302, answer.content.decode()
    told = client.get(answer["Location"]).content.decode()
    assert "没有完成" in told
    assert 'role="alert"' in told


@pytest.mark.django_db(transaction=True)
def test_a_study_by_ways_is_shown_with_its_ways_and_does_not_try_other_conditions(
    staff: People, edition: Edition
) -> None:
    planner, client = staff.actor("planner"), staff.client("planner")
    set_prices(planner, CITY, FULL)
    set_lever(planner, CITY, TRAINED, synthetic=True)
    page = client.post(SITE, FORM)["Location"]
    told = client.get(page).content.decode()
    for words in ("培训清单", "并用的办法", "单价和办法 SHA-256", "单价为演示用的合成数据"):
        assert words in told, words
    for format_ in ("xlsx", "docx", "csv"):
        assert client.get(f"{page}?table=training&format={format_}").status_code == 200
    assert "换条件试算现在只对" in client.get(f"{page}what-if/").content.decode()


@pytest.mark.django_db
def test_a_file_sets_all_or_tells_all(staff: People) -> None:
    client, page = staff.client("planner"), f"{SITE}prices/file/"
    assert "train: {L1: 6000}" in client.get(page).content.decode()
    wrong = client.post(page, {"place": CITY, "file": ContentFile(b"add: {L1: x, L9: 1}", "costs.yaml")})
    assert wrong.status_code == 422
    for words in ("「x」不是数", "不认识「L9」"):
        assert words in wrong.content.decode(), words
    assert "请选择一个文件" in client.post(page, {"place": CITY}).content.decode()
    given = {**GIVEN, "place": CITY, "file": ContentFile(WHOLE.encode(), "costs.yaml")}
    told = client.get(client.post(page, given)["Location"]).content.decode()
    for words in ("已保存：单价表 2 份，办法 6 条。", "limits › budget 属于一次测算", "认定：骨干教师", "3,000.25"):
        assert words in told, words
