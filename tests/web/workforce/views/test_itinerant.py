"""The page of a plan: week, map and the way by hand; what cannot be done in words; synthetic in every row."""

from junheng.web.accounts.reach import Actor
from junheng.web.operations.work import work_on
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.actions.solve_study import run, solve_study
from junheng.web.workforce.models import StudyKind
from tests.web.conftest import NASTY
from tests.web.people import SCHOOLS, People
from tests.web.workforce.ground import NUMBERS, answered, asked, form


def test_a_shared_teacher_has_a_week_a_map_and_the_way_by_hand(staff: People, officer: Actor) -> None:
    of = answered(officer, StudyKind.ITINERANT)
    client = staff.client("personnel")
    page = client.get(f"/desk/itinerant/{of.pk}/").content.decode()
    assert 'class="way r0"' in page
    assert "合成数据" in page
    assert 'class="way' not in client.get(f"/desk/itinerant/{of.pk}/?teacher=nobody").content.decode()
    csv = client.get(f"/desk/itinerant/{of.pk}/?format=csv&table=week").content.decode("utf-8-sig")
    assert "样例小学2 4 节" in csv
    assert all("合成数据" in line for line in csv.splitlines()[1:])


def test_what_cannot_be_done_is_said_in_words(staff: People, officer: Actor) -> None:
    made = asked(officer, StudyKind.ITINERANT)
    numbers = form({**NUMBERS[StudyKind.ITINERANT], "travel.most": "0.1", "posts.most": "0"})
    made = set_question(officer, made.pk, numbers, revision=3, subjects=["primary.music"], seconds=2)
    of = solve_study(officer, made.pk, revision=made.revision)
    assert of.job is not None
    run(work_on(of.job))
    page = staff.client("personnel").get(f"/desk/itinerant/{of.pk}/").content.decode()
    assert "最多新设 0 个共享岗位" in page


def test_markup_in_the_name_of_a_school_is_text(staff: People, officer: Actor) -> None:
    place = staff.places[SCHOOLS[1]]
    place.name = NASTY
    place.save()
    of = answered(officer, StudyKind.ITINERANT)
    page = staff.client("personnel").get(f"/desk/itinerant/{of.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
