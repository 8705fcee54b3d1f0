"""What was returned is mended and handed in again after the freeze; nothing else is."""

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.actions.submit import submit, withdraw
from junheng.web.reporting.lifecycle import move, who_next, why_not
from junheng.web.reporting.mending import mending
from junheng.web.reporting.models import RoundState, State
from junheng.web.reporting.timing import closed_to, ensure_open_to
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City, soon
from tests.web.reporting.files import book


def handed_in(city: City) -> None:
    city.confirmed()
    held = city.submission()
    submit(city.actor(), held.pk, revision=held.revision)


def end(city: City, way: str) -> None:
    """The deadline passes by itself, or the round is frozen."""
    if way == "frozen":
        city.round.state = RoundState.FROZEN
    else:
        city.round.opens, city.round.deadline = soon(days=-9), soon(days=-1)
    city.round.save()


def returned(city: City) -> None:
    held = city.submission()
    move(city.actor("county_reviewer"), held.pk, "return", revision=held.revision, comment="请核实")


@pytest.mark.parametrize("way", ["frozen", "late"])
def test_the_whole_way_after_the_end(city: City, way: str) -> None:
    handed_in(city)
    end(city, way)
    assert closed_to(city.submission()) is not None
    returned(city)
    client, page = city.client(), f"/desk/submission/{city.submission().pk}/"
    assert closed_to(city.submission()) is None
    assert "上传文件" in client.get(page).content.decode()
    assert client.get(f"{page}upload/").status_code == 200
    city.confirmed(book(rooms__books=9))
    held = city.submission()
    assert (held.state, mending(held)) == (State.DRAFT, True)
    assert "填报员提交" in who_next(held).zh
    assert why_not(city.actor(), held, "submit") is None
    assert client.post(f"{page}submit/", {"revision": held.revision}).status_code == 302
    assert city.submission().state == State.SUBMITTED
    assert not mending(city.submission())
    assert client.get(f"{page}upload/").status_code == 409


def test_the_same_version_is_not_enough(city: City) -> None:
    handed_in(city)
    end(city, "frozen")
    returned(city)
    held = city.submission()
    with pytest.raises(Refusal, match="没有新的数据"):
        submit(city.actor(), held.pk, revision=held.revision)


def test_a_plain_draft_stays_outside(city: City) -> None:
    city.confirmed()
    end(city, "frozen")
    held = city.submission()
    assert not mending(held)
    for verb in ("draft", "submit"):
        assert why_not(city.actor(), held, verb) is not None
    with pytest.raises(Refusal, match="被退回的填报可以修改"):
        ensure_open_to(held)
    assert not mending(city.submission(SCHOOLS[1]))


def test_what_was_taken_back_after_a_return_is_a_plain_draft_again(city: City) -> None:
    handed_in(city)
    returned(city)
    city.confirmed(book(rooms__books=9))
    held = submit(city.actor(), city.submission().pk, revision=city.submission().revision)
    withdraw(city.actor(), held.pk, revision=held.revision)
    assert not mending(city.submission())
    end(city, "frozen")
    assert closed_to(city.submission()) is not None


def test_the_page_of_the_round_says_who_may_still_come(city: City) -> None:
    end(city, "frozen")
    page = city.client("city_statistician").get(f"/desk/rounds/{city.round.pk}/").content.decode()
    assert "只有被退回的填报可以修改后再提交" in page
