"""The answer to ``evaluate``: three tables of the caller's kind, the JSON contract, and a picture for notebooks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from junheng.balance.bounds import Bounds, bounds_of, rules_for
from junheng.balance.kinds import Frame, Kind
from junheng.balance.model import Explanation
from junheng.balance.reasons import school_reasons
from junheng.policy.standard import Standard

SCHOOL_HEAD = ("county_code", "county", "section", "year", "school_code", "school_name", "pupils")


def school_columns(standard: Standard) -> Mapping[str, tuple[str, str]]:
    """Indicator id -> its value and met columns in the table of schools; an id that clashes gives way."""
    taken = {*SCHOOL_HEAD, "met", "passes"}
    named = {one.id: f"{one.id}_value" if one.id.lower() in taken else one.id for one in standard.indicators}
    return {id_: (name, f"{id_}_met") for id_, name in named.items()}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Verdicts of a flat table; each table is of the caller's own kind.

    Attributes:
        schools: per row its values (column ``<indicator>``, null: not reported), ``<indicator>_met``, ``met`` (how
            many), ``passes`` (null: not judged), in the caller's row order.
        indicators: per county, section (and year) and indicator ``mean``, ``sd``, ``dispersion`` (null: the mean
            is zero), ``limit``, ``met`` (null while a school has no value), ``schools``, ``missing``. Means and
            dispersions are over the schools that have a value.
        counties: per county and section (and year) ``schools``, ``judged``, ``passed``, ``dispersions_met``,
            ``mean_dispersion``, ``passes``.
    """

    standard: Standard
    day: date | None
    kind: Kind
    units: Frame
    schools: Any
    indicators: Any
    counties: Any

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract: one entry per county and section (and year), in full precision.

        ``passes`` of a county or school is None when it is not judged; ``met`` of a school counts its met indicators.
        """
        indicators = _by_group(_polars(self.indicators), self.keys)
        schools = _by_group(self._school_rows(), self.keys)
        counties = []
        for row in _polars(self.counties).iter_rows(named=True):
            key = tuple(row[name] for name in self.keys)
            counties.append(
                {
                    **{name: row[name] for name in self.keys},
                    **({"county": schools[key][0]["county"]} if "county" in schools[key][0] else {}),
                    "indicators": [_indicator_entry(one) for one in indicators[key]],
                    "schools": [self._school_entry(one) for one in schools[key]],
                    "passes": row["passes"],
                }
            )
        return {"standard": self.standard.id, "counties": counties}

    @property
    def keys(self) -> list[str]:
        names = _polars(self.counties).columns
        return [name for name in ("county_code", "section", "year") if name in names]

    def bounds(self, section: str, year: int | None) -> Mapping[str, Bounds]:
        """Thresholds, floors and limits by indicator, as they stood for a section and year."""
        rules = rules_for(self.standard, year, self.day)
        return {one.id: bounds_of(self.standard, one, section, rules) for one in self.standard.indicators}

    def explain(
        self, county_code: str, section: str, indicator: str, *, school_code: str | None = None, year: int | None = None
    ) -> Explanation:
        """Where a county's dispersion, or one school's value, comes from.

        Raises:
            KeyError: there is no such county section or school in the table.
        """
        from junheng.balance.explain_table import explain_rows

        return explain_rows(self, (county_code, section, year), indicator, school_code)

    def rows(self, county_code: str, section: str, year: int | None) -> pl.DataFrame:
        """The prepared rows of one county section with all input columns."""
        chosen = self.units.filter(nw.col("county_code") == county_code, nw.col("section") == section)
        if year is not None:
            chosen = chosen.filter(nw.col("year") == year)
        rows: pl.DataFrame = chosen.collect(backend="polars").to_native()
        return rows

    @property
    def county_count(self) -> int:
        """How many county sections were evaluated."""
        return _polars(self.counties).height

    def county_entries(self, most: int) -> list[dict[str, Any]]:
        """The first rows of ``counties``, each with its indicators."""
        indicators = _by_group(_polars(self.indicators), self.keys)
        rows = _polars(self.counties).head(most).iter_rows(named=True)
        return [{**row, "indicators": indicators[tuple(row[key] for key in self.keys)]} for row in rows]

    def indicator_row(self, county_code: str, section: str, indicator: str, year: int | None) -> dict[str, Any]:
        """One row of ``indicators``."""
        chosen = (pl.col("county_code") == county_code) & (pl.col("section") == section)
        chosen &= pl.col("indicator") == indicator
        if year is not None:
            chosen &= pl.col("year") == year
        return _polars(self.indicators).filter(chosen).row(0, named=True)

    def _school_rows(self) -> pl.DataFrame:
        return _polars(self.schools).sort(*self.keys, "school_code")

    def _school_entry(self, row: Mapping[str, Any]) -> dict[str, Any]:
        names = school_columns(self.standard)
        bounds = self.bounds(row["section"], row.get("year"))
        values = {id_: row[name] for id_, (name, _) in names.items()}
        met = {id_: row[name] for id_, (_, name) in names.items()}
        reasons = school_reasons(self.standard, values, met, bounds, passes=row["passes"])
        return {
            "school_code": row["school_code"],
            **({"school_name": row["school_name"]} if "school_name" in row else {}),
            "pupils": row["pupils"],
            "values": values,
            "met": row["met"],
            "passes": row["passes"],
            "reasons": [reason.zh for reason in reasons],
            "reasons_en": [reason.en for reason in reasons],
        }

    def _repr_html_(self) -> str:
        from junheng.balance.notebook import evaluation_html

        return evaluation_html(self)


def _indicator_entry(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["indicator"], **{name: row[name] for name in _INDICATOR_PARTS}}


_INDICATOR_PARTS = ("mean", "dispersion", "limit", "met", "sd", "schools", "missing")


def _polars(native: Any) -> pl.DataFrame:
    """Any of the caller's tables as Polars."""
    if isinstance(native, pl.DataFrame):
        return native
    frame: pl.DataFrame = nw.from_native(native).lazy().collect(backend="polars").to_native()
    return frame


def _by_group(frame: pl.DataFrame, keys: list[str]) -> Mapping[tuple[Any, ...], list[dict[str, Any]]]:
    return {key: list(_rows(part)) for key, part in frame.partition_by(keys, as_dict=True, maintain_order=True).items()}


def _rows(frame: pl.DataFrame) -> Iterator[dict[str, Any]]:
    return frame.iter_rows(named=True)
