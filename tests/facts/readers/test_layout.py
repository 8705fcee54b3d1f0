"""The layout of the official workbooks agrees with itself, with the contracts and with the known cells."""

import pytest

from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.facts.readers.labels import matches
from junheng.facts.readers.layout import load_layout

LAYOUT = load_layout()


def test_every_kind_of_school_has_its_sheets() -> None:
    kinds = {attributes["kind"] for attributes in code_list("school_types").attributes.values()}
    assert kinds == set(LAYOUT.kinds)
    for kind in LAYOUT.kinds.values():
        assert set(kind.tables) <= set(LAYOUT.forms)
        assert set(kind.sections) <= set(LAYOUT.blocks)


@pytest.mark.parametrize("number", LAYOUT.forms)
def test_every_rule_has_one_row_and_one_column(number: str) -> None:
    form = LAYOUT.forms[number]
    heads = [tuple(LAYOUT.names.of(label) for label in leaf.path) for leaf in form.columns]
    rows = [LAYOUT.names.of(label) for label in form.rows]
    for rule in form.rules:
        assert ("section" in contract(rule.table).key) == (rule.section is not None or bool(form.blocks))
        for wanted in rule.columns:
            assert sum(matches(head, wanted) for head in heads) == 1, (number, wanted)
        for row in rule.rows:
            assert row == "block" or rows.count(row) == 1, (number, row)


@pytest.mark.parametrize(
    ("number", "field", "cell"),
    [
        ("1001", "school_name", (4, 3)),
        ("3112", "pupils", (6, 9)),
        ("4155", "teachers", (6, 3)),
        ("4155", "degree_doctor", (9, 3)),
        ("4155", "degree_college", (12, 3)),
        ("4153", "pe_teachers", (8, 3)),
        ("4153", "fine_art_teachers", (10, 3)),
        ("2106", "classes", (5, 3)),
        ("2106", "classes_le25", (6, 3)),
        ("2106", "classes_36_40", (9, 3)),
        ("1102续", "backbone_teachers", (12, 4)),
        ("5170", "sports_ground_area", (9, 6)),
        ("5170", "equipment_value_yuan", (9, 15)),
    ],
)
def test_the_known_cells_of_the_2021_template(number: str, field: str, cell: tuple[int, int]) -> None:
    form = LAYOUT.forms[number]
    rule = next(one for one in form.rules if one.field.id == field)
    heads = [tuple(LAYOUT.names.of(label) for label in leaf.path) for leaf in form.columns]
    column = next(index for index, head in enumerate(heads, 1) if matches(head, rule.columns[0]))
    lines = [LAYOUT.names.of(label) for label in (("小学", *form.rows) if form.blocks else form.rows)]
    assert (form.first_row + lines.index(rule.rows[0]), column) == cell
