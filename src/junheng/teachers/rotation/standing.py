"""Who may move and who may not, with the reason in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from junheng.policy.rotation_rules import RotationRules
from junheng.policy.text import Text
from junheng.teachers.columns import plain, spellings
from junheng.teachers.reading import Read

MAY = "may"
NO_REASON = {*(one for one, id_ in spellings("bool").items() if id_ == "0"), "无", "none", "-", "—"}
"""What a cell of reasons holds where there is none."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``kind``: may, not_eligible, excluded; ``why``: the reason, nothing for who may move."""

    kind: str
    why: Text | None = None

    @property
    def may(self) -> bool:
        return self.kind == MAY


def ages(teachers: Read, day: date) -> pl.Series:
    """Full years of age on a day, null where neither birth nor age is reported."""
    birth = teachers.column("birth")
    frame = pl.DataFrame({"age": teachers.column("age"), "birth": birth})
    had = (pl.col("birth").dt.month().cast(pl.Int32) * 32 + pl.col("birth").dt.day()) <= day.month * 32 + day.day
    counted = day.year - pl.col("birth").dt.year() - (~had).cast(pl.Int32)
    return frame.select(pl.coalesce(counted.cast(pl.Float64), "age")).to_series()


def standings(teachers: Read, rules: RotationRules, day: date) -> list[Standing]:
    """Of every row of the table."""
    return list(_each(teachers, rules, day))


def _each(teachers: Read, rules: RotationRules, day: date) -> Iterator[Standing]:
    names = ("exclusion", "eligible", "years_at_school", "principal", "gender")
    may = Standing(MAY)
    for reason, said, years, principal, gender, age in zip(
        *(teachers.column(one) for one in names), ages(teachers, day), strict=True
    ):
        if reason and plain(reason) not in NO_REASON:
            yield Standing("excluded", _said(reason))
            continue
        until = rules.age.get(gender or "")
        if until is not None and age is not None and age >= until:
            yield Standing("excluded", Text(f"满 {until:g} 周岁，不再交流", f"{until:g} years old, moves no more"))
            continue
        why = _short(said, years, rules.principal_years if principal else rules.years, bool(principal))
        yield Standing("not_eligible", why) if why else may


def _said(reason: str) -> Text:
    """The reason as written; a mere yes says that there is one."""
    if spellings("bool").get(plain(reason)) == "1":
        return Text("教师表写明暂不交流，没有写原因", "excluded in the table of teachers, no reason given")
    return Text(f"暂不交流：{reason}", f"excluded: {reason}")


def _short(said: bool | None, years: float | None, least: float | None, principal: bool) -> Text | None:
    """Why a teacher is not eligible; nothing when eligible, or when the rule is not known and nothing is said."""
    if said is not None:
        return None if said else Text("教师表写明不符合交流条件", "the table of teachers says not eligible")
    if least is None:
        if principal:
            return Text("校长交流年限没有填写，校长不交流", "the years of heads are not given, heads do not move")
        return None
    if years is None:
        return Text("没有上报在本校任教年限", "years at the school are not reported")
    if years < least:
        return Text(
            f"在本校任教 {years:g} 年，不满 {least:g} 年", f"{years:g} years at the school, fewer than {least:g}"
        )
    return None
