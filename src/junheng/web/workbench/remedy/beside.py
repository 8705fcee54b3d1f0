"""Two studies side by side: what they cost, and which actions differ."""

from collections.abc import Mapping, Sequence
from typing import Any

from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.plan.columns import SECTION
from junheng.publish.table import Column, Table
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.lists import UNITS, WHOLE, Lists, done
from junheng.web.workbench.remedy.works import what

Key = tuple[str, ...]
WAN = 10_000


def differing(one: RemedyStudy, other: RemedyStudy) -> list[tuple[Mapping[str, Any], float, float]]:
    """The actions whose amounts differ, with the amount in each; counties only one of them asked about are left out."""
    counties = set(one.prices) & set(other.prices)
    first, second = _actions(one, counties), _actions(other, counties)
    found = []
    for key in sorted({*first, *second}):
        held = first.get(key) or second[key]
        amounts = [actions[key]["amount"] if key in actions else 0.0 for actions in (first, second)]
        if amounts[0] != amounts[1]:
            found.append((held, amounts[0], amounts[1]))
    return found


def _actions(study: RemedyStudy, counties: set[str]) -> dict[Key, Mapping[str, Any]]:
    """Additions and arrivals by school, section and indicator; who leaves stands with who takes."""
    return {
        (one["school_code"], one["section"], one["indicator"], *what(one), one.get("other_school", "")): one
        for county in study.result or ()
        if county["code"] in counties
        for one in county["works"]
        if one["action"] != "move_out"
    }


def difference_table(one: RemedyStudy, other: RemedyStudy, law: Standard) -> Table:
    """The actions that differ."""
    words = Lists([], law, {})
    columns = (
        Column("school", Text("学校", "School")),
        Column("code", Text("学校代码", "School code"), "code"),
        Column("section", Text("学段", "Section")),
        Column("indicator", Text("指标", "Indicator")),
        Column("action", Text("措施", "Action")),
        Column("first", Text("甲方案", "First plan"), "number", None, 2),
        Column("second", Text("乙方案", "Second plan"), "number", None, 2),
        Column("unit", Text("单位", "Unit")),
    )
    rows = [
        (
            held["school_name"],
            held["school_code"],
            SECTION[held["section"]] if held["section"] else WHOLE,
            words.titles[held["indicator"]],
            done(held),
            first,
            second,
            UNITS[words.units[held["indicator"]]],
        )
        for held, first, second in differing(one, other)
    ]
    return Table("difference", Text("不同的措施", "Actions that differ"), columns, tuple(rows))


def cost_table(studies: Sequence[RemedyStudy], names: Mapping[str, Text]) -> Table:
    """Cost and bound of both, county by county and section by section."""
    held = [
        {(county["code"], one["section"]): one for county in study.result or () for one in county["sections"]}
        for study in studies
    ]
    keys = [key for key in held[0] if key in held[1]]
    group = (Text("甲方案", "First plan"), Text("乙方案", "Second plan"))
    columns = (
        Column("county", Text("区县", "County")),
        Column("section", Text("学段", "Section")),
        *(
            Column(f"{name}_{at}", title, "number", "万元", 2, group[at])
            for at in (0, 1)
            for name, title in (("cost", Text("造价", "Cost")), ("bound", Text("下界", "Bound")))
        ),
        Column("more", Text("乙比甲多", "Second less first"), "number", "万元", 2),
    )
    rows = []
    for code, section in keys:
        costs = [one[code, section]["cost"] for one in held]
        pairs = [one[code, section][name] for one in held for name in ("cost", "bound")]
        more = None if None in costs else (costs[1] - costs[0]) / WAN
        rows.append((names[code], SECTION[section], *(None if yuan is None else yuan / WAN for yuan in pairs), more))
    return Table("costs", Text("造价比较", "Costs beside each other"), columns, tuple(rows))
