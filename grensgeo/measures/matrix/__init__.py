"""One dense table of travel times, whichever tool it came from, and sums over it.

The measures (``accessibility``, ``border``) stand on this alone: they take a ``TravelTimes`` or
any table ``from_id, to_id, travel_time_min``, so a matrix computed by r5r or r5py works too.
"""

from grensgeo.measures.matrix.sums import (
    Reached,
    blocks,
    check_cutoffs,
    counts_at,
    cut_tail,
    effect,
    finite_or_infinite,
    frozen,
    last_within,
    minute_blocks,
    reached,
    share,
    sums_within,
    unsnapped_warning,
    weighed,
)
from grensgeo.measures.matrix.times_table import (
    Matrix,
    Streamed,
    TimesLike,
    TripLike,
    as_matrix,
)

__all__ = [
    "Matrix",
    "Reached",
    "Streamed",
    "TimesLike",
    "TripLike",
    "as_matrix",
    "blocks",
    "check_cutoffs",
    "counts_at",
    "cut_tail",
    "effect",
    "finite_or_infinite",
    "frozen",
    "last_within",
    "minute_blocks",
    "reached",
    "share",
    "sums_within",
    "unsnapped_warning",
    "weighed",
]
