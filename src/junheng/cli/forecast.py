"""``junheng forecast``: pupils of the coming years from a table of year, area, grade and pupils."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from junheng.cli.csv_table import LINE, text_table
from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import both, err, refuse, say, say_json
from junheng.cli.unfit import refuse_unfit
from junheng.policy import Language

if TYPE_CHECKING:
    import polars as pl

    from junheng.seats.forecast import Forecast

SHOWN_NOTES = 20


def forecast(
    file: Annotated[
        Path, typer.Argument(help="CSV：年份、区域、年级、人数 / CSV with columns year, area, grade, pupils")
    ],
    horizon: Annotated[int, typer.Option(min=1, max=30, help="预测年数 / years ahead")] = 5,
    sections: Annotated[
        str, typer.Option(help="学段的年级范围，如 PK-5,6-8,9-12；默认 1-6,7-9,10-12 / grade ranges of the sections")
    ] = "",
    level: Annotated[float, typer.Option(min=0.5, max=0.99, help="区间的覆盖率 / share of truths a band holds")] = 0.8,
    allow_gaps: Annotated[bool, typer.Option(help="缺少的年份按未知处理 / take missing years as not known")] = False,
    totals: Annotated[
        Path | None,
        typer.Option(
            help="官方总数 CSV：year、pupils 及 area、district、section、grade 中的若干列，各区域之和与之相符 / "
            "official totals of coming years that the rows are made to add up to"
        ),
    ] = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """预测各区域各年级学生数及其区间 / Forecast pupils by area and grade, with bands."""
    from junheng.seats.faults import UnfitInputError
    from junheng.seats.forecast import forecast as predict

    language: Language = "en" if en else "zh"
    try:
        found = predict(
            text_table(file), horizon, sections=sections, level=level, allow_gaps=allow_gaps, totals=_totals(totals)
        )
    except UnfitInputError as error:
        refuse_unfit(error, as_json=json, en=en)
    except ValueError as error:
        refuse(str(error))
    if json:
        say_json(found.to_dict())
    else:
        _say(found, language)


def _totals(file: Path | None) -> "pl.DataFrame | None":
    """Official totals: an empty number is not known and binds nothing."""
    import polars as pl

    if file is None:
        return None
    table = text_table(file).drop(LINE)
    for needed in ("year", "pupils"):
        if needed not in table.columns:
            refuse(f"{file.name}: 没有 {needed} 列 / no column {needed}")
    read = table.with_columns(pl.col("pupils").str.replace_all(",", "").cast(pl.Float64, strict=False))
    for at, (written, number) in enumerate(zip(table["pupils"], read["pupils"], strict=True), 2):
        if written and number is None:
            refuse(f"{file.name}: 第 {at} 行的“{written}”不是数字 / line {at}: “{written}” is no number")
    return read


def _say(found: "Forecast", language: Language) -> None:
    whole = found.totals.filter(found.totals["area"] == "")
    level = found.parameters["level"]
    say(both(f"全部区域合计（区间覆盖率 {level:.0%}）", f"All areas together (band {level:.0%})", language))
    for row in whole.iter_rows(named=True):
        ends = "–" if row["low"] is None else f"{row['low']:,.0f} – {row['high']:,.0f}"
        say(f"  {row['year']}  {row['section']:<10} {row['point']:>12,.0f}  [{ends}]")
    say(both("回测（区域×学段，WAPE）", "Back-test (area × section, WAPE)", language))
    for row in found.backtest.horizons.iter_rows(named=True):
        covered = "" if row["coverage"] is None else both(" 覆盖 ", " coverage ", language) + f"{row['coverage']:.1%}"
        error = "-" if row["wape"] is None else f"{row['wape']:.2%}"
        say(f"  +{row['horizon']}  {row['method']:<18} {error:>8}{covered}")
    for note in found.notes[:SHOWN_NOTES]:
        err().print(note.in_(language), markup=False)
    if len(found.notes) > SHOWN_NOTES:
        more = len(found.notes) - SHOWN_NOTES
        err().print(both(f"另有 {more} 条（见 --json）", f"and {more} more (see --json)", language), markup=False)
