"""Snap points to the nearest edge of a mode, never across a river or the border.

Streets that hang together over less than 10 km beside a larger part, such as an islet or the paths
of a yard that no way leads to, are no place to set out from; larger parts are, also where no way
leads from one to another, and so is what lies far from any other.

Legs off the network are straight, in a UTM zone taken from the network's position: within 0.1%
of the geodesic for anything that lies in the zone or the half of the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from grensgeo.errors import InputError
from grensgeo.geodata.points import as_points, extent_polygon
from grensgeo.modes import mode_bit
from grensgeo.network.graph_shapes import find_shape
from grensgeo.network.metric import metric_epsg, to_metres, transformer
from grensgeo.network.parts import cut_off, edge_components, large_parts, notes_on
from grensgeo.network.prepared import Kept, Part, PointAnswers, Same
from grensgeo.network.speeds import durations_of
from grensgeo.osm.bordering import TOLERANCE_M
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from pyproj import Transformer
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Codes, Flags, Floats, Indices, Longs
    from grensgeo.network.contents import Streets
    from grensgeo.network.data import NetworkData
    from grensgeo.network.segment_grid import SegmentGrid
    from grensgeo.notes import Note

    _Found = tuple[Indices, Floats, Floats]

#: Words of the statuses, by code.
STATUSES = ("snapped", "not_snapped", "outside_data")
SNAPPED, NOT_SNAPPED, OUTSIDE_DATA = range(3)

#: Nobody steps onto these from a field: one boards a ferry at its landing and enters a motorway
#: by a link from another street; a barrier has no length.
NO_ENTRY = ("motorway", "motorway_link", "ferry", "barrier")

#: A point that lies this much nearer to a street that is cut off from those that are kept belongs
#: to it, and is not taken over what lies between (a lake, the sea). Declared: points are often the
#: middles of cells, whose houses stand as far away.
_CUT_OFF_M = 100.0

#: Nobody enters a street in a tunnel from the ground above; a bridge may have houses and stops.
_TUNNEL = 2

#: The last metres of a leg may lie on a barrier, or beyond a border: it runs along streets, and
#: may lie elsewhere than it is drawn.
_TOLERANCE_M, BORDER_TOLERANCE_M = 1.0, TOLERANCE_M

#: What an index looks up when it is first asked, and is saved with it.
_LOOKED_UP = ("cut_off", "walled")

#: Indexes that are kept: four modes by country and level of stress.
_INDEXES = 32


@dataclass(frozen=True, eq=False)
class Snapping:
    """Where points stand on the network, one element a point.

    Attributes
    ----------
    ids
        str: as given.
    status
        uint8: 0 snapped, 1 not_snapped (no edge within reach), 2 outside_data.
    edge
        int32: position of the edge; -1 where not snapped.
    fraction
        float64: along the edge's line, 0 at the tail, 1 at the head; NaN where not snapped.
    distance_m
        float64: straight from the point to the edge; NaN where not snapped.
    component
        int32: component of the edge, 0 the main one, the others by falling number of vertices; -1
        where not snapped. Between components there is no way there and back.
    """

    ids: npt.NDArray[np.object_]
    status: Codes
    edge: Indices
    fraction: Floats
    distance_m: Floats
    component: Indices

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.ids)

    def __getitem__(self, rows: slice) -> Snapping:
        """Select some of the points."""
        return Snapping(*(getattr(self, item.name)[rows] for item in fields(self)))

    @property
    def report(self) -> pd.DataFrame:
        """Return a row a point: ``id, status, edge, distance_m, component`` (schema.SNAPPING)."""
        import pandas as pd

        off = self.status != SNAPPED
        return pd.DataFrame(
            {
                "id": self.ids,
                "status": np.array(STATUSES, dtype=object)[self.status],
                "edge": pd.array(self.edge, dtype="Int64"),
                "distance_m": self.distance_m,
                "component": pd.array(self.component, dtype="Int64"),
            }
        ).assign(
            edge=lambda frame: frame["edge"].mask(off),
            component=lambda frame: frame["component"].mask(off),
        )

    def __repr__(self) -> str:
        """Count the points by status."""
        counts = np.bincount(self.status, minlength=len(STATUSES))
        parts = [f"{count} {word}" for count, word in zip(counts, STATUSES, strict=True) if count]
        return f"<Snapping: {', '.join(parts) or 'no points'}>"


def snap(
    network: NetworkData,
    points: gpd.GeoDataFrame,
    mode: str,
    *,
    max_m: float = 500.0,
    country: str | None = None,
    max_stress: int | None = None,
) -> Snapping:
    """Snap points to the nearest edge of the mode that is part of a network.

    Parameters
    ----------
    network
        The network.
    points
        Places, as for :func:`grensgeo.geodata.points.as_points`.
    mode
        A street mode.
    max_m
        Longest leg off the network, metres.
    country
        Use only the edges of this country.
    max_stress
        Use only edges up to this level of traffic stress.

    Returns
    -------
    Snapping
        One element a point, in the order given. Of edges equally near the first is taken; an
        edge whose leg would cross one of ``network.barriers`` is passed over for the next, and so
        are tunnels and streets that hang together over less than 10 km; a point at a street that
        is cut off from all that are left, by a gap of more than 130 m, is not snapped.

    Raises
    ------
    InputError
        If the points, the mode or ``max_m`` cannot be true.
    """
    places = as_points(points, extent=swap_extent(network))
    ids = places["id"].to_numpy(dtype=object)
    lonlat = np.column_stack([places.geometry.x, places.geometry.y])
    return snap_lonlat(
        network, lonlat, mode, max_m=max_m, country=country, max_stress=max_stress, ids=ids
    )


def snap_lonlat(
    network: NetworkData,
    lonlat: Floats,
    mode: str,
    *,
    max_m: float,
    country: str | None = None,
    max_stress: int | None = None,
    ids: npt.NDArray[np.object_] | None = None,
) -> Snapping:
    """Snap coordinates that are known to be longitude and latitude; see :func:`snap`.

    Parameters
    ----------
    network, mode, max_m, country, max_stress
        As for :func:`snap`.
    lonlat
        float64 (n, 2), degrees.
    ids
        Ids of the points; their numbers if not given.

    Returns
    -------
    Snapping
        One element a point.

    Raises
    ------
    InputError
        If the mode, the country or ``max_m`` cannot be true.
    """
    mode_bit(mode)
    if not (np.isfinite(max_m) and max_m >= 0):
        raise InputError("out-of-range", f"max_m is {max_m}, expected metres, 0 or more")
    names = np.arange(len(lonlat)).astype(str).astype(object) if ids is None else ids
    status = np.full(len(lonlat), NOT_SNAPPED, dtype=np.uint8)
    status[~within_extent(network, lonlat)] = OUTSIDE_DATA
    edge = np.full(len(lonlat), -1, dtype=np.int32)
    fraction = np.full(len(lonlat), np.nan)
    distance = np.full(len(lonlat), np.nan)
    inside = np.flatnonzero(status == NOT_SNAPPED)
    if len(inside):
        index = edge_index(network, mode, country, max_stress)
        edge[inside], fraction[inside], distance[inside] = index.nearest(lonlat[inside], max_m)
    component = np.full(len(lonlat), -1, dtype=np.int32)
    found = edge >= 0
    status[found] = SNAPPED
    if found.any():
        component[found] = index.component[edge[found]]
    return Snapping(names.copy(), status, edge, fraction, distance, component)


class Area(Part):
    """The area that the network's data cover."""

    def __init__(self) -> None:
        self.covered = Kept[Same, "BaseGeometry"](1)


