"""From answers and counted paper to counts, and from counts to what may be seen."""

from collections.abc import Iterable, Mapping
from typing import Any

from junheng.policy.survey import Questionnaire
from junheng.policy.text import Text
from junheng.publish.disclosure_tables import protect_table
from junheng.publish.table import SUPPRESSED, Column, Table

Counts = dict[str, dict[str, dict[str, int]]]
"""Group → question → option → how many; under the question ``""`` stand ``returned``, ``valid``, ``satisfied``."""
WHOLE = ""
EVERYONE = "all"
PERCENT = 100.0


def empty(held: Questionnaire) -> Counts:
    return {
        group.id: {
            WHOLE: {"returned": 0, "valid": 0, "satisfied": 0},
            **{one.id: {option.id: 0 for option in held.scale} for one in held.asked(group.id)},
        }
        for group in held.groups
    }


def count(held: Questionnaire, answers: Iterable[tuple[str, Mapping[str, str]]], papers: Iterable[Counts]) -> Counts:
    """Every answer (group and what was said) and every counted workbook, summed."""
    total = empty(held)
    for group, said in answers:
        whole = total[group][WHOLE]
        whole["returned"] += 1
        whole["valid"] += held.valid(said)
        whole["satisfied"] += held.satisfied(said)
        for question, option in said.items():
            total[group][question][option] += 1
    for paper in papers:
        for group, questions in paper.items():
            for question, options in questions.items():
                for option, number in options.items():
                    total[group][question][option] += number
    return total


def of(counts: Counts, group: str, what: str) -> int:
    """``returned``, ``valid`` or ``satisfied`` of a group, or of everyone."""
    chosen = counts.values() if group == EVERYONE else [counts.get(group, {})]
    return sum(one.get(WHOLE, {}).get(what, 0) for one in chosen)


def share(counts: Counts, group: str) -> float | None:
    """Satisfied of the valid questionnaires in per cent; None without any."""
    valid = of(counts, group, "valid")
    return PERCENT * of(counts, group, "satisfied") / valid if valid else None


RETURNED = Text("收回", "Returned")
EVERYBODY = Text("合计", "Everyone")


def satisfaction(held: Questionnaire, counts: Counts, small: int) -> Table:
    """Per group: satisfied, not satisfied, not valid, returned and the share, with small cells hidden.

    A share is shown only when both of its numbers are.
    """
    ids = ("satisfied", "dissatisfied", "invalid", "returned")
    titles = (Text("满意", "Satisfied"), Text("不满意", "Not satisfied"), Text("无效", "Not valid"), RETURNED)
    columns = (_group_column(), *(_count(id_, title) for id_, title in zip(ids, titles, strict=True)))
    rows = [(group.title, *_line(counts, group.id)) for group in held.groups]
    rows.append((EVERYBODY, *_line(counts, EVERYONE)))
    table = Table("satisfaction", Text("各类对象的满意度", "Satisfaction by group"), columns, tuple(rows))
    hidden = protect_table(table, ids, small, total_column="returned", total_row=len(rows) - 1)
    rate = Column("share", Text("满意度", "Satisfied"), "percent", "%", 1)
    return Table(
        hidden.id,
        hidden.title,
        (*columns, rate),
        tuple((*row, _share(row)) for row in hidden.rows),
        notes=(RULE, *((_hidden_note(small),) if _any_hidden(hidden) else ())),
    )


RULE = Text(
    "满意度＝满意问卷÷有效问卷；有效问卷指回答了总体满意度一题且不是“不了解”的问卷；问卷总数按收回数计。",
    "Share = satisfied ÷ valid questionnaires; valid means that the overall question was answered, not by “do not "
    "know”; questionnaires are those returned.",
)


def _hidden_note(small: int) -> Text:
    return Text(
        f"* 为保护答卷人，1至{small}的数和能推出它们的数不显示。",
        f"* Counts from 1 to {small}, and those they would follow from, are not shown.",
    )


def questions(held: Questionnaire, counts: Counts, small: int) -> list[Table]:
    """One table for every question but the overall one: groups down, answers across."""
    return [_question(held, counts, one.id, one.title, small) for one in held.questions if not one.counts]


def _question(held: Questionnaire, counts: Counts, id_: str, title: Text, small: int) -> Table:
    options = [one.id for one in held.scale]
    rows: list[tuple[Any, ...]] = []
    for group in held.groups:
        found = counts.get(group.id, {}).get(id_)
        if found is not None:
            line = [found.get(option, 0) for option in options]
            rows.append((group.title, *line, sum(line)))
    sums = tuple(sum(column) for column in list(zip(*rows, strict=True))[1:])
    columns = (_group_column(), *(_count(one.id, one.title) for one in held.scale), _count("total", EVERYBODY))
    table = Table(id_, title, columns, (*rows, (EVERYBODY, *sums)))
    hidden = protect_table(table, (*options, "total"), small, total_column="total", total_row=len(rows))
    return hidden.with_notes([_hidden_note(small)]) if _any_hidden(hidden) else hidden


def _group_column() -> Column:
    return Column("group", Text("调查对象", "Group"))


def _count(id_: str, title: Text) -> Column:
    return Column(id_, title, "number", None, 0)


def _line(counts: Counts, group: str) -> tuple[int, int, int, int]:
    returned, valid, satisfied = (of(counts, group, one) for one in ("returned", "valid", "satisfied"))
    return satisfied, valid - satisfied, returned - valid, returned


def _share(row: tuple[Any, ...]) -> Any:
    satisfied, dissatisfied = row[1], row[2]
    if SUPPRESSED in {satisfied, dissatisfied}:
        return SUPPRESSED
    valid = satisfied + dissatisfied
    return PERCENT * satisfied / valid if valid else None


def _any_hidden(table: Table) -> bool:
    return any(value is SUPPRESSED for row in table.rows for value in row)
