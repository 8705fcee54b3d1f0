"""The page of the import: every fault with its place, or what was done."""

from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.web.personnel.models import RotationRound, Teacher
from junheng.web.personnel.sheets import read_sheets
from tests.web.people import People
from tests.web.personnel.ground import NAMES, TEACHERS, files


def _upload(given: list[tuple[str, bytes]]) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, content) for name, content in given]


def test_faults_are_listed_and_nothing_is_stored(staff: People, opened_round: RotationRound) -> None:
    client, path = staff.client("personnel"), f"/desk/rotation/{opened_round.pk}/import/"
    wrong = _upload(files(TEACHERS.replace("语文,1,8", "俄语,1,x", 1)))
    page = client.post(path, {"revision": "1", "files": wrong})
    text = page.content.decode()
    assert page.status_code == 422
    assert "有 2 处错误" in text
    assert "教师表.csv 单元格 F2" in text
    assert Teacher.objects.everything("test").count() == 0
    assert client.post(path, {"revision": "1"}).status_code == 422


def test_what_was_done_is_told(staff: People, opened_round: RotationRound) -> None:
    client, path = staff.client("personnel"), f"/desk/rotation/{opened_round.pk}/import/"
    given = files(TEACHERS.replace("志愿2", "备注", 1))
    page = client.post(path, {"revision": "1", "files": _upload(given)}, follow=True)
    text = page.content.decode()
    assert "新增教师 11 人" in text
    assert "没有用到的列：备注" in text
    assert NAMES[0] in text


def test_a_blank_workbook_is_given_out(staff: People, opened_round: RotationRound) -> None:
    path = f"/desk/rotation/{opened_round.pk}/import/"
    page = staff.client("personnel").get(path, {"format": "xlsx"})
    assert page["Content-Type"].endswith("sheet")
    found = read_sheets([("a.xlsx", page.content)]).found
    assert "姓名" in found["teachers"].text.columns
    assert 'href="?format=xlsx"' in staff.client("personnel").get(path).content.decode()
