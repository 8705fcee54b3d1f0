"""The limits of plausibility: fields that exist, ranges that are ranges, and words in both languages."""

import re

import pytest

from junheng.facts.checks.classes import LARGEST
from junheng.facts.checks.settings import settings
from junheng.facts.contracts import contract
from tests.facts.checks.examples import A, B

JUMPS = settings()["jumps"]


def test_every_limit_is_there_with_its_words_and_its_source() -> None:
    assert set(settings()) == {"code_pattern", "class_mean", "equipment_per_pupil", "small_rural", "built_by", "jumps"}
    for name, one in settings().items():
        if name != "jumps":
            assert one["title"]["zh"], name
            assert one["title"]["en"], name
            assert one["cite"].strip(), name


@pytest.mark.parametrize("limit", JUMPS, ids=[f"{one['table']}.{one['field']}" for one in JUMPS])
def test_a_jump_speaks_of_a_number_and_includes_no_change(limit: dict[str, float | str | dict[str, str]]) -> None:
    assert contract(str(limit["table"])).field(str(limit["field"])).numeric
    assert 0 < float(str(limit["low"])) < 1 < float(str(limit["high"]))
    assert float(str(limit["slack"])) >= 0
    assert isinstance(limit["why"], dict)
    assert set(limit["why"]) == {"zh", "en"}
    assert all(limit["why"].values())


def test_no_field_jumps_twice() -> None:
    assert len({(one["table"], one["field"]) for one in JUMPS}) == len(JUMPS)


def test_ranges_are_ranges() -> None:
    for name in ("class_mean", "small_rural"):
        assert 0 < settings()[name]["low"] < settings()[name]["high"]
    assert settings()["equipment_per_pupil"]["high"] > 0
    assert max(LARGEST.values()) < settings()["class_mean"]["high"], "a class the form has a band for is plausible"


def test_the_pattern_of_codes_takes_whole_codes_only() -> None:
    pattern = settings()["code_pattern"]["value"]
    assert all(re.search(pattern, code) for code in (A, B))
    assert not any(re.search(pattern, code) for code in (f"{A}0", f"0{A}", A[:-1], "4141000001", ""))


def test_the_flags_of_the_building_year_are_fields() -> None:
    flags = {name for name in settings()["built_by"] if name not in {"title", "cite"}}
    assert {contract("schools").field(name).type for name in flags} == {"bool"}
    assert all(str(settings()["built_by"][name]) == name[-4:] for name in flags)


def test_the_settings_are_read_once() -> None:
    assert settings() is settings()