def covered_area(network: NetworkData) -> BaseGeometry | None:
    """Return the area that the data cover as one geometry in degrees; None where none is told."""
    extent = network.extent
    if extent is None:
        return None
    return network.prepared.part(Area).covered.get(Same(extent), lambda: _prepared_area(extent))


def _prepared_area(extent: gpd.GeoSeries) -> BaseGeometry:
    import shapely

    area = extent_polygon(extent)
    shapely.prepare(area)
    return area


def within_extent(network: NetworkData, lonlat: Floats) -> Flags:
    """Return which coordinates lie in the area that the network's data cover."""
    import shapely

    area = covered_area(network)
    if area is None:
        return np.ones(len(lonlat), dtype=bool)
    inside: Flags = shapely.intersects_xy(area, lonlat[:, 0], lonlat[:, 1])
    return inside


def swap_extent(network: NetworkData) -> BaseGeometry | None:
    """Return the extent, or the streets' bounding box, to tell swapped coordinates by."""
    import shapely

    if network.extent is not None or network.streets.n_vertices == 0:
        return covered_area(network)
    lon, lat = network.streets.lon, network.streets.lat
    box: BaseGeometry = shapely.box(lon.min(), lat.min(), lon.max(), lat.max())
    return box


class Pieces(Part):
    """The pieces of all streets by place: modes, countries and scenarios share them."""

    def __init__(self, grid: SegmentGrid | None = None) -> None:
        self.grid = grid

    def handed_on(self, *, same_streets: bool) -> Self | None:
        """Return itself for the same streets."""
        return self if same_streets else None


