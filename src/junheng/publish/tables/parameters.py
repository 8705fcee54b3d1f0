"""The numbers of the law behind a verdict."""

from collections.abc import Sequence

from junheng.balance.model import CityVerdict
from junheng.policy.parameters import Confidence, Parameter, Value
from junheng.policy.text import Text
from junheng.policy.years import statistics_day
from junheng.publish.display import NO, YES
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import about, source

CONFIDENCE_TITLES = {
    Confidence.SOURCED: Text("有出处", "Sourced"),
    Confidence.HIGH: Text("待核（把握较大）", "To be checked (likely)"),
    Confidence.MEDIUM: Text("待核（把握一般）", "To be checked (plausible)"),
    Confidence.LOW: Text("待核（把握较小）", "To be checked (doubtful)"),
    Confidence.UNKNOWN: Text("未查到", "Not found"),
    Confidence.USER: Text("用户填写", "Set by the user"),
}


def parameters(city: CityVerdict, notes: Sequence[Text] = ()) -> Table:
    """One row per parameter of the standard: its value on the statistics day, since when, by what, how sure."""
    return Table(
        id="parameters",
        title=Text("评估参数及依据", "Parameters and their sources"),
        columns=(
            Column("parameter", Text("参数", "Parameter"), "code"),
            Column("title", Text("名称", "Title")),
            Column("value", Text("取值", "Value")),
            Column("unit", Text("单位", "Unit")),
            Column("since", Text("起始日期", "Since")),
            Column("cite", Text("依据", "Article")),
            Column("confidence", Text("可信程度", "Confidence")),
        ),
        rows=tuple(_row(city, one) for one in city.standard.parameters.values()),
        notes=tuple(notes),
        source=source(city),
        about=about(city, "city"),
    )


def _row(city: CityVerdict, parameter: Parameter) -> tuple[object, ...]:
    dated = parameter.on(statistics_day(city.year))
    value = dated.value if dated else None
    return (
        parameter.id,
        parameter.title,
        _words(value),
        parameter.unit,
        dated.since.isoformat() if dated else None,
        parameter.cite,
        CONFIDENCE_TITLES[parameter.confidence],
    )


def _words(value: Value) -> Text | None:
    if isinstance(value, bool):
        return YES if value else NO
    return None if value is None else Text(str(value), str(value))
