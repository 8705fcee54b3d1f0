"""The counties of an uploaded table in one list."""

import pytest

from junheng.web.workbench.models import TableCounty
from junheng.web.workbench.remedy.county_lists import SORTS, counties_table, summed

WORDS = {"zh": "缺数据", "en": "data missing"}


def county(code: str, status: str, cost: float | None, bound: float | None, passing: int = 0) -> TableCounty:
    section = {"section": "primary", "status": status, "words": None if cost is not None else WORDS}
    return TableCounty(
        code=code, name=code, status=status, schools=5, passing=passing, cost=cost, bound=bound, sections=[section]
    )


HELD = [
    county("a", "optimal", 100.0, 100.0, 1),
    county("b", "gap", 300.0, 150.0, 4),
    county("c", "refused", None, None, 2),
    county("d", "optimal", 0.0, 0.0, 5),
]


def test_the_total_leaves_counties_without_a_plan_out() -> None:
    sums = summed(HELD)
    assert (sums.answered, sums.proven, sums.open, sums.without) == (4, 2, 1, 1)
    assert (sums.cost, sums.bound) == (400.0, 250.0)
    assert sums.above.zh == "至多比最省的高 60.00%"


@pytest.mark.parametrize(
    ("sort", "codes"),
    [("", "abcd"), ("name", "abcd"), ("cost", "bacd"), ("gap", "cbad"), ("status", "cbad"), ("passing", "acbd")],
)
def test_every_order(sort: str, codes: str) -> None:
    assert "".join(counties_table(HELD, "0" * 64, sort).column("code")) == codes
    assert sort in SORTS


def test_the_reason_stands_in_the_list_and_the_digest_below_it() -> None:
    table = counties_table(HELD, "f" * 64, "")
    rows = {one["code"]: one for one in table.records()}
    assert rows["c"]["why"].zh == "小学：缺数据"
    assert rows["a"]["why"] is None
    assert any("f" * 64 in note.zh for note in table.notes)
