"""A verdict in words for the screen: sections, schools that do not pass and why, then the whole county."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from junheng.balance.model import STATE_TITLES, State, state_of
from junheng.policy import Language, Text
from junheng.publish.rounding import AVERAGE, DISPERSION, shown
from junheng.publish.words import DOMAIN_TITLES, section_title

MOST = 10
"""Schools named per section; ``--json`` has all."""

MARKS: Mapping[bool | None, str] = {True: "√", False: "×", None: "?"}
MORE = Text("另有 {n} 所，见 --json", "{n} more: see --json")
LACKING = Text("缺少", "missing")


def verdict_lines(result: Mapping[str, Any], language: Language) -> Iterator[str]:
    """The lines of ``Evaluation.to_dict`` or ``city_to_dict``."""
    for county in result["counties"]:
        yield from _section(county, language)
    for verdict in result.get("verdicts", ()):
        yield from _county(verdict, language)


def _section(county: Mapping[str, Any], language: Language) -> Iterator[str]:
    parts = (
        county.get("county") or county["county_code"],
        section_title(county["section"]).in_(language),
        county.get("year", ""),
        STATE_TITLES[state_of(county["passes"])].in_(language),
    )
    yield " ".join(str(part) for part in parts if part != "")
    yield from (f"  {_indicator(one)}" for one in county["indicators"])
    yield from _schools([one for one in county["schools"] if one["passes"] is not True and one["reasons"]], language)


def _schools(short: Sequence[Mapping[str, Any]], language: Language) -> Iterator[str]:
    for one in short[:MOST]:
        reasons = one["reasons"] if language == "zh" else one["reasons_en"]
        name = one.get("school_name") or one["school_code"]
        yield f"  {MARKS[one['passes']]} {name}: {'；'.join(reasons) if language == 'zh' else '; '.join(reasons)}"
    if len(short) > MOST:
        yield f"  {MORE.in_(language).format(n=len(short) - MOST)}"


def _indicator(one: Mapping[str, Any]) -> str:
    limit = "" if one["limit"] is None else f" ≤ {one['limit']}"
    mean, dispersion = shown(one["mean"], AVERAGE), shown(one["dispersion"], DISPERSION)
    return f"{MARKS[one['met']]} {one['id']} {mean} CV {dispersion}{limit}"


def _county(verdict: Mapping[str, Any], language: Language) -> Iterator[str]:
    yield f"{verdict['county'][language]}: {STATE_TITLES[State(verdict['state'])].in_(language)}"
    domains = (
        f"{DOMAIN_TITLES[name].in_(language)} {STATE_TITLES[State(state)].in_(language)}"
        for name, state in verdict["domains"].items()
    )
    yield f"  {'；'.join(domains) if language == 'zh' else '; '.join(domains)}"
    yield from (f"  - {reason[language]}" for reason in verdict["reasons"])
    yield from (f"  {LACKING.in_(language)}: {what[language]}" for what in verdict["missing"])
