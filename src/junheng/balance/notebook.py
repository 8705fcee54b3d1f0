"""An evaluation as a small HTML table for notebooks."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from junheng.balance.evaluation import Evaluation

SHOWN = 40
"""How many county sections a notebook shows; the tables hold all of them."""

BADGES: Mapping[bool | None, tuple[str, str]] = {
    True: ("达标 met", "#1a7f37"),
    False: ("未达标 not met", "#b42318"),
    None: ("未评定 not judged", "#6b7280"),
}


def badge(passes: bool | None) -> str:
    """A verdict as a coloured word; the word says it without the colour."""
    words, colour = BADGES[passes]
    return f'<span style="color:#fff;background:{colour};border-radius:3px;padding:1px 6px">{words}</span>'


def evaluation_html(evaluation: "Evaluation") -> str:
    """Verdict and dispersions of each county section, dispersions above their limit in bold."""
    ids = [one.id for one in evaluation.standard.indicators]
    head = "".join(f"<th>{escape(name)}</th>" for name in (*evaluation.keys, "校数 schools", "达标 passed", *ids, ""))
    entries = evaluation.county_entries(SHOWN)
    body = "".join(_row(evaluation.keys, one) for one in entries)
    caption = escape(f"{evaluation.standard.number} {evaluation.standard.title.zh} · 差异系数 dispersion")
    rest = evaluation.county_count - len(entries)
    more = f"<p>另有 {rest} 行 · {rest} more rows in <code>.counties</code></p>" if rest > 0 else ""
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _row(keys: list[str], entry: Mapping[str, Any]) -> str:
    cells = [f"<td>{escape(str(entry[key]))}</td>" for key in keys]
    cells += [f"<td>{entry['schools']}</td>", f"<td>{entry['passed']}</td>"]
    cells += [_dispersion(one) for one in entry["indicators"]]
    return f"<tr>{''.join(cells)}<td>{badge(entry['passes'])}</td></tr>"


def _dispersion(one: Mapping[str, Any]) -> str:
    if one["dispersion"] is None:
        return "<td>—</td>"
    shown = f"{one['dispersion']:.3f}"
    return f"<td><strong>{shown}</strong></td>" if one["met"] is False else f"<td>{shown}</td>"
