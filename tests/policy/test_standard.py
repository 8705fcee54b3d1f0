"""The built-in standards hold together: every number has a sentence, and every name points at something."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from junheng.facts.codes import code_list
from junheng.facts.contracts import contracts
from junheng.policy import Confidence, Standard, load_standard, standards, statistics_day

DATA = Path(str(files("junheng.policy"))) / "data"
BUILT_IN = ("jiaodu-2012-3", "jiaodu-2017-6")


@pytest.fixture(params=BUILT_IN)
def standard(request: pytest.FixtureRequest) -> Standard:
    return load_standard(request.param)


def used(standard: Standard) -> Iterator[str]:
    """Every parameter the standard points at."""
    for indicator in standard.indicators:
        yield from (*indicator.threshold.values(), *indicator.limit.values())
    if standard.school_rule:
        yield from (standard.school_rule.min_met, standard.school_rule.floor)
    yield from standard.county_rule.mean_limit.values()
    yield from standard.scope.values()
    for weights in standard.split.values():
        yield from weights.values()
    for case in standard.special_cases:
        yield from (case.enabled, case.until, *case.pupils.values())
    for item in standard.items:
        yield from (item.uses or {}).values()
        yield from (ratio.parameter for ratio in item.ratios)


def test_the_built_in_standards_are_these() -> None:
    assert standards() == BUILT_IN


def test_every_parameter_is_used_or_says_why_not(standard: Standard) -> None:
    pointed_at = set(used(standard))
    inert = {id_ for id_, one in standard.parameters.items() if one.inert}
    assert pointed_at | inert == set(standard.parameters)
    assert not pointed_at & inert


def test_every_parameter_has_a_sentence_a_unit_and_a_first_day(standard: Standard) -> None:
    for parameter in standard.parameters.values():
        assert parameter.cite.strip(), parameter.id
        assert parameter.unit.strip(), parameter.id
        assert parameter.title.zh.strip()
        assert parameter.title.en.strip()
        assert parameter.values[0].since >= date(1986, 7, 1), parameter.id  # the first 义务教育法
        assert parameter.confidence is not Confidence.USER, parameter.id


def titles(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "zh" in value:
            yield value
        for inner in value.values():
            yield from titles(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from titles(inner)


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_title_is_cut_off_at_a_comma(path: Path) -> None:
    """In ``{zh: …, en: a (b, c)}`` YAML ends the English title at the comma unless it is quoted."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [one["zh"] for one in titles(document) if None in one.values()] == []


def test_an_unknown_confidence_goes_with_an_unknown_value(standard: Standard) -> None:
    for parameter in standard.parameters.values():
        unknown = all(dated.value is None for dated in parameter.values)
        assert unknown == (parameter.confidence is Confidence.UNKNOWN), parameter.id


def test_every_column_of_a_ratio_is_in_its_table(standard: Standard) -> None:
    for item in standard.items:
        for ratio in item.ratios:
            assert {*ratio.numerator, *ratio.denominator} <= set(contracts()[ratio.table].schema), ratio.id


def test_excluded_types_are_kinds_of_school(standard: Standard) -> None:
    kinds = {entry["kind"] for entry in code_list("school_types").attributes.values()}
    assert set(standard.excluded_types) <= kinds


def test_the_2017_standard_has_its_seven_indicators_and_its_items() -> None:
    law = load_standard("jiaodu-2017-6")
    assert [one.id for one in law.indicators] == [f"L{n}" for n in range(1, 8)]
    assert [one.id for one in law.domain("government")] == [f"G{n}" for n in range(1, 16)]
    assert [one.id for one in law.domain("quality")] == [f"Q{n}" for n in range(1, 10)]
    assert len(law.domain("social")) == 1
    assert len(law.domain("veto")) == 6


@pytest.mark.parametrize(
    ("section", "thresholds"),
    [
        ("primary", {"L1": 4.2, "L2": 1, "L3": 0.9, "L4": 4.5, "L5": 7.5, "L6": 2000, "L7": 2.3}),
        ("junior", {"L1": 5.3, "L2": 1, "L3": 0.9, "L4": 5.8, "L5": 10.2, "L6": 2500, "L7": 2.4}),
    ],
)
def test_the_thresholds_of_2017(section: str, thresholds: dict[str, float]) -> None:
    law = load_standard("jiaodu-2017-6")
    rules = law.rules(statistics_day(2025))
    assert {one.id: rules.number(one.threshold[section]) for one in law.indicators} == thresholds


def test_the_dispersion_limits_of_both_standards() -> None:
    new, old = load_standard("jiaodu-2017-6"), load_standard("jiaodu-2012-3")
    rules = new.rules(statistics_day(2025))
    limits = [[rules.number(one.limit[section]) for one in new.indicators] for section in new.sections]
    assert limits == [[0.50] * 7, [0.45] * 7]
    mean = {key: old.rules(statistics_day(2025)).number(name) for key, name in old.county_rule.mean_limit.items()}
    assert mean == {"primary": 0.65, "junior": 0.55}
    assert (new.county_rule.dispersion, old.county_rule.dispersion) == ("each", "mean")


def test_the_2012_standard_measures_eight_dispersions_and_no_threshold() -> None:
    old = load_standard("jiaodu-2012-3")
    assert [one.id for one in old.indicators] == [f"E{n}" for n in range(1, 9)]
    assert old.school_rule is None
    assert not any(one.threshold or one.limit for one in old.indicators)


def test_no_law_holds_before_its_day(standard: Standard) -> None:
    rules = standard.rules(date(2012, 1, 19))
    assert {rules.value(id_) for id_ in standard.parameters} == {None}


def test_a_hall_is_counted_once() -> None:
    for id_, teaching, sports in (("jiaodu-2017-6", "L4", "L5"), ("jiaodu-2012-3", "E1", "E2")):
        law = load_standard(id_)
        both = [law.indicator(one).numerator["indoor_sports_area"] for one in (teaching, sports)]
        assert both == [-1, 1]


def test_a_user_may_set_a_parameter() -> None:
    law = load_standard("jiaodu-2017-6")
    mine = law.with_values({"G2.primary": Decimal(1000)})
    assert mine.rules(statistics_day(2025)).number("G2.primary") == 1000
    assert law.rules(statistics_day(2025)).number("G2.primary") == 720


def test_setting_a_parameter_that_is_not_there_names_it() -> None:
    with pytest.raises(KeyError, match=r"jiaodu-2017-6 has no parameter L8.primary, nonsense"):
        load_standard("jiaodu-2017-6").with_values({"nonsense": Decimal(1), "L8.primary": Decimal(1)})


def test_columns_of_an_indicator_are_named_once() -> None:
    assert load_standard("jiaodu-2017-6").indicator("L4").columns == ("teaching_area", "indoor_sports_area", "pupils")


def test_an_item_is_found_by_id() -> None:
    assert load_standard("jiaodu-2017-6").item("G5").number == 5
