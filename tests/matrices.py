"""Small tables of travel times, drawn by hand or by hypothesis."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from hypothesis import strategies as st


@dataclass(frozen=True)
class Mode:
    mode: str = "car"
    max_min: float | None = None


@dataclass(frozen=True, eq=False)
class Times:
    """What the measures read of a TravelTimes."""

    from_id: np.ndarray
    to_id: np.ndarray
    minutes: np.ndarray
    from_status: np.ndarray
    to_status: np.ndarray
    from_country: np.ndarray | None = None
    to_country: np.ndarray | None = None
    trip: Mode = Mode()
    edge_min: np.ndarray | None = None


def times(minutes, *, from_id="ab", to_id="xy", from_country="ND", to_country="ND", **more):
    side = {"N": "NL", "D": "DE", "B": "BE", "?": ""}
    minutes = np.array(minutes, dtype=np.float32)
    return Times(
        from_id=np.array(list(from_id)),
        to_id=np.array(list(to_id)),
        minutes=minutes,
        from_status=np.array(more.get("from_status", [0] * len(from_id)), dtype=np.uint8),
        to_status=np.array(more.get("to_status", [0] * len(to_id)), dtype=np.uint8),
        from_country=from_country and np.array([side[c] for c in from_country]),
        to_country=to_country and np.array([side[c] for c in to_country]),
    )


@dataclass(frozen=True)
class Passing:
    """Times that come by, some origins after the other, and are never held together."""

    rows: np.ndarray
    each: int = 1
    in_sweep = by_timetable = False

    def minute_blocks(self):
        for first in range(0, len(self.rows), self.each):
            part = slice(first, min(first + self.each, len(self.rows)))
            yield part, self.rows[part], None

    def sums_within(self, limits_min, counts):
        raise NotImplementedError


def frame(rows):
    return pd.DataFrame(rows, columns=["from_id", "to_id", "travel_time_min"])


TWO = [[5, 15], [15, 5]]
JOBS = pd.Series({"x": 100.0, "y": 40.0}, name="jobs")


@st.composite
def worlds(draw):
    n, m = draw(st.integers(1, 6)), draw(st.integers(2, 7))
    minute = st.one_of(st.just(np.nan), st.integers(0, 60).map(float))
    minutes = draw(st.lists(st.lists(minute, min_size=m, max_size=m), min_size=n, max_size=n))
    to_country = "ND" + draw(st.text("ND", min_size=m - 2, max_size=m - 2))
    counts = draw(st.lists(st.floats(0, 1e6), min_size=m, max_size=m))
    table = times(
        minutes,
        from_id="abcdef"[:n],
        to_id="tuvwxyz"[:m],
        from_country=draw(st.text("ND", min_size=n, max_size=n)),
        to_country=to_country,
    )
    return table, pd.Series(counts, index=list("tuvwxyz"[:m]))
