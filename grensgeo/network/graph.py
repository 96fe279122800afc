"""The directed graph of one mode, as arrays ready for routing.

Where turns are forbidden, a vertex is split for the mode: an edge that one may not turn from
everywhere ends at a vertex of its own, one that may not be turned into from everywhere begins at a
vertex of its own, and arcs without length join those that may follow each other. All other
vertices stay as they are.

A ban would be worth little if a car could drive on past the junction, turn round where it stands
and come back from another side. So near a ban cars do not turn round: neither at the vertex
itself, nor anywhere up to the next junction on each street that leads away from it, except at a
dead end. Further away they may.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.network.model import COUNTRIES, Streets, mode_bit

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.network.delays import Delays
    from grensgeo.network.turns import Turns

    Floats = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]
    Indices = npt.NDArray[np.int64]

#: Columns of arrays by edge and direction: from tail to head, and from head to tail.
FORWARD, BACKWARD = 0, 1

#: Edge of an arc that is a turn at a split vertex.
TURN = -1

#: Modes that do not turn round on a street; a cyclist gets off.
_NO_TURNING_ROUND = ("car",)


@dataclass(frozen=True, eq=False)
class Graph:
    """Directed arcs of one mode in compressed rows.

    The arcs that leave vertex ``v`` are ``indptr[v]`` up to ``indptr[v + 1]``. The vertices of the
    streets come first, under their own numbers; further ones stand beside vertices at which a turn
    is forbidden. From a street's vertex one may set out along any of its edges, also where it is
    split; all ways of coming to it lead to ``reached``.

    Attributes
    ----------
    indptr
        int64 (n_vertices + 1,).
    heads
        int32 (n_arcs,): vertex at the end of the arc.
    weights_s
        float64 (n_arcs,): seconds along the arc, delays included.
    arc_edge
        int32 (n_arcs,): edge of the network that the arc runs along; :data:`TURN` for a turn at a
        split vertex, which takes no time.
    component
        int32 (n_vertices,): strong component; 0 is the largest, the others by falling size.
    depart, arrive
        int32 (n_edges, 2): vertex from which an edge is entered and to which it leads, tail to
        head in the first column and head to tail in the second, whether it is open or not.
    reached
        int32 (n_street_vertices,): vertex to which all that arrive at a street's vertex lead.
    begin_s, end_s
        float64 (n_edges, 2): delays between the vertex from which an edge is entered and its
        middle, and between its middle and the vertex to which it leads.
    """

    indptr: npt.NDArray[np.int64]
    heads: npt.NDArray[np.int32]
    weights_s: npt.NDArray[np.float64]
    arc_edge: npt.NDArray[np.int32]
    component: npt.NDArray[np.int32]
    depart: npt.NDArray[np.int32]
    arrive: npt.NDArray[np.int32]
    reached: npt.NDArray[np.int32]
    begin_s: npt.NDArray[np.float64]
    end_s: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse weights that are not seconds, naming the edge, and freeze every array."""
        bad = np.flatnonzero(~(np.isfinite(self.weights_s) & (self.weights_s >= 0)))
        if len(bad):
            raise InputError(
                f"graph: weights_s is {some(self.weights_s[bad])} at edges "
                f"{some(self.arc_edge[bad])}; durations are finite seconds, 0 or more"
            )
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @property
    def n_vertices(self) -> int:
        """Number of vertices."""
        return len(self.component)

    @property
    def n_arcs(self) -> int:
        """Number of directed arcs."""
        return len(self.heads)

    @property
    def is_split(self) -> bool:
        """Whether any vertex is split because a turn is forbidden there."""
        return self.n_vertices > len(self.reached)


