"""The page of programmes: counted as the tables are, beside the targets; a target that cannot be is told."""

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.models import StudyKind
from tests.web.people import CITY, People
from tests.web.workforce.ground import asked, begun, form


def test_programmes_stand_beside_their_targets(staff: People, officer: Actor) -> None:
    of = asked(officer, StudyKind.TALENT)
    client = staff.client("personnel")
    page = client.get(f"/desk/talent/{of.pk}/").content.decode()
    assert "40 / 40" in page
    assert "2,000" in page
    csv = client.get(f"/desk/talent/{of.pk}/?format=csv&table=counties").content.decode("utf-8-sig")
    total = csv.splitlines()[-1]
    assert total.startswith("合计,Total")
    assert "40" in total.split(",")


def test_a_study_without_tables_asks_for_them(staff: People, officer: Actor) -> None:
    made = begun(officer, StudyKind.TALENT)
    answer = staff.client("personnel").get(f"/desk/talent/{made.pk}/")
    assert answer.status_code == 200
    assert "先导入数据表" in answer.content.decode()
    assert made.organisation.code == CITY


def test_a_target_less_than_its_least_parts_is_told_in_words(staff: People, officer: Actor) -> None:
    of = asked(officer, StudyKind.TALENT)
    set_question(officer, of.pk, form({"training.least": "100000"}), revision=of.revision)
    answer = staff.client("personnel").get(f"/desk/talent/{of.pk}/")
    assert answer.status_code == 200
    assert 'class="notice bad"' in answer.content.decode()
