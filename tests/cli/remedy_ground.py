"""What the tests of ``junheng remedy`` share: unit costs, and every further question at once."""

from collections.abc import Callable
from pathlib import Path

ADD = "add: {L1: 120000, L2: 20000, L3: 120000, L4: 3000, L5: 500, L6: 1, L7: 30000}\n"
LEVERS = f"""{ADD}train: {{L1: 6000}}
convert: {{L4: 900}}
build:
  lab: {{cost: 120000, counts: {{L4: 90, L7: 1}}}}
limits: {{train: {{L1: {{per_school: 3}}}}, convert: {{L4: {{per_school: 150}}}}}}
"""
Write = Callable[..., tuple[Path, Path]]
EVERYTHING = ("--budget", 200_000, "--curve", "--prices-of-demands", "--sensitivity", 0.1, "--years", "2026-2028")
