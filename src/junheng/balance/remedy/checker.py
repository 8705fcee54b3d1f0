"""Whether a plan keeps every demand, in a few lines that share nothing with how it was found."""

import numpy as np

from junheng.balance.remedy.problem import Changes, Problem

TIE = 1e-12


def broken(problem: Problem, changes: Changes) -> list[str]:
    """What the plan breaks; empty when it keeps everything."""
    net, added = changes.net(), changes.added
    reached = net >= problem.full - problem.step / 2
    spared = net >= problem.floor - problem.step / 2
    value = problem.base + problem.unit * net
    mean = (problem.weight * value).sum(axis=0)
    spread = np.sqrt((problem.weight * (value - mean) ** 2).sum(axis=0))
    given = np.zeros_like(added)
    np.add.at(given, (changes.moves[:, 1], changes.moves[:, 0]), changes.moved)
    units = added[:, problem.whole], changes.moved
    giver, taker = changes.moves[:, 1], changes.moves[:, 2]
    tests = {
        "school": bool(spared.all() and ((~reached).sum(axis=1) <= problem.exempt).all()),
        "dispersion": bool((spread <= problem.limit * mean * (1 + TIE)).all()),
        "limits": bool((added >= problem.least - 1e-6).all() and (added <= problem.most + 1e-6).all()),
        "total": bool((added.sum(axis=0) <= problem.county_most + 1e-6).all()),
        "whole": all(bool((one == np.rint(one)).all()) for one in units),
        "moves": bool(np.isfinite(problem.move[changes.moves[:, 0]]).all() and (changes.moved > 0).all()),
        "twice": bool((given * problem.unit <= problem.base + 1e-6 * problem.unit).all()),
        "distance": bool((giver != taker).all() and (problem.reach is None or problem.reach[giver, taker].all())),
    }
    return [name for name, kept in tests.items() if not kept]
