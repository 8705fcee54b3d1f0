"""A county sees its own share and the city's sums, never another county's row, and changes nothing."""

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.models import StudyKind
from tests.web.people import COUNTY, OTHER_COUNTY, People
from tests.web.workforce.ground import asked, begun

PAGE = f"/desk/talent-share/{COUNTY}/"


def test_a_county_sees_its_share_with_the_arithmetic(staff: People, officer: Actor) -> None:
    asked(officer, StudyKind.TALENT)
    client = staff.client("county_reviewer")
    answer = client.get("/desk/talent-share/")
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    page = client.get(PAGE).content.decode()
    assert "3,000 × 100 ÷ 300 ＝ 1,000.00" in page
    assert "<form" not in page.split('class="work"')[1]
    csv = client.get(f"{PAGE}?format=csv&table=programmes").content.decode("utf-8-sig")
    assert "30,40,75" in csv
    assert all("合成" in line for line in csv.splitlines()[1:])
    assert staff.places[OTHER_COUNTY].name not in page
    assert client.get(f"/desk/talent-share/{OTHER_COUNTY}/").status_code == 404


def test_whoever_reports_nothing_is_blank_and_not_nought(staff: People, officer: Actor) -> None:
    asked(officer, StudyKind.TALENT)
    page = staff.client("other_reviewer").get(f"/desk/talent-share/{OTHER_COUNTY}/").content.decode()
    assert "3,000 × 200 ÷ 300 ＝ 2,000.00" in page
    csv = staff.client("other_reviewer").get(f"/desk/talent-share/{OTHER_COUNTY}/?format=csv&table=training")
    assert csv.content.decode("utf-8-sig").splitlines()[1].startswith("2024,2000,,,1000,3000")


def test_before_the_city_has_tables_the_page_says_so(staff: People, officer: Actor) -> None:
    begun(officer, StudyKind.TALENT)
    assert "还没有人才培养的数据表" in staff.client("county_reviewer").get(PAGE).content.decode()


def test_the_officer_of_the_city_opens_every_county(staff: People, officer: Actor) -> None:
    asked(officer, StudyKind.TALENT)
    page = staff.client("personnel").get("/desk/talent-share/").content.decode()
    assert f'href="{PAGE}"' in page
    assert f'href="/desk/talent-share/{OTHER_COUNTY}/"' in page
