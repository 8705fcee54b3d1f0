"""The pages of the cheapest plan that passes."""

from pathlib import Path

import pytest

from junheng.web.portal.models import Edition
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.models import PriceList, RemedyStudy
from tests.balance.city import COUNTY, NINE
from tests.web.people import CITY, OTHER_COUNTY, People
from tests.web.workbench.remedy.ground import FULL, published

FORM = {"county": COUNTY, "year": "2024", "seconds": "3", "moving": "1", "name": "样例方案"}
SITE = "/desk/remedy/"


@pytest.fixture
def edition(staff: People, tmp_path: Path) -> Edition:
    return published(tmp_path)


@pytest.fixture
def priced(staff: People) -> PriceList:
    return set_prices(staff.actor("planner"), CITY, FULL, synthetic=True)


@pytest.fixture
def study(staff: People, edition: Edition, priced: PriceList) -> RemedyStudy:
    answer = staff.client("planner").post(SITE, FORM)
    assert answer.status_code == 302, answer.content.decode()
    return RemedyStudy.objects.everything("test").get()


def test_prices_are_set_seen_and_kept(staff: People) -> None:
    client, page = staff.client("planner"), f"{SITE}prices/"
    assert "还缺：增加高学历教师" in client.get(page).content.decode()
    answer = client.post(page, {**FULL, "place": CITY})
    assert answer["Location"].endswith(f"?place={CITY}")
    assert client.post(page, {"place": COUNTY, "valid_from": "2024-01-01", "add_L4": "9", "add_L4_source": "<b>"})
    told = client.get(f"{page}?place={COUNTY}").content.decode()
    assert "还缺" not in told
    assert "&lt;b&gt;" in told
    assert told.count("<details>") == 2
    assert "Price list" not in told
    assert "All price lists" in client.get(f"/en{page}?place={COUNTY}").content.decode()


def test_wrong_prices_are_told_with_what_was_typed(staff: People) -> None:
    answer = staff.client("planner").post(f"{SITE}prices/", {**FULL, "place": CITY, "add_L1": "dear", "add_L4": "77"})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "增加高学历教师（元/人）：单价应为" in told
    assert 'value="dear"' in told
    assert 'value="77"' in told
    assert not PriceList.objects.everything("test").exists()


def test_readers_see_prices_and_studies_and_change_nothing(staff: People, edition: Edition, priced: PriceList) -> None:
    reader = staff.client("county_reviewer")
    told = reader.get(f"{SITE}prices/").content.decode()
    assert "3,500" in told
    assert 'name="add_L4"' not in told
    assert reader.post(f"{SITE}prices/", {**FULL, "place": COUNTY}).status_code == 403
    assert 'name="county"' not in reader.get(SITE).content.decode()
    assert reader.post(SITE, FORM).status_code == 403
    assert staff.client("school_reporter").get(SITE).status_code == 403


def test_a_study_without_prices_or_with_a_wrong_form_starts_nothing(staff: People, edition: Edition) -> None:
    client = staff.client("planner")
    answer = client.post(SITE, FORM)
    assert answer.status_code == 422
    assert "缺少单价，不能测算：增加高学历教师、" in answer.content.decode()
    wrong = client.post(SITE, {**FORM, "budget": "x", "pinned": "nobody L7 1", "forbidden": f"{NINE}"})
    assert wrong.status_code == 422
    for words in ("“预算”应为", "表中没有学校 nobody", "“不得增加”第1行"):
        assert words in wrong.content.decode()
    assert client.post(SITE, {**FORM, "year": "1999"}).status_code == 404
    assert client.post(SITE, {**FORM, "county": "999999"}).status_code == 404
    assert not RemedyStudy.objects.everything("test").exists()


