"""A drawing that anybody can replay: commit first, reveal later, rank by hash.

Who draws first publishes a *commitment*, the SHA-256 of a secret seed and of the list that is drawn from; later the
seed itself. The order is fixed by the seed alone, so neither the list nor the seed can be changed in between. A
``public`` word, unknown to everybody when the commitment is made (dice thrown before witnesses, a state lottery's
numbers of an agreed day), keeps even whoever made the seed from having tried many.

The draw of a stratum follows the official order (standards F14): rank by random, close the ring, random direction,
random start, take the quota. No function keeps state or depends on the order of what it is given.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FORMAT = "junheng-draw-1"


@dataclass(frozen=True, slots=True)
class Unit:
    """What may be drawn: a code that is unique in the list, its name, the stratum whose quota it falls under, and the
    code of the managing body it belongs to."""

    code: str
    name: str
    stratum: str
    county: str = ""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who may be sent: a code, and the codes of schools and managing bodies they must keep away from."""

    code: str
    avoids: tuple[str, ...] = ()


class DrawFault(ValueError):  # noqa: N818 - what is wrong with the list
    """A list that cannot be drawn from; ``code`` says why, ``what`` names the culprit."""

    def __init__(self, code: str, what: str) -> None:
        self.code, self.what = code, what
        super().__init__(f"{code}: {what}")


@dataclass(frozen=True, slots=True)
class Plan:
    """The list, the visitors, how many of each stratum, and how many visitors a school gets."""

    units: tuple[Unit, ...]
    visitors: tuple[Visitor, ...]
    quotas: Mapping[str, int]
    team: int = 1


def checked(plan: Plan) -> Plan:
    """The plan itself.

    Raises:
        DrawFault: a code twice, a quota of a stratum that is not there, negative or above the stratum, nothing to draw.
    """
    for codes in ([one.code for one in plan.units], [one.code for one in plan.visitors]):
        twice = sorted({one for one in codes if codes.count(one) > 1})
        if twice:
            raise DrawFault("twice", ", ".join(twice))
    held = strata(plan.units)
    for stratum, quota in plan.quotas.items():
        if not 0 <= quota <= len(held.get(stratum, ())):
            raise DrawFault("quota", stratum)
    if not sum(plan.quotas.values()):
        raise DrawFault("nothing", "")
    if plan.visitors and not 1 <= plan.team <= len(plan.visitors):
        raise DrawFault("team", str(plan.team))
    return plan


def strata(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """The units of each stratum, both in the order of their codes."""
    held: dict[str, list[Unit]] = {}
    for one in sorted(units, key=lambda unit: (unit.stratum, unit.code)):
        held.setdefault(one.stratum, []).append(one)
    return held


def list_of(plan: Plan) -> dict[str, Any]:
    """The plan as it is published and hashed: everything in the order of codes."""
    return {
        "format": FORMAT,
        "units": [
            [one.code, one.name, one.stratum, one.county] for one in sorted(plan.units, key=lambda unit: unit.code)
        ],
        "visitors": [[one.code, sorted(one.avoids)] for one in sorted(plan.visitors, key=lambda unit: unit.code)],
        "quotas": dict(sorted(plan.quotas.items())),
        "team": plan.team,
    }


def plan_of(listed: Mapping[str, Any]) -> Plan:
    """The plan that ``list_of`` wrote."""
    return Plan(
        tuple(Unit(*one) for one in listed["units"]),
        tuple(Visitor(code, tuple(avoids)) for code, avoids in listed["visitors"]),
        dict(listed["quotas"]),
        listed["team"],
    )


def list_hash(listed: Mapping[str, Any]) -> str:
    """SHA-256 of the list as JSON with sorted keys, no spaces, UTF-8."""
    text = json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return digest(text)


def commitment(seed: str, hashed: str) -> str:
    """What is published first: SHA-256 of ``seed|list hash``."""
    return digest(f"{seed}|{hashed}")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def key_of(seed: str, public: str) -> str:
    """What every rank is taken with: the seed, and the public word when there is one."""
    return f"{seed}|{public}" if public else seed


def ring(codes: Iterable[str], key: str, stratum: str) -> list[str]:
    """All codes of a stratum in the order in which they are taken (F14).

    Rank by SHA-256 of ``key|code`` and close the ring; go backwards when SHA-256 of ``key|direction|stratum`` is odd;
    start at SHA-256 of ``key|start|stratum`` modulo the number of codes.
    """
    ranked = sorted(codes, key=lambda code: digest(f"{key}|{code}"))
    if not ranked:
        return []
    if int(digest(f"{key}|direction|{stratum}"), 16) % 2:
        ranked.reverse()
    start = int(digest(f"{key}|start|{stratum}"), 16) % len(ranked)
    return ranked[start:] + ranked[:start]


def draw(plan: Plan, key: str) -> list[str]:
    """The codes drawn, stratum after stratum, each in the order in which it was taken."""
    held = strata(plan.units)
    return [
        code
        for stratum in sorted(held)
        for code in ring((one.code for one in held[stratum]), key, stratum)[: plan.quotas.get(stratum, 0)]
    ]


def send(plan: Plan, drawn: Sequence[str], key: str) -> dict[str, list[str]]:
    """Who visits each drawn school: of those without a conflict, who has the fewest visits so far, then by rank.

    The rank is SHA-256 of ``key|school|visitor``. A school whom nobody else may visit gets fewer than ``team``.
    """
    places = {one.code: one for one in plan.units}
    visits = dict.fromkeys((one.code for one in plan.visitors), 0)
    sent: dict[str, list[str]] = {}
    for school in drawn:
        near = {school, places[school].county}
        free = [one.code for one in plan.visitors if not near & set(one.avoids)]
        free.sort(key=lambda code: (visits[code], digest(f"{key}|{school}|{code}")))
        sent[school] = free[: plan.team]
        for code in sent[school]:
            visits[code] += 1
    return sent
