"""The posts of a county proposed anew: by need, none below those on posts where they are kept."""

from collections.abc import Sequence

from junheng.teachers.shares import Weight, largest_remainder


def allot(total: int, needs: Sequence[int], floors: Sequence[int], weights: Sequence[Weight]) -> list[int]:
    """Posts of each school; what is left of ``total`` stays with the county.

    Who needs no more than there is gets the need, or the floor where that is more. Else the total is shared by weight
    with largest remainders; who would fall below the floor is given it, and the others share the rest.

    Args:
        total: posts of the county.
        needs: posts by the standard, one a school.
        floors: posts that a school keeps in any case.
        weights: by which a total that is not enough is shared, 0 where nothing is needed.

    Raises:
        ValueError: the total does not cover the floors.
    """
    if sum(floors) > total:
        raise ValueError(f"{sum(floors)} > {total}")
    wanted = [max(both) for both in zip(needs, floors, strict=True)]
    if sum(wanted) <= total:
        return wanted
    kept = {at for at, weight in enumerate(weights) if not weight}
    while True:
        rest = total - sum(floors[at] for at in kept)
        shares = largest_remainder(rest, [0 if at in kept else weight for at, weight in enumerate(weights)])
        below = {at for at, share in enumerate(shares) if share < floors[at]} - kept
        if not below:
            return [floors[at] if at in kept else share for at, share in enumerate(shares)]
        kept |= below
