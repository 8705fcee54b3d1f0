"""A list taken away is written down: who, which study, which school, which kind of file; a look is not."""

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.workforce.models import StudyKind
from tests.web.people import SCHOOLS, People
from tests.web.workforce.ground import NAMES, answered


def test_only_taking_the_list_away_is_recorded_and_names_nobody(staff: People, officer: Actor) -> None:
    of = answered(officer, StudyKind.PAY)
    client, path = staff.client("personnel"), f"/desk/pay/{of.pk}/persons/?school={SCHOOLS[0]}"
    assert NAMES[0] in client.get(path).content.decode()
    assert not Event.objects.filter(verb="workforce.export").exists()
    file = client.get(f"{path}&format=csv").content.decode()
    assert NAMES[2] in file
    assert "丁四" not in file
    (event,) = Event.objects.filter(verb="workforce.export")
    assert event.target == f"workforce_study:{of.pk}"
    assert event.after == {"school": SCHOOLS[0], "format": "csv"}
    assert event.path == of.organisation.path
