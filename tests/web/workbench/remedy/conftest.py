"""A year that does not pass, and a study of it answered; neither asks the database anything."""

import copy

import pytest

from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.solving import totals
from tests.balance.city import COUNTY
from tests.web.workbench.remedy.ground import ASKED, LAW, PRICED, answered, the_year


@pytest.fixture
def year() -> Opened:
    return the_year()


@pytest.fixture
def study() -> RemedyStudy:
    """The county's study with moves."""
    result = copy.deepcopy(answered())
    cost, bound = totals(result)
    return RemedyStudy(
        county_code=COUNTY,
        standard=LAW.id,
        name="样例方案",
        asked=copy.deepcopy(ASKED),
        prices={COUNTY: copy.deepcopy(PRICED)},
        result=result,
        cost=cost,
        bound=bound,
    )
