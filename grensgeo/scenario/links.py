"""Links of a network that may fail: sections of roads, ways, crossings of borders, lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.declared import ANY_NAMES, TEXT, WHOLES, documented, option, record_of, value_faults
from grensgeo.errors import Faults, InputError
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.modes import MODES, mode_bit
from grensgeo.network import HIGHWAYS
from grensgeo.network.road_refs import plain_refs
from grensgeo.scenario.border_changes import close_crossings, crossing_vertices
from grensgeo.scenario.checks import as_names, as_ways, unknown_name, unknown_ways
from grensgeo.scenario.line_changes import line_faults, with_lines
from grensgeo.scenario.line_stops import called_at
from grensgeo.scenario.modifications.remove_line import RemoveLine
from grensgeo.scenario.street_changes import close_edges
from grensgeo.scenario.timetable_changes import lines_of, trips_of
from grensgeo.scenario.trip_pieces import cut_trips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Flags, Floats, Longs
    from grensgeo.errors import Fault
    from grensgeo.gtfs import Feed
    from grensgeo.network import Network, Streets
    from grensgeo.region.region import Region
    from grensgeo.scenario.trip_pieces import Call

#: What a link may be.
LINK_KINDS = ("section", "ref", "way", "bridge", "crossing", "line", "line-section")
_OF_LINES = ("line", "line-section")
_BRIDGE = 1


@documented
@dataclass(frozen=True)
class LinkChoice:
    """Which links are looked at.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> LinkChoice("section", refs=("N18", "A31")).kind
    'section'
    """

    kind: str = field(
        default="section",
        metadata=option(
            TEXT, "what a link is: a `section` of a road between two junctions, all of a road "
            "number (`ref`), a `way` of OpenStreetMap, a `bridge`, a `crossing` of a border, a "
            "`line` of public transport, or a `line-section` between two stops",
            choices=LINK_KINDS,
        ),
    )  # fmt: skip
    refs: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "only roads of these numbers, as N35 or B54",
            absent="all roads that have a number; of bridges all",
        ),
    )  # fmt: skip
    ways: tuple[int, ...] = field(
        default=(),
        metadata=option(
            WHOLES, "only these ways, by their ids as OpenStreetMap numbers them",
            absent="all that fit",
        ),
    )  # fmt: skip
    lines: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "only these lines of public transport, of `line` and `line-section`",
            absent="all",
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += value_faults(record_of(type(self)), {"kind": self.kind})
        for name in ("refs", "lines"):
            names, wrong = as_names(getattr(self, name), name=name)
            faults += wrong
            object.__setattr__(self, name, names)
        ways, wrong = as_ways(self.ways)
        faults += wrong
        object.__setattr__(self, "ways", ways)
        if not faults:
            streets_only = self.kind in _OF_LINES and (self.refs or self.ways)
            if streets_only or (self.lines and self.kind not in _OF_LINES):
                what = "refs and ways are for streets" if streets_only else "lines are no streets"
                faults.add("option-unfit", f"kind {self.kind}: {what}; leave them out")
            if self.kind == "crossing" and self.refs:
                faults.add("option-unfit", "kind crossing: a crossing has no number; give ways")
        if faults:
            raise InputError.of(faults, where="links")


@dataclass(frozen=True, eq=False)
class Link:
    """One link that may fail.

    Attributes
    ----------
    link
        What names it among the others.
    kind
        One of :data:`LINK_KINDS`.
    name
        What people call it.
    ref
        Numbers of its road, or its line; empty where it has none.
    geometry
        Where it is, EPSG:4326.
    closed
        Returns a network without it.
    """

    link: str
    kind: str
    name: str
    ref: str
    geometry: BaseGeometry
    closed: Callable[[Network], Network]


def find_links(
    network: Network, choice: LinkChoice, *, mode: str, region: Region | None = None
) -> list[Link]:
    """Find the links of a network.

    Parameters
    ----------
    network
        The network.
    choice
        Which.
    mode
        The street mode by which they are used: others' paths end no section.
    region
        Names the ends of sections after the nearest main places.

    Returns
    -------
    list of Link
        In an order that depends on the network alone.

    Raises
    ------
    InputError
        With everything at once that the network does not have.
    """
    faults = Faults()
    if choice.kind in _OF_LINES:
        if not network.feeds:
            text = "links: the network has no public transport"
            faults.add("no-public-transport", text)
        faults += [fault for line in choice.lines for fault in line_faults(network, line)]
    else:
        faults += _street_faults(network, choice)
    if faults:
        raise InputError.of(faults)
    found = list(_KINDS[choice.kind](network, choice, mode, _Places(region)))
    if not found:
        raise InputError("nothing-selected", f"links: the network has no {choice.kind} that fits")
    return found


def _street_faults(network: Network, choice: LinkChoice) -> list[Fault]:
    faults = Faults()
    known = network.refs.names()
    for ref in choice.refs:
        if not set(plain_refs(ref)) & set(known):
            faults.append(unknown_name(ref, known, "road"))
    faults += unknown_ways(network.streets, choice.ways)
    return faults


class _Places:
    """Names of main places, by which ends of sections are called."""

    def __init__(self, region: Region | None) -> None:
        self.tree, self.names = None, np.zeros(0, dtype=object)
        if region is not None and len(region.places):
            from scipy.spatial import KDTree

            lonlat = region.places[["lon", "lat"]].to_numpy(dtype=np.float64)
            self.scale = np.array([np.cos(np.radians(lonlat[:, 1].mean())), 1.0])
            self.tree = KDTree(lonlat * self.scale)
            self.names = region.places["name"].to_numpy(dtype=object)

    def near(self, lonlat: Floats) -> list[str]:
        """Return the name of the nearest place to each point, each once."""
        if self.tree is None or not len(lonlat):
            return []
        _, at = self.tree.query(np.asarray(lonlat) * self.scale)
        return [str(name) for name in dict.fromkeys(self.names[np.atleast_1d(at)].tolist())]

    def called(self, what: str, lonlat: Floats) -> str:
        """Return what a link with these ends is called."""
        return f"{what} {' - '.join(self.near(lonlat))}".strip()


def _chosen(network: Network, choice: LinkChoice, mode: str) -> Longs:
    """Return the edges that fit and that a mode may use."""
    streets = network.streets
    used = (streets.access_forward | streets.access_backward) & np.uint8(mode_bit(mode)) > 0
    if choice.ways:
        used &= np.isin(streets.way_id, choice.ways)
    if choice.refs:
        used &= network.refs.along(streets.way_id, choice.refs)
    elif not choice.ways and choice.kind in ("section", "ref"):
        used &= np.isin(streets.way_id, network.refs.way_id)
    if choice.kind == "bridge":
        used &= streets.structure == _BRIDGE
    return np.flatnonzero(used).astype(np.int64)


def _groups(streets: Streets, edges: Longs, labels: Longs, through: Flags) -> list[Longs]:
    """Group edges of one label that hang together at vertices that one passes through."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    n = len(edges)
    vertex = np.concatenate([streets.tail[edges], streets.head[edges]])
    number = np.tile(np.arange(n), 2)
    inside = through[vertex]
    keys = vertex[inside].astype(np.int64) * (int(labels.max(initial=0)) + 1)
    keys += labels[number[inside]]
    _, place = np.unique(keys, return_inverse=True)
    size = n + int(place.max(initial=-1)) + 1
    ones = np.ones(len(place), dtype=np.int8)
    joined = csr_array((ones, (number[inside], n + place)), shape=(size, size))
    _, part = connected_components(joined, directed=False)
    order = np.argsort(part[:n], kind="stable")
    cuts = np.flatnonzero(np.diff(part[:n][order])) + 1
    groups = [np.sort(edges[each]) for each in np.split(order, cuts)] if n else []
    return sorted(groups, key=lambda group: int(group[0]))


