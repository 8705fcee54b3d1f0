"""Every operation, asked with what schemathesis makes of its description: it answers as it says, and never breaks."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks as conformance

from junheng.web.api.openapi import document, operations, verb_of
from junheng.web.api.routes import api
from junheng.web.reporting.models import Submission
from tests.web.api.conftest import Key
from tests.web.matrix.world import ITEM, World
from tests.web.people import COUNTY, SCHOOLS

EXAMPLES = 4
"""Cases of each operation; they are the same in every run."""
CHECKS: list[Any] = [
    not_a_server_error,
    conformance.status_code_conformance,
    conformance.content_type_conformance,
    conformance.response_schema_conformance,
    conformance.response_headers_conformance,
    conformance.negative_data_rejection,
]
WHO = {
    "report.fill": "county_reviewer",
    "audit.read": "audit_admin",
    **dict.fromkeys(("staff.see", "staff.edit", "staff.approve", "talent.see", "pay.persons"), "personnel"),
}
"""Who has the verb, where the statistician has it not."""
ALL = sorted(operations(api))


@pytest.fixture
def schema(held: World, settings: Settings) -> Iterator[Any]:
    """The description as the server tells it. Requests share the test's connection, so none of them closes it."""
    settings.JUNHENG_API_RATES = {"address": 0, "token": 0, "refused": 0}
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _headers(key: Key, verb: str | None) -> dict[str, str]:
    return {} if verb is None else key(WHO.get(verb, "city_statistician"))


def _tried(operation: Any, headers: dict[str, str]) -> int:
    """How many cases of one operation were answered as described."""
    tried: list[Any] = []

    @hypothesis_settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def run(case: Any) -> None:
        tried.append(case)
        case.call_and_validate(headers=headers, checks=CHECKS)

    run()
    return len(tried)


def test_whatever_is_asked_the_answer_is_as_described(schema: Any, key: Key) -> None:
    found, cases = operations(api), 0
    for result in schema.get_all_operations():
        operation = result.ok()
        headers = _headers(key, verb_of(found[operation.path, operation.method.upper()]))

        cases += _tried(operation, headers)
    sys.stdout.write(f"\nschemathesis: {len(found)} operations, {cases} cases\n")
    assert cases >= len(found)


VALUES: dict[str, Any] = {
    "slug": "2025",
    "section": "primary",
    "indicator": "L5",
    "item": "G5",
    "standard": "jiaodu-2017-6",
    "article": "art-03",
    "number": 1,
}
QUERIES: dict[str, Any] = {"q": "样例", "place": [COUNTY], "kind": "pay"}
OF_COUNTIES = ("counties", "evidence", "posts", "talent-shares")


def test_what_is_there_is_told_as_described(schema: Any, key: Key, held: World) -> None:
    for path, method in (one for one in ALL if one[1] == "GET"):
        operation = schema[path][method]
        names = [one.name for one in operation.path_parameters]
        query = {name: value for name, value in QUERIES.items() if name in {one.name for one in operation.query}}
        given = {name: _value(path, name, held) for name in names}
        case = operation.Case(path_parameters=given, query=query)
        answer = case.call_and_validate(headers=_headers(key, verb_of(operations(api)[path, method])), checks=CHECKS)
        assert answer.status_code == 200, (path, answer.text)


def _value(path: str, name: str, held: World) -> Any:
    if name == "code":
        return COUNTY if any(f"/{one}/" in path for one in OF_COUNTIES) else SCHOOLS[0]
    if "/evidence/" in path and name == "item":
        return ITEM
    if "/verdicts/" in path and name == "number":
        return held.parts["verdict.number"]
    return VALUES.get(name, held.parts.get(f"api.{name}", held.parts.get(name)))


BAD: tuple[dict[str, str], ...] = (
    {},
    {"Authorization": "Bearer jh_00000000_no"},
    {"Authorization": "Basic eDp5"},
    {"Authorization": "Bearer"},
)


def test_without_the_right_token_nothing_opens(schema: Any, key: Key, held: World) -> None:
    others = {scope: key("city_statistician", scope) for scope in ("report.see", "report.review")}
    for path, method in ALL:
        verb = verb_of(operations(api)[path, method])
        if verb is None:
            continue
        operation = schema[path][method]
        names = [one.name for one in operation.path_parameters]
        case = operation.Case(path_parameters={name: _value(path, name, held) for name in names})
        for headers in BAD:
            answer = case.call(headers=headers)
            assert answer.status_code == 401, (path, headers)
            assert answer.headers["www-authenticate"][0].startswith("Bearer")
        if verb:
            other = "report.see" if verb != "report.see" else "report.review"
            assert case.call(headers=others[other]).status_code == 403, path
    assert Submission.objects.everything("nothing moved").get(pk=held.submission.pk).revision == 1


def test_the_list_of_operations_is_whole() -> None:
    assert {(path, method.upper()) for path, methods in document(api)["paths"].items() for method in methods} == set(
        ALL
    )
