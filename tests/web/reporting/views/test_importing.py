"""The page for many workbooks at once."""

from junheng.web.operations.models import Job
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, uploaded, zipped


def test_upload_job_result(city: City) -> None:
    client, page = city.client("county_reviewer"), f"/desk/rounds/{city.round.pk}/import/"
    content = zipped({"a.xlsx": book(SCHOOLS[0]), "b.xlsx": book(SCHOOLS[1], sections__pupils=-1)})
    answer = client.post(page, {"files": [uploaded(content, "x.zip")]})
    job = Job.objects.everything("a test").get()
    assert answer["Location"] == f"/desk/jobs/{job.pk}/"
    html = client.get(f"{page}{job.pk}/").content.decode()
    assert html.index("b.xlsx") < html.index("a.xlsx")
    assert SCHOOLS[1] in html
    assert client.get(f"/en{page}{job.pk}/").status_code == 200
    assert city.client("city_statistician").get(f"{page}{job.pk}/").status_code == 404
    assert client.get(f"/desk/rounds/999/import/{job.pk}/").status_code == 404


def test_without_a_file(city: City) -> None:
    assert city.client("county_reviewer").post(f"/desk/rounds/{city.round.pk}/import/").status_code == 422


def test_not_for_schools(city: City) -> None:
    for role in ("school_reporter", "planner"):
        assert city.client(role).get(f"/desk/rounds/{city.round.pk}/import/").status_code == 403
