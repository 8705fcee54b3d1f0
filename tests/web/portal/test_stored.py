"""A verdict as rows: order, sections, what is left out, what is not kept."""

from dataclasses import replace

from junheng.balance.model import Failing
from junheng.policy import Text
from junheng.web.portal.stored import rows_of
from tests.web import factories


def test_counties_keep_their_order_and_their_schools() -> None:
    rows = rows_of(factories.city([factories.county("ZDXQ"), factories.county("410105")]), None)
    assert [(county.position, county.code, len(schools)) for county, schools in rows] == [
        (0, "ZDXQ", 2),
        (1, "410105", 2),
    ]


def test_a_school_that_does_not_count_has_no_section_and_its_reason() -> None:
    out = Failing("2141000009", "河湾教学点", Text("不足50人", "small"))
    ((_county, schools),) = rows_of(factories.city([replace(factories.county(), left_out=(out, out))]), None)
    (held,) = [one for one in schools if not one.section]
    assert (held.code, held.reasons) == ("2141000009", [{"zh": "不足50人", "en": "small"}])


def test_facts_of_items_stay_in_the_snapshot() -> None:
    ((county, _schools),) = rows_of(factories.city(), None)
    assert all("facts" not in one and "by_school" not in one for one in county.detail["items"])
    assert county.detail["beside"] is None
