"""A user's own standard: it loads as written, and a bad one names every fault at once, never with a traceback."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy import Confidence, PolicyError, load_standard, read_standard, standards, statistics_day

BOOKS = """
id: books
title: 图书
since: 2024-01-01
sections: [primary]
indicators:
  - {id: B1, title: 生均图书, numerator: books, limit: {primary: 0.5}}
"""


def faults(text: str) -> list[tuple[str, str]]:
    with pytest.raises(PolicyError) as caught:
        read_standard(text, "mine.yaml")
    return [(fault.where.removeprefix("mine.yaml › "), fault.code) for fault in caught.value.faults]


def test_the_smallest_standard_has_the_official_defaults() -> None:
    standard = read_standard(BOOKS, "books.yaml")
    (indicator,) = standard.indicators
    assert (indicator.numerator, indicator.denominator, indicator.per) == ({"books": 1}, {"pupils": 1}, 1)
    assert (indicator.better, indicator.split, indicator.weight) == ("higher", False, None)
    assert (standard.county_rule.weighting, standard.county_rule.form) == ("weighted", "population")
    assert standard.school_rule is None


def test_a_number_in_place_of_a_name_becomes_a_dated_parameter_of_the_user() -> None:
    standard = read_standard(BOOKS, "books.yaml")
    parameter = standard.parameters[standard.indicators[0].limit["primary"]]
    assert parameter.confidence is Confidence.USER
    assert standard.rules(statistics_day(2024)).number(parameter.id) == 0.5
    assert standard.rules(date(2023, 12, 31)).number(parameter.id) is None


@pytest.mark.parametrize(
    ("written", "columns"),
    [("books", {"books": 1}), ("[a, b]", {"a": 1, "b": 1}), ("{a: 1, b: -0.5}", {"a": 1, "b": -0.5})],
)
def test_three_ways_to_write_a_numerator(written: str, columns: dict[str, float]) -> None:
    text = BOOKS.replace("numerator: books", f"numerator: {written}")
    assert read_standard(text, "books.yaml").indicators[0].numerator == columns


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "books.yaml"
    path.write_text(BOOKS, encoding="utf-8-sig")
    assert load_standard(path).id == "books"
    assert load_standard(str(path)).id == "books"


@pytest.mark.parametrize("name", ["jiaodu-1999-1", "", "nowhere/mine.yaml"])
def test_a_standard_that_is_not_there_names_those_that_are(name: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load_standard(name)
    assert all(known in str(caught.value) for known in standards())


def test_a_folder_is_not_a_standard(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="没有这个标准或文件"):
        load_standard(tmp_path)


def test_bytes_that_are_not_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "gbk.yaml"
    path.write_bytes("title: 图书".encode("gb18030"))
    with pytest.raises(PolicyError):
        load_standard(path)


BAD = {
    "not yaml": ("a: [", [("mine.yaml", "not_yaml")]),
    "a list": ("[1, 2]", None),
    "nothing": (
        "",
        [
            ("since", "not_a_date"),
            ("sections", "no_sections"),
            ("indicators", "no_indicators"),
            ("id", "no_content"),
            ("title", "no_text"),
        ],
    ),
    "sections not a list": (BOOKS.replace("[primary]", "primary"), None),
    "a year for a date": (BOOKS.replace("2024-01-01", "2024"), [("since", "not_a_date")]),
    "no numerator": (BOOKS.replace("numerator: books, ", ""), [("indicators › B1 › numerator", "no_numerator")]),
    "a word for a weight": (
        BOOKS.replace("numerator: books", "numerator: {books: much}"),
        [("indicators › B1 › numerator › books", "not_a_number")],
    ),
    "a word for decimals": (
        BOOKS.replace("numerator: books", "numerator: books, decimals: two"),
        [("indicators › B1 › decimals", "not_a_number")],
    ),
    "not a number for per": (
        BOOKS.replace("numerator: books", "numerator: books, per: .nan"),
        [("indicators › B1 › per", "not_a_number")],
    ),
    "an unknown parameter": (
        BOOKS.replace("primary: 0.5", "primary: most"),
        [("indicators › B1 › limit › primary", "no_such_parameter")],
    ),
    "a section that is not listed": (
        BOOKS.replace("primary: 0.5", "senior: 0.5"),
        [("indicators › B1", "unknown_section")],
    ),
    "better sideways": (
        BOOKS.replace("numerator: books", "numerator: books, better: sideways"),
        [("indicators › B1 › better", "not_allowed")],
    ),
    "one id twice": (BOOKS + "  - {id: B1, title: 又一个, numerator: books}\n", [("indicators", "id_twice")]),
    "an unknown statistic": (BOOKS + "county_rule: {form: medium}\n", [("county_rule › form", "not_allowed")]),
    "half a school rule": (
        BOOKS.replace("limit:", "threshold: {primary: 20}, limit:") + "school_rule: {min_met: 1}\n",
        [("school_rule", "school_rule_incomplete")],
    ),
    "a school rule without thresholds": (
        BOOKS + "school_rule: {min_met: 1, floor: 0.85}\n",
        [("school_rule", "no_thresholds")],
    ),
    "an unknown confidence": (
        BOOKS + "parameters: {p: {title: p, unit: 册, cite: 本校, confidence: sure, values: {2024-01-01: 1}}}\n",
        [("parameters › p › confidence", "not_allowed")],
    ),
    "a parameter without values": (
        BOOKS + "parameters: {p: {title: p, unit: 册, cite: 本校}}\n",
        [("parameters › p › values", "no_values")],
    ),
    "a parameter dated by a year": (
        BOOKS + "parameters: {p: {title: p, unit: 册, cite: 本校, values: {2024: 1}}}\n",
        [("parameters › p › values › 2024", "not_a_date")],
    ),
    "an item without a number": (
        BOOKS + "items: [{id: X1, title: x, domain: veto, level: county, kind: evidence}]\n",
        [("items › X1 › number", "not_a_number")],
    ),
    "an item of no domain": (
        BOOKS + "items: [{id: X1, number: 1, title: x, domain: money, level: county, kind: evidence}]\n",
        [("items › X1 › domain", "not_allowed")],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_where_it_is_bad(name: str) -> None:
    text, expected = BAD[name]
    found = faults(text)
    assert found if expected is None else found == expected


def test_all_faults_come_at_once() -> None:
    text = """
