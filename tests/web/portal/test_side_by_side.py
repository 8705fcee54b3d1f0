"""Places beside each other: a row per number, what differs, what is suppressed."""

import pytest

from junheng.publish import SUPPRESSED
from junheng.web.portal import queries
from junheng.web.portal.law import standard_of
from junheng.web.portal.side_by_side import counties_beside, differs, schools_beside

pytestmark = pytest.mark.usefixtures("published")


def test_counties() -> None:
    edition = queries.editions()[0]
    chosen = queries.whole_counties(edition)
    table = counties_beside(edition, standard_of(edition.standard), chosen)
    assert [column.id for column in table.columns] == ["aspect", "what", "wanted", "410105", "ZDXQ"]
    assert differs(table.rows[0])
    assert {len(row) for row in table.rows} == {5}


def test_schools_and_a_suppressed_one() -> None:
    edition = queries.editions()[0]
    chosen = queries.some_schools(
        edition, ["2141000002.primary", "2141000001.primary", "x.primary", "2141000001.junior"]
    )
    chosen[1].suppressed = True
    table = schools_beside(edition, standard_of(edition.standard), chosen)
    assert [one.code for one in chosen] == ["2141000002", "2141000001"]
    assert all(row[4] is SUPPRESSED for row in table.rows[1:])
    assert "4.00" in {row[3] for row in table.rows}


def test_rows_that_say_the_same() -> None:
    assert not differs(("a", "b", None, "1", "1"))
    assert differs(("a", "b", None, "1", "2"))
