# The public names and where each lives; __init__.py loads them by this list when they are used.
from . import border as border
from . import grenswerk as grenswerk
from . import measures as measures
from . import methods as methods
from . import region as region
from . import statistics as statistics
from .border import MATCHINGS as MATCHINGS
from .border import RESISTANCES as RESISTANCES
from .border import BorderTerms as BorderTerms
from .border import Match as Match
from .border import Matching as Matching
from .border import Resistance as Resistance
from .border import border_effect as border_effect
from .border import border_sensitivity as border_sensitivity
from .border import reach_on_terms as reach_on_terms
from .bulk import StoredTimes as StoredTimes
from .bulk import open_travel_times as open_travel_times
from .bulk import write_reach as write_reach
from .bulk import write_travel_times as write_travel_times
from .comparison import ChangeLimits as ChangeLimits
from .comparison import Comparison as Comparison
from .comparison import Draws as Draws
from .comparison import Statement as Statement
from .comparison import compare as compare
from .costs.cost_options import PayingGroup as PayingGroup
from .costs.cost_tables import CostTables as CostTables
from .costs.driven_km import driven_km as driven_km
from .costs.generalised import generalised_cost as generalised_cost
from .costs.generalised import impedance as impedance
from .costs.trip_costs import TripCosts as TripCosts
from .costs.trip_costs import journey_fares as journey_fares
from .costs.trip_costs import trip_costs as trip_costs
from .errors import FileError as FileError
from .errors import GrensgeoError as GrensgeoError
from .errors import GrensgeoWarning as GrensgeoWarning
from .errors import InputError as InputError
from .fetch.cbs_odata import fetch_cbs as fetch_cbs
from .fetch.region_fetch import fetch_region as fetch_region
from .flows import BorderFit as BorderFit
from .flows import fit_border as fit_border
from .flows import realised_from_reach as realised_from_reach
from .flows import realised_reach as realised_reach
from .geodata.points import read_points as read_points
from .geodata.rasters import RasterWeights as RasterWeights
from .grenswerk.asked_days import AskedDays as AskedDays
from .grenswerk.days_by_place import days_by_place as days_by_place
from .grenswerk.free_days import FreeDays as FreeDays
from .grenswerk.meetings import meeting_pairs as meeting_pairs
from .grenswerk.meetings import meeting_reach as meeting_reach
from .grenswerk.meetings import meeting_times as meeting_times
from .grenswerk.meetings import read_hubs as read_hubs
from .grenswerk.missed_changes import missed_changes as missed_changes
from .grenswerk.offer_places import place_offers as place_offers
from .grenswerk.offers import offers_for as offers_for
from .grenswerk.placements import Student as Student
from .grenswerk.placements import placements_for as placements_for
from .grenswerk.placements import students_for as students_for
from .grenswerk.possible_days import days_of_pair as days_of_pair
from .grenswerk.possible_days import possible_days as possible_days
from .gtfs import Feed as Feed
from .gtfs import Timetable as Timetable
from .gtfs import check_feed as check_feed
from .gtfs import read_feed as read_feed
from .gtfs import timetable_on as timetable_on
from .lines.services_file import read_services as read_services
from .listings.job_boards import read_jobsuche as read_jobsuche
from .listings.job_boards import read_stagemarkt as read_stagemarkt
from .listings.offer_export import read_offers as read_offers
from .listings.plain import read_listings as read_listings
from .maps import Atlas as Atlas
from .maps import Map as Map
from .measures import DecayFit as DecayFit
from .measures import cumulative as cumulative
from .measures import cumulative_interval as cumulative_interval
from .measures import decay as decay
from .measures import dual as dual
from .measures import equity as equity
from .measures import fit_decay as fit_decay
from .measures import floating_catchment as floating_catchment
from .measures import gravity as gravity
from .measures import logsum as logsum
from .measures import reach as reach
from .measures import spatial_availability as spatial_availability
from .measures import transport_performance as transport_performance
from .measures.equity import concentration_index as concentration_index
from .measures.equity import fgt as fgt
from .measures.equity import gini as gini
from .measures.equity import palma_ratio as palma_ratio
from .measures.equity import theil as theil
from .measures.equity import theil_components as theil_components
from .methods import IkobInputs as IkobInputs
from .methods import ikob as ikob
from .methods import ikob_inputs as ikob_inputs
from .methods import read_ikob as read_ikob
from .monitor import write_monitor as write_monitor
from .network import DelayTable as DelayTable
from .network import HourTable as HourTable
from .network import Network as Network
from .network import SpeedTable as SpeedTable
from .network import build_network as build_network
from .network import with_feeds as with_feeds
from .osm.found_places import read_osm_places as read_osm_places
from .provenance import Provenance as Provenance
from .provenance import Source as Source
from .proximity import nearest_facilities as nearest_facilities
from .proximity import read_facilities as read_facilities
from .proximity import road_distances as road_distances
from .questions import RegionAnswer as RegionAnswer
from .questions import RegionQuestion as RegionQuestion
from .questions import answer_question as answer_question
from .questions import read_question as read_question
from .region import Region as Region
from .region import build_region as build_region
from .region import load_region as load_region
from .scenario import AddHomes as AddHomes
from .scenario import AddLine as AddLine
from .scenario import AddOpportunities as AddOpportunities
from .scenario import AddStop as AddStop
from .scenario import AddStreets as AddStreets
from .scenario import AddTrips as AddTrips
from .scenario import AdjustDwell as AdjustDwell
from .scenario import AdjustFrequency as AdjustFrequency
from .scenario import AdjustSpeed as AdjustSpeed
from .scenario import BestMeasures as BestMeasures
from .scenario import Candidate as Candidate
from .scenario import CloseBorder as CloseBorder
from .scenario import CloseCrossing as CloseCrossing
from .scenario import CloseStreet as CloseStreet
from .scenario import ConnectTracks as ConnectTracks
from .scenario import CriticalLinks as CriticalLinks
from .scenario import ModifyStreets as ModifyStreets
from .scenario import MoveOpportunities as MoveOpportunities
from .scenario import RemoveLine as RemoveLine
from .scenario import RemoveStop as RemoveStop
from .scenario import RemoveTrips as RemoveTrips
from .scenario import Reroute as Reroute
from .scenario import ScaleOpportunities as ScaleOpportunities
from .scenario import Scenario as Scenario
from .scenario import SetCrossingTime as SetCrossingTime
from .scenario import SetMatching as SetMatching
from .scenario import SetResistance as SetResistance
from .scenario import SetTransfer as SetTransfer
from .scenario import Situation as Situation
from .scenario import best_measures as best_measures
from .scenario import combine_scenarios as combine_scenarios
from .scenario import critical_links as critical_links
from .scenario import read_r5_scenario as read_r5_scenario
from .scenario import read_scenario as read_scenario
from .scenario import scenario_shares as scenario_shares
from .scenario import situation_key as situation_key
from .spec.region_file import read_region_file as read_region_file
from .statistics.concepts import Conversion as Conversion
from .statistics.de.ba import Commuters as Commuters
from .statistics.de.ba import read_ba_commuters as read_ba_commuters
from .statistics.de.ba_municipalities import (
    read_ba_municipalities as read_ba_municipalities,
)
from .statistics.de.bibb import read_bibb_matching as read_bibb_matching
from .statistics.de.genesis import read_genesis as read_genesis
from .statistics.de.nrw_schools import read_nrw_schools as read_nrw_schools
from .statistics.eu.census_grid import read_census_grid as read_census_grid
from .statistics.eu.grensdata import read_grensdata_commuters as read_grensdata_commuters
from .statistics.eu.jsonstat import read_eurostat_employment as read_eurostat_employment
from .statistics.frameworks import eqf_range as eqf_range
from .statistics.frameworks import nace_section as nace_section
from .statistics.frameworks import nace_sections as nace_sections
from .statistics.grids import read_cbs_squares as read_cbs_squares
from .statistics.grids import read_zensus_grid as read_zensus_grid
from .statistics.nl.cbs import read_cbs_commuters as read_cbs_commuters
from .statistics.nl.cbs import read_cbs_jobs as read_cbs_jobs
from .statistics.nl.cbs import read_lisa as read_lisa
from .statistics.nl.duo import read_duo_schools as read_duo_schools
from .study import Study as Study
from .study import explore as explore
from .study import read_study as read_study
from .study import run_study as run_study
from .traveltimes import Router as Router
from .traveltimes import TravelTimes as TravelTimes
from .traveltimes import Trip as Trip
from .traveltimes import journeys as journeys
from .traveltimes import load_network as load_network
from .traveltimes import load_router as load_router
from .traveltimes import travel_time_blocks as travel_time_blocks
from .traveltimes import travel_time_sums as travel_time_sums
from .traveltimes import travel_times as travel_times
from .traveltimes.isochrones import isochrones as isochrones
from .traveltimes.portable import Portable as Portable
from .traveltimes.portable import portable as portable
from .uncertainty import ModelSpread as ModelSpread
from .uncertainty import draw_speeds as draw_speeds
from .uncertainty import model_spread as model_spread

