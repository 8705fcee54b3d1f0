"""The menu of the signed-in site: what each role finds where."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: the name of its address, its words, the verb it needs (empty: an account is enough)."""

    url: str
    title: Text
    verb: str = ""


MENU: tuple[Entry, ...] = (
    Entry("desk", Text("我的工作台", "My desk")),
    Entry("organisations", Text("机构", "Organisations"), "account.manage"),
    Entry("people", Text("账号与角色", "Accounts and roles"), "account.see"),
    Entry("rounds", Text("填报批次与进度", "Rounds and progress"), "report.see"),
    Entry("review-list", Text("审核", "Review"), "report.review"),
    Entry("locks", Text("锁定", "Lock"), "round.lock"),
    Entry("corrections", Text("更正", "Corrections"), "report.see"),
    Entry("evidence", Text("佐证与认定", "Evidence and findings"), "evidence.see"),
    Entry("evidence-work", Text("待我认定", "Evidence waiting for me"), "evidence.judge"),
    Entry("draws", Text("实地核查抽取", "Drawing of visits"), "visits.draw"),
    Entry("surveys", Text("满意度调查", "Satisfaction survey"), "survey.see"),
    Entry("desk-verdicts", Text("结论签发与发布", "Signing and release"), "verdict.see"),
    Entry("desk-appeals", Text("申诉", "Appeals"), "verdict.see"),
    Entry("desk-publication", Text("公开时限", "Publication terms"), "publish.release"),
    Entry("desk-disclosure", Text("小数值保护", "Disclosure control"), "publish.disclosure"),
    Entry("seats", Text("学位缺口", "Seat gap"), "plan.see"),
    Entry("sitings", Text("布点", "Siting"), "plan.see"),
    Entry("horizons", Text("远期规划", "Plan to the horizon"), "plan.see"),
    Entry("remedies", Text("达标方案", "Plans that pass"), "plan.see"),
    Entry("zone-plans", Text("学区方案", "Zone plans"), "plan.see"),
    Entry("rotations", Text("教师交流轮岗", "Teacher rotation"), "staff.see"),
    Entry("rotation-wish-rounds", Text("交流志愿", "Rotation wishes"), "staff.wish"),
    Entry("rotation-publishing", Text("交流公示", "Publishing rotations"), "staff.publish"),
    Entry("posts", Text("教师编制", "Posts of staff"), "staff.see"),
    Entry("posts-approvals", Text("编制审批", "Approving posts"), "staff.approve"),
    Entry("itinerants", Text("走教", "Itinerant teaching"), "staff.see"),
    Entry("pays", Text("绩效工资", "Performance pay"), "staff.see"),
    Entry("talents", Text("人才培养", "Talent programmes"), "staff.see"),
    Entry("talent-shares", Text("区县人才培养", "Talent programmes by county"), "talent.see"),
    Entry("audit", Text("审计日志", "Audit log"), "audit.read"),
    Entry("desk-health", Text("运行状况", "Health"), "system.run"),
    Entry("jobs", Text("后台任务", "Background work")),
    Entry("account-me", Text("我的账号", "My account")),
    Entry("tokens", Text("接口令牌", "API tokens"), "token.own"),
)


def menu_of(request: HttpRequest) -> list[dict[str, object]]:
    """The entries open to whoever is asking, with their addresses and whether one, or a page below it, is looked at."""
    actor = actor_of(request)
    shown = [(one, reverse(one.url)) for one in MENU if not one.verb or actor.may(one.verb)]
    here = max((href for _one, href in shown if request.path.startswith(href)), key=len, default="")
    return [{"href": href, "title": one.title, "here": href == here} for one, href in shown]
