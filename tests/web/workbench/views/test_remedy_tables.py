"""The pages of plans for a table of counties."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.models import TableStudy
from tests.web.people import CITY, People
from tests.web.workbench.remedy.ground import FULL
from tests.web.workbench.remedy.many import written

SITE = "/desk/remedy/tables/"


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("全省.csv", content)


@pytest.fixture
def study(staff: People) -> TableStudy:
    set_prices(staff.actor("planner"), CITY, FULL, synthetic=True)
    answer = staff.client("planner").post(SITE, {"file": upload(written(11)), "method": "fast"})
    assert answer.status_code == 302, answer.content.decode()
    return TableStudy.objects.everything("test").get()


@pytest.mark.django_db(transaction=True)
def test_from_the_upload_to_the_list_and_its_files(staff: People, study: TableStudy) -> None:
    client, page = staff.client("planner"), f"{SITE}{study.pk}/"
    told = client.get(page).content.decode()
    for words in ("11 个区县", "样例县001", "L6", study.digest, "合成数据"):
        assert words in told, words
    dearest = client.get(f"{page}?sort=status&county=990001").content.decode()
    assert dearest.index("样例县000</") < dearest.index("样例县001</")
    assert "样例县001的措施" in dearest
    for table, format_ in (("counties", "xlsx"), ("counties", "csv"), ("actions", "csv")):
        file = client.get(f"{page}?county=990001&table={table}&format={format_}")
        assert file.status_code == 200
        assert "attachment" in file["Content-Disposition"]
    assert "全省.csv" in client.get(SITE).content.decode()
    assert "Counties without a plan" in client.get(f"/en{page}").content.decode()


def test_a_faulty_upload_is_told_at_once_and_what_was_typed_stays(staff: People) -> None:
    client = staff.client("planner")
    set_prices(staff.actor("planner"), CITY, FULL)
    answer = client.post(SITE, {"file": upload(b"school_code\nA\n"), "name": "我的", "method": "exact"})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "county_code" in told
    assert "section" in told
    assert 'value="我的"' in told
    assert "请选择一个文件" in client.post(SITE, {"seconds": "0"}).content.decode()
    assert not TableStudy.objects.everything("test").exists()


def test_who_sees_one_county_neither_starts_nor_sees_them(staff: People, study: TableStudy) -> None:
    reader = staff.client("county_reviewer")
    assert 'type="file"' not in reader.get(SITE).content.decode()
    assert reader.post(SITE, {"file": upload(written(1))}).status_code == 403
    assert reader.get(f"{SITE}{study.pk}/").status_code == 404
