"""What is expected of a place in sentences: the band, what it means for seats, how it was found, what it leaves out."""

from django.utils.translation import gettext as _

from junheng.publish.plan.columns import METHODS
from junheng.publish.rounding import RATIO, shown
from junheng.seats.plan.tables import SECTION_AGES
from junheng.web.portal.words import say, section_name
from junheng.web.workbench.expected import PERCENT, Expected
from junheng.web.workbench.gaps import UNTIL, Question
from junheng.web.workbench.outlook import Outlook


def sentences(found: Expected, question: Question, seats: float) -> list[str]:
    """For the year of the question or, where that is counted already, the last year; ``seats``: of the place today."""
    around = found.around
    if around.totals is None:
        return []
    year = question.year if question.year > around.last else UNTIL
    banded = (
        [_band(found, around, year, seats), _planned(found)]
        if found.banded.height
        else [_("没有可比的过去：只有预测，没有区间。")]
    )
    return [*banded, *_method(found, question), *_unborn(question, around.last)]


def _band(found: Expected, around: Outlook, year: int, seats: float) -> str:
    row = found.rows.filter(found.rows["year"] == year).row(0, named=True)
    return _(
        "%(year)s年预测 %(point)s 人，%(level)s 的区间是 %(low)s–%(high)s 人；"
        "按现有学位，缺口在 %(least)s 至 %(most)s 个之间（正数为缺，负数为余）。"
    ) % {
        "year": year,
        "level": f"{around.level:.0%}",
        **{name: f"{row[name]:,.0f}" for name in ("point", "low", "high")},
        "least": f"{row['low'] - seats:+,.0f}",
        "most": f"{row['high'] - seats:+,.0f}",
    }


def _planned(found: Expected) -> str:
    if not found.outside:
        return _("规划所用的儿童数各年都在区间之内。")
    return _("规划所用的儿童数在区间之外的年份：%(years)s。") % {"years": "、".join(map(str, found.outside))}


def _method(found: Expected, question: Question) -> list[str]:
    around = found.around
    if around.backtest is None or around.totals is None or around.backtest.horizons.is_empty():
        return []
    totals, horizons = around.totals, around.backtest.horizons
    chosen = totals.filter((totals["area"] == found.place) & (totals["section"] == question.section))["method"]
    method = str(chosen[0])
    errors = horizons.filter(horizons["horizon"] == horizons["horizon"].min())
    missed = dict(errors.select("method", "wape").iter_rows())
    farthest = int(horizons["horizon"].max())  # type: ignore[arg-type]
    said = _(
        "回测（%(rows)s 次对照）选出的方法：%(method)s，提前1年的误差 %(own)s%%；"
        "当时实际会选的方法误差 %(then)s%%，区间按后者画出。"
    ) % {
        "method": say(METHODS[method]),
        "rows": f"{around.backtest.rows:,}",
        "own": _percent(missed[method]),
        "then": _percent(missed["chosen"]),
    }
    if farthest >= UNTIL - around.last:
        return [said]
    wider = _("底数的年份最多能检验提前 %(ahead)s 年的预测；更远的区间按时间的平方根放宽。") % {"ahead": farthest}
    return [said, wider]


def _percent(share: float | None) -> str:
    return shown(None if share is None else PERCENT * share, RATIO)


def _unborn(question: Question, last: int) -> list[str]:
    year = last + SECTION_AGES[question.section][0] + 1
    if year > UNTIL:
        return []
    return [
        _(
            "区间不含出生数的变动：%(year)s年起，%(section)s学生里有%(last)s年还没有出生的孩子，请改“出生数逐年增减”再比较。"
        )
        % {"year": year, "section": section_name(question.section), "last": last}
    ]
