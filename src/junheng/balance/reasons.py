"""Why a school passes, fails or is not judged, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from junheng.balance.bounds import Bounds
from junheng.balance.tolerance import holds
from junheng.policy.standard import Indicator, Standard
from junheng.policy.text import Text

EMPTY: Mapping[str, Text] = MappingProxyType({})


def number(value: float) -> str:
    """A number as people read it, with up to six significant decimals and no rounding of what decides."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def school_reasons(
    standard: Standard,
    values: Mapping[str, float | None],
    met: Mapping[str, bool | None],
    bounds: Mapping[str, Bounds],
    *,
    passes: bool | None,
    missing: Mapping[str, Text] = EMPTY,
) -> tuple[Text, ...]:
    """What is missing, which thresholds are not reached and by how much, and how many are met when that fails.

    ``missing`` says, where it is known, why an indicator has no value.
    """
    reasons = []
    for one in standard.indicators:
        held = bounds[one.id]
        if values[one.id] is None:
            reasons.append(missing.get(one.id) or _missing(one))
        elif held.tested and held.threshold is None:
            reasons.append(_unknown(one))
        elif met[one.id] is False:
            reasons.append(_short(one, values[one.id], held))
    counted = sum(value is True for value in met.values())
    if passes is False and standard.school_rule is not None:
        reasons.append(Text(f"{len(met)}项指标中{counted}项达标", f"{counted} of {len(met)} indicators are met"))
    return tuple(reasons)


def _missing(indicator: Indicator) -> Text:
    return Text(
        f"{indicator.title.zh}：数据未上报或不可计算，未评定",
        f"{indicator.title.en}: not reported or not computable, not judged",
    )


def _unknown(indicator: Indicator) -> Text:
    return Text(
        f"{indicator.title.zh}：标准值未知，未评定", f"{indicator.title.en}: the threshold is not known, not judged"
    )


def _short(indicator: Indicator, value: float | None, held: Bounds) -> Text:
    if value is None or held.threshold is None:
        raise ValueError(f"{indicator.id} has no value to be short of")
    higher = indicator.better == "higher"
    zh = (
        f"{indicator.title.zh}{number(value)}{indicator.unit}，{'低' if higher else '高'}于要求{number(held.threshold)}"
    )
    en = f"{indicator.title.en} is {number(value)}, {'below' if higher else 'above'} {number(held.threshold)}"
    if held.floor is None:
        return Text(zh, en)
    reached = holds(value, "at_least" if higher else "at_most", held.floor)
    return Text(
        f"{zh}，{'达到' if reached else '未达到'}余项底线{number(held.floor)}",
        f"{en}, {'meets' if reached else 'misses'} the floor {number(held.floor)} for the remaining indicator",
    )
