"""The parts that a mode's streets fall into, and which of them points are snapped to.

Between two parts (strong components) there is no way there and back. All in metres of the
network's own projection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.network.metric import to_metres
from grensgeo.notes import Note
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.polylines import take_lines

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Ints, Longs
    from grensgeo.network.contents import Streets
    from grensgeo.network.graph import Graph, GraphShape
    from grensgeo.network.segment_grid import SegmentGrid


#: Parts of the streets that are kept wherever they lie: metres of street that one can drive or
#: walk between in both directions. GraphHopper keeps subnetworks of 200 edges
#: (``prepare.min_network_size``), R5 of 40 vertices, Valhalla of 50 edges within reach, OSRM calls
#: those of fewer than 1,000 nodes small; an edge is 40 to 110 m long at the mean (Aachen, Porto).
#: Length does not depend on how streets are drawn.
_LEAST_PART_M = 10_000.0

#: A smaller part is left out where a larger one lies this near, which would take its points; one
#: that is alone in its place is all there is. So nothing far away decides about it.
_BESIDE_M = 1000.0

#: Between streets no farther apart than this a connection is what lacks on the map; over a wider
#: gap lies something that keeps them apart, such as a lake. Of the parts that nothing connects
#: with the others 98.7% lie within it (227 of 228 in Aachen, 970 of 984 in Porto, 55 of 57 on land
#: in Porto Alegre); to the islands off Porto Alegre it is 630 m and more.
_GAP_M = 130.0


def edge_components(
    streets: Streets,
    graph: Graph | GraphShape,
    durations_s: tuple[Floats, Floats],
    country: str | None,
) -> Indices:
    """Return the component that each edge can be come to from and left to; -1 for none.

    An edge need not lie in a component itself: of one between two of them the larger counts.
    """
    is_open = ~np.isnan(np.stack(durations_s, axis=1))
    if country is not None:
        own = streets.country == COUNTRIES.index(country)
        is_open &= (own | streets.shared)[:, None]
    nowhere = np.iinfo(np.int32).max
    come = np.where(is_open, graph.component[graph.depart], nowhere)
    left = np.where(is_open, graph.component[graph.arrive], nowhere - 1)
    both = np.where((come[:, :, None] == left[:, None, :]).any(axis=2), come, nowhere).min(axis=1)
    return np.where(both < nowhere, both, -1).astype(np.int32)


def large_parts(streets: Streets, grid: SegmentGrid, component: Indices) -> Flags:
    """Find which components are kept; one more at the end, for edges in none."""
    import shapely

    length_m = streets.length_m
    within = component >= 0
    metres = np.bincount(component[within], length_m[within], minlength=1)
    kept = metres > 0
    small = np.flatnonzero(within & (metres < _LEAST_PART_M)[component]).astype(np.int32)
    large = within & (metres >= _LEAST_PART_M)[component]
    if len(small) and large.any():
        beside = grid.near_lines(small, _BESIDE_M, kept=large)
        kept[component[small[beside]]] = False
        small = small[kept[component[small]]]
    if len(small):
        lines = lines_of(streets, small)
        one, other = shapely.STRtree(lines).query(lines, predicate="dwithin", distance=_BESIDE_M)
        mine, theirs = component[small[one]], component[small[other]]
        kept[mine[theirs < mine]] = False
    return np.append(kept, False)


def cut_off(streets: Streets, grid: SegmentGrid, edges: Indices) -> Longs:
    """Find the streets from which no mode comes to any of some edges, nor could over a short gap.

    Parameters
    ----------
    streets
        The streets.
    grid
        Their pieces.
    edges
        The edges that are not cut off.

    Returns
    -------
    ndarray
        int64: edges that hang together with none of the others, in neither direction, and of
        which no piece lies within 130 m of one.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    n = streets.n_vertices
    links = csr_array((np.ones(streets.n_edges), (streets.tail, streets.head)), shape=(n, n))
    _, part = connected_components(links, directed=False)
    part = part[streets.tail]
    apart = ~np.isin(part, part[edges]) & (streets.length_m > 0)
    apart &= ~np.isin(streets.highway, [HIGHWAYS.index("ferry")])
    found = np.flatnonzero(apart)
    kept = np.zeros(streets.n_edges, dtype=bool)
    kept[edges] = True
    near = grid.near_lines(found, _GAP_M, kept=kept)
    return found[~np.isin(part[found], part[found[near]])]


def lines_of(streets: Streets, edges: Ints) -> npt.NDArray[np.object_]:
    """Return edges as lines in metres."""
    import shapely

    start, places = take_lines(streets.coords_start, edges.astype(np.int64))
    owner = np.repeat(np.arange(len(edges)), np.diff(start))
    metres = to_metres(streets, streets.coords[places])
    return np.asarray(shapely.linestrings(metres, indices=owner), dtype=object)


def notes_on(
    component: Indices, kept: Flags, streets: Streets, *, is_open: Flags
) -> tuple[Note, ...]:
    """Count the parts that are kept, the streets that are not, and those of no way back."""
    within = component >= 0
    apart = within & (component > 0) & kept[component]
    small = within & ~kept[component]
    notes = []
    if (n := len(np.unique(component[apart]))) > 0:
        km = round(float(streets.length_m[apart].sum()) / 1000)
        notes.append(Note("streets.parts.kept", n=n, km=km))
    if (n := int(small.sum())) > 0:
        example = str(int(streets.way_id[small][0]))
        km_left_out = round(float(streets.length_m[small].sum()) / 1000, 1)
        notes.append(Note("streets.parts.small", n=n, km=km_left_out, example=example))
    no_way_back = is_open & ~within & (streets.length_m > 0)
    if (n := int(no_way_back.sum())) > 0:
        example = str(int(streets.way_id[no_way_back][0]))
        km_one_way = round(float(streets.length_m[no_way_back].sum()) / 1000, 1)
        notes.append(Note("streets.parts.one-way", n=n, km=km_one_way, example=example))
    return tuple(notes)
