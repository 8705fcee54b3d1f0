"""What is wrong with a mapping file, all of it at once."""

from collections.abc import Mapping
from typing import Any

from junheng.facts.contracts import Field, contracts
from junheng.facts.findings import Finding, Outcome, Place

SECTIONS = ("primary", "junior", "senior")
INTO = ("units", "facts")
KNOWN_KEYS = frozenset(
    {"id", "title", "source", "into", "sheet", "header_row", "year", "county", "county_code", "rows", "columns"}
)
ROW_KEYS = frozenset({"school_code", "school_name", "section", "skip"})
COLUMN_KEYS = frozenset({"fact", "column", "sum", "section", "unit", "scale", "rule", "title"})
OWN = frozenset({"school_code", "school_name", "county_code", "county", "section", "year"})
"""Facts that ``rows``, ``county`` and ``year`` give."""


class MappingError(ValueError):
    """A mapping file that cannot be used; ``findings`` lists every fault found in it."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = tuple(findings)
        lines = (
            f"{one.place.in_(language)}: {one.what(language)} | {one.rule(language)} | {one.fix(language)}"
            for one in findings
            for language in ("zh", "en")
        )
        super().__init__("\n".join(lines))


class _Faults(list[Finding]):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def value(self, where: str, value: Any, zh: str, en: str) -> None:
        values = {"value": "（空）" if value is None else repr(value), "expected": zh, "expected_en": en}
        self.append(Finding("mapping_value", Outcome.REJECTED, Place(self.name, header=where), values))

    def keys(self, where: str, given: Mapping[str, Any], known: frozenset[str]) -> None:
        for key in sorted(map(str, given.keys() - known)):
            values = {"key": key, "known": ", ".join(sorted(known))}
            place = Place(self.name, header=f"{where}{key}")
            self.append(Finding("mapping_unknown_key", Outcome.REJECTED, place, values))


def faults_of(raw: Any, name: str) -> list[Finding]:
    """Every fault of a parsed mapping file; none means it can be used."""
    faults = _Faults(name)
    if not isinstance(raw, Mapping):
        faults.value(
            "", raw, "顶层为 year、county、rows、columns 等键", "the keys year, county, rows and columns at the top"
        )
        return faults
    faults.keys("", raw, KNOWN_KEYS)
    if raw.get("into", "units") not in INTO:
        faults.value(
            "into", raw["into"], "units（扁平表）或 facts（合同表）", "units (flat table) or facts (contract tables)"
        )
    header = raw.get("header_row", 1)
    if isinstance(header, bool) or not isinstance(header, int) or header < 1:
        faults.value("header_row", header, "从 1 起的行号", "a row number from 1")
    _year(raw.get("year"), faults)
    _rows(raw.get("rows"), faults)
    _texts("", raw, ("sheet", "county", "county_code"), faults)
    if raw.get("county") is None and raw.get("county_code") is None:
        faults.value(
            "county", None, "区县名称列（county）或代码列（county_code）", "the column of the county's name or code"
        )
    _columns(raw, faults)
    return faults


def _texts(where: str, given: Mapping[str, Any], keys: tuple[str, ...], faults: _Faults) -> None:
    for key in keys:
        if given.get(key) is not None and not isinstance(given[key], str):
            faults.value(f"{where}{key}", given[key], "文字", "a text")


def _year(year: Any, faults: _Faults) -> None:
    number = isinstance(year, int) and not isinstance(year, bool)
    column = isinstance(year, Mapping) and isinstance(year.get("column"), str) and isinstance(year.get("add", 0), int)
    if not number and not column:
        faults.value("year", year, "公元学年，或 {column: 列名, add: 加数}", "a year, or {column: TITLE, add: NUMBER}")


def _rows(rows: Any, faults: _Faults) -> None:
    if not isinstance(rows, Mapping):
        faults.value("rows", rows, "{school_code: 列名, section: 学段}", "{school_code: TITLE, section: SECTION}")
        return
    faults.keys("rows.", rows, ROW_KEYS)
    if not isinstance(rows.get("school_code"), str):
        faults.value(
            "rows.school_code", rows.get("school_code"), "学校代码所在列名", "the title of the column of school codes"
        )
    section = rows.get("section")
    by_column = isinstance(section, Mapping) and isinstance(section.get("column"), str)
    if section not in SECTIONS and not by_column:
        _section_fault("rows.section", section, faults)
    skip = rows.get("skip", {})
    if not isinstance(skip, Mapping) or not all(isinstance(one, list) for one in skip.values()):
        faults.value("rows.skip", skip, "{列名: [要跳过的值]}", "{TITLE: [values to skip]}")
    _texts("rows.", rows, ("school_name",), faults)


def _section_fault(where: str, section: Any, faults: _Faults) -> None:
    faults.value(where, section, " / ".join((*SECTIONS, "{column: 列名}")), " / ".join((*SECTIONS, "{column: TITLE}")))


def _columns(raw: Mapping[str, Any], faults: _Faults) -> None:
    columns = raw.get("columns")
    if not isinstance(columns, list) or not columns:
        faults.value(
            "columns", columns, "至少一项 - {fact: 指标, sum: [列名]}", "at least one - {fact: ID, sum: [TITLE]}"
        )
        return
    for number, one in enumerate(columns, 1):
        if isinstance(one, Mapping):
            _column(f"columns[{number}].", one, raw.get("into", "units"), faults)
        else:
            faults.value(f"columns[{number}]", one, "{fact: 指标, sum: [列名]}", "{fact: ID, sum: [TITLE]}")


def _column(where: str, one: Mapping[str, Any], into: str, faults: _Faults) -> None:
    faults.keys(where, one, COLUMN_KEYS)
    fact = one.get("fact")
    if not isinstance(fact, str) or not fact or fact in OWN:
        faults.value(f"{where}fact", fact, "数量指标的编号（学校、区县、学年由 rows 等给出）", "the id of a quantity")
    elif into == "facts" and contract_field(fact) is None:
        faults.value(f"{where}fact", fact, "合同表中的 表名.字段名", "table.field of a contract")
    sources = one.get("sum", one.get("column"))
    named = [sources] if isinstance(sources, str) else sources
    if not isinstance(named, list) or not named or not all(source and isinstance(source, str) for source in named):
        faults.value(f"{where}sum", sources, "一个或几个列名", "one or more column titles")
    if isinstance(one.get("scale", 1), bool) or not isinstance(one.get("scale", 1), int | float):
        faults.value(f"{where}scale", one["scale"], "数字", "a number")
    _texts(where, one, ("unit", "title", "rule"), faults)
    if one.get("section", "primary") not in SECTIONS:
        _section_fault(f"{where}section", one["section"], faults)


def contract_field(fact: str) -> Field | None:
    """The field of ``table.field``, or None."""
    table, _, name = fact.partition(".")
    rules = contracts().get(table)
    return next((one for one in rules.fields if one.id == name), None) if rules else None
