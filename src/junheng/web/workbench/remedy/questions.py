"""The further questions to a study: what a sum buys, what demands cost, how the cost follows, in which year."""

from collections.abc import Callable, Mapping
from typing import Any

from junheng.balance.remedy import quantities
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.workbench.asking import Asking
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.asking import RICHEST

QUESTIONS: Mapping[str, Text] = {
    "budget": Text("一笔钱能买到什么", "What a sum of money buys"),
    "demands": Text("哪些要求最花钱", "What demands cost"),
    "sensitivity": Text("学生和单价变了怎样", "If pupils or prices change"),
    "years": Text("分年实施", "Year by year"),
}
"""Kind of question -> its title; also the end of its address."""
SEVERAL_WAYS = Text(
    "这份方案并用多种办法。换条件试算现在只对每个数量一种单价的方案作答：请不选“并用单价表里的各种办法”，另做一次测算再试。",
    "This plan uses several ways. Other conditions are tried only where every quantity has one price: make another "
    "study without “Use all ways of the price list” and try there.",
)
MEASURES: Mapping[str, Text] = {"pupils": Text("学生", "Pupils"), "schools": Text("学校", "Schools")}
LEAST_SHARE, MOST_SHARE, USUAL_SHARE = 1, 50, 10
FIRST, LAST, LONGEST = 2000, 2100, 15
MOST_LEAD = 10


def untried(study: RemedyStudy) -> Text | None:
    """Why other conditions cannot be tried on a study; None where they can."""
    return SEVERAL_WAYS if any(one.get("ways") for one in study.prices.values()) else None


def asked_of(
    what: str, given: Mapping[str, str], study: RemedyStudy, law: Standard
) -> tuple[dict[str, Any], list[Text]]:
    """What a form asks, as a study keeps it, and what is wrong in it."""
    asking = Asking(given)
    return READERS[what](asking, study, law), asking.faults


def _budget(asking: Asking, study: RemedyStudy, _law: Standard) -> dict[str, Any]:
    counties = tuple(study.prices) if len(study.prices) > 1 else ()
    return {
        "budget": asking.number("budget", Text("预算", "Budget"), 0, RICHEST, None),
        "by": asking.choice("by", Text("尽量多的是", "As many as possible"), tuple(MEASURES), "pupils"),
        "county": asking.choice("county", Text("范围", "Area"), ("", *counties), ""),
    }


def _nothing(_asking: Asking, _study: RemedyStudy, _law: Standard) -> dict[str, Any]:
    return {}


def _sensitivity(asking: Asking, _study: RemedyStudy, _law: Standard) -> dict[str, Any]:
    title = Text("上下浮动（%）", "Up and down by (%)")
    return {"by": asking.number("share", title, LEAST_SHARE, MOST_SHARE, USUAL_SHARE)}


def _years(asking: Asking, _study: RemedyStudy, law: Standard) -> dict[str, Any]:
    first = asking.whole("first", Text("第一年", "First year"), FIRST, LAST, None)
    last = asking.whole("last", Text("最后一年", "Last year"), FIRST, LAST, None)
    if not asking.faults and (first is None or last is None or not 0 <= last - first < LONGEST):
        asking.faults.append(
            Text(
                f"“第一年”“最后一年”都要填，先后不能颠倒，至多{LONGEST}年",
                f"“First year” and “Last year” must both be given, in order, and span at most {LONGEST} years",
            )
        )
    count = 1 if first is None or last is None else max(last - first + 1, 1)
    lead = {
        one.indicator: wait
        for one in quantities(law)
        if (wait := asking.whole(f"lead_{one.indicator}", _lead_title(one.indicator, law), 0, MOST_LEAD, 0))
    }
    return {"first": first, "last": last, "money": _money(asking, count), "lead": lead}


def _lead_title(indicator: str, law: Standard) -> Text:
    short = law.indicator(indicator).short
    return Text(f"{indicator} {short.zh}要几年建成", f"{indicator} {short.en}, years until it stands")


def _money(asking: Asking, count: int) -> list[float]:
    """Yuan of each year: one amount for all, or one for each."""
    said = asking.given.get("money", "").replace("，", " ").replace(",", " ").split()
    try:
        amounts = [float(one) for one in said]
    except ValueError:
        amounts = []
    if len(amounts) not in {1, count} or any(not 0 <= one <= RICHEST for one in amounts):
        asking.faults.append(
            Text(
                "“每年的预算”应为一个不小于零的数，或每年一个、用空格隔开；数字里不写逗号",
                "“Budget of each year” must be one number of zero or more, or one for each year with blanks between "
                "them and no commas inside",
            )
        )
        return []
    return amounts * count if len(amounts) == 1 else amounts


READERS: Mapping[str, Callable[[Asking, RemedyStudy, Standard], dict[str, Any]]] = {
    "budget": _budget,
    "demands": _nothing,
    "sensitivity": _sensitivity,
    "years": _years,
}
