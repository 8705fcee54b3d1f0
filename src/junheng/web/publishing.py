"""The door for programs that have verdicts and want pages: set the site up, publish, done."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from junheng.web.serve import prepare

if TYPE_CHECKING:
    import polars as pl

    from junheng.balance.compare import Comparison
    from junheng.balance.model import CityVerdict


def publish(
    site: Path,
    verdicts: Sequence["CityVerdict"],
    *,
    snapshots: Mapping[int, Path | str],
    geometry: Mapping[str, Any] | None = None,
    synthetic: bool,
    standard: str = "jiaodu-2017-6",
    beside: Sequence["Comparison"] = (),
    expected: Mapping[int, "pl.DataFrame"] | None = None,
) -> None:
    """Publish on the site in a folder; the arguments are those of the action ``publish_city``."""
    prepare(site)
    from junheng.web.portal.actions.publish_city import publish_city

    publish_city(
        verdicts,
        snapshots=snapshots,
        geometry=geometry,
        synthetic=synthetic,
        standard=standard,
        beside=beside,
        expected=expected,
    )
