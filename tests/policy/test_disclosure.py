"""The catalogue of disclosure: complete lines, a ground for each, nothing invented for whose duty it is."""

from datetime import date

from junheng.policy import Confidence
from junheng.policy.disclosure import entries, term


def test_every_line_is_complete_in_both_languages_and_names_its_ground() -> None:
    ids = [one.id for one in entries()]
    assert len(set(ids)) == len(ids) == 6
    for one in entries():
        assert one.basis.startswith("《")
        assert one.confidence in set(Confidence)
        for text in (one.first, one.second, one.content, one.channel, one.audience, one.way):
            assert text.zh
            assert text.en
            assert text.zh != text.en


def test_whose_duty_it_is_stays_empty_until_the_city_says() -> None:
    assert {one.body for one in entries()} == {one.level for one in entries()} == {None}


def test_the_term_is_twenty_workdays_since_the_regulation_says_so() -> None:
    assert term(date(2026, 1, 1)) == 20
    assert term(date(2019, 5, 14)) is None
