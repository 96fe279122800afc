"""The network: frozen arrays of vertices and edges, rail, services and the border."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.network.controls import Controls
from grensgeo.network.turns import Turns
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd
    import networkx as nx
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.network.delays import Delays
    from grensgeo.network.graph import Graph
    from grensgeo.network.modes import SpeedTable
    from grensgeo.network.observed import ObservedSpeeds
    from grensgeo.network.snapping import Snapping
    from grensgeo.sources.gtfs import Feed

#: Street modes in the order of the bits of ``access_forward`` and ``access_backward``.
MODES = ("car", "bicycle", "ebike", "walk")

#: Bit of an access mask where bicycles go, but are pushed at walking pace.
PUSHED = 1 << len(MODES)

#: Countries by code; 0 is outside all boundaries that were given.
COUNTRIES = ("", "NL", "DE", "BE", "LU", "FR")

#: Street classes by code: OSM's ``highway`` values, ``ferry``, ``barrier`` (a zero-length edge
#: that joins the two sides of a gate or bollard) and ``local`` (a schematic local road).
HIGHWAYS = (
    "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link",
    "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential",
    "living_street", "service", "road", "busway", "pedestrian", "track", "cycleway", "footway",
    "path", "bridleway", "steps", "corridor", "platform", "ferry", "barrier", "local",
)  # fmt: skip


#: What columns of :class:`Streets` hold where nothing is known about them.
_UNKNOWN: Mapping[str, np.uint8 | np.float32 | np.bool_] = {
    "structure": np.uint8(0),
    "climb_m": np.float32(np.nan),
    "descent_m": np.float32(np.nan),
    "stress_forward": np.uint8(0),
    "stress_backward": np.uint8(0),
    "shared": np.bool_(False),  # noqa: FBT003 - a value of a column
}
#: Stands for a column that was left out.
_NOT_GIVEN: npt.NDArray[Any] = np.zeros(0)


def _not_given() -> npt.NDArray[Any]:
    return _NOT_GIVEN


def mode_bit(mode: str) -> int:
    """Give the bit of a street mode in an access mask.

    Raises
    ------
    InputError
        If the mode is not one of :data:`MODES`.

    Examples
    --------
    >>> mode_bit("walk")
    8
    """
    if mode not in MODES:
        msg = f"mode {mode!r} is not a street mode; choose one of {', '.join(MODES)}"
        raise InputError(msg)
    return 1 << MODES.index(mode)


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
        uint8 (n_vertices,): index into :data:`COUNTRIES`.
    tail, head
        int32 (n_edges,): positions of the end vertices.
    length_m
        float64 (n_edges,): length along the line, metres; zero at barriers and landings. A
        schematic edge carries straight line times detour factor.
    way_id
        int64 (n_edges,): OSM way id; negative where made here.
    highway
        uint8 (n_edges,): index into :data:`HIGHWAYS`.
    country
        uint8 (n_edges,): index into :data:`COUNTRIES`; an edge that crosses a border is cut.
    built_up
        bool (n_edges,): inside a built-up area, as far as tags and class tell.
    access_forward, access_backward
        uint8 (n_edges,): bits of :data:`MODES` that may go tail to head, head to tail, and
        :data:`PUSHED` where bicycles are pushed.
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

    vertex_id: npt.NDArray[np.int64]
    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]
    vertex_country: npt.NDArray[np.uint8]
    tail: npt.NDArray[np.int32]
    head: npt.NDArray[np.int32]
    length_m: npt.NDArray[np.float64]
    way_id: npt.NDArray[np.int64]
    highway: npt.NDArray[np.uint8]
    country: npt.NDArray[np.uint8]
    built_up: npt.NDArray[np.bool_]
    access_forward: npt.NDArray[np.uint8]
    access_backward: npt.NDArray[np.uint8]
    maxspeed_forward_kmh: npt.NDArray[np.float32]
    maxspeed_backward_kmh: npt.NDArray[np.float32]
    fixed_duration_s: npt.NDArray[np.float32]
    surface: npt.NDArray[np.uint8]
    coords_start: npt.NDArray[np.int64]
    coords: npt.NDArray[np.float64]
    structure: npt.NDArray[np.uint8] = field(default_factory=_not_given)
    climb_m: npt.NDArray[np.float32] = field(default_factory=_not_given)
    descent_m: npt.NDArray[np.float32] = field(default_factory=_not_given)
    stress_forward: npt.NDArray[np.uint8] = field(default_factory=_not_given)
    stress_backward: npt.NDArray[np.uint8] = field(default_factory=_not_given)
    shared: npt.NDArray[np.bool_] = field(default_factory=_not_given)

    def __post_init__(self) -> None:
        """Check lengths and references, and freeze every array."""
        n_vertices, n_edges = len(self.vertex_id), len(self.tail)
        per_vertex = {"vertex_id", "lon", "lat", "vertex_country"}
        for name, unknown in _UNKNOWN.items():
            if getattr(self, name) is _NOT_GIVEN:
                object.__setattr__(self, name, np.full(n_edges, unknown))
        faults = []
        for item in fields(self):
            array: npt.NDArray[np.generic] = getattr(self, item.name)
            if item.name == "coords_start":
                expected = n_edges + 1
            elif item.name == "coords":
                expected = int(self.coords_start[-1])
            else:
                expected = n_vertices if item.name in per_vertex else n_edges
            if len(array) != expected:
                faults.append(f"{item.name} has {len(array)} rows, expected {expected}")
            array.setflags(write=False)
        if n_edges and not faults:
            for name in ("tail", "head"):
                ends = getattr(self, name)
                if ends.min() < 0 or ends.max() >= n_vertices:
                    faults.append(f"{name} points at a vertex that is not there")
            bad = np.flatnonzero(~(np.isfinite(self.length_m) & (self.length_m >= 0)))
            if len(bad):
                faults.append(f"length_m is NaN, negative or infinite at edges {some(bad)}")
        if faults:
            raise InputError("streets: " + "; ".join(faults))

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
class Services:
    """Public transport lines that run at a headway.

    Attributes
    ----------
    stops
        DataFrame: ``stop_id, name, lon, lat, country``; a stop is a station, platforms are one
        unless a change between them has to be made (``Enschede`` has two halves).
    lines
        DataFrame: ``line_id, name, operator, headway_min, modelled, source_id``; one row per
        line and direction-pair, both directions run.
    calls
        DataFrame: ``line_id, sequence, stop_id, arrival_min, departure_min`` from the first
        stop of the line; the way back is the mirror image.
    transfers
        DataFrame: ``from_stop_id, to_stop_id, transfer_min``; symmetric pairs are both listed.
    """

    stops: pd.DataFrame
    lines: pd.DataFrame
    calls: pd.DataFrame
    transfers: pd.DataFrame


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

    speed_kmh: npt.NDArray[np.float64]
    factor: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Check that speeds are above zero, and freeze both arrays."""
        set_speeds = self.speed_kmh[~np.isnan(self.speed_kmh)]
        for name, values in (("speed_kmh", set_speeds), ("factor", self.factor)):
            if not (np.isfinite(values) & (values > 0)).all():
                raise InputError(f"speed change: {name} is not above zero and finite everywhere")
        self.speed_kmh.setflags(write=False)
        self.factor.setflags(write=False)


