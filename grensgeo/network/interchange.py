"""Networks from osmnx, and graphs for networkx and osmnx."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo import polylines
from grensgeo.countries import COUNTRIES
from grensgeo.errors import InputError
from grensgeo.geodata import territories as borders
from grensgeo.modes import MODES, PUSHED, mode_bit
from grensgeo.network.attributes import read_graph
from grensgeo.network.contents import Streets
from grensgeo.network.covered import land_area
from grensgeo.network.data import NetworkData
from grensgeo.network.observed import ObservedSpeeds
from grensgeo.network.road_refs import RoadRefs
from grensgeo.network.speeds import SpeedTable, durations_of
from grensgeo.network.stress import with_stress
from grensgeo.network.usable import keep_usable
from grensgeo.notes import Note
from grensgeo.osm.access import ALL, BICYCLE, way_access
from grensgeo.osm.cycling import CycleTags
from grensgeo.osm.ferries import ferry_duration_s
from grensgeo.osm.highways import HIGHWAYS, highway_class
from grensgeo.osm.limits import built_up, limits_kmh, structure, unpaved
from grensgeo.provenance import Provenance, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import geopandas as gpd
    import networkx as nx
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Singles
    from grensgeo.network.attributes import Arc

_OSM = Source(
    source_id="osm-osmnx",
    title="OpenStreetMap, taken over from an osmnx graph",
    licence="ODbL-1.0",
    attribution="© OpenStreetMap contributors",
    url="https://www.openstreetmap.org/copyright",
)
_FERRY = HIGHWAYS.index("ferry")


@dataclass(frozen=True, eq=False)
class _GraphEdge:
    """An arc, or two opposite arcs along one way, in the direction of the first."""

    tail: int
    head: int
    ways: tuple[int, ...]
    line: Floats
    tags: Mapping[str, Any]
    back: Mapping[str, Any] | None

    @property
    def order(self) -> tuple[Any, ...]:
        return self.ways, self.tail, self.head, self.line.tobytes()


def from_osmnx(
    graph: nx.MultiDiGraph[Any], *, countries: gpd.GeoDataFrame | None = None
) -> NetworkData:
    """Read a graph of osmnx; see :meth:`grensgeo.network.Network.from_osmnx`.

    An arc means that the street may be used in its direction; people on foot may go against a
    one-way too. Where simplification has joined ways of several classes, all of them must let a
    mode through, the edge counts as the highest class, and limits are averaged, as osmnx does.
    """
    frame = None if countries is None else borders.check_countries(countries)
    nodes, arcs = read_graph(graph)
    known = dict(sorted(nodes, key=itemgetter(0)))
    ids = np.array(list(known), dtype=np.int64)
    place = np.array([(data["x"], data["y"]) for data in known.values()], dtype=np.float64)
    place = _degrees(graph, place)
    edges = sorted(_edges(graph, arcs, dict(zip(ids.tolist(), place, strict=True))), key=_order)
    start = np.zeros(len(edges) + 1, dtype=np.int64)
    np.cumsum([len(edge.line) for edge in edges], out=start[1:])
    coords = np.concatenate([edge.line for edge in edges])
    segments = polylines.segment_lengths_m(start, coords)
    measured = polylines.line_lengths_m(start, segments)
    if frame is None:
        country = np.array([_country(edge.tags) for edge in edges], dtype=np.uint8)
        vertex_country = np.array([_country(data) for data in known.values()], dtype=np.uint8)
    else:
        borders.check_cover(frame, *place.T)
        country = borders.locate(frame, *polylines.middles(start, coords, segments).T)
        vertex_country = borders.locate(frame, *place.T)
    rows = [_row(edge, COUNTRIES[code]) for edge, code in zip(edges, country, strict=True)]
    columns: dict[str, npt.NDArray[Any]] = {
        name: np.array([row[name] for row in rows], dtype=kind) for name, kind in _KINDS
    }
    length = np.array([_mean(_numbers(edge.tags, "length")) for edge in edges], dtype=np.float64)
    short = np.isnan(length) | ((length == 0) & (measured > 0))
    length = np.where(short, measured, length)
    columns["fixed_duration_s"] = _sailing(edges, columns, length)
    streets = Streets(
        vertex_id=ids,
        lon=place[:, 0].copy(),
        lat=place[:, 1].copy(),
        vertex_country=vertex_country,
        tail=np.searchsorted(ids, [edge.tail for edge in edges]).astype(np.int32),
        head=np.searchsorted(ids, [edge.head for edge in edges]).astype(np.int32),
        length_m=length,
        country=country,
        coords_start=start,
        coords=coords,
        **columns,
    )
    used = (streets.access_forward | streets.access_backward) != 0
    observed = _observed(edges, used)
    streets = keep_usable(_rated(streets, edges))
    notes = []
    if all(edge.back is not None for edge in edges):
        notes.append(Note("streets.osmnx.no-oneway"))
    if not any(key.startswith(("cycleway", "modes")) for edge in edges for key in edge.tags):
        notes.append(Note("streets.osmnx.no-cycleway"))
    for code, rows in (
        ("streets.osmnx.left-out", ~used),
        ("streets.osmnx.measured", short & used & (length > 0)),
        ("streets.osmnx.speeds", _with_speed(edges) & used),
    ):
        if rows.any():
            example = str(edges[int(np.flatnonzero(rows)[0])].ways[0])
            notes.append(Note(code, n=int(rows.sum()), example=example))
    return NetworkData(
        streets=streets,
        extent=_extent(streets),
        provenance=Provenance(sources=(_OSM,), notes=tuple(notes)),
        observed_speeds=observed,
        refs=RoadRefs.of(
            (edge.ways[0], str(ref)) for edge in edges for ref in _listed(edge.tags.get("ref"))
        ),
    )


def _sailing(
    edges: Sequence[_GraphEdge],
    columns: Mapping[str, npt.NDArray[Any]],
    length: Floats,
) -> Singles:
    """Return the seconds of each ferry, shared out over the edges of its way by length."""
    seconds = columns["fixed_duration_s"].copy()
    of_way: dict[int, list[int]] = {}
    for row in np.flatnonzero((columns["highway"] == _FERRY) & np.isnan(seconds)).tolist():
        of_way.setdefault(edges[row].ways[0], []).append(row)
    for rows in of_way.values():
        whole = float(length[rows].sum())
        if whole > 0:
            taken = ferry_duration_s(_tags(edges[rows[0]]), whole)
            seconds[rows] = taken * length[rows] / whole
    return seconds


def _with_speed(edges: Sequence[_GraphEdge]) -> Flags:
    return np.array(["speed_kph" in edge.tags for edge in edges], dtype=bool)


def _observed(edges: Sequence[_GraphEdge], used: Flags) -> ObservedSpeeds | None:
    """Read the speeds of cars that the graph's owner has set."""
    if not _with_speed(edges).any():
        return None
    both = np.array(
        [
            [_mean(_numbers(tags, "speed_kph")) for tags in (edge.tags, edge.back or {})]
            for edge in edges
        ]
    )[used]
    none = np.full(len(both), np.nan)
    return ObservedSpeeds(both[:, 0].copy(), both[:, 1].copy(), none, none.copy())


