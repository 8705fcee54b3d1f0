"""What is done through the API is what the pages do: the same refusals, nothing half done."""

import pytest
from django.test import Client

from junheng.web.reporting.models import Submission
from tests.web.api.conftest import Key
from tests.web.matrix.world import World


def _post(client: Client, held: World, what: str, headers: dict[str, str], **said: object) -> int:
    path = f"/api/v1/submissions/{held.submission.pk}/{what}"
    return client.post(path, said, content_type="application/json", headers=headers).status_code


def test_what_has_changed_since_answers_409(held: World, client: Client, key: Key) -> None:
    assert _post(client, held, "submit", key("county_reviewer"), revision=99) == 409


def test_nobody_out_of_reach_moves_it(held: World, client: Client, key: Key) -> None:
    assert _post(client, held, "submit", key("other_reviewer"), revision=1) == 404


@pytest.mark.parametrize("what", ["approve", "return"])
def test_what_was_not_handed_in_cannot_be_decided(held: World, client: Client, key: Key, what: str) -> None:
    status = _post(client, held, what, key("county_reviewer"), revision=held.submission.revision, comment="看过")
    assert status in {403, 409}
    assert Submission.objects.everything("as it was").get(pk=held.submission.pk).state == "draft"


def test_a_preview_that_is_gone(held: World, client: Client, key: Key) -> None:
    assert _post(client, held, "confirm", key("county_reviewer"), token="0" * 32 + "-" + "0" * 64) in {404, 409, 410}
