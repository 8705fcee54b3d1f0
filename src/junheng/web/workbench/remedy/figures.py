"""The few numbers a study is read by, and what is said beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.policy.text import Text
from junheng.publish.rounding import shown
from junheng.web.workbench.remedy.solving import totals
from junheng.web.workbench.remedy.works import WHOLE

County = Mapping[str, Any]
WAN, YI, MILLION = 10_000, 100_000_000, 1_000_000
EASY = 1e-9


def money(yuan: float | None) -> Text:
    """An amount as officials say it: 元, 万元 or 亿元."""
    if yuan is None:
        return Text("—", "—")
    zh = f"{shown(yuan / YI, 2)}亿元" if yuan >= YI else f"{shown(yuan / WAN, 2, thousands=True)}万元"
    if yuan < WAN:
        zh = f"{shown(yuan, 0)}元"
    en = (
        f"{shown(yuan / 1e6, 2, thousands=True)} million yuan"
        if yuan >= YI / 100
        else f"{shown(yuan, 0, thousands=True)} yuan"
    )
    return Text(zh, en)


def above(cost: float | None, bound: float | None) -> Text:
    """How far a plan may lie above the cheapest there is, in words."""
    if cost is None or bound is None:
        return Text("没有下界", "no bound")
    if cost <= EASY:
        return Text("不需要花钱", "nothing to pay")
    if bound <= EASY:
        return Text("下界为零，不能说明高出多少", "the bound is zero and proves nothing")
    share = 100 * (cost - bound) / bound
    if share < 0.005:  # noqa: PLR2004 - half of the last digit shown
        return Text("已证明最省（相差不到 0.01%）", "proven cheapest (to less than 0.01 %)")
    return Text(f"至多比最省的高 {shown(share, 2)}%", f"at most {shown(share, 2)} % above the cheapest possible")


def sections_of(counties: Sequence[County]) -> Iterator[Mapping[str, Any]]:
    for county in counties:
        yield from county["sections"]


def difference(cost: float | None, plain: float | None) -> tuple[Text, Text]:
    """How much more or less one plan costs than another: yuan, and percent where there is something to divide by."""
    if cost is None or plain is None:
        return NOTHING, NOTHING
    more = cost - plain
    sign = "+" if more > 0 else "−" if more < 0 else ""
    amount = money(abs(more))
    share = f"{sign}{shown(100 * abs(more) / plain, 1)}%" if plain else ""
    return Text(f"{sign}{amount.zh}", f"{sign}{amount.en}"), Text(share, share)


NOTHING = Text("—", "—")


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the counties looked at.

    Attributes:
        cost, bound: of the sections that have a plan, together; None when none has.
        without: how many sections have no plan.
        passing_after: a section without a plan stays as it is.
        counties: how many have a plan in every section, and how many of them are ``proven`` cheapest.
        low, high: what the same works cost at the ends of the price ranges.
        split: how many schools of several sections the plan adds rooms or equipment to.
        together: whether sections of a county were solved together.
    """

    cost: float | None
    bound: float | None
    schools: int
    passing: int
    passing_after: int
    without: int
    counties: int
    proven: int
    low: float
    high: float
    split: int
    together: bool

    @property
    def above(self) -> Text:
        return above(self.cost, self.bound)


def figures(counties: Sequence[County], prices: Mapping[str, Any]) -> Figures:
    """Args: the counties of an answer, and the prices by county code."""
    held = list(sections_of(counties))
    planned = [one for one in held if one["cost"] is not None]
    cost, bound = totals([{"sections": planned}]) if planned else (None, None)
    after = [one["passing"] if one["passing_after"] is None else one["passing_after"] for one in held]
    works = [(one, prices[county["code"]]) for county in counties for one in county["works"]]
    whole = [one for one in counties if all(part["cost"] is not None for part in one["sections"])]
    return Figures(
        cost=cost,
        bound=bound,
        schools=sum(one["schools"] for one in held),
        passing=sum(one["passing"] for one in held),
        passing_after=sum(after),
        without=len(held) - len(planned),
        counties=len(whole),
        proven=sum(all(part["status"] == "optimal" for part in one["sections"]) for one in whole),
        low=round(sum(_at(one, held, "low") for one, held in works), 2),
        high=round(sum(_at(one, held, "high") for one, held in works), 2),
        split=len({one["school_code"] for one, _ in works if shared(one)}),
        together=any(one["together"] for one in counties),
    )


def shared(work: Mapping[str, Any]) -> bool:
    """Whether the work is one for a whole school of several sections."""
    section: str = work["section"]
    return section == WHOLE


def _at(work: Mapping[str, Any], prices: Mapping[str, Any], end: str) -> float:
    """Yuan at one end of the price range."""
    if work["action"] == "move_out":
        return 0.0
    means = "move" if work["action"] == "move_in" else work["action"]
    price: float = prices[end][f"{means}_{work.get('kind') or work['indicator']}"]
    return float(work.get("units", work["amount"])) * price
