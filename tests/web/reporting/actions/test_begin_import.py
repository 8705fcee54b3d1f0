"""An upload of many becomes one job."""

import pytest

from junheng.web.kit.refusal import NotAllowed
from junheng.web.operations.models import Job
from junheng.web.reporting.actions.begin_import import begin_import
from junheng.web.reporting.models import State
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, uploaded, zipped


def test_the_same_upload_is_the_same_job(city: City) -> None:
    actor, content = city.actor("county_reviewer"), zipped({"a.xlsx": book(SCHOOLS[0]), "b.xlsx": book(SCHOOLS[1])})
    first, second = (begin_import(actor, city.round, [uploaded(content, "all.zip")]) for _ in range(2))
    assert first.pk == second.pk
    assert Job.objects.everything("a test").count() == 1
    first.refresh_from_db()
    assert first.result is not None
    assert first.result["taken"] == 2
    assert city.submission(SCHOOLS[1]).state == State.DRAFT


def test_not_for_everybody(city: City) -> None:
    with pytest.raises(NotAllowed):
        begin_import(city.actor("inspector"), city.round, [uploaded()])
