"""Arrays through a pipe."""

from io import BytesIO

import numpy as np

from junheng.programs.pipe import received, send


def test_what_is_sent_arrives_and_a_broken_end_is_the_end() -> None:
    pipe = BytesIO()
    send(pipe, {"a": np.arange(3), "b": np.array([True])})
    whole = pipe.getvalue()
    found = received(BytesIO(whole))
    assert found is not None
    assert found["a"].tolist() == [0, 1, 2]
    assert found["b"].tolist() == [True]
    assert received(BytesIO(whole[:5])) is None
    assert received(BytesIO(whole[:-1])) is None
