"""Build a network from OpenStreetMap."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo import polylines
from grensgeo.countries import COUNTRIES
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.lines.services_file import ServiceTables
from grensgeo.network import territories
from grensgeo.network.bordering import at_borders
from grensgeo.network.controls import is_control, read_controls
from grensgeo.network.covered import land_area
from grensgeo.network.drawn import draw_rail, draw_rivers, node_places, series_of
from grensgeo.network.feeds import with_feeds
from grensgeo.network.headway_services import build_services
from grensgeo.network.line_feeds import with_line_feed
from grensgeo.network.model import Network
from grensgeo.network.restrictions import read_turns
from grensgeo.network.stress import CycleTags, with_stress
from grensgeo.network.tables import Services, Streets
from grensgeo.network.tracks import run_on_tracks
from grensgeo.notes import Note
from grensgeo.osm.access import ALL, way_access
from grensgeo.osm.barriers import barrier_access
from grensgeo.osm.extracts import AREA, STREET, OsmExtract, read_osm
from grensgeo.osm.ferries import number_waits, time_ferries
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.limits import built_up, limits_kmh, structure, unpaved
from grensgeo.osm.omissions import note_nodes, note_ways, noted
from grensgeo.osm.squares import Square, join_rings, lay_squares
from grensgeo.osm.topology import Topology, WayKinds, connect
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import geopandas as gpd
    import numpy.typing as npt
    from shapely import Geometry

    from grensgeo.gtfs import Feed

_BARRIER, _FERRY = HIGHWAYS.index("barrier"), HIGHWAYS.index("ferry")
_ROUTABLE = frozenset(HIGHWAYS) - {"ferry", "barrier", "local"}
#: Rare values of ``highway`` that mean the same as a class.
_ALIKE = {"residential_link": "residential", "elevator": "corridor"}
#: A street between two nodes on one spot is given this length: only barriers have none.
_SHORTEST_M = 0.01


def build_network(
    osm: str | Path | Sequence[str | Path] | OsmExtract,
    *,
    countries: gpd.GeoDataFrame | None = None,
    services: Services | ServiceTables | None = None,
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
        Public transport lines to go with the streets. Lines of a services file that give
        ``max_kmh`` run on the extracts' tracks (:func:`grensgeo.network.tracks.run_on_tracks`);
        where they say their first and last departures they are a timetable too.
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
    if isinstance(services, ServiceTables) and not services.on_track:
        build_services(services)  # told before the work
    extract = osm if isinstance(osm, OsmExtract) else read_osm(osm, progress=progress)
    frame = None if countries is None else territories.check_countries(countries)
    notes = [Note("streets.limits")]
    if frame is None:
        notes.append(Note("streets.no-boundaries"))
    lines = [] if frame is None else territories.border_lines(frame)
    streets, omitted = _streets(extract, frame, lines)
    notes += omitted
    turns, more = read_turns(streets, extract.restrictions)
    rail = draw_rail(extract, frame)
    known = Provenance(sources=extract.sources, notes=(*notes, *more))
    tables = None
    if isinstance(services, ServiceTables):
        tables = run_on_tracks(services, rail)
        services, known = build_services(tables), known | tables.provenance
    network = Network(
        streets=streets,
        rail=rail,
        services=services,
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
        network = with_line_feed(network, tables, countries=frame is not None)
    return network if elevation is None else network.with_elevation(elevation)


@dataclass(frozen=True, eq=False)
class _Meaning:
    """What each set of tags means for streets; one row for each set."""

    highway: npt.NDArray[np.int16]  # -1: not a street
    mask: npt.NDArray[np.uint8]  # modes that may go there in some country
    limits: npt.NDArray[np.float32]  # along, against
    built_up: npt.NDArray[np.bool_]
    unpaved: npt.NDArray[np.bool_]
    structure: npt.NDArray[np.uint8]
    unread: tuple[tuple[str, ...], ...]


def highway_class(tags: Mapping[str, str]) -> str | None:
    """Give the class of a street.

    Parameters
    ----------
    tags
        Tags of the way.

    Returns
    -------
    str or None
        One of :data:`grensgeo.network.HIGHWAYS`; None where it is not a street yet, or not one
        that these modes use (``construction``, ``proposed``, ``raceway``).

    Examples
    --------
    >>> highway_class({"route": "ferry"})
    'ferry'
    """
    if "highway" in tags:
        highway = tags["highway"].partition(";")[0].strip()
        highway = _ALIKE.get(highway, highway)
        return highway if highway in _ROUTABLE else None
    if tags.get("route") == "ferry":
        return "ferry"
    if "platform" in (tags.get("railway"), tags.get("public_transport")):
        return "platform"
    return "footway" if tags.get("man_made") == "pier" else None


def _meaning(tag_sets: Sequence[Mapping[str, str]]) -> _Meaning:
    n = len(tag_sets)
    highway = np.full(n, -1, dtype=np.int16)
    mask = np.zeros(n, dtype=np.uint8)
    limits = np.full((n, 2), np.nan, dtype=np.float32)
    inside, soft = np.zeros(n, dtype=bool), np.zeros(n, dtype=bool)
    unread: list[tuple[str, ...]] = [()] * n
    for row, tags in enumerate(tag_sets):
        name = highway_class(tags)
        if name is None:
            continue
        highway[row] = HIGHWAYS.index(name)
        for country in COUNTRIES:
            forward, backward = way_access(tags, name, country)
            mask[row] |= (forward | backward) & ALL
        ahead, back, unread[row] = limits_kmh(tags)
        limits[row] = ahead, back
        inside[row] = built_up(tags, name, float(np.fmin(ahead, back)))
        soft[row] = unpaved(tags, name)
    aloft = np.array([structure(tags) for tags in tag_sets], dtype=np.uint8)
    return _Meaning(highway, mask, limits, inside, soft, aloft, tuple(unread))


def _streets(
    extract: OsmExtract, countries: gpd.GeoDataFrame | None, border: Sequence[Geometry]
) -> tuple[Streets, list[Note]]:
    meaning = _meaning(extract.tag_sets)
    connected = _connect(extract, meaning)
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
    forward, backward = _access(extract.tag_sets, meaning, sets=sets, country=country)
    limits = meaning.limits[sets]
    limits[through] = np.nan
    node_id = np.append(extract.node_id, np.zeros(len(lon) - len(extract.node_id), np.int64))
    made = np.where(topology.boards >= 0, _FERRY, _BARRIER)
    highway = np.where(through, made, meaning.highway[sets]).astype(np.uint8)
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
        built_up=meaning.built_up[sets] & ~through,
        access_forward=np.where(through, topology.admitted, forward),
        access_backward=np.where(through, topology.admitted, backward),
        maxspeed_forward_kmh=limits[:, 0].copy(),
        maxspeed_backward_kmh=limits[:, 1].copy(),
        fixed_duration_s=ferries.duration_s,
        surface=np.where(through, 0, meaning.unpaved[sets]).astype(np.uint8),
        structure=np.where(through, 0, meaning.structure[sets]).astype(np.uint8),
        coords_start=topology.start,
        coords=coords,
        shared=shared & ~through,
    )
    streets = with_stress(streets, CycleTags.read(extract.tag_sets).take(sets))
    kept = keep_usable(streets)
    _warn(connected, meaning)
    if countries is not None:
        _warn_uncovered(kept)
    unread = {int(way[row]): (value,) for row, value in ferries.unread.items()}
    return kept, [*connected.notes, *noted("streets.ferry-times", unread)]


@dataclass(frozen=True, eq=False)
class _Connected:
    """Ways that some mode may use and lines over squares, and how they hang together."""

    way_id: npt.NDArray[np.int64]
    tag_set: npt.NDArray[np.int32]
    topology: Topology
    waits_s: npt.NDArray[np.float64]
    notes: tuple[Note, ...]


def _connect(extract: OsmExtract, meaning: _Meaning) -> _Connected:
    """Find the streets that some mode may use, and their topology."""
    ways = extract.ways
    is_street = (ways.kind == STREET) & (meaning.highway[ways.tag_set] >= 0)
    usable = meaning.mask[ways.tag_set] != 0
    rows = np.flatnonzero(is_street & usable)
    squares = _squares(extract, meaning)
    if not len(rows) and not squares:
        raise InputError(
            "the OSM data hold no street that a car, a bicycle or a person on foot may use; "
            "fetch an extract of an inhabited area that was not filtered"
        )
    start, places = polylines.take_lines(ways.start, rows)
    node = node_places(extract, ways.nodes[places])
    used = np.zeros(len(extract.node_id), dtype=bool)
    used[node[node >= 0]] = True
    lines = lay_squares(squares, x=extract.node_x, y=extract.node_y, used=used)
    used[lines.node[lines.node >= 0]] = True
    way_id = np.concatenate([ways.id[rows], lines.way_id])
    tag_set = np.concatenate([ways.tag_set[rows], lines.tag_set])
    node = np.concatenate([node, lines.node])
    position = np.repeat(
        np.arange(len(way_id)), np.concatenate([np.diff(start), np.diff(lines.start)])
    )
    wait, waits_s = number_waits(extract.tag_sets, meaning.highway == _FERRY)
    topology = connect(
        position,
        node,
        ways=WayKinds(meaning.mask[tag_set], meaning.highway[tag_set].astype(int), wait[tag_set]),
        beside=_beside(extract, np.flatnonzero(is_street & ~usable)),
        **_node_rules(extract),
    )
    if not len(topology.tail):
        raise InputError(
            "none of the streets has two nodes in the OSM data: it was cut without its nodes; cut "
            "it again with complete ways"
        )
    cut = np.unique(way_id[position[node < 0]])
    notes = (
        *note_ways(extract, highway=meaning.highway, unread_limits=meaning.unread),
        *note_nodes(extract, used),
        *noted("streets.cut", {int(way): () for way in cut}),
        *noted("streets.squares-outlined", dict.fromkeys(lines.outlined, ())),
        *noted(
            "streets.barrier-elsewhere",
            {int(found): () for found in extract.node_id[topology.elsewhere]},
        ),
    )
    return _Connected(way_id, tag_set, topology, waits_s, notes)


def _squares(extract: OsmExtract, meaning: _Meaning) -> list[Square]:
    """Find the areas that some mode may cross, and the rings around them."""
    ways = extract.ways
    usable = (meaning.highway >= 0) & (meaning.mask != 0)

    def nodes(row: int) -> npt.NDArray[np.int64]:
        return node_places(extract, ways.nodes[ways.start[row] : ways.start[row + 1]])

    found = []
    drawn: set[int] = set()
    for area in extract.multipolygons:
        if not usable[area.tag_set]:
            continue
        drawn.update(area.outer)
        ids = np.array([*area.outer, *area.inner], dtype=np.int64)
        rows = np.minimum(np.searchsorted(ways.id, ids), len(ways.id) - 1)
        here = ways.id[rows] == ids
        if not here.any():
            continue
        rings, pieces = join_rings([nodes(row) for row in rows[here].tolist()])
        if not here.all():
            rings, pieces = [], [*rings, *pieces]
        found.append(Square(int(ids[here][0]), area.tag_set, tuple(rings), tuple(pieces)))
    for row in np.flatnonzero((ways.kind == AREA) & usable[ways.tag_set]).tolist():
        if int(ways.id[row]) not in drawn:
            rings, pieces = join_rings([nodes(row)])
            tag_set = int(ways.tag_set[row])
            found.append(Square(int(ways.id[row]), tag_set, tuple(rings), tuple(pieces)))
    return found


def _beside(extract: OsmExtract, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
    """List the nodes of ways that nobody may use."""
    _, places = polylines.take_lines(extract.ways.start, rows)
    nodes = node_places(extract, extract.ways.nodes[places])
    return nodes[nodes >= 0]


def _node_rules(extract: OsmExtract) -> dict[str, npt.NDArray[Any]]:
    """Tell who may pass each node, and which nodes are vertices for what stands there."""
    node_mask = np.full(len(extract.node_id), ALL, dtype=np.uint8)
    stops = np.zeros(len(extract.node_id), dtype=bool)
    for node, tags in extract.node_tags.items():
        place = np.searchsorted(extract.node_id, node)
        node_mask[place] = barrier_access(tags)
        stops[place] = is_control(tags)
    return {"node_mask": node_mask, "stops": stops}


def _warn(connected: _Connected, meaning: _Meaning) -> None:
    if connected.topology.n_cut:
        warnings.warn(
            f"{connected.topology.n_cut} of {len(connected.way_id)} streets are cut where the "
            "extract ends (their further nodes are not in the file): trips across that edge are "
            "missing; give the neighbouring extract too if they matter",
            GrensgeoWarning,
            stacklevel=5,
        )
    used = np.unique(connected.tag_set)
    values = sorted({value for row in used for value in meaning.unread[row]})
    if values:
        warnings.warn(
            f"speed limits that cannot be read: {some(values)}; these streets are driven as if "
            "they had none tagged",
            GrensgeoWarning,
            stacklevel=5,
        )


def _ids(ids: npt.NDArray[np.int64], made: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Give what is made here ids from -1 down, below any negative id of an editor."""
    lowest = min(0, int(ids[~made].min(initial=0)))
    result = ids.copy()
    result[made] = lowest - 1 - np.arange(int(made.sum()))
    return result


