"""The description of the API in OpenAPI 3.1: what ninja says, made whole with faults, scopes and examples."""

from typing import Any

from ninja import NinjaAPI

from junheng.web.accounts.roles import verbs
from junheng.web.api.problem import MEDIA_TYPE, TITLES, Problem

DESCRIPTION = """义务教育优质均衡监测的公开数据与填报接口；数值为公布的全精度。
Published data on balanced compulsory education, and the reporting of schools; numbers in full published precision.

- 缺值 / missing values: `state` 为 `not_reported`（未报）、`not_applicable`（不适用）、`suppressed`（隐去小数值）时，
  `value` 为 null，绝不是 0。
  `value` is null when `state` is `not_reported`, `not_applicable` or `suppressed`; never 0.
- 令牌 / tokens: `Authorization: Bearer jh_…`。
- 出错 / faults: `application/problem+json` (RFC 9457)，语言随 `Accept-Language`。
- 条件请求 / conditional requests: `ETag` + `If-None-Match` → 304。
- 频率 / rates: 429 + `Retry-After`。
"""
SCHEME = "Bearer"


def document(api: NinjaAPI) -> dict[str, Any]:
    """The whole description, ready to be served."""
    held: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="api/v1/"))
    held["info"] = {**held["info"], "description": DESCRIPTION, "license": {"name": "Apache-2.0"}}
    held["servers"] = [{"url": "/", "description": "本站 / this site"}]
    parts = held["components"]
    parts["schemas"] = {**parts["schemas"], **_problem_schemas()}
    parts["responses"] = {f"Problem{status}": _problem(status) for status in TITLES}
    parts["securitySchemes"] = {
        SCHEME: {"type": "http", "scheme": "bearer", "description": "在“接口令牌”页生成 / made on the page of tokens"}
    }
    found = operations(api)
    for path, methods in held["paths"].items():
        for method, operation in methods.items():
            _complete(operation, found[path, method.upper()])
    return held


def operations(api: NinjaAPI) -> dict[tuple[str, str], Any]:
    """Every operation by its path template and method."""
    held: dict[tuple[str, str], Any] = {}
    for bound in api._get_bound_routers():
        for path, view in bound.path_operations.items():
            full = "/" + "/".join(part.strip("/") for part in ("api/v1", bound.prefix, path) if part.strip("/"))
            held.update({(full, method): operation for operation in view.operations for method in operation.methods})
    return held


def verb_of(operation: Any) -> str | None:
    """The verb an operation asks of a token; ``""`` any token; None when it is public."""
    return operation.auth_callbacks[0].verb if operation.auth_callbacks else None


def _complete(described: dict[str, Any], operation: Any) -> None:
    verb = verb_of(operation)
    answers = described["responses"] = {str(status): held for status, held in described["responses"].items()}
    takes = bool(described.get("parameters") or described.get("requestBody"))
    faults = {500, 429, *([401, 403] if verb is not None else [])}
    faults |= {404, 422} if takes else set()
    faults |= {503} if "explanations" in (described.get("tags") or ()) else set()
    faults |= {409} if "posts" in (described.get("tags") or ()) else set()
    faults |= {400, 409, 410, 413} if "POST" in operation.methods else set()
    for status in sorted(faults):
        answers.setdefault(str(status), {"$ref": f"#/components/responses/Problem{status}"})
    if verb is not None:
        described["security"] = [{SCHEME: []}]
        described["x-verb"] = verb
        if verb:
            said, own = verbs()[verb], described.get("description", "")
            described["description"] = f"{own}\n\n权限 / scope: `{verb}` {said.zh} / {said.en}"


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    title = TITLES[status]
    headers = {"Retry-After": {"schema": {"type": "integer"}, "description": "秒 / seconds"}} if status == 429 else {}  # noqa: PLR2004
    return {
        "description": f"{title.zh} / {title.en}",
        "content": {MEDIA_TYPE: {"schema": schema}},
        **({"headers": headers} if headers else {}),
    }


def _problem_schemas() -> dict[str, Any]:
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), "Problem": schema}
