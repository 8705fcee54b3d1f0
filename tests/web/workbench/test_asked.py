"""Numbers of forms are read strictly."""

import pytest
from django.test import RequestFactory

from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.asked import whole, within


@pytest.mark.parametrize("said", ["", "-1", "1.5", "x", "１", "9" * 10, "1e3", " 1"])
def test_what_is_no_whole_number_is_refused(said: str) -> None:
    with pytest.raises(Refusal) as fault:
        whole(RequestFactory().post("/", {"n": said}), "n")
    assert fault.value.status == 422


def test_a_number_must_lie_within_its_bounds() -> None:
    request = RequestFactory().post("/", {"n": "7"})
    assert whole(request, "n") == within(request, "n", 7, 7) == 7
    for least, most in ((8, 9), (1, 6)):
        with pytest.raises(Refusal):
            within(request, "n", least, most)
