"""Columns that bear on a journey and are not used (bicycles, wheelchairs), each reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.gtfs.findings import Findings


#: File, its key, column, codes that are reported; the message, and the remedy.
_UNUSED = (
    (
        ("trips", "trip_id", "bikes_allowed", {1, 2}),
        "trips say whether bicycles may come along (bikes_allowed)",
        "not used: with access or egress by bicycle none is taken on board",
    ),
    (
        ("trips", "trip_id", "wheelchair_accessible", {1, 2}),
        "trips say whether wheelchairs may come along (wheelchair_accessible)",
        "not used: travel times are those of people who can board any vehicle",
    ),
    (
        ("stops", "stop_id", "wheelchair_boarding", {1, 2}),
        "stops say whether wheelchairs can board (wheelchair_boarding)",
        "not used: travel times are those of people who can board anywhere",
    ),
    *(
        (
            (table, key, f"continuous_{name}", {0, 2, 3}),
            f"one may {what} between stops (continuous_{name})",
            "not used: one boards and gets off at stops only",
        )
        for table, key in (("routes", "route_id"), ("stop_times", "trip_id"))
        for name, what in (("pickup", "board"), ("drop_off", "get off"))
    ),
)


def check_unused_columns(tables: Mapping[str, pd.DataFrame], findings: Findings) -> None:
    """Report the columns that bear on a journey and are not used.

    Parameters
    ----------
    tables
        Tables by name, without what cannot be used.
    findings
        Collects the remarks.
    """
    for (table, key, name, codes), message, remedy in _UNUSED:
        frame = tables[table]
        if name not in frame:
            continue
        rows = np.flatnonzero(np.isin(frame[name].to_numpy(), list(codes)))
        if len(rows):
            findings.add(
                "notice",
                name,
                message,
                file=f"{table}.txt",
                field=name,
                rows=frame.index[rows],
                values=list(frame[key].iloc[rows[:1000]].dropna()),
                remedy=remedy,
            )
