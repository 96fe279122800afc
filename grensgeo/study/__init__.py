"""A study: one file that names inputs, trips, cutoffs, scenarios and outputs, run end to end."""

from grensgeo.study.reading import Study, read_study
from grensgeo.study.running import run_study

__all__ = ["Study", "read_study", "run_study"]