def build_graph(
    streets: Streets,
    mode: str,
    durations_s: tuple[Floats, Floats],
    *,
    country: str | None = None,
    turns: Turns | None = None,
    delays: Delays | None = None,
) -> Graph:
    """Build the directed graph of one mode.

    Parameters
    ----------
    streets
        The streets.
    mode
        A street mode.
    durations_s
        float64 (n_edges,) each: seconds tail to head and head to tail; NaN where the mode may not
        go.
    country
        Use only the edges of this country, as when foreign routing is forbidden.
    turns
        Turns that are forbidden.
    delays
        What is lost on each edge beside.

    Returns
    -------
    Graph
        Arcs with seconds, sorted by tail, then edge, then direction.

    Raises
    ------
    InputError
        If the mode or the country is unknown, or durations are negative or infinite.
    """
    bit = mode_bit(mode)
    usable = np.ones(streets.n_edges, dtype=bool)
    if country is not None:
        if country not in COUNTRIES[1:]:
            known = ", ".join(COUNTRIES[1:])
            raise InputError(f"country {country!r} is unknown; choose one of {known}")
        usable = streets.country == COUNTRIES.index(country)
    seconds = np.stack(durations_s, axis=1)
    is_open = usable[:, None] & ~np.isnan(seconds)
    nothing = np.zeros((streets.n_edges, 2))
    begin, end = (nothing, nothing.copy()) if delays is None else (delays.begin_s, delays.end_s)
    ports = _Ports.whole(streets)
    if turns is not None and (turns.modes & bit).any():
        mine = (turns.modes & bit) > 0
        banned = turns.via[mine], turns.from_edge[mine], turns.to_edge[mine]
        ports = _split(streets, is_open, banned, may_turn_round=mode not in _NO_TURNING_ROUND)
    edges, way = np.nonzero(is_open)
    tails = np.concatenate([ports.depart[edges, way], ports.turn_from])
    heads = np.concatenate([ports.arrive[edges, way], ports.turn_to])
    arc_edge = np.concatenate([edges, np.full(len(ports.turn_from), TURN)]).astype(np.int32)
    weights = (begin + seconds + end)[edges, way]
    weights = np.concatenate([weights, np.zeros(len(ports.turn_from))])
    order = np.lexsort((arc_edge, tails))  # stable: forward before backward on a loop
    indptr = np.zeros(ports.n_vertices + 1, dtype=np.int64)
    np.cumsum(np.bincount(tails, minlength=ports.n_vertices), out=indptr[1:])
    heads = heads[order].astype(np.int32)
    return Graph(
        indptr=indptr,
        heads=heads,
        weights_s=weights[order],
        arc_edge=arc_edge[order],
        component=_components(indptr, heads),
        depart=ports.depart.astype(np.int32),
        arrive=ports.arrive.astype(np.int32),
        reached=ports.reached.astype(np.int32),
        begin_s=begin,
        end_s=end,
    )


@dataclass(frozen=True, eq=False)
class _Ports:
    """Where edges begin and end in a graph with split vertices, and the turns between."""

    n_vertices: int
    depart: Indices
    arrive: Indices
    reached: Indices
    turn_from: Indices
    turn_to: Indices

    @classmethod
    def whole(cls, streets: Streets) -> _Ports:
        """Leave every vertex whole."""
        ends = np.stack([streets.tail, streets.head], axis=1).astype(np.int64)
        none = np.zeros(0, dtype=np.int64)
        every = np.arange(streets.n_vertices)
        return cls(streets.n_vertices, ends, ends[:, ::-1].copy(), every, none, none)


