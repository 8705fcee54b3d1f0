"""The tables of a study add up and are written to files."""

from pathlib import Path

import pytest

from junheng.policy.text import Text
from junheng.publish import to_docx, to_xlsx
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.lists import Lists
from tests.balance.city import COUNTY, NINE
from tests.web.workbench.remedy.ground import LAW

NAMES = {COUNTY: Text("金水区", "Jinshui"), "410106": Text("上街区", "Shangjie")}


@pytest.fixture
def lists(study: RemedyStudy) -> Lists:
    return Lists(study.result or [], LAW, NAMES)


def test_money_by_indicator_and_by_school_is_the_same_money(lists: Lists) -> None:
    total = sum(one["cost"] for _, one in lists.works) / 10_000
    assert sum(lists.by_indicator().column("cost")) == pytest.approx(total)
    assert sum(lists.by_school().column("cost")) == pytest.approx(total)
    papers = (lists.projects(), lists.purchases(), lists.hiring(), lists.moves())
    assert sum(sum(one.column("cost")) for one in papers) == pytest.approx(total)


def test_what_is_carried_out_goes_by_whole_schools_and_says_so(lists: Lists) -> None:
    bought = lists.purchases()
    assert [one["code"] for one in bought.records()] == [NINE]
    assert bought.records()[0]["section"].zh == "整校"
    assert "count" not in [one.id for one in bought.columns]
    assert any("全校共有" in note.zh for note in bought.notes)
    assert lists.projects().rows == ()
    (moved,) = lists.moves().records()
    assert (moved["to"], moved["count"]) == ("学校01", 4)
    assert not any("全校共有" in note.zh for note in lists.moves().notes)


def test_dispersions_stand_against_their_limits(lists: Lists) -> None:
    rows = lists.dispersions().records()
    assert len(rows) == 14
    assert all(one["after"] <= one["limit"] for one in rows)


def test_counties_are_named_only_where_there_are_several(study: RemedyStudy) -> None:
    assert study.result is not None
    two = Lists([*study.result, {**study.result[0], "code": "410106"}], LAW, NAMES)
    assert [str(one.zh) for one in two.sections().column("county")] == ["金水区"] * 2 + ["上街区"] * 2
    assert "county" not in [one.id for one in Lists(study.result, LAW, NAMES).sections().columns]


def test_they_go_to_excel_and_word(lists: Lists, study: RemedyStudy, tmp_path: Path) -> None:
    actions = [(COUNTY, one) for one in (study.result or [])[0]["actions"]]
    tables = lists.all(actions)
    assert len(tables) == 9
    for path in (to_xlsx(tables, tmp_path / "plan.xlsx"), to_docx(tables, tmp_path / "plan.docx", "en")):
        assert path.stat().st_size > 1000
