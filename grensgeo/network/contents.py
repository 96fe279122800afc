"""What a network holds: frozen arrays and frames of streets and rail; no algorithm."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Faults, InputError, some

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd
    import numpy.typing as npt

    from grensgeo.arrays import Codes, Flags, Floats, Indices, Ints, Longs, Singles

#: What columns of :class:`Streets` hold where nothing is known about them.
_UNKNOWN: Mapping[str, np.uint8 | np.float32 | np.bool_] = {
    "structure": np.uint8(0),
    "climb_m": np.float32(np.nan),
    "descent_m": np.float32(np.nan),
    "stress_forward": np.uint8(0),
    "stress_backward": np.uint8(0),
    "shared": np.bool_(False),  # noqa: FBT003 - a value of a column
}
#: What law and measures lay on edges; all else of them is how they lie.
_LAID_ON_EDGES = tuple(
    f"{name}_{way}{unit}"
    for name, unit in (("access", ""), ("maxspeed", "_kmh"), ("stress", ""))
    for way in ("forward", "backward")
)
#: Stands for a column that was left out.
_NOT_GIVEN: npt.NDArray[Any] = np.zeros(0)


def _not_given() -> npt.NDArray[Any]:
    return _NOT_GIVEN


@dataclass(frozen=True, eq=False)
class Streets:
    """Streets as arrays: vertices are junctions, edges are undirected pieces between them.

    Each edge may be used in both directions; which mode may, in which direction, stands in the
    two access masks. ``coords[coords_start[e]:coords_start[e + 1]]`` is the line of edge ``e``
    from tail to head, both ends included.

    Attributes
    ----------
    vertex_id
        int64 (n_vertices,): OSM node id; ids made here are negative.
    lon, lat
        float64 (n_vertices,): degrees, WGS84.
    vertex_country
        uint8 (n_vertices,): index into :data:`~grensgeo.network.COUNTRIES`.
    tail, head
        int32 (n_edges,): positions of the end vertices.
    length_m
        float64 (n_edges,): length along the line, metres; zero at barriers and landings. A
        schematic edge carries straight line times detour factor.
    way_id
        int64 (n_edges,): OSM way id; negative where made here.
    highway
        uint8 (n_edges,): index into :data:`~grensgeo.network.HIGHWAYS`.
    country
        uint8 (n_edges,): index into :data:`~grensgeo.network.COUNTRIES`; an edge that
        crosses a border is cut.
    built_up
        bool (n_edges,): inside a built-up area, as far as tags and class tell.
    access_forward, access_backward
        uint8 (n_edges,): bits of :data:`~grensgeo.network.MODES` that may go tail to head,
        head to tail, and ``PUSHED`` where bicycles are pushed.
    maxspeed_forward_kmh, maxspeed_backward_kmh
        float32 (n_edges,): tagged limit; NaN untagged, ``inf`` for ``none`` (no limit).
    fixed_duration_s
        float32 (n_edges,): duration of a ferry, half its wait at a landing; NaN elsewhere.
    surface
        uint8 (n_edges,): 0 unknown or paved, 1 unpaved.
    coords_start
        int64 (n_edges + 1,).
    coords
        float64 (n_coords, 2): lon, lat.
    structure
        uint8 (n_edges,): 0 on the ground (or not known), 1 bridge, 2 tunnel.
    climb_m, descent_m
        float32 (n_edges,): metres up and metres down (both 0 or more) from tail to head; from
        head to tail it is the other way round. NaN where heights are not known.
    stress_forward, stress_backward
        uint8 (n_edges,): level of traffic stress for bicycles, 1 to 4, tail to head and head to
        tail; 0 where bicycles may not go, and throughout where it is not known.
    shared
        bool (n_edges,): along a border, within its tolerance: of both countries, whatever
        ``country`` says.
    """

    vertex_id: Longs
    lon: Floats
    lat: Floats
    vertex_country: Codes
    tail: Indices
    head: Indices
    length_m: Floats
    way_id: Longs
    highway: Codes
    country: Codes
    built_up: Flags
    access_forward: Codes
    access_backward: Codes
    maxspeed_forward_kmh: Singles
    maxspeed_backward_kmh: Singles
    fixed_duration_s: Singles
    surface: Codes
    coords_start: Longs
    coords: Floats
    structure: Codes = field(default_factory=_not_given)
    climb_m: Singles = field(default_factory=_not_given)
    descent_m: Singles = field(default_factory=_not_given)
    stress_forward: Codes = field(default_factory=_not_given)
    stress_backward: Codes = field(default_factory=_not_given)
    shared: Flags = field(default_factory=_not_given)

    def __post_init__(self) -> None:
        """Check lengths and references, and freeze every array."""
        n_vertices, n_edges = len(self.vertex_id), len(self.tail)
        per_vertex = {"vertex_id", "lon", "lat", "vertex_country"}
        for name, unknown in _UNKNOWN.items():
            if getattr(self, name) is _NOT_GIVEN:
                object.__setattr__(self, name, np.full(n_edges, unknown))
        faults = Faults()
        for item in fields(self):
            array: npt.NDArray[np.generic] = getattr(self, item.name)
            if item.name == "coords_start":
                expected = n_edges + 1
            elif item.name == "coords":
                expected = int(self.coords_start[-1])
            else:
                expected = n_vertices if item.name in per_vertex else n_edges
            if len(array) != expected:
                faults.add(
                    "lengths-differ", f"{item.name} has {len(array)} rows, expected {expected}"
                )
            array.setflags(write=False)
        if n_edges and not faults:
            for name in ("tail", "head"):
                ends = getattr(self, name)
                if ends.min() < 0 or ends.max() >= n_vertices:
                    faults.add("index-unknown", f"{name} points at a vertex that is not there")
            bad = np.flatnonzero(~(np.isfinite(self.length_m) & (self.length_m >= 0)))
            if len(bad):
                faults.add(
                    "negative-or-infinite",
                    f"length_m is NaN, negative or infinite at edges {some(bad)}",
                )
        if faults:
            raise InputError.of(faults, where="streets")

    def lie_as(self, other: Streets) -> bool:
        """Return whether edges have the very same lines and classes, whatever their limits."""
        names = ("coords_start", "coords", "lon", "lat", "tail", "head", "length_m", "highway")
        return all(getattr(self, name) is getattr(other, name) for name in names)

    def edges_unlike(self, other: Streets) -> Longs | None:
        """Find the edges with another access, limit or level of stress than in other streets.

        Parameters
        ----------
        other
            The other streets.

        Returns
        -------
        ndarray or None
            int64, rising; None where they share not all the rest, of which nothing is compared.
        """
        if self is other:
            return np.zeros(0, dtype=np.int64)
        rest = [item.name for item in fields(self) if item.name not in _LAID_ON_EDGES]
        if not all(getattr(self, name) is getattr(other, name) for name in rest):
            return None
        differ = np.zeros(self.n_edges, dtype=bool)
        for name in _LAID_ON_EDGES:
            one, two = getattr(self, name), getattr(other, name)
            if one is not two:
                differ |= (one != two) & ~((one != one) & (two != two))  # noqa: PLR0124 - NaN
        return np.flatnonzero(differ).astype(np.int64)

    def at_edges(self, edges: Ints) -> Streets:
        """Return some edges without their lines, for what is computed of each by itself."""
        per_vertex = ("vertex_id", "lon", "lat", "vertex_country")
        columns: dict[str, Any] = {
            item.name: getattr(self, item.name)[edges]
            for item in fields(self)
            if item.name not in (*per_vertex, "coords_start", "coords")
        }
        start = np.zeros(len(edges) + 1, dtype=np.int64)
        return replace(self, **columns, coords_start=start, coords=np.zeros((0, 2)))

    @property
    def n_vertices(self) -> int:
        """Number of vertices."""
        return len(self.vertex_id)

    @property
    def n_edges(self) -> int:
        """Number of undirected edges."""
        return len(self.tail)


@dataclass(frozen=True, eq=False)
class Rail:
    """Railways as OSM draws them: for maps, and for running times (``network.tracks``).

    Attributes
    ----------
    tracks
        GeoDataFrame: ``way_id, railway, maxspeed_kmh, service, usage, length_m, country`` (lines).
    stations
        GeoDataFrame (EPSG:4326): ``osm_id, name, railway, country, geometry`` (points).
    """

    tracks: gpd.GeoDataFrame
    stations: gpd.GeoDataFrame


@dataclass(frozen=True, eq=False)
class SpeedChange:
    """What a scenario makes of the speeds of one mode.

    Attributes
    ----------
    speed_kmh
        float64 (n_edges,): speed travelled instead of the speed table's; NaN where that stays.
    factor
        float64 (n_edges,): what the speed is multiplied by; 1 where it stays.
    """

    speed_kmh: Floats
    factor: Floats

    def __post_init__(self) -> None:
        """Check that speeds are above zero, and freeze both arrays."""
        set_speeds = self.speed_kmh[~np.isnan(self.speed_kmh)]
        for name, values in (("speed_kmh", set_speeds), ("factor", self.factor)):
            if not (np.isfinite(values) & (values > 0)).all():
                raise InputError(
                    "out-of-range", f"speed change: {name} is not above zero and finite everywhere"
                )
        self.speed_kmh.setflags(write=False)
        self.factor.setflags(write=False)
