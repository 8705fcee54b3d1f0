"""The description of the API for people: every operation, made from the same document that programs read."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import public
from junheng.web.accounts.roles import verbs
from junheng.web.api.problem import DETAILS, TITLES

GROUPS = {
    "editions": Text("学年与版本", "School years and versions"),
    "counties": Text("区县", "Counties"),
    "schools": Text("学校", "Schools"),
    "explanations": Text("由来：直到单元格", "Explanations, down to the cell"),
    "standards": Text("标准、指标、项目、参数", "Standards, indicators, items, parameters"),
    "articles": Text("政策条文", "Articles of the policy"),
    "verdicts": Text("结论文书与核验", "Records of verdicts and their verification"),
    "data": Text("数据集与公开目录", "Data sets and the catalogue of disclosure"),
    "surveys": Text("满意度调查", "Surveys"),
    "search": Text("搜索与对比", "Search and comparison"),
    "account": Text("我的账号", "My account"),
    "reporting": Text("填报与审核", "Reporting and review"),
    "evidence": Text("佐证", "Evidence"),
    "zoning": Text("学区", "School zones"),
    "posts": Text("教师编制与今后教师", "Posts of staff and the teachers ahead"),
    "workforce": Text("走教、绩效工资、人才培养", "Itinerant teaching, performance pay, talent programmes"),
    "jobs": Text("后台任务", "Background jobs"),
    "audit": Text("审计日志", "The audit log"),
}


@public
@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    from junheng.web.api.openapi import document
    from junheng.web.api.routes import api

    held = document(api)
    rows = [
        _row(path, method, operation)
        for path, methods in held["paths"].items()
        for method, operation in methods.items()
    ]
    order = list(GROUPS)
    rows.sort(key=lambda one: order.index(one["group"]))
    groups = [
        {"title": GROUPS[name], "id": name, "rows": list(found)}
        for name, found in groupby(rows, key=lambda one: one["group"])
    ]
    problems = [
        {"status": status, "title": title, "detail": DETAILS[status]}
        for status, title in TITLES.items()
        if status in DETAILS
    ]
    return render(request, "api/docs.html", {"groups": groups, "problems": problems, "count": len(rows)})


def _row(path: str, method: str, operation: dict[str, Any]) -> dict[str, Any]:
    verb = operation.get("x-verb")
    return {
        "group": operation["tags"][0],
        "method": method.upper(),
        "path": path,
        "summary": halves(operation["summary"]),
        "verb": verb,
        "scope": verbs()[verb] if verb else None,
        "parameters": [
            {
                "name": one["name"],
                "place": one["in"],
                "about": halves(one.get("description", "")),
                "examples": one.get("examples", []),
                "required": one["required"],
            }
            for one in operation.get("parameters", ())
        ],
    }


def halves(text: str) -> Text:
    """``中文 / English`` as words in two languages; words without a slash serve both."""
    zh, slash, en = text.partition(" / ")
    return Text(zh.strip(), en.strip() if slash else zh.strip())
