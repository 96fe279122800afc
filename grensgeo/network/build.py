"""Build a network from OpenStreetMap."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.network import countries as borders
from grensgeo.network import geometry
from grensgeo.network.access import barrier_access, way_access
from grensgeo.network.bordering import at_borders
from grensgeo.network.controls import is_control, read_controls
from grensgeo.network.feeds import with_feeds
from grensgeo.network.limits import (
    built_up,
    ferry_duration_s,
    limits_kmh,
    rail_limit_kmh,
    structure,
    unpaved,
)
from grensgeo.network.line_feeds import with_line_feed
from grensgeo.network.model import COUNTRIES, HIGHWAYS, Network, Rail, Services, Streets
from grensgeo.network.restrictions import read_turns
from grensgeo.network.services import build_services
from grensgeo.network.stress import CycleTags, with_stress
from grensgeo.network.topology import Topology, connect
from grensgeo.network.tracks import run_on_tracks
from grensgeo.provenance import Provenance
from grensgeo.sources.osm import RAIL, STREET, WATER, OsmExtract, read_osm
from grensgeo.sources.services import ServiceTables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import geopandas as gpd
    import numpy.typing as npt
    from shapely import Geometry

    from grensgeo.sources.gtfs import Feed

_BARRIER = HIGHWAYS.index("barrier")
_ROUTABLE = frozenset(HIGHWAYS) - {"ferry", "barrier", "local"}
_LIMITS = (
    "Streets: speeds are those of the speed table, without congestion; access and turn "
    "restrictions by hour or weight are not modelled."
)
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
        One or several extracts, or what :func:`grensgeo.sources.osm.read_osm` read from them.
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
    frame = None if countries is None else borders.check_countries(countries)
    notes = [_LIMITS]
    if frame is None:
        notes.append("Built without boundaries: edges carry no country and no national speeds.")
    lines = [] if frame is None else borders.border_lines(frame)
    streets = _streets(extract, frame, lines)
    turns, more = read_turns(streets, extract.restrictions)
    rail = _rail(extract, frame)
    known = Provenance(sources=extract.sources, notes=(*notes, *more))
    tables = None
    if isinstance(services, ServiceTables):
        tables = run_on_tracks(services, rail)
        services, known = build_services(tables), known | tables.provenance
    network = Network(
        streets=streets,
        rail=rail,
        services=services,
        barriers=_series(list(_lines(extract, WATER).shapes())),
        borders=None if frame is None else _series(lines),
        extent=_series([geometry.land_area(streets)]),
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
        highway = tags["highway"].partition(";")[0]
        highway = _ALIKE.get(highway, highway)
        return highway if highway in _ROUTABLE else None
    if tags.get("route") == "ferry":
        return "ferry"
    if "platform" in (tags.get("railway"), tags.get("public_transport")):
        return "platform"
    return None


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
            mask[row] |= forward | backward
        ahead, back, unread[row] = limits_kmh(tags)
        limits[row] = ahead, back
        inside[row] = built_up(tags, name, float(np.fmin(ahead, back)))
        soft[row] = unpaved(tags, name)
    aloft = np.array([structure(tags) for tags in tag_sets], dtype=np.uint8)
    return _Meaning(highway, mask, limits, inside, soft, aloft, tuple(unread))


def _streets(
    extract: OsmExtract, countries: gpd.GeoDataFrame | None, border: Sequence[Geometry]
) -> Streets:
    meaning = _meaning(extract.tag_sets)
    way, tag_set, topology = _connect(extract, meaning)
    if topology.n_cut:
        warnings.warn(
            f"{topology.n_cut} of {len(way)} streets are cut where the extract ends (their "
            "further nodes are not in the file): trips across that edge are missing; give the "
            "neighbouring extract too if they matter",
            GrensgeoWarning,
            stacklevel=4,
        )
    lon = extract.node_x / geometry.UNITS_PER_DEGREE
    lat = extract.node_y / geometry.UNITS_PER_DEGREE
    country = np.zeros(len(topology.way), dtype=np.uint8)
    vertex_country = np.zeros(len(topology.vertex_node), dtype=np.uint8)
    shared = np.zeros(len(topology.way), dtype=bool)
    if countries is not None:
        borders.check_cover(countries, lon[topology.vertex_node], lat[topology.vertex_node])
        placed = at_borders(topology, lon, lat, countries=countries, lines=border)
        topology, lon, lat, shared = placed.topology, placed.lon, placed.lat, placed.shared
        country, vertex_country = placed.country, placed.vertex_country
    coords = np.stack([lon[topology.node], lat[topology.node]], axis=1)
    segments = geometry.segment_lengths_m(topology.start, coords)
    length = geometry.line_lengths_m(topology.start, segments)
    through = topology.way < 0
    length[~through] = np.maximum(length[~through], _SHORTEST_M)
    sets = np.where(through, 0, tag_set[topology.way])
    forward, backward = _access(extract.tag_sets, meaning, sets=sets, country=country)
    limits = meaning.limits[sets]
    limits[through] = np.nan
    node_id = np.append(extract.node_id, np.zeros(len(lon) - len(extract.node_id), np.int64))
    streets = Streets(
        vertex_id=_ids(node_id[topology.vertex_node], topology.made),
        lon=lon[topology.vertex_node],
        lat=lat[topology.vertex_node],
        vertex_country=vertex_country,
        tail=topology.tail,
        head=topology.head,
        length_m=length,
        way_id=_ids(np.where(through, 0, way[topology.way]), through),
        highway=np.where(through, _BARRIER, meaning.highway[sets]).astype(np.uint8),
        country=country,
        built_up=meaning.built_up[sets] & ~through,
        access_forward=np.where(through, topology.admitted, forward),
        access_backward=np.where(through, topology.admitted, backward),
        maxspeed_forward_kmh=limits[:, 0].copy(),
        maxspeed_backward_kmh=limits[:, 1].copy(),
        fixed_duration_s=_ferry_durations(extract, meaning, topology, sets=sets, length_m=length),
        surface=np.where(through, 0, meaning.unpaved[sets]).astype(np.uint8),
        structure=np.where(through, 0, meaning.structure[sets]).astype(np.uint8),
        coords_start=topology.start,
        coords=coords,
        shared=shared & ~through,
    )
    streets = with_stress(streets, CycleTags.read(extract.tag_sets).take(sets))
    kept = keep_usable(streets)
    _warn_unread(meaning, np.unique(tag_set))
    if countries is not None:
        _warn_uncovered(kept)
    return kept


def _connect(
    extract: OsmExtract, meaning: _Meaning
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], Topology]:
    """Give the ids and tag sets of the streets that some mode may use, and their topology."""
    ways = extract.ways
    rows = np.flatnonzero(
        (ways.kind == STREET)
        & (meaning.highway[ways.tag_set] >= 0)
        & (meaning.mask[ways.tag_set] != 0)
    )
    if not len(rows):
        raise InputError(
            "the OSM data hold no street that a car, a bicycle or a person on foot may use; "
            "fetch an extract of an inhabited area that was not filtered"
        )
    start, places = geometry.take_lines(ways.start, rows)
    node_mask = np.full(len(extract.node_id), 0xFF, dtype=np.uint8)
    stops = np.zeros(len(extract.node_id), dtype=bool)
    for node, tags in extract.node_tags.items():
        place = np.searchsorted(extract.node_id, node)
        node_mask[place] = barrier_access(tags)
        stops[place] = is_control(tags)
    topology = connect(
        np.repeat(np.arange(len(rows)), np.diff(start)),
        _node_places(extract, ways.nodes[places]),
        way_mask=meaning.mask[ways.tag_set[rows]],
        node_mask=node_mask,
        stops=stops,
    )
    if not len(topology.tail):
        raise InputError(
            "none of the streets has two nodes in the OSM data: it was cut without its nodes (cut "
            "it again with complete ways), or its nodes stand after its ways (use osmium sort)"
        )
    return ways.id[rows], ways.tag_set[rows], topology


def _node_places(extract: OsmExtract, nodes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Find nodes in the extract; -1 for those that are not in it."""
    if not len(extract.node_id):
        return np.full(len(nodes), -1, dtype=np.int64)
    place = np.searchsorted(extract.node_id, nodes)
    place = np.minimum(place, len(extract.node_id) - 1)
    return np.where(extract.node_id[place] == nodes, place, -1)


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