def _numbers(network: Network, edges: Longs) -> list[str]:
    """Return the road numbers of each edge, joined."""
    streets, refs = network.streets, network.refs
    by_way: dict[int, list[str]] = {}
    for way, ref in zip(refs.way_id.tolist(), refs.ref.tolist(), strict=True):
        by_way.setdefault(way, []).append(ref)
    return ["/".join(by_way.get(way, [])) for way in streets.way_id[edges].tolist()]


def _sections(network: Network, choice: LinkChoice, mode: str, places: _Places) -> Iterator[Link]:
    """Yield sections of roads, or bridges: they end where a mode has a choice."""
    streets = network.streets
    edges = _chosen(network, choice, mode)
    numbers = _numbers(network, edges)
    known = {ref: number for number, ref in enumerate(dict.fromkeys(numbers))}
    labels = np.array([known[ref] for ref in numbers], dtype=np.int64)
    used = (streets.access_forward | streets.access_backward) & np.uint8(mode_bit(mode)) > 0
    ends = np.concatenate([streets.tail[used], streets.head[used]])
    through = np.bincount(ends, minlength=streets.n_vertices) == 2
    if choice.kind == "bridge":
        through[:] = True  # a bridge is one, whatever meets on it
    named = dict(zip(edges.tolist(), numbers, strict=True))
    for group in _groups(streets, edges, labels, through):
        ref = named[int(group[0])]
        way = int(streets.way_id[group[0]])
        what = ref or HIGHWAYS[streets.highway[group[0]]]
        name = places.called(what, _outer_ends(streets, group))
        link = f"{choice.kind}-{way}-{group[0]}"
        yield _street_link(network, group, link=link, name=name, ref=ref)


