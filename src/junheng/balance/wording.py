"""What a county's verdict says in words: what fails, and what is missing."""

from collections.abc import Sequence

from junheng.balance.model import Failing, IndicatorResult, ItemResult, SchoolResult
from junheng.balance.reasons import number
from junheng.facts.codes import code_list
from junheng.policy.standard import Standard
from junheng.policy.text import Text


def county_reasons(
    standard: Standard,
    indicators: Sequence[IndicatorResult],
    schools: Sequence[SchoolResult],
    items: Sequence[ItemResult],
) -> tuple[Text, ...]:
    """Failing schools by section, dispersions above their limit, dispersions that cannot be computed, failing items."""
    found = []
    for section in standard.sections:
        failing = sum(one.passes is False for one in schools if one.section == section)
        open_ = sum(one.passes is None for one in schools if one.section == section)
        found += _schools(_section(section), failing, open_ if standard.school_rule else 0)
    found += [_dispersion(standard, one) for one in indicators if one.met is False]
    found += [_zero_mean(standard, one) for one in indicators if one.mean == 0 and one.missing == 0]
    found += [_item(one) for one in items if one.ok is False]
    return tuple(found)


def county_missing(
    lacking: Sequence[tuple[SchoolResult, Text]],
    items: Sequence[ItemResult],
    absent: Sequence[Failing],
    gone: Sequence[Text],
) -> tuple[Text, ...]:
    """Everything that was not reported or judged, and whose it is; ``lacking`` pairs a school with what it lacks."""
    by_school = [
        Text(f"{one.school_name}（{_section(one.section).zh}）：{reason.zh}", f"{one.school_name}: {reason.en}")
        for one, reason in lacking
    ]
    silent = [Text(f"{one.name}：{one.why.zh}", f"{one.name}: {one.why.en}") for one in absent]
    return (*silent, *gone, *by_school, *(missing for one in items for missing in one.missing))


def _section(section: str) -> Text:
    return code_list("sections").codes.get(section, Text(section, section))


def _schools(section: Text, failing: int, open_: int) -> list[Text]:
    found = []
    if failing:
        found.append(Text(f"{failing}所{section.zh}（部）未达标", f"{section.en}: {failing} schools do not pass"))
    if open_:
        found.append(Text(f"{open_}所{section.zh}（部）未评定", f"{section.en}: {open_} schools are not judged"))
    return found


def _dispersion(standard: Standard, one: IndicatorResult) -> Text:
    title, section = standard.indicator(one.indicator).title, _section(one.section)
    if one.dispersion is None or one.limit is None:
        raise ValueError(f"{one.indicator} fails without a dispersion")
    shown, limit = number(one.dispersion), number(one.limit)
    return Text(
        f"{section.zh}{title.zh}差异系数{shown}，高于{limit}",
        f"{section.en}: dispersion of {title.en} {shown}, above {limit}",
    )


def _zero_mean(standard: Standard, one: IndicatorResult) -> Text:
    title, section = standard.indicator(one.indicator).title, _section(one.section)
    return Text(
        f"{section.zh}{title.zh}平均值为0，差异系数不可计算",
        f"{section.en}: mean of {title.en} is zero, dispersion not computable",
    )


def _item(one: ItemResult) -> Text:
    return Text(f"{one.item.id} {one.item.title.zh}：未达标", f"{one.item.id} {one.item.title.en}: not met")
