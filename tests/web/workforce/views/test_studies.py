"""Forms of a study: files with all their faults, and nothing stored while there is one."""

from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.models import StudyKind
from tests.web.people import SCHOOLS, People
from tests.web.workforce.ground import PAYING, begun, files


def test_every_fault_is_told_at_once_and_nothing_stored(staff: People, officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    wrong = PAYING | {"pools": f"school_code,pool\n{SCHOOLS[0]},x\n9999999999,5\n"}
    uploads = [SimpleUploadedFile(name, content) for name, content in files(wrong)]
    answer = staff.client("personnel").post(f"/desk/workforce/{made.pk}/tables/", {"files": uploads, "revision": 1})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "9999999999" in page
    assert "pools.csv" in page
    made.refresh_from_db()
    assert (made.tables, made.people.count()) == ({}, 0)
