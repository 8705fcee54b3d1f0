"""The list: studies of one kind within reach, a form for whoever may begin one, which keeps what was typed."""

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from tests.web.people import COUNTY, OTHER_COUNTY, People
from tests.web.workforce.ground import begun


def test_a_study_is_begun_from_its_form(staff: People, officer: Actor) -> None:
    answer = staff.client("personnel").post("/desk/pay/", {"place": COUNTY, "day": "2026-09-01"})
    made = WorkforceStudy.objects.everything("test").get()
    assert (answer.status_code, answer["Location"]) == (302, f"/desk/workforce/{made.pk}/tables/")
    assert (made.kind, made.organisation.code, str(made.day)) == (StudyKind.PAY, COUNTY, "2026-09-01")


def test_without_a_day_the_form_comes_back_with_what_was_typed(staff: People, officer: Actor) -> None:
    answer = staff.client("personnel").post("/desk/pay/", {"place": OTHER_COUNTY, "day": ""})
    assert answer.status_code == 422
    assert f'<option value="{OTHER_COUNTY}" selected>' in answer.content.decode()
    assert not WorkforceStudy.objects.everything("test").exists()


def test_a_list_holds_its_own_kind(staff: People, officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    client = staff.client("personnel")
    assert f'href="/desk/pay/{made.pk}/"' in client.get("/desk/pay/").content.decode()
    assert "还没有测算" in client.get("/desk/itinerant/").content.decode()
