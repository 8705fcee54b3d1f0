"""One school by itself, as the standard would have it."""

from junheng.facts import Facts
from junheng.web.reporting.reading import of_unit
from junheng.web.review.judged import indicators
from tests.web import tiny


def test_the_seven_of_one_school() -> None:
    found = indicators(of_unit(tiny.facts(), tiny.CODES[0]), "jiaodu-2017-6")
    assert [one.id for one in found] == [f"L{at}" for at in range(1, 8)]
    first = found[0]
    assert (first.section, first.value, first.threshold, first.met) == ("primary", 5.6, 4.2, True)


def test_facts_without_a_school_have_none() -> None:
    assert indicators(Facts.of(2025, {}), "jiaodu-2017-6") == []
