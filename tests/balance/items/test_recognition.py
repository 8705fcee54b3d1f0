"""S1: 85 % of valid questionnaires; doubts about the sample are said and do not decide."""

from typing import Any

import pytest

from tests.balance.city import COUNTY, row_of
from tests.balance.items.spoil import item


@pytest.mark.parametrize(
    ("changes", "met"),
    [({"satisfied": 850}, True), ({"satisfied": 849}, False), ({"satisfied": None}, None), ({"valid": 0}, None)],
)
def test_the_share_of_everyone(changes: dict[str, Any], met: bool | None) -> None:
    assert item("S1", lambda tables: tables["surveys"][0].update(changes)).ok is met


def test_a_small_sample_is_said_and_does_not_decide() -> None:
    found = item("S1", lambda tables: row_of(tables, "counties", COUNTY).update(population_10k=120.0))
    assert found.ok is True
    assert "问卷1000份，少于1200份" in found.summary.zh


def test_few_parents_are_said_and_do_not_decide() -> None:
    found = item("S1", lambda tables: tables["surveys"][1].update(questionnaires=400))
    assert found.ok is True
    assert "家长占40%" in found.summary.zh


def test_the_form_has_both_groups_and_the_visits() -> None:
    figures = item("S1").figures
    assert (figures["all.valid"], figures["parents.valid"], figures["ratio.visits"]) == (1000, 600, 96.0)
