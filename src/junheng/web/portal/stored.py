"""A verdict as rows: what an edition keeps of its counties and schools."""

from typing import Any

from junheng.balance.compare import Comparison
from junheng.balance.model import CityVerdict, CountyVerdict, Failing, ItemResult, SchoolResult
from junheng.policy.standard import Standard
from junheng.publish.disclosure_marks import hidden
from junheng.web.portal.beside import other_standard
from junheng.web.portal.marks import Floor, marking, marks
from junheng.web.portal.models import County, School
from junheng.web.portal.plain import plain
from junheng.web.portal.readings import readings
from junheng.web.portal.summary import counts, summary

_NOT_STORED = frozenset({"facts", "by_school", "measure", "uses", "ratios"})

Rows = tuple[County, list[School]]


def rows_of(verdict: CityVerdict, beside: Comparison | None) -> list[Rows]:
    """Every county with its schools, unsaved, in the order of the verdict."""
    mark = marking(verdict.standard, verdict.year)
    return [
        (_county(at, one, verdict.standard, beside), _schools(one, verdict.standard, mark))
        for at, one in enumerate(verdict.counties)
    ]


def _county(at: int, verdict: CountyVerdict, standard: Standard, beside: Comparison | None) -> County:
    return County(
        position=at,
        code=verdict.county_code,
        name=plain(verdict.county),
        state=str(verdict.state),
        resources=str(verdict.resources),
        summary=summary(verdict, standard.sections),
        indicators=plain(verdict.indicators),
        detail={
            "items": [_item(one) for one in verdict.items],
            "missing": plain(verdict.missing),
            "left_out": plain(list(dict.fromkeys(verdict.left_out))),
            "unreported": plain(verdict.unreported),
            "beside": other_standard(beside, verdict.county_code) if beside else None,
        },
    )


def _item(result: ItemResult) -> dict[str, Any]:
    """An item with how it stands and how many of its schools do; the facts stay in the snapshot."""
    schools = counts(result.by_school.values())
    return {**plain(result, without=_NOT_STORED), "ok": result.ok, "schools": schools}


def _schools(verdict: CountyVerdict, standard: Standard, mark: Floor) -> list[School]:
    judged = [_judged(one, standard, mark) for one in verdict.schools]
    left_out = {one.code: _left_out(one) for one in verdict.left_out}
    return [*judged, *left_out.values()]


def _judged(result: SchoolResult, standard: Standard, mark: Floor) -> School:
    pinyin, initials = readings(result.school_name)
    return School(
        code=result.school_code,
        name=result.school_name,
        section=result.section,
        pupils=result.pupils,
        passes=result.passes,
        met=result.met_count,
        values=plain(result.values),
        marks=dict(marks(result, standard, mark)),
        reasons=plain(result.reasons),
        suppressed=hidden(result),
        pinyin=pinyin,
        initials=initials,
    )


def _left_out(one: Failing) -> School:
    pinyin, initials = readings(one.name)
    empty: dict[str, Any] = {"section": "", "met": 0, "values": {}, "marks": {}}
    return School(code=one.code, name=one.name, reasons=[plain(one.why)], pinyin=pinyin, initials=initials, **empty)
