"""Named generators of arrays: each depends on its key alone, whatever else was drawn before."""

from hashlib import sha256

from numpy.random import Generator, default_rng


def draws(*key: object) -> Generator:
    """A generator of arrays for a key; the same key gives the same draws."""
    digest = sha256("/".join(map(str, key)).encode()).digest()
    return default_rng(int.from_bytes(digest[:8], "big"))
