from junheng.demo.assumptions import assumptions
from junheng.demo.calibration import YEARS, calibration
from junheng.demo.profiles import profiles


def test_cohorts_add_up_to_the_pupils_of_the_city() -> None:
    cohorts = assumptions()["cohorts"]
    for year in YEARS:
        assert (
            abs(sum(cohorts[year - grade] for grade in range(6)) * 1000 - calibration().pupils["primary"][year]) < 300
        )
        assert (
            abs(sum(cohorts[year - grade] for grade in range(6, 9)) * 1000 - calibration().pupils["junior"][year]) < 300
        )


def test_every_setting_is_told_and_the_note_is_in_both_languages() -> None:
    settings = {one.setting for one in profiles().values()}
    told = assumptions()
    for by in (
        told["townships"],
        told["spread_m"],
        told["dwellings"]["share_of_areas"],
        told["sites"]["share_of_schools"],
    ):
        assert set(by) == settings
    assert set(told["note"]) == {"zh", "en"}
    assert min(told["costs"].values()) > 0
