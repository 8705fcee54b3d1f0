"""Judge the snapshot a round is locked as."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from junheng.balance.model import CityVerdict
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.law import standard_of
from junheng.web.reporting.models import Round, RoundState

if TYPE_CHECKING:
    from junheng.balance.compare import Comparison
    from junheng.facts import Snapshot

BESIDE = "jiaodu-2012-3"


@dataclass(frozen=True)
class Judged:
    """A snapshot with the verdict on it."""

    snapshot: "Snapshot"
    verdict: CityVerdict

    def beside(self) -> "Comparison":
        """The same facts by the 2012 standard."""
        from junheng.balance import compare_2012

        return compare_2012(self.snapshot.facts, standard_of(BESIDE), snapshot=self.snapshot.hash)


def must_be_locked(held: Round) -> None:
    if held.state != RoundState.LOCKED or not held.snapshot:
        raise Refusal(
            "本批次尚未锁定，不能形成结论；请市级统计员先锁定全市数据。",
            "This round is not locked. The city's statistician locks the data first.",
        )


def judge_round(held: Round) -> Judged:
    """The verdict on a locked round, by its standard and with its list of expected schools.

    Raises:
        Refusal: the round is not locked, or its snapshot is not here or not the one that was locked.
    """
    from junheng.balance import judge
    from junheng.facts import SnapshotError, open_snapshot

    must_be_locked(held)
    try:
        snapshot = open_snapshot(Path(held.snapshot_path))
    except (OSError, SnapshotError) as fault:
        raise _gone() from fault
    if snapshot.hash != held.snapshot:
        raise _gone()
    standard = standard_of(held.standard)
    return Judged(snapshot, judge(snapshot.facts, standard, snapshot=snapshot.hash, expected=snapshot.expected))


def _gone() -> Refusal:
    return Refusal(
        "锁定时的数据快照不在本机或已被改动，不能形成结论；请重新锁定或恢复备份。",
        "The locked snapshot is not on this machine, or was changed. Lock again, or restore it from a backup.",
    )
