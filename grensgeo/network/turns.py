"""Turns that are forbidden: from one edge into the next, or along a row of edges."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grensgeo.arrays import Codes, Flags, Indices, Longs
    from grensgeo.network.contents import Streets


@dataclass(frozen=True, eq=False)
class Passages:
    """Rows of three edges or more that may not be driven one after the other.

    Attributes
    ----------
    start
        int64 (n + 1,): row ``i`` is ``edge[start[i]:start[i + 1]]``.
    edge
        int32: the edges, in the order in which they are driven.
    forward
        bool: whether each is driven from its tail to its head.
    modes
        uint8 (n,): bits of :data:`grensgeo.network.MODES` that the ban binds.
    """

    start: Longs
    edge: Indices
    forward: Flags
    modes: Codes

    def __post_init__(self) -> None:
        """Check lengths, and freeze every array."""
        n = int(self.start[-1]) if len(self.start) else -1
        if len(self.start) != len(self.modes) + 1 or n != len(self.edge) != len(self.forward):
            raise InputError(
                "lengths-differ", "turns: rows of edges, their directions and modes do not fit"
            )
        if (np.diff(self.start) < _SHORTEST).any():
            raise InputError("turn-too-short", f"turns: a row of edges has fewer than {_SHORTEST}")
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @classmethod
    def of(cls, rows: Iterable[tuple[Sequence[int], int]]) -> Passages:
        """Build passages from rows of arcs (twice the edge, plus 1 from head to tail) and modes.

        Examples
        --------
        >>> passages = Passages.of([((0, 4, 3), 1)])
        >>> passages.edge.tolist(), passages.forward.tolist()
        ([0, 2, 1], [True, True, False])
        """
        listed = sorted((tuple(arcs), modes) for arcs, modes in rows)
        arcs = np.array([arc for row, _ in listed for arc in row], dtype=np.int64)
        start = np.zeros(len(listed) + 1, dtype=np.int64)
        np.cumsum([len(row) for row, _ in listed], out=start[1:])
        modes = np.array([mask for _, mask in listed], dtype=np.uint8)
        return cls(start, (arcs // 2).astype(np.int32), arcs % 2 == 0, modes)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.modes)

    def rows(self, bit: int) -> list[tuple[int, ...]]:
        """Return the rows of arcs that bind a mode; an arc is as for :meth:`of`."""
        arcs = 2 * self.edge.astype(np.int64) + ~self.forward
        return [
            tuple(arcs[self.start[row] : self.start[row + 1]].tolist())
            for row in np.flatnonzero(self.modes & bit)
        ]


#: Edges of the shortest row: two of them are a turn.
_SHORTEST = 3


@dataclass(frozen=True, eq=False)
class Turns:
    """Turns that are forbidden, each once.

    Attributes
    ----------
    via
        int32 (n,): vertex at which one turns.
    from_edge, to_edge
        int32 (n,): the edge that one comes along, and the edge that one must not turn into. A
        U-turn has the same edge twice.
    modes
        uint8 (n,): bits of :data:`grensgeo.network.MODES` that the ban binds.
    passages
        Rows of edges that may not be driven one after the other.
    """

    via: Indices
    from_edge: Indices
    to_edge: Indices
    modes: Codes
    passages: Passages = field(default_factory=lambda: Passages.of(()))

    def __post_init__(self) -> None:
        """Check lengths, and freeze every array."""
        arrays = self.via, self.from_edge, self.to_edge, self.modes
        lengths = {len(array) for array in arrays}
        if len(lengths) > 1:
            raise InputError(
                "lengths-differ", f"turns: arrays of different lengths {some(sorted(lengths))}"
            )
        for array in arrays:
            array.setflags(write=False)

    @classmethod
    def of(
        cls, banned: Iterable[tuple[int, int, int, int]], passages: Passages | None = None
    ) -> Turns:
        """Build turns from rows of via, from edge, to edge and modes.

        Examples
        --------
        >>> turns = Turns.of([(4, 0, 1, 7)])
        >>> len(turns), turns.from_edge.tolist()
        (1, [0])
        """
        rows = np.array(sorted(banned), dtype=np.int64).reshape(-1, 4)
        via, one, other = (np.ascontiguousarray(rows[:, k], dtype=np.int32) for k in range(3))
        rest = Passages.of(()) if passages is None else passages
        return cls(via, one, other, rows[:, 3].astype(np.uint8), rest)

    def __len__(self) -> int:
        """Return the number of forbidden turns, those along a row of edges included."""
        return len(self.via) + len(self.passages)

    def bind(self, bits: int) -> int:
        """Return how many of them bind one of some modes."""
        return int(((self.modes & bits) > 0).sum() + ((self.passages.modes & bits) > 0).sum())

    def check(self, streets: Streets) -> None:
        """Raise if the edges of a turn do not meet at their vertex.

        Raises
        ------
        InputError
            With the turns.
        """
        _check_passages(self.passages, streets)
        if not len(self.via):
            return
        edges = np.stack([self.from_edge, self.to_edge], axis=1)
        there = (edges >= 0) & (edges < streets.n_edges)
        known = np.where(there, edges, 0)
        ends = np.stack([streets.tail[known], streets.head[known]], axis=2)
        meet = there & (ends == self.via[:, None, None]).any(axis=2)
        bad = np.flatnonzero(~meet.all(axis=1))
        if len(bad):
            raise InputError(
                "turns-not-joined",
                f"turns {some(bad)}: their edges do not meet at their vertex; build the network "
                "anew, or leave them out when edges are left out",
            )


def _check_passages(passages: Passages, streets: Streets) -> None:
    """Raise if rows hold edges that do not follow each other."""
    if len(passages) and not (0 <= passages.edge.min() <= passages.edge.max() < streets.n_edges):
        raise InputError("index-unknown", "turns: rows of edges name an edge that is not there")
    tail, head = streets.tail[passages.edge], streets.head[passages.edge]
    entered, left = (np.where(passages.forward, *ends) for ends in ((tail, head), (head, tail)))
    apart = np.flatnonzero(left[:-1] != entered[1:]) + 1
    row = np.searchsorted(passages.start, apart, side="right") - 1
    torn = np.unique(row[passages.start[row] != apart]).tolist()
    if torn:
        raise InputError(
            "turns-not-joined",
            f"turns: rows of edges {some(torn)} do not hang together; build the network anew, or "
            "leave them out when edges are left out",
        )
