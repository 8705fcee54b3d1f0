import pytest

from junheng.demo.need import need


def test_a_plain_school_needs_the_threshold_times_its_pupils() -> None:
    assert need().shared("L4", {"primary": 1000}) == pytest.approx(4500)
    assert need().staff("L1", "junior", 1000) == pytest.approx(53)


def test_after_splitting_every_section_of_a_combined_school_just_reaches_its_threshold() -> None:
    pupils = {"primary": 600, "junior": 400}
    for indicator, primary, junior in (("L4", 4.5, 5.8), ("L5", 7.5, 10.2), ("L6", 2000, 2500), ("L7", 0.023, 0.024)):
        whole = need().shared(indicator, pupils)
        levels = (whole * 600 / 1040 / 600 / primary, whole * 440 / 1040 / 400 / junior)
        assert min(levels) == pytest.approx(1)


def test_seniors_take_their_share_without_a_threshold_of_their_own() -> None:
    assert need().shared("L4", {"junior": 500, "senior": 800}) == pytest.approx(5.8 * (500 + 1.2 * 800))


@pytest.mark.parametrize(("classes", "rooms"), [(0, 0), (1, 1), (12, 1), (13, 2), (24, 2), (25, 3)])
def test_a_room_for_every_twelve_classes_begun(classes: int, rooms: int) -> None:
    assert need().rooms(classes) == rooms


def test_a_number_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError, match=r"special\.until"):
        need()["special.until"]
