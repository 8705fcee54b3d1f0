"""What is said about points that do not lie well on the network."""

from collections.abc import Iterator, Sequence

import numpy as np

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.travel.snapping import Snapped


def bad_points(snapped: Snapped, ids: Sequence[str], title: Text, *, within: float) -> Iterator[Fault]:
    """One fault for each point that no street is near, or that was moved past a street which leads nowhere.

    Args:
        snapped: where the points stand.
        ids: of the points.
        title: what they are.
        within: how far a street may be, in metres.
    """
    for at in np.flatnonzero(~snapped.on_road).tolist():
        passed = snapped.passed[at]
        code = "no_road_near" if np.isinf(passed) else "only_dead_road_near"
        yield Fault(code, _where(title, ids[at]), {"within": f"{within:g}", "passed": f"{passed:.0f}"})
    for at in np.flatnonzero(snapped.on_road & np.isfinite(snapped.passed)).tolist():
        values = {"passed": f"{snapped.passed[at]:.0f}", "away": f"{snapped.away[at]:.0f}"}
        yield Fault("moved_past_dead_road", _where(title, ids[at]), values)


def _where(title: Text, name: str) -> Text:
    return Text(f"{title.zh}“{name}”", f"{title.en} “{name}”")
