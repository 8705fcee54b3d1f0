"""Drawings of schools to visit, for the people who draw, the schools' inspectors, and the public."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from junheng.facts.codes import code_list
from junheng.policy.draw import Unit, commitment, draw, key_of, plan_of, send
from junheng.policy.text import Text
from junheng.web.accounts.models import Appointment, Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.models import Draw, DrawState, Visit
from junheng.web.reporting.models import Round

DRAWS = "visits.draw"
UNKNOWN = "unknown"
ZONES: Mapping[str, Text] = {
    "urban": Text("城区", "urban"),
    "town": Text("镇区", "town"),
    "rural": Text("乡村", "rural"),
    UNKNOWN: Text("城乡未知", "zone unknown"),
}


def draws(actor: Actor) -> QuerySet[Draw]:
    return Draw.objects.seen_by(actor, DRAWS).select_related("organisation")


def draw_of(actor: Actor, pk: int) -> Draw:
    """A drawing in reach; 404 otherwise."""
    found = draws(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def published() -> QuerySet[Draw]:
    """The drawings whose commitment is public."""
    return Draw.objects.everything("a commitment is published the moment it is made").exclude(state=DrawState.PLANNED)


def published_draw(pk: int) -> Draw:
    found = published().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def units(actor: Actor, year: int) -> list[Unit]:
    """The schools in reach that may be drawn, by county and zone; the zone as reported in the year's snapshot."""
    seen = Organisation.objects.seen_by(actor, DRAWS).filter(kind=Kind.SCHOOL, active=True)
    zones = zones_of(year)
    return [
        Unit(one.code, one.name, f"{one.parent.code}|{zones.get(one.code, UNKNOWN)}", one.parent.code)
        for one in seen.select_related("parent")
        if one.parent is not None
    ]


def zones_of(year: int) -> dict[str, str]:
    """School code → urban, town or rural, from the locked snapshot of the year or the latest before it."""
    from junheng.facts import open_snapshot

    locked = Round.objects.filter(year__lte=year).exclude(snapshot_path="").first()
    if locked is None:
        return {}
    attributes = code_list("urban_rural").attributes
    rows = open_snapshot(Path(locked.snapshot_path)).facts["schools"].select("school_code", "urban_rural").iter_rows()
    found = {code: attributes.get(kind or "", {}).get("zone") for code, kind in rows}
    return {code: str(zone) for code, zone in found.items() if zone}


def stratum_name(stratum: str, counties: Mapping[str, str]) -> Text:
    county, _bar, zone = stratum.partition("|")
    name, held = counties.get(county, county), ZONES[zone or UNKNOWN]
    return Text(f"{name} · {held.zh}", f"{name} · {held.en}")


def county_names(listed: Mapping[str, Any]) -> dict[str, str]:
    codes = {county for _code, _name, _stratum, county in listed["units"]}
    every = Organisation.objects.everything("the names of counties are public")
    return dict(every.filter(code__in=codes).values_list("code", "name"))


@dataclass(frozen=True, slots=True)
class Proposed:
    """An inspector who may be sent: a number, the account, the organisations to keep away from."""

    code: str
    name: str
    avoids: tuple[str, ...]


def visitors(actor: Actor) -> list[Proposed]:
    """The inspectors in reach, each keeping away from every organisation at which they hold another office."""
    today = timezone.localdate()
    reach = Organisation.objects.seen_by(actor, DRAWS)
    held = Appointment.objects.filter(since__lte=today, user__is_active=True).exclude(until__lt=today)
    inspectors = held.filter(role="inspector", organisation__in=reach).values_list("user_id", flat=True)
    found: dict[str, set[str]] = {}
    for one in held.filter(user_id__in=list(inspectors)).select_related("organisation", "user"):
        own = found.setdefault(one.user.username, set())
        if one.organisation.kind != Kind.CITY:
            own.add(one.organisation.code)
    return [
        Proposed(f"D{at:02d}", name, tuple(sorted(avoids)))
        for at, (name, avoids) in enumerate(sorted(found.items()), 1)
    ]


def visits(actor: Actor, held: Draw) -> QuerySet[Visit]:
    seen = Visit.objects.seen_by(actor, DRAWS).filter(draw=held)
    return seen.select_related("organisation", "recorded_by").prefetch_related("pictures")


def visit_of(actor: Actor, pk: int, code: str) -> Visit:
    """The visit to one drawn school; 404 when out of reach or not drawn."""
    found = visits(actor, draw_of(actor, pk)).select_related("draw").filter(organisation__code=code).first()
    if found is None:
        raise Http404
    return found


def exported(held: Draw) -> dict[str, Any]:
    """Everything that is needed to replay a drawing; the seed and the result only once it is revealed."""
    said: dict[str, Any] = {
        "id": held.pk,
        "year": held.year,
        "title": held.title,
        "list": held.listed,
        "list_hash": held.list_hash,
        "public_source": held.source,
        "commitment": held.commitment,
        "committed_at": held.committed_at.isoformat() if held.committed_at else None,
    }
    if held.state != DrawState.REVEALED:
        return said
    drawn = result(held)
    return {
        **said,
        "seed": held.seed,
        "public": held.public,
        "revealed_at": held.revealed_at.isoformat() if held.revealed_at else None,
        "schools": [code for code, _visitors in drawn],
        "visitors": dict(drawn),
    }


def result(held: Draw) -> list[tuple[str, list[str]]]:
    """The drawn schools with who visits them, computed afresh from what is public."""
    plan, key = plan_of(held.listed), key_of(held.seed, held.public)
    drawn = draw(plan, key)
    sent = send(plan, drawn, key)
    return [(code, sent[code]) for code in drawn]


def kept(held: Draw) -> bool:
    """Whether the revealed seed is the one that was committed to."""
    return held.state == DrawState.REVEALED and commitment(held.seed, held.list_hash) == held.commitment


def sizes(listed: Iterable[Unit]) -> dict[str, int]:
    """How many units each stratum has, in the order of the strata."""
    held: dict[str, int] = {}
    for one in sorted(listed, key=lambda unit: unit.stratum):
        held[one.stratum] = held.get(one.stratum, 0) + 1
    return held