def _ferry_durations(
    extract: OsmExtract,
    meaning: _Meaning,
    topology: Topology,
    *,
    sets: npt.NDArray[np.int64],
    length_m: npt.NDArray[np.float64],
) -> npt.NDArray[np.float32]:
    """Share the duration of each ferry out over its edges, by length."""
    durations = np.full(len(length_m), np.nan, dtype=np.float32)
    ferry = (topology.way >= 0) & (meaning.highway[sets] == HIGHWAYS.index("ferry"))
    for way in np.unique(topology.way[ferry]):
        edges = np.flatnonzero(topology.way == way)
        whole = float(length_m[edges].sum())
        taken = ferry_duration_s(extract.tag_sets[sets[edges[0]]], whole)
        durations[edges] = taken * length_m[edges] / whole
    return durations


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
    start, places = geometry.take_lines(streets.coords_start, edges)
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


def _warn_unread(meaning: _Meaning, used: npt.NDArray[np.int32]) -> None:
    values = sorted({value for row in used for value in meaning.unread[row]})
    if values:
        warnings.warn(
            f"speed limits that cannot be read: {some(values)}; these streets are driven as if "
            "they had none tagged",
            GrensgeoWarning,
            stacklevel=5,
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


def _series(shapes: Sequence[object]) -> gpd.GeoSeries:
    import geopandas as gpd

    return gpd.GeoSeries(list(shapes), crs=4326)


@dataclass(frozen=True, eq=False)
class _Lines:
    """Ways of one kind as lines; a way with missing nodes gives one line for each piece."""

    way: npt.NDArray[np.int64]
    start: npt.NDArray[np.int64]
    coords: npt.NDArray[np.float64]

    def shapes(self) -> npt.NDArray[np.object_]:
        import shapely

        owner = np.repeat(np.arange(len(self.way)), np.diff(self.start))
        return np.asarray(shapely.linestrings(self.coords, indices=owner))


def _lines(extract: OsmExtract, kind: int) -> _Lines:
    ways = extract.ways
    rows = np.flatnonzero(ways.kind == kind)
    start, places = geometry.take_lines(ways.start, rows)
    node = _node_places(extract, ways.nodes[places])
    way = np.repeat(rows, np.diff(start))
    present = node >= 0
    piece = np.cumsum(~present) + way * (len(node) + 1)
    way, node, piece = way[present], node[present], piece[present]
    _, inverse, count = np.unique(piece, return_inverse=True, return_counts=True)
    long = count[inverse] > 1
    way, node, piece = way[long], node[long], piece[long]
    first = np.flatnonzero(np.diff(piece, prepend=-1))
    coords = np.stack([extract.node_x[node], extract.node_y[node]], axis=1)
    return _Lines(way[first], np.append(first, len(node)), coords / geometry.UNITS_PER_DEGREE)


def _rail(extract: OsmExtract, countries: gpd.GeoDataFrame | None) -> Rail:
    import geopandas as gpd

    lines = _lines(extract, RAIL)
    segments = geometry.segment_lengths_m(lines.start, lines.coords)
    middle = geometry.middles(lines.start, lines.coords, segments)
    tags = [extract.tag_sets[extract.ways.tag_set[way]] for way in lines.way]
    tracks = gpd.GeoDataFrame(
        {
            "way_id": extract.ways.id[lines.way],
            "railway": [tag["railway"] for tag in tags],
            "maxspeed_kmh": [rail_limit_kmh(tag) for tag in tags],
            "service": [tag.get("service", "") for tag in tags],
            "usage": [tag.get("usage", "") for tag in tags],
            "length_m": geometry.line_lengths_m(lines.start, segments),
            "country": _names(countries, middle[:, 0], middle[:, 1]),
        },
        geometry=lines.shapes(),
        crs=4326,
    )
    place = np.array([row[1:3] for row in extract.stations], dtype=np.float64).reshape(-1, 2)
    place /= geometry.UNITS_PER_DEGREE
    stations = gpd.GeoDataFrame(
        {
            "osm_id": np.array([row[0] for row in extract.stations], dtype=np.int64),
            "name": [row[3].get("name") for row in extract.stations],
            "railway": [row[3]["railway"] for row in extract.stations],
            "country": _names(countries, place[:, 0], place[:, 1]),
        },
        geometry=gpd.points_from_xy(place[:, 0], place[:, 1]),
        crs=4326,
    )
    return Rail(
        tracks=tracks.astype(dict.fromkeys(("railway", "service", "usage", "country"), "str")),
        stations=stations.astype({"name": "str", "railway": "str", "country": "str"}),
    )


def _names(
    countries: gpd.GeoDataFrame | None,
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
) -> list[str]:
    if countries is None:
        return [""] * len(lon)
    return [COUNTRIES[code] for code in borders.locate(countries, lon, lat)]
