"""The unit costs and ways a study is answered with: those in force today, and what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from junheng.web.accounts.models import Organisation
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.levers import PRICED, digest_of, kept, levers_in_force, reached_by
from junheng.web.workbench.remedy.prices import Slot, in_force, missing, stored


@dataclass(frozen=True, slots=True)
class Terms:
    """What a place's studies are answered with, as they keep it, and the prices nobody has given."""

    prices: Mapping[str, Any]
    lacking: tuple[Slot, ...]


def ways_at(place: Organisation) -> list[Lever]:
    """The ways in force today in a place."""
    return levers_in_force(queries.levers_of(place), timezone.localdate())


def lacking_at(place: Organisation, standard: str, *, moving: bool) -> list[Slot]:
    """What has no price today, with the ways that are in force."""
    held = in_force(queries.price_lists(place), timezone.localdate())
    return missing(held, standard, moving=moving, reached=reached_by(ways_at(place)))


def terms_of(place: Organisation, standard: str, *, moving: bool, ways: bool) -> Terms:
    """The terms of today.

    Args:
        place: the city or a county.
        standard: its indicators are priced.
        moving: whether teachers may move.
        ways: whether other ways than adding are used.
    """
    held = in_force(queries.price_lists(place), timezone.localdate())
    rows = ways_at(place) if ways else []
    prices = {**stored(held, moving=moving), **kept(rows)}
    for one in (row for row in rows if row.means in PRICED):
        word, said = f"{one.means}_{one.name}", one.said
        prices["low"][word], prices["high"][word] = (said.get(end, said.get("yuan")) for end in ("low", "high"))
        prices["sources"][word] = said["source"]
    prices["synthetic"] = prices["synthetic"] or any(one.synthetic for one in rows)
    lacking = missing(held, standard, moving=moving, reached=reached_by(rows))
    return Terms({**prices, "digest": digest_of(prices)}, tuple(lacking))
