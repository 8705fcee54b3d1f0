"""``junheng evaluate``: judge a flat table or a snapshot."""

from pathlib import Path
from typing import Annotated, Any

import typer

from junheng.cli.csv_table import existing
from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, StandardOption, the_standard
from junheng.cli.output import Exit, err, refuse, say, say_json
from junheng.policy import Standard


def evaluate(
    source: Annotated[Path, typer.Argument(help="CSV、Parquet、Excel 平表，或快照文件夹 / a flat table or a snapshot")],
    standard: StandardOption = "jiaodu-2017-6",
    parameters: ParametersOption = None,
    mapping: Annotated[
        Path | None, typer.Option(help="其他表格的对照 YAML / mapping file for another country's or office's table")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="把结果写成网页、Excel 和 CSV / write page, Excel and CSV here")
    ] = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """评定：0 已评定，2 输入有误，3 无法评定 / Judge; exit code 0 judged, 2 bad input, 3 not judgeable."""
    existing(source, folder=True)
    law = the_standard(standard, parameters)
    result = _snapshot(source, law) if source.is_dir() else _flat(source, law, mapping, out)
    if json:
        say_json(result)
    else:
        from junheng.cli.verdict_words import verdict_lines

        for line in verdict_lines(result, "en" if en else "zh"):
            say(line)
    if any(county["passes"] is None for county in result["counties"]) and law.judges:
        raise typer.Exit(Exit.NOT_JUDGEABLE)


def _flat(source: Path, law: Standard, mapping: Path | None, out: Path | None) -> dict[str, Any]:
    from junheng.api import evaluate as judge_table
    from junheng.balance import InputError
    from junheng.facts import MappingError
    from junheng.workflow import UnreadTable, read_mapped_table, write_evaluation

    try:
        evaluation = judge_table(read_mapped_table(source, mapping) if mapping else source, law)
    except (InputError, MappingError, UnreadTable) as error:
        refuse(str(error))
    if out:
        for path in write_evaluation(evaluation, out):
            err().print(str(path), markup=False)
    return evaluation.to_dict()


def _snapshot(source: Path, law: Standard) -> dict[str, Any]:
    from junheng.facts import SnapshotError
    from junheng.workflow import judge_snapshot

    try:
        return judge_snapshot(source, law)
    except SnapshotError as error:
        refuse(str(error))
