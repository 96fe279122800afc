"""The seconds of a page's edges as small whole numbers.

Under the first metric an edge has a length: its seconds in whole steps. Under every other one its
seconds are those of an earlier metric times a factor, one of a few, and what is missing to that in
steps. Where streets have speeds by class, the factors say it all; where they differ from edge to
edge, what is missing is small. A direction that is closed has a factor of its own; one that no
shortest way needs takes whatever is shortest to write and not too short.

Steps add up along a way of hundreds of edges. How far they lead astray is measured on ways from
some of the points, and finer steps are taken until it is little enough.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import InputError
from grensgeo.routing.streets import hierarchy as levels
from grensgeo.routing.streets.aiming import Hops, aim
from grensgeo.routing.streets.customisation import customise
from grensgeo.routing.streets.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Ints, Longs, Singles
    from grensgeo.routing.streets.hierarchy import Hierarchy
    from grensgeo.routing.streets.overlay import Overlay

    Arrays = dict[str, npt.NDArray[Any] | list[str]]
    #: Size, factors, their numbers, rests, and seconds read again.
    _Written = tuple[int, list[float], Ints, Ints, Floats]

#: Seconds in which weights are written at first, and how often that is halved at most.
STEP_S, _MOST_HALVINGS = 0.1, 5
#: The same for legs to and from stops, which are counted in whole seconds.
FINE_STEP_S = 0.02
#: The most that rounding may change a time, seconds: a third of what a page is held to.
MOST_ASTRAY_S = 1.0
#: What a page is held to: 0.05 minutes.
_TOO_FAR_ASTRAY_S = 3.0
#: From so many points ways are measured.
_MEASURED_FROM = 96

#: The factor that stands for a closed direction.
CLOSED = 255
#: Factors that differ by less than this share are one.
_SAME = 1e-9
#: Factors of a metric whose factors are many: this far from one to the next.
_FACTOR_STEP = 0.05
#: A unit fits if so many edges are whole numbers of it.
_FITTING = 0.9


@dataclass(frozen=True, eq=False)
class CodedShape:
    """Edges and seconds as whole numbers.

    Attributes
    ----------
    arrays
        ``count`` (edges up from each vertex), ``step`` (to their upper ends), ``rank`` (order in
        which vertices are contracted; none where it is their number), ``length``; by metric
        ``NUMBER/factor`` and ``NUMBER/rest``, each from the lower ends first and then back.
    meta
        Units, and which metric each is written from.
    vertex
        int64 (n_vertices,): name of each vertex, sorted.
    number
        int64 (n_vertices,): its number.
    """

    arrays: Arrays
    meta: dict[str, Any]
    vertex: Longs
    number: Longs

    def place(self, names: Longs) -> npt.NDArray[np.int32]:
        """Return the numbers of vertices; -1 for none."""
        if not len(self.vertex):
            return np.full(len(names), -1, dtype=np.int32)
        at = np.minimum(np.searchsorted(self.vertex, names), len(self.vertex) - 1)
        found = np.where(self.vertex[at] == names, self.number[at], -1)
        return np.where(names >= 0, found, -1).astype(np.int32)


def code_shape(
    overlay: Overlay,
    name: Longs,
    *,
    kept: Flags,
    starts: Sequence[Longs],
    n_countries: int,
    limit_s: float,
    spots: tuple[Longs, Floats],
    paces: Floats,
    metre_s: Sequence[float],
    fine: bool = False,
) -> CodedShape:
    """Write edges as whole numbers.

    Parameters
    ----------
    overlay
        The edges, between vertices ``0`` to ``len(name) - 1``.
    name
        Names of the vertices, sorted.
    kept
        Which vertices points stand at.
    starts
        By metric, vertices at which journeys begin: a direction that none of them reaches takes
        any seconds.
    n_countries
        Metrics come in groups of so many: all streets, then those of each country.
    limit_s
        Longer journeys do not matter.
    spots
        Names of the vertices by which the page's points are left (-1 for none), and their degrees:
        where lengths follow the straight line, they are written as what is missing to it.
    paces
        Seconds per metre: units that may fit.
    metre_s
        By layer, a group of metrics: seconds of a metre where its streets have one pace, else 0.
    fine
        Take ever finer steps at once: for legs to a stop, where a second may miss the train.

    Returns
    -------
    CodedShape
        Arrays that give the seconds again, as ``js/src/engine/weights.js`` does.
    """
    used = kept.copy()
    used[overlay.low] = used[overlay.high] = True
    vertex = np.flatnonzero(used)
    place = np.cumsum(used) - 1
    low, high = place[overlay.low], place[overlay.high]
    n = len(vertex)
    hierarchy = levels.contract(levels.order(n, low, high), low, high)
    number, topology = _numbered(hierarchy, low, high, kept=kept[vertex])
    ends = number[low], number[high]
    turned = ends[0] > ends[1]
    order = np.lexsort((np.maximum(*ends), np.minimum(*ends)))
    seconds, least = overlay.seconds.copy(), overlay.least_s.copy()
    for part in (seconds, least):
        part[turned] = part[turned, ::-1]
    free = _free(n, (low, high), overlay.seconds, [place[start] for start in starts])
    free[turned] = free[turned, ::-1]
    draft = _Weights(seconds[order], least[order], free[order], n_countries=n_countries)
    draft.paces = paces
    draft.beeline_m = _beeline_m(
        (np.minimum(*ends)[order], np.maximum(*ends)[order]), name[vertex], number, spots
    )
    level = np.empty(n, dtype=np.int64)
    level[number] = np.arange(n)
    measured = place[np.flatnonzero(kept)]
    drawn = np.random.default_rng(0).permutation(len(measured))[:_MEASURED_FROM]
    test = _Measured(hierarchy, np.sort(measured[drawn]), overlay.seconds, n_countries=n_countries)
    step_s = FINE_STEP_S if fine else STEP_S
    for _ in range(_MOST_HALVINGS):
        arrays, meta, found = draft.coded(step_s)
        rounded = np.empty_like(found)
        rounded[order] = found
        rounded[turned] = rounded[turned, ::-1]
        astray = test.astray_s(rounded, limit_s)
        if astray <= MOST_ASTRAY_S:
            break
        step_s /= 2
    if astray > _TOO_FAR_ASTRAY_S:
        raise InputError(
            "page-cannot-carry",
            f"portable: rounding changes times by up to {astray:.3g} s, and a page is held to "
            f"{_TOO_FAR_ASTRAY_S:g}; give the trips a max_min",
        )
    meta |= {"base": draft.base, "metre_s": float(metre_s[draft.base // n_countries])}
    meta |= {"n_vertices": n, "n_edges": len(low), "astray_s": round(float(astray), 3)}
    return CodedShape(topology | arrays, meta, name[vertex], number)


def _numbered(
    hierarchy: Hierarchy, low: Longs, high: Longs, *, kept: Flags
) -> tuple[Longs, Arrays]:
    """Choose the numbers of vertices, by their names or by their rank, that are shorter to write.

    Returns the number of each vertex, and the edges.
    """
    n = hierarchy.n_vertices
    rank = hierarchy.level.astype(np.int64)
    tried = []
    for number in (rank, np.arange(n)):
        one, other = number[low], number[high]
        lower, upper = np.minimum(one, other), np.maximum(one, other)
        order = np.lexsort((upper, lower))
        lower, upper = lower[order], upper[order]
        step = np.diff(upper, prepend=0)
        first = np.diff(lower, prepend=-1) != 0
        step = np.where(first, upper - lower, step)
        arrays: Arrays = {
            "count": np.bincount(lower, minlength=n).astype(np.int32),
            "step": step.astype(np.int32),
        }
        at = number[kept]
        size = sum(_size(np.asarray(part)) for part in arrays.values()) + _size(np.diff(at))
        if number is not rank:
            by_number = np.empty(n, dtype=np.int32)
            by_number[number] = rank
            arrays["rank"] = by_number
            size += _size(np.diff(by_number))
        tried.append((size, number, arrays))
    _, number, arrays = min(tried, key=lambda one: one[0])
    return number, arrays


def _free(
    n: int, ends: tuple[Longs, Longs], seconds: Floats, starts: Sequence[Longs]
) -> npt.NDArray[np.bool_]:
    """Find the directions that cannot be come to from any start, by metric."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order

    low, high = ends
    free = np.zeros(seconds.shape, dtype=bool)
    for metric, start in enumerate(starts):
        up, down = np.isfinite(seconds[:, :, metric]).T
        tail = np.concatenate([low[up], high[down], np.full(len(start), n)])
        head = np.concatenate([high[up], low[down], start])
        graph = csr_array((np.ones(len(tail), np.int8), (tail, head)), shape=(n + 1, n + 1))
        reached = np.zeros(n + 1, dtype=bool)
        reached[breadth_first_order(graph, n, return_predecessors=False)] = True
        free[:, 0, metric], free[:, 1, metric] = ~reached[low], ~reached[high]
    return free