def _split(
    streets: Streets,
    is_open: Flags,
    banned: tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.int32]],
    *,
    may_turn_round: bool,
) -> _Ports:
    """Split the vertices at which turns are forbidden.

    Of a split vertex, its own number stays with those edges that may be followed by any other; a
    second number (``reached``) goes to those that may follow any other.
    """
    whole = _Ports.whole(streets)
    depart, arrive = whole.depart.ravel().copy(), whole.arrive.ravel().copy()
    one, other = _banned_arcs(whole, is_open, banned)
    if not len(one):
        return whole
    if not may_turn_round:
        round_ = _turns_round(whole, is_open, near=np.unique(arrive[one]))
        one, other = np.concatenate([one, round_]), np.concatenate([other, round_ ^ 1])
    split = np.unique(arrive[one])
    coming, going = np.unique(one), np.unique(other)
    n, n_split = streets.n_vertices, len(split)
    reached = whole.reached.copy()
    reached[split] = n + np.arange(n_split)
    at_coming, at_going = arrive[coming], depart[going]
    arrive[coming] = n + n_split + np.arange(len(coming))
    leaving = np.isin(depart, split)
    depart[leaving] = reached[depart[leaving]]
    depart[going] = n + n_split + len(coming) + np.arange(len(going))
    # Every pair of an edge with a ban and one with a ban at the same vertex, less those banned.
    at = np.searchsorted(split, at_going)
    by_vertex = np.argsort(at, kind="stable")
    count = np.bincount(at, minlength=n_split)
    start = np.cumsum(count) - count
    here = np.searchsorted(split, at_coming)
    pair_one = np.repeat(np.arange(len(coming)), count[here])
    step = np.arange(len(pair_one)) - np.repeat(np.cumsum(count[here]) - count[here], count[here])
    pair_other = by_vertex[np.repeat(start[here], count[here]) + step]
    free = ~np.isin(coming[pair_one] * len(depart) + going[pair_other], one * len(depart) + other)
    return _Ports(
        n_vertices=n + n_split + len(coming) + len(going),
        depart=depart.reshape(-1, 2),
        arrive=arrive.reshape(-1, 2),
        reached=reached,
        turn_from=np.concatenate(
            [split, at_going, arrive[coming], arrive[coming][pair_one[free]]]
        ),
        turn_to=np.concatenate(
            [
                reached[split],
                depart[going],
                reached[at_coming],
                depart[going][pair_other[free]],
            ]
        ),
    )


def _banned_arcs(
    whole: _Ports,
    is_open: Flags,
    banned: tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.int32]],
) -> tuple[Indices, Indices]:
    """Give the pairs of open arcs (twice the edge, plus 1 backward) that may not follow."""
    via, from_edge, to_edge = banned
    ones, others = [], []
    for coming in (FORWARD, BACKWARD):
        for going in (FORWARD, BACKWARD):
            real = (
                is_open[from_edge, coming]
                & is_open[to_edge, going]
                & (whole.arrive[from_edge, coming] == via)
                & (whole.depart[to_edge, going] == via)
            )
            ones.append(2 * from_edge[real].astype(np.int64) + coming)
            others.append(2 * to_edge[real].astype(np.int64) + going)
    return np.concatenate(ones), np.concatenate(others)


def _turns_round(whole: _Ports, is_open: Flags, *, near: Indices) -> Indices:
    """Give the arcs near some vertices after which a car may not turn round.

    They are those that come to one of the vertices, and those that lead away from it as far as
    the next junction; never one into a dead end.
    """
    depart, arrive, free = whole.depart.ravel(), whole.arrive.ravel(), is_open.ravel()
    arcs = np.flatnonzero(free)
    n_out = np.bincount(depart[arcs], minlength=whole.n_vertices)
    sum_out = np.zeros(whole.n_vertices, dtype=np.int64)
    np.add.at(sum_out, depart[arcs], arcs)
    two_way = free & is_open[:, ::-1].ravel()
    found = two_way & np.isin(arrive, near)
    front = np.flatnonzero(two_way & np.isin(depart, near))
    passed = np.zeros(len(free), dtype=bool)
    while len(front):
        found[front] = passed[front] = True
        # where the street only runs on, there is one arc beside the one back
        on = front[n_out[arrive[front]] == 2]
        front = np.unique(sum_out[arrive[on]] - (on ^ 1))
        front = front[two_way[front] & ~passed[front]]
    return np.flatnonzero(found & (n_out[arrive] > 1))


def _components(
    indptr: npt.NDArray[np.int64], heads: npt.NDArray[np.int32]
) -> npt.NDArray[np.int32]:
    """Label strong components by falling size; of equal ones the first vertex decides."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    n = len(indptr) - 1
    if n == 0:
        return np.zeros(0, dtype=np.int32)
    ones = np.ones(len(heads), dtype=np.int8)
    matrix = csr_array((ones, heads, indptr), shape=(n, n))
    _, label = connected_components(matrix, directed=True, connection="strong")
    _, first, inverse, size = np.unique(
        label, return_index=True, return_inverse=True, return_counts=True
    )
    rank = np.empty(len(size), dtype=np.int32)
    rank[np.lexsort((first, -size))] = np.arange(len(size), dtype=np.int32)
    return rank[inverse]
