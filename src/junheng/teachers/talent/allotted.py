"""Person-times of training of each county, in proportion to its rural teachers."""

from junheng.policy.talent_targets import TalentTargets
from junheng.teachers.reading import Read
from junheng.teachers.shares import largest_remainder


def allotted(rural: Read, targets: TalentTargets) -> dict[str, int]:
    """Whole person-times by county that add up to the target of a year; nothing where none is in force.

    Source: 郑政〔2023〕26号 第七条, 按比例开展农村教师培训.

    Raises:
        ValueError: the fewest of each county are more than the target.
    """
    if targets.training.amount is None:
        return {}
    counties = rural.frame.select("county_code", "rural_teachers").sort("county_code")
    try:
        shares = largest_remainder(targets.training.amount, counties["rural_teachers"].to_list(), targets.least)
    except ValueError as error:
        raise ValueError(
            f"training.least: 各区县下限之和超过总数 the least of all counties is more than the total: {error.args[0]}"
        ) from error
    return dict(zip(counties["county_code"], shares, strict=True))
