"""A county of which three things keep it from passing: teachers of a primary school, ground and equipment of a
nine-year one; its year as published, and unit costs."""

from functools import cache
from pathlib import Path
from typing import Any

from junheng.balance import judge
from junheng.facts import Facts, Receipt, SourceFile, freeze
from junheng.policy import load_standard
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.models import Edition
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.solving import solved
from tests.balance.city import COUNTY, NINE, PRIMARY, YEAR, facts_of, row_of, sound

LAW = load_standard("jiaodu-2017-6")
PRICES = {"L1": 120_000, "L2": 20_000, "L3": 120_000, "L4": 3500, "L5": 450, "L6": 1, "L7": 35_000}
MOVES = {"L1": 18_000, "L2": 18_000, "L3": 18_000}
FULL = {
    "valid_from": "2020-01-01",
    **{f"add_{id_}": str(yuan) for id_, yuan in PRICES.items()},
    **{f"move_{id_}": str(yuan) for id_, yuan in MOVES.items()},
    **{f"{verb}_{id_}_source": "合成" for verb, held in (("add", PRICES), ("move", MOVES)) for id_ in held},
    "add_L6_low": "0.5",
    "add_L6_high": "3",
}
"""A form of all prices."""
LOW = {**{f"add_{id_}": yuan for id_, yuan in PRICES.items()}, **{f"move_{id_}": yuan for id_, yuan in MOVES.items()}}
PRICED = {
    "add": PRICES,
    "move": MOVES,
    "low": {**LOW, "add_L6": 0.5},
    "high": {**LOW, "add_L6": 3.0},
    "synthetic": False,
}
"""The same as a study keeps them."""
ASKED = {"limits": {}, "moving": True, "seconds": 5.0}


def spoiled() -> Facts:
    tables = sound()
    row_of(tables, "rooms", NINE)["sports_ground_area"] *= 0.6
    row_of(tables, "money", NINE)["equipment_value_yuan"] *= 0.6
    row_of(tables, "teachers", PRIMARY)["degree_bachelor"] -= 20
    return facts_of(tables)


@cache
def the_year() -> Opened:
    return Opened(spoiled(), "0" * 64, None, LAW)


@cache
def answered() -> list[dict[str, Any]]:
    """The answer of the engine, asked once."""
    return solved(the_year(), ASKED, {COUNTY: PRICED}, lambda _county, _done, _of: None)


def published(root: Path, facts: Facts | None = None) -> Edition:
    """The year as a published edition with its snapshot below ``root``."""
    receipt = Receipt((SourceFile("tiny.xlsx", "0" * 64, 1, "jiaoji"),), {}, 0, ())
    held = freeze(facts or spoiled(), receipt, root)
    publish_city([judge(held.facts, LAW, snapshot=held.hash)], snapshots={YEAR: held.path}, synthetic=True)
    return Edition.objects.get(year=YEAR)