def _numbers(tags: Mapping[str, Any], key: str) -> list[float]:
    return [float(value) for value in _listed(tags.get(key))]


def _rated(streets: Streets, edges: Iterable[_GraphEdge]) -> Streets:
    """Rate the stress of cycling, on edges that do not bring their levels along."""
    own = np.array([isinstance(edge.tags.get("modes"), str) for edge in edges], dtype=bool)
    rated = with_stress(streets, CycleTags.read(_tags(edge) for edge in edges))
    return replace(
        rated,
        stress_forward=np.where(own, streets.stress_forward, rated.stress_forward),
        stress_backward=np.where(own, streets.stress_backward, rated.stress_backward),
    )


def _extent(streets: Streets) -> gpd.GeoSeries:
    import geopandas as gpd

    return gpd.GeoSeries([land_area(streets)], crs=4326)


def _order(edge: _GraphEdge) -> tuple[Any, ...]:
    return edge.order


def _degrees(graph: nx.MultiDiGraph[Any], coords: Floats) -> Floats:
    from pyproj import CRS, Transformer

    crs = CRS.from_user_input(graph.graph["crs"])
    if not crs.equals(CRS.from_epsg(4326), ignore_axis_order=True):
        to_degrees = Transformer.from_crs(crs, 4326, always_xy=True)
        coords = np.stack(to_degrees.transform(coords[:, 0], coords[:, 1]), axis=1)
    if not np.isfinite(coords).all() or np.abs(coords).max() > 180:
        raise InputError(
            "crs-wrong", "the graph's coordinates do not fit its CRS; check graph.graph['crs']"
        )
    return polylines.quantise(coords)


