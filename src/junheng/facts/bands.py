"""The class-size bands of the statistical forms (教基2106、2107)."""

from collections.abc import Mapping
from math import inf

CLASS_BANDS: Mapping[str, tuple[int, float]] = {
    "classes_le25": (0, 25),
    "classes_26_30": (26, 30),
    "classes_31_35": (31, 35),
    "classes_36_40": (36, 40),
    "classes_41_45": (41, 45),
    "classes_46_50": (46, 50),
    "classes_51_55": (51, 55),
    "classes_56_60": (56, 60),
    "classes_61_65": (61, 65),
    "classes_ge66": (66, inf),
}
"""Column of ``class_sizes`` -> smallest and largest class of the band."""
