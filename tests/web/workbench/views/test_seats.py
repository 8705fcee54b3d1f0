"""The gap map."""

from django.test import Client

from junheng.web.workbench.models import PlanningBase
from tests.web.people import COUNTY, People


def test_without_a_base_the_page_says_so(staff: People) -> None:
    answer = staff.client("planner").get("/desk/seats/")
    assert answer.status_code == 200
    assert "还没有规划底数" in answer.content.decode()


def test_the_city_and_a_county(staff: People, base: PlanningBase) -> None:
    page = staff.client("planner").get("/desk/seats/").content.decode()
    assert "第1街道" in page
    assert "合成" in page
    assert page.count("<path") == 3
    county = staff.client("planner").get(f"/desk/seats/?county={COUNTY}&view=free&section=junior").content.decode()
    assert county.count("<path") == 12
    assert "没有路网，路程按直线计算" in county


def test_the_year_and_the_what_if_change_the_numbers(staff: People, base: PlanningBase) -> None:
    client = staff.client("planner")

    def children(query: str) -> str:
        page = client.get(f"/desk/seats/?{query}").content.decode()
        return page.split('class="figures"')[1].split("<b>")[1].split("</b>")[0]

    assert children("year=2025") == "144"
    assert children("year=2035") != children("year=2035&births=-10")
    assert children("year=2035&dwelling=0.5") != children("year=2035")


def test_a_class_norm_of_ones_own_changes_the_seats(staff: People, base: PlanningBase) -> None:
    page = staff.client("planner").get("/desk/seats/?norm=30").content.decode()
    assert "540" in page
    assert "30 人/班" in page.replace("\n", " ")


def test_nonsense_is_named_and_answered_with_422(staff: People, base: PlanningBase) -> None:
    answer = staff.client("planner").get("/desk/seats/?year=1999&births=x&county=999999&section=senior")
    page = answer.content.decode()
    assert answer.status_code == 422
    for title in ("年份", "出生数逐年增减", "区县", "学段"):
        assert f"“{title}”应为" in page


def test_what_is_seen_can_be_taken_away(staff: People, base: PlanningBase) -> None:
    answer = staff.client("inspector").get("/desk/seats/?format=csv&table=seat_gap")
    assert answer.status_code == 200
    assert "第1街道" in answer.content.decode("utf-8-sig")


def test_the_band_stands_on_the_page_and_in_its_file(staff: People, long_base: PlanningBase) -> None:
    client = staff.client("planner")
    page = client.get(f"/desk/seats/?county={COUNTY}&year=2030&births=-5&place=第2街道").content.decode()
    assert '<polygon class="band"' in page
    assert page.count('<polyline class="steady"') == 2
    assert "逐年学龄儿童 · 第2街道" in page
    assert "回测（" in page
    for table in ("outlook", "outlook_parts", "outlook_errors"):
        assert f'id="{table}"' in page
    csv = client.get(f"/desk/seats/?county={COUNTY}&year=2030&format=csv&table=outlook").content.decode("utf-8-sig")
    assert "low" in csv.splitlines()[0]
    nowhere = client.get(f"/desk/seats/?county={COUNTY}&place=nowhere")
    assert nowhere.status_code == 422


def test_a_short_past_is_told_and_no_band_is_drawn(staff: People, base: PlanningBase) -> None:
    page = staff.client("planner").get("/desk/seats/?year=2030").content.decode()
    assert "没有预测区间：" in page
    assert "只有 1 年的数据" in page
    assert '<polygon class="band"' not in page
    assert '<polyline class="planned"' in page


def test_who_may_not_see_plans_does_not(staff: People, base: PlanningBase, client: Client) -> None:
    assert client.get("/desk/seats/").status_code == 302
    assert staff.client("personnel").get("/desk/seats/").status_code == 403
