"""One column of the unit table as a tree: the reported facts, and the share in which a school's sections have them."""

from typing import Any

from junheng.balance.columns import title_of
from junheng.balance.model import Explanation, FactRef
from junheng.balance.reasons import number
from junheng.balance.references import References, reference
from junheng.balance.relief import relief_column
from junheng.balance.staffing import parts_of
from junheng.balance.units import AMOUNTS
from junheng.facts.codes import code_list
from junheng.policy.parameters import Rules
from junheng.policy.standard import SpecialCase, Standard
from junheng.policy.text import Text

Unit = dict[str, Any]

SUM = Text("各项之和", "sum of the parts")
SHARED = Text("全校数 × 拆分份额", "the school's number × the section's share")
BY_CAMPUS = Text(
    "按校区归入学段，混合校区按权重拆分", "by campus; a campus of several sections is shared out by weights"
)
SHARE = Text("w·n ÷ Σ w·n", "w·n ÷ Σ w·n")


def column_tree(column: str, unit: Unit, references: References, standard: Standard, rules: Rules) -> Explanation:
    """The tree of one column for one row of the unit table."""
    case = next((one for one in standard.special_cases if relief_column(one) == column), None)
    if case is not None:
        return _relief(case, unit, references)
    shared = column in AMOUNTS and unit["sections"] != unit["section"]
    if shared:
        return _shared(column, unit, references, standard, rules)
    facts = references.of_column(unit["school_code"], unit["section"], column)
    several = len(parts_of(column, unit["section"])) > 1 or len(facts) > 1
    return Explanation(
        title_of(column), unit[column], _unit(facts), formula=SUM if several else None, facts=tuple(facts)
    )


def _shared(column: str, unit: Unit, references: References, standard: Standard, rules: Rules) -> Explanation:
    facts = references.of_column(unit["school_code"], unit["section"], column)
    if f"{column}_campus" in unit and unit[f"{column}_campus"] is not None:
        campuses = references.of_campuses(unit["school_code"], column)
        pupils = [
            one
            for section in code_list("sections").codes
            for one in references.of_campuses(unit["school_code"], f"pupils_{section}")
        ]
        return Explanation(
            title_of(column), unit[column], _unit(facts), formula=BY_CAMPUS, facts=(*facts, *campuses, *pupils)
        )
    return Explanation(
        title_of(column),
        unit[column],
        _unit(facts),
        formula=SHARED,
        facts=tuple(facts),
        children=(_share(unit, references, standard, rules),),
    )


def _share(unit: Unit, references: References, standard: Standard, rules: Rules) -> Explanation:
    parameters = standard.split.get(unit["sections"], {})
    weights = [
        Text(
            f"{rules.parameters[name].title.zh} {_shown(rules, name)}",
            f"{rules.parameters[name].title.en} {_shown(rules, name)}",
        )
        for name in parameters.values()
    ]
    cites = sorted({rules.parameters[name].cite for name in parameters.values()})
    return Explanation(
        Text("学段份额", "share of the section"),
        unit["share"],
        "",
        formula=SHARE,
        cite="；".join(cites) or None,
        facts=tuple(references.of_pupils(unit["school_code"])),
        notes=tuple(weights),
    )


def _shown(rules: Rules, parameter: str) -> str:
    value = rules.number(parameter)
    return "—" if value is None else number(value)


def _relief(case: SpecialCase, unit: Unit, references: References) -> Explanation:
    school, section = unit["school_code"], unit["section"]
    added = [one for column in case.adds for one in references.of_column(school, section, column)]
    flag = reference("schools", school, "", case.flag, unit[case.flag])
    return Explanation(case.title, unit[relief_column(case)], _unit(added), cite=case.cite, facts=(*added, flag))


def _unit(facts: list[FactRef]) -> str:
    return next((one.unit for one in facts if one.unit), "")