def _by_ref(network: Network, choice: LinkChoice, mode: str, places: _Places) -> Iterator[Link]:
    """Yield whole roads by their numbers."""
    del places
    streets, edges = network.streets, _chosen(network, choice, mode)
    wanted = {ref for text in choice.refs for ref in plain_refs(text)}
    for ref in network.refs.names():
        group = edges[network.refs.along(streets.way_id[edges], [ref])]
        if len(group) and (not wanted or ref in wanted):
            yield _street_link(network, group, link=f"ref-{ref}", name=ref, ref=ref)


def _by_way(network: Network, choice: LinkChoice, mode: str, places: _Places) -> Iterator[Link]:
    """Yield ways of OpenStreetMap."""
    streets, edges = network.streets, _chosen(network, choice, mode)
    order = edges[np.argsort(streets.way_id[edges], kind="stable")]
    cuts = np.flatnonzero(np.diff(streets.way_id[order])) + 1
    for group in np.split(order, cuts) if len(order) else []:
        way, ref = int(streets.way_id[group[0]]), _numbers(network, group[:1])[0]
        what = ref or f"{HIGHWAYS[streets.highway[group[0]]]} {way}"
        name = places.called(what, _outer_ends(streets, group))
        yield _street_link(network, group, link=f"way-{way}", name=name, ref=ref)


def _crossings(network: Network, choice: LinkChoice, mode: str, places: _Places) -> Iterator[Link]:
    """Yield the vertices at which streets that a mode may use cross a border."""
    from shapely.geometry import Point

    streets = network.streets
    vertices = crossing_vertices(streets)
    for vertex in vertices.tolist():
        at = np.flatnonzero((streets.tail == vertex) | (streets.head == vertex))
        access = (streets.access_forward[at] | streets.access_backward[at]) & mode_bit(mode)
        countries = {int(code) for code in streets.country[at[access > 0]].tolist()} - {0}
        ways = set(streets.way_id[at].tolist())
        if len(countries) < 2 or (choice.ways and not ways & set(choice.ways)):
            continue
        lonlat = np.array([[streets.lon[vertex], streets.lat[vertex]]])
        numbers = [ref for text in _numbers(network, at) for ref in text.split("/") if ref]
        ref = "/".join(dict.fromkeys(numbers))
        close = partial(close_crossings, vertices=np.array([vertex], np.int32), modes=MODES)
        # what has no digit is a name and no number, and says itself where it is
        numbered = not ref or any(one.isdigit() for one in ref)
        name = places.called(ref, lonlat) if numbered else ref.title()
        name = name or HIGHWAYS[streets.highway[at[0]]]
        link = f"crossing-{int(streets.vertex_id[vertex])}"
        yield Link(link, "crossing", name, ref, Point(*lonlat[0]), close)


def _street_link(network: Network, group: Longs, *, link: str, name: str, ref: str) -> Link:
    """Return a link of edges."""
    import shapely

    streets = network.streets
    start = streets.coords_start
    lines = [
        shapely.LineString(streets.coords[start[edge] : start[edge + 1]])
        for edge in group.tolist()
        if start[edge + 1] - start[edge] > 1
    ]
    close = partial(close_edges, edges=group, modes=MODES, what=name)
    kind = link.partition("-")[0]
    return Link(link, kind, name, ref, shapely.MultiLineString(lines), close)


