from junheng.demo.city import City
from junheng.demo.gaps import silent_schools
from junheng.demo.profiles import profiles
from junheng.demo.roster import schools


def test_silent_schools_are_where_the_profiles_say() -> None:
    everyone = {one.code: one for one in schools(2023, 1.0)}
    silent = silent_schools(2023, tuple(everyone.values()))
    by_county = [everyone[code].county for code in silent]
    assert {county: by_county.count(county) for county in set(by_county)} == {
        county: profile.silent for county, profile in profiles().items() if profile.silent
    }


def test_a_parent_school_is_never_silent() -> None:
    everyone = schools(2023, 1.0)
    assert not silent_schools(2023, everyone) & {one.parent for one in everyone}


def test_a_small_area_keeps_most_of_its_schools(small: City) -> None:
    for county, profile in profiles().items():
        reported = small.facts[2025]["schools"].filter(county_code=county).height
        assert reported >= small.facts[2024]["schools"].filter(county_code=county).height - profile.silent
        assert reported >= 3


def test_earlier_years_are_complete(small: City) -> None:
    for year in (2023, 2024):
        assert small.facts[year]["rooms"]["teaching_area"].null_count() == 0
        assert small.facts[year]["money"]["equipment_value_yuan"].null_count() == 0
