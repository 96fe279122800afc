"""Travel times written to Parquet while they are computed, so that they need not be held."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo.errors import FileError, some
from grensgeo.extras import progress_bar
from grensgeo.files import beside, need_place
from grensgeo.files.places import ending
from grensgeo.provenance import METADATA
from grensgeo.traveltimes.result import REASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy.typing as npt
    import pyarrow as pa

    from grensgeo.traveltimes.compute import Begun
    from grensgeo.traveltimes.result import TravelTimes
    from grensgeo.traveltimes.trip import Trip

#: Pairs in one part: some 100 MB while it is laid out.
_PAIRS: Final = 4_000_000
_PART: Final = "part-{:05}.parquet"


def write_parts(
    begin: Callable[[], Begun], trip: Trip, path: Path, *, progress: bool = False
) -> Path:
    """Write the times of all origins to one file, or to a folder of them.

    Parameters
    ----------
    begin
        Lays the question out; called once it is known that there is a place for the answer.
    trip
        The trip.
    path
        ``.parquet`` for a file; anything else for a folder.
    progress
        Show a progress bar.

    Returns
    -------
    Path
        ``path``.

    Raises
    ------
    FileError
        If nothing can be written there, or a folder holds anything else.
    """
    import pyarrow.parquet as pq

    alone = ending(path) == ".parquet"
    need_place(path, folder=not alone)
    others = [] if alone or not path.exists() else [item for item in path.iterdir() if
                                                   not _is_part(item)]  # fmt: skip
    if others:
        raise FileError(
            "folder-not-overwritten",
            f"{path}: holds {some(sorted(item.name for item in others))} besides parts of travel "
            "times; name another folder",
        )
    begun = begin()
    told = {
        **begun.provenance.to_dict(),
        "trip": {name: getattr(trip, name) for name in ("mode", "max_min", "foreign_routing")},
    }
    about = {METADATA: json.dumps(told, ensure_ascii=False, sort_keys=True).encode()}
    with beside(path) as folder:
        whole = folder / path.name
        if not alone:
            whole.mkdir()
        writer = None
        for number, table in enumerate(_tables(begun, trip, progress=progress)):
            if writer is None or not alone:
                if writer is not None:
                    writer.close()
                place = whole if alone else whole / _PART.format(number)
                # ids are numbers into a list here, and text again for whoever reads them
                writer = pq.ParquetWriter(place, table.schema, store_schema=False)
                writer.add_key_value_metadata(about)
            writer.write_table(table)
        if writer is not None:
            writer.close()
        if not alone and path.exists():
            path.replace(folder / "before")
        whole.replace(path)
    return path


def _is_part(path: Path) -> bool:
    name = path.name
    return name.startswith("part-") and name.endswith(".parquet") and path.is_file()


def _tables(begun: Begun, trip: Trip, *, progress: bool) -> Iterator[pa.Table]:
    """Compute the rows of some origins after the other; an empty table where there are none."""
    starts, goals = begun.places
    n, plan = len(starts), begun.journeys.plan
    step = max(1, _PAIRS // max(1, len(goals)))
    if plan is not None and plan.reverse:
        step = max(n, 1)  # each part would search from all destinations again
    with progress_bar(n, f"times by {trip.mode}", unit="origin", shown=progress) as bar:
        for first in range(0, max(n, 1), step):
            times = begun.rows(slice(first, min(first + step, n)), trip, bar=bar)
            yield _table(times)


def _table(times: TravelTimes) -> pa.Table:
    """Return what ``to_frame`` gives, with ids as numbers into a list of them."""
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
