"""The papers of a county: the years before, the 2012 standard, the notice of the demo."""

from dataclasses import replace
from pathlib import Path

from pytest_django import DjangoAssertNumQueries

from junheng.publish import SYNTHETIC
from junheng.web.portal import queries
from junheng.web.portal.models import Edition
from junheng.web.portal.papers import Papers, earlier
from junheng.web.portal.proof import proof_of
from tests.web import tiny
from tests.web.portal.conftest import Frozen

COUNTY_TABLES = 5


def _papers(year: int = 2025) -> Papers:
    published = queries.editions()
    held = proof_of(queries.edition_of(published, year))
    assert held is not None
    return Papers(held, tiny.COUNTY, tuple(published))


def test_the_report_has_the_years_before_and_the_2012_standard(three_years: list[Frozen]) -> None:
    material = _papers().material
    assert [one.year for one in material.earlier] == [2023, 2024]
    assert material.other_standard is not None
    assert material.other_standard.standard.id == "jiaodu-2012-3"
    assert material.other_standard.snapshot == material.city.snapshot
    assert material.notice is SYNTHETIC


def test_a_year_after_is_no_year_before(three_years: list[Frozen]) -> None:
    assert [one.year for one in _papers(2024).material.earlier] == [2023]
    assert _papers(2023).material.earlier == ()


def test_a_year_whose_snapshot_is_gone_is_left_out(three_years: list[Frozen], tmp_path: Path) -> None:
    Edition.objects.filter(year=2023).update(snapshot_path=str(tmp_path / "gone"))
    assert [one.year for one in earlier(queries.editions(), 2025)] == [2024]


def test_the_trend_holds_every_year_and_the_comparison_both_standards(three_years: list[Frozen]) -> None:
    made = {one.id: one for one in _papers().tables()}
    trend, comparison = made["trend"], made["comparison"]
    columns = [one.id for one in trend.columns]
    for at, one in enumerate(three_years):
        (county,) = one.verdict.counties
        stored = [row[columns.index(f"dispersion_{2023 + at}")] for row in trend.rows]
        assert stored == [result.dispersion for result in county.indicators if result.section == "primary"] + [
            result.dispersion for result in county.indicators if result.section == "junior"
        ]
    assert {str(row[0]) for row in comparison.rows} == {"教督〔2017〕6号", "教督〔2012〕3号"}
    assert all(table.notes for table in made.values())


def test_one_year_alone_has_no_trend(city: Frozen) -> None:
    ids = [one.id for one in _papers().tables()]
    assert "trend" not in ids
    assert len(ids) == COUNTY_TABLES + 1


def test_the_2012_standard_is_not_set_beside_itself(city: Frozen) -> None:
    Edition.objects.update(standard="jiaodu-2012-3")
    assert _papers().material.other_standard is None


def test_a_city_that_is_not_synthetic_carries_no_such_notice(city: Frozen) -> None:
    papers = _papers()
    assert replace(papers, proof=replace(papers.proof, synthetic=False)).notice is None


def test_papers_of_years_already_open_ask_nothing(
    three_years: list[Frozen], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    papers = _papers()
    _ = papers.material
    with django_assert_num_queries(0):
        papers.tables()
