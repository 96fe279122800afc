"""Blocks of travel times and of reach as tables of Arrow, as they stand in Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.traveltimes.result import REASONS

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

    from grensgeo.traveltimes.result import TravelTimes


def times_table(times: TravelTimes) -> pa.Table:
    """Return what ``to_frame`` gives, with ids as numbers into a list of them.

    Parameters
    ----------
    times
        Some origins to all destinations.

    Returns
    -------
    Table
        All destinations of the first origin first.
    """
    import pyarrow as pa

    n_from, n_to = times.minutes.shape
    nothing = np.isnan(times.minutes.ravel())

    def listed(codes: npt.NDArray[Any], values: npt.NDArray[np.object_]) -> pa.Array:
        words = pa.array([None if value is None else str(value) for value in values], pa.string())
        return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), words)

    columns: dict[str, Any] = {
        "from_id": listed(np.repeat(np.arange(n_from), n_to), times.from_id),
        "to_id": listed(np.tile(np.arange(n_to), n_from), times.to_id),
        "travel_time_min": _minutes(times.minutes),
    }
    if times.percentile_minutes is not None and times.percentiles != (50,):
        for number, values in zip(times.percentiles, times.percentile_minutes, strict=True):
            columns[f"travel_time_p{number:02}_min"] = _minutes(values)
    if times.rides is not None:
        columns["rides"] = pa.array(times.rides.ravel().astype(np.int64), mask=nothing)
    codes = times.reason_codes().ravel().astype(np.int32)
    reasons = pa.array(codes - 1, pa.int32(), mask=codes == 0)
    columns["reason"] = pa.DictionaryArray.from_arrays(reasons, pa.array(REASONS[1:], pa.string()))
    return pa.table(columns)


def _minutes(values: npt.NDArray[np.float32]) -> pa.Array:
    import pyarrow as pa

    return pa.array(values.ravel().astype(np.float64), from_pandas=True)
