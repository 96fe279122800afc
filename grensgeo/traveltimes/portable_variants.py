"""The streets of a network and its scenarios under numbers that they have in common.

A scenario may have streets that the network lacks, and the other way round. A vertex is known
again by where it lies, an edge by its ends and its length; what lies twice is counted off. Which
vertices are taken for the same changes no time, as long as no two of one network are: it decides
how much a page carries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from grensgeo.arrays import Longs
    from grensgeo.network.contents import Streets

#: What decides whether two networks have the same vertices and edges under the same numbers.
_SAME = ("lon", "lat", "tail", "head")


class Variants:
    """The streets of a network and its scenarios.

    Attributes
    ----------
    streets
        Those that differ, in the order in which they were met.
    """

    def __init__(self) -> None:
        self.streets: list[Streets] = []
        self._vertex: list[Longs] = []
        self._edge: list[Longs] = []

    def number(self, streets: Streets) -> int:
        """Return the number of streets, the same for those with the same vertices and edges."""
        for number, other in enumerate(self.streets):
            pairs = ((getattr(streets, name), getattr(other, name)) for name in _SAME)
            if all(one is two or np.array_equal(one, two) for one, two in pairs):
                return number
        self.streets.append(streets)
        self._vertex, self._edge = [], []
        return len(self.streets) - 1

    def vertex(self, number: int) -> Longs:
        """Return the common numbers of the vertices of some of the streets."""
        self._lay_out()
        return self._vertex[number]

    def edge(self, number: int) -> Longs:
        """Return the common numbers of their edges."""
        self._lay_out()
        return self._edge[number]

    @property
    def n_vertices(self) -> int:
        """Number of vertices of all of them."""
        self._lay_out()
        return 1 + max(int(part.max(initial=-1)) for part in self._vertex)

    @property
    def n_edges(self) -> int:
        """Number of edges of all of them."""
        self._lay_out()
        return 1 + max(int(part.max(initial=-1)) for part in self._edge)

    def _lay_out(self) -> None:
        """Assign numbers to vertices and edges; those of the first keep theirs."""
        if self._vertex:
            return
        self._vertex = common_numbers([(one.lon, one.lat) for one in self.streets])
        self._edge = common_numbers(
            [
                (vertex[one.tail], vertex[one.head], one.length_m)
                for one, vertex in zip(self.streets, self._vertex, strict=True)
            ]
        )


def common_numbers(tables: Sequence[tuple[npt.NDArray[Any], ...]]) -> list[Longs]:
    """Assign numbers to the rows of tables, one number to equal rows of two tables.

    Parameters
    ----------
    tables
        The columns of each table.

    Returns
    -------
    list of ndarray
        int64, a number a row: those of the first table from 0 on in their order, then what each
        further one adds. Rows of one table never share a number: the second of two equal ones is
        that of another table's second.

    Examples
    --------
    >>> one, other = common_numbers([(np.array([4, 9, 4]),), (np.array([7, 4, 4, 4]),)])
    >>> one.tolist(), other.tolist()
    ([0, 1, 2], [3, 0, 2, 4])
    """
    length = [len(table[0]) for table in tables]
    if len(tables) == 1:
        return [np.arange(length[0])]
    table = np.repeat(np.arange(len(tables)), length)
    columns = [np.concatenate(parts) for parts in zip(*tables, strict=True)]
    columns.append(_occurrence([*columns, table]))
    order = np.lexsort(columns[::-1])  # of equal rows the first table's comes first
    first = _starts([column[order] for column in columns])
    leader = order[np.flatnonzero(first)][np.cumsum(first) - 1]  # of each row in this order
    lead = np.empty(len(order), dtype=np.int64)
    lead[order] = leader
    leads = lead == np.arange(len(lead))
    number = (np.cumsum(leads) - 1)[lead]
    return np.split(number, np.cumsum(length)[:-1])


def _starts(columns: Sequence[npt.NDArray[Any]]) -> npt.NDArray[np.bool_]:
    """Mark the rows of sorted columns that differ from the one before."""
    first = np.zeros(len(columns[0]), dtype=bool)
    first[:1] = True
    for column in columns:
        first[1:] |= column[1:] != column[:-1]
    return first


def _occurrence(columns: Sequence[npt.NDArray[Any]]) -> Longs:
    """Count for each row the equal ones before it."""
    order = np.lexsort(columns[::-1])
    first = np.flatnonzero(_starts([column[order] for column in columns]))
    length = np.diff(np.append(first, len(order)))
    result = np.empty(len(order), dtype=np.int64)
    result[order] = np.arange(len(order)) - np.repeat(first, length)
    return result
