"""What one would pick instead: HiGHS and CP-SAT on the sparse model, a linear programme for the split one."""

import multiprocessing
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from junheng.seats.assignment import Problem


def guarded(work: Callable[..., float], seconds: float, *args: Any) -> float:
    """The answer of a solver in a process of its own, infinite when it is not back in twice its time."""
    context = multiprocessing.get_context("spawn")
    mine, its = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(its, work, seconds, *args))
    child.start()
    answer = mine.recv() if mine.poll(2 * seconds + 60) else float("inf")
    child.kill()
    child.join()
    return float(answer)


def _child(pipe: Any, work: Callable[..., float], *args: Any) -> None:
    pipe.send(work(*args))


def _rows(problem: Problem, near: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Area, school and cost of the nearest arcs, and one arc per area to no school."""
    arcs = problem.arcs
    keep = np.arange(arcs.school.size) - arcs.first[arcs.area] < near
    areas = problem.pupils.size
    area = np.concatenate((arcs.area[keep], np.arange(areas)))
    school = np.concatenate((arcs.school[keep], np.full(areas, problem.seats.size)))
    metres = np.concatenate((arcs.metres[keep], np.full(areas, problem.unserved_metres)))
    return area, school, metres


def linear(problem: Problem, near: int = 30) -> tuple[float, float]:
    """scipy's linear programme by HiGHS on the split model: objective and seconds."""
    begun = time.perf_counter()
    area, school, metres = _rows(problem, near)
    width = np.arange(area.size)
    ones = np.ones(area.size)
    once = csr_array((ones, (area, width)))
    load = csr_array((ones, (school, width)))[: problem.seats.size]
    found = linprog(metres, load, problem.seats, once, problem.pupils, method="highs-ds")
    return float(found.fun), time.perf_counter() - begun


def highs(seconds: float, problem: Problem, near: int = 12) -> float:
    """HiGHS on whole areas; infinite without an integer solution."""
    import highspy

    area, school, metres = _rows(problem, near)
    areas, schools, count = problem.pupils.size, problem.seats.size, area.size
    real = school < schools
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count, areas + schools
    model.col_cost_ = metres * problem.pupils[area]
    model.col_lower_, model.col_upper_ = np.zeros(count), np.ones(count)
    infinite = highspy.kHighsInf
    model.row_lower_ = np.concatenate((np.ones(areas), np.full(schools, -infinite)))
    model.row_upper_ = np.concatenate((np.ones(areas), problem.seats.astype(float)))
    matrix = csr_array(
        (
            np.concatenate((np.ones(count), problem.pupils[area][real].astype(float))),
            (np.concatenate((area, areas + school[real])), np.concatenate((np.arange(count), np.flatnonzero(real)))),
        )
    ).tocsc()
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = matrix.indptr, matrix.indices, matrix.data
    model.integrality_ = [highspy.HighsVarType.kInteger] * count
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("threads", 1)
    solver.passModel(model)
    solver.run()
    info = solver.getInfo()
    return float(info.objective_function_value) if info.primal_solution_status == 2 else float("inf")


def cp_sat(seconds: float, problem: Problem, near: int = 12) -> float:
    """CP-SAT on whole areas with two workers; infinite without a solution."""
    from ortools.sat.python import cp_model

    area, school, metres = _rows(problem, near)
    model = cp_model.CpModel()
    takes = [model.new_bool_var("") for _ in range(area.size)]
    of_area: list[list[Any]] = [[] for _ in range(problem.pupils.size)]
    of_school: list[list[tuple[Any, int]]] = [[] for _ in range(problem.seats.size + 1)]
    for at, (i, j) in enumerate(zip(area.tolist(), school.tolist(), strict=True)):
        of_area[i].append(takes[at])
        of_school[j].append((takes[at], int(problem.pupils[i])))
    for literals in of_area:
        model.add_exactly_one(literals)
    for j, members in enumerate(of_school[:-1]):
        model.add(sum(literal * pupils for literal, pupils in members) <= int(problem.seats[j]))
    cost = np.rint(metres * problem.pupils[area]).astype(int)
    model.minimize(sum(int(c) * literal for c, literal in zip(cost, takes, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    return float(solver.objective_value) if status in {cp_model.OPTIMAL, cp_model.FEASIBLE} else float("inf")
