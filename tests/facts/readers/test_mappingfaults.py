"""Faults of a mapping file, all at once and in both languages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.readers.mapping import load_mapping
from junheng.facts.readers.mappingfaults import MappingError, contract_field, faults_of
from tests.facts.readers.test_mapping import MINIMAL


def where(raw: Any) -> list[str | None]:
    return [one.place.header for one in faults_of(raw, "m.yaml")]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"colums": []}, "colums"),
        ({"into": "tables"}, "into"),
        ({"header_row": 0}, "header_row"),
        ({"header_row": True}, "header_row"),
        ({"year": "2023"}, "year"),
        ({"year": {"column": 3}}, "year"),
        ({"county": None}, "county"),
        ({"rows": None}, "rows"),
        ({"rows": {"school_code": "代码", "section": "kindergarten"}}, "rows.section"),
        ({"rows": {"section": "primary"}}, "rows.school_code"),
        ({"rows": {"school_code": "代码", "section": "primary", "school_name": 3}}, "rows.school_name"),
        ({"sheet": 2}, "sheet"),
        ({"columns": [{"fact": "pupils", "sum": ["a"], "unit": 3}]}, "columns[1].unit"),
        ({"rows": {"school_code": "代码", "section": "primary", "filter": 1}}, "rows.filter"),
        ({"rows": {"school_code": "代码", "section": "primary", "skip": ["x"]}}, "rows.skip"),
        ({"columns": []}, "columns"),
        ({"columns": ["pupils"]}, "columns[1]"),
        ({"columns": [{"fact": "pupils"}]}, "columns[1].sum"),
        ({"columns": [{"fact": "pupils", "sum": [1]}]}, "columns[1].sum"),
        ({"columns": [{"sum": ["a"]}]}, "columns[1].fact"),
        ({"columns": [{"fact": "year", "sum": ["a"]}]}, "columns[1].fact"),
        ({"columns": [{"fact": "pupils", "sum": ["a"], "scale": "x"}]}, "columns[1].scale"),
        ({"columns": [{"fact": "pupils", "sum": ["a"], "section": "x"}]}, "columns[1].section"),
        ({"columns": [{"fact": "pupils", "sum": ["a"], "units": "人"}]}, "columns[1].units"),
        ({"into": "facts", "columns": [{"fact": "pupils", "sum": ["a"]}]}, "columns[1].fact"),
    ],
)
def test_one_fault(change: dict[str, Any], place: str) -> None:
    assert where({**MINIMAL, **change}) == [place]


def test_a_sound_file_has_none() -> None:
    assert faults_of(MINIMAL, "m.yaml") == []


def test_all_faults_come_at_once_in_both_languages() -> None:
    with pytest.raises(MappingError) as caught:
        load_mapping({"into": "x", "columns": [{"fact": "", "sum": ""}, 5]})
    assert [one.place.header for one in caught.value.findings] == [
        "into", "year", "rows", "county", "columns[1].fact", "columns[1].sum", "columns[2]",
    ]  # fmt: skip
    text = str(caught.value)
    assert "「columns[2]」" in text
    assert "units (flat table)" in text


@pytest.mark.parametrize("raw", [None, [], "text", 5])
def test_a_file_of_another_shape(raw: Any) -> None:
    assert len(faults_of(raw, "m.yaml")) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*MINIMAL, "fact", "sum", "skip"]), inner)
    ),
    max_leaves=8,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys((*MINIMAL, "into", "header_row"), JSON)))
def test_any_content_is_either_used_or_faulted(raw: dict[str, Any]) -> None:
    faults = faults_of(raw, "m.yaml")
    assert all(one.what("zh") and one.fix("en") for one in faults)
    if not faults:
        assert load_mapping(raw).needed


def test_contract_field() -> None:
    found = contract_field("sections.pupils")
    assert found is not None
    assert found.unit == "人"
    assert contract_field("sections.ghosts") is contract_field("ghosts.pupils") is contract_field("pupils") is None
