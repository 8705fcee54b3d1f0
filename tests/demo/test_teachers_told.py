"""What was made up about the teachers is of one piece."""

import pytest

from junheng.demo.teachers_told import PE_ART, SECTIONS, subjects, told


def test_shares_of_subjects_add_up_and_leave_out_what_is_counted() -> None:
    assert set(told()["subjects"]) == set(SECTIONS)
    for shares in told()["subjects"].values():
        assert sum(shares.values()) == pytest.approx(1)
        assert not set(shares) & set(PE_ART)
    assert len(set(subjects())) == len(subjects()) > 10
