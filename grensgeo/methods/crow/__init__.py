"""IKOB of Stichting CROW: reach by person group, as the Dutch regions measure it."""

from grensgeo.methods.crow.decay_parameters import DecayParameters, decay_parameters
from grensgeo.methods.crow.group_shares import GroupTables, group_shares
from grensgeo.methods.crow.ikob_inputs import Hubs, IkobInputs, Prices, Skims
from grensgeo.methods.crow.ikob_method import IkobResult, ikob
from grensgeo.methods.crow.ikob_project import IkobProject, read_ikob
from grensgeo.methods.crow.own_times import ikob_inputs

__all__ = [
    "DecayParameters",
    "GroupTables",
    "Hubs",
    "IkobInputs",
    "IkobProject",
    "IkobResult",
    "Prices",
    "Skims",
    "decay_parameters",
    "group_shares",
    "ikob",
    "ikob_inputs",
    "read_ikob",
]