def _edges(
    graph: nx.MultiDiGraph[Any],
    arcs: Sequence[Arc],
    place: Mapping[int, Floats],
) -> Iterable[_GraphEdge]:
    """Join arcs that run along the same way in opposite directions."""
    import shapely

    bent = [number for number, arc in enumerate(arcs) if arc[2].get("geometry") is not None]
    coords, owner = shapely.get_coordinates(
        [arcs[number][2]["geometry"] for number in bent], return_index=True
    )
    lines: dict[int, Floats] = {}
    if bent:
        pieces = np.split(_degrees(graph, coords), np.flatnonzero(np.diff(owner)) + 1)
        lines = dict(zip(bent, pieces, strict=True))
    groups: dict[tuple[Any, ...], list[_GraphEdge]] = {}
    for number, (tail, head, data) in enumerate(arcs):
        line = lines.get(number)
        if line is None:
            line = np.stack([place[tail], place[head]])
        ways = tuple(sorted(int(way) for way in _listed(data.get("osmid", -1))))
        edge = _GraphEdge(tail, head, ways, line, data, None)
        shape = min(line.tobytes(), line[::-1].tobytes())
        long = round(_mean(_numbers(data, "length")), 1)
        key = (ways, min(tail, head), max(tail, head), shape, str(long))
        groups.setdefault(key, []).append(edge)
    for group in groups.values():
        # osmnx marks the arc against the way; the other one gives the direction.
        group.sort(key=lambda edge: (any(_listed(edge.tags.get("reversed"))), edge.order))
        first = group[0]
        # through a barrier the line is the same both ways, round a circle the ends are
        ahead = first.tail, first.head, first.line.tobytes()
        back = [
            edge.tags for edge in group[1:] if (edge.tail, edge.head, edge.line.tobytes()) != ahead
        ]
        yield replace(first, back=back[0] if back else None)


def _listed(value: object) -> list[Any]:
    """Return a tag's values; simplified graphs carry lists, in no fixed order."""
    if isinstance(value, list | tuple | set):
        return sorted(value, key=str)
    return [] if value is None else [value]


_NOT_TAGS = ("osmid", "oneway", "reversed", "length", "speed_kph", "travel_time")
_KINDS: tuple[tuple[str, type], ...] = (
    ("way_id", np.int64),
    ("highway", np.uint8),
    ("built_up", np.bool_),
    ("access_forward", np.uint8),
    ("access_backward", np.uint8),
    ("maxspeed_forward_kmh", np.float32),
    ("maxspeed_backward_kmh", np.float32),
    ("fixed_duration_s", np.float32),
    ("surface", np.uint8),
    ("structure", np.uint8),
    ("climb_m", np.float32),
    ("descent_m", np.float32),
    ("stress_forward", np.uint8),
    ("stress_backward", np.uint8),
    ("shared", np.bool_),
)