class _Weights:
    """Seconds by edge, direction and metric, and how each metric is written."""

    #: Seconds per metre that may be units, and metres between the ends of edges (0 unknown).
    paces: Floats
    beeline_m: Floats

    def __init__(
        self,
        seconds: Floats,
        least: Floats,
        free: npt.NDArray[np.bool_],
        *,
        n_countries: int,
    ) -> None:
        self.seconds, self.least, self.free = seconds, least, free
        self.n_countries = n_countries
        whole = range(0, seconds.shape[2], n_countries)
        middle = [_middle(seconds[:, :, number]) for number in whole]
        # from the slowest on: what is a whole number for it gives the quicker ones most exactly
        self.base = whole[int(np.argmax(middle))] if middle else 0

    def coded(self, step_s: float) -> tuple[Arrays, dict[str, Any], Floats]:
        """Write every metric; return the arrays, what goes with them, and the seconds read again.

        Seconds read again are those of this shape's edges: (n_edges, 2, n_metrics).
        """
        base = self.seconds[:, :, self.base]
        known = np.where(np.isfinite(base), base, np.inf).min(axis=1)
        for number in range(self.seconds.shape[2]):
            more = self.seconds[:, :, number].min(axis=1)
            known = np.where(np.isfinite(known), known, more)
        known[~np.isfinite(known)] = 0.0
        unit = self._unit(known, step_s)
        length = np.rint(known / unit)
        scale, beyond = self._beyond_beeline(length)
        arrays: Arrays = {"length": beyond}
        start = np.repeat((length * unit)[:, None], 2, axis=1)
        found = np.full(self.seconds.shape, np.inf)
        told: list[dict[str, Any]] = [{} for _ in range(self.seconds.shape[2])]
        done: list[int] = []
        patterns: dict[int, npt.NDArray[np.uint8]] = {}
        for number in self._turns():
            whole = number - number % self.n_countries
            tried: list[tuple[_Written, int]] = []
            for other in [whole] if whole in done else [*done, -1]:
                before = start if other < 0 else _filled(found[:, :, other], start)
                most = tried[-1][0][0] if tried else np.inf
                written = self._written(number, before, step_s, most=most)
                if written is not None:  # shorter than all before
                    tried.append((written, other))
            (_, factors, factor, rest, read), other = tried[-1]
            found[:, :, number] = read
            codes = factor.T.ravel().astype(np.uint8)
            like, difference = _shortest(codes, patterns, number % self.n_countries)
            patterns[number] = codes
            arrays[f"{number}/factor"] = difference
            arrays[f"{number}/rest"] = rest.T.ravel().astype(np.int32)
            told[number] = {"from": other, "like": like, "factors": factors}
            if number == whole:
                done.append(number)
        meta = {"unit_s": unit, "step_s": step_s, "beeline": scale, "metrics": told}
        return arrays, meta, found

    def _beyond_beeline(self, length: Floats) -> tuple[float, npt.NDArray[np.int64]]:
        """Return how many units a metre of straight line is, and what lengths are beyond that."""
        known = (self.beeline_m > 0) & (length > 0)
        whole = length.astype(np.int64)
        if known.any():
            scale = float(np.median(length[known] / self.beeline_m[known]).round(9))
            beyond = whole - np.floor(self.beeline_m * scale + 0.5).astype(np.int64)
            if _size(beyond) < _size(whole):
                return scale, beyond
        return 0.0, whole

    def _turns(self) -> list[int]:
        """Return the metrics in the order in which they are written."""
        whole = list(range(0, self.seconds.shape[2], self.n_countries))
        whole.sort(key=lambda number: number != self.base)
        return [first + more for first in whole for more in range(self.n_countries)]

    def _unit(self, known: Floats, step_s: float) -> float:
        """Return seconds of which most lengths are whole numbers, or the step."""
        for pace in sorted(self.paces, reverse=True):
            if pace > 0:
                parts = known / pace
                fits = np.abs(parts - np.rint(parts)) < 1e-6 * np.maximum(parts, 1.0)
                if len(fits) and fits.mean() >= _FITTING:
                    return float(pace)
        return step_s

    def _written(
        self, number: int, before: Floats, step_s: float, *, most: float
    ) -> _Written | None:
        """Write a metric from seconds before: size, factors, their numbers, rests, seconds.

        None where that is no shorter than ``most``.
        """
        seconds, least = self.seconds[:, :, number], self.least[:, :, number]
        needed = np.isfinite(seconds)
        real = needed & (before > 0)
        ratio = seconds[real] / before[real]
        best = None
        for factors, which in _ways_to_class(ratio):
            factor = np.zeros(seconds.shape, dtype=np.int64)
            factor[real] = which
            guess = before * np.array(factors)[factor]
            rest = np.zeros(seconds.shape, dtype=np.int64)
            rest[needed] = np.rint((seconds[needed] - guess[needed]) / step_s)
            # where no shortest way leads, whatever is not too short will do
            long_enough = guess >= least - step_s / 4
            factor[~needed & ~self.free[:, :, number] & ~long_enough] = CLOSED
            size = _size(factor, most)
            size += _size(rest, most - size)
            if size < most:
                most, best = size, (size, factors, factor, rest, guess)
        if best is None:
            return None
        size, factors, factor, rest, guess = best
        read = np.where(factor == CLOSED, np.inf, guess + rest * step_s)
        return size, factors, factor, rest, np.where(read < 0, 0.0, read)


