"""The school's pages."""

from junheng.web.personnel.models import Publication, RotationRound, Teacher, Wish
from tests.web.people import People
from tests.web.personnel.ground import NAMES, A, C


def test_a_school_records_wishes(staff: People, wishing: RotationRound) -> None:
    client = staff.client("school_reporter")
    pk = Teacher.objects.everything("test").get(code="t1").pk
    path = f"/desk/rotation-wishes/teachers/{pk}/"
    assert client.post(path, {"wish": [A, ""]}).status_code == 422
    assert client.post(path, {"wish": [C, ""]}).status_code == 302
    assert [one.school for one in Wish.objects.everything("test").filter(teacher=pk)] == [C]
    text = client.get(f"/desk/rotation-wishes/{wishing.pk}/").content.decode()
    assert NAMES[0] in text
    assert "己六" not in text


def test_a_school_sees_who_leaves_and_comes(staff: People, publication: Publication) -> None:
    client = staff.client("school_reporter")
    path = f"/desk/rotation-wishes/{publication.draft.round_id}/"
    assert "己六" in client.get(path).content.decode()
    assert client.get(path, {"format": "xlsx"}).content[:2] == b"PK"
