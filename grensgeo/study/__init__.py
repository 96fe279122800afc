"""A study: one file that names inputs, trips, cutoffs, scenarios and outputs, run end to end."""

from grensgeo.study.explore import explore
from grensgeo.study.study_checks import check_study, check_study_file
from grensgeo.study.study_file import Study, read_study
from grensgeo.study.study_run import StudyPlan, plan_study, run_study

__all__ = [
    "Study",
    "StudyPlan",
    "check_study",
    "check_study_file",
    "explore",
    "plan_study",
    "read_study",
    "run_study",
]