@dataclass(frozen=True, eq=False)
class Network:
    """Streets, rail and services of an area on one or both sides of a border.

    Build one with :func:`grensgeo.build_network`, :func:`grensgeo.load_network` or
    :meth:`from_osmnx`. It never changes; a scenario gives a new one.

    Attributes
    ----------
    streets
        The street network.
    rail
        Tracks and stations from OSM, if any.
    services
        Public transport lines, if any.
    barriers
        Lines (shapely, lon/lat) that nobody walks across off the network: rivers and canals
        (of schematic networks, the national border). A point is not snapped across one of them.
    borders
        National borders, across which only streets along them serve points.
    extent
        Polygon (shapely, lon/lat) that the network's data cover; a point outside it is reported
        as ``outside_data``, never as merely unreached.
    provenance
        Sources, notes and whether the network is schematic.
    speed_changes
        By street mode, what a scenario made of its speeds; empty without a scenario.
    turns
        Turns that are forbidden.
    controls
        Where traffic signals and level crossings stop one.
    observed_speeds
        Measured speeds of cars, if any.
    feeds
        Timetables, if any; see :func:`grensgeo.network.with_feeds`.
    """

    streets: Streets
    rail: Rail | None = None
    services: Services | None = None
    barriers: gpd.GeoSeries | None = None
    borders: gpd.GeoSeries | None = None
    extent: gpd.GeoSeries | None = None
    provenance: Provenance = field(default_factory=Provenance)
    speed_changes: Mapping[str, SpeedChange] = field(default_factory=dict)
    turns: Turns = field(default_factory=lambda: Turns.of(()))
    controls: Controls = field(default_factory=lambda: Controls.of(()))
    observed_speeds: ObservedSpeeds | None = None
    feeds: tuple[Feed, ...] = ()

    def __post_init__(self) -> None:
        """Check that turns and controls belong to the streets."""
        self.turns.check(self.streets)
        self.controls.check(self.streets)

    def __repr__(self) -> str:
        parts = [f"{self.streets.n_vertices:,} vertices", f"{self.streets.n_edges:,} edges"]
        codes = sorted({int(code) for code in self.streets.country})
        parts.append("/".join(COUNTRIES[code] or "no country" for code in codes))
        if self.rail is not None:
            parts.append(f"{len(self.rail.tracks):,} tracks")
        if self.services is not None:
            parts.append(f"{len(self.services.lines):,} lines")
        if self.feeds:
            parts.append(f"timetables {', '.join(feed.name for feed in self.feeds)}")
        if self.provenance.schematic:
            parts.append("schematic")
        return f"<Network: {', '.join(parts)}>"

    def durations_s(
        self,
        mode: str,
        speeds: SpeedTable | None = None,
        *,
        period: str = "free_flow",
        max_stress: int | None = None,
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Give how long a mode takes on each edge.

        Parameters
        ----------
        mode
            A street mode.
        speeds
            Speed table; the one that comes with grensgeo if not given.
        period
            Period of the day, which slows cars: one of :class:`grensgeo.network.HourTable`.
        max_stress
            Highest level of traffic stress that a cyclist takes, 1 to 4.

        Returns
        -------
        tuple
            float64 (n_edges,) tail to head and head to tail, seconds; NaN where the mode may
            not go.

        Raises
        ------
        InputError
            If the mode or the period is unknown, or ``max_stress`` is given for another mode
            than bicycles or on a network that has no levels of stress.
        """
        from grensgeo.network.modes import durations_s

        return durations_s(
            self.streets,
            mode,
            speeds=speeds,
            change=self.speed_changes.get(mode),
            observed=self.observed_speeds if mode == "car" else None,
            period=period,
            max_stress=max_stress,
        )

    def graph(
        self,
        mode: str,
        *,
        speeds: SpeedTable | None = None,
        country: str | None = None,
        delays: Delays | None = None,
        period: str = "free_flow",
        max_stress: int | None = None,
    ) -> Graph:
        """Build the directed graph of one mode.

        Parameters
        ----------
        mode
            A street mode.
        speeds
            Speed table; the one that comes with grensgeo if not given.
        country
            Use only the edges of this country, as when foreign routing is forbidden.
        delays
            What is lost at signals, crossings and the border; see
            :func:`grensgeo.network.measure_delays`.
        period, max_stress
            As for :meth:`durations_s`.

        Returns
        -------
        Graph
            Arcs in compressed rows, weights in seconds. Turns that are forbidden cannot be taken.

        Raises
        ------
        InputError
            If the country is unknown, or as :meth:`durations_s`.
        """
        from grensgeo.network.graph import build_graph

        return build_graph(
            self.streets,
            mode,
            self.durations_s(mode, speeds, period=period, max_stress=max_stress),
            country=country,
            turns=self.turns,
            delays=delays,
        )

    def snap(
        self,
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
        points
            Places with ids: points in any CRS, or columns ``lon`` and ``lat``.
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
            One element a point, with a ``report``.

        Raises
        ------
        InputError
            If the points, the mode or ``max_m`` cannot be true.
        """
        from grensgeo.network.snapping import snap

        return snap(self, points, mode, max_m=max_m, country=country, max_stress=max_stress)

    def with_observed_speeds(
        self, speeds: pd.DataFrame | str | Path, *, name: str | None = None
    ) -> Network:
        """Lay measured speeds of cars over those of the speed table.

        Parameters
        ----------
        speeds
            A table, or a CSV or Parquet file: ``way_id`` with ``speed_kmh`` or ``factor``, and
            optionally ``direction``; see :mod:`grensgeo.network.observed`.
        name
            What it is called in the provenance; the file's name if not given.

        Returns
        -------
        Network
            The same with ``observed_speeds``, which hold at every period of the day.

        Raises
        ------
        FileError
            If the file is missing or is not what its name says.
        InputError
            If a row cannot be true, or none of the ways is one that cars use here.
        """
        from grensgeo.network.observed import with_observed_speeds

        return with_observed_speeds(self, speeds, name=name)

    def with_stress_levels(
        self, levels: pd.DataFrame | str | Path, *, name: str | None = None
    ) -> Network:
        """Give ways levels of traffic stress that were surveyed or are planned.

        Parameters
        ----------
        levels
            A table, or a CSV or Parquet file: ``way_id, level`` (1 to 4).
        name
            What it is called in the provenance; the file's name if not given.

        Returns
        -------
        Network
            The same with these levels.

        Raises
        ------
        FileError
            If the file is missing or is not what its name says.
        InputError
            If a row cannot be true, or bicycles use none of the ways here.
        """
        from grensgeo.network.stress import with_stress_levels

        return with_stress_levels(self, levels, name=name)

    def with_elevation(self, path: str | Path) -> Network:
        """Take the climbs of the streets from a raster of heights.

        Parameters
        ----------
        path
            A raster of metres above the sea that rasterio reads, in any CRS.

        Returns
        -------
        Network
            The same with ``streets.climb_m`` and ``streets.descent_m``: slopes slow (or speed)
            walking and cycling.

        Raises
        ------
        FileError
            If the file is missing or no raster.
        InputError
            If it has no CRS, does not hold metres, or lies elsewhere than the network.
        """
        from grensgeo.network.elevation import with_elevation

        return with_elevation(self, path)

    def save(self, path: str | Path) -> None:
        """Write the network into a folder, whole or not at all.

        Parameters
        ----------
        path
            Folder to make; one that holds a network already is replaced.

        Raises
        ------
        FileError
            If the path holds something else, or cannot be written.
        """
        from grensgeo.network.storage import save_network

        save_network(self, path)

    @classmethod
    def from_osmnx(
        cls, graph: nx.MultiDiGraph[Any], *, countries: gpd.GeoDataFrame | None = None
    ) -> Network:
        """Take over a graph from osmnx.

        Parameters
        ----------
        graph
            MultiDiGraph as osmnx 2 gives it: simplified or not, projected or not.
        countries
            Polygons with a column ``country``; see :func:`grensgeo.build_network`.

        Returns
        -------
        Network
            Streets alone; each pair of opposite arcs along one way becomes one edge.

        Raises
        ------
        InputError
            If nodes or arcs lack what osmnx gives them, or the CRS is missing.
        """
        from grensgeo.network.interchange import from_osmnx

        return from_osmnx(graph, countries=countries)

    def to_networkx(self) -> nx.MultiDiGraph[Any]:
        """Give the streets as a graph for networkx and osmnx.

        Returns
        -------
        MultiDiGraph
            Nodes by OSM id with ``x, y``; an arc for each direction that some mode may use, with
            ``osmid, highway, oneway, reversed, length, geometry, maxspeed`` as osmnx names them
            and ``duration_<mode>_s`` for each mode that may go there. Forbidden turns and delays
            are not in it.
        """
        from grensgeo.network.interchange import to_networkx

        return to_networkx(self)