def _ways_to_class(ratio: Floats) -> list[tuple[list[float], Longs]]:
    """Return ways to put factors into classes: one for all, those that occur, or at even steps."""
    none = [1.0], np.zeros(len(ratio), dtype=np.int64)
    if not len(ratio):
        return [none]
    ways = [none, ([float(np.median(ratio))], np.zeros(len(ratio), dtype=np.int64))]
    key = np.rint(np.log(np.maximum(ratio, 1e-9)) / _SAME)
    values, first, which, count = np.unique(
        key, return_index=True, return_inverse=True, return_counts=True
    )
    often = np.argsort(-count, kind="stable")[:CLOSED]
    if count[often].sum() >= len(ratio) / 2:
        place = np.zeros(len(values), dtype=np.int64)  # what is rare is written from the commonest
        place[often] = np.arange(len(often))
        ways.append((ratio[first[often]].tolist(), place[which]))
    bins = np.clip(np.rint(np.log(np.maximum(ratio, 1e-9)) / _FACTOR_STEP), -120, 120)
    values, which, count = np.unique(bins, return_inverse=True, return_counts=True)
    often = np.argsort(-count, kind="stable")
    place = np.empty(len(values), dtype=np.int64)
    place[often] = np.arange(len(often))
    ways.append((np.exp(values[often] * _FACTOR_STEP).round(6).tolist(), place[which]))
    return ways


