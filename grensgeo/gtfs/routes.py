"""``routes.txt``: checks of the names and types of routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.gtfs.findings import Findings


#: Kinds of vehicle of the standard, and the first of its extended ones. Source: GTFS Schedule
#: Reference, route_type; Google, Extended GTFS Route Types.
_KINDS = (0, 1, 2, 3, 4, 5, 6, 7, 11, 12)


_EXTENDED_FROM = 100


def check_route_names(routes: pd.DataFrame, findings: Findings) -> None:
    """Find lines without any name."""
    named = np.zeros(len(routes), dtype=bool)
    for name in ("route_short_name", "route_long_name"):
        if name in routes:
            named |= routes[name].notna().to_numpy()
    if (~named).any():
        findings.add(
            "warning",
            "route_both_short_and_long_name_missing",
            "lines without any name",
            file="routes.txt",
            rows=routes.index[~named],
            values=list(routes.loc[~named, "route_id"]),
            remedy="journeys show their route_id",
        )


def check_route_types(routes: pd.DataFrame, findings: Findings) -> None:
    """Find lines of a kind that neither the standard nor its extension knows."""
    kind = routes["route_type"].to_numpy()
    at = np.flatnonzero(~np.isin(kind, _KINDS) & (kind < _EXTENDED_FROM))
    if len(at):
        findings.add(
            "warning",
            "unexpected_enum_value",
            "lines of a kind of vehicle that the standard does not know",
            file="routes.txt",
            field="route_type",
            rows=routes.index[at],
            values=[int(value) for value in kind[at[:1000]]],
            remedy="their trips run as others do; their kind is not known",
        )
