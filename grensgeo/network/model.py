"""The network: what it holds, and what can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grensgeo.countries import COUNTRIES
from grensgeo.network.controls import Controls
from grensgeo.network.turns import Turns
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd
    import networkx as nx
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs import Feed
    from grensgeo.network.delays import Delays
    from grensgeo.network.graph import Graph
    from grensgeo.network.observed import ObservedSpeeds
    from grensgeo.network.snapping import Snapping
    from grensgeo.network.speeds import SpeedTable
    from grensgeo.network.tables import Rail, Services, SpeedChange, Streets


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
        from grensgeo.network.speeds import durations_s

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
