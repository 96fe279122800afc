"""Official methods by their names, each with its source."""

from grensgeo.methods.crow import (
    GroupTables,
    Hubs,
    IkobInputs,
    IkobProject,
    IkobResult,
    Prices,
    Skims,
    decay_parameters,
    group_shares,
    ikob,
    ikob_inputs,
    read_ikob,
)
from grensgeo.methods.named_readings import (
    RIN_NORMS_MIN,
    central_place_norm,
    connectivity,
    pbl_cbs_2015,
    rank_by_method,
    share_below_norm,
)

__all__ = [
    "RIN_NORMS_MIN",
    "GroupTables",
    "Hubs",
    "IkobInputs",
    "IkobProject",
    "IkobResult",
    "Prices",
    "Skims",
    "central_place_norm",
    "connectivity",
    "decay_parameters",
    "group_shares",
    "ikob",
    "ikob_inputs",
    "pbl_cbs_2015",
    "rank_by_method",
    "read_ikob",
    "share_below_norm",
]