__all__ = [
    "MATCHINGS",
    "RESISTANCES",
    "AddHomes",
    "AddLine",
    "AddOpportunities",
    "AddStop",
    "AddStreets",
    "AddTrips",
    "AdjustDwell",
    "AdjustFrequency",
    "AdjustSpeed",
    "AskedDays",
    "Atlas",
    "BestMeasures",
    "BorderFit",
    "BorderTerms",
    "Candidate",
    "ChangeLimits",
    "CloseBorder",
    "CloseCrossing",
    "CloseStreet",
    "Commuters",
    "Comparison",
    "ConnectTracks",
    "Conversion",
    "CostTables",
    "CriticalLinks",
    "DecayFit",
    "DelayTable",
    "Draws",
    "Feed",
    "FileError",
    "FreeDays",
    "GrensgeoError",
    "GrensgeoWarning",
    "HourTable",
    "InputError",
    "Map",
    "Match",
    "Matching",
    "ModelSpread",
    "ModifyStreets",
    "MoveOpportunities",
    "Network",
    "PayingGroup",
    "Portable",
    "Provenance",
    "RasterWeights",
    "Region",
    "RegionAnswer",
    "RegionQuestion",
    "RemoveLine",
    "RemoveStop",
    "RemoveTrips",
    "Reroute",
    "Resistance",
    "Router",
    "ScaleOpportunities",
    "Scenario",
    "SetCrossingTime",
    "SetMatching",
    "SetResistance",
    "SetTransfer",
    "Situation",
    "Source",
    "SpeedTable",
    "Statement",
    "StoredTimes",
    "Student",
    "Study",
    "Timetable",
    "TravelTimes",
    "Trip",
    "TripCosts",
    "answer_question",
    "best_measures",
    "border",
    "border_effect",
    "border_sensitivity",
    "build_network",
    "build_region",
    "check_feed",
    "combine_scenarios",
    "compare",
    "concentration_index",
    "critical_links",
    "cumulative",
    "cumulative_interval",
    "days_by_place",
    "days_of_pair",
    "decay",
    "draw_speeds",
    "driven_km",
    "dual",
    "eqf_range",
    "equity",
    "explore",
    "fetch_cbs",
    "fetch_region",
    "fgt",
    "fit_border",
    "fit_decay",
    "floating_catchment",
    "generalised_cost",
    "gini",
    "gravity",
    "grenswerk",
    "impedance",
    "isochrones",
    "journey_fares",
    "journeys",
    "load_network",
    "load_region",
    "load_router",
    "logsum",
    "measures",
    "meeting_pairs",
    "meeting_reach",
    "meeting_times",
    "missed_changes",
    "model_spread",
    "nace_section",
    "nace_sections",
    "nearest_facilities",
    "offers_for",
    "open_travel_times",
    "palma_ratio",
    "place_offers",
    "placements_for",
    "portable",
    "possible_days",
    "reach",
    "reach_on_terms",
    "read_ba_commuters",
    "read_ba_municipalities",
    "read_bibb_matching",
    "read_cbs_commuters",
    "read_cbs_jobs",
    "read_cbs_squares",
    "read_census_grid",
    "read_duo_schools",
    "read_eurostat_employment",
    "read_facilities",
    "read_feed",
    "read_genesis",
    "read_grensdata_commuters",
    "read_hubs",
    "read_jobsuche",
    "read_lisa",
    "read_listings",
    "read_nrw_schools",
    "read_offers",
    "read_osm_places",
    "read_points",
    "read_question",
    "read_r5_scenario",
    "read_region_file",
    "read_scenario",
    "read_services",
    "read_stagemarkt",
    "read_study",
    "read_zensus_grid",
    "realised_from_reach",
    "realised_reach",
    "region",
    "road_distances",
    "run_study",
    "scenario_shares",
    "situation_key",
    "spatial_availability",
    "statistics",
    "students_for",
    "theil",
    "theil_components",
    "timetable_on",
    "transport_performance",
    "travel_time_blocks",
    "travel_time_sums",
    "travel_times",
    "trip_costs",
    "with_feeds",
    "write_monitor",
    "write_reach",
    "write_travel_times",
]
