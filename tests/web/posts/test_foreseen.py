"""An outlook in tables and pictures."""

from junheng.web.posts.foreseen import ordered, panels, retiring_table, subjects_table, years_table
from junheng.web.posts.models import Outlook


def _row(subject: str, year: int, stock: float, need: float | None) -> dict[str, object]:
    gap = None if need is None else need - stock
    flows = dict.fromkeys(("retire", "leave", "arrive", "hire"), None if year == 2026 else 1.0)
    return {"section": "primary", "subject": subject, "year": year, "stock": stock, "need": need, "gap": gap, **flows}


def _subject(subject: str, first: int | None, *, judged: bool) -> dict[str, object]:
    last = 2.0 if judged else None
    held = {"stock": 9.0, "retire": 1.0, "hire": 2.0, "first_short": first, "last_gap": last, "judged": judged}
    return {"section": "primary", "subject": subject, **held}


OUTLOOK = Outlook(
    year=2026,
    synthetic=True,
    result={
        "year": 2026,
        "years": 1,
        "rows": [
            *(_row("chinese", year, 9, None) for year in (2026, 2027)),
            *(_row("pe", year, stock, 9.5) for year, stock in ((2026, 10), (2027, 8))),
        ],
        "subjects": [_subject("chinese", None, judged=False), _subject("pe", 2027, judged=True)],
        "notes": [{"zh": "说明", "en": "note"}],
    },
)


def test_the_subjects_that_the_policy_names_come_first() -> None:
    assert [one["subject"] for one in ordered(OUTLOOK.result["subjects"])] == ["pe", "chinese"]


def test_tables_say_what_is_synthetic_and_what_is_not_judged() -> None:
    table = subjects_table(OUTLOOK)
    assert [one.zh for one in table.column("first_short")] == ["2027 年", "课时未知，未评定"]
    assert list(table.column("hire")) == [2.0, None]
    assert retiring_table(OUTLOOK).column("y2027") == [1.0, 1.0]
    assert len(years_table(OUTLOOK).rows) == 4
    for one in (table, retiring_table(OUTLOOK), years_table(OUTLOOK)):
        assert "合成" in one.notes[0].zh


def test_a_picture_starts_at_zero_and_has_no_line_of_what_is_not_known() -> None:
    pe, chinese = panels(OUTLOOK, [("primary", "pe"), ("primary", "chinese"), ("junior", "pe")])
    assert pe.ticks[0].words == "0"
    assert [look for look, _path in pe.lines] == ["planned", "counted"]
    assert [look for look, _path in chinese.lines] == ["counted"]
    assert "2027: 8 / 10" in pe.words
    assert "2026: 9 / —" in chinese.words


def test_the_ends_of_a_band_stand_where_the_planner_gave_them() -> None:
    rows = [
        {**one, "stock_low": one["stock"] - 1, "stock_high": one["stock"] + 2} if one["subject"] == "pe" else one
        for one in OUTLOOK.result["rows"]
    ]
    banded = Outlook(year=2026, arrivals_id=1, result={**OUTLOOK.result, "rows": rows})
    table = subjects_table(banded)
    assert (list(table.column("last_high")), list(table.column("last_low"))) == ([-0.5, None], [2.5, None])
    assert any("不是预测" in one.zh for one in table.notes)
    pe, chinese = panels(banded, [("primary", "pe"), ("primary", "chinese")])
    assert len(pe.band.split()) == 4
    assert "2027: 8 (7–10) / 10" in pe.words
    assert chinese.band == ""
    assert "last_low" not in {one.id for one in subjects_table(OUTLOOK).columns}
