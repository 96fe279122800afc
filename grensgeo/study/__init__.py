"""A study: one file that names inputs, trips, cutoffs, scenarios and outputs, run end to end."""

from grensgeo.study.explore import explore
from grensgeo.study.study_checks import check_study, check_study_file
from grensgeo.study.study_file import Study, read_study
from grensgeo.study.study_run import run_study

__all__ = ["Study", "check_study", "check_study_file", "explore", "read_study", "run_study"]
