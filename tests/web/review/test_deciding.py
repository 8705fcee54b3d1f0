"""Who may decide on a correction: every role, every state."""

from junheng.web.reporting.models import CorrectionState, Round, Submission
from junheng.web.review.deciding import DEEDS, who_next, why_not
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import asked, workbook

MAY = {
    "asked": {("second_reviewer", "support"), ("second_reviewer", "refuse"), ("school_reporter", "withdraw")}
    | {("county_reviewer", "support"), ("county_reviewer", "refuse")},
    "supported": {("city_statistician", "grant"), ("city_statistician", "refuse"), ("school_reporter", "withdraw")},
}


def test_every_role_in_every_state(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    one = asked(mine[SCHOOLS[0]], crew, workbook(SCHOOLS[0], 444))
    for state in CorrectionState.values:
        one.state = state
        found = {(role, verb) for role in crew.users for verb in DEEDS if why_not(crew.actor(role), one, verb) is None}
        assert found == MAY.get(state, set()), state
        assert who_next(one).en


def test_who_supported_it_does_not_grant_it(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    one = asked(mine[SCHOOLS[0]], crew, workbook(SCHOOLS[0], 444))
    one.state, one.supported_by = CorrectionState.SUPPORTED, crew.users["city_statistician"]
    assert why_not(crew.actor("city_statistician"), one, "grant") is not None


def test_a_county_is_never_its_own_judge() -> None:
    assert all(level in {"", COUNTY_LEVEL, "city"} for deed in DEEDS.values() for level, _verb in deed.by.values())
    assert "county" not in {level for level, _verb in DEEDS["grant"].by.values()}


COUNTY_LEVEL = "county"
