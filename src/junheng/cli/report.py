"""``junheng report``: official forms, the self-assessment report and the tables as data."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.options import ParametersOption, StandardOption, the_standard
from junheng.cli.output import refuse, say, steps

FORMATS = ("forms", "docx", "pdf", "xlsx", "csv")


def report(
    snapshot: Annotated[Path, typer.Argument(help="快照文件夹 / folder of a snapshot")],
    county: Annotated[str, typer.Option(help="区县代码 / county code")],
    out: Annotated[Path, typer.Option("--out", "-o", help="写到哪个文件夹 / folder to write to")],
    formats: Annotated[list[str], typer.Option("--format", help=" | ".join(FORMATS))] = list(FORMATS),  # noqa: B006
    school: Annotated[str | None, typer.Option(help="另出一所学校的自评表 / also the form of one school")] = None,
    previous: Annotated[
        list[Path], typer.Option("--previous", help="往年快照，用于趋势 / snapshots of earlier years, for the trend")
    ] = [],  # noqa: B006
    standard: StandardOption = "jiaodu-2017-6",
    parameters: ParametersOption = None,
) -> None:
    """生成申报表、自评报告和数据表 / Write the application forms, the report (Word, PDF) and the tables."""
    from junheng.facts import SnapshotError
    from junheng.workflow import write_reports

    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        refuse(f"没有格式 / no format {', '.join(unknown)}；{', '.join(FORMATS)}")
    law = the_standard(standard, parameters)
    try:
        with steps() as step:
            written = write_reports(
                snapshot, law, county=county, out=out, formats=formats, school=school, previous=previous, step=step
            )
    except (SnapshotError, LookupError) as error:
        refuse(str(error))
    for path in written:
        say(str(path))
