"""The words of states and steps on the pages of review."""

from django.utils.translation import gettext as _

from junheng.web.portal.words import say
from junheng.web.reporting.moves import table


def state_name(state: str) -> str:
    return {
        "missing": _("未报"),
        "draft": _("草稿"),
        "submitted": _("待审核"),
        "returned": _("已退回"),
        "approved": _("区县已审核"),
        "locked": _("市级已锁定"),
    }[state]


def round_state_name(state: str) -> str:
    return {"planned": _("未开始"), "open": _("填报中"), "frozen": _("已截止"), "locked": _("已锁定")}[state]


def correction_state_name(state: str) -> str:
    return {
        "asked": _("待区县审核"),
        "supported": _("待市级审批"),
        "granted": _("已同意"),
        "refused": _("未同意"),
        "withdrawn": _("已撤回"),
    }[state]


def way_name(way: str) -> str:
    return {"upload": _("上传"), "typed": _("在线填写"), "bulk": _("批量导入")}[way]


def deed_name(verb: str) -> str:
    """A step by the title of its move."""
    return say(table().moves[verb].title) if verb in table().moves else verb
