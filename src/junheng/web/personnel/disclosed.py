"""What everybody may read of a rotation: counts and fairness, small numbers hidden, nobody named."""

from collections.abc import Mapping, Sequence
from typing import Any

from junheng.web.personnel.document import Document

COUNTS = ("teachers", "eligible", "movers", "backbone_movers", "heads")
FEWEST = 2
"""Hidden groups of a kind: one alone is the total less the others."""


def summary_of(found: Document, small: int) -> dict[str, Any]:
    """The summary of a document of one county; counts from 1 to ``small`` are hidden.

    ``before`` and ``after`` count missing subject teachers; ``wishes`` how many moves were wished for.
    """
    county = found["counties"][0]
    wished = sum(one["wish_rank"] is not None for one in found["placements"])
    counts = {**{name: county[name] for name in COUNTS}, "wishes": wished}
    told = {name: None if 0 < many <= small else many for name, many in counts.items()}
    return {
        **told,
        "share": None if told["movers"] is None or told["eligible"] is None else county["share"],
        "missing": [county[when]["missing"] for when in ("before", "after")],
        "dispersion": county["dispersion"],
        "fairness": protected(found["fairness"], small),
    }


def protected(rows: Sequence[Mapping[str, Any]], small: int) -> list[dict[str, Any]]:
    """The rows of the fairness report; where a number could point at persons the whole group is hidden.

    A group is hidden when 1 to ``small`` are eligible, moved, or stayed; where only one group of a kind would be, the
    smallest of the others is hidden with it.
    """
    hidden: set[tuple[str, str | None]] = set()
    for of in dict.fromkeys(row["of"] for row in rows):
        groups = [row for row in rows if row["of"] == of]
        gone = [row for row in groups if _small(row, small)]
        left = sorted((row for row in groups if row not in gone), key=lambda one: int(one["eligible"]))
        if gone:
            gone += left[: max(0, FEWEST - len(gone))]
        hidden |= {(of, row["group"]) for row in gone}
    return [
        {**row, "eligible": None, "moved": None, "share": None} if (row["of"], row["group"]) in hidden else dict(row)
        for row in rows
    ]


def _small(row: Mapping[str, Any], small: int) -> bool:
    counts = (row["eligible"], row["moved"], row["eligible"] - row["moved"])
    return any(0 < one <= small for one in counts)
