"""A correction goes its way: county, city, and never by the same hand."""

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting.models import Correction, CorrectionState, Round, State, Submission
from junheng.web.review.actions.decide_correction import decide_correction
from junheng.web.review.deciding import who_next, why_not
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import asked, workbook


@pytest.fixture
def correction(crew: People, mine: dict[str, Submission], locked_round: Round) -> Correction:
    return asked(mine[SCHOOLS[0]], crew, workbook(SCHOOLS[0], 444))


def test_granted_it_becomes_the_current_version(
    crew: People, mine: dict[str, Submission], correction: Correction
) -> None:
    one, held = correction, mine[SCHOOLS[0]]
    old = held.versions.first()
    held.refresh_from_db()
    assert held.current == old
    assert "金水区" in who_next(one).zh
    one = decide_correction(crew.actor("county_reviewer"), one.pk, "support", revision=1)
    assert "合成市" in who_next(one).zh
    one = decide_correction(crew.actor("city_statistician"), one.pk, "grant", revision=2, answer="属实")
    held.refresh_from_db()
    assert (one.state, held.state) == (CorrectionState.GRANTED, State.LOCKED)
    assert held.current == one.version
    assert [event.verb for event in Event.objects.order_by("-number")[:2]] == ["correction.grant", "submission.correct"]


def test_refused_or_withdrawn_leaves_everything(
    crew: People, mine: dict[str, Submission], correction: Correction
) -> None:
    one, held = correction, mine[SCHOOLS[0]]
    with pytest.raises(Refusal) as refused:
        decide_correction(crew.actor("county_reviewer"), one.pk, "refuse", revision=1)
    assert refused.value.status == 422
    decide_correction(crew.actor("county_reviewer"), one.pk, "refuse", revision=1, answer="材料不足")
    again = asked(held, crew, workbook(SCHOOLS[0], 445))
    decide_correction(crew.actor("school_reporter"), again.pk, "withdraw", revision=1)
    held.refresh_from_db()
    assert held.current is not None
    assert held.current.number == 1


def test_one_at_a_time(crew: People, mine: dict[str, Submission], correction: Correction) -> None:
    with pytest.raises(Refusal, match="在办理中"):
        asked(mine[SCHOOLS[0]], crew, workbook(SCHOOLS[0], 446))


def test_what_is_not_locked_is_not_corrected(crew: People, mine: dict[str, Submission]) -> None:
    with pytest.raises(Refusal, match="尚未锁定"):
        asked(mine[SCHOOLS[0]], crew, workbook(SCHOOLS[0], 446))


def test_who_asked_does_not_decide(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    one = asked(mine[SCHOOLS[1]], crew, workbook(SCHOOLS[1], 555))
    said = why_not(crew.actor("county_reviewer"), one, "support")
    assert said is not None
    assert "您本人" in said.zh
    with pytest.raises(NotAllowed):
        decide_correction(crew.actor("county_reviewer"), one.pk, "support", revision=1)


def test_the_city_does_not_pass_over_the_county(crew: People, correction: Correction) -> None:
    with pytest.raises(Refusal):
        decide_correction(crew.actor("city_statistician"), correction.pk, "grant", revision=1)
    with pytest.raises(NotAllowed):
        decide_correction(crew.actor("city_statistician"), correction.pk, "refuse", revision=1, answer="x")


def test_the_second_of_two_is_told(crew: People, correction: Correction) -> None:
    decide_correction(crew.actor("county_reviewer"), correction.pk, "support", revision=1)
    with pytest.raises(Stale):
        decide_correction(crew.actor("second_reviewer"), correction.pk, "refuse", revision=1, answer="x")


def test_others_do_not_see_it(crew: People, correction: Correction) -> None:
    for role in ("other_reviewer", "other_reporter", "publisher"):
        with pytest.raises(Http404):
            decide_correction(crew.actor(role), correction.pk, "support", revision=1)
    for role in ("inspector", "planner"):
        with pytest.raises(NotAllowed):
            decide_correction(crew.actor(role), correction.pk, "support", revision=1)


def test_its_page_shows_what_would_change(crew: People, correction: Correction) -> None:
    address = f"/desk/corrections/{correction.pk}/"
    body = crew.client("county_reviewer").get(address).content.decode()
    assert "444" in body
    assert "500" in body
    assert 'value="support"' in body
    assert "为什么不能由我办" in crew.client("city_statistician").get(address).content.decode()
    assert crew.client("other_reviewer").get(address).status_code == 404
    refused = crew.client("county_reviewer").post(f"{address}decide/", {"do": "refuse", "revision": "1"})
    assert refused.status_code == 422
    assert crew.client("county_reviewer").post(f"{address}decide/", {"do": "burn", "revision": "1"}).status_code == 404
    done = crew.client("county_reviewer").post(f"{address}decide/", {"do": "support", "revision": "1"})
    assert done.status_code == 302
    listed = crew.client("city_statistician").get("/desk/corrections/").content.decode()
    assert "待您办理" in listed