def street_pieces(network: NetworkData) -> SegmentGrid:
    """Return the pieces of a network's streets by place, collected now or kept from before."""
    from grensgeo.network.segment_grid import SegmentGrid

    part = network.prepared.part(Pieces)
    if part.grid is None:
        before = network.prepared.of_same_lines(Pieces)
        part.grid = next((one.grid for one in before if one.grid is not None), None)
    if part.grid is None:
        streets = network.streets
        metres = np.ascontiguousarray(to_metres(streets, streets.coords))
        part.grid = SegmentGrid.of(streets.coords_start, metres)
    return part.grid


@dataclass(frozen=True, eq=False)
class EdgeIndex:
    """The edges of one mode that points may be snapped to.

    Attributes
    ----------
    streets
        The streets.
    grid
        Their pieces by place.
    component
        int32 (n_edges,): component of each edge of the network; -1 where points are not snapped
        to it.
    notes
        Into how many parts the streets fall.
    walls
        Lines that no leg may cross, with how many of its last metres may lie beyond.
    asked
        What was asked last with the answers: scenarios and modes ask for the same points.
    """

    streets: Streets
    grid: SegmentGrid
    component: Indices
    notes: tuple[Note, ...]
    walls: tuple[tuple[gpd.GeoSeries, float], ...]
    asked: PointAnswers[_Found] = field(default_factory=PointAnswers)

    @cached_property
    def to_metres(self) -> Transformer:
        """What brings degrees to the CRS that distances are measured in."""
        return transformer(4326, metric_epsg(self.streets))

    @cached_property
    def kept(self) -> Flags:
        """Which edges points may be snapped to."""
        return self.component >= 0

    @cached_property
    def walled(self) -> tuple[SegmentGrid, Floats]:
        """The walls by place, and how many of a leg's last metres may lie beyond each."""
        return _wall_pieces(self.streets, self.walls)

    @cached_property
    def cut_off(self) -> Flags:
        """Which streets nothing connects with these edges, and lie apart from them."""
        apart = np.zeros(len(self.component), dtype=bool)
        apart[cut_off(self.streets, self.grid, np.flatnonzero(self.kept).astype(np.int32))] = True
        return apart

    def nearest(self, lonlat: Floats, max_m: float) -> _Found:
        """Return edge, fraction and distance of each point; -1 and NaN where nothing is near."""
        return self.asked.get(lonlat, lambda: self.look(lonlat, max_m), within_m=max_m)

    def look(self, lonlat: Floats, max_m: float) -> _Found:
        """Search for what is nearest, whatever was asked before."""
        return self.search(self.metric(lonlat), max_m)

    def metric(self, lonlat: Floats) -> Floats:
        """Convert degrees to the metres that distances are measured in: float64 (n, 2)."""
        return np.column_stack(self.to_metres.transform(lonlat[:, 0], lonlat[:, 1]))

    def search(self, xy: Floats, max_m: float) -> _Found:
        """Search for what is nearest to places in metres."""
        walls, tolerance_m = self.walled
        # a hair more than max_m, for what is exactly at the distance
        within_m = np.full(len(xy), max_m * (1 + 1e-9) + 1e-6)
        edge, fraction, distance = self.grid.nearest(
            xy, within_m, kept=self.kept, walls=walls, tolerance_m=tolerance_m
        )
        lost = self._at_cut_off(xy, distance)
        edge[lost], fraction[lost], distance[lost] = -1, np.nan, np.nan
        return edge, fraction, distance

    def _at_cut_off(self, xy: Floats, distance: Floats) -> Longs:
        """Find points that are at a street that is cut off, and far from their line."""
        far = np.flatnonzero(distance > _CUT_OFF_M)
        if not len(far) or not self.cut_off.any():
            return far[:0]
        within_m = distance[far] - _CUT_OFF_M
        nearer, *_ = self.grid.nearest(
            xy[far], within_m, kept=self.cut_off, walls=_no_walls(), tolerance_m=np.zeros(0)
        )
        return far[nearer >= 0]


