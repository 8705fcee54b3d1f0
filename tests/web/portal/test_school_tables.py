"""The tables of the school page: a row per year, a row per indicator, hidden numbers as hidden."""

from junheng.publish.table import SUPPRESSED
from junheng.web.portal import queries
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import School
from junheng.web.portal.school_tables import school_values, school_years
from tests.web import tiny
from tests.web.portal.conftest import Frozen


def _rows() -> list[School]:
    return queries.school_years(tiny.CODES[0])


def test_a_row_for_every_year_and_every_indicator(three_years: list[Frozen]) -> None:
    rows = _rows()
    standard = standard_of(rows[0].county.edition.standard)
    assert [one[1] for one in school_years(rows, standard).rows] == ["2025—2026", "2024—2025", "2023—2024"]
    values = school_values(rows, standard)
    assert [one.id for one in standard.indicators] == list(values.column("indicator"))
    assert values.column("2025") == [rows[0].values[one.id] for one in standard.indicators]
    assert {"2023", "2024", "2025"} <= {one.id for one in values.columns}


def test_a_hidden_school_has_stars_and_the_note(city: Frozen) -> None:
    School.objects.update(suppressed=True, pupils=None, marks=dict.fromkeys(("L1", "L2"), "secret"))
    rows = _rows()
    standard = standard_of(rows[0].county.edition.standard)
    assert set(school_years(rows, standard).column("pupils")) == {SUPPRESSED}
    values = school_values(rows, standard)
    assert values.column("2025")[:2] == [SUPPRESSED, SUPPRESSED]
    assert values.column("margin")[:2] == [SUPPRESSED, SUPPRESSED]
    assert any("不公开" in one.zh for one in values.notes)
