"""Decisions in words."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from junheng.web.posts.models import DecisionKind, DecisionState, PostsDecision

LOOKS: Mapping[str, str] = {
    DecisionState.PROPOSED: "submitted",
    DecisionState.APPROVED: "done",
    DecisionState.REFUSED: "failed",
    DecisionState.WITHDRAWN: "draft",
}
"""The colour class of a state."""


def kind_words(kind: str) -> str:
    return {
        DecisionKind.AUTHORISED: _("核定编制"),
        DecisionKind.ALLOTMENT: _("岗位分配"),
        DecisionKind.COMPETITION: _("跨校竞聘"),
        DecisionKind.ARRANGEMENT: _("统筹调剂"),
    }[DecisionKind(kind)]


def state_words(state: str) -> str:
    return {
        DecisionState.PROPOSED: _("待批准"),
        DecisionState.APPROVED: _("已批准"),
        DecisionState.REFUSED: _("未批准"),
        DecisionState.WITHDRAWN: _("已撤回"),
    }[DecisionState(state)]


def decision_title(of: PostsDecision) -> str:
    """Number and kind; the round of a competition, and which decision it takes back."""
    said = f"{of.number} {kind_words(of.kind)}"
    if of.round is not None:
        said += " " + _("第 %(n)d 轮") % {"n": of.round}
    if of.undoes is not None:
        said += " " + _("撤销决定 %(n)d") % {"n": of.undoes.number}
    return said
