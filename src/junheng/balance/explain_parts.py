"""Pieces that explanation trees are built from: thresholds with their source, formulas, margins."""

from collections.abc import Callable
from dataclasses import dataclass

from junheng.balance.contributions import Weighing
from junheng.balance.model import Explanation, Threshold, state_of
from junheng.balance.reasons import number
from junheng.policy.parameters import Rules
from junheng.policy.standard import Indicator, Linear
from junheng.policy.text import Text

Leaf = Callable[[str], tuple[Explanation, ...]]
"""School code -> what stands under the school in a tree."""

MEAN = Text("X̄ = k·Σa/Σn", "X̄ = k·Σa/Σn")
DEVIATION = Text(
    "S = √Σ(nᵢ/N)(xᵢ−X̄)²（按学生数加权，总体标准差）",
    "S = √Σ(nᵢ/N)(xᵢ−X̄)² (weighted by pupils, population form)",
)
DISPERSION = Text("CV = S/X̄", "CV = S/X̄")
SHARE = Text("(nᵢ/N)(xᵢ−X̄)²/S²，各校之和为1", "(nᵢ/N)(xᵢ−X̄)²/S², summing to 1 over the schools")


def threshold(rules: Rules, parameter: str | None) -> Threshold | None:
    """A parameter as it stands, with its date, sentence and confidence."""
    if parameter is None:
        return None
    held = rules.parameters[parameter]
    return Threshold(
        parameter, held.title, rules.number(parameter), held.unit, rules.since(parameter), held.cite, held.confidence
    )


def margin(value: float | None, bound: float | None, *, higher: bool) -> float | None:
    """How far the value is on the good side of its bound."""
    if value is None or bound is None:
        return None
    return value - bound if higher else bound - value


def words(terms: Linear, name: Callable[[str], Text]) -> Text:
    """A linear sum in words: 教学及辅助用房面积 − 室内体育用房面积."""
    return Text(_joined(terms, lambda one: name(one).zh), _joined(terms, lambda one: name(one).en))


def _joined(terms: Linear, name: Callable[[str], str]) -> str:
    parts = []
    for column, factor in terms.items():
        sign = "−" if factor < 0 else "+"
        size = "" if abs(factor) == 1 else f"{number(abs(factor))}×"
        parts.append(f" {sign} {size}{name(column)}")
    return "".join(parts).removeprefix(" + ").strip() or "1"


def value_formula(indicator: Indicator, name: Callable[[str], Text]) -> Text:
    """``100 × (教师数) ÷ 在校学生数`` for one indicator."""
    above, below = words(indicator.numerator, name), words(indicator.denominator, name)
    scale = "" if indicator.per == 1 else f"{number(indicator.per)} × "
    return Text(f"{scale}（{above.zh}）÷（{below.zh}）", f"{scale}({above.en}) ÷ ({below.en})")


@dataclass(frozen=True, slots=True)
class Spread:
    """A dispersion and what it was computed from."""

    mean: float | None
    sd: float | None
    dispersion: float | None
    met: bool | None
    schools: tuple[Weighing, ...]
    notes: tuple[Text, ...] = ()


def dispersion_tree(indicator: Indicator, limit: Threshold | None, cite: str, found: Spread, leaf: Leaf) -> Explanation:
    """The tree of a dispersion: mean, standard deviation, then the schools, the one that weighs most first."""
    average = Explanation(Text("全县平均值 X̄", "County mean X̄"), found.mean, indicator.unit, formula=MEAN)
    return Explanation(
        title=Text(f"{indicator.title.zh} 差异系数", f"Dispersion of {indicator.title.en}"),
        value=found.dispersion,
        unit="",
        state=state_of(found.met),
        formula=DISPERSION,
        cite=cite,
        threshold=limit,
        margin=margin(found.dispersion, limit.value if limit else None, higher=False),
        children=(
            average,
            Explanation(Text("标准差 S", "Standard deviation S"), found.sd, indicator.unit, formula=DEVIATION),
            *(_school(one, indicator, found.mean, leaf) for one in found.schools),
        ),
        notes=found.notes,
    )


def _school(one: Weighing, indicator: Indicator, mean: float | None, leaf: Leaf) -> Explanation:
    side = Text("", "") if mean is None else _side(one.value, mean)
    note = Text(
        f"该校值{number(one.value)}{indicator.unit}，权重{number(one.weight)}{side.zh}",
        f"value {number(one.value)}, weight {number(one.weight)}{side.en}",
    )
    name = one.name or one.code
    return Explanation(
        Text(name, name), one.share, "1", formula=SHARE, children=leaf(one.code), notes=(note,), school=one.code
    )


def _side(value: float, mean: float) -> Text:
    if value == mean:
        return Text("，等于平均值", ", at the mean")
    return Text("，高于平均值", ", above the mean") if value > mean else Text("，低于平均值", ", below the mean")
