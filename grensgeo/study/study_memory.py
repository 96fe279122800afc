"""How much memory a study needs, from the sizes of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from grensgeo.maps.atlas import LONGEST_MIN

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.study.study_file import Study

#: Bytes that the libraries take, and the kernels.
_PROGRAM: Final = 700_000_000
#: Bytes of an edge of a network with its shape, and of what is prepared for each mode on it.
_EDGE: Final = 350
_EDGE_OF_MODE: Final = 450
#: Bytes of a byte of the files of timetables.
_FEED: Final = 60
#: Bytes of a cell of the region and of what pages say of it.
_CELL: Final = 6_000
#: Bytes of a block of a matrix of times, with what is made of it.
_BLOCK: Final = 400_000_000


def needed_bytes(study: Study) -> int:
    """Estimate the memory that a study needs at its fullest.

    The sizes of its files tell; nothing is opened but what Parquet says of its rows. The factors
    were fitted to what runs on the sample and on a region of 2.4 million nodes took.

    Parameters
    ----------
    study
        The study.

    Returns
    -------
    int
        Bytes; files that cannot be read count for nothing.
    """
    cells = rows_of(study.region / "cells.parquet")
    total = _PROGRAM + _BLOCK + cells * _CELL
    if study.atlas is not None:
        counted = (len(study.atlas.opportunities) + 1) * 3
        total += cells * counted * (LONGEST_MIN + 1) * 8
    for name, folder in study.networks.items():
        modes = {item.trip.mode for item in study.trips if item.network == name}
        modes |= {mode for item in study.isochrones if item.network == name for mode in item.modes}
        planned = {item.path for item in study.scenarios if _is_on(study, item.trips, name)}
        edges = rows_of(folder / "edges.parquet")
        total += edges * (_EDGE + _EDGE_OF_MODE * max(1, len(modes)) * (1 + len(planned)) // 2)
        feeds = sum(path.stat().st_size for path in folder.glob("feed_*.parquet"))
        total += feeds * _FEED * (1 + len(planned))
    return total


def _is_on(study: Study, trips: tuple[str, ...], network: str) -> bool:
    """Return whether any of some trips is made on a network."""
    return any(item.network == network for item in study.trips if item.trip_id in trips)


def rows_of(path: Path) -> int:
    """Return the number of rows that a Parquet file tells."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return int(pq.read_metadata(path).num_rows)
    except (OSError, ValueError, pa.ArrowException):
        return 0
