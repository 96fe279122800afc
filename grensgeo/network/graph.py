"""The directed graph of one mode, as arrays ready for routing.

Where turns are forbidden, a vertex is split for the mode: an edge that one may not turn from
everywhere ends at a vertex of its own, one that may not be turned into from everywhere begins at a
vertex of its own, and arcs without length join those that may follow each other. All other
vertices stay as they are.

Where a row of three edges or more is forbidden, the edges between its first and its last are laid
once more, for those who come by the first: at the end of the copy the last may not follow.

A ban would be worth little if a car could drive on past the junction, turn round where it stands
and come back from another side. So near a ban cars do not turn round, except at a dead end:
neither at the vertex itself, nor up to the next junction on each street that leads away from it,
nor wherever this would be quicker than the legal way (:mod:`grensgeo.network.rounds`). Elsewhere
they may, at no cost: nobody gains by it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import InputError, some
from grensgeo.modes import mode_bit
from grensgeo.network.splitting import Bans, SplitEdges, split

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Indices, Longs
    from grensgeo.network.contents import Streets
    from grensgeo.network.delays import Delays
    from grensgeo.network.turns import Turns


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

    indptr: Longs
    heads: Indices
    weights_s: Floats
    arc_edge: Indices
    component: Indices
    depart: Indices
    arrive: Indices
    reached: Indices
    begin_s: Floats
    end_s: Floats

    def __post_init__(self) -> None:
        """Validate that weights are seconds, naming the edge, and freeze every array."""
        bad = np.flatnonzero(~(np.isfinite(self.weights_s) & (self.weights_s >= 0)))
        if len(bad):
            raise InputError(
                "negative-or-infinite",
                f"graph: weights_s is {some(self.weights_s[bad])} at edges "
                f"{some(self.arc_edge[bad])}; durations are finite seconds, 0 or more",
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
        """Return whether any vertex is split because a turn is forbidden there."""
        return self.n_vertices > len(self.reached)


@dataclass(frozen=True, eq=False)
class GraphShape:
    """The directed arcs of one mode, whatever their seconds.

    Attributes
    ----------
    indptr, heads, arc_edge, component, depart, arrive, reached
        As in :class:`Graph`.
    arc_way
        int8 (n_arcs,): 0 where an arc runs from tail to head of its edge, 1 from head to tail; 0
        for a turn.
    """

    indptr: Longs
    heads: Indices
    arc_edge: Indices
    arc_way: npt.NDArray[np.int8]
    component: Indices
    depart: Indices
    arrive: Indices
    reached: Indices

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @property
    def n_vertices(self) -> int:
        """Number of vertices."""
        return len(self.component)

    @property
    def arc_place(self) -> Indices:
        """int32 (n_arcs,): place of each arc among :func:`seconds_by_place`."""
        place = 2 * self.arc_edge + self.arc_way
        place[self.arc_edge == TURN] = 2 * len(self.depart)
        return place

    def closes_only(self, before: GraphShape) -> bool:
        """Return whether it is another shape but for some arcs along edges, which are closed."""
        for name in ("depart", "arrive", "reached"):
            if not np.array_equal(getattr(self, name), getattr(before, name)):
                return False
        stays = np.zeros(2 * len(self.depart) + 1, dtype=bool)
        stays[2 * len(self.depart)] = True  # turns
        stays[self.arc_place] = True
        kept = stays[before.arc_place]
        if np.count_nonzero(kept) != len(self.heads) or self.n_vertices != before.n_vertices:
            return False
        count = np.concatenate([[0], np.cumsum(kept)])[before.indptr]
        return np.array_equal(count, self.indptr) and all(
            np.array_equal(getattr(before, name)[kept], getattr(self, name))
            for name in ("heads", "arc_edge", "arc_way")
        )

    def vertices_in(self, before: GraphShape) -> Indices:
        """Return which vertex of an earlier shape each one is; -1 for what is new.

        Edges and vertices of the streets that were there before have kept their numbers; what
        stands beside them, where a turn is forbidden, is known by the edge that leads to it.
        """
        result = np.full(self.n_vertices, -1, dtype=np.int32)
        n = min(len(self.depart), len(before.depart))
        for name in ("depart", "arrive"):
            result[getattr(self, name)[:n]] = getattr(before, name)[:n]
        n = min(len(self.reached), len(before.reached))
        result[n : len(self.reached)] = -1
        result[self.reached[:n]] = before.reached[:n]
        result[:n] = np.arange(n)
        return result

    def weigh(self, durations_s: tuple[Floats, Floats], delays: Delays | None = None) -> Graph:
        """Return the graph with seconds.

        Parameters
        ----------
        durations_s
            float64 (n_edges,) each: seconds tail to head and head to tail; open where the shape
            was made for open edges.
        delays
            What is lost on each edge beside.

        Returns
        -------
        Graph
            Its weights.

        Raises
        ------
        InputError
            If durations are negative or infinite.
        """
        if delays is None:
            begin, end = np.zeros((2, len(self.depart), 2))
        else:
            begin, end = delays.begin_s, delays.end_s
        return Graph(
            indptr=self.indptr,
            heads=self.heads,
            weights_s=seconds_by_place(durations_s, delays)[self.arc_place],
            arc_edge=self.arc_edge,
            component=self.component,
            depart=self.depart,
            arrive=self.arrive,
            reached=self.reached,
            begin_s=begin,
            end_s=end,
        )


def seconds_by_place(durations_s: tuple[Floats, Floats], delays: Delays | None) -> Floats:
    """Return the seconds of every edge both ways, of a turn, and of what is closed.

    Parameters
    ----------
    durations_s, delays
        As for :meth:`GraphShape.weigh`.

    Returns
    -------
    ndarray
        float64 (2 n_edges + 2,): at place ``2 e + d`` those of edge ``e`` in direction ``d``,
        delays included; then 0 for a turn, and NaN.
    """
    n = len(durations_s[0])
    result = np.empty(2 * n + 2)
    result[2 * n :] = 0.0, np.nan
    both = result[: 2 * n].reshape(n, 2)
    for way, seconds in enumerate(durations_s):
        if delays is None:
            both[:, way] = seconds
        else:
            both[:, way] = delays.begin_s[:, way] + seconds + delays.end_s[:, way]
    return result


def seconds_at(
    durations_s: tuple[Floats, Floats], delays: Delays | None, places: Indices
) -> Floats:
    """Return some of :func:`seconds_by_place`."""
    n = len(durations_s[0])
    result = np.where(places == 2 * n, 0.0, np.nan)
    on = np.flatnonzero(places < 2 * n)
    edges, ways = np.divmod(places[on], 2)
    seconds = np.where(ways == 0, durations_s[0][edges], durations_s[1][edges])
    if delays is not None:
        seconds = delays.begin_s[edges, ways] + seconds + delays.end_s[edges, ways]
    result[on] = seconds
    return result


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
    streets, mode, country, turns
        As for :func:`shape_graph`.
    durations_s
        float64 (n_edges,) each: seconds tail to head and head to tail; NaN where the mode may not
        go.
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
    shape = shape_graph(streets, mode, durations_s, country=country, turns=turns)
    return shape.weigh(durations_s, delays)


def shape_graph(
    streets: Streets,
    mode: str,
    durations_s: tuple[Floats, Floats],
    *,
    country: str | None = None,
    turns: Turns | None = None,
) -> GraphShape:
    """Build the arcs of one mode.

    Parameters
    ----------
    streets
        The streets.
    mode
        A street mode.
    durations_s
        float64 (n_edges,) each, tail to head and head to tail: NaN where the mode may not go;
        nothing else of them matters.
    country
        Use only the edges of this country, as when foreign routing is forbidden, and those along
        a border, which are of both.
    turns
        Turns that are forbidden.

    Returns
    -------
    GraphShape
        Arcs, sorted by tail, then edge, then direction.

    Raises
    ------
    InputError
        If the mode or the country is unknown.
    """
    bit = mode_bit(mode)
    usable = np.ones(streets.n_edges, dtype=bool)
    if country is not None:
        if country not in COUNTRIES[1:]:
            known = ", ".join(COUNTRIES[1:])
            raise InputError(
                "country-unknown", f"country {country!r} is unknown; choose one of {known}"
            )
        usable = (streets.country == COUNTRIES.index(country)) | streets.shared
    is_open = usable[:, None] & ~np.isnan(np.stack(durations_s, axis=1))
    ports = SplitEdges.whole(streets)
    if turns is not None and turns.bind(bit):
        bans = Bans.of(turns, bit, streets, is_open)
        if mode in _NO_TURNING_ROUND:
            bans = bans.without_turning_round(streets, is_open)
        ports = split(streets, bans)
    # arcs: open directions of edges, edges that are laid once more, and turns at split vertices
    edges, way = np.nonzero(is_open)
    again, their_way = np.divmod(ports.copied, 2)
    n_turns = len(ports.turn_from)
    tails = np.concatenate([ports.through[edges, way], ports.copy_from, ports.turn_from])
    heads = np.concatenate([ports.arrive[edges, way], ports.copy_to, ports.turn_to])
    arc_edge = np.concatenate([edges, again, np.full(n_turns, TURN)]).astype(np.int32)
    arc_way = np.concatenate([way, their_way, np.zeros(n_turns)]).astype(np.int8)
    order = np.lexsort((arc_edge, tails))  # stable: forward before backward on a loop
    indptr = np.zeros(ports.n_vertices + 1, dtype=np.int64)
    np.cumsum(np.bincount(tails, minlength=ports.n_vertices), out=indptr[1:])
    heads = heads[order].astype(np.int32)
    return GraphShape(
        indptr=indptr,
        heads=heads,
        arc_edge=arc_edge[order],
        arc_way=arc_way[order],
        component=_with_ports(ports, _components(indptr, heads)),
        depart=ports.depart.astype(np.int32),
        arrive=ports.arrive.astype(np.int32),
        reached=ports.reached.astype(np.int32),
    )


def _components(indptr: Longs, heads: Indices) -> Indices:
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


def _with_ports(ports: SplitEdges, component: Indices) -> Indices:
    """Count the ports of edges that are laid twice to the component that they lead from or to.

    Those who come by the copy reach a point on such an edge by a port that leads nowhere else, and
    the end of the edge itself may be come to from points on it alone.
    """
    if not len(ports.copied):
        return component
    entered, left = (side.ravel()[ports.copied] for side in (ports.depart, ports.arrive))
    result = component.copy()
    for mine, one, other in (
        (entered, ports.turn_to, ports.turn_from),
        (left, ports.turn_from, ports.turn_to),
    ):
        near = np.isin(one, mine) & (one >= len(ports.reached))
        np.minimum.at(result, one[near], component[other[near]])
    return result
