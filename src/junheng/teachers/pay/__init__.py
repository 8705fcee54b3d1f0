"""Performance pay (绩效工资, article 8): a school's pool shared to the fen, and whether pay follows civil servants'.

share_out(fen, bases, shares)     # one pool: fen by part and person, nothing lost
linked(wages, rules)              # county by county and year: what is lacking to parity and to the same rise
report(pools, pay, wages, rules)  # one document
"""

from junheng.teachers.pay.linked import linked
from junheng.teachers.pay.report import report
from junheng.teachers.pay.share_out import share_out

__all__ = ["linked", "report", "share_out"]
