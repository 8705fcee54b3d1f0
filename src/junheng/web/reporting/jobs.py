"""Long work of reporting: taking in an uploaded archive of workbooks."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from junheng.policy.text import Text
from junheng.web.operations.jobs import Work, job
from junheng.web.reporting import staging
from junheng.web.reporting.actions.import_many import FileFate, import_many
from junheng.web.reporting.archive import Left, unpack_zip

TOLD = 10
"""Findings kept of one file; the receipt of the school has all of them."""


def place_of(number: str) -> Path:
    """Where an archive waits for its job. Never below the folder of previews, which is swept by the hour."""
    return Path(settings.VAR) / "imports" / number


@job("import_many", title=Text("批量导入工作簿", "Import of workbooks"))
def run(work: Work) -> dict[str, Any]:
    """Given ``round`` and ``folder`` (a number): unpack what lies there, import it, keep what became of each file."""
    folder, round_id = place_of(str(work.given["folder"])), int(work.given["round"])
    staging.discard(folder / "unpacked")
    paths, left = [], list[Left]()
    for number, source in enumerate(sorted(folder.glob("*/*")), 1):
        if source.suffix.lower() == ".zip":
            work.progress(Text("解压", "unpacking"))
            inside, rest = unpack_zip(source, folder / "unpacked" / str(number))
            paths += inside
            left += rest
        else:
            paths.append(source)
    done = import_many(work.actor, round_id, paths, work.progress, submit=bool(work.given["submit"]))
    staging.discard(folder)
    return {
        "href": reverse("import-result", args=[round_id, work.job_id]),
        "taken": done.taken,
        "same": done.same,
        "refused": done.refused,
        "files": [_file(one) for one in done.files],
        "left": [{"name": one.name, "zh": one.why.zh, "en": one.why.en} for one in left],
    }


def _file(one: FileFate) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": one.kind,
        "taken": one.taken,
        "same": one.same,
        "refused": [{"code": code, "zh": why.zh, "en": why.en} for code, why in one.refused],
        "findings": [finding.to_dict() for finding in one.findings if finding.outcome == "rejected"][:TOLD],
    }