def _access(
    tag_sets: Sequence[Mapping[str, str]],
    meaning: _Meaning,
    *,
    sets: npt.NDArray[np.int64],
    country: npt.NDArray[np.uint8],
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Read the access tags once for each set of tags and country."""
    pairs, inverse = np.unique(sets * len(COUNTRIES) + country, return_inverse=True)
    masks = np.zeros((len(pairs), 2), dtype=np.uint8)
    for row, (tags, code) in enumerate(zip(*divmod(pairs, len(COUNTRIES)), strict=True)):
        if meaning.highway[tags] >= 0:
            name = HIGHWAYS[meaning.highway[tags]]
            masks[row] = way_access(tag_sets[tags], name, COUNTRIES[code])
    return masks[inverse, 0], masks[inverse, 1]


def keep_usable(streets: Streets) -> Streets:
    """Leave out edges that no mode may use, and vertices that no edge is left at.

    Parameters
    ----------
    streets
        The streets.

    Returns
    -------
    Streets
        The others, in the same order.

    Raises
    ------
    InputError
        If nothing is left.
    """
    edges = np.flatnonzero((streets.access_forward | streets.access_backward) != 0)
    if not len(edges):
        raise InputError("no street may be used by any mode; check the access tags of the data")
    ends = np.stack([streets.tail[edges], streets.head[edges]], axis=1)
    vertices, position = np.unique(ends, return_inverse=True)
    position = position.reshape(-1, 2)
    start, places = polylines.take_lines(streets.coords_start, edges)
    per_vertex = ("vertex_id", "lon", "lat", "vertex_country")
    apart = {*per_vertex, "tail", "head", "coords_start", "coords"}
    columns = [name for name in Streets.__dataclass_fields__ if name not in apart]
    return replace(
        streets,
        **{name: getattr(streets, name)[vertices] for name in per_vertex},
        **{name: getattr(streets, name)[edges] for name in columns},
        tail=position[:, 0].astype(np.int32),
        head=position[:, 1].astype(np.int32),
        coords_start=start,
        coords=streets.coords[places],
    )


def _warn_uncovered(streets: Streets) -> None:
    n = int((streets.country == 0).sum())
    if n:
        warnings.warn(
            f"{n} of {streets.n_edges} edges lie in none of the countries' polygons: they carry "
            "no country and no national speeds; give boundaries that cover the extract",
            GrensgeoWarning,
            stacklevel=5,
        )