@pytest.mark.django_db(transaction=True)
def test_the_page_of_a_study(staff: People, study: RemedyStudy) -> None:
    client = staff.client("inspector")
    told = client.get(f"{SITE}{study.pk}/").content.decode()
    for words in (
        "63.56万元",
        "已证明最省",
        "全校共有",
        "按整校写入清单后，全部学校",
        "单价为演示用的合成数据",
        "采购清单",
        "调动清单",
    ):
        assert words in told, words
    assert "at most" not in told
    assert "Simulated verdict" in client.get(f"/en{SITE}{study.pk}/").content.decode()
    narrowed = client.get(f"{SITE}{study.pk}/?section=junior&indicator=L6&sort=cost").content.decode()
    assert "1 项" in narrowed
    for table, format_ in (("purchases", "xlsx"), ("moves", "docx"), ("actions", "csv")):
        file = client.get(f"{SITE}{study.pk}/?table={table}&format={format_}")
        assert file.status_code == 200
        assert "attachment" in file["Content-Disposition"]
    assert staff.client("other_reviewer").get(f"{SITE}{study.pk}/").status_code == 404
    assert "样例方案" in client.get(SITE).content.decode()
    assert "样例方案" not in staff.client("other_reviewer").get(SITE).content.decode()


@pytest.mark.django_db(transaction=True)
def test_why_there_is_no_plan_is_told(staff: People, edition: Edition, priced: PriceList) -> None:
    client = staff.client("planner")
    answer = client.post(SITE, {**FORM, "moving": "", "budget": "100000"})
    told = client.get(answer["Location"]).content.decode()
    assert "没有方案" in told
    assert "全县花费不超过 100,000.00 元" in told
    assert "个学段没有方案，未计入" in told
    assert "没有模拟" in told
    assert "部分没有方案" in client.get(SITE).content.decode()


@pytest.mark.django_db(transaction=True)
def test_what_if_answers_as_a_page_and_alone(staff: People, study: RemedyStudy) -> None:
    client, page = staff.client("planner"), f"{SITE}{study.pk}/what-if/"
    whole = client.get(page)
    assert "script-src 'self'" in whole["Content-Security-Policy"]
    assert "68.36万元" in whole.content.decode()
    asked = {"equipment": "50", "budget": "400000"}
    alone = client.get(page, asked, headers={"X-Requested-With": "fetch"}).content.decode()
    assert "<html" not in alone
    assert "102.55万元" in alone
    assert "+34.18万元" in alone
    assert "不调动教师时，预算一定不够" in alone
    assert "预算够" in client.get(page, {"budget": "800000"}).content.decode()
    wrong = client.get(page, {"pupils": "50"})
    assert wrong.status_code == 422
    assert "“学生数（%）”应为" in wrong.content.decode()
    assert staff.client("other_reviewer").get(page).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_studies_side_by_side(staff: People, study: RemedyStudy) -> None:
    client, page = staff.client("planner"), f"{SITE}compare/"
    assert "不足两份" in client.get(page).content.decode()
    client.post(SITE, {**FORM, "moving": "", "name": "不调动"})
    other = RemedyStudy.objects.everything("test").exclude(pk=study.pk).get()
    told = client.get(f"{page}?first={study.pk}&second={other.pk}").content.decode()
    assert "不同的措施" in told
    assert "调入" in told
    assert "单价或办法不同" in told
    file = client.get(f"{page}?first={study.pk}&second={other.pk}&table=difference&format=csv")
    assert "学校01" in file.content.decode("utf-8-sig")
    assert (
        "不足两份" in staff.client("other_reviewer").get(f"{page}?first={study.pk}&second={other.pk}").content.decode()
    )


def test_places_out_of_reach_have_no_prices(staff: People, priced: PriceList) -> None:
    answer = staff.client("planner").post(f"{SITE}prices/", {**FULL, "place": "999999"})
    assert answer.status_code == 404
    told = staff.client("county_reviewer").get(f"{SITE}prices/?place={OTHER_COUNTY}").content.decode()
    assert "金水区" in told
    assert "中牟县" not in told