def _values(edge: _GraphEdge) -> dict[str, list[str]]:
    """Return the values of each tag in the direction of the edge."""
    flip = any(_listed(edge.tags.get("reversed")))
    return {
        _turned(key) if flip else key: [str(value) for value in _listed(value)]
        for key, value in edge.tags.items()
        if isinstance(value, str | list | int | float) and key not in _NOT_TAGS
    }


def _tags(edge: _GraphEdge) -> dict[str, str]:
    """Return the first value of each tag."""
    tags = {key: listed[0] for key, listed in _values(edge).items() if listed}
    tags["oneway"] = "yes" if edge.back is None else "no"
    return tags


def _row(edge: _GraphEdge, country: str) -> dict[str, Any]:
    """Read what the tags of one edge mean."""
    if isinstance(edge.tags.get("modes"), str):
        return _own_row(edge)
    values = _values(edge)
    tags = _tags(edge)
    named = [{**tags, "highway": name} for name in values.get("highway", [])]
    classes = [highway_class(one) for one in named or [tags]]
    known = sorted((name for name in classes if name), key=HIGHWAYS.index)
    forward = backward = ALL if known else 0
    pushed = [0, 0]  # where it is on a part of the edge
    for name, access in itertools.product(known, values.get("access", [""])):
        ahead, against = way_access({**tags, "access": access}, name, country)
        forward, backward = forward & ahead, backward & against
        pushed = [pushed[0] | ahead & PUSHED, pushed[1] | against & PUSHED]
    forward, backward = (
        mask | way if mask & BICYCLE else mask
        for mask, way in zip((forward, backward), pushed, strict=True)
    )
    limits = [
        limits_kmh({**tags, "maxspeed": value})[:2] for value in values.get("maxspeed", [])
    ] or [limits_kmh(tags)[:2]]
    along, against_kmh = (_mean(column) for column in zip(*limits, strict=True))
    name = known[0] if known else "road"
    return {
        "way_id": edge.ways[0],
        "highway": HIGHWAYS.index(name),
        "built_up": built_up(tags, name, float(np.fmin(along, against_kmh))),
        "access_forward": forward,
        "access_backward": backward,
        "maxspeed_forward_kmh": along,
        "maxspeed_backward_kmh": against_kmh,
        "fixed_duration_s": np.nan,
        "surface": int(unpaved(tags, name)),
        "structure": structure(tags),
        "climb_m": np.nan,
        "descent_m": np.nan,
        "stress_forward": 0,
        "stress_backward": 0,
        "shared": False,
    }


def _own_row(edge: _GraphEdge) -> dict[str, Any]:
    """Read back what :func:`to_networkx` wrote."""
    back = edge.back or {}
    return {
        "way_id": edge.ways[0],
        "highway": HIGHWAYS.index(edge.tags["highway"]),
        "built_up": edge.tags["built_up"],
        "access_forward": _mask(edge.tags),
        "access_backward": _mask(back),
        "maxspeed_forward_kmh": edge.tags.get("maxspeed_kmh", np.nan),
        "maxspeed_backward_kmh": back.get("maxspeed_kmh", np.nan),
        "fixed_duration_s": edge.tags.get("fixed_duration_s", np.nan),
        "surface": int(edge.tags["unpaved"]),
        "structure": edge.tags.get("structure", 0),
        "climb_m": edge.tags.get("climb_m", np.nan),
        "descent_m": edge.tags.get("descent_m", np.nan),
        "stress_forward": edge.tags.get("stress", 0),
        "stress_backward": back.get("stress", 0),
        "shared": edge.tags.get("shared", False),
    }


def _mask(data: Mapping[str, Any]) -> int:
    modes = sum(mode_bit(mode) for mode in data.get("modes", "").split(",") if mode)
    return modes | PUSHED if data.get("pushed") else modes


def _country(data: Mapping[str, Any]) -> int:
    name = data.get("country", "")
    return COUNTRIES.index(name) if name in COUNTRIES else 0


