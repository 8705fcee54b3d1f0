"""Every table of the site's database: what it is for, its columns, what is personal, how long it is kept."""

import inspect
import re
from collections.abc import Mapping
from typing import Any

from pages.django_site import ready
from pages.markdown import code, page, section, table

OURS = "junheng."
HEADERS = ("列 Column", "类型 Type", "取值 Choices", "可空 Empty")


def pages() -> Mapping[str, str]:
    ready()
    from junheng.web.operations.retention import terms
    from junheng.web.operations.tables import tables

    held = terms()
    parts = [_model(one, held[one._meta.label_lower]) for one in tables()]
    return {
        "reference/models.md": page(
            "数据表 Tables",
            "每张表为何而设、有哪些列、是否含个人信息、保存多久。标“密文”的列在磁盘上是 SM4-GCM 密文；"
            "文件内容不在数据库里，按 SHA-256 存在站点文件夹的 `store/`。期限怎样定见[保存期限](retention.md)。\n\n"
            "*What each table is for, its columns, whether it holds personal information, how long it is kept. "
            "Encrypted columns are SM4-GCM on disk; the content of files lies outside the database under its SHA-256.*",
            *parts,
        )
    }


def _model(model: Any, term: Any) -> str:
    label = model._meta.label_lower
    lines = [
        ("用途 Purpose", term.purpose),
        ("个人信息 Personal information", "是 yes" if term.personal else "否 no"),
        ("保存 Kept", _kept(term)),
        ("依据 Basis", term.cite or None),
        ("唯一 Unique", "；".join(_unique(model)) or None),
    ]
    columns = (_field(one) for one in model._meta.concrete_fields)
    return section(
        f"`{label}` {{#{label.replace('.', '-')}}}",
        _meaning(model),
        table(("项 Item", "内容 Content"), [line for line in lines if line[1]]),
        table(HEADERS, columns),
    )


def _meaning(model: Any) -> str:
    if not model.__module__.startswith(OURS) or model._meta.auto_created:
        return ""
    return re.sub(r"``([^`]+)``", r"`\1`", inspect.getdoc(model) or "")


def _kept(term: Any) -> str:
    if term.keep is None:
        return "未定，不删 not decided, nothing is deleted" + (f"；≥ {term.at_least} 天 days" if term.at_least else "")
    return f"{term.keep} 天 days → {term.then}"


def _unique(model: Any) -> list[str]:
    own = [one.fields for one in model._meta.total_unique_constraints if one.fields]
    return ["、".join(code(name) for name in names) for names in (*own, *model._meta.unique_together)]


def _field(one: Any) -> tuple[object, ...]:
    choices = [f"{code(str(value))} {words}" for value, words in one.flatchoices]
    return code(one.attname), _type(one), "、".join(choices) or None, "是 yes" if one.null else None


def _type(one: Any) -> str:
    if one.remote_field is not None:
        label = one.related_model._meta.label_lower
        return f"→ [{label}](#{label.replace('.', '-')})"
    if one.__class__.__name__ == "EncryptedTextField":
        return "密文 encrypted text (SM4-GCM)"
    length = f" ({one.max_length})" if one.max_length else ""
    unique = "，唯一 unique" if one.unique and not one.primary_key else ""
    key = "，主键 primary key" if one.primary_key else ""
    return f"{one.get_internal_type().removesuffix('Field')}{length}{unique}{key}"
