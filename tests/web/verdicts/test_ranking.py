"""Progress: each measure by itself, ranks by a stated rule, ties equal, nobody ranked on what was not judged."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.balance.model import CountyVerdict, State
from junheng.web.portal.models import County
from junheng.web.portal.stored import rows_of
from junheng.web.verdicts.ranking import MEASURES, ORDER, Change, Progress, _ranked, progress
from tests.web import factories

BEFORE, NOW = 2024, 2025


def stored(*verdicts: CountyVerdict) -> list[County]:
    return [county for county, _schools in rows_of(factories.city(verdicts, verdicts[0].year), None)]


def with_failing(code: str, year: int, failing: int, **changes: object) -> CountyVerdict:
    """A county of four primary schools of which some fail."""
    schools = [factories.school(f"21410000{at:02d}", year=year, passes=at >= failing) for at in range(4)]
    return replace(factories.county(code, schools, year), **changes)  # type: ignore[arg-type]


def test_every_measure_is_before_now_and_change() -> None:
    found = progress(stored(with_failing("410105", BEFORE, 2)), stored(with_failing("410105", NOW, 1)))
    assert found[0].changes["schools"] == Change(50.0, 75.0)
    assert set(found[0].changes) == {one.id for one in MEASURES}
    assert found[0].rank == 1


def test_a_school_that_is_not_judged_does_not_count_as_failing() -> None:
    open_ = factories.county("410105", [factories.school(), factories.school("2141000002", passes=None)], NOW)
    found = progress(stored(with_failing("410105", BEFORE, 0)), stored(open_))
    assert found[0].changes["schools"] == Change(100.0, 100.0)


def test_only_what_was_judged_in_both_years_is_compared() -> None:
    before, now = with_failing("410105", BEFORE, 0), with_failing("410105", NOW, 0)
    unknown = replace(before.indicators[0], met=None, dispersion=None)
    flipped = replace(now.indicators[0], met=False)
    before = replace(before, indicators=(unknown, *before.indicators[1:]))
    now = replace(now, indicators=(flipped, *now.indicators[1:]))
    (found,) = progress(stored(before), stored(now))
    assert found.changes["dispersions"] == Change(6, 6)


def test_equal_progress_shares_a_rank_and_the_next_rank_is_left_out() -> None:
    before = stored(*(with_failing(code, BEFORE, 2) for code in ("410102", "410103", "410104")))
    now = stored(with_failing("410102", NOW, 2), with_failing("410103", NOW, 1), with_failing("410104", NOW, 1))
    found = progress(before, now, "schools")
    assert [(one.code, one.rank) for one in found] == [("410103", 1), ("410104", 1), ("410102", 3)]


def test_who_was_not_judged_is_listed_without_rank_and_with_the_reason() -> None:
    before = stored(with_failing("410102", BEFORE, 0), with_failing("410103", BEFORE, 0, state=State.NOT_JUDGED))
    now = stored(
        with_failing("410102", NOW, 0, state=State.NOT_JUDGED),
        with_failing("410103", NOW, 0),
        with_failing("410104", NOW, 0),
    )
    found = progress(before, now)
    assert [one.rank for one in found] == [None, None, None]
    assert [one.why.zh for one in found if one.why] == ["本次未评定", "前次未评定", "前次未发布"]


def test_a_county_without_a_value_of_the_chosen_measure_has_no_rank() -> None:
    empty = replace(with_failing("410105", NOW, 0), indicators=())
    (found,) = progress(stored(with_failing("410105", BEFORE, 0)), stored(empty), "distance")
    assert (found.rank, found.why and found.why.zh) == (None, "缺少可比数据")


def of(code: str, values: tuple[int, ...]) -> Progress:
    changes = {one.id: Change(0.0, float(value)) for one, value in zip(MEASURES, values, strict=True)}
    return Progress(code, {"zh": code, "en": code}, "met", changes)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.integers(-2, 2)] * len(MEASURES)), max_size=8))
def test_the_order_is_lexicographic(rows: list[tuple[int, ...]]) -> None:
    held = [of(str(at), values) for at, values in enumerate(rows)]
    found = _ranked(held, [one.id for one in MEASURES])
    by_code = {one.code: one.rank for one in found}
    for at, values in enumerate(rows):
        assert by_code[str(at)] == 1 + sum(other > values for other in rows)


@pytest.mark.parametrize("by", [ORDER, *(one.id for one in MEASURES)])
def test_the_order_of_the_counties_does_not_change_a_rank(by: str) -> None:
    before = [with_failing(code, BEFORE, at) for at, code in enumerate(("410102", "410103", "410104"))]
    now = [with_failing(code, NOW, 1) for code in ("410102", "410103", "410104")]
    ways = [progress(stored(*before), stored(*now[::step]), by) for step in (1, -1)]
    assert len({frozenset((one.code, one.rank) for one in way) for way in ways}) == 1


def test_noise_beyond_all_meaning_breaks_no_tie() -> None:
    assert Change(0.1, 0.1 + 1e-15).by == 0
