# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Rounds and their board: who has reported, who has not, within the reach of the token."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from junheng.web.api.bearer import Bearer
from junheng.web.api.shapes import IdPath
from junheng.web.api.views.account import actor
from junheng.web.reporting import queries
from junheng.web.reporting.models import Round, State

router = Router(tags=["reporting"])
SEE = Bearer("report.see")


class RoundRow(Schema):
    """The collection of one school year. ``revision`` is what an action on it has to name."""

    id: int
    year: int
    standard: str
    state: str
    opens: datetime
    deadline: datetime
    synthetic: bool
    revision: int
    snapshot: str
    lock_number: int
    locked_at: datetime | None


class BoardRow(Schema):
    """How many submissions of a county stand in each state, of those in reach."""

    county_code: str
    county: str
    states: dict[str, int]
    total: int


@router.get("/rounds", auth=SEE, response=list[RoundRow], summary="填报批次 / rounds of reporting")
def list_rounds(request: HttpRequest) -> Any:
    """新的在前 / newest first."""
    return [_row(one) for one in queries.rounds()]


@router.get("/rounds/{round_id}", auth=SEE, response=RoundRow, summary="一个批次 / one round")
def get_round(request: HttpRequest, round_id: IdPath) -> Any:
    """起止、状态、快照 / its days, its state, its snapshot."""
    return _row(queries.round_of(round_id))


@router.get("/rounds/{round_id}/board", auth=SEE, response=list[BoardRow], summary="填报进度 / the response board")
def get_board(request: HttpRequest, round_id: IdPath) -> Any:
    """各区县各状态份数 / submissions of each county by state."""
    found = queries.board_counts(actor(request), queries.round_of(round_id))
    names = queries.county_names(found)
    return [
        {
            "county_code": path.rstrip("/").rpartition("/")[2],
            "county": names[path].name if path in names else "",
            "states": {state: counts[state] for state in State.values},
            "total": counts["all"],
        }
        for path, counts in sorted(found.items())
    ]


def _row(one: Round) -> dict[str, Any]:
    return {name: getattr(one, name) for name in RoundRow.model_fields}
