"""What a verdict decides: the same before and after it is published; the differences between two, all of them."""

from dataclasses import replace

from junheng.balance.model import State
from junheng.web.portal.stored import rows_of
from junheng.web.verdicts.decision import decimal, differences, look, of_county, of_verdict
from tests.web import factories


def test_a_judgement_and_its_publication_decide_the_same() -> None:
    city = factories.city()
    ((county, _schools),) = rows_of(city, None)
    assert of_county(county) == of_verdict(city.counties[0], city.standard)


def test_numbers_are_text_in_full_precision() -> None:
    assert decimal(1 / 3) == "0.3333333333333333"
    assert decimal(2) == "2.0"
    assert decimal(None) is None


def test_nothing_differs_from_itself() -> None:
    held = of_verdict(factories.county(), factories.STANDARD)
    assert differences(held, held) == []


def test_every_flip_is_named_once() -> None:
    one = factories.county()
    worse = replace(one.indicators[0], met=False)
    other = replace(
        one,
        state=State.NOT_MET,
        resources=State.NOT_MET,
        domains={**one.domains, "quality": State.NOT_JUDGED},
        indicators=(worse, *one.indicators[1:]),
        items=(factories.item(one.items[0].item, met=None), *one.items[1:]),
    )
    held = [of_verdict(verdict, factories.STANDARD) for verdict in (one, other)]
    found = {(change["what"], change["id"]): (change["before"], change["after"]) for change in differences(*held)}
    assert found == {
        ("state", ""): ("met", "not_met"),
        ("resources", ""): ("met", "not_met"),
        ("domain", "quality"): ("met", "not_judged"),
        ("indicator", worse.indicator): ("met", "not_met"),
        ("item", one.items[0].item.id): ("met", "not_judged"),
    }


def test_what_was_not_there_before_has_no_before() -> None:
    held = of_verdict(factories.county(), factories.STANDARD)
    less = {**held, "items": held["items"][1:]}
    assert [(one["before"], one["after"]) for one in differences(less, held)] == [(None, "met")]


def test_three_ways_to_stand() -> None:
    assert [look(one) for one in (True, False, None)] == ["met", "not_met", "not_judged"]
