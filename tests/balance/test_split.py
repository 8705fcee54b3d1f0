"""Sharing out the facilities of a school of several sections: the published examples and the conservation law."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.balance.split import ORDER, shares, weights
from junheng.policy import load_standard
from junheng.policy.years import statistics_day

STANDARD = load_standard("jiaodu-2017-6")
WEIGHT = weights(STANDARD, STANDARD.rules(statistics_day(2024)))


def split(**pupils: int | None) -> dict[str, float | None]:
    rows = [{"school_code": "1", "section": section, "pupils": count} for section, count in pupils.items()]
    frame = pl.DataFrame(rows, schema={"school_code": pl.String, "section": pl.String, "pupils": pl.Int64})
    found = shares(frame, ["school_code"], WEIGHT)
    return dict(found.select("section", "share").iter_rows())


def test_a_nine_year_school() -> None:
    found = split(primary=600, junior=400)
    assert {section: round(share or 0, 6) for section, share in found.items()} == {
        "primary": 0.576923,
        "junior": 0.423077,
    }


def test_a_complete_secondary_school() -> None:
    assert round(split(junior=500, senior=800)["junior"] or 0, 6) == 0.342466


def test_a_twelve_year_school() -> None:
    found = split(senior=300, primary=600, junior=400)
    assert (round(found["primary"] or 0, 6), round(found["junior"] or 0, 6)) == (0.417827, 0.306407)


def test_a_section_without_pupils_takes_no_part() -> None:
    assert split(primary=600, junior=0) == {"primary": 1.0}


def test_one_section_owns_everything_even_before_its_pupils_are_reported() -> None:
    assert split(primary=None) == {"primary": 1.0}


def test_an_unreported_section_leaves_all_shares_open() -> None:
    assert split(primary=600, junior=None) == {"primary": None, "junior": None}


def test_sections_the_standard_has_no_weights_for_cannot_be_split() -> None:
    assert split(primary=600, senior=300) == {"primary": None, "senior": None}


@given(counts=st.lists(st.integers(1, 4000), min_size=3, max_size=3), several=st.sampled_from([2, 3]))
@settings(max_examples=40, deadline=None)
def test_nothing_is_lost_or_made_in_splitting(counts: list[int], several: int) -> None:
    sections = ORDER[:several] if several == 3 else ORDER[1:]
    found = split(**dict(zip(sections, counts, strict=False)))
    assert sum(share or 0 for share in found.values()) == pytest.approx(1, abs=1e-12)
    assert all(share is not None and 0 < share < 1 for share in found.values())
