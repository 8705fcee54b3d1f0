from junheng.demo.profiles import Profile, profiles
from junheng.facts.codes import code_list
from junheng.policy import load_standard


def test_every_managing_body_has_a_profile() -> None:
    assert set(profiles()) == set(code_list("managing_bodies").codes)


def test_profiles_only_name_items_and_indicators_of_the_standard() -> None:
    standard = load_standard("jiaodu-2017-6")
    items = {item.id for item in standard.items}
    indicators = {one.id for one in standard.indicators}
    for profile in profiles().values():
        assert {*profile.items, *profile.unproven, *(one for some in profile.mended.values() for one in some)} <= items
        assert {*profile.problems, *profile.wide} <= indicators


def test_an_item_fails_until_it_is_mended_and_for_good_where_it_is_not() -> None:
    profile = Profile("410105", "inner", 1, 0, 0, 1, items=("G4",), mended={2025: ["G9"], 2024: ["Q1"]})
    assert [profile.fails("G9", year) for year in (2023, 2024, 2025)] == [True, True, False]
    assert [profile.fails("Q1", year) for year in (2023, 2024, 2025)] == [True, False, False]
    assert all(profile.fails("G4", year) for year in (2023, 2024, 2025))
    assert not profile.fails("G1", 2023)


def test_one_area_has_nothing_wrong_in_the_last_year() -> None:
    sound = [one for one in profiles().values() if not (one.items or one.unproven or one.silent or one.failing)]
    assert [one.county for one in sound] == ["410106"]
