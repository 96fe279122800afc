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

__all__ = [
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
