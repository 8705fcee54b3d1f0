"""The child's side of the pipe."""

from io import BytesIO

import numpy as np

from junheng.programs.child import serve
from junheng.programs.pipe import received, send
from tests.programs.test_solver import knapsack


def test_it_answers_until_there_is_nothing_more() -> None:
    program = knapsack([2, 3], [1, 1], 1)
    asked, answered = BytesIO(), BytesIO()
    for seconds in (1.0, 2.0):
        send(asked, {"seconds": np.array(seconds), **{name: getattr(program, name) for name in program.__slots__}})
    asked.seek(0)
    serve(asked, answered)
    answered.seek(0)
    assert received(answered) == {}
    for _ in range(2):
        found = received(answered)
        assert found is not None
        assert np.rint(found["values"]).tolist() == [0, 1]
    assert received(answered) is None
