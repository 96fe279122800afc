"""``frequencies.txt``: trips at headways, checked and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.reading.cells import text_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings


def check_frequencies(frame: pd.DataFrame, findings: Findings) -> npt.NDArray[np.bool_]:
    """Find spans of frequencies that end before they start, or overlap.

    Returns
    -------
    ndarray
        bool: rows with an error.
    """
    start, end = frame["start_time"].to_numpy(), frame["end_time"].to_numpy()
    wrong = end <= start
    if wrong.any():
        findings.add(
            "error",
            "start_and_end_range_out_of_order",
            "end_time is not after start_time",
            file="frequencies.txt",
            field="end_time",
            rows=frame.index[wrong],
            values=list(frame.loc[wrong, "trip_id"]),
            remedy="past midnight times go on with 24:00:00",
        )
    trip = frame["trip_id"].cat.codes.to_numpy()
    order = np.lexsort((start, trip))
    over = (trip[order][1:] == trip[order][:-1]) & (start[order][1:] < end[order][:-1])
    if over.any():
        rows = order[1:][over]
        findings.add(
            "warning",
            "overlapping_frequency",
            "spans of one trip overlap",
            file="frequencies.txt",
            field="start_time",
            rows=frame.index[rows],
            values=list(frame["trip_id"].iloc[rows[:1000]]),
            remedy="the departures of both count; end each where the next starts",
        )
    return np.asarray(wrong)


def frequencies_table(tables: Mapping[str, pd.DataFrame], trips: pd.DataFrame) -> pd.DataFrame:
    """Build the table of frequencies, without those of trips that cannot be used."""
    import pandas as pd

    frame = tables.get("frequencies")
    if frame is None or not len(frame):
        names = ("trip", "start_s", "end_s", "headway_s", "exact")
        return pd.DataFrame({name: np.zeros(0, dtype=np.int64) for name in names})
    trip = trips.index.get_indexer(pd.Index(text_column(frame, "trip_id")))
    exact = frame["exact_times"].to_numpy() if "exact_times" in frame else np.zeros(len(frame))
    table = pd.DataFrame(
        {
            "trip": trip,
            "start_s": frame["start_time"].to_numpy().astype(np.int64),
            "end_s": frame["end_time"].to_numpy().astype(np.int64),
            "headway_s": frame["headway_secs"].to_numpy().astype(np.int64),
            "exact": exact.astype(np.int64),
        }
    )
    return table[table["trip"] >= 0].reset_index(drop=True)
