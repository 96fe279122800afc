"""Build a network from OpenStreetMap."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import polylines
from grensgeo.errors import GrensgeoWarning, some
from grensgeo.geodata import territories
from grensgeo.lines.line_tables import check_lines
from grensgeo.network.contents import Rail, Streets
from grensgeo.network.controls import read_controls
from grensgeo.network.covered import land_area
from grensgeo.network.line_feeds import assumed_hours, line_feed
from grensgeo.network.model import Network, with_feeds
from grensgeo.network.restrictions import read_turns
from grensgeo.network.stress import with_stress
from grensgeo.network.tracks import run_on_tracks
from grensgeo.network.usable import keep_usable
from grensgeo.notes import Note
from grensgeo.osm.bordering import at_borders
from grensgeo.osm.connecting import connect_ways
from grensgeo.osm.cycling import CycleTags
from grensgeo.osm.drawn import draw_rail, draw_rivers, series_of
from grensgeo.osm.elements import OsmExtract
from grensgeo.osm.extracts import read_osm
from grensgeo.osm.ferries import time_ferries
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.meanings import access_masks, read_meanings
from grensgeo.osm.omissions import noted
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import geopandas as gpd
    from shapely import Geometry

    from grensgeo.arrays import Flags, Longs
    from grensgeo.gtfs import Feed
    from grensgeo.lines.services_file import ServiceTables
    from grensgeo.osm.connecting import ConnectedWays
    from grensgeo.osm.meanings import Meanings

_BARRIER, _FERRY = HIGHWAYS.index("barrier"), HIGHWAYS.index("ferry")
#: A street between two nodes on one spot is given this length: only barriers have none.
_SHORTEST_M = 0.01


def build_network(
    osm: str | Path | Sequence[str | Path] | OsmExtract,
    *,
    countries: gpd.GeoDataFrame | None = None,
    services: ServiceTables | None = None,
    gtfs: Sequence[str | Path | Feed] = (),
    elevation: str | Path | None = None,
    progress: bool = False,
) -> Network:
    """Build a network from OpenStreetMap extracts.

    Parameters
    ----------
    osm
        One or several extracts, or what :func:`grensgeo.osm.extracts.read_osm` read from them.
    countries
        Polygons with a column ``country`` (countries, or municipalities). Without them no edge
        knows its country: speeds are those of the ``*`` rows, and no border can be closed.
    services
        Public transport lines to go with the streets, of a services file: a timetable of their
        own. Those that give ``max_kmh`` run on the extracts' tracks
        (:func:`grensgeo.network.tracks.run_on_tracks`); those that do not say their first and
        last departures leave at minutes that are drawn.
    gtfs
        Timetables to go with the streets; see :func:`grensgeo.network.with_feeds`.
    elevation
        A raster of heights; see :meth:`grensgeo.network.Network.with_elevation`.
    progress
        Show progress bars on standard error.

    Returns
    -------
    Network
        Streets that some mode may use, forbidden turns, signals and level crossings, rail, rivers
        and the national border as barriers, and the area that the data cover. The same elements
        give the same arrays, whatever files they came from and in whatever order.

    Raises
    ------
    FileError
        If an extract is missing, truncated or not OpenStreetMap data, or a feed is not sound.
    InputError
        If there is no street in it that any mode may use, the boundaries are unfit, a feed has
        errors or lies elsewhere, or tracks do not connect a line's stops.

    Warns
    -----
    GrensgeoWarning
        If ways end at the edge of the data, limits cannot be read, or places lie in no country.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> text = '''<osm version="0.6">
    ... <node id="1" lat="52.220" lon="6.890" version="1"/>
    ... <node id="2" lat="52.221" lon="6.890" version="1"/>
    ... <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
    ... </osm>'''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "street.osm"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     network = build_network(file)
    >>> network
    <Network: 2 vertices, 1 edges, no country, 0 tracks>
    """
    if services is not None and not services.on_track:
        check_lines(services)  # told before the work
    extract = osm if isinstance(osm, OsmExtract) else read_osm(osm, progress=progress)
    frame = None if countries is None else territories.check_countries(countries)
    notes = [Note("streets.limits")]
    if frame is None:
        notes.append(Note("streets.no-boundaries"))
    lines = [] if frame is None else territories.border_lines(frame)
    streets, omitted = _streets(extract, frame, lines)
    notes += omitted
    turns, more = read_turns(streets, extract.restrictions)
    rail = Rail(*draw_rail(extract, frame))
    known = Provenance(sources=extract.sources, notes=(*notes, *more))
    tables = None
    if services is not None:
        tables = check_lines(run_on_tracks(services, rail))
        known = known | tables.provenance | Provenance(notes=assumed_hours(tables))
    network = Network(
        streets=streets,
        rail=rail,
        barriers=series_of(draw_rivers(extract)),
        borders=None if frame is None else series_of(lines),
        extent=series_of([land_area(streets)]),
        provenance=known,
        turns=turns,
        controls=read_controls(streets, extract.node_tags),
    )
    if gtfs:
        network = with_feeds(network, gtfs, countries=countries)
    if tables is not None:
        taken = [feed.name for feed in network.feeds]
        feed = line_feed(tables, taken=taken, countries=frame is not None)
        network = replace(network, feeds=(*network.feeds, feed))
    return network if elevation is None else network.with_elevation(elevation)


def _streets(
    extract: OsmExtract, countries: gpd.GeoDataFrame | None, border: Sequence[Geometry]
) -> tuple[Streets, list[Note]]:
    meanings = read_meanings(extract.tag_sets)
    connected = connect_ways(extract, meanings)
    way, tag_set, topology = connected.way_id, connected.tag_set, connected.topology
    lon = extract.node_x / polylines.UNITS_PER_DEGREE
    lat = extract.node_y / polylines.UNITS_PER_DEGREE
    country = np.zeros(len(topology.way), dtype=np.uint8)
    vertex_country = np.zeros(len(topology.vertex_node), dtype=np.uint8)
    shared = np.zeros(len(topology.way), dtype=bool)
    if countries is not None:
        territories.check_cover(countries, lon[topology.vertex_node], lat[topology.vertex_node])
        placed = at_borders(topology, lon, lat, countries=countries, lines=border)
        topology, lon, lat, shared = placed.topology, placed.lon, placed.lat, placed.shared
        country, vertex_country = placed.country, placed.vertex_country
    coords = np.stack([lon[topology.node], lat[topology.node]], axis=1)
    segments = polylines.segment_lengths_m(topology.start, coords)
    length = polylines.line_lengths_m(topology.start, segments)
    through = topology.way < 0
    length[~through] = np.maximum(length[~through], _SHORTEST_M)
    sets = np.where(through, 0, tag_set[topology.way])
    forward, backward = access_masks(extract.tag_sets, meanings, sets=sets, country=country)
    limits = meanings.limits_kmh[sets]
    limits[through] = np.nan
    node_id = np.append(extract.node_id, np.zeros(len(lon) - len(extract.node_id), np.int64))
    made = np.where(topology.boards >= 0, _FERRY, _BARRIER)
    highway = np.where(through, made, meanings.highway[sets]).astype(np.uint8)
    ferries = time_ferries(
        topology,
        extract.tag_sets,
        sets=sets,
        length_m=length,
        waits_s=connected.waits_s,
        is_ferry=~through & (highway == _FERRY),
    )
    streets = Streets(
        vertex_id=_ids(node_id[topology.vertex_node], topology.made),
        lon=lon[topology.vertex_node],
        lat=lat[topology.vertex_node],
        vertex_country=vertex_country,
        tail=topology.tail,
        head=topology.head,
        length_m=length,
        way_id=_ids(np.where(through, 0, way[topology.way]), through),
        highway=highway,
        country=country,
        built_up=meanings.built_up[sets] & ~through,
        access_forward=np.where(through, topology.admitted, forward),
        access_backward=np.where(through, topology.admitted, backward),
        maxspeed_forward_kmh=limits[:, 0].copy(),
        maxspeed_backward_kmh=limits[:, 1].copy(),
        fixed_duration_s=ferries.duration_s,
        surface=np.where(through, 0, meanings.unpaved[sets]).astype(np.uint8),
        structure=np.where(through, 0, meanings.structure[sets]).astype(np.uint8),
        coords_start=topology.start,
        coords=coords,
        shared=shared & ~through,
    )
    streets = with_stress(streets, CycleTags.read(extract.tag_sets).take(sets))
    kept = keep_usable(streets)
    _warn(connected, meanings)
    if countries is not None:
        _warn_uncovered(kept)
    unread = {int(way[row]): (value,) for row, value in ferries.unread.items()}
    return kept, [*connected.notes, *noted("streets.ferry-times", unread)]


def _warn(connected: ConnectedWays, meanings: Meanings) -> None:
    if connected.topology.n_cut:
        warnings.warn(
            GrensgeoWarning(
                "streets-cut-at-edge",
                f"{connected.topology.n_cut} of {len(connected.way_id)} streets are cut where the "
                "extract ends (their further nodes are not in the file): trips across that edge "
                "are missing; give the neighbouring extract too if they matter",
            ),
            stacklevel=5,
        )
    used = np.unique(connected.tag_set)
    values = sorted({value for row in used for value in meanings.unread[row]})
    if values:
        warnings.warn(
            GrensgeoWarning(
                "limits-unreadable",
                f"speed limits that cannot be read: {some(values)}; these streets are driven as "
                "if they had none tagged",
            ),
            stacklevel=5,
        )


def _ids(ids: Longs, made: Flags) -> Longs:
    """Return the ids, those of what is made here from -1 down, below an editor's negative ones."""
    lowest = min(0, int(ids[~made].min(initial=0)))
    result = ids.copy()
    result[made] = lowest - 1 - np.arange(int(made.sum()))
    return result


def _warn_uncovered(streets: Streets) -> None:
    n = int((streets.country == 0).sum())
    if n:
        warnings.warn(
            GrensgeoWarning(
                "outside-countries",
                f"{n} of {streets.n_edges} edges lie in none of the countries' polygons: they "
                "carry no country and no national speeds; give boundaries that cover the extract",
            ),
            stacklevel=5,
        )
