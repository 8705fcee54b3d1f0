"""What the schools reported, as the verdict has it."""

import polars as pl
import pytest

from junheng.facts import Facts
from junheng.web.accounts.models import Organisation
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.models import Edition
from junheng.web.posts import facts
from junheng.web.posts.facts import reported
from tests.web.people import COUNTY
from tests.web.tiny import CODES


def test_every_school_of_the_county_is_read(edition: Edition) -> None:
    held = reported(edition, COUNTY)
    assert held.sections.frame["school_code"].to_list() == list(CODES)
    assert held.sections.frame["pupils"].to_list()[0] == 500
    assert held.sections.faults == ()
    assert (held.left_out, held.snapshot) == (0, edition.snapshot)
    assert reported(edition, "410122").schools == {}


def test_private_and_special_schools_are_left_out(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        {
            "school_code": f"214100000{at}",
            "school_name": "校",
            "county_code": COUNTY,
            "school_type": kind,
            "organiser": by,
        }
        for at, (kind, by) in enumerate((("211", "7"), ("211", "10"), ("513", "7")))
    ]
    sections = [{"school_code": one["school_code"], "section": "primary", "pupils": 20} for one in rows]
    made = Facts.of(2025, {"schools": pl.DataFrame(rows), "sections": pl.DataFrame(sections)})
    monkeypatch.setattr(facts, "_merged", lambda _path: (made, edition.snapshot))
    held = reported(edition, COUNTY)
    assert list(held.schools) == ["2141000000"]
    assert held.left_out == 2
    assert held.sections.frame["classes"].to_list() == [None]


def test_another_snapshot_is_refused(edition: Edition) -> None:
    edition.snapshot = "0" * 64
    with pytest.raises(Refusal, match="快照不在本机"):
        reported(edition, COUNTY)
    edition.snapshot_path = "/nowhere"
    with pytest.raises(Refusal, match="快照不在本机"):
        reported(edition, COUNTY)
    assert Organisation.objects.everything("test").exists()
