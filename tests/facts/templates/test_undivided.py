"""Numbers for a whole school go to the section they surely belong to, or are named."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from junheng.facts.collect import Collector
from junheng.facts.contracts import contract
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.templates.slots import Slot
from junheng.facts.templates.undivided import Undivided, place_undivided
from junheng.facts.values import parse

PLACE = Place("f.xlsx", "学校填报数据", 1, 5, "班级总数")
PUPILS_CLASSES = Slot("sections", contract("sections").field("classes"))
BACKBONE = Slot("teachers", contract("teachers").field("backbone_teachers"))


def placed(
    slot: Slot, raw: Any, sections: tuple[str, ...], given: Mapping[str, Any] | None = None
) -> tuple[list[tuple[str, Any]], list[Finding]]:
    """Part and value of what is kept, and what is said."""
    collector = Collector()
    entries = tuple((replace(slot, part=part), parse(one, slot.field), PLACE) for part, one in (given or {}).items())
    school = Undivided("3141000002", sections, PLACE, entries)
    kept = list(place_undivided([(slot, parse(raw, slot.field), PLACE)], school, collector))
    return [(one.part, parsed.value) for one, parsed, _ in kept], collector.findings


BOTH = ("primary", "junior")


def test_the_only_section_gets_the_number() -> None:
    assert placed(BACKBONE, 5, ("junior",)) == ([("junior", 5)], [])


def test_several_sections_keep_the_whole_where_the_contract_allows_it() -> None:
    kept, (finding,) = placed(BACKBONE, 5, BOTH)
    assert kept == [("all", 5)]
    assert (finding.code, finding.outcome) == ("form_not_by_section", Outcome.WARNED)
    assert finding.values["indicators"] == "L2"
    assert "Primary, Junior" in finding.what("en")


def test_what_has_no_place_for_the_whole_school_is_named_and_not_kept() -> None:
    kept, (finding,) = placed(PUPILS_CLASSES, 9, BOTH)
    assert kept == []
    assert finding.values["fields"] == "班级总数"


def test_unknown_sections_are_said_to_be_unknown() -> None:
    kept, (finding,) = placed(BACKBONE, 5, ())
    assert kept == [("all", 5)]
    assert "学段不明" in finding.what("zh")
    assert "unknown" in finding.what("en")


@pytest.mark.parametrize(
    ("whole", "codes"), [(9, []), (8, ["form_total_differs"]), ("/", []), (0, ["form_total_differs"])]
)
def test_a_whole_beside_its_sections_is_only_compared(whole: Any, codes: list[str]) -> None:
    kept, findings = placed(PUPILS_CLASSES, whole, BOTH, {"primary": 6, "junior": 3})
    assert kept == []
    assert [one.code for one in findings] == codes
    assert all(one.outcome is Outcome.IGNORED and one.values["total"] == 9 for one in findings)


def test_a_whole_that_cannot_be_read_is_said_even_beside_its_sections() -> None:
    kept, findings = placed(PUPILS_CLASSES, "九个", BOTH, {"primary": 6, "junior": 3})
    assert kept == []
    assert [(one.code, one.outcome) for one in findings] == [("not_a_number", Outcome.REJECTED)]


def test_one_section_of_two_does_not_cover_the_whole() -> None:
    kept, findings = placed(BACKBONE, 9, BOTH, {"primary": 6})
    assert kept == [("all", 9)]
    assert [one.code for one in findings] == ["form_not_by_section"]


@pytest.mark.parametrize(("raw", "code"), [("/", "slash_for_empty"), ("五", "not_a_number")])
def test_what_is_no_number_is_said_and_not_kept_for_several_sections(raw: str, code: str) -> None:
    kept, findings = placed(BACKBONE, raw, BOTH)
    assert kept == []
    assert [one.code for one in findings] == [code]


def test_one_finding_names_all_lines_and_each_indicator_once() -> None:
    collector = Collector()
    sizes = [Slot("class_sizes", contract("class_sizes").field(one)) for one in ("classes_le25", "classes_26_30")]
    entries = [(slot, parse(3, slot.field), PLACE) for slot in sizes]
    list(place_undivided(entries, Undivided("3141000002", BOTH, PLACE, ()), collector))
    (finding,) = collector.findings
    assert finding.values["indicators"] == "G5"
    assert finding.values["fields"].count("、") == 1
