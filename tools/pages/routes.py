"""Every address of the site and who may open it, read from the marks on the views."""

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pages.django_site import ready
from pages.markdown import code, page, section, table

API = "api/v1/"
ACCESS = {"public": "公众 everybody", "signed_in": "登录即可 any account"}
ANCHORS = re.compile(r"[\^$\\]|\(\?P<(\w+)>[^)]*\)")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def pages() -> Mapping[str, str]:
    ready()
    return {
        "reference/routes.md": page(
            "网址与权限 Addresses and access",
            "每个页面和接口谁能打开。英文页面在同一地址前加 `/en`。写权限的，还要在数据范围之内。"
            "权限的意思见[角色与权限](roles.md)。\n\n"
            "*Who may open each page and operation. English pages are below `/en`. A verb is good within its reach.*",
            section(
                "页面 Pages",
                table(("网址 Address", "名称 Name", "谁能打开 Access", "说明 About"), _pages()),
            ),
            section(
                "接口 API",
                "凭令牌的接口只认令牌，不认浏览器会话。 *A session opens nothing here.*",
                table(("方法 Method", "网址 Address", "令牌的权限 Scope", "说明 About"), _operations()),
            ),
        )
    }


def _pages() -> Iterator[tuple[object, ...]]:
    from django.urls import get_resolver

    for pattern, name, view in sorted(_walk(get_resolver(), ""), key=lambda one: one[0]):
        if not pattern.startswith(API):
            access = view.access
            yield code(f"/{pattern}"), code(name), ACCESS.get(access) or code(access), _about(view)


def _walk(resolver: Any, before: str) -> Iterator[tuple[str, str, Any]]:
    from django.urls.resolvers import LocalePrefixPattern

    for one in resolver.url_patterns:
        own = "" if isinstance(one.pattern, LocalePrefixPattern) else str(one.pattern)
        if hasattr(one, "url_patterns"):
            yield from _walk(one, before + own)
        else:
            yield (
                before + ANCHORS.sub(lambda found: f"<{found[1]}>" if found[1] else "", own),
                one.name or "",
                one.callback,
            )


def _about(view: Any) -> str | None:
    """The first sentence of the view's own story; a library's is not ours to tell."""
    own = inspect.unwrap(view)
    if not own.__module__.startswith("junheng."):
        return None
    return (inspect.getdoc(own) or "").split("\n\n")[0].replace("\n", " ").replace("``", "`") or None


def _operations() -> Iterator[tuple[object, ...]]:
    from junheng.web.api.openapi import document
    from junheng.web.api.routes import api

    for path, methods in sorted(document(api)["paths"].items()):
        for method in METHODS:
            if (one := methods.get(method.lower())) is not None:
                yield method, code(path), _scope(one), one["summary"]


def _scope(operation: Mapping[str, Any]) -> str:
    if "x-verb" not in operation:
        return "公众 everybody"
    return code(operation["x-verb"]) if operation["x-verb"] else "任何令牌 any token"
