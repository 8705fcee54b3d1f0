"""Tables of a judged flat table: a row per county and a row per school, whatever the standard measures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from junheng.balance.evaluation import Evaluation
from junheng.balance.model import state_of
from junheng.policy.standard import Indicator
from junheng.policy.text import Text
from junheng.publish.rounding import DISPERSION
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import COUNTY, COUNTY_CODE, PUPILS, REASONS, SCHOOL, SCHOOL_CODE, SECTION
from junheng.publish.words import section_title

YEAR = Column("year", Text("学年", "School year"), "number", None, 0)
SCHOOLS = Column("schools", Text("学校数", "Schools"), "number", "所", 0)
PASSES = Column("passes", Text("结论", "Verdict"), "state")

Row = Mapping[str, Any]


def flat_counties(evaluation: Evaluation, notes: Sequence[Text] = ()) -> Table:
    """One row per county, section (and year): mean and dispersion of every indicator, and whether the county passes."""
    standard = evaluation.standard
    return Table(
        id="counties",
        title=Text(
            f"{standard.title.zh}：各区县平均值与差异系数", f"{standard.title.en}: means and dispersions by county"
        ),
        columns=(
            COUNTY_CODE,
            COUNTY,
            SECTION,
            *_year(evaluation),
            SCHOOLS,
            *(column for one in standard.indicators for column in _county_columns(one)),
            *_verdict(evaluation, PASSES),
        ),
        rows=tuple(_county_rows(evaluation)),
        notes=tuple(notes),
        source=_source(evaluation),
    )


def flat_schools(evaluation: Evaluation, notes: Sequence[Text] = ()) -> Table:
    """One row per school, section (and year): its value of every indicator, whether it passes, and why not."""
    standard = evaluation.standard
    return Table(
        id="schools",
        title=Text(f"{standard.title.zh}：各校指标值", f"{standard.title.en}: values by school"),
        columns=(
            COUNTY_CODE,
            COUNTY,
            SCHOOL_CODE,
            SCHOOL,
            SECTION,
            *_year(evaluation),
            PUPILS,
            *(Column(one.id, one.title, "number", one.unit, one.decimals) for one in standard.indicators),
            *_verdict(evaluation, PASSES, REASONS),
        ),
        rows=tuple(_school_rows(evaluation)),
        notes=tuple(notes),
        source=_source(evaluation),
    )


def _county_columns(one: Indicator) -> tuple[Column, Column]:
    return (
        Column(f"{one.id}_mean", Text("平均值", "Mean"), "number", one.unit, one.decimals, group=one.title),
        Column(f"{one.id}_dispersion", Text("差异系数", "Dispersion"), "number", None, DISPERSION, group=one.title),
    )


def _verdict(evaluation: Evaluation, *parts: Any) -> tuple[Any, ...]:
    """The parts that say who passes; a standard that only measures has none."""
    return parts if evaluation.standard.judges else ()


def _year(evaluation: Evaluation) -> tuple[Column, ...]:
    return (YEAR,) if "year" in evaluation.keys else ()


def _source(evaluation: Evaluation) -> str:
    return f"{evaluation.standard.number or evaluation.standard.id}"


def _county_rows(evaluation: Evaluation) -> Iterator[tuple[Any, ...]]:
    for county in evaluation.to_dict()["counties"]:
        numbers = {one["id"]: one for one in county["indicators"]}
        values = [numbers[one.id][part] for one in evaluation.standard.indicators for part in ("mean", "dispersion")]
        yield (
            *_place(evaluation, county, _county_name(county)),
            len(county["schools"]),
            *values,
            *_verdict(evaluation, state_of(county["passes"])),
        )


def _school_rows(evaluation: Evaluation) -> Iterator[tuple[Any, ...]]:
    for county in evaluation.to_dict()["counties"]:
        for school in county["schools"]:
            yield (
                county["county_code"],
                _county_name(county),
                school["school_code"],
                school.get("school_name", ""),
                section_title(county["section"]),
                *((county["year"],) if "year" in evaluation.keys else ()),
                school["pupils"],
                *(school["values"][one.id] for one in evaluation.standard.indicators),
                *_verdict(evaluation, state_of(school["passes"]), "；".join(school["reasons"])),
            )


def _place(evaluation: Evaluation, county: Row, name: str) -> tuple[Any, ...]:
    year = (county["year"],) if "year" in evaluation.keys else ()
    return (county["county_code"], name, section_title(county["section"]), *year)


def _county_name(county: Row) -> str:
    return str(county.get("county") or "")
