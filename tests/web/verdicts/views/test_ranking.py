"""The page of progress: a table and its chart twin, by any measure, with files of the same numbers."""

import csv
from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.portal.models import Edition

MEASURES = ("order", "dispersions", "distance", "schools", "items")


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("by", [*MEASURES, "nonsense", "<b>"])
def test_the_page_by_any_measure(
    two_years: list[Edition],
    client: Client,
    by: str,
    prefix: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(3):
        answer = client.get(f"{prefix}/ranking/2025/", {"by": by})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert '<svg id="progress"' in html
    assert '<b>"' not in html
    assert answer.context["by"] == (by if by in MEASURES else "order")


def test_the_newest_year_is_shown_without_being_asked_for(two_years: list[Edition], client: Client) -> None:
    assert client.get("/ranking/").context["now"].year == 2025


def test_the_first_year_has_nothing_to_compare(two_years: list[Edition], client: Client) -> None:
    assert "要有两个已发布的学年" in client.get("/ranking/2024/").content.decode()
    assert client.get("/ranking/2024/download/ranking.csv").status_code == 404


def test_nothing_published_says_so(db: None, client: Client) -> None:
    assert "要有两个已发布的学年" in client.get("/ranking/").content.decode()


def test_years_of_different_standards_are_not_compared(two_years: list[Edition], client: Client) -> None:
    Edition.objects.filter(year=2024).update(standard="jiaodu-2012-3")
    assert "不同的标准" in client.get("/ranking/2025/").content.decode()
    assert client.get("/ranking/2025/download/ranking.csv").status_code == 404


@pytest.mark.parametrize("path", ["/ranking/1999/", "/ranking/99999999999/", "/ranking/2025/download/ranking.exe"])
def test_what_is_not_there(two_years: list[Edition], client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_files_hold_the_numbers_of_the_page(two_years: list[Edition], client: Client) -> None:
    rows = client.get("/ranking/2025/?by=schools").context["rows"]
    text = client.get("/ranking/2025/download/ranking.csv?by=schools").content.decode("utf-8-sig")
    read = list(csv.DictReader(StringIO(text)))
    assert [(one["county_code"], one["rank"]) for one in read] == [(one.code, str(one.rank or "")) for one, _ in rows]
    changes = {measure.id: change for measure, change in rows[0][1]}
    assert float(read[0]["schools_change"]) == changes["schools"].by
    for file in ("ranking.xlsx", "ranking.pdf", "ranking.meta.csv"):
        assert client.get(f"/ranking/2025/download/{file}").status_code == 200


def test_ranked_by_all_measures_the_chart_shows_one_in_which_counties_moved(
    two_years: list[Edition], client: Client
) -> None:
    context = client.get("/ranking/2025/").context
    moved = {
        measure.id: sum(
            change is not None and change.by != 0
            for _one, cells in context["rows"]
            for which, change in cells
            if which is measure
        )
        for measure in context["measures"]
    }
    assert moved[context["shown"].id] == max(moved.values()) > 0
    assert client.get("/ranking/2025/?by=dispersions").context["shown"].id == "dispersions"
