"""The steps of a study in order, where it is, and the words for both."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.web.workforce.models import StudyKind, WorkforceStudy

PAGES = {StudyKind.ITINERANT: "itinerant", StudyKind.PAY: "pay", StudyKind.TALENT: "talent"}
TITLES = {
    StudyKind.ITINERANT: Text("走教", "Itinerant teaching"),
    StudyKind.PAY: Text("绩效工资", "Performance pay"),
    StudyKind.TALENT: Text("人才培养", "Talent programmes"),
}
QUESTIONS = {
    StudyKind.ITINERANT: Text("学科、学校和限制", "Subjects, schools and limits"),
    StudyKind.PAY: Text("分配比例", "Shares"),
    StudyKind.TALENT: Text("目标和参数", "Targets and parameters"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """``look``: done, now or nothing; ``href``: its page."""

    title: Text
    href: str
    look: str


def page_of(of: WorkforceStudy) -> str:
    """The address of a study's own page."""
    return reverse(PAGES[StudyKind(of.kind)], args=[of.pk])


def steps(of: WorkforceStudy) -> list[Step]:
    """Tables, numbers, answer."""
    kind, looks = StudyKind(of.kind), _looks(of)
    return [
        Step(Text("数据表", "Tables"), reverse("workforce-tables", args=[of.pk]), looks[0]),
        Step(QUESTIONS[kind], reverse("workforce-question", args=[of.pk]), looks[1]),
        Step(Text("结果", "Answer"), page_of(of), looks[2]),
    ]


def _looks(of: WorkforceStudy) -> tuple[str, str, str]:
    if of.result is not None or (of.kind == StudyKind.TALENT and of.tables):
        return "done", "done", "now"
    if not of.tables:
        return "now", "", ""
    said = bool(of.given or of.asked)
    return "done", "done" if said else "now", "now" if said else ""


def state_of(of: WorkforceStudy) -> tuple[str, str]:
    """The class and the words of where a study is; ``result`` need not be read."""
    state = of.job.state if of.job is not None else ""
    if state == "done":
        return "done", _("已有结果")
    if state in {"waiting", "running"}:
        return "running", _("正在计算")
    if state in {"failed", "cancelled"}:
        return "failed", _("没有算成")
    if of.kind == StudyKind.TALENT and of.tables:
        return "done", _("已有结果")
    return ("open", _("可以计算")) if of.tables else ("draft", _("等待数据表"))
