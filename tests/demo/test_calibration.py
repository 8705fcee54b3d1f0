from junheng.demo.calibration import YEARS, calibration
from junheng.facts.codes import code_list


def test_published_totals_stay_what_was_published() -> None:
    official = calibration().official
    assert official["pupils"]["primary"] == {2023: 1182100, 2024: 1205700}
    assert official["pupils"]["junior"] == {2023: 518200, 2024: 544200}
    assert official["schools"] == {"primary": {2023: 1001, 2024: 1002}, "junior": {2023: 436, 2024: 437}}
    assert official["class_size"] == {"primary": {2023: 47.14}, "junior": {2023: 49.76}}


def test_every_published_total_names_its_page() -> None:
    sources = [value for name, value in calibration().official.items() if name.startswith("source")]
    assert len(sources) >= 3
    assert all(str(source).startswith("http") for source in sources)


def test_every_year_has_every_total() -> None:
    goal = calibration()
    for table in (goal.pupils, goal.schools, goal.class_size):
        assert all(set(years) == set(YEARS) for years in table.values())
    assert set(goal.city_population_10k) == set(YEARS)


def test_the_sixteen_areas_share_the_whole_population() -> None:
    shares = calibration().population_shares
    assert set(shares) == set(code_list("managing_bodies").codes)
    assert abs(sum(shares.values()) - 1) < 1e-12


def test_no_assumed_number_replaces_a_published_one() -> None:
    goal = calibration()
    for name in ("pupils", "schools", "class_size"):
        for section, years in goal.official[name].items():
            for year, value in years.items():
                assert getattr(goal, name)[section][year] == value
