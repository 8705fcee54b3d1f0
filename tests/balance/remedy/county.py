"""Flat tables of one county for the tests of plans, and what changes cost there."""

from dataclasses import replace
from typing import Any

import polars as pl

from junheng.balance import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy import Costs, Limits, Problem, sections
from junheng.policy import load_standard
from tests.balance.tables import school, table

STANDARD = load_standard("jiaodu-2017-6")
COSTS = Costs({"L1": 120_000, "L2": 20_000, "L3": 120_000, "L4": 3_000, "L5": 500, "L6": 1, "L7": 30_000})


def row(code: str, pupils: int = 500, section: str = "primary", **own: Any) -> dict[str, Any]:
    """A school that meets everything in whole numbers; ``own`` replaces columns."""
    whole = {
        "teachers_above_qualification": 0.06,
        "backbone_teachers": 0.014,
        "pe_art_teachers": 0.012,
        "multimedia_classrooms": 0.03,
    }
    counts = {name: float(round(level * pupils)) for name, level in whole.items()}
    return school(code, pupils, section, **{**counts, **own})


def rows() -> list[dict[str, Any]]:
    """Three schools of which one fails: too few teachers, too little room, equipment below the floor."""
    return [
        row("a1", 500),
        row("a2", 400),
        row("a3", 300, teachers_above_qualification=9.0, teaching_area=1300.0, equipment_value_yuan=400_000.0),
    ]


def judged(*given: dict[str, Any]) -> Evaluation:
    return evaluate(table(*(given or rows())), STANDARD)


def problem_of(evaluation: Evaluation, limits: Limits | None = None, **changed: Any) -> Problem:
    """The problem of the first county section."""
    costs = replace(COSTS, limits=limits or Limits(), **changed)
    found = next(sections(evaluation, costs)).problem
    assert found is not None
    return found


def frame(*given: dict[str, Any]) -> pl.DataFrame:
    return table(*(given or rows()))
