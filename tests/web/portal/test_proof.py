"""What stands behind the pages: the verdict again, its cells, opened once and only when it is the published one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from junheng.balance.model import Explanation, FactRef
from junheng.policy import Text
from junheng.web.portal import proof, queries
from junheng.web.portal.models import Edition
from tests.web import tiny
from tests.web.portal.conftest import Frozen


def _held() -> proof.Proof:
    held = proof.proof_of(queries.editions()[0])
    assert held is not None
    return held


def test_what_is_explained_is_what_was_published(city: Frozen) -> None:
    (judged,) = _held().verdict.counties
    published = queries.county(queries.editions()[0], tiny.COUNTY)
    assert str(judged.state) == published.state == "not_judged"
    assert [one.name for one in judged.unreported] == ["北岗小学"]
    assert published.detail["unreported"][0]["name"] == "北岗小学"


def test_it_is_opened_once(city: Frozen, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    (edition,) = queries.editions()
    with django_assert_num_queries(1):
        first = proof.proof_of(edition)
    with django_assert_num_queries(0):
        assert proof.proof_of(edition) is first


def test_another_snapshot_than_the_published_one_proves_nothing(city: Frozen) -> None:
    Edition.objects.update(snapshot="another")
    assert proof.proof_of(queries.editions()[0]) is None


def test_a_snapshot_that_is_gone_proves_nothing(city: Frozen, tmp_path: Path) -> None:
    Edition.objects.update(snapshot_path=str(tmp_path / "gone"))
    assert proof.proof_of(queries.editions()[0]) is None


def test_the_2012_verdict_is_of_the_same_facts_and_made_once(city: Frozen) -> None:
    held = _held()
    assert held.by_2012 is held.by_2012
    assert held.by_2012.snapshot == held.verdict.snapshot
    assert held.by_2012.counties == city.other.city.counties


def test_the_cells_of_a_tree_are_those_of_its_facts_alone(city: Frozen) -> None:
    def fact(code: str, name: str = "teaching_area") -> FactRef:
        return FactRef("rooms", code, "", name, Text("教学用房", "Teaching area"), 3000.0, "㎡")

    child = Explanation(Text("校", "school"), 1.0, "㎡", facts=(fact(tiny.CODES[0]),))
    cells = _held().cells(Explanation(Text("合计", "Sum"), 1.0, "㎡", children=(child,)))
    assert [(one["file"], one["raw"]) for one in cells(fact(tiny.CODES[0]))] == [(f"{tiny.CODES[0]}.xlsx", "3000.0")]
    assert cells(fact(tiny.CODES[1])) == []
    assert cells(fact(tiny.CODES[0], "no_such_field")) == []


def test_a_tree_without_facts_has_no_cells(city: Frozen) -> None:
    assert (
        _held().cells(Explanation(Text("无", "none"), None, ""))(FactRef("rooms", "1", "", "x", Text("", ""), 1, ""))
        == []
    )


@pytest.mark.parametrize(
    "why",
    [
        lambda held: proof.why_mean(held, "410199", "primary", "L5"),
        lambda held: proof.why_mean(held, tiny.COUNTY, "junior", "L5"),
        lambda held: proof.why_value(held, tiny.COUNTY, "2141000099", "primary", "L5"),
        lambda held: proof.why_item(held, tiny.COUNTY, "G99"),
    ],
)
def test_what_is_not_there_is_not_explained(city: Frozen, why: Callable[[proof.Proof], Explanation]) -> None:
    with pytest.raises(LookupError):
        why(_held())
