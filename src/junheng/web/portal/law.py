"""The standard an edition was judged by, read once per process."""

from functools import lru_cache

from junheng.policy import load_standard
from junheng.policy.standard import Standard

DEFAULT = "jiaodu-2017-6"


@lru_cache(maxsize=8)
def standard_of(name: str) -> Standard:
    return load_standard(name)
