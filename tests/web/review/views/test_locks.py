"""The statistician's pages."""

from junheng.web.reporting.models import Round, RoundState, Submission
from junheng.web.review.queries import UnitState
from junheng.web.review.views.locks import readiness
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import approved


def unit(code: str, kind: str, path: str, state: str) -> UnitState:
    return UnitState(code, code, code, kind, path, state, 1)


def test_readiness_by_county() -> None:
    county = unit("b", "county", "a/b/", "approved")
    schools = [unit(one, "school", f"a/b/{one}/", state) for one, state in (("c", "approved"), ("d", "draft"))]
    [found] = readiness([county, *schools])
    assert (found.ready, found.all, [one.code for one in found.waiting]) == (1, 2, ["d"])


def test_locking_from_the_page(crew: People, held: Round, mine: dict[str, Submission]) -> None:
    approved(mine[SCHOOLS[0]], crew)
    client = crew.client("city_statistician")
    page = client.get("/desk/lock/2025/").content.decode()
    assert "样例小学9" in page
    refused = client.post("/desk/lock/2025/lock/", {"do": "lock", "revision": held.revision, "reason": " "})
    assert refused.status_code == 422
    stale = client.post("/desk/lock/2025/lock/", {"do": "lock", "revision": "x", "reason": "先锁定"})
    assert stale.status_code == 409
    assert "先锁定" in stale.content.decode()
    done = client.post("/desk/lock/2025/lock/", {"do": "lock", "revision": held.revision, "reason": "先锁定"})
    assert done.status_code == 302
    assert "/desk/jobs/" in done["Location"]
    held.refresh_from_db()
    assert held.state == RoundState.LOCKED
    for role in ("county_reviewer", "inspector"):
        assert crew.client(role).post("/desk/lock/2025/lock/", {"do": "lock"}).status_code == 403
    assert client.get("/desk/lock/2025/lock/").status_code == 405