class Edges(Part):
    """The edges to snap to, by mode, country and level of stress, and by what else decides.

    A scenario's speeds are above 0 and close nothing: they decide nothing here.
    """

    def __init__(self) -> None:
        self.indexes = Kept[tuple[str, str | None, int | None, Same], EdgeIndex](_INDEXES)

    def handed_on(self, *, same_streets: bool) -> Self | None:
        """Return itself for the same streets."""
        return self if same_streets else None

    def saved(self, network: NetworkData) -> list[tuple[object, ...]]:
        """Return what is kept for a network as plain arrays."""
        return [
            (
                *key,
                index.component,
                index.notes,
                index.asked.found,
                {name: vars(index)[name] for name in _LOOKED_UP if name in vars(index)},
            )
            for (*key, made_of), index in self.indexes.held.items()
            if made_of == _made_of(network)
        ]

    @classmethod
    def restored(cls, saved: list[tuple[Any, ...]], network: NetworkData) -> Edges:
        """Return what :meth:`saved` gave of the same network."""
        result = cls()
        made_of, walls = _made_of(network), walls_of(network)
        known: dict[int, EdgeIndex] = {}  # some modes go the same ways
        for mode, country, max_stress, component, notes, asked, looked_up in saved:
            index = EdgeIndex(
                network.streets,
                street_pieces(network),
                component,
                notes,
                walls,
                PointAnswers(asked),
            )
            vars(index).update(looked_up)
            result.indexes.held[mode, country, max_stress, made_of] = known.setdefault(
                id(component), index
            )
        return result


def edge_index(
    network: NetworkData, mode: str, country: str | None = None, max_stress: int | None = None
) -> EdgeIndex:
    """Return the edges that points are snapped to, collected now or kept from before."""
    made_of = _made_of(network)
    return network.prepared.part(Edges).indexes.get(
        (mode, country, max_stress, made_of),
        lambda: _build_index(network, made_of, mode, country=country, max_stress=max_stress),
    )


def _made_of(network: NetworkData) -> Same:
    """Return what decides about the edges, besides the streets, as a key."""
    return Same(network.turns, network.barriers, network.borders, network.observed_speeds)


