"""The network: a door over its data, whose methods call the algorithms.

Nothing below imports this module: algorithms take arrays, the tables of a network, or all of its
data (:class:`~grensgeo.network.data.NetworkData`).
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from grensgeo.network.data import NetworkData
from grensgeo.network.elevation import with_climbs
from grensgeo.network.graph import build_graph
from grensgeo.network.observed import lay_speeds
from grensgeo.network.snapping import snap
from grensgeo.network.speeds import durations_of
from grensgeo.network.storage import read_network, write_network
from grensgeo.network.stress import with_levels
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import geopandas as gpd
    import networkx as nx
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.fetch.transport import Transport
    from grensgeo.gtfs import Feed
    from grensgeo.network.delays import Delays
    from grensgeo.network.graph import Graph
    from grensgeo.network.snapping import Snapping
    from grensgeo.network.speeds import SpeedTable
    from grensgeo.provenance import Source


class Network(NetworkData):
    """Streets, rail and timetables of an area on one or both sides of a border.

    Build one with :func:`grensgeo.build_network`, :func:`grensgeo.load_network` or
    :meth:`from_osmnx`. It never changes; a scenario gives a new one. What it holds is described at
    :class:`~grensgeo.network.data.NetworkData`.
    """

    @classmethod
    def of(cls, data: NetworkData) -> Network:
        """Return a network of data that were read or built."""
        values = {item.name: getattr(data, item.name) for item in fields(data)}
        if data.prepared.is_empty:  # it is the first of all copies that are made of it
            del values["prepared"]
        return cls(**values)

    def durations_s(
        self,
        mode: str,
        speeds: SpeedTable | None = None,
        *,
        period: str = "free_flow",
        max_stress: int | None = None,
    ) -> tuple[Floats, Floats]:
        """Compute how long a mode takes on each edge.

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
        return durations_of(self, mode, speeds=speeds, period=period, max_stress=max_stress)

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
        return snap(self, points, mode, max_m=max_m, country=country, max_stress=max_stress)

    def with_observed_speeds(
        self, speeds: pd.DataFrame | str | Path, *, name: str | None = None
    ) -> Network:
        """Return the network with measured speeds of cars over those of the speed table.

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
        observed, note = lay_speeds(self.streets, speeds, before=self.observed_speeds, name=name)
        known = self.provenance | Provenance(notes=(note,))
        return replace(self, observed_speeds=observed, provenance=known)

    def with_stress_levels(
        self, levels: pd.DataFrame | str | Path, *, name: str | None = None
    ) -> Network:
        """Return the network with levels of traffic stress that were surveyed or are planned.

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
        streets, note = with_levels(self.streets, levels, name=name)
        known = self.provenance | Provenance(notes=(note,))
        return replace(self, streets=streets, provenance=known)

    def with_elevation(self, path: str | Path) -> Network:
        """Return the network with climbs of its streets, read from a raster of heights.

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
        streets, notes = with_climbs(self.streets, path)
        known = self.provenance | Provenance(notes=notes)
        return replace(self, streets=streets, provenance=known)

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
        write_network(self, path)

    @classmethod
    def from_osmnx(
        cls, graph: nx.MultiDiGraph[Any], *, countries: gpd.GeoDataFrame | None = None
    ) -> Network:
        """Build a network from a graph of osmnx.

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

        return cls.of(from_osmnx(graph, countries=countries))

    @classmethod
    def from_place(
        cls,
        place: str | Sequence[float],
        *,
        folder: str | Path = "raw",
        margin_km: float = 1.0,
        countries: gpd.GeoDataFrame | None = None,
        transport: Transport | None = None,
    ) -> Network:
        """Build a network of a small area, fetched by Overpass: for teaching and first minutes.

        Parameters
        ----------
        place
            Name of a municipality as OpenStreetMap writes it, the number of its relation
            (``r47798``), or a box ``(west, south, east, north)``.
        folder
            Where what was fetched is kept; a second call asks nobody.
        margin_km
            How far beyond the place.
        countries
            Polygons with a column ``country``; see :func:`grensgeo.build_network`.
        transport
            The door to the internet.

        Returns
        -------
        Network
            Streets, rail and rivers of the box around the place.

        Raises
        ------
        FileError
            If the server cannot be reached, refuses, or did not finish.
        InputError
            If there is no such place, several are called so, or it is too large for Overpass.

        Examples
        --------
        >>> network = Network.from_place("Losser")  # doctest: +SKIP
        """
        from grensgeo.fetch.overpass import fetch_place
        from grensgeo.network.extract_data import data_of_extract
        from grensgeo.osm.extracts import read_osm

        path, known = fetch_place(place, folder, margin_km=margin_km, transport=transport)
        data, _ = data_of_extract(read_osm([path]), countries)
        source = known.source()
        sources = (
            source,
            *(one for one in data.provenance.sources if one.sha256 != source.sha256),
        )
        return cls.of(replace(data, provenance=replace(data.provenance, sources=sources)))

    def to_networkx(self) -> nx.MultiDiGraph[Any]:
        """Convert the streets to a graph for networkx and osmnx.

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


def with_feeds(
    network: Network,
    feeds: Sequence[str | Path | Feed],
    *,
    countries: gpd.GeoDataFrame | None = None,
    repair: bool = False,
    sources: Sequence[Source] | None = None,
) -> Network:
    """Return a network with timetables, in the place of any that it has.

    Parameters
    ----------
    network
        The network.
    feeds
        GTFS feeds, or zips and folders to read them from.
    countries
        Polygons with a column ``country``. Without them stops lie in no known country: a poor
        date is told for a feed as a whole only, and no border can be closed or slowed.
    repair
        Leave out rows with errors instead of refusing the feed; see
        :func:`grensgeo.gtfs.read_feed`.
    sources
        Sources of the feeds, where more is known of them than their files say: they stand in the
        provenance in place of one a feed.

    Returns
    -------
    Network
        The same with ``feeds``, the shapes of their trips kept to 10 m. The
        timetable of a date is laid out when a trip asks for it.

    Raises
    ------
    FileError
        If an archive is not sound.
    InputError
        If a feed has errors, two have one name, or none of a feed's stops lies in the network's
        data.

    Examples
    --------
    >>> network = load_network("data/sample/network")
    >>> with_feeds(network, network.feeds[:1]).feeds[0].name
    'rail'
    """
    from grensgeo.network.feeds import place_feeds

    kept, known = place_feeds(
        feeds,
        network.streets,
        network.extent,
        countries=countries,
        repair=repair,
        sources=sources,
    )
    return replace(network, feeds=kept, provenance=network.provenance | known)


def load_network(path: str | Path) -> Network:
    """Read a network that :meth:`Network.save` wrote, from its own files alone.

    :func:`grensgeo.load_network` opens what was prepared for it too.

    Parameters
    ----------
    path
        The folder.

    Returns
    -------
    Network
        As it was saved.

    Raises
    ------
    FileError
        As :func:`grensgeo.network.storage.read_network`.

    Examples
    --------
    >>> load_network("data/sample/network").provenance.schematic
    True
    """
    return Network.of(read_network(path))