def _turned(key: str) -> str:
    stem, _, end = key.rpartition(":")
    turned = {"forward": "backward", "backward": "forward"}.get(end)
    return f"{stem}:{turned}" if turned else key


def _mean(values: Iterable[float]) -> float:
    known = [value for value in values if not np.isnan(value)]
    return float(np.mean(known)) if known else np.nan


def to_networkx(network: NetworkData) -> nx.MultiDiGraph[Any]:
    """Convert the streets to a graph; see :meth:`grensgeo.network.Network.to_networkx`."""
    import networkx as nx
    import shapely

    streets = network.streets
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(crs="epsg:4326", simplified=True)
    names = [COUNTRIES[code] for code in streets.vertex_country]
    columns = (streets.vertex_id, streets.lon, streets.lat)
    for node, x, y, country in zip(*(column.tolist() for column in columns), names, strict=True):
        graph.add_node(node, x=x, y=y, country=country)
    table = SpeedTable.default()
    durations = {mode: durations_of(network, mode, speeds=table) for mode in MODES}
    measured = _measured(network)
    for edge in range(streets.n_edges):
        line = streets.coords[streets.coords_start[edge] : streets.coords_start[edge + 1]]
        tail = int(streets.vertex_id[streets.tail[edge]])
        head = int(streets.vertex_id[streets.head[edge]])
        usable = (int(streets.access_forward[edge]), int(streets.access_backward[edge]))
        for against, mask in enumerate(usable):
            if not mask:
                continue
            data = _arc(streets, edge, mask=mask, against=bool(against))
            data["oneway"] = not all(usable)
            data["geometry"] = shapely.LineString(line[::-1] if against else line)
            for mode in MODES:
                if mask & mode_bit(mode):
                    data[f"duration_{mode}_s"] = float(durations[mode][against][edge])
            if measured[against][edge] and "duration_car_s" in data:
                data["speed_kph"] = 3.6 * data["length"] / data["duration_car_s"]
            graph.add_edge(*((head, tail) if against else (tail, head)), **data)
    return graph


def _measured(network: NetworkData) -> tuple[Flags, Flags]:
    """Find where cars drive as was measured, or as a user of osmnx has set."""
    observed = network.observed_speeds
    if observed is None:
        nowhere = np.zeros(network.streets.n_edges, dtype=bool)
        return nowhere, nowhere
    return (
        ~(np.isnan(observed.forward_kmh) & np.isnan(observed.forward_factor)),
        ~(np.isnan(observed.backward_kmh) & np.isnan(observed.backward_factor)),
    )


def _arc(streets: Streets, edge: int, *, mask: int, against: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "osmid": int(streets.way_id[edge]),
        "highway": HIGHWAYS[streets.highway[edge]],
        "reversed": against,
        "length": float(streets.length_m[edge]),
        "country": COUNTRIES[streets.country[edge]],
        "built_up": bool(streets.built_up[edge]),
        "unpaved": bool(streets.surface[edge]),
        "modes": ",".join(mode for mode in MODES if mask & mode_bit(mode)),
    }
    if mask & PUSHED:
        data["pushed"] = True
    limits = streets.maxspeed_backward_kmh if against else streets.maxspeed_forward_kmh
    limit, fixed = float(limits[edge]), float(streets.fixed_duration_s[edge])
    if not np.isnan(limit):
        data["maxspeed_kmh"] = limit
        data["maxspeed"] = "none" if np.isinf(limit) else f"{limit:g}"
    if not np.isnan(fixed):
        data["fixed_duration_s"] = fixed
    stress = streets.stress_backward if against else streets.stress_forward
    if stress[edge]:
        data["stress"] = int(stress[edge])
    if streets.shared[edge]:
        data["shared"] = True
    if streets.structure[edge]:
        data["structure"] = int(streets.structure[edge])
    climb, descent = float(streets.climb_m[edge]), float(streets.descent_m[edge])
    if not np.isnan(climb):
        data["climb_m"], data["descent_m"] = (descent, climb) if against else (climb, descent)
    return data
