"""Eligibility and the page of one teacher."""

from junheng.web.personnel.models import RotationRound, Teacher
from tests.web.people import People
from tests.web.personnel.ground import IDENTITY, NAMES


def test_the_list_is_narrowed_and_given_out(staff: People, collected: RotationRound) -> None:
    client, path = staff.client("personnel"), f"/desk/rotation/{collected.pk}/teachers/"
    text = client.get(path, {"kind": "excluded"}).content.decode()
    assert NAMES[2] in text
    assert NAMES[0] not in text
    assert NAMES[1] in client.get(path, {"q": NAMES[1]}).content.decode()
    answer = client.get(path, {"format": "csv"})
    assert "产假" in answer.content.decode("utf-8-sig")


def test_a_teacher_is_excluded_and_taken_in_again(staff: People, collected: RotationRound) -> None:
    client = staff.client("personnel")
    pk = Teacher.objects.everything("test").get(code="t1").pk
    path = f"/desk/rotation/teachers/{pk}/"
    assert client.post(f"{path}exclude/", {"do": "exclude", "reason": ""}).status_code == 422
    client.post(f"{path}exclude/", {"do": "exclude", "reason": "支教"})
    text = client.get(path).content.decode()
    assert "支教" in text
    assert IDENTITY not in text
    assert f"*{IDENTITY[-4:]}" in text
    client.post(f"{path}exclude/", {"do": "include"})
    assert "登记暂不交流" in client.get(path).content.decode()


def test_before_the_import_there_is_nobody(staff: People, opened_round: RotationRound) -> None:
    page = staff.client("personnel").get(f"/desk/rotation/{opened_round.pk}/teachers/")
    assert "还没有导入教师" in page.content.decode()
