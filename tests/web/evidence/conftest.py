"""A round, and cases brought to any state by the people whose turn it is."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from junheng.web.evidence.actions.finalise import finalise
from junheng.web.evidence.actions.give import give
from junheng.web.evidence.actions.judge import judge
from junheng.web.evidence.actions.reply import reply
from junheng.web.evidence.models import Case
from junheng.web.reporting.models import Round
from tests.web.evidence.files import upload
from tests.web.people import COUNTY, People

YEAR = 2025
Bring = Callable[..., Case]


@pytest.fixture
def open_round(db: None) -> Round:
    now = timezone.now()
    return Round.objects.create(year=YEAR, opens=now, deadline=now + timedelta(days=30))


@pytest.fixture
def bring(staff: People, open_round: Round) -> Bring:
    """``bring("found", item="G1", met=False)``: the case in that state."""

    def to(state: str, *, item: str = "G1", code: str = COUNTY, met: bool | None = True, **more: Any) -> Case:
        place = staff.places[code]
        giver = "county_reviewer" if code == COUNTY else "school_reporter"
        case = give(staff.actor(giver), place, YEAR, item, [upload()], revision=0)
        if state == "given":
            return case
        inspector = staff.actor("inspector")
        said = {"text": "查阅材料属实", "reply_by": timezone.localdate(), **more}
        cites = [] if met is None else [case.attachments.get().pk]
        case = judge(inspector, place, YEAR, item, revision=1, met=met, cites=cites, **said)
        if state == "found":
            return case
        case = reply(staff.actor("county_reviewer"), place, YEAR, item, revision=2, agrees=True, text="")
        if state == "replied":
            return case
        return finalise(inspector, place, YEAR, item, revision=3)

    return to
