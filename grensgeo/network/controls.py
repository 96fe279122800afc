"""Traffic signals and level crossings: where one is stopped when reaching the end of an edge."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.osm.signals import CONTROL_KEYS, CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt

    from grensgeo.arrays import Codes, Flags, Indices
    from grensgeo.network.contents import Streets


#: Signals this close to each other belong to one junction, which has one wait: OpenStreetMap draws
#: a signal at each stop line, or wherever the carriageways of two dual roads cross, some ten to
#: forty metres apart; junctions of a city lie further from each other. An assumption.
JUNCTION_M = 40.0
#: The middle of a junction may lie this far outside the area between its stop lines.
_MARGIN_M = 5.0
_DEGREE_M = 111_195.0


@dataclass(frozen=True, eq=False)
class Controls:
    """Edges at whose end one is stopped, by direction.

    Attributes
    ----------
    edge
        int32 (n,): the edge that one comes along.
    forward
        bool (n,): True where one is stopped at its head, coming from its tail; False the other
        way round.
    kind
        uint8 (n,): index into :data:`CONTROLS`.
    """

    edge: Indices
    forward: Flags
    kind: Codes

    def __post_init__(self) -> None:
        """Check lengths and kinds, and freeze every array."""
        lengths = {len(getattr(self, item.name)) for item in fields(self)}
        if len(lengths) > 1:
            raise InputError(
                "lengths-differ", f"controls: arrays of different lengths {some(sorted(lengths))}"
            )
        if (self.kind >= len(CONTROLS)).any():
            raise InputError("out-of-range", f"controls: kinds go from 0 to {len(CONTROLS) - 1}")
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    @classmethod
    def of(cls, rows: Iterable[tuple[int, bool, int]]) -> Controls:
        """Build controls from rows of edge, direction and kind.

        Examples
        --------
        >>> len(Controls.of([(3, True, CONTROLS.index("level_crossing"))]))
        1
        """
        table = np.array(sorted(rows), dtype=np.int64).reshape(-1, 3)
        return cls(
            table[:, 0].astype(np.int32), table[:, 1].astype(bool), table[:, 2].astype(np.uint8)
        )

    def __len__(self) -> int:
        """Return the number of stops."""
        return len(self.edge)

    def check(self, streets: Streets) -> None:
        """Raise if controls stand on edges that are not there.

        Raises
        ------
        InputError
            With the edges.
        """
        bad = self.edge[(self.edge < 0) | (self.edge >= streets.n_edges)]
        if len(bad):
            raise InputError(
                "index-unknown",
                f"controls: edges {some(bad)} are not among the {streets.n_edges} of the streets; "
                "build the network anew, or leave them out when edges are left out",
            )


def read_controls(streets: Streets, node_tags: Mapping[int, Mapping[str, str]]) -> Controls:
    """Find where one is stopped.

    A control within a way may face one direction of it alone (``traffic_signals:direction``); one
    where ways meet faces everybody. Of several signals at one junction
    (:data:`JUNCTION_M`), the first that one comes to counts.

    Parameters
    ----------
    streets
        The streets, with a vertex at each control.
    node_tags
        Tags of nodes, by id.

    Returns
    -------
    Controls
        By rising edge.
    """
    rows: list[tuple[int, bool, int]] = []
    for kind, (key, value) in enumerate(zip(CONTROL_KEYS, CONTROLS, strict=True)):
        facing = {
            node: tags.get("traffic_signals:direction", tags.get("direction", ""))
            for node, tags in node_tags.items()
            if tags.get(key) == value
        }
        vertex = np.flatnonzero(np.isin(streets.vertex_id, np.array(list(facing), dtype=np.int64)))
        if not len(vertex):
            continue
        stops = np.zeros((streets.n_vertices, 2), dtype=bool)  # coming forward, coming backward
        stops[vertex] = True
        shared = _where_ways_meet(streets)
        for at in vertex[~shared[vertex]].tolist():
            word = facing[int(streets.vertex_id[at])]
            if word in {"forward", "backward"}:
                stops[at] = word == "forward", word == "backward"
        for forward, reached, start in (
            (True, streets.head, streets.tail),
            (False, streets.tail, streets.head),
        ):
            edges = np.flatnonzero(stops[reached, 0 if forward else 1])
            first = ~_inside(streets, vertex, at=reached[edges], start=start[edges])
            rows += [(int(edge), forward, kind) for edge in edges[first]]
    return Controls.of(rows)


def _where_ways_meet(streets: Streets) -> Flags:
    """Return which vertices lie on more than one way."""
    at = np.concatenate([streets.tail, streets.head])
    way = np.concatenate([streets.way_id, streets.way_id])
    low = np.full(streets.n_vertices, np.iinfo(np.int64).max)
    high = np.full(streets.n_vertices, np.iinfo(np.int64).min)
    np.minimum.at(low, at, way)
    np.maximum.at(high, at, way)
    differs: Flags = low != high
    return differs


def _inside(
    streets: Streets,
    vertex: npt.NDArray[np.intp],
    *,
    at: Indices,
    start: Indices,
) -> Flags:
    """Return which edges that reach a control come out of the junction that it belongs to."""
    import shapely
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import KDTree

    narrow = np.cos(np.radians(streets.lat.mean()))
    place = np.stack([streets.lon * narrow, streets.lat], axis=1) * _DEGREE_M
    near = KDTree(place[vertex]).query_pairs(JUNCTION_M, output_type="ndarray")
    n = len(vertex)
    pairs = coo_array((np.ones(len(near), dtype=np.int8), near.T), shape=(n, n))
    n_junctions, junction = connected_components(pairs, directed=False)
    order = np.argsort(junction, kind="stable")
    size = np.bincount(junction, minlength=n_junctions)
    stop_lines = shapely.multipoints(place[vertex[order]], indices=junction[order])
    area = np.asarray(shapely.buffer(shapely.convex_hull(stop_lines), _MARGIN_M), dtype=object)
    number = np.full(streets.n_vertices, -1, dtype=np.int64)
    number[vertex] = junction
    of = number[at]
    within: Flags = shapely.covers(area[of], shapely.points(place[start]))
    return within & (size[of] > 1)
