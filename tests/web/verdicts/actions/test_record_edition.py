"""Records of an edition: made once, one a county, in a chain that never forks, also when two publish at once."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from junheng.balance.model import State
from junheng.web.accounts.reach import SYSTEM
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.portal.actions.publish_edition import publish_edition
from junheng.web.portal.models import Edition
from junheng.web.verdicts.actions.record_edition import record_edition
from junheng.web.verdicts.models import Record
from tests.web import factories
from tests.web.people import People
from tests.web.verdicts.conftest import SIGNATORY, City

RACE = Path(__file__).with_name("race.py")


def edition(state: State = State.MET) -> Edition:
    city = factories.city([factories.county("410105", state=state), factories.county("ZDXQ")])
    return publish_edition(city, snapshot_path="/nowhere", synthetic=True)


def records() -> list[Record]:
    return list(Record.objects.everything("a test").order_by("pk"))


def test_every_county_with_an_organisation_gets_a_record_and_no_other(staff: People) -> None:
    made = record_edition(SYSTEM, edition(), signatory=SIGNATORY)
    assert [one.number for one in made] == ["JH-2025-410105-01"]


def test_twice_is_once(staff: People) -> None:
    held = edition()
    assert record_edition(SYSTEM, held, signatory=SIGNATORY) == record_edition(SYSTEM, held, signatory="别人")
    assert len(records()) == 1


def test_the_next_version_supersedes_and_tells_what_flipped(staff: People) -> None:
    first = record_edition(SYSTEM, edition(), signatory=SIGNATORY)[0]
    second = record_edition(SYSTEM, edition(State.NOT_MET), signatory=SIGNATORY, reason="更正")[0]
    assert second.supersedes == first
    assert second.changes == [{"what": "state", "id": "", "section": "", "before": "met", "after": "not_met"}]
    assert (first.reason, second.reason) == ("", "更正")


def test_an_older_version_is_not_recorded_after_a_newer_one(staff: People) -> None:
    old, new = edition(), edition(State.NOT_MET)
    record_edition(SYSTEM, new, signatory=SIGNATORY)
    with pytest.raises(Refusal, match="较新的版本"):
        record_edition(SYSTEM, old, signatory=SIGNATORY)


def test_the_database_itself_refuses_a_fork(chain: tuple[Record, Record]) -> None:
    first, second = chain
    for changed in ({"supersedes": first}, {"number": first.number}, {"nth": first.nth}):
        fork = Record.objects.everything("a test").get(pk=second.pk)
        fork.pk, fork.number, fork.nth, fork.supersedes = None, "X", 9, None
        fork.edition = Edition.objects.exclude(pk=second.edition_id).first() or second.edition
        for name, value in {**changed, "edition": second.edition}.items():
            setattr(fork, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            fork.save(force_insert=True)


def test_a_person_without_signed_drafts_is_refused(city: City) -> None:
    with pytest.raises(Refusal, match="尚未由督学签发"):
        record_edition(city.actor("publisher"), edition(), signatory=SIGNATORY)
    with pytest.raises(NotAllowed):
        record_edition(city.actor("inspector"), edition(), signatory=SIGNATORY)
    assert records() == []


@pytest.mark.exhaustive
def test_two_publishers_at_once_make_one_chain(tmp_path: Path) -> None:
    """Two processes on one database file, each publishing a year and its correction as fast as it can."""
    command = [sys.executable, str(RACE), str(tmp_path)]
    subprocess.run([*command, "prepare"], check=True)  # noqa: S603
    both = [subprocess.Popen([*command, name]) for name in ("one", "two")]  # noqa: S603
    assert [one.wait(timeout=120) for one in both] == [0, 0]
    with sqlite3.connect(tmp_path / "race.sqlite3") as base:
        rows = base.execute("SELECT id, nth, number, supersedes_id FROM verdicts_record ORDER BY id").fetchall()
    assert len(rows) >= 2
    assert [row[1] for row in rows] == list(range(1, len(rows) + 1))
    assert [row[3] for row in rows] == [None, *(row[0] for row in rows[:-1])]
