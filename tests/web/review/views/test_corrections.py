"""The list of corrections, and where one is asked for."""

from junheng.web.reporting.models import Round, Submission
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import asked, workbook


def test_each_tier_sees_what_is_theirs(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    before = crew.client("school_reporter").get("/desk/corrections/").content.decode()
    assert "purpose=correction" in before
    one = asked(mine[SCHOOLS[0]], crew, workbook(SCHOOLS[0], 444))
    link = f"/desk/corrections/{one.pk}/"
    for role in ("school_reporter", "county_reviewer", "city_statistician", "inspector"):
        assert link in crew.client(role).get("/desk/corrections/").content.decode()
    for role in ("other_reporter", "other_reviewer"):
        assert link not in crew.client(role).get("/desk/corrections/").content.decode()
    after = crew.client("school_reporter").get("/desk/corrections/?state=asked").content.decode()
    assert "purpose=correction" not in after
    assert link not in crew.client("county_reviewer").get("/desk/corrections/?state=granted").content.decode()


def test_asking_with_a_preview_that_is_gone(crew: People, locked_round: Round) -> None:
    answer = crew.client("school_reporter").post("/desk/corrections/ask/", {"token": "../../x", "reason": "y"})
    assert answer.status_code == 410
    assert crew.client("inspector").post("/desk/corrections/ask/", {"token": "x"}).status_code == 403