since: soon
sections: [primary]
indicators:
  - {id: B1, title: 书, numerator: books, per: ten, limit: {junior: 0.5}}
  - {id: B2, numerator: books, better: both, threshold: {primary: none}}
"""
    assert set(faults(text)) == {
        ("since", "not_a_date"),
        ("id", "no_content"),
        ("title", "no_text"),
        ("indicators › B1 › per", "not_a_number"),
        ("indicators › B1", "unknown_section"),
        ("indicators › B2 › title", "no_text"),
        ("indicators › B2 › better", "not_allowed"),
        ("indicators › B2 › threshold › primary", "no_such_parameter"),
    }


@pytest.mark.parametrize("name", BAD)
def test_no_fault_is_told_twice(name: str) -> None:
    found = faults(BAD[name][0])
    assert len(found) == len(set(found))


def test_every_fault_speaks_both_languages() -> None:
    for text, _ in BAD.values():
        with pytest.raises(PolicyError) as caught:
            read_standard(text, "mine.yaml")
        for fault in caught.value.faults:
            assert "处理：" in fault.in_("zh")
            assert "To mend:" in fault.in_("en")


PLAIN: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
TREES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "title", "zh", "en", "p"]), inner)
    ),
    max_leaves=6,
)


PARTS = [
    *("id", "title", "since", "sections", "indicators", "school_rule", "county_rule"),
    *("split", "scope", "excluded_types", "special_cases", "items", "parameters"),
]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PARTS), TREES)
def test_any_part_may_be_nonsense_and_the_answer_is_a_standard_or_faults(key: str, nonsense: Any) -> None:
    document = yaml.safe_load(BOOKS) | {key: nonsense}
    with suppress(PolicyError):
        assert read_standard(yaml.safe_dump(document, allow_unicode=True), "mine.yaml").indicators
