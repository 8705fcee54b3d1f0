import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.demo.calibration import YEARS, calibration
from junheng.demo.classes import bands, class_sizes, limit
from junheng.demo.profiles import profiles
from junheng.demo.pupils import enrolments, ordinary
from junheng.demo.roster import schools
from junheng.facts.bands import CLASS_BANDS

SCALE = 0.1
EVERYONE = schools(7, SCALE)
ENROLMENT = enrolments(7, SCALE, EVERYONE)
SIZES = {year: class_sizes(7, year, [one for one in EVERYONE if one.opened <= year], ENROLMENT[year]) for year in YEARS}


@given(st.lists(st.integers(1, 120)))
def test_every_class_falls_into_exactly_one_band(sizes: list[int]) -> None:
    assert sum(bands(sizes).values()) == len(sizes)


@pytest.mark.parametrize(
    ("size", "band"),
    [
        (25, "classes_le25"),
        (26, "classes_26_30"),
        (45, "classes_41_45"),
        (46, "classes_46_50"),
        (55, "classes_51_55"),
        (56, "classes_56_60"),
        (65, "classes_61_65"),
        (66, "classes_ge66"),
    ],
)
def test_bands_end_where_the_form_says(size: int, band: str) -> None:
    assert [name for name, count in bands([size]).items() if count] == [band]
    assert len(CLASS_BANDS) == 10


@pytest.mark.parametrize("year", YEARS)
def test_classes_hold_exactly_the_pupils(year: int) -> None:
    for (code, section), sizes in SIZES[year].items():
        assert sum(sizes) == ENROLMENT[year][code][section]
        assert min(sizes) > 0


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("section", ["primary", "junior"])
def test_the_mean_class_size_is_the_one_aimed_at(year: int, section: str) -> None:
    codes = {one.code for one in ordinary(EVERYONE)}
    classes = [size for (code, part), some in SIZES[year].items() if part == section and code in codes for size in some]
    assert sum(classes) / len(classes) == pytest.approx(calibration().class_size[section][year], rel=0.01)


def test_no_class_is_above_the_limit_where_the_area_keeps_to_it() -> None:
    capped = [one for one in EVERYONE if profiles()[one.county].capped]
    assert capped
    for one in capped:
        for section in set(one.kind.sections) & {"primary", "junior"}:
            assert max(SIZES[2025][one.code, section]) <= (45 if section == "primary" else 50)
            assert limit(one, section, 2024) is None


def test_some_classes_elsewhere_are_oversized() -> None:
    assert any(size >= 56 for some in SIZES[2023].values() for size in some)
