"""From columns back to reported facts."""

import pytest

from junheng.balance.references import References, table_of
from junheng.balance.units import units_of
from junheng.policy import load_standard
from tests.balance.city import JUNIOR, TWELVE, facts_of, sound

FACTS = facts_of(sound())
REFERENCES = References(FACTS, units_of(FACTS, load_standard("jiaodu-2017-6")))


@pytest.mark.parametrize(
    ("column", "table"),
    [
        ("pupils", "sections"),
        ("teaching_area", "rooms"),
        ("equipment_value_yuan", "money"),
        ("pe_teachers", "teachers"),
    ],
)
def test_the_table_of_a_column(column: str, table: str) -> None:
    assert table_of(column) == table


def test_a_column_made_of_nothing_reported_has_no_references() -> None:
    assert table_of("share") is None
    assert REFERENCES.of_column(JUNIOR, "junior", "share") == []


def test_a_row_nobody_reported_gives_a_blank_reference() -> None:
    found = REFERENCES.of("rooms", "2141009999", "", "teaching_area")
    assert [(one.code, one.value) for one in found] == [("2141009999", None)]


def test_the_pupils_of_every_section_are_referred_to() -> None:
    assert {(one.part, one.value) for one in REFERENCES.of_pupils(TWELVE)} == {
        ("primary", 600),
        ("junior", 400),
        ("senior", 300),
    }