def _shortest(
    codes: npt.NDArray[np.uint8], patterns: dict[int, npt.NDArray[np.uint8]], country: int
) -> tuple[int, npt.NDArray[np.uint8]]:
    """Choose the metric that a country's factors are most like; -1 for none."""
    best = _size(codes), -1, codes
    for other, pattern in sorted(patterns.items()) if country else ():
        difference = codes - pattern  # round 256
        size = _size(difference, best[0])
        if size < best[0]:
            best = size, other, difference
    return best[1:]


def _beeline_m(
    ends: tuple[Longs, Longs], vertex: Longs, number: Longs, spots: tuple[Longs, Floats]
) -> Floats:
    """Return metres in a straight line between the ends of edges; 0 where one has no point."""
    names, lonlat = spots
    n = len(vertex)
    degrees = np.full((n, 2), np.nan)
    on = np.flatnonzero(names >= 0)[::-1]  # the first point of each vertex is written last
    degrees[number[np.searchsorted(vertex, names[on])]] = lonlat[on]
    one, other = degrees[ends[0]], degrees[ends[1]]
    east, north = metres_per_degree((one[:, 1] + other[:, 1]) / 2)
    metres: Floats = np.hypot((one[:, 0] - other[:, 0]) * east, (one[:, 1] - other[:, 1]) * north)
    return np.where(np.isnan(metres), 0.0, metres)


