"""``junheng explain``: the tree behind a number, down to the workbook cell."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.options import EnglishOption, JsonOption, ParametersOption, StandardOption, the_standard
from junheng.cli.output import refuse, say, say_json


def explain(
    snapshot: Annotated[Path, typer.Argument(help="快照文件夹 / folder of a snapshot")],
    county: Annotated[str, typer.Option(help="区县代码 / county code")],
    section: Annotated[str | None, typer.Option(help="primary | junior")] = None,
    indicator: Annotated[str | None, typer.Option(help="指标，如 L5 / an indicator such as L5")] = None,
    school: Annotated[str | None, typer.Option(help="学校标识码 / school code")] = None,
    item: Annotated[str | None, typer.Option(help="条目，如 G5 / an item such as G5")] = None,
    standard: StandardOption = "jiaodu-2017-6",
    parameters: ParametersOption = None,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """说明一个结论：公式、取值、单元格、条文、阈值 / Explain a result: formula, cells, article, threshold, margin."""
    from junheng.facts import SnapshotError
    from junheng.workflow import explain_snapshot

    if (indicator or school) and not (section and indicator):
        refuse("指标要和学段一起给 / an indicator needs its section: --section primary --indicator L5 [--school S]")
    law = the_standard(standard, parameters)
    try:
        tree = explain_snapshot(
            snapshot, law, county=county, section=section, indicator=indicator, school=school, item=item
        )
    except (SnapshotError, LookupError) as error:
        refuse(str(error))
    if json:
        say_json(tree.to_dict())
    else:
        say(tree.to_text("en" if en else "zh"))
