"""The data of a network out of an extract: streets, rail, rivers, borders, turns, controls."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import polylines
from grensgeo.errors import GrensgeoWarning, some
from grensgeo.files.spoilt import doubt
from grensgeo.geodata import territories
from grensgeo.lines.line_tables import check_lines
from grensgeo.network.contents import Rail, Streets
from grensgeo.network.controls import read_controls
from grensgeo.network.covered import land_area
from grensgeo.network.data import NetworkData
from grensgeo.network.doubtful_streets import street_doubts
from grensgeo.network.line_feeds import assumed_hours
from grensgeo.network.restrictions import read_turns
from grensgeo.network.road_refs import read_refs
from grensgeo.network.stress import with_stress
from grensgeo.network.tracks import run_on_tracks
from grensgeo.network.usable import keep_usable
from grensgeo.notes import Note
from grensgeo.osm.bordering import at_borders
from grensgeo.osm.connecting import connect_ways
from grensgeo.osm.cycling import CycleTags
from grensgeo.osm.drawn import draw_rail, draw_rivers, series_of
from grensgeo.osm.ferries import time_ferries
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.meanings import access_masks, read_meanings
from grensgeo.osm.omissions import noted
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    from shapely import Geometry

    from grensgeo.arrays import Flags, Longs
    from grensgeo.lines.services_file import ServiceTables
    from grensgeo.osm.connecting import ConnectedWays
    from grensgeo.osm.elements import OsmExtract
    from grensgeo.osm.meanings import Meanings

_BARRIER, _FERRY = HIGHWAYS.index("barrier"), HIGHWAYS.index("ferry")
#: A street between two nodes on one spot is given this length: only barriers have none.
_SHORTEST_M = 0.01


def data_of_extract(
    extract: OsmExtract,
    countries: gpd.GeoDataFrame | None = None,
    *,
    services: ServiceTables | None = None,
) -> tuple[NetworkData, ServiceTables | None]:
    """Build the data of a network from an extract.

    Parameters
    ----------
    extract
        What was read of OpenStreetMap.
    countries
        Polygons with a column ``country``; see :func:`grensgeo.build_network`.
    services
        Public transport lines to go with the streets.

    Returns
    -------
    tuple of NetworkData and ServiceTables
        The data, and the lines with the minutes that the tracks give them; None where there are
        none.
    """
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
    data = NetworkData(
        streets=streets,
        rail=rail,
        barriers=series_of(draw_rivers(extract)),
        borders=None if frame is None else series_of(lines),
        extent=series_of([land_area(streets)]),
        outline=None if extract.clipped is None else series_of([extract.clipped.outline]),
        provenance=known,
        turns=turns,
        controls=read_controls(streets, extract.node_tags),
        refs=read_refs(extract, streets.way_id),
    )
    return data, tables


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
    doubt(street_doubts(kept), stacklevel=6)
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
            stacklevel=6,
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
            stacklevel=6,
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
            stacklevel=6,
        )
