"""A published year as the engine takes it."""

from pathlib import Path

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.portal.models import Edition
from junheng.web.workbench.remedy.opened import Opened, opened
from tests.balance.city import COUNTY, DENSE, NINE, PRIMARY
from tests.web.people import People
from tests.web.workbench.remedy.ground import published


@pytest.fixture
def edition(staff: People, tmp_path: Path) -> Edition:
    return published(tmp_path)


def test_schools_of_several_sections_share_what_they_have(year: Opened) -> None:
    assert list(year.counties) == [COUNTY]
    assert NINE in year.shared
    assert PRIMARY not in year.shared
    assert (PRIMARY, "primary", "L4") not in year.shares
    assert year.shares[NINE, "junior", "L4"] + year.shares[NINE, "primary", "L4"] == pytest.approx(1)


def test_reliefs_count(year: Opened) -> None:
    sections = {one["section"]: one for one in year.counties[COUNTY].to_dict()["counties"]}
    rows = {one["school_code"]: one for one in sections["primary"]["schools"]}
    assert rows[DENSE]["values"]["L5"] == pytest.approx((3000 + 900 + 3000 + 2000) / 900)


def test_a_published_year_is_opened_once_and_only_if_its_snapshot_is_the_published_one(edition: Edition) -> None:
    held = opened(edition)
    assert held.snapshot == edition.snapshot
    assert opened(edition) is held
    path, edition.snapshot_path = edition.snapshot_path, edition.snapshot_path + "-gone"
    with pytest.raises(Refusal, match="备份"):
        opened(edition)
    edition.snapshot_path, edition.snapshot = path, "0" * 64
    with pytest.raises(Refusal, match="备份"):
        opened(edition)
