"""A round of six schools on frozen facts, locked, drafted, signed, published; a second inspector; a county's appeal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from django.utils import timezone

import junheng.balance
from junheng.facts import Facts, Receipt, SourceFile, freeze
from junheng.policy.standard import Standard
from junheng.web.accounts.access import actor_for
from junheng.web.accounts.models import Appointment, User
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.portal.actions.publish_edition import publish_edition
from junheng.web.portal.models import Edition
from junheng.web.reporting.models import Round, RoundState
from junheng.web.verdicts.actions.draft_round import draft_round
from junheng.web.verdicts.actions.file_appeal import file_appeal
from junheng.web.verdicts.actions.publish_round import publish_round
from junheng.web.verdicts.actions.record_edition import record_edition
from junheng.web.verdicts.actions.sign_round import sign_round
from junheng.web.verdicts.models import Appeal, Record
from tests.web import factories, tiny
from tests.web.kept import once
from tests.web.people import CITY, PASSWORD, People

SIGNATORY = "合成市人民政府教育督导委员会"


@dataclass(frozen=True)
class City:
    """The people and one round; ``lock`` locks it anew on corrected facts."""

    people: People
    round: Round
    folder: Path

    def actor(self, role: str) -> Actor:
        return self.people.actor(role)

    def lock(self, pupils: int = 0, **locked: object) -> str:
        """Lock the round on facts in which every school has so many pupils more; returns the snapshot's hash."""
        facts = tiny.facts(self.round.year)
        sections = facts["sections"].with_columns(pl.col("pupils") + pupils)
        facts = replace(facts, tables={**facts.tables, "sections": sections})
        receipt = Receipt((SourceFile(f"tiny{pupils}.xlsx", "0" * 64, 1, "jiaoji"),), {}, 0, ())
        held = freeze(facts, receipt, self.folder)
        self.round.refresh_from_db()
        self.round.snapshot, self.round.snapshot_path = held.hash, str(held.path)
        self.round.state, self.round.lock_number = RoundState.LOCKED, self.round.lock_number + 1
        self.round.locked_at = timezone.now()
        for name, value in locked.items():
            setattr(self.round, name, value)
        self.round.save()
        return str(held.hash)

    def sign(self) -> None:
        draft_round(self.actor("inspector"), self.round.pk)
        self.round.refresh_from_db()
        sign_round(self.actor("inspector"), self.round.pk, snapshot=self.round.snapshot, signatory=SIGNATORY)

    def publish(self, reason: str = "") -> Record:
        """The record of the one county that reported."""
        self.sign()
        return publish_round(self.actor("publisher"), self.round.pk, signatory=SIGNATORY, reason=reason)[0]


@pytest.fixture(autouse=True)
def _equal_facts_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nearly every test here publishes the same six schools; the verdict on them is worked out for the first."""
    for name in ("judge", "compare_2012"):
        monkeypatch.setattr(junheng.balance, name, partial(_once, getattr(junheng.balance, name)))


_JUDGED: dict[object, tuple[object, Any]] = {}


def _once(judging: Callable[..., Any], facts: Facts, standard: Standard, *, snapshot: str = "", **rest: Any) -> Any:
    """What was answered of this snapshot before; facts without one are judged each time."""
    key = (judging, snapshot, id(standard), *(one if one is None else one.write_json() for one in rest.values()))
    if not snapshot:
        return judging(facts, standard, **rest)
    if key not in _JUDGED:
        _JUDGED[key] = (standard, judging(facts, standard, snapshot=snapshot, **rest))
    return _JUDGED[key][1]


@pytest.fixture
def city(staff: People, tmp_path: Path) -> City:
    def locked() -> Round:
        now = timezone.now()
        held = Round.objects.create(year=2025, opens=now, deadline=now, synthetic=True)
        City(staff, held, tmp_path).lock()
        return held

    return City(staff, once("city of verdicts", locked), tmp_path)


@pytest.fixture
def record(city: City) -> Record:
    return _published_once("record", city)


@pytest.fixture
def chain(city: City, record: Record) -> tuple[Record, Record]:
    """A verdict and the one that superseded it after a correction."""
    second = _published_once("second record", city, 2500, "体育场地面积更正")
    return Record.objects.everything("a test").get(pk=record.pk), second


def _published_once(name: str, city: City, pupils: int = 0, reason: str = "") -> Record:
    def publish() -> Record:
        if pupils:
            city.lock(pupils)
        return city.publish(reason)

    record = once(name, publish)
    city.round.refresh_from_db()
    return record


@pytest.fixture
def second_inspector(staff: People) -> Actor:
    """An inspector who signed nothing."""
    user = User.objects.create_user("second_inspector", PASSWORD, name="second")
    Appointment.objects.create(user=user, role="inspector", organisation=staff.places[CITY], extent="below")
    return actor_for(user.pk, user.username)


@pytest.fixture
def appeal(city: City, record: Record) -> Appeal:
    return file_appeal(city.actor("county_reviewer"), record, reason="体育场地面积少算一个操场")


@pytest.fixture
def two_years(staff: People) -> list[Edition]:
    """Two published years of two counties, with records made by the program."""
    return once("two years", _two_years)


def _two_years() -> list[Edition]:
    editions = []
    for year, short in ((2024, 2), (2025, 1)):
        low = [factories.school(f"214100001{at}", year=year, passes=False) for at in range(short)]
        first = factories.county("410105", [factories.school(year=year), *low], year)
        second = factories.county("410122", [factories.school("2141000009", year=year)], year)
        edition = publish_edition(
            factories.city([first, second], year), snapshot_path="/nowhere", synthetic=True, geometry={}
        )
        record_edition(SYSTEM, edition, signatory=SIGNATORY)
        editions.append(edition)
    return editions
