"""The quantity behind an indicator: which column is added to, in what steps, and whether the standard can be mended."""

from dataclasses import dataclass
from functools import cache

from junheng.balance.columns import title_of
from junheng.balance.inputs import InputError, InputFault
from junheng.facts.contracts import contracts
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy.standard import Indicator, Standard
from junheng.policy.text import Text

STEPS = {"元": 0.01, "㎡": 0.001}
"""The smallest amount of a divisible quantity by its unit: a fen, and a thousandth of a square metre."""
OTHER_STEP = 0.001
UNFIT = "no_remedy_for_standard"


TEACHERS, ROOMS = "人", "间"
"""Units that come in whole ones."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is added to raise an indicator.

    Attributes:
        indicator: its id.
        column: the column of the flat table that grows; no other indicator uses it.
        unit: of one of it, such as 人 or ㎡.
        whole: it comes in whole units only.
        step: the smallest amount.
    """

    indicator: str
    column: str
    unit: str
    whole: bool
    step: float

    @property
    def movable(self) -> bool:
        """Whether it can go to another school of the county: teachers can."""
        return self.unit == TEACHERS


def quantities(standard: Standard) -> tuple[Quantity, ...]:
    """One quantity per indicator, in the standard's order.

    Raises:
        InputError: with everything about the standard for which no plan can be worked out.
    """
    faults = [fault for one in standard.indicators for fault in _unfit(one, standard)]
    rule = standard.county_rule
    if standard.school_rule is None or rule.dispersion != "each":
        faults.append(
            _fault(standard, "学校或差异系数没有逐项的要求", "it sets no rule for schools, or none for each dispersion")
        )
    if rule.weighting != "weighted" or rule.form != "population":
        faults.append(
            _fault(standard, "差异系数不是按学生数加权的总体形式", "its dispersion is not the weighted population form")
        )
    if faults:
        raise InputError(faults)
    return tuple(_quantity(one, standard) for one in standard.indicators)


def _quantity(indicator: Indicator, standard: Standard) -> Quantity:
    column = own_column(indicator, standard)
    if column is None:
        raise KeyError(indicator.id)
    unit, whole = _units().get(column, ("", False))
    return Quantity(indicator.id, column, unit, whole, 1.0 if whole else STEPS.get(unit, OTHER_STEP))


def own_column(indicator: Indicator, standard: Standard) -> str | None:
    """The first column that counts once for this indicator and for no other."""
    elsewhere = {name for one in standard.indicators if one is not indicator for name in one.numerator}
    below = {name for one in standard.indicators for name in (*one.denominator, *((one.weight,) if one.weight else ()))}
    free = (name for name, factor in indicator.numerator.items() if factor == 1 and name not in elsewhere | below)
    return next(free, None)


@cache
def _units() -> dict[str, tuple[str, bool]]:
    """Column -> unit, and whether it is counted in whole ones."""
    found = {one.id: (one.unit or "", one.unit in {TEACHERS, ROOMS}) for one in UNIT_COLUMNS}
    for table in contracts().values():
        for field in table.measures:
            found.setdefault(field.id, (field.unit or "", field.type == "int"))
    return found


def _unfit(indicator: Indicator, standard: Standard) -> list[InputFault]:
    name = indicator.id
    faults = []
    if indicator.better != "higher":
        faults.append(
            _fault(standard, f"{name} 越小越好，增加不能改善", f"{name} is better when lower: adding mends nothing")
        )
    if own_column(indicator, standard) is None:
        faults.append(_fault(standard, f"{name} 没有只属于它的数量列", f"{name} has no column of its own"))
    if not indicator.denominator or (indicator.weight and dict(indicator.denominator) != {indicator.weight: 1}):
        faults.append(
            _fault(standard, f"{name} 的权重不是它的分母", f"{name} is not weighted by what it is divided by")
        )
    return faults


def _fault(standard: Standard, zh: str, en: str) -> InputFault:
    return InputFault(
        UNFIT,
        Text(f"标准 {standard.id}", f"standard {standard.id}"),
        Text(zh, en),
        Text(
            "达标方案只用于逐校、逐项按学生加权判定的标准",
            "plans are made for standards judged school by school and dispersion by dispersion, weighted by pupils",
        ),
        Text("请改用 jiaodu-2017-6 或同样形式的标准", "use jiaodu-2017-6 or a standard of the same form"),
    )


def unit_title(quantity: Quantity) -> Text:
    """What the column is called."""
    return title_of(quantity.column)
