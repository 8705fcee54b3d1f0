"""Studies are begun where the officer reaches, numbered by kind and place, copied with everything but the answer."""

import pytest
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.actions.open_study import copy_study, open_study
from junheng.web.workforce.models import PaidPerson, StudyKind
from tests.teachers.itinerant.small import DAY
from tests.web.people import COUNTY, SCHOOLS, People
from tests.web.workforce.ground import NAMES, answered, begun


def test_studies_are_numbered_by_kind(officer: Actor) -> None:
    made = [begun(officer, kind) for kind in (StudyKind.PAY, StudyKind.PAY, StudyKind.ITINERANT)]
    assert [one.number for one in made] == [1, 2, 1]


@pytest.mark.parametrize(("kind", "code"), [(StudyKind.TALENT, COUNTY), (StudyKind.PAY, SCHOOLS[0]), ("pay", "0")])
def test_a_study_belongs_to_a_county_or_the_city(officer: Actor, kind: str, code: str) -> None:
    with pytest.raises(Http404):
        open_study(officer, kind, code, DAY)


def test_the_wrong_role_begins_and_copies_nothing(staff: People, officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    stranger = staff.actor("other_reviewer")
    with pytest.raises(Http404):
        begun(stranger, StudyKind.PAY)
    with pytest.raises(Http404):
        copy_study(stranger, made.pk)


def test_a_copy_has_all_but_the_answer(officer: Actor) -> None:
    done = answered(officer, StudyKind.PAY)
    again = copy_study(officer, done.pk)
    people = list(PaidPerson.objects.everything("test").filter(study=again))
    assert (again.number, again.open, again.result, again.job) == (done.number + 1, True, None, None)
    assert (again.tables, again.given, again.synthetic) == (done.tables, done.given, True)
    assert len(people) == 5
    assert {NAMES[0]} < {one.name for one in people}
    assert [one for one in people if one.amounts] == []