def metres_per_degree(lat: Floats) -> tuple[Floats, Floats]:
    """Return metres of a degree of longitude and of latitude, as js/src/engine/weights.js does.

    Source: series of the GRS 80 ellipsoid, as in P. Osborne (2013), The Mercator projections.
    """
    turn = np.radians(lat)
    east = 111_412.84 * np.cos(turn) - 93.5 * np.cos(3 * turn) + 0.118 * np.cos(5 * turn)
    north = 111_132.92 - 559.82 * np.cos(2 * turn) + 1.175 * np.cos(4 * turn)
    return east, north


def _filled(seconds: Floats, start: Floats) -> Floats:
    """Return seconds with those of the other direction, or of the length, where closed."""
    other = seconds[:, ::-1]
    return np.where(np.isfinite(seconds), seconds, np.where(np.isfinite(other), other, start))


def _middle(seconds: Floats) -> float:
    known = seconds[np.isfinite(seconds)]
    return float(np.median(known)) if len(known) else 0.0


class _Measured:
    """Exact times from some of the points, and how far others lead astray."""

    def __init__(
        self, hierarchy: Hierarchy, points: Longs, exact: Floats, *, n_countries: int
    ) -> None:
        self.hierarchy, self.points = hierarchy, points
        self.everywhere = Hops.at(np.arange(hierarchy.n_vertices))
        self.numbers = range(0, exact.shape[2], n_countries)
        self.exact = [self._times(exact[:, :, number]) for number in self.numbers]

    def _times(self, seconds: Floats) -> Singles:
        """Compute seconds from the points to every vertex."""
        ahead, back = seconds[:, 0], seconds[:, 1]
        is_open = np.isfinite(ahead), np.isfinite(back)
        metric = customise(
            self.hierarchy, ahead, back, open_forward=is_open[0], open_backward=is_open[1]
        )
        return sweep(aim(self.hierarchy, metric, self.everywhere), Hops.at(self.points))

    def astray_s(self, rounded: Floats, limit_s: float) -> float:
        """Measure how far times by other seconds of the edges lead astray, seconds."""
        worst = 0.0
        for number, exact in zip(self.numbers, self.exact, strict=True):
            within = exact <= limit_s
            if within.any():
                gap = np.abs(exact[within] - self._times(rounded[:, :, number])[within])
                worst = max(worst, float(np.nan_to_num(gap, nan=np.inf).max()))
        return worst


def _size(values: npt.NDArray[Any], most: float = np.inf) -> int:
    """Return how long whole numbers are when they are deflated; at least ``most`` if not less."""
    codes = values.astype(np.int64)
    sign = ((codes << 1) ^ (codes >> 63)).astype(np.uint32)
    size = 0
    for plane in range(4):
        part = (sign >> (8 * plane)).astype(np.uint8)
        if size < most and part.any():
            size += len(zlib.compress(part.tobytes(), 6))
    return size
