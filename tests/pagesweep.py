"""What a page computes from the streets that gg.portable exports, in numpy: js/src/engine/streets.js."""

import numpy as np

from grensgeo.routing.streets import hierarchy as levels
from grensgeo.routing.streets.aiming import Hops, aim
from grensgeo.routing.streets.customisation import customise
from grensgeo.routing.streets.sweep import sweep
from grensgeo.traveltimes.portable_coding import metres_per_degree


class PageStreets:
    """The streets of a page."""

    def __init__(self, portable):
        self.arrays, self.meta = portable.arrays, portable.meta
        self.n_cells = self.meta["n_cells"]
        self.streets = self.meta["streets"]
        self.trips = {trip["id"]: trip for trip in self.meta["trips"]}
        self._shapes, self._metrics = {}, {}

    def shape(self, number):
        """Contract a shape: its hierarchy and the ends of its edges."""
        if number not in self._shapes:
            count, step = (self.arrays[f"streets/{number}/{name}"] for name in ("count", "step"))
            low = np.repeat(np.arange(len(count)), count)
            high = np.empty(len(step), dtype=np.int64)
            for edge, more in enumerate(step):
                new = edge == 0 or low[edge] != low[edge - 1]
                high[edge] = (low[edge] if new else high[edge - 1]) + more
            rank = self.arrays.get(f"streets/{number}/rank", np.arange(len(count)))
            self._shapes[number] = levels.contract(rank, low, high), low, high
        return self._shapes[number]

    def seconds(self, number, metric):
        """Read the seconds of every edge, from the lower number and back."""
        told = self.streets["shapes"][number]
        one = told["metrics"][metric]
        length = self.length(number) * told["unit_s"]
        start = np.stack([length, length])
        if one["from"] >= 0:
            before = self.seconds(number, one["from"])
            other = np.where(np.isfinite(before), before, before[::-1])
            start = np.where(np.isfinite(other), other, start)
        rest = self.arrays[f"streets/{number}/{metric}/rest"].reshape(2, -1)
        factor = self.factor(number, metric).reshape(2, -1)
        closed = factor == 255
        times = np.array(one["factors"])[np.where(closed, 0, factor)]
        return np.where(closed, np.inf, np.maximum(start * times + rest * told["step_s"], 0.0))

    def factor(self, number, metric):
        """Read the factors of a metric, maybe beside those of another."""
        own = self.arrays[f"streets/{number}/{metric}/factor"]
        like = self.streets["shapes"][number]["metrics"][metric]["like"]
        return own if like < 0 else own + self.factor(number, like)

    def length(self, number):
        """Read lengths in whole units, with the straight line between the points at both ends."""
        told = self.streets["shapes"][number]
        _, low, high = self.shape(number)
        at = np.full((told["n_vertices"], 2), np.nan)
        leave = self.standing(told["spots"], number)[1]
        lonlat = np.concatenate(
            [
                np.stack([self.arrays[f"{kind}/{name}"] for name in ("lon", "lat")], axis=1)
                for kind in ("cell", "place", "stop")
                if f"{kind}/lon" in self.arrays
            ]
        )
        for point in np.flatnonzero(leave >= 0)[::-1]:
            at[leave[point]] = lonlat[point]
        (lon, lat), (lon_there, lat_there) = at[low].T, at[high].T
        east, north = metres_per_degree((lat + lat_there) / 2)
        metres = np.hypot((lon - lon_there) * east, (lat - lat_there) * north)
        guess = np.nan_to_num(np.floor(metres * told["beeline"] + 0.5))
        return self.arrays[f"streets/{number}/length"] + guess

    def standing(self, snap, shape):
        """Read where all points stand: status, vertices and seconds off the network."""
        told = self.streets["snappings"][snap]
        names = ("offset", f"{shape}/leave", f"{shape}/gap")
        columns = [self.arrays[f"snap/{snap}/{name}"].astype(np.int64) for name in names]
        other = told["beside"]
        while other is not None:
            for column, name in zip(columns, names, strict=True):
                np.add(column, self.arrays[f"snap/{other}/{name}"], out=column)
            other = self.streets["snappings"][other]["beside"]
        offset, leave, gap = columns
        status = self.arrays[f"snap/{snap}/status"]
        return status, leave, leave + gap, offset * self.streets["offset_step_s"]

    def times(self, trip, points, *, reverse=False, code=0, scenario=0):
        """Compute minutes between points and all cells by a trip along the streets."""
        leg = self.trips[trip]["legs"]["street"]
        layer = self.streets["layers"][leg["layers"][scenario]]
        number, metric = layer["shape"], layer["sets"][code]
        hierarchy = self.shape(number)[0]
        if (number, metric) not in self._metrics:
            ahead, back = self.seconds(number, metric)
            self._metrics[number, metric] = customise(
                hierarchy, ahead, back,
                open_forward=np.isfinite(ahead), open_backward=np.isfinite(back),
            )  # fmt: skip
        timed = self._metrics[number, metric]
        snap = leg["own_snapping" if code else "snapping"][scenario]
        status, leave, enter, offset = self.standing(snap, number)
        there = self.standing(leg["snapping"][scenario], number)[
            0
        ]  # as the library looks at destinations
        begin, end = (enter, leave) if reverse else (leave, enter)
        cells = np.arange(self.n_cells)
        found = sweep(
            aim(hierarchy, timed, _hops(end[cells], offset[cells]), reverse=reverse),
            _hops(begin[points], offset[points]),
        )
        limit = np.inf if leg["limit_min"] is None else 60 * leg["limit_min"]
        park = 60 * leg["park_min"]
        if code:
            found = np.where(self.arrays["point/country"][cells] == code, found, np.nan)
        minutes = np.where(found + park <= limit * (1 + 4e-7), found + park, np.nan) / 60
        for row, point in enumerate(np.atleast_1d(points)):
            same = self.arrays["twin/cell"][self.arrays["twin/point"] == point].tolist()
            for cell in [*same, *([point] if point < self.n_cells else [])]:
                if status[point] == 0 and there[cell] == 0:
                    minutes[row, cell] = 0.0
        return minutes


def _hops(vertex, seconds):
    hops = np.full((len(vertex), 2), np.inf)
    hops[:, 0] = seconds
    return Hops(np.stack([vertex, np.full(len(vertex), -1)], axis=1).astype(np.int32), hops)


def near(found, wanted, *, limit_min, slack_min=0.05):
    """Hold that times are within the slack, and unreached alike save that near the limit."""
    reached = ~np.isnan(found) & ~np.isnan(wanted)
    np.testing.assert_allclose(found[reached], wanted[reached], rtol=0, atol=slack_min)
    alone = np.isnan(found) != np.isnan(wanted)
    assert limit_min is not None or not alone.any()
    if alone.any():
        assert (np.fmax(found[alone], wanted[alone]) >= limit_min - slack_min).all()
