"""The list of what waits: clean ones together, each as it was seen."""

from junheng.web.reporting.models import State, Submission
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import submitted


def test_bulk_approval_takes_each_as_it_was_seen(
    crew: People, mine: dict[str, Submission], monkeypatch: object
) -> None:
    one, two = submitted(mine[SCHOOLS[0]], crew), submitted(mine[SCHOOLS[1]], crew)
    for held in (one, two):
        held.versions.update(given=5, asked=5)
    client = crew.client("second_reviewer")
    body = client.get("/desk/review/").content.decode()
    assert f'value="{one.pk}:{one.revision}"' in body
    answer = client.post(
        "/desk/review/approve/", {"chosen": [f"{one.pk}:{one.revision}", f"{two.pk}:{two.revision - 1}", "x", "1:x"]}
    )
    assert answer.status_code == 302
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.state, two.state) == (State.APPROVED, State.SUBMITTED)
    told = client.get("/desk/review/").content.decode()
    assert "其他人刚刚修改过" in told


def test_what_has_gaps_is_not_approved_unseen(crew: People, mine: dict[str, Submission]) -> None:
    one = submitted(mine[SCHOOLS[0]], crew)
    one.versions.update(given=1, asked=5)
    client = crew.client("county_reviewer")
    client.post("/desk/review/approve/", {"chosen": [f"{one.pk}:{one.revision}"]})
    one.refresh_from_db()
    assert one.state == State.SUBMITTED


def test_nothing_chosen_is_told(crew: People, mine: dict[str, Submission]) -> None:
    client = crew.client("county_reviewer")
    assert client.post("/desk/review/approve/").status_code == 302
    assert "没有勾选" in client.get("/desk/review/").content.decode()


def test_one_of_elsewhere_in_the_bulk_is_not_found(crew: People, mine: dict[str, Submission]) -> None:
    one = submitted(mine[SCHOOLS[0]], crew)
    answer = crew.client("other_reviewer").post("/desk/review/approve/", {"chosen": [f"{one.pk}:{one.revision}"]})
    assert answer.status_code == 404
    one.refresh_from_db()
    assert one.state == State.SUBMITTED


def test_filters(crew: People, mine: dict[str, Submission]) -> None:
    submitted(mine[SCHOOLS[0]], crew)
    client = crew.client("city_statistician")
    for query, there in (
        ("state=", True),
        ("state=submitted", True),
        ("state=locked", False),
        (f"state=&text={SCHOOLS[0]}", True),
        ("state=&text=%27%3B--", False),
        ("state=&county=410122", False),
        ("state=bogus&page=zz&round=1", True),
    ):
        assert (SCHOOLS[0] in client.get(f"/desk/review/?{query}").content.decode()) is there, query
