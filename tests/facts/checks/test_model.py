"""The words of a finding: numbers as people write them, units by name, keys as the provenance has them."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.checks.model import Check, Context, Hit, Registry, keyed, shown, title
from junheng.facts.contracts import contract
from junheng.facts.findings import Outcome
from junheng.facts.tables import Facts
from junheng.policy import Text
from tests.facts.checks.examples import A, in_memory


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (None, "—"),
        (0, "0"),
        (0.0, "0"),
        (400.0, "400"),
        (100, "100"),
        (12.5, "12.5"),
        (0.00004, "0"),
        (-0.00001, "0"),
        (-3.25, "-3.25"),
        (1 / 3, "0.3333"),
        (10.0001, "10.0001"),
        (1e15, "1000000000000000"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
    ],
)
def test_a_number_as_a_message_shows_it(number: float | None, text: str) -> None:
    assert shown(number) == text


@given(st.floats(-(10**9), 10**9))
def test_what_is_shown_is_near_the_number(number: float) -> None:
    assert abs(float(shown(number)) - number) <= 0.00005 + 1e-7
    assert not shown(number).endswith((".0", "."))


def test_units_are_named_in_both_languages() -> None:
    context = Context(in_memory({}))
    assert context.who(A) == {"who": f"甲小学（{A}）", "who_en": f"甲小学 {A}"}
    assert context.who(A, "junior") == {"who": f"甲小学（{A}）初中", "who_en": f"甲小学 {A} Junior secondary"}
    assert context.who("410105") == {"who": "金水区（410105）", "who_en": "Jinshui 410105"}


def test_a_unit_nobody_knows_is_its_code() -> None:
    context = Context(Facts.of(2025, {}))
    assert context.who("999") == {"who": "999", "who_en": "999"}
    assert context.who("999", "G1/") == {"who": "999G1/", "who_en": "999 G1/"}


def test_a_school_without_a_name_is_its_code() -> None:
    assert A not in Context(in_memory({"schools.0.school_name": None})).names


def test_keys_have_a_code_and_the_rest_of_the_key_as_part() -> None:
    frame = pl.DataFrame(
        {"county_code": ["410105"] * 2, "item": ["G1", "Q3"], "school_code": [None, A]},
        schema_overrides={"school_code": pl.String},
    )
    assert keyed("evidence", frame).select("code", "part").rows() == [("410105", "G1/"), ("410105", f"Q3/{A}")]
    assert keyed("staff", contract("staff").empty()).columns[:3] == ["code", "part", "school_code"]
    assert keyed("staff", in_memory({})["staff"])["part"].to_list() == ["", ""]


def test_titles_are_added_up() -> None:
    assert title("counties", ("migrant_public", "migrant_purchased")).zh.count("＋") == 1
    assert title("sections", ("entrants", "transferred_in")).en.count(" + ") == 1
    assert title("sections", ("pupils",)) == contract("sections").field("pupils").title


def test_two_checks_never_share_a_name() -> None:
    registry = Registry()

    @registry.add("one", "一", "One")
    def first(_: Context) -> list[Hit]:
        return []

    assert registry["one"] == Check("one", Text("一", "One"), Outcome.WARNED, first)
    with pytest.raises(KeyError, match="one"):
        registry.put(Check("one", Text("又一", "Another"), Outcome.WARNED, first))
    assert registry["one"].title.zh == "一"
