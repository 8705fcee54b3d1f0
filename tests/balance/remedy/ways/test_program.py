"""The program of a section's ways."""

import numpy as np

from junheng.balance.remedy.exact import Cuts
from junheng.balance.remedy.program import Sheet
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.program import CountyModel, at_most
from tests.balance.remedy.tiny_levers import small


def test_amounts_in_whole_steps_forgive_the_solver_its_tolerance() -> None:
    levers = small(2)
    part = CountyModel(County.of([levers]), [Cuts(levers.problem)]).parts[0]
    values = np.zeros(part.column.max() + 1)
    values[part.column] = 1.0 - 1e-7
    amounts = part.amounts(values)
    assert set(amounts[levers.most > 0].tolist()) == {1.0}
    values[part.column] = 0.6
    assert not part.amounts(values).any()


def test_both_sections_stand_on_one_sheet_and_links_are_rows() -> None:
    first, second = small(2), small(3)
    cuts = [Cuts(one.problem) for one in (first, second)]
    county = CountyModel(County.of([first, second]), cuts)
    height = county.sheet.height
    assert set(county.parts[0].column.tolist()).isdisjoint(county.parts[1].column.tolist())
    sheet = Sheet()
    columns = sheet.columns(np.ones(2), np.ones(2), np.ones(2, bool))
    at_most(sheet, [(columns, np.array([1.0, 3.0]))], np.inf)
    assert sheet.height == 0
    at_most(sheet, [(columns, np.array([1.0, 3.0]))], 4.0)
    assert (sheet.height, sheet.highest[0].tolist(), height > 0) == (1, [2.0], True)
