"""The audit log: who did what to which thing, in the order of the chain."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from junheng.web.api.bearer import Bearer
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.views.account import actor
from junheng.web.audit import queries
from junheng.web.audit.models import Event

router = Router(tags=["audit"])


class Sought(Schema):
    """Which events are wanted."""

    username: Annotated[str, Field(max_length=60, pattern=r"^[^\x00]*$", description="用户名 / user name")] = ""
    verb: Annotated[str, Field(max_length=60, pattern=r"^[^\x00]*$", description="动作开头 / beginning of a verb")] = ""
    since: Annotated[date | None, Field(description="自哪一天 / from this day on")] = None
    until: Annotated[date | None, Field(description="至哪一天 / up to this day")] = None


class EventRow(Schema):
    """One event; ``digest`` is SM3 over ``previous`` and everything the event says."""

    number: int
    at: str
    username: str
    ip: str
    verb: str
    target: str
    path: str
    before: Any | None
    after: Any | None
    reason: str
    previous: str
    digest: str


@router.get("/audit/events", auth=Bearer("audit.read"), response=Page[EventRow], summary="审计事件 / audit events")
def list_events(request: HttpRequest, sought: Query[Sought], window: Query[Window]) -> Any:
    """新的在前 / newest first."""
    wanted = queries.Wanted(**sought.model_dump())
    return page(request, window, queries.events(actor(request), wanted), _row)


def _row(one: Event) -> dict[str, Any]:
    return {name: getattr(one, name) for name in EventRow.model_fields}
