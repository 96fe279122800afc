"""The fewest edges that keep all times between some vertices of a graph, under several metrics.

Vertices at which nobody begins or ends are taken out one by one, and the ways through them become
edges between their neighbours; then those edges go that no shortest way needs. Both are done in
turn, as long as it makes the graph smaller. What is left serves every one of the metrics (hours,
scenarios, borders closed), each to the last digit. Arrays in, arrays out; seconds throughout.

Source: contraction as in R. Geisberger, P. Sanders, D. Schultes, D. Delling (2008), Contraction
hierarchies, WEA 2008, 319-333, in independent sets of vertices; which edges are needed is found by
perfect customisation (:mod:`grensgeo.routing.streets.perfect`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.routing.streets import hierarchy as levels
from grensgeo.routing.streets.perfect import least_seconds

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Ints, Longs

#: How many directed edges more than it takes away with it a vertex may leave behind, turn by turn.
#: On a made-up region of 2.45 million nodes with 28,560 points the edges are fewest after these.
SLACKS = (0, 2, 6, 10, 14)
#: Vertices with more neighbours stay: taking one out makes pairs of all of them.
_MOST_NEIGHBOURS = 40
#: With a smaller share of the vertices to take out, a round is not worth its sorting.
_LEAST_SHARE = 1e-3
#: With more than this share of the edges of the last time left, none are looked for that nobody
#: needs: that takes far longer than taking vertices out.
_WORTH_PRUNING = 0.98
#: An edge is needed if it is longer than the way round by no more than single precision tells.
_SINGLE = 3e-7


@dataclass(frozen=True, eq=False)
class Overlay:
    """Edges between vertices, with seconds under several metrics.

    Attributes
    ----------
    low, high
        int64 (n_edges,): ends, the lower number first; each pair once, sorted.
    seconds
        float64 (n_edges, 2, n_metrics): from the lower end to the upper, and back; ``inf`` where
        closed, or where no shortest way needs the edge.
    least_s
        The same, the least seconds between the ends by whatever way, within single precision:
        where an edge is not needed, it may as well have any seconds from these on.
    """

    low: npt.NDArray[np.int64]
    high: npt.NDArray[np.int64]
    seconds: npt.NDArray[np.float64]
    least_s: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)


def join(n_vertices: int, tail: Ints, head: Ints, seconds: Floats) -> tuple[Longs, Longs, Floats]:
    """Join directed arcs into edges.

    Parameters
    ----------
    n_vertices
        Number of vertices.
    tail, head
        (n_arcs,): ends.
    seconds
        (n_arcs, n_metrics): seconds; ``inf`` where closed.

    Returns
    -------
    tuple
        Lower end, upper end, and seconds (n_edges, 2, n_metrics) up and down. Of parallel arcs the
        least, under each metric; loops are left out, and what is closed under every metric.

    Examples
    --------
    >>> low, high, found = join(3, np.array([0, 1, 1]), np.array([1, 0, 0]),
    ...                         np.array([[5.0], [7.0], [6.0]]))
    >>> low.tolist(), high.tolist(), found.tolist()
    ([0], [1], [[[5.0], [6.0]]])
    """
    both = np.stack([seconds, np.full_like(seconds, np.inf)], axis=1)
    return _joined(n_vertices, tail.astype(np.int64), head.astype(np.int64), both)


def thin(
    n_vertices: int, tail: Ints, head: Ints, seconds: Floats, *, kept: Flags, limit_s: float
) -> Overlay:
    """Remove the vertices that are not kept, as far as that makes the graph smaller.

    Parameters
    ----------
    n_vertices
        Number of vertices.
    tail, head, seconds
        As for :func:`join`.
    kept
        bool (n_vertices,): vertices at which journeys begin or end.
    limit_s
        Times beyond it do not matter.

    Returns
    -------
    Overlay
        Times between kept vertices are those of the graph, up to the limit.

    Examples
    --------
    A path of three vertices whose middle nobody needs:

    >>> found = thin(3, np.array([0, 1]), np.array([1, 2]), np.array([[60.0], [5.0]]),
    ...              kept=np.array([True, False, True]), limit_s=3600.0)
    >>> found.low.tolist(), found.high.tolist(), found.seconds.ravel().tolist()
    ([0], [2], [65.0, inf])
    """
    edges = join(n_vertices, tail, head, np.where(seconds > limit_s, np.inf, seconds))
    edges = _contracted(n_vertices, *edges, kept=kept, slack=SLACKS[0], limit_s=limit_s)
    edges, least = _pruned(*edges)
    last = edges[0]
    for slack in SLACKS[1:]:
        edges = _contracted(n_vertices, *edges, kept=kept, slack=slack, limit_s=limit_s)
        if len(edges[0]) < _WORTH_PRUNING * len(last):
            edges, least = _pruned(*edges)
            last = edges[0]
    if edges[0] is not last:
        edges, least = _pruned(*edges)
    return Overlay(*edges, least)


def _joined(
    n_vertices: int, tail: Longs, head: Longs, seconds: Floats
) -> tuple[Longs, Longs, Floats]:
    """Sort edges by their ends, and keep the least seconds of parallel ones."""
    real = np.flatnonzero((tail != head) & np.isfinite(seconds).any(axis=(1, 2)))
    tail, head, seconds = tail[real], head[real], seconds[real]
    turned = tail > head
    seconds[turned] = seconds[turned, ::-1]
    key = np.minimum(tail, head) * n_vertices + np.maximum(tail, head)
    order = np.argsort(key, kind="stable")
    key = key[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    if not len(first):
        return tail, head, seconds
    seconds = np.minimum.reduceat(seconds[order], first, axis=0)
    return key[first] // n_vertices, key[first] % n_vertices, seconds


def _contracted(
    n_vertices: int,
    low: Longs,
    high: Longs,
    seconds: Floats,
    *,
    kept: Flags,
    slack: int,
    limit_s: float,
) -> tuple[Longs, Longs, Floats]:
    """Remove vertices, no two neighbours in a round, until few are left that pay."""
    drawn = np.random.default_rng(0)  # who of two neighbours goes first; the same each time
    while True:
        out = _independent(n_vertices, low, high, seconds, kept=kept, slack=slack, drawn=drawn)
        if out.sum() <= _LEAST_SHARE * n_vertices:
            return low, high, seconds
        gone = out[low] | out[high]
        middle = np.where(out[low[gone]], low[gone], high[gone])
        other = np.where(out[low[gone]], high[gone], low[gone])
        away = seconds[gone].copy()  # from the middle, and to it
        turned = out[high[gone]]
        away[turned] = away[turned, ::-1]
        order = np.argsort(middle)
        middle, other, away = middle[order], other[order], away[order]
        tails, heads, found = [low[~gone]], [high[~gone]], [seconds[~gone]]
        for step in range(1, _MOST_NEIGHBOURS):
            one = np.flatnonzero(middle[step:] == middle[:-step])
            if not len(one):
                break
            two = one + step
            through = away[one, ::-1] + away[two]  # from one to two, and back
            through[through > limit_s] = np.inf
            tails.append(other[one])
            heads.append(other[two])
            found.append(through)
        low, high, seconds = _joined(
            n_vertices, np.concatenate(tails), np.concatenate(heads), np.concatenate(found)
        )


def _independent(
    n_vertices: int,
    low: Longs,
    high: Longs,
    seconds: Floats,
    *,
    kept: Flags,
    slack: int,
    drawn: np.random.Generator,
) -> Flags:
    """Select vertices to take out at once: those that pay best among their neighbours."""
    is_open: Flags = np.asarray(np.isfinite(seconds).any(axis=2))
    up, down = is_open[:, 0], is_open[:, 1]

    def count(one: Flags, other: Flags) -> Longs:
        at = np.concatenate([low[one], high[other]])
        return np.bincount(at, minlength=n_vertices)

    n_out, n_in = count(up, down), count(down, up)
    n_both = count(up & down, up & down)
    # ways in times ways out, but for those that lead back
    more = n_out * n_in - n_both - (n_out + n_in)
    n_near = n_out + n_in - n_both
    pays = ~kept & (more <= slack) & (n_near > 0) & (n_near < _MOST_NEIGHBOURS)
    rank = more * n_vertices + drawn.permutation(n_vertices)
    rivals = np.flatnonzero(pays[low] & pays[high])
    loses = rank[low[rivals]] > rank[high[rivals]]
    pays[np.where(loses, low[rivals], high[rivals])] = False
    return pays


def _pruned(
    low: Longs, high: Longs, seconds: Floats
) -> tuple[tuple[Longs, Longs, Floats], Floats]:
    """Drop the edges that no shortest way needs under any metric; return the least seconds too."""
    if not len(low):
        return (low, high, seconds), seconds
    vertex, ends = np.unique(np.concatenate([low, high]), return_inverse=True)
    tail, head = ends[: len(low)], ends[len(low) :]
    hierarchy = levels.contract(levels.order(len(vertex), tail, head), tail, head)
    least = least_seconds(hierarchy, seconds).astype(np.float64)
    seconds = np.where(seconds <= least * (1 + _SINGLE), seconds, np.inf)
    stays = np.isfinite(seconds).any(axis=(1, 2))
    return (low[stays], high[stays], seconds[stays]), least[stays]
