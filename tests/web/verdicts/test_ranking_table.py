"""The table of progress: full precision in the rows, the rule beneath."""

from junheng.policy.text import Text
from junheng.web.portal.models import Edition
from junheng.web.verdicts import queries
from junheng.web.verdicts.ranking import MEASURES, ORDER, progress
from junheng.web.verdicts.ranking_table import ranking_table, rule


def test_a_row_is_a_county_with_every_measure(two_years: list[Edition]) -> None:
    before, now = two_years
    found = progress(queries.counties(before), queries.counties(now))
    table = ranking_table(before, now, found, ORDER)
    assert [one.id for one in table.columns][:4] == ["rank", "county_code", "county", "state"]
    assert table.column("county_code") == [one.code for one in found]
    first = table.records()[0]
    change = found[0].changes["schools"]
    assert change is not None
    assert (first["schools_before"], first["schools_now"]) == (change.before, change.now)
    assert rule(ORDER) in table.notes
    assert "2024-v1" in table.source


def test_every_measure_has_its_rule() -> None:
    said = {rule(one.id) for one in MEASURES} | {rule(ORDER)}
    assert len(said) == len(MEASURES) + 1
    assert all(isinstance(one, Text) and one.en for one in said)
