"""The pages of the further questions to a plan that passes."""

from pathlib import Path

import pytest

from junheng.web.audit.models import Event
from junheng.web.operations.kinds import kind_of
from junheng.web.portal.models import Edition
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.models import RemedyStudy
from tests.balance.city import COUNTY, NINE
from tests.web.people import CITY, People
from tests.web.workbench.remedy.ground import FULL, published

FORM = {"county": COUNTY, "year": "2024", "seconds": "3", "moving": "1", "name": "样例方案"}
SITE = "/desk/remedy/"
GIVEN = {
    "budget": {"budget": "250000", "by": "schools"},
    "demands": {},
    "sensitivity": {"share": "10"},
    "years": {"first": "2026", "last": "2028", "money": "1000000", "lead_L6": "1"},
}
TOLD = {
    "budget": ("25.00万元", "再多 100 万元", "+1 所", "这笔预算使哪些学校达标", "<polyline"),
    "demands": ("要求的价格", "不算某校能省多少", f'href="/school/{NINE}/"', "差异系数由哪些学校拉开"),
    "sensitivity": ("造价怎样随之变化", "仪器设备单价", '<rect class="more"', "少 10%"),
    "years": ("学校的先后", "2026年的措施", "年末结余", "受益学生"),
}
ENGLISH = {
    "budget": "A million yuan more",
    "demands": "Who drives the dispersions",
    "sensitivity": "How the cost follows",
    "years": "Works of 2026",
}
FILES = {"budget": "curve", "demands": "priced_schools", "sensitivity": "varied", "years": "year_2026"}


@pytest.fixture
def edition(staff: People, tmp_path: Path) -> Edition:
    return published(tmp_path)


@pytest.fixture
def study(staff: People, edition: Edition) -> RemedyStudy:
    set_prices(staff.actor("planner"), CITY, FULL, synthetic=True)
    answer = staff.client("planner").post(SITE, FORM)
    assert answer.status_code == 302, answer.content.decode()
    return RemedyStudy.objects.everything("test").get()


@pytest.mark.django_db(transaction=True)
def test_every_question_is_asked_answered_shown_and_given_out(staff: People, study: RemedyStudy) -> None:
    planner, reader = staff.client("planner"), staff.client("inspector")
    for what, given in GIVEN.items():
        page = f"{SITE}{study.pk}/{what}/"
        assert "规划人员还没有算过" in reader.get(page).content.decode()
        assert planner.post(page, given)["Location"] == page
        told = reader.get(page).content.decode()
        assert [one for one in (*TOLD[what], "单价为演示用的合成数据") if one not in told] == [], what
        assert "<form" not in told.split("<h1>")[1], what
        assert "重新计算" in planner.get(page).content.decode()
        assert ENGLISH[what] in reader.get(f"/en{page}").content.decode()
        for format_ in ("xlsx", "csv"):
            file = reader.get(f"{page}?table={FILES[what]}&format={format_}")
            assert "attachment" in file["Content-Disposition"], what
        assert staff.client("other_reviewer").get(page).status_code == 404
        assert reader.post(page, given).status_code == 403
    study.refresh_from_db()
    assert set(study.further) == set(GIVEN)
    assert Event.objects.filter(verb="remedy.ask", target=f"remedy:{study.pk}").count() == 4
    assert f"{SITE}{study.pk}/years/" in reader.get(f"{SITE}{study.pk}/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_question_asked_anew_takes_the_place_of_the_earlier_one(staff: People, study: RemedyStudy) -> None:
    planner, page = staff.client("planner"), f"{SITE}{study.pk}/years/"
    planner.post(page, GIVEN["years"])
    planner.post(page, {**GIVEN["years"], "money": "10"})
    told = planner.get(page).content.decode()
    assert "排不进这几年" in told
    assert 'name="money"' in told
    assert 'value="10"' in told
    study.refresh_from_db()
    held = study.further["years"]
    assert held["number"] == 2
    kind_of("remedy_further").run(_Old(study.pk))  # type: ignore[arg-type]
    study.refresh_from_db()
    assert study.further["years"] == held


class _Old:
    """The job of the first question, begun again when the second is answered."""

    def __init__(self, pk: int) -> None:
        self.given = {"study": pk, "what": "years", "number": 1}


@pytest.mark.django_db(transaction=True)
def test_wrong_forms_keep_what_was_typed_and_ask_nothing(staff: People, study: RemedyStudy) -> None:
    planner = staff.client("planner")
    wrong = planner.post(f"{SITE}{study.pk}/years/", {"first": "2028", "last": "2026", "money": "dear"})
    assert wrong.status_code == 422
    told = wrong.content.decode()
    assert "先后不能颠倒" in told
    assert "“每年的预算”应为" in told
    assert 'value="dear"' in told
    study.refresh_from_db()
    assert study.further == {}


def test_nothing_further_is_asked_of_a_study_without_an_answer(staff: People, study: RemedyStudy) -> None:
    RemedyStudy.objects.everything("test").update(result=None)
    page = f"{SITE}{study.pk}/demands/"
    assert "方案还没有算完" in staff.client("planner").get(page).content.decode()
    assert staff.client("planner").post(page).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_actions_are_left_out_in_what_if_and_in_a_study_of_their_own(staff: People, study: RemedyStudy) -> None:
    client, page = staff.client("planner"), f"{SITE}{study.pk}/what-if/"
    word = f".{NINE}.L6"
    assert f'name="forbid" value="{word}"' in client.get(page).content.decode()
    told = client.get(page, {"forbid": word}).content.decode()
    assert f'value="{word}" aria-label="不做 学校03 L6" checked' in told
    assert "新做一次测算" in told
    assert client.get(page, {"forbid": word, "pin": word}).status_code == 422
    form = client.get(SITE, {"county": COUNTY, "year": "2024", "forbidden": f"{NINE} L6"}).content.decode()
    assert f">{NINE} L6</textarea>" in form
