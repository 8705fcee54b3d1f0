"""junheng 均衡: from the workbooks schools fill in to the official verdict on each county, with its proof.

import junheng
verdict = junheng.evaluate(frame_or_path, standard="jiaodu-2017-6")
verdict.counties
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from junheng.api import evaluate as evaluate

__version__ = "0.1.0"

__all__ = ["__version__", "evaluate"]


def __getattr__(name: str) -> Any:
    """The tables come in only when somebody evaluates."""
    if name == "evaluate":
        from junheng.api import evaluate as found

        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
