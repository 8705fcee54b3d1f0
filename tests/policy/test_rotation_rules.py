"""The rules of rotation: dated, cited, replaceable; what was not found is empty and asked for."""

from datetime import date

import pytest

from junheng.policy import Confidence
from junheng.policy.rotation_rules import KINDS, rotation_catalogue, rotation_parameters, rotation_rules

DAY = date(2026, 9, 1)


def test_the_shares_are_those_of_the_national_procedure() -> None:
    held = rotation_rules(DAY)
    assert (held.share, held.backbone) == (10, 20)
    assert held.years is held.principal_years is held.cap is held.allowance is None


def test_what_was_not_found_is_empty_and_the_rule_says_what_happens() -> None:
    named = {id_: one for one in rotation_catalogue() for id_ in one.parameters}
    for id_, one in rotation_parameters().items():
        if one.confidence is Confidence.UNKNOWN:
            assert [dated.value for dated in one.values] == [None]
            assert one.inert
            assert named[id_].without is not None
        else:
            assert one.inert is None


def test_every_parameter_belongs_to_a_rule_and_every_rule_is_cited() -> None:
    assert {id_ for one in rotation_catalogue() for id_ in one.parameters} == set(rotation_parameters())
    for one in rotation_catalogue():
        assert one.kind in KINDS
        assert one.cite
        assert one.title.zh != one.title.en


def test_a_county_sets_its_own() -> None:
    held = rotation_rules(DAY, {"eligible.years": 6, "G11.rotation": 15, "weight.wish": 2.5})
    assert (held.years, held.share, held.weights.wish) == (6, 15, 2.5)


def test_unknown_names_words_and_days_before_the_law_are_refused() -> None:
    with pytest.raises(LookupError, match=r"eligible\.none"):
        rotation_rules(DAY, {"eligible.none": 1})
    with pytest.raises(ValueError, match=r"eligible\.years"):
        rotation_rules(DAY, {"eligible.years": "many"})
    with pytest.raises(ValueError, match=r"commute\.cap"):
        rotation_rules(DAY, {"commute.cap": -1})
    with pytest.raises(ValueError, match=r"G11\.rotation"):
        rotation_rules(date(2010, 1, 1))