def _build_index(
    network: NetworkData, made_of: Same, mode: str, *, country: str | None, max_stress: int | None
) -> EdgeIndex:
    """Collect the edges at which a mode may be entered."""
    streets = network.streets
    others = [
        (key, index)
        for part in (network.prepared.part(Edges), *network.prepared.of_same_lines(Edges))
        for key, index in part.indexes.held.items()
    ]
    for (*key, made_from), other in others:
        same = tuple(key) == (mode, country, max_stress) and made_from == made_of
        if same and _open_alike(other, network, mode, max_stress=max_stress):
            return other  # other limits close nothing
    durations_s = durations_of(network, mode, max_stress=max_stress)
    shape = find_shape(network, mode, durations_s, country=country)
    component = edge_components(streets, shape, durations_s, country)
    grid = street_pieces(network)
    kept = large_parts(streets, grid, component)
    closed = np.isnan(durations_s[0]) & np.isnan(durations_s[1])
    is_open = component >= 0 if country is not None else ~closed
    notes = notes_on(component, kept, streets, is_open=is_open)
    component[~kept[component]] = -1
    usable = (component >= 0) & (streets.length_m > 0) & (streets.structure != _TUNNEL)
    usable &= ~np.isin(streets.highway, [HIGHWAYS.index(name) for name in NO_ENTRY])
    component[~usable] = -1
    # bicycles and e-bikes go the same ways, and so does who has other limits
    for (*_, made_from), other in others:
        alike = made_from == made_of and other.notes == notes
        if alike and np.array_equal(other.component, component):
            return other
    return EdgeIndex(
        streets=streets,
        grid=grid,
        component=component,
        notes=notes,
        walls=walls_of(network),
    )


def _open_alike(
    index: EdgeIndex, network: NetworkData, mode: str, *, max_stress: int | None
) -> bool:
    """Return whether a mode may go the same ways in a network as in the streets of an index."""
    edges = network.streets.edges_unlike(index.streets)
    if edges is None:
        return False
    here, there = network.streets, index.streets
    for way in ("forward", "backward"):
        one, other = (getattr(streets, f"access_{way}")[edges] for streets in (here, there))
        if (((one ^ other) & np.uint8(mode_bit(mode))) > 0).any():
            return False
        if max_stress is not None:
            one, other = (getattr(streets, f"stress_{way}")[edges] for streets in (here, there))
            if (((one > 0) & (one <= max_stress)) != ((other > 0) & (other <= max_stress))).any():
                return False
    return True


def walls_of(network: NetworkData) -> tuple[tuple[gpd.GeoSeries, float], ...]:
    """Return the lines that no leg may cross, with how many of its last metres may lie beyond."""
    both = (network.barriers, _TOLERANCE_M), (network.borders, BORDER_TOLERANCE_M)
    return tuple((lines, metres) for lines, metres in both if lines is not None and len(lines))


def part_notes(
    network: NetworkData, mode: str, *, max_stress: int | None = None
) -> tuple[Note, ...]:
    """Count the parts that the streets of a mode fall into, and what is left out.

    Parameters
    ----------
    network, mode, max_stress
        As for :func:`snap`.

    Returns
    -------
    tuple of Note
        None where all hang together.
    """
    return edge_index(network, mode, max_stress=max_stress).notes


def _no_walls() -> SegmentGrid:
    from grensgeo.network.segment_grid import SegmentGrid

    return SegmentGrid.of(np.zeros(1, dtype=np.int64), np.empty((0, 2)))


def _wall_pieces(
    streets: Streets, walls: tuple[tuple[gpd.GeoSeries, float], ...]
) -> tuple[SegmentGrid, Floats]:
    """Collect the pieces of walls by place, with how far a leg may reach beyond each."""
    import shapely

    from grensgeo.network.segment_grid import SegmentGrid

    parts: list[npt.NDArray[np.object_]] = []
    metres: list[Floats] = []
    for lines, tolerance_m in walls:
        if lines.crs is None:
            raise InputError(
                "crs-missing", "barriers: no CRS; set one, for instance with .set_crs(4326)"
            )
        whole = lines.to_crs(metric_epsg(streets)).to_numpy()
        whole = np.where(shapely.get_dimensions(whole) == 2, shapely.boundary(whole), whole)
        parts.append(shapely.get_parts(whole))
        metres.append(np.full(len(parts[-1]), tolerance_m))
    if not parts:
        return _no_walls(), np.zeros(0)
    together = np.concatenate(parts)
    start = np.zeros(len(together) + 1, dtype=np.int64)
    np.cumsum(shapely.get_num_coordinates(together), out=start[1:])
    return SegmentGrid.of(start, shapely.get_coordinates(together)), np.concatenate(metres)
