"""Very small schools are hidden, and an attacker who solves for them from everything published finds nothing."""

from dataclasses import replace
from math import fsum, sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.balance.model import Failing, SchoolResult
from junheng.policy import Text
from junheng.policy.small_cells import Disclosure
from junheng.publish.disclosure import Before, Hidden, choose, hide, hide_other, protect_city
from junheng.publish.disclosure_marks import HiddenIndicator, HiddenSchool
from tests.web import factories

RULES = Disclosure(small_count=7, least_pupils=30, hidden_together=3, open_share=0.1)
NAMES = [one.id for one in factories.STANDARD.indicators]


def _school(at: int, pupils: float | None, values: dict[str, float | None] | None = None) -> SchoolResult:
    made = factories.school(f"21410{at:05d}", pupils=pupils)
    return replace(made, values={**made.values, **(values or {})})


def _spread(pupils: list[float]) -> list[SchoolResult]:
    """Schools whose values differ widely."""
    return [_school(at, one, dict.fromkeys(NAMES, 3.0 + 1.7 * ((at * 7 + 3) % 5))) for at, one in enumerate(pupils)]


def _city(schools: list[SchoolResult]) -> Any:
    return factories.city([factories.county(schools=schools)])


def _hidden(schools: list[SchoolResult], before: Before | None = None) -> Hidden:
    return choose(_city(schools), RULES, before)


def test_without_a_small_school_nothing_is_hidden() -> None:
    city = _city(_spread([30, 400, 500]))
    assert choose(city, RULES) == Hidden()
    assert protect_city(city, RULES).counties == city.counties


def test_a_small_school_is_never_hidden_alone() -> None:
    hidden = _hidden(_spread([500, 12, 300, 900, 200, 250]))
    assert len(hidden.schools) >= RULES.hidden_together
    assert ("2141000001", "primary") in hidden.schools - hidden.together
    assert ("2141000004", "primary") in hidden.together
    assert hidden.sections == frozenset()


@pytest.mark.parametrize("pupils", [[12], [12, 500], [12, 20]])
def test_a_section_of_too_few_schools_hides_its_mean_too(pupils: list[float]) -> None:
    city = _city(_spread(pupils))
    assert choose(city, RULES).sections == {("410105", "primary")}
    shown = protect_city(city, RULES).counties[0]
    assert all(
        isinstance(one, HiddenIndicator) and one.mean is None for one in shown.indicators if one.section == "primary"
    )
    assert [one.met for one in shown.indicators] == [one.met for one in city.counties[0].indicators]


def test_schools_that_are_all_alike_give_themselves_away_by_a_dispersion_of_nothing() -> None:
    schools = [_school(at, 500) for at in range(4)]
    assert _hidden([_school(9, 12), *schools]).sections == {("410105", "primary")}


def test_a_value_that_is_not_reported_protects_nobody() -> None:
    schools = _spread([12, 100, 200])
    schools[1:] = [replace(one, values={**one.values, "L5": None}) for one in schools[1:]]
    assert _hidden(schools).sections == {("410105", "primary")}


def test_pupils_and_values_are_gone_and_verdict_and_reasons_stay() -> None:
    schools = _spread([12, 300, 400, 500, 600])
    schools[0] = replace(
        schools[0], passes=False, met={**schools[0].met, "L5": False}, reasons=(Text("运动场馆 4.321", "sports 4.321"),)
    )
    (held, *_rest) = protect_city(_city(schools), RULES).counties[0].schools
    assert isinstance(held, HiddenSchool)
    assert (held.pupils, set(held.values.values()), held.passes) == (None, {None}, False)
    assert "4.321" not in str(held)
    assert held.reasons[0].en.startswith("not met: ")
    assert held.suppressed


def test_what_an_earlier_version_hid_stays_hidden_and_what_it_showed_protects_nobody() -> None:
    schools = _spread([12, 300, 400, 500, 600, 700])
    key = {one.school_code: (one.school_code, "primary") for one in schools}
    shown = frozenset({key["2141000001"], key["2141000002"]})
    hidden = _hidden(schools, Before(shown, frozenset({key["2141000005"]})))
    assert key["2141000005"] in hidden.schools
    assert len(hidden.schools - shown) >= RULES.hidden_together
    assert not hidden.schools & shown


