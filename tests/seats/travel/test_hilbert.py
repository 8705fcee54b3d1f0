import numpy as np

from junheng.seats.travel.hilbert import hilbert_order


def test_the_curve_passes_every_cell_once_and_steps_to_a_neighbour() -> None:
    side = 16
    x, y = (one.ravel().astype(float) for one in np.meshgrid(np.arange(side), np.arange(side)))
    order = hilbert_order(x, y)
    assert sorted(order.tolist()) == list(range(side * side))
    steps = np.abs(np.diff(x[order])) + np.abs(np.diff(y[order]))
    assert (steps == 1).all()


def test_points_in_one_place_keep_their_order() -> None:
    assert hilbert_order(np.zeros(4), np.zeros(4)).tolist() == [0, 1, 2, 3]
    assert hilbert_order(np.empty(0), np.empty(0)).tolist() == []
