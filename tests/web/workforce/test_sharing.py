"""Sharing worked out from a study: the schools that are helped, never worse than by hand, checked."""

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from junheng.web.workforce.sharing import shared
from tests.web.people import SCHOOLS
from tests.web.workforce.ground import NUMBERS, asked, form


def test_one_who_has_lessons_to_spare_helps_both_small_schools(officer: Actor) -> None:
    told: list[tuple[int, int]] = []
    found = shared(asked(officer, StudyKind.ITINERANT), lambda done, total: told.append((done, total)))
    (group,) = found["groups"]
    assert (group["status"], group["posts"], group["lessons"]) == ("optimal", 0, 6)
    assert (group["posts"], group["km"]) <= tuple(group["by_hand"])
    assert {one["to_school"]: one["lessons"] for one in found["visits"]} == {SCHOOLS[1]: 4, SCHOOLS[2]: 2}
    assert told == [(0, 1), (1, 1)]
    assert found["used"]["hours.primary.music"] == 2
    assert found["used"]["lessons.primary"] == 14


def test_only_the_schools_that_were_chosen_are_helped(officer: Actor) -> None:
    made = asked(officer, StudyKind.ITINERANT)
    numbers = form(NUMBERS[StudyKind.ITINERANT])
    chosen = {"subjects": ["primary.music"], "schools": [SCHOOLS[2]]}
    of = set_question(officer, made.pk, numbers, revision=made.revision, seconds=2, **chosen)
    found = shared(of, lambda *_: None)
    assert {one["to_school"] for one in found["visits"]} == {SCHOOLS[2]}
    assert found["groups"][0]["lessons"] == 2


def test_a_subject_of_a_section_that_nobody_has_is_no_group(officer: Actor) -> None:
    of: WorkforceStudy = asked(officer, StudyKind.ITINERANT)
    of.given["hours.junior.music"] = {"value": 1.0, "source": "样例办法"}
    of.asked["subjects"] = ["junior.music"]
    found = shared(of, lambda *_: None)
    assert (found["groups"], found["visits"], found["status"]) == ([], [], "done")
