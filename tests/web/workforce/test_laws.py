"""Numbers of a study: what is in force, what the officer gave with its source, what nobody knows."""

import pytest

from junheng.policy.pay_rules import PARTS
from junheng.web.kit.refusal import Refusal
from junheng.web.workforce.laws import check, hours_of, itinerant_laws, numbers, parameters_of, pay_law
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from tests.teachers.itinerant.small import DAY


def study(kind: StudyKind, **given: float) -> WorkforceStudy:
    held = {name.replace("__", "."): {"value": value, "source": "样例办法"} for name, value in given.items()}
    return WorkforceStudy(kind=kind, day=DAY, given=held)


def test_what_the_officer_gave_is_in_force_with_its_source_and_the_rest_is_asked_for() -> None:
    found = {one.id: one for one in numbers(study(StudyKind.PAY, share__post=100))}
    post, load = found["share.post"], found["share.load"]
    assert (post.value, post.own, post.source, post.asked) == (100, 100, "样例办法", False)
    assert (load.value, load.own, load.source, load.asked) == (None, None, "", True)


@pytest.mark.parametrize("kind", StudyKind)
def test_every_parameter_of_a_kind_is_a_number_of_its_study(kind: StudyKind) -> None:
    assert {one.id for one in numbers(study(kind))} == set(parameters_of(kind))


def test_shares_go_to_the_engine_only_when_they_add_up() -> None:
    assert set(pay_law(study(StudyKind.PAY)).shares) == set()
    assert set(pay_law(study(StudyKind.PAY, share__post=60, share__head=40)).shares) == {"post", "head"} <= set(PARTS)
    with pytest.raises(Refusal, match="现为 90%") as caught:
        check(study(StudyKind.PAY, share__post=60, share__head=30))
    assert caught.value.status == 422


def test_a_value_that_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match=r"days\.week") as caught:
        check(study(StudyKind.ITINERANT, days__week=4.5))
    assert caught.value.status == 422


def test_hours_and_loads_are_those_given() -> None:
    of = study(StudyKind.ITINERANT, hours__primary__music=2, lessons__primary=14, travel__most=30)
    assert hours_of(of)["primary.music"] == 2
    assert (itinerant_laws(of).norms.lessons["primary"], itinerant_laws(of).rules.km) == (14, 30)
    assert {one.split(".")[0] for one in hours_of(of)} == {"primary", "junior"}
