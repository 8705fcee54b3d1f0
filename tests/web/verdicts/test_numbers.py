"""Numbers of records: the program's own unless the city decides, always one for each record."""

from datetime import date

import pytest

from junheng.policy.dated import built_in
from junheng.web.verdicts import numbers
from junheng.web.verdicts.numbers import OWN, checked, number, pattern


def test_without_a_decision_of_the_city_the_number_is_the_programs_own() -> None:
    assert pattern(date(2026, 1, 1)) == OWN
    assert number(OWN, 2025, "410105", 1) == "JH-2025-410105-01"
    assert number(OWN, 2025, "ZDXQ", 12) == "JH-2025-ZDXQ-12"
    assert "〔" not in OWN


def test_the_citys_own_pattern_holds_from_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    held = built_in("verdict_numbers")[numbers.PARAMETER].set("样〔{year}〕{code}第{n}号", date(2026, 1, 1))
    monkeypatch.setattr("junheng.web.verdicts.numbers.built_in", lambda _name: {numbers.PARAMETER: held})
    assert pattern(date(2025, 12, 31)) == OWN
    assert number(pattern(date(2026, 1, 1)), 2025, "410105", 3) == "样〔2025〕410105第3号"


@pytest.mark.parametrize(
    "text", ["X", "{year}-{n}", "{year}-{code}", "{code}-{n}", "{year}/{code}/{n}", "{who}", "{", "{}"]
)
def test_a_pattern_that_would_number_two_records_alike_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="编号样式"):
        checked(text)
