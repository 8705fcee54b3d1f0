"""What counts where."""

import pytest

from junheng.balance.remedy import shares_of
from tests.balance.city import COMPLETE, NINE, PRIMARY, facts_of, sound
from tests.balance.remedy.county import STANDARD
from tests.balance.test_campuses import campus


def test_they_are_the_shares_of_the_split() -> None:
    found = shares_of(facts_of(sound()), STANDARD)
    assert found[NINE, "primary", "L7"] == pytest.approx(600 / (600 + 1.1 * 400))
    assert found[NINE, "primary", "L4"] + found[NINE, "junior", "L4"] == pytest.approx(1)
    assert found[COMPLETE, "junior", "L5"] == pytest.approx(500 / (500 + 1.2 * 800))
    assert not [key for key in found if key[0] == PRIMARY or key[2] in {"L1", "L2", "L3"}]


def test_a_section_on_a_campus_of_its_own_has_its_own() -> None:
    tables = sound()
    tables["campuses"] = [
        campus("01", pupils_primary=600, teaching_area=3000.0),
        campus("02", pupils_junior=400, teaching_area=6000.0),
    ]
    found = shares_of(facts_of(tables), STANDARD)
    assert (NINE, "primary", "L4") not in found
    assert (NINE, "primary", "L7") in found


def test_what_was_not_reported_is_left_out() -> None:
    tables = sound()
    row = next(one for one in tables["rooms"] if one["school_code"] == NINE)
    row["teaching_area"] = None
    found = shares_of(facts_of(tables), STANDARD)
    assert (NINE, "primary", "L4") not in found
    assert (NINE, "primary", "L5") in found
