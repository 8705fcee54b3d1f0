"""What may be drawn, who may be sent, what the public gets."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.http import Http404
from django.utils import timezone

from junheng.facts import Facts, Receipt, freeze
from junheng.policy.draw import commitment, list_hash
from junheng.web.accounts.models import Appointment
from junheng.web.evidence.actions.commit_draw import commit_draw
from junheng.web.evidence.actions.reveal_draw import reveal_draw
from junheng.web.evidence.models import Draw
from junheng.web.evidence.queries import draws
from junheng.web.reporting.models import Round
from tests.web import tiny
from tests.web.evidence.draws_made import planned
from tests.web.people import COUNTY, OTHER_SCHOOL, SCHOOLS, People


def test_the_units_are_the_schools_in_reach(staff: People) -> None:
    held = draws.units(staff.actor("inspector"), 2025)
    assert [one.code for one in held] == [*SCHOOLS, OTHER_SCHOOL]
    assert draws.sizes(held) == {"410105|unknown": 3, "410122|unknown": 1}
    assert draws.units(staff.actor("county_reviewer"), 2025) == []


def test_the_zone_comes_from_the_locked_snapshot(staff: People, tmp_path: Path) -> None:
    held = tiny.facts()
    schools = held["schools"].with_columns(
        urban_rural=held["schools"]["school_code"].replace_strict({SCHOOLS[0]: "111", SCHOOLS[1]: "220"}, default=None)
    )
    snapshot = freeze(Facts.of(2025, {**held.tables, "schools": schools}), Receipt((), {}, 0, ()), tmp_path)
    now = timezone.now()
    Round.objects.create(year=2025, opens=now, deadline=now + timedelta(days=1), snapshot_path=str(snapshot.path))
    strata = {one.code: one.stratum for one in draws.units(staff.actor("inspector"), 2025)}
    assert [strata[code] for code in SCHOOLS] == [f"{COUNTY}|urban", f"{COUNTY}|rural", f"{COUNTY}|unknown"]


def test_inspectors_keep_away_from_their_other_offices(staff: People) -> None:
    user = staff.users["inspector"]
    Appointment.objects.create(user=user, role="school_reporter", organisation=staff.places[SCHOOLS[0]], extent="own")
    assert [(one.code, one.name, one.avoids) for one in draws.visitors(staff.actor("inspector"))] == [
        ("D01", "inspector", (SCHOOLS[0],))
    ]


def test_the_seed_is_nowhere_before_the_reveal(staff: People) -> None:
    held = commit_draw(staff.actor("inspector"), planned(staff).pk, revision=1)
    said = str(draws.exported(held))
    assert held.secret not in said
    assert "seed" not in draws.exported(held)
    row = Draw.objects.everything("test").values().get()
    assert row["seed"] == ""
    assert not draws.kept(held)


def test_what_is_published_replays_by_hand(staff: People) -> None:
    inspector = staff.actor("inspector")
    held = commit_draw(inspector, planned(staff).pk, revision=1)
    said = draws.exported(reveal_draw(inspector, held.pk, revision=2))
    assert list_hash(said["list"]) == said["list_hash"]
    assert commitment(said["seed"], said["list_hash"]) == said["commitment"]
    assert draws.kept(Draw.objects.everything("test").get())
    assert len(said["schools"]) == 3
    assert OTHER_SCHOOL in said["schools"]
    assert "D01" not in said["visitors"][OTHER_SCHOOL]
    assert "inspector" not in str(said)


def test_a_plan_is_not_public(staff: People) -> None:
    held = planned(staff)
    with pytest.raises(Http404):
        draws.published_draw(held.pk)
    with pytest.raises(Http404):
        draws.draw_of(staff.actor("county_reviewer"), held.pk)
    assert draws.stratum_name(f"{COUNTY}|rural", {COUNTY: "金水区"}).zh == "金水区 · 乡村"
