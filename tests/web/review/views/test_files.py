"""The workbook with remarks is given to those who see the report, and to nobody else."""

from junheng.web.reporting.lifecycle import Note
from junheng.web.reporting.models import Submission
from junheng.web.review.actions.send_back import send_back
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import submitted


def test_reach(crew: People, mine: dict[str, Submission]) -> None:
    held = submitted(mine[SCHOOLS[0]], crew)
    send_back(
        crew.actor("county_reviewer"),
        held.pk,
        revision=held.revision,
        notes=[Note("不符", "教基表.xlsx", "学校数据", "V3")],
    )
    address = f"/desk/history/{held.pk}/1/marked/1/"
    for role, status in (("school_reporter", 200), ("inspector", 200), ("other_reporter", 404), ("publisher", 403)):
        assert crew.client(role).get(address).status_code == status, role
    answer = crew.client("school_reporter").get("/en" + address)
    assert "remarks" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
