"""The description of the API is the one that was agreed on, and says everything a program needs."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from ninja import Schema

from junheng.web.accounts.roles import verbs
from junheng.web.api.openapi import document, operations, verb_of
from junheng.web.api.problem import MEDIA_TYPE
from junheng.web.api.routes import api
from junheng.web.api.scopes import SCOPES

SNAPSHOT = Path(__file__).with_name("openapi.json")
ACCEPT = "python -m tests.web.api.accept"


def written() -> str:
    return json.dumps(document(api), ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"


def test_the_description_is_the_one_agreed_on() -> None:
    assert written() == SNAPSHOT.read_text(encoding="utf-8"), f"the API changed; accept it with: {ACCEPT}"


def described() -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, one) for path, methods in document(api)["paths"].items() for method, one in methods.items()]


def test_it_is_served_whole(client: Client, db: None) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["openapi"].startswith("3.1")
    assert set(answer.json()["paths"]) == {path for path, _method, _one in described()}


def test_every_operation_speaks_both_languages() -> None:
    assert [path for path, _method, one in described() if " / " not in one["summary"]] == []
    assert [path for path, _method, one in described() if " / " not in one["description"]] == []


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [one["operationId"] for _path, _method, one in described()]
    assert len(names) == len(set(names))


def test_what_is_not_public_names_its_scope_and_its_refusals() -> None:
    found = operations(api)
    for path, method, one in described():
        verb = verb_of(found[path, method.upper()])
        if verb is None:
            assert "security" not in one
            assert method == "get", f"{path}: only reading is public"
            continue
        assert one["security"] == [{"Bearer": []}]
        assert {"401", "403", "429", "500"} <= set(one["responses"])
        assert not verb or verb in verbs()


def test_every_fault_is_a_problem() -> None:
    for name, one in document(api)["components"]["responses"].items():
        assert list(one["content"]) == [MEDIA_TYPE], name


def test_scopes_are_the_verbs_that_operations_ask_for() -> None:
    asked = {verb_of(one) for one in operations(api).values()} - {None, ""}
    assert asked == set(SCOPES)


@pytest.mark.parametrize("path", ["/api/docs/", "/en/api/docs/"])
def test_people_read_the_same(client: Client, db: None, path: str) -> None:
    html = client.get(path).content.decode()
    assert all(one in html for one, _method, _described in described())
    assert "<script" not in html


def test_every_shape_has_a_name_of_its_own() -> None:
    """Two shapes of one name would be described as one of them."""
    document(api)
    held = [
        one.__name__
        for one in set(_shapes(Schema))
        if one.__module__.startswith("junheng.") and "[" not in one.__name__
    ]
    queries = {"Wanted", "Sought"}
    assert sorted(name for name, count in Counter(held).items() if count > 1 and name not in queries) == []


def _shapes(of: type[Any]) -> Iterator[type[Any]]:
    for one in of.__subclasses__():
        yield one
        yield from _shapes(one)
