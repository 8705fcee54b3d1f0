from junheng.demo.fate import LASTING, SOUND, Fate, fates
from junheng.demo.profiles import profiles
from junheng.demo.roster import schools

EVERYONE = schools(2023, 0.3)
FATES = fates(2023, EVERYONE)


def test_every_school_has_a_fate() -> None:
    assert set(FATES) == {one.code for one in EVERYONE}


def test_schools_that_are_not_judged_or_take_others_in_are_sound() -> None:
    parents = {one.parent for one in EVERYONE}
    for one in EVERYONE:
        if not one.judged or one.code in parents or one.campuses > 1:
            assert FATES[one.code] == SOUND


def test_areas_that_are_to_pass_have_no_lasting_problem() -> None:
    for one in EVERYONE:
        if not profiles()[one.county].failing and not FATES[one.code].rescued:
            assert FATES[one.code].mended < LASTING


def test_areas_that_are_to_fail_have_at_least_one_school_that_does() -> None:
    for county, profile in profiles().items():
        lasting = [one for one in EVERYONE if one.county == county and FATES[one.code].mended == LASTING]
        assert bool(lasting) == bool(profile.failing or profile.rescued)


def test_a_lasting_problem_breaks_the_rule_of_six_and_eighty_five_percent() -> None:
    for fate in FATES.values():
        if fate.short and not fate.rescued:
            assert min(fate.short.values()) < 0.85
            assert max(fate.short.values()) < 1


def test_only_urban_schools_borrow_sports_areas() -> None:
    rescued = [one for one in EVERYONE if FATES[one.code].rescued]
    assert rescued
    assert all(not one.rural and list(FATES[one.code].short) == ["L5"] for one in rescued)


def test_a_mended_problem_is_gone_from_its_year_on() -> None:
    fate = Fate({"L5": 0.6}, mended=2025)
    assert (fate.shortage("L5", 2024), fate.shortage("L5", 2025), fate.shortage("L4", 2024)) == (0.6, None, None)
