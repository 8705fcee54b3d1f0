"""What ``junheng remedy`` plans on: a flat table section by section, or a snapshot by whole schools."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.output import refuse
from junheng.policy import Standard

if TYPE_CHECKING:
    from junheng.balance import Evaluation
    from junheng.balance.remedy import Costs

Shares = Mapping[tuple[str, str, str], float]


@dataclass(frozen=True, slots=True, kw_only=False)
class Ground:
    """A judged table, what changes cost there, how far schools are apart, and how they are shared among sections."""

    evaluation: "Evaluation"
    costs: "Costs"
    distances: Mapping[tuple[str, str], float] | None
    shares: Shares | None
    fast: bool


def judged(path: Path, law: Standard) -> "tuple[Evaluation, Shares | None]":
    """The verdict on a table; of a snapshot with the shares of schools of several sections.

    Raises:
        InputError: everything that is wrong with the table.
    """
    from junheng.api import evaluate
    from junheng.balance.remedy import whole_schools
    from junheng.facts import SnapshotError, open_snapshot

    if not path.is_dir():
        return evaluate(path, law), None
    try:
        return whole_schools(open_snapshot(path).facts, law)
    except SnapshotError as error:
        refuse(str(error))