def test_two_versions_together_show_no_more_than_each() -> None:
    """A school that became small in the second version cannot be found by taking both apart."""
    first = _spread([12, 300, 400, 500, 600, 700])
    one = _hidden(first)
    second = [first[0], replace(first[1], pupils=20.0), *first[2:]]
    shown = frozenset((each.school_code, each.section) for each in first) - one.schools
    two = _hidden(second, Before(shown, one.schools))
    assert one.schools <= two.schools
    assert len(two.schools - shown) >= RULES.hidden_together


def test_what_is_hidden_survives_being_stored() -> None:
    hidden = _hidden(_spread([12, 300, 400, 500]))
    assert Hidden.of(hidden.to_dict()) == hidden
    assert Hidden.of({}) == Hidden()


def test_the_other_standard_hides_the_numbers_of_touched_sections() -> None:
    city = _city(_spread([12, 300, 400, 500, 600, 700]))
    other = hide_other(city, choose(city, RULES))
    assert all(isinstance(one, HiddenIndicator) for one in other.counties[0].indicators if one.section == "primary")


def test_reasons_of_the_county_lose_the_numbers_of_a_hidden_section() -> None:
    city = _city(_spread([12, 500]))
    county = city.counties[0]
    spread = county.indicators[0].dispersion
    written = f"{spread:.6f}".rstrip("0").rstrip(".")
    city = replace(city, counties=(replace(county, reasons=(Text(f"差异系数{written}，高于0.5", f"is {written}"),)),))
    assert protect_city(city, RULES).counties[0].reasons == (Text("差异系数*，高于0.5", "is *"),)


def test_a_teaching_point_does_not_tell_its_pupils() -> None:
    out = Failing("2141000099", "河湾", Text("教学点12人，不足50人", "teaching point of 12 pupils, fewer than 50"))
    city = _city(_spread([300, 400, 500]))
    city = replace(city, counties=(replace(city.counties[0], left_out=(out,)),))
    (held,) = protect_city(city, RULES).counties[0].left_out
    assert held.why == Text("教学点不足50人", "teaching point, fewer than 50")


def test_items_say_nothing_of_hidden_schools_and_of_sums_over_small_ones() -> None:
    schools = _spread([12, 300, 400, 500])
    county = factories.county(schools=schools)
    bad = (Failing("2141000000", "小", Text("实有123元", "has 123")), Failing("2141000077", "大", Text("45", "45")))
    item = replace(county.items[0], failing=bad, figures={"small_pupils": 12.0, "share": 3.0})
    city = factories.city([replace(county, items=(item, *county.items[1:]))])
    held = protect_city(city, RULES).counties[0].items[0]
    assert [one.why.zh for one in held.failing] == ["涉及人数过少的学校，说明不公开", "45"]
    assert held.figures == {"small_pupils": None, "share": 3.0}


