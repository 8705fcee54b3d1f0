"""A planning base under the engine's hands: its tables as the engine names them, ways measured once in a process."""

from dataclasses import fields
from functools import lru_cache

from junheng.policy.text import Text
from junheng.seats.plan import Base, Choices, Tables
from junheng.seats.plan.people import People, people
from junheng.seats.plan.tables import only
from junheng.seats.plan.ways import Ways, ways
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.workbench.bases import costs_of, tables_of
from junheng.web.workbench.models import PlanningBase

KEPT = 8
"""Counties kept measured in a process."""


def planning(base: PlanningBase, county: str = "") -> Base:
    """The tables of a base, of one county when asked."""
    return _planning(base.digest, base.pk, county)


@lru_cache(maxsize=KEPT)
def _planning(_digest: str, base_id: int, county: str) -> Base:
    base = PlanningBase.objects.get(pk=base_id)
    held = tables_of(base)
    names = [one.name for one in fields(Tables) if one.name != "costs"]
    whole = Tables(**{name: held[name] for name in names}, costs=costs_of(base))
    return only(whole, (county,)) if county else whole


def ways_of(base: PlanningBase, county: str) -> Ways:
    """The ways inside a county; measured once in a process."""
    return _ways(base.digest, base.pk, county)


@lru_cache(maxsize=KEPT)
def _ways(_digest: str, base_id: int, county: str) -> Ways:
    return ways(planning(PlanningBase.objects.get(pk=base_id), county))


def children_of(base: PlanningBase, county: str, choices: Choices) -> People:
    """The children of every year under a scenario; counted once in a process."""
    asked = (choices.births_percent, choices.children_per_dwelling, choices.deliveries_percent)
    return _children(base.digest, base.pk, county, choices.years[-1], asked)


@lru_cache(maxsize=4 * KEPT)
def _children(_digest: str, base_id: int, county: str, until: int, asked: tuple[float, float | None, float]) -> People:
    births, each, delivered = asked
    choices = Choices(years=(until,), births_percent=births, children_per_dwelling=each, deliveries_percent=delivered)
    return people(planning(PlanningBase.objects.get(pk=base_id), county), choices)


def covers(base: PlanningBase, county: str) -> bool:
    """Whether the base has areas of a county."""
    return county in set(tables_of(base)["areas"]["county_code"].unique())


def county_names() -> dict[str, str]:
    """County code -> its name, of the counties of the site."""
    rows = Organisation.objects.everything("names are public").filter(kind=Kind.COUNTY)
    return dict(rows.values_list("code", "name"))


def note_of(base: PlanningBase) -> Text | None:
    """What the base says of itself."""
    return Text(base.note["zh"], base.note["en"]) if base.note else None
