"""Roles × verbs: who may do what, where a role is held and how far it reaches."""

from collections.abc import Mapping

from junheng.web.accounts.roles import Role, roles, verbs
from pages.markdown import code, page, section, table

LEVELS = {"city": "市 city", "county": "区县 county", "school": "学校 school"}
EXTENTS = {
    "own": "本级 own",
    "below": "本级及下级 own and below",
    "all": "全部 all",
    "custom": "自定义 custom",
}


def pages() -> Mapping[str, str]:
    return {
        "reference/roles.md": page(
            "角色与权限 Roles and what each may do",
            "角色由安全管理员授予，设在某一级机构上，只在其数据范围内有效；范围之外的数据按不存在回答（404），"
            "没有的权限按无权办理回答（403）。原因见[数据范围与角色](../concepts/reach-and-roles.md)。\n\n"
            "*A role is granted by the security administrator, held at an organisation, good within its reach. What "
            "lies outside is answered as if it did not exist (404); a verb that is missing, with 403.*",
            section("角色 Roles", table(HEADERS, (_line(one) for one in roles().values()))),
            section(
                "权限 Verbs",
                table(("权限 Verb", "意思 Meaning", "角色 Roles"), (_verb(id_) for id_ in verbs())),
            ),
        )
    }


HEADERS = (
    "角色 Role",
    "名称 Title",
    "设在 Held at",
    "默认数据范围 Default reach",
    "动态口令 One-time password",
    "三员之一 Separate power",
    "权限 Verbs",
)


def _line(one: Role) -> tuple[object, ...]:
    held = "、".join(code(verb) for verb in verbs() if verb in one.verbs)
    second = "必须 required" if one.factors > 1 else None
    return (
        code(one.id),
        one.title,
        LEVELS[one.level],
        EXTENTS[one.extent],
        second,
        "是 yes" if one.power else None,
        held,
    )


def _verb(id_: str) -> tuple[object, ...]:
    return code(id_), verbs()[id_], "、".join(one.title.zh for one in roles().values() if id_ in one.verbs)
