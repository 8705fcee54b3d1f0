"""How often the main pages of the workforce ask the database: the same for few schools and persons as for many."""

import pytest
from pytest_django import DjangoAssertNumQueries

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.workforce.models import PaidPerson, StudyKind, WorkforceStudy
from tests.web.people import COUNTY, SCHOOLS, People
from tests.web.workforce.ground import answered, begun

QUERIES = {
    (StudyKind.ITINERANT, "/desk/itinerant/"): 6,
    (StudyKind.ITINERANT, "/desk/itinerant/{pk}/"): 8,
    (StudyKind.ITINERANT, "/desk/workforce/{pk}/question/"): 6,
    (StudyKind.PAY, "/desk/pay/{pk}/"): 6,
    (StudyKind.PAY, "/desk/pay/{pk}/persons/"): 9,
    (StudyKind.TALENT, "/desk/talent/{pk}/"): 6,
    (StudyKind.TALENT, f"/desk/talent-share/{COUNTY}/"): 6,
}


def _more(staff: People, officer: Actor, of: WorkforceStudy) -> None:
    """More schools of the county, persons of the study, studies of the kind."""
    for at in range(3):
        code = f"214100009{at}"
        Organisation.objects.create(kind=Kind.SCHOOL, code=code, name=code, parent=staff.places[COUNTY])
        if of.kind != StudyKind.TALENT:
            begun(officer, StudyKind(of.kind))
    school = staff.places[SCHOOLS[1]]
    people = [PaidPerson(study=of, organisation=school, number=at, code=f"x{at}", facts="{}") for at in range(90, 99)]
    PaidPerson.objects.bulk_create(people if of.kind == StudyKind.PAY else [])


@pytest.mark.parametrize(("kind", "path"), QUERIES)
def test_the_queries_of_a_page(
    staff: People, officer: Actor, django_assert_num_queries: DjangoAssertNumQueries, kind: StudyKind, path: str
) -> None:
    of = answered(officer, kind)
    client, asked = staff.client("personnel"), path.format(pk=of.pk)
    client.get(asked)
    with django_assert_num_queries(QUERIES[kind, path]):
        assert client.get(asked).status_code == 200
    _more(staff, officer, of)
    with django_assert_num_queries(QUERIES[kind, path]):
        assert client.get(asked).status_code == 200
