"""Every operation stands behind the door, and the description is served beside them."""

import pytest
from django.test import Client

from junheng.web.api.door import door
from junheng.web.api.routes import api, patterns


def test_every_address_goes_through_the_door() -> None:
    inside = door(lambda _request: None).__code__  # type: ignore[arg-type, return-value]
    served = patterns()
    assert len(served) > 40
    assert {one.callback.__code__ for one in served} == {inside}


@pytest.mark.django_db
def test_chinese_is_written_as_it_is(client: Client) -> None:
    assert "义务教育".encode() in client.get("/api/v1/openapi.json").content


def test_every_kind_of_fault_becomes_a_problem() -> None:
    assert {one.__name__ for one in api._exception_handlers.values()} == {"_answered"}
