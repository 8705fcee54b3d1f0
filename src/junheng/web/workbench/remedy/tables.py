"""An uploaded flat table of many counties: read with every fault at once, and answered county by county."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from junheng.api import read_flat
from junheng.balance import Evaluation, InputError, evaluate
from junheng.balance.remedy import Costs, Plan, Remedy, remedy, whole_sum
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.kit import store
from junheng.web.portal.actions.check_workbook import safe_name
from junheng.web.workbench.remedy.levers import costs_with
from junheng.web.workbench.remedy.reported import Columns, reported
from junheng.web.workbench.remedy.solving import NOT_FOUND, refusal_of

ORDER = ("refused", "infeasible", "gap", "optimal")
"""What sections come to, the worst first: a county is as its worst section."""
KEY = "county_code"
MOST_COUNTIES = 4000


@dataclass(frozen=True, slots=True)
class Read:
    """A table in the store: the SHA-256 of its file, its rows and counties, and what limits may name of it."""

    digest: str
    rows: int
    counties: int
    columns: Columns


def kept_table(name: str, chunks: Iterable[bytes], law: Standard) -> tuple[Read | None, list[Text]]:
    """The table once it can be judged, kept in the store; or everything that is wrong with it, and nothing is kept.

    Args:
        name: what the file is called.
        chunks: its content.
        law: what it is judged by.
    """
    with TemporaryDirectory(prefix="junheng-table-") as folder:
        path = Path(folder) / safe_name(name)
        with path.open("wb") as file:
            file.writelines(chunks)
        try:
            rows = _judged(path, law)
        except InputError as error:
            return None, [Text(one.in_("zh"), one.in_("en")) for one in error.faults]
        if faults := _unfit(rows):
            return None, faults
        digest, _size = store.put([path.read_bytes()])
    return Read(digest, rows.height, rows[KEY].n_unique(), reported(rows)), []


def _judged(path: Path, law: Standard) -> pl.DataFrame:
    """The rows that are judged, columns by their own names.

    Raises:
        InputError: everything that is wrong with the table.
    """
    rows: pl.DataFrame = evaluate(read_flat(path, law), law).units.collect(backend="polars").to_native()
    return rows


def _unfit(rows: pl.DataFrame) -> list[Text]:
    """What a study cannot take though it can be judged."""
    faults = []
    if "year" in rows.columns and rows["year"].n_unique() > 1:
        faults.append(Text("表里有几个学年：一次只能测算一个学年", "The table has several years: one study takes one"))
    if rows[KEY].n_unique() > MOST_COUNTIES:
        faults.append(Text(f"区县多于 {MOST_COUNTIES} 个，请分几张表", f"More than {MOST_COUNTIES} counties: split it"))
    return faults


def rows_of(digest: str, law: Standard) -> pl.DataFrame:
    """The rows of the table kept under a digest, columns by their own names."""
    return _judged(store.path_of(digest), law)


def answers(
    rows: pl.DataFrame, law: Standard, asked: Mapping[str, Any], prices: Mapping[str, Any], done: set[str]
) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """Code and name of every county in turn, first without and then with its answer.

    Args:
        rows: the table.
        law: what it is judged by.
        asked: ``fast``, ``seconds``, ``years``.
        prices: as ``Terms`` has them.
        done: codes that have their answer.

    Raises:
        Refusal: the limit of some way is not known.
    """
    costs = costs_with(prices, limits_of(asked), law, reported(rows))
    for part in rows.partition_by(KEY, maintain_order=True):
        code = str(part[KEY][0])
        if code in done:
            continue
        name = str(part["county"][0] or code) if "county" in part.columns else code
        yield code, name, None
        yield code, name, _answered(evaluate(part, law), costs, asked)


def limits_of(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The years that limits by year span, as the engine's document has them."""
    return {"years": asked["years"]} if asked.get("years") else {}


def _answered(evaluation: Evaluation, costs: Costs, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored of a county."""
    try:
        found = remedy(evaluation, costs, seconds=asked["seconds"], fast=asked["fast"])
    except InputError as error:
        raise refusal_of(error, evaluation.standard) from error
    schools = evaluation.schools
    names = _names(schools)
    return {
        "status": min((one.status for one in found.plans), key=ORDER.index),
        "schools": schools.height,
        "passing": int(schools["passes"].fill_null(value=False).sum()),
        "cost": whole_sum(one.cost for one in found.plans),
        "bound": whole_sum(one.bound for one in found.plans),
        "sections": [_section(one) for one in found.plans],
        "actions": list(_actions(found, names)),
    }


def _names(schools: pl.DataFrame) -> Mapping[str, str]:
    if "school_name" not in schools.columns:
        return {}
    return {code: name for code, name in schools.select("school_code", "school_name").iter_rows() if name}


def _section(plan: Plan) -> dict[str, Any]:
    words = NOT_FOUND if plan.status == "gap" and plan.cost is None else plan.words
    return {
        "section": plan.key[1],
        "status": plan.status,
        "cost": plan.cost,
        "bound": plan.bound,
        "words": None if words is None else {"zh": words.zh, "en": words.en},
    }


def _actions(found: Remedy, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for plan in found.plans:
        for one in plan.actions:
            held = one.to_dict()
            named = {"school_name": names.get(one.school_code, one.school_code), "section": plan.key[1]}
            other = {"other_name": names.get(one.other, one.other)} if one.other else {}
            yield {**held, **named, **other}
