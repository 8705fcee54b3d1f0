"""The long work of a lock: read every approved file, check them together, freeze, judge, and only then lock."""

from dataclasses import replace
from typing import Any

import polars as pl

from junheng.policy.text import Text
from junheng.web.operations.jobs import Work, job
from junheng.web.review import queries
from junheng.web.review.actions.close_round import close_round
from junheng.web.review.beside import with_findings
from junheng.web.review.gathering import gather
from junheng.web.review.snapshots import ROSTER, root, snapshot_before
from junheng.web.review.summary import summary


@job("lock_round", title=Text("锁定全市数据", "Lock the city's data"))
def lock(work: Work) -> dict[str, Any]:
    """Nothing is changed before the very end: killed anywhere, it begins again and comes to the same snapshot."""
    from junheng.balance import judge
    from junheng.facts import accept, freeze
    from junheng.policy import load_standard, policy_version

    held, number = queries.round_by_id(work.given["round"]), int(work.given["number"])
    if held.lock_number >= number:
        return _result(held.pk, number)
    taken = queries.to_lock(held)
    intake = gather(taken, year=held.year, progress=lambda done, all_: work.progress("读取 / reading", done, all_))
    intake = with_findings(intake, held.year)
    expected = pl.DataFrame(queries.roster(held), schema=dict(ROSTER), orient="row")
    before = snapshot_before(held.year)
    work.progress("核对 / checking")
    checked = accept(intake.facts, previous=before.facts if before else None, expected=expected)
    receipt = intake.receipt.with_findings(checked.findings)
    if held.synthetic:
        receipt = replace(receipt, files=tuple(replace(one, synthetic=True) for one in receipt.files))
    work.progress("生成快照 / freezing")
    snapshot = freeze(checked.facts, receipt, root(), policy_version=policy_version(), expected=expected)
    work.progress("评定 / judging")
    verdict = judge(snapshot.facts, load_standard(held.standard), snapshot=snapshot.hash, expected=expected)
    work.progress("锁定 / locking")
    close_round(work.actor, held.pk, number, taken=taken, snapshot=snapshot, verdict=summary(verdict))
    return _result(held.pk, number)


def _result(round_id: int, number: int) -> dict[str, Any]:
    from django.urls import reverse

    made = queries.lock_of(round_id, number)
    return {
        "lock": number,
        "snapshot": made.snapshot,
        "units": len(made.versions),
        "missing": len(made.missing),
        "href": reverse("lock-made", args=[made.round.year, number]),
    }
