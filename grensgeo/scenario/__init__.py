"""Scenarios: ordered modifications that are applied to a copy of a network."""

from grensgeo.scenario.modifications.add_line import AddLine
from grensgeo.scenario.modifications.adjust_frequency import AdjustFrequency
from grensgeo.scenario.modifications.close_street import CloseStreet
from grensgeo.scenario.modifications.modify_streets import ModifyStreets
from grensgeo.scenario.modifications.remove_line import RemoveLine
from grensgeo.scenario.plan import Scenario
from grensgeo.scenario.scenario_file import read_scenario

__all__ = [
    "AddLine",
    "AdjustFrequency",
    "CloseStreet",
    "ModifyStreets",
    "RemoveLine",
    "Scenario",
    "read_scenario",
]
