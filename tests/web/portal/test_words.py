"""Every word of a verdict has both languages."""

import pytest
from django.utils.translation import override

from junheng.balance.model import State
from junheng.facts.contracts import contracts
from junheng.facts.findings import Outcome
from junheng.facts.intake import READERS, TEXT_READERS
from junheng.policy import Confidence, Text, load_standard, standards
from junheng.web.accounts.models import Organisation
from junheng.web.portal import words

LATIN = {"%", "‰", "°", "", "1"}


def _units() -> set[str]:
    reported = {field.unit for table in contracts().values() for field in table.fields}
    laws = [load_standard(one) for one in standards()]
    held = {parameter.unit for law in laws for parameter in law.parameters.values()}
    return {unit for unit in reported | held | {one.unit for law in laws for one in law.indicators} if unit}


@pytest.mark.parametrize("unit", sorted(_units() - LATIN))
def test_every_unit_has_english(unit: str) -> None:
    with override("en"):
        assert words.unit_name(unit) != unit
        assert words.unit_name(unit).isascii() or "²" in words.unit_name(unit)


def test_states_outcomes_confidences_have_words() -> None:
    for language in ("zh-hans", "en"):
        with override(language):
            assert all(words.state_name(state) for state in State)
            assert all(words.outcome_name(outcome) for outcome in Outcome)
            assert all(words.confidence_name(one) != str(one) or one == "unknown" for one in Confidence)


def test_a_year_is_written_as_officials_write_it() -> None:
    assert words.year_name(2025) == "2025—2026学年"
    with override("en"):
        assert words.year_name(2025) == "2025–2026"


def test_a_reported_year_has_its_unit_in_chinese_only() -> None:
    assert (words.cell_unit("年"), words.cell_unit("人")) == ("年", "人")
    with override("en"):
        assert (words.cell_unit("年"), words.cell_unit("元")) == ("", "yuan")


def test_only_years_are_reported_in_years() -> None:
    held = [field for table in contracts().values() for field in table.fields if field.unit == words.YEAR]
    assert held
    assert all((field.min or 0) > 1000 for field in held)


def test_a_place_has_its_name_in_the_language_of_the_page() -> None:
    place = Organisation(name="金水区", name_en="Jinshui")
    assert words.own_name(place) == "金水区"
    assert words.own_name(None) == ""
    with override("en"):
        assert words.own_name(place) == "Jinshui"
        assert words.own_name(Organisation(name="样例学校")) == "样例学校"


def test_a_text_is_said_in_the_language_of_the_page() -> None:
    with override("en"):
        assert words.say(Text("是", "yes")) == words.say({"zh": "是", "en": "yes"}) == "yes"
    assert words.say(None) == ""


def test_a_section_of_a_users_own_standard_keeps_its_name() -> None:
    assert (words.section_name("primary"), words.section_name("lower")) == ("小学", "lower")


def test_a_veto_is_met_when_it_was_not_found() -> None:
    assert [words.veto_name(one) for one in ("met", "not_met")] == ["未发现", "存在"]


def test_every_kind_of_file_has_a_name_and_an_unknown_one_keeps_its_own() -> None:
    kinds = [kind for kind, _read in (*READERS, *TEXT_READERS)] + ["mapping", "unreadable"]
    for tongue in ("zh-hans", "en"):
        with override(tongue):
            assert all(words.file_kind_name(kind) != kind for kind in kinds)
    assert words.file_kind_name("other") == "other"


def test_codes_become_names_and_nothing_else_does() -> None:
    said = words.in_names(Text("12 1.00→2.00；123，学校12的", "12 km"), {"12": "一小"})
    assert said == Text("一小 1.00→2.00；123，学校一小的", "一小 km")
    assert words.in_names(Text("12", "12"), {"12": "一小"}, shortest=3) == Text("12", "12")
    assert words.in_names(Text("a", "b"), {}) == Text("a", "b")