def _outer_ends(streets: Streets, group: Longs) -> Floats:
    """Return where a group of edges begins and ends: vertices at which one of them ends alone."""
    vertex, count = np.unique(
        np.concatenate([streets.tail[group], streets.head[group]]), return_counts=True
    )
    ends = vertex[count == 1]
    at = ends if len(ends) else vertex[:1]
    return np.column_stack([streets.lon[at], streets.lat[at]])


def _lines(network: Network, choice: LinkChoice, mode: str, places: _Places) -> Iterator[Link]:
    """Yield lines of public transport."""
    del mode, places
    for line in choice.lines or lines_of(network.feeds):
        masks, _ = trips_of(network.feeds, line)
        shape = _line_shape(network, masks)
        yield Link(f"line-{line}", "line", line, line, shape, RemoveLine(line).apply)


def _line_shape(network: Network, masks: Sequence[Flags]) -> BaseGeometry:
    """Return the stops of a line."""
    import shapely

    points = [
        feed.stops[["stop_lon", "stop_lat"]].to_numpy(dtype=np.float64)[called_at(feed, mask)]
        for feed, mask in zip(network.feeds, masks, strict=True)
    ]
    return shapely.MultiPoint(np.concatenate(points))


def _line_sections(
    network: Network, choice: LinkChoice, mode: str, places: _Places
) -> Iterator[Link]:
    """Yield what lies between two stops of a line that follow each other, in both directions."""
    import shapely

    del mode, places
    for line in choice.lines or lines_of(network.feeds):
        masks, _ = trips_of(network.feeds, line)
        found: dict[tuple[str, str], Floats] = {}
        for feed, mask in zip(network.feeds, masks, strict=True):
            names = _station_names(feed)
            place = feed.stops[["stop_lon", "stop_lat"]].to_numpy(dtype=np.float64)
            for trip in np.flatnonzero(mask).tolist():
                stops = feed.calls.stop[feed.calls.start[trip] : feed.calls.start[trip + 1]]
                for one, other in zip(stops[:-1].tolist(), stops[1:].tolist(), strict=True):
                    pair = names[one], names[other]
                    if pair[0] != pair[1] and pair[::-1] not in found:
                        found.setdefault(pair, place[[one, other]])
        for (one, other), lonlat in found.items():
            cut = partial(_cut_line, line=line, ends=frozenset((one, other)))
            name = f"{line} {one} - {other}"
            shape = shapely.LineString(lonlat)
            yield Link(f"line-section-{name}", "line-section", name, line, shape, cut)


def _station_names(feed: Feed) -> list[str]:
    """Return the name of each stop, or of its station."""
    parent = feed.stops["parent"].to_numpy()
    own = np.where(parent >= 0, parent, np.arange(len(parent)))
    return [str(name) for name in feed.stops["stop_name"].to_numpy(dtype=object)[own]]


def _cut_line(network: Network, *, line: str, ends: frozenset[str]) -> Network:
    """Return a network in which the trips of a line end before a section and begin behind it."""
    network = replace(network, feeds=interlace(network.feeds))
    masks, _ = trips_of(network.feeds, line)
    feeds = [
        _cut_between(feed, mask, ends) if mask.any() else feed
        for feed, mask in zip(network.feeds, masks, strict=True)
    ]
    return with_lines(network, [feed for feed in feeds if np.size(feed.calls.stop)], ())


def _cut_between(feed: Feed, mask: Flags, ends: frozenset[str]) -> Feed:
    """Return a feed whose trips, of some, do not run between two stations in a row."""
    names = _station_names(feed)

    def parted(calls: list[Call]) -> list[list[Call]]:
        parts = [calls[:1]]
        for before, call in pairwise(calls):
            if {names[before[0]], names[call[0]]} == ends:
                parts.append([])
            parts[-1].append(call)
        return parts

    return cut_trips(feed, mask, parted)


_KINDS = {
    "section": _sections,
    "bridge": _sections,
    "ref": _by_ref,
    "way": _by_way,
    "crossing": _crossings,
    "line": _lines,
    "line-section": _line_sections,
}
