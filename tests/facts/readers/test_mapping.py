"""Mapping files: what they say, and where they come from."""

from pathlib import Path

import pytest

from junheng.facts.readers.mapping import load_mapping
from junheng.facts.readers.mappingfaults import MappingError

EXAMPLE = Path(__file__).parents[3] / "docs" / "how-to" / "mappings" / "taiwan-primary.yaml"
MINIMAL = {
    "year": 2023,
    "county": "县",
    "rows": {"school_code": "代码", "section": "primary"},
    "columns": [{"fact": "pupils", "column": "学生"}],
}


def test_the_example() -> None:
    mapping = load_mapping(EXAMPLE)
    assert mapping.year == ("學年度", 1911)
    assert [(one.field.id, len(one.sources)) for one in mapping.columns] == [
        ("pupils", 12),
        ("teachers", 2),
        ("classes", 6),
    ]
    assert all(one.rule for one in mapping.columns)
    assert {"學校代碼", "縣市名稱", "男專任教師"} <= set(mapping.needed)


def test_the_smallest() -> None:
    mapping = load_mapping(MINIMAL)
    assert (mapping.into, mapping.section, mapping.columns[0].sources) == ("units", "primary", ("学生",))
    assert mapping.needed == ("代码", "县", "学生")


def test_into_contract_tables() -> None:
    columns = [{"fact": "money.equipment_value_yuan", "sum": ["设备"], "scale": 1000}]
    (column,) = load_mapping({**MINIMAL, "into": "facts", "columns": columns}).columns
    assert (column.table, column.field.id, column.field.scale) == ("money", "equipment_value_yuan", 1000.0)


@pytest.mark.parametrize("text", ["a: [", "\t- x"])
def test_a_file_that_is_no_yaml(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MappingError) as caught:
        load_mapping(path)
    assert [one.code for one in caught.value.findings] == ["mapping_unreadable"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match=r"m\.yaml"):
        load_mapping(tmp_path / "m.yaml")
