"""Scenarios: ordered modifications that are applied to a copy of a situation."""

from grensgeo.scenario.best import BestMeasures, Candidate, best_measures
from grensgeo.scenario.contents_key import situation_key
from grensgeo.scenario.critical import CriticalLinks, critical_links
from grensgeo.scenario.modifications.add_homes import AddHomes
from grensgeo.scenario.modifications.add_line import AddLine
from grensgeo.scenario.modifications.add_opportunities import AddOpportunities
from grensgeo.scenario.modifications.add_stop import AddStop
from grensgeo.scenario.modifications.add_streets import AddStreets
from grensgeo.scenario.modifications.add_trips import AddTrips
from grensgeo.scenario.modifications.adjust_dwell import AdjustDwell
from grensgeo.scenario.modifications.adjust_frequency import AdjustFrequency
from grensgeo.scenario.modifications.adjust_speed import AdjustSpeed
from grensgeo.scenario.modifications.close_border import CloseBorder
from grensgeo.scenario.modifications.close_crossing import CloseCrossing
from grensgeo.scenario.modifications.close_street import CloseStreet
from grensgeo.scenario.modifications.connect_tracks import ConnectTracks
from grensgeo.scenario.modifications.modify_streets import ModifyStreets
from grensgeo.scenario.modifications.move_opportunities import MoveOpportunities
from grensgeo.scenario.modifications.remove_line import RemoveLine
from grensgeo.scenario.modifications.remove_stop import RemoveStop
from grensgeo.scenario.modifications.remove_trips import RemoveTrips
from grensgeo.scenario.modifications.reroute import Reroute
from grensgeo.scenario.modifications.scale_opportunities import ScaleOpportunities
from grensgeo.scenario.modifications.set_crossing_time import SetCrossingTime
from grensgeo.scenario.modifications.set_matching import SetMatching
from grensgeo.scenario.modifications.set_resistance import SetResistance
from grensgeo.scenario.modifications.set_transfer import SetTransfer
from grensgeo.scenario.plan import Scenario, combine_scenarios, scenario_shares
from grensgeo.scenario.r5_scenario import read_r5_scenario
from grensgeo.scenario.scenario_file import read_scenario
from grensgeo.scenario.situation import Situation

__all__ = [
    "AddHomes",
    "AddLine",
    "AddOpportunities",
    "AddStop",
    "AddStreets",
    "AddTrips",
    "AdjustDwell",
    "AdjustFrequency",
    "AdjustSpeed",
    "BestMeasures",
    "Candidate",
    "CloseBorder",
    "CloseCrossing",
    "CloseStreet",
    "ConnectTracks",
    "CriticalLinks",
    "ModifyStreets",
    "MoveOpportunities",
    "RemoveLine",
    "RemoveStop",
    "RemoveTrips",
    "Reroute",
    "ScaleOpportunities",
    "Scenario",
    "SetCrossingTime",
    "SetMatching",
    "SetResistance",
    "SetTransfer",
    "Situation",
    "best_measures",
    "combine_scenarios",
    "critical_links",
    "read_r5_scenario",
    "read_scenario",
    "scenario_shares",
    "situation_key",
]
