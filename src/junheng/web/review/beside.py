"""What a lock takes in beside the reports: final findings of the inspectors, closed surveys. Both come before what a
county's workbook says of them."""

from pathlib import Path

from junheng.facts import Intake, SnapshotError, open_snapshot
from junheng.facts.overlay import lay_over
from junheng.web.evidence.queries import findings_of
from junheng.web.reporting.models import Round
from junheng.web.survey.queries import counted_of

KINDS = ("finding", "survey")
"""What such sources are called among the files of a snapshot."""
WHOLE = ("evidence",)
"""A judgement is one piece: who judged and on what is not mixed with another's answer."""


def with_findings(intake: Intake, year: int) -> Intake:
    """The reports with the findings and counts of the year laid over them."""
    for one in (findings_of(year), counted_of(year)):
        intake = lay_over(intake, one, whole_rows=WHOLE)
    return intake


def new_since_lock(held: Round) -> list[str]:
    """Names of findings and surveys that a lock would now take in otherwise than the snapshot that counts did."""
    if not held.snapshot_path:
        return []
    try:
        snapshot = open_snapshot(Path(held.snapshot_path), verify=False)
    except (SnapshotError, OSError):
        return []
    then = {(one["name"], one["sha256"]) for one in snapshot.manifest["sources"] if one["kind"] in KINDS}
    files = (*findings_of(snapshot.year).receipt.files, *counted_of(snapshot.year).receipt.files)
    now = {(one.name, one.sha256) for one in files}
    return sorted({name for name, _digest in then ^ now})
