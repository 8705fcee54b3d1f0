"""The program of the how-to reads the API as it is, and its addresses are there."""

import json
import re
import sys
import urllib.request
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client

from tests.web.api.conftest import Key
from tests.web.matrix.world import World

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "site" / "use-the-api.md"
SITE = "http://testserver"


def test_the_program_names_every_county_with_its_verdict(
    held: World, client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def opened(asked: urllib.request.Request) -> BytesIO:
        answer = client.get(asked.full_url.removeprefix(SITE))
        assert answer.status_code == 200
        return BytesIO(answer.content)

    found = re.search(r"```python no-run\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    monkeypatch.setattr(urllib.request, "urlopen", opened)
    monkeypatch.setattr(sys, "argv", ["page", SITE])
    exec(compile(found[1], str(PAGE), "exec"), {})  # noqa: S102
    listed = json.loads(client.get("/api/v1/editions/latest/counties?limit=200").content)
    assert capsys.readouterr().out.splitlines() == [
        f"{one['county_code']} {one['county']['zh']} {one['state']}" for one in listed["items"]
    ]
    assert listed["items"]


def test_what_curl_reads_is_there(held: World, client: Client, key: Key) -> None:
    addresses = re.findall(
        r"^curl -s (-H \"Authorization[^\"]*\" )?\"?http://127.0.0.1:8000([^\s\"]+)\"?$", _shown(), re.MULTILINE
    )
    assert len(addresses) == 4
    for token, address in addresses:
        headers = key("county_reviewer") if token else {}
        assert client.get(address, headers=headers).status_code == 200


def _shown() -> str:
    return PAGE.read_text(encoding="utf-8")
