"""What may be done with a case in which state and by whom; why not me; who acts next."""

from collections.abc import Mapping

from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.models import Kind
from junheng.web.accounts.reach import Actor
from junheng.web.evidence.models import Case, CaseState

S = CaseState
ALLOWED: Mapping[str, tuple[str, frozenset[str]]] = {
    "give": ("evidence.give", frozenset({S.OPEN, S.GIVEN, S.FOUND, S.REPLIED})),
    "withdraw": ("evidence.give", frozenset({S.GIVEN, S.FOUND, S.REPLIED})),
    "judge": ("evidence.judge", frozenset({S.GIVEN, S.FOUND, S.REPLIED})),
    "reply": ("evidence.reply", frozenset({S.FOUND})),
    "finalise": ("evidence.judge", frozenset({S.FOUND, S.REPLIED})),
    "reopen": ("evidence.judge", frozenset({S.FINAL})),
}
"""Action → the verb it needs and the states it may be done in."""


def why_not(actor: Actor, case: Case, action: str) -> Text | None:
    """Why this person may not do this to the case now; None when they may."""
    verb, states = ALLOWED[action]
    if not actor.may(verb, case.organisation.path):
        return Text("您的角色不办理这一步。", "Your role does not do this step.")
    if case.state not in states:
        label = Text(CaseState(case.state).label, STATES_EN[CaseState(case.state)])
        return Text(f"现在的状态是“{label.zh}”。", f"It is now: {label.en}.")
    if action in {"judge", "finalise"} and case.pk and _gave(actor, case):
        return Text("提交过佐证的人不能认定（双人原则）。", "Who handed in files cannot judge them (four eyes).")
    return _not_yet(case) if action == "finalise" else None


def _gave(actor: Actor, case: Case) -> bool:
    return any(one.by_id == actor.user_id for one in case.attachments.all())


def _not_yet(case: Case) -> Text | None:
    last = list(case.findings.all())[-1]
    if last.met is None:
        return Text("最近一次意见是“材料不足”，须先作出认定。", "The last finding leaves it open: judge it first.")
    if case.state == S.FOUND and timezone.localdate() <= last.reply_by:
        return Text(
            f"区县可在{last.reply_by:%Y-%m-%d}前（含当日）回复，尚未回复。",
            f"The county may still reply until {last.reply_by:%Y-%m-%d}.",
        )
    return None


STATES_EN = {
    S.OPEN: "nothing handed in",
    S.GIVEN: "waiting for the inspector",
    S.FOUND: "waiting for the reply",
    S.REPLIED: "waiting to be made final",
    S.FINAL: "final",
}


def who_next(case: Case) -> Text:
    """Which role of which organisation acts next."""
    zh, en = case.organisation.name, case.organisation.name_en or case.organisation.name
    school = case.organisation.kind == Kind.SCHOOL
    if case.state == S.OPEN:
        return Text(f"{zh}提交佐证", f"{en} hands in evidence")
    if case.state == S.FOUND:
        whose = Text(f"{zh}所在区县" if school else zh, f"the county of {en}" if school else en)
        return Text(f"{whose.zh}回复督导意见", f"{whose.en} replies to the finding")
    if case.state == S.FINAL:
        return Text("无，已确认", "nobody: it is final")
    word = Text("认定", "judges") if case.state == S.GIVEN else Text("确认", "makes it final")
    return Text(f"市级督学{word.zh}", f"the city's inspector {word.en}")
