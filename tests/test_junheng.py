"""The package itself: light to import, one name to use."""

import subprocess
import sys

import pytest

import junheng


def test_importing_it_brings_no_tables_in() -> None:
    code = "import sys, junheng; print('polars' in sys.modules, junheng.__version__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == ["False", junheng.__version__]


def test_a_name_it_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        junheng.no_such_name  # noqa: B018
