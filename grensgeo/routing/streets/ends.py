"""Points on edges where journeys begin or end: by which vertices they are left and reached.

A point stands on an edge, a fraction of the way from its tail to its head; it leaves and is
reached by either end as the directions of the edge allow, each with its part of the edge's
duration. Arrays in, arrays out; seconds throughout.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, InputError, some

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Ints


@dataclass(frozen=True, eq=False)
class Ports:
    """Where the edges of a network hang in its graph; an array a kind, an element an edge.

    In arrays of two columns the first is from tail to head, the second from head to tail. See
    :class:`grensgeo.network.Graph`, which has all of them.

    Attributes
    ----------
    tail, head
        int32 (n_edges,): end vertices, from which one may set out along every edge.
    depart, arrive
        int32 (n_edges, 2): vertex from which the edge is entered, and to which it leads.
    reached
        int32 (n_vertices,): vertex to which all that arrive at a vertex lead.
    begin_s, end_s
        float64 (n_edges, 2): seconds lost between the vertex from which the edge is entered and a
        point on it, and between a point on it and the vertex to which it leads.
    """

    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    depart: npt.NDArray[np.int32]
    arrive: npt.NDArray[np.int32]
    reached: npt.NDArray[np.int32]
    begin_s: Floats
    end_s: Floats

    @classmethod
    def plain(cls, tail: Ints, head: Ints) -> Ports:
        """Build from edges between whole vertices, where nothing is lost."""
        ends = np.stack([tail, head], axis=1).astype(np.int32)
        every = np.arange(int(ends.max(initial=-1)) + 1, dtype=np.int32)
        nothing = np.zeros(ends.shape)
        return cls(ends[:, 0], ends[:, 1], ends, ends[:, ::-1], every, nothing, nothing)


@dataclass(frozen=True, eq=False)
class Ends:
    """Points on edges where journeys begin or end, one element a point.

    Attributes
    ----------
    edge
        int32: position of the edge; anything negative is a point that is nowhere on the network,
        whose times are all NaN.
    fraction
        float64: where on the edge, 0 at the tail, 1 at the head. At exactly 0 or 1 the point is
        the vertex itself and may use every edge there.
    leave
        int32 (n, 2): vertices that one comes to from the point, by way of the tail and of the
        head of its edge.
    enter
        int32 (n, 2): vertices that one comes from to the point, by way of the tail and the head.
    leave_lost_s, enter_lost_s
        float64 (n, 2): seconds lost on these ways, beside those along the edge.
    tail, head
        int32: end vertices of the edge, where nothing is forbidden the same as the columns of
        ``leave`` and ``enter``.
    forward_s, backward_s
        float64: seconds along the whole edge, tail to head and head to tail; NaN where that
        direction is closed.
    offset_s
        float64: seconds between the point and the network, added to every journey.
    """

    edge: npt.NDArray[np.int32]
    fraction: Floats
    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    forward_s: Floats
    backward_s: Floats
    offset_s: Floats
    leave: npt.NDArray[np.int32]
    enter: npt.NDArray[np.int32]
    leave_lost_s: Floats
    enter_lost_s: Floats

    def __post_init__(self) -> None:
        """Check lengths and values."""
        faults = [
            Fault(
                "lengths-differ",
                f"{item.name} has {len(getattr(self, item.name))} rows, expected {len(self.edge)}",
            )
            for item in fields(self)
            if len(getattr(self, item.name)) != len(self.edge)
        ]
        if not faults:
            on = self.edge >= 0
            for name, wrong in (
                ("fraction", ~((self.fraction >= 0) & (self.fraction <= 1))),
                ("offset_s", ~(np.isfinite(self.offset_s) & (self.offset_s >= 0))),
                ("forward_s", (self.forward_s < 0) | np.isinf(self.forward_s)),
                ("backward_s", (self.backward_s < 0) | np.isinf(self.backward_s)),
            ):
                bad = np.flatnonzero(on & wrong)
                if len(bad):
                    values = getattr(self, name)[bad]
                    faults.append(
                        Fault(
                            "negative-or-infinite",
                            f"{name} is {some(values)} at points {some(bad)}",
                        )
                    )
        if faults:
            raise InputError.of(faults, where="ends")

    @classmethod
    def on_edges(
        cls,
        edge: Ints,
        fraction: Floats,
        offset_s: Floats,
        *,
        tail: Ints,
        head: Ints,
        forward_s: Floats,
        backward_s: Floats,
        ports: Ports | None = None,
    ) -> Ends:
        """Build points on edges, by position of the edge.

        Parameters
        ----------
        edge, fraction, offset_s
            One element a point; a negative edge is a point that is not on the network.
        tail, head, forward_s, backward_s
            One element an edge of the network.
        ports
            Where the edges hang in a graph in which turns are forbidden or time is lost.

        Returns
        -------
        Ends
            One element a point.
        """
        at = np.maximum(edge, 0)
        on = edge >= 0
        if len(tail) == 0:
            nowhere = np.full(len(edge), np.nan)
            none = np.full(len(edge), -1, dtype=np.int32)
            pair, lost = np.stack([none, none], axis=1), np.zeros((len(edge), 2))
            return cls(
                none, nowhere, none, none, nowhere, nowhere, nowhere, pair, pair, lost, lost
            )
        hung = Ports.plain(tail, head) if ports is None else ports
        ends = np.stack([tail[at], head[at]], axis=1).astype(np.int32)
        # at the vertex itself one may set out along every edge, and has come by any of them
        standing = np.stack([fraction == 0, fraction == 1], axis=1)
        return cls(
            leave=np.where(standing, ends, hung.arrive[at, ::-1]).astype(np.int32),
            enter=np.where(standing, hung.reached[ends], hung.depart[at]).astype(np.int32),
            leave_lost_s=np.where(standing, 0.0, hung.end_s[at, ::-1]),
            enter_lost_s=np.where(standing, 0.0, hung.begin_s[at]),
            edge=edge.astype(np.int32),
            fraction=np.where(on, fraction, np.nan),
            tail=tail[at].astype(np.int32),
            head=head[at].astype(np.int32),
            forward_s=np.where(on, forward_s[at], np.nan),
            backward_s=np.where(on, backward_s[at], np.nan),
            offset_s=np.where(on, offset_s, np.nan),
        )

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.edge)

    def __getitem__(self, rows: slice) -> Ends:
        """Select some of the points."""
        some_of = object.__new__(Ends)  # of what has been checked
        vars(some_of).update((name, values[rows]) for name, values in vars(self).items())
        return some_of

    def leave_s(self) -> Floats:
        """Return the seconds (n, 2) from the point to its tail and to its head, offset included.

        ``inf`` where the edge does not lead there.
        """
        return self._by_ends(self.backward_s, self.forward_s, self.leave_lost_s)

    def arrive_s(self) -> Floats:
        """Return the seconds (n, 2) from its tail and from its head to the point, offset included.

        ``inf`` where the edge does not lead there.
        """
        return self._by_ends(self.forward_s, self.backward_s, self.enter_lost_s)

    def _by_ends(self, by_tail: Floats, by_head: Floats, lost_s: Floats) -> Floats:
        """Add up the way along the edge, and from a vertex leave out all but the vertex itself.

        What begins or ends at a vertex goes along no part of the edge: all that is lost between
        the vertex and the edge's middle is in the arcs there.
        """
        at = self.fraction
        seconds = np.empty((len(at), 2))
        seconds[:, 0], seconds[:, 1] = by_tail * at, by_head * (1 - at)
        seconds += lost_s
        standing = (at == 0) | (at == 1)
        if standing.any():
            seconds[standing] = np.inf
            seconds[at == 0, 0] = seconds[at == 1, 1] = 0.0
        seconds += self.offset_s[:, None]
        seconds[np.isnan(seconds) | (self.edge < 0)[:, None]] = np.inf
        return seconds
