"""``transfers.txt`` and ``pathways.txt``: checked and as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.reading.cells import text_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings


#: What a transfer may be restricted to, as columns of :attr:`Feed.transfers`.
SINGLE = ("from_route", "to_route", "from_trip", "to_trip")


def check_transfers(transfers: pd.DataFrame, findings: Findings) -> None:
    """Find transfers that name neither two stops nor two trips of one vehicle."""
    loose = _useless_transfers(transfers)
    if loose.any():
        findings.add(
            "warning",
            "transfer_without_ends",
            "transfers that name neither two stops nor, in one vehicle, two trips",
            file="transfers.txt",
            rows=transfers.index[loose],
            remedy="not used: changing there takes the stop's usual time",
        )


def _useless_transfers(frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Find transfers of which it is not clear between what they are."""

    def empty(name: str) -> npt.NDArray[np.bool_]:
        if name not in frame:
            return np.ones(len(frame), dtype=bool)
        return np.asarray(frame[name].isna())

    seated = np.zeros(len(frame), dtype=bool)
    if "transfer_type" in frame:
        seated = frame["transfer_type"].to_numpy() >= 4
    trips = empty("from_trip_id") | empty("to_trip_id")
    stops = empty("from_stop_id") | empty("to_stop_id")
    return np.where(seated, trips, stops)


def transfers_table(tables: Mapping[str, pd.DataFrame], stops: pd.DataFrame) -> pd.DataFrame:
    """Build the table of transfers: stops by position; lines and trips by id."""
    import pandas as pd

    frame = tables.get("transfers")
    if frame is None:
        frame = pd.DataFrame()
    kind = np.zeros(len(frame), dtype=np.int64)
    if "transfer_type" in frame:
        kind = frame["transfer_type"].to_numpy()
    least = np.full(len(frame), np.nan)
    if "min_transfer_time" in frame:
        least = frame["min_transfer_time"].to_numpy()
    ends = [
        stops.index.get_indexer(pd.Index(text_column(frame, name), dtype="str"))
        for name in ("from_stop_id", "to_stop_id")
    ]
    single = {name: text_column(frame, f"{name}_id") for name in SINGLE}
    # without stops only trips of one vehicle can be meant
    linked = (kind > 3) & (single["from_trip"] != "") & (single["to_trip"] != "")
    keep = linked | ((kind <= 3) & (ends[0] >= 0) & (ends[1] >= 0))
    return pd.DataFrame(
        {
            "from_stop": ends[0][keep],
            "to_stop": ends[1][keep],
            "transfer_type": kind[keep],
            "min_transfer_s": least[keep],
            **{name: ids[keep] for name, ids in single.items()},
        }
    )


def pathways_table(tables: Mapping[str, pd.DataFrame], stops: pd.DataFrame) -> pd.DataFrame:
    """Build the table of pathways inside stations."""
    import pandas as pd

    frame = tables.get("pathways")
    if frame is None:
        frame = pd.DataFrame()
    both = np.zeros(len(frame), dtype=bool)
    if "is_bidirectional" in frame:
        both = frame["is_bidirectional"].to_numpy() == 1
    none = np.full(len(frame), np.nan)
    ends = [
        stops.index.get_indexer(pd.Index(text_column(frame, name), dtype="str"))
        for name in ("from_stop_id", "to_stop_id")
    ]
    return pd.DataFrame(
        {
            "from_stop": ends[0],
            "to_stop": ends[1],
            "both_ways": both,
            "length_m": frame["length"].to_numpy() if "length" in frame else none,
            "duration_s": (
                frame["traversal_time"].to_numpy() if "traversal_time" in frame else none
            ),
        }
    )
