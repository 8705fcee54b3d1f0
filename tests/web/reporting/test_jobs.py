"""The job of an import: what became of each file, and what was left in the archive."""

from junheng.web.reporting.actions.begin_import import begin_import
from junheng.web.reporting.jobs import place_of
from tests.web.people import OTHER_SCHOOL, SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, uploaded, zipped


def test_its_result_names_every_file(city: City) -> None:
    held = {
        "金水/a.xlsx": book(SCHOOLS[0]),
        "b.xlsx": book(OTHER_SCHOOL),
        "readme.pdf": b"x",
        "__MACOSX/._a.xlsx": b"x",
    }
    job = begin_import(city.actor("county_reviewer"), city.round, [uploaded(zipped(held), "all.zip")], submit=True)
    job.refresh_from_db()
    assert job.fault is None
    assert job.result is not None
    assert {one["name"]: one["taken"] for one in job.result["files"]} == {"a.xlsx": 1, "b.xlsx": 0}
    assert [one["name"] for one in job.result["left"]] == ["readme.pdf"]
    assert job.result["href"].endswith(f"/import/{job.pk}/")
    assert not place_of(job.given["folder"]).exists()
    assert city.submission().state == "submitted"


def test_a_broken_archive_fails_with_its_reason(city: City) -> None:
    job = begin_import(city.actor("county_reviewer"), city.round, [uploaded(b"PK\3\4broken", "all.zip")])
    job.refresh_from_db()
    assert job.state == "failed"
    assert "ZIP" in str(job.fault)
