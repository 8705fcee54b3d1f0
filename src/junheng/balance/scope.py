"""Which school sections count for the indicators, and why the others do not."""

from dataclasses import dataclass

import polars as pl

from junheng.balance.model import Failing
from junheng.balance.reasons import number
from junheng.facts.codes import code_list
from junheng.facts.tables import Facts
from junheng.policy.parameters import Rules
from junheng.policy.standard import Standard
from junheng.policy.text import Text

EXPECTED = {
    "primary": ("primary",),
    "teaching_point": ("primary",),
    "junior": ("junior",),
    "nine_year": ("primary", "junior"),
    "complete": ("junior",),
    "twelve_year": ("primary", "junior"),
}
"""The sections of compulsory education a kind of school has, for schools that did not report their pupils."""


@dataclass(frozen=True, slots=True)
class Scope:
    """``counted`` has ``school_code``, ``section``, ``pupils``; the other two are by county code."""

    counted: pl.DataFrame
    left_out: tuple[tuple[str, Failing], ...]


def kind_of(school_type: str) -> str:
    """The kind of a 办学类型 code, or "" for a code the list does not know."""
    return str(code_list("school_types").attributes.get(school_type, {}).get("kind", ""))


def kinds(kind: str) -> list[str]:
    return list(code_list("school_types").having("kind", kind))


def scope(facts: Facts, standard: Standard, rules: Rules) -> Scope:
    """The sections that are judged: of the standard's sections, with pupils, in schools of a kind that counts."""
    schools = facts["schools"].select("school_code", "school_name", "county_code", "school_type")
    sections = _with_expected(facts["sections"].select("school_code", "section", "pupils"), schools)
    compulsory = sections.filter(pl.col("section").is_in(list(standard.sections)))
    rows = compulsory.join(schools, on="school_code").sort("county_code", "school_code", "section")
    total = compulsory.group_by("school_code").agg(
        all_pupils=pl.when(pl.col("pupils").null_count() == 0).then(pl.col("pupils").sum())
    )
    rows = rows.join(total, on="school_code")
    kept, out = [], []
    for row in rows.iter_rows(named=True):
        why = _why_not(row, standard, rules)
        if why is None:
            kept.append({name: row[name] for name in ("school_code", "section", "pupils")})
        else:
            out.append((row["county_code"], Failing(row["school_code"], row["school_name"], why)))
    schema = {"school_code": pl.String, "section": pl.String, "pupils": pl.Int64}
    none = schools.join(compulsory, on="school_code", how="anti").sort("county_code", "school_code")
    out += [(row["county_code"], _no_section(row)) for row in none.iter_rows(named=True)]
    return Scope(pl.DataFrame(kept, schema=schema), tuple(out))


def _why_not(row: dict[str, object], standard: Standard, rules: Rules) -> Text | None:
    kind = kind_of(str(row["school_type"]))
    if kind in standard.excluded_types:
        title = code_list("school_types").codes[str(row["school_type"])]
        return Text(f"{title.zh}不在资源配置评估范围", f"{title.en}: not among the schools that count")
    name = standard.scope.get("teaching_point_min")
    least = rules.number(name) if name else None
    pupils = row["all_pupils"]
    if kind == "teaching_point" and least is not None and isinstance(pupils, int) and pupils < least:
        return Text(
            f"教学点{pupils}人，不足{number(least)}人", f"teaching point of {pupils} pupils, fewer than {number(least)}"
        )
    if row["pupils"] == 0:
        section = code_list("sections").codes.get(str(row["section"]), Text(str(row["section"]), str(row["section"])))
        return Text(f"{section.zh}没有在校学生", f"no pupils in the {section.en} section")
    return None


def _with_expected(sections: pl.DataFrame, schools: pl.DataFrame) -> pl.DataFrame:
    """Schools that reported no section at all get those of their kind, with pupils not reported."""
    silent = schools.join(sections, on="school_code", how="anti")
    rows = [
        {"school_code": code, "section": section, "pupils": None}
        for code, type_ in silent.select("school_code", "school_type").iter_rows()
        for section in EXPECTED.get(kind_of(type_), ())
    ]
    return pl.concat([sections, pl.DataFrame(rows, schema=sections.schema)])


def _no_section(row: dict[str, object]) -> Failing:
    why = Text("没有小学、初中学段", "no section of compulsory education")
    return Failing(str(row["school_code"]), str(row["school_name"]), why)
