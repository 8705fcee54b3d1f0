"""A county of which three things keep it from passing: teachers of a primary school, ground and equipment of a
nine-year one; its year as published, and unit costs."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from junheng.balance import judge
from junheng.facts import Facts, Receipt, SourceFile, freeze
from junheng.policy import load_standard
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.models import Edition
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy.lever_form import lever_in
from junheng.web.workbench.remedy.levers import kept
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


TRAINED = {
    "means": "train",
    "name": "L1",
    "valid_from": "2020-01-01",
    "yuan": "6000",
    "low": "5000",
    "high": "9000",
    "source": "合成",
    "lead": "2",
    "column": "without_degree",
}
"""A form of one way: teachers of a school reach the degree."""
HIRED = {
    "means": "hire",
    "name": "体育艺术教师",
    "valid_from": "2020-01-01",
    "yuan": "125000",
    "source": "合成",
    "counts_L1": "1",
    "counts_L3": "1",
}
POSTS = {"means": "posts", "valid_from": "2020-01-01", "source": "合成", "per_school": "3"}
SHELVED = {
    "means": "build",
    "name": "实验室",
    "valid_from": "2020-01-01",
    "yuan": "9000",
    "source": "合成",
    "counts_L4": "80",
    "counts_L6": "20000",
}
"""Some more of them."""


def lever(form: Mapping[str, str], **given: str) -> Lever:
    """The row a form makes, kept nowhere."""
    said = lever_in({**form, **given}, LAW.id)
    assert said.faults == ()
    assert said.valid_from is not None
    return Lever(means=said.means, name=said.name, valid_from=said.valid_from, said=said.said)


def with_ways(*rows: Lever, **prices: Any) -> dict[str, Any]:
    """Unit costs and ways as a study keeps them; nobody moves."""
    ends = {
        end: {f"{one.means}_{one.name}": one.said.get(end, one.said.get("yuan")) for one in rows}
        for end in ("low", "high")
    }
    plain: dict[str, Any] = dict(PRICED)
    merged = {end: {**plain[end], **held} for end, held in ends.items()}
    return {**plain, **kept(rows), **merged, "move": {}, **prices}


@cache
def short_of_teachers() -> Opened:
    """A year in which one primary school lacks degrees and subjects, and no school is planned whole."""
    tables = sound()
    row = row_of(tables, "teachers", PRIMARY)
    row["degree_bachelor"] -= 20
    row["pe_teachers"] = row["music_teachers"] = 0
    held = Opened(facts_of(tables), "0" * 64, None, LAW)
    vars(held)["shares"] = {}
    return held
