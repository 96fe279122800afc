"""Work in steps whose results are kept: what has not changed is not done again."""

from grensgeo.steps.code_sums import code_sum
from grensgeo.steps.memory import available_bytes
from grensgeo.steps.step import Planned, Step, StepRun
from grensgeo.steps.store import Store

__all__ = ["Planned", "Step", "StepRun", "Store", "available_bytes", "code_sum"]
