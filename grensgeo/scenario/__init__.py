"""Scenarios: ordered modifications that are applied to a copy of a network."""

from grensgeo.scenario.lines import AddLine, AdjustFrequency, RemoveLine
from grensgeo.scenario.plan import Scenario, read_scenario
from grensgeo.scenario.streets import ModifyStreets

__all__ = [
    "AddLine",
    "AdjustFrequency",
    "ModifyStreets",
    "RemoveLine",
    "Scenario",
    "read_scenario",
]
