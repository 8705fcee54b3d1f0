"""Balance: from the facts of schools to the verdict on their county.

A flat table of school sections goes through ``evaluate``; the facts of a whole city go through ``judge``. Every result
opens with ``explain_*`` down to the reported facts; years and standards are laid side by side by ``trend`` and
``compare_2012``.
"""

from junheng.balance.as_json import city_to_dict
from junheng.balance.compare import Comparison, MeanDispersion, compare_2012, mean_dispersions
from junheng.balance.evaluate import evaluate
from junheng.balance.evaluation import Evaluation
from junheng.balance.explain import explain_indicator, explain_school
from junheng.balance.explain_items import explain_county, explain_item
from junheng.balance.inputs import InputError, InputFault
from junheng.balance.judge import judge
from junheng.balance.trend import CountyTrend, IndicatorTrend, Step, trend
from junheng.balance.units import Units, units_of

__all__ = [
    "Comparison",
    "CountyTrend",
    "Evaluation",
    "IndicatorTrend",
    "InputError",
    "InputFault",
    "MeanDispersion",
    "Step",
    "Units",
    "city_to_dict",
    "compare_2012",
    "evaluate",
    "explain_county",
    "explain_indicator",
    "explain_item",
    "explain_school",
    "judge",
    "mean_dispersions",
    "trend",
    "units_of",
]