SIZES = st.lists(st.integers(1, 900).map(float), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(SIZES, st.randoms(use_true_random=False))
def test_an_attacker_who_solves_finds_nothing(pupils: list[float], dice: Any) -> None:
    """He knows all shown schools, all pupils and, where shown, mean and dispersion: two equations per indicator."""
    schools = [
        _school(at, one, {name: round(dice.uniform(0.5, 20), 2) for name in NAMES}) for at, one in enumerate(pupils)
    ]
    city = _city(schools)
    shown = protect_city(city, RULES).counties[0]
    truth = {one.school_code: one for one in schools}
    small = {one.school_code for one in schools if (one.pupils or 0) < RULES.least_pupils}
    unknown = {one.school_code for one in shown.schools if isinstance(one, HiddenSchool)}
    assert small <= unknown
    for one in shown.indicators:
        if one.section != "primary" or not unknown:
            continue
        if one.mean is None:
            assert one.dispersion is None
            continue
        for code in small:
            low, high = _interval(shown, truth, unknown, code, one)
            value = truth[code].values[one.indicator] or 0.0
            assert low <= value + 1e-6
            assert high >= value - 1e-6
            assert high - low >= 2 * RULES.open_share * abs(value) - 1e-6


def _interval(
    shown: Any, truth: dict[str, SchoolResult], unknown: set[str], code: str, one: Any
) -> tuple[float, float]:
    """What the attacker learns of one value from the published mean and dispersion and all that is shown."""
    weights = {key: held.pupils or 0.0 for key, held in truth.items()}
    whole = fsum(weights.values())
    seen = [each for each in shown.schools if each.school_code not in unknown and each.section == "primary"]
    first = whole * one.mean - fsum(weights[each.school_code] * each.values[one.indicator] for each in seen)
    second = whole * (one.mean**2 + (one.dispersion * one.mean) ** 2)
    second -= fsum(weights[each.school_code] * each.values[one.indicator] ** 2 for each in seen)
    total, own = fsum(weights[key] for key in unknown), weights[code]
    mean = first / total
    squares = max(second - total * mean**2, 0.0)
    reach = sqrt(squares * (total - own) / (total * own))
    return mean - reach, mean + reach


def test_hiding_twice_is_hiding_once() -> None:
    city = _city(_spread([12, 300, 400, 500, 600]))
    hidden = choose(city, RULES)
    assert hide(hide(city, hidden), hidden).counties[0].indicators == hide(city, hidden).counties[0].indicators


def _corrected(schools: list[SchoolResult], at: int, **changes: Any) -> list[SchoolResult]:
    return [replace(one, **changes) if place == at else one for place, one in enumerate(schools)]


def _then(first: list[SchoolResult], one: Hidden) -> Before:
    keys = frozenset((each.school_code, each.section) for each in first)
    return Before(keys - one.schools, one.schools, one.prints)


def test_a_correction_of_a_hidden_school_hides_mean_and_dispersion() -> None:
    """Two means over the same schools of which one changed: the difference is that school alone."""
    first = _spread([12, 300, 400, 500, 600, 700])
    one = _hidden(first)
    assert one.sections == frozenset()
    for at in (0, 1):  # the small school, or one hidden beside it
        value = {**first[at].values, "L5": 9.99}
        for second in (_corrected(first, at, values=value), _corrected(first, at, pupils=(first[at].pupils or 0) + 1)):
            two = _hidden(second, _then(first, one))
            assert two.sections == {("410105", "primary")}
            assert one.schools <= two.schools


def test_a_correction_of_a_shown_school_hides_nothing_more() -> None:
    first = _spread([12, 300, 400, 500, 600, 700])
    one = _hidden(first)
    shown = next(at for at, each in enumerate(first) if (each.school_code, each.section) not in one.schools)
    two = _hidden(_corrected(first, shown, values=dict.fromkeys(NAMES, 31.0)), _then(first, one))
    assert two == one


def test_the_same_again_hides_the_same() -> None:
    first = _spread([12, 300, 400, 500, 600, 700])
    one = _hidden(first)
    assert one.together
    assert _hidden(first, _then(first, one)) == one


def test_a_school_that_turns_small_after_it_was_shown_hides_the_section() -> None:
    first = _spread([12, 300, 400, 500, 600, 700])
    one = _hidden(first)
    two = _hidden(_corrected(first, 5, pupils=20.0), _then(first, one))
    assert two.sections == {("410105", "primary")}


def test_who_was_hidden_the_year_before_is_hidden_first() -> None:
    schools = _spread([12, 300, 400, 500, 600, 700])
    last = frozenset({("2141000004", "primary"), ("2141000005", "primary")})
    assert last <= _hidden(schools, Before(preferred=last)).schools


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 900).map(float), min_size=3, max_size=8), st.randoms(use_true_random=False))
def test_an_attacker_who_holds_two_versions_together_finds_nothing(pupils: list[float], dice: Any) -> None:
    """He takes the mean of one version from that of the other. Either both are over the same hidden numbers, and he
    learns nothing new, or the second does not show its own."""
    first = [
        _school(at, one, {name: round(dice.uniform(0.5, 20), 2) for name in NAMES}) for at, one in enumerate(pupils)
    ]
    one = _hidden(first)
    at = dice.randrange(len(first))
    second = _corrected(first, at, pupils=float(dice.randint(1, 900)), values=dict.fromkeys(NAMES, dice.uniform(1, 20)))
    two = _hidden(second, _then(first, one))
    assert one.schools <= two.schools
    place = ("410105", "primary")
    if one.schools and place not in one.sections and place not in two.sections:
        hidden = {code for code, _section in two.schools}
        assert hidden == {code for code, _section in one.schools}
        assert second[at] == first[at] or second[at].school_code not in hidden
