"""Isochrones: the area within reach of an origin, as nested polygons.

A grid is laid over the network. Its nodes are destinations like any other: they are snapped by
the same rules and get the same times as in a matrix, on streets from one sweep that gives the
seconds to both ends of every stretch within reach. The isochrone is the contour of these times,
so a point lies inside it when the matrix says that it is reached, up to ``width_m`` from its edge.
A street between the nodes is held to the same: where it is reached and none of those around is,
one is brought in, and a dot stands for it. So is what lies between nodes that are reached and is
not, halfway between streets or on a street that none of them is nearest to: one of them stays out,
and a hole stands for it.
Between a node that is reached and one that is not (beyond a river, or off the network) the line
runs in the middle. The polygon depends on the origin, the trip and the cutoff, and on nothing else
that is asked with them.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Faults, GrensgeoWarning, InputError, some
from grensgeo.extras import progress_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Floats, Longs, Singles
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.compute import Journeys
    from grensgeo.traveltimes.lattice import GridWindow, Plane
    from grensgeo.traveltimes.legs import ModeStreets, Places, StreetTimes
    from grensgeo.traveltimes.router import Router

    _Turned = Callable[[float], tuple[Longs, Floats]]


#: Distances between nodes that can be asked for, metres: finer than this a place is not known,
#: and coarser than that a grid shows no street at all.
_FINEST_M, _COARSEST_M = 0.5, 10_000

#: Distance between nodes where no resolution is given, metres; it is doubled until the grid of the
#: whole network has at most so many nodes: the farther one gets, the coarser. By public transport
#: each node costs a search.
_CELL_M, _TRANSIT_CELL_M = 12.5, 50.0
_MOST_ALL = {
    "walk": 64_000_000, "bicycle": 16_000_000, "ebike": 16_000_000, "car": 4_000_000,
    "transit": 4_000_000,
}  # fmt: skip

#: How wide the edge of an area is, in distances between nodes.
_WIDTHS = 2.0

#: Most grid nodes for one origin.
_MOST_NODES = 8_000_000

#: Corners of polygons are whole multiples of this, about a centimetre.
_PRECISION_DEGREES = 1e-7


def isochrones(
    network: Network | Router,
    origins: pd.DataFrame,
    trip: Trip,
    *,
    cutoffs_min: Sequence[float] | float,
    resolution_m: float | None = None,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> gpd.GeoDataFrame:
    """Compute the area within reach of each origin.

    Parameters
    ----------
    network
        The network, or a :class:`grensgeo.Router` of it.
    origins
        Places, as for :func:`grensgeo.traveltimes.travel_times`.
    trip
        Mode, limits and legs.
    cutoffs_min
        Minutes, door to door.
    resolution_m
        Distance between the nodes of the grid, metres, for all origins and cutoffs. If None,
        12.5 m (50 m by public transport), doubled until the grid of the whole network has at most
        64 million nodes on foot, 16 million by bicycle, 4 million by car and public transport:
        what it is stands in the result.
    speeds
        Speed table; the one that comes with grensgeo if not given.
    progress
        Show a progress bar.

    Returns
    -------
    GeoDataFrame
        ``from_id``, ``cutoff_min``, ``mode``, ``resolution_m`` (distance between nodes),
        ``width_m`` (twice that: a point farther than this from the edge lies on the side on which
        the matrix has it, but for what is not reached, or by public transport reached, and
        narrower than a quarter of the distance between nodes), ``geometry`` (valid polygons and
        multipolygons with holes, EPSG:4326): a row for each origin and cutoff, origins in the
        order given, cutoffs rising. The polygons of an origin contain it, and each contains the
        smaller ones. That of an origin and a cutoff is the same whatever other origins and
        cutoffs are asked.

    Raises
    ------
    InputError
        If the origins, cutoffs or resolution cannot be true, the cutoffs go beyond the trip's
        ``max_min``, the grid would have too many nodes, or no origin is on the network.

    Warns
    -----
    GrensgeoWarning
        If some origins are not on the network; they have no rows.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from grensgeo.network import Network
    >>> from grensgeo.traveltimes import Trip
    >>> graph = nx.MultiDiGraph(crs="epsg:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.89, "y": 52.22}), (2, {"x": 6.90, "y": 52.22})])
    >>> street = {"osmid": 1, "highway": "residential", "length": 683.4, "oneway": False}
    >>> _ = graph.add_edge(1, 2, **street), graph.add_edge(2, 1, **street)
    >>> network = Network.from_osmnx(graph)
    >>> places = pd.DataFrame({"id": ["a", "b"], "lon": [6.89, 6.90], "lat": [52.22, 52.22]})
    >>> areas = isochrones(network, places, Trip("walk"), cutoffs_min=[2, 4])
    >>> areas[["from_id", "cutoff_min"]].to_numpy().tolist()
    [['a', 2.0], ['a', 4.0], ['b', 2.0], ['b', 4.0]]
    """
    import geopandas as gpd
    from geopandas.array import from_shapely

    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.legs import Places
    from grensgeo.traveltimes.router import keep_at_home, network_of

    network = network_of(network)
    cutoffs = _cutoffs(cutoffs_min, trip, resolution_m)
    places = Places.read(network, origins, where="origins")
    upto = trip if trip.max_min == cutoffs[-1] else replace(trip, max_min=cutoffs[-1])
    start = prepare(network, places, _nowhere(), upto, speeds=speeds)
    kept = np.flatnonzero(_on_network(start, places))
    cell_m = _default_m(network, trip) if resolution_m is None else float(resolution_m)
    asked = _Question(network, trip, start, places, cutoffs, cell_m, speeds)
    minutes_of = _by_matrix if trip.mode == "transit" else _by_streets
    geometry: list[BaseGeometry] = []
    with progress_bar(len(kept), f"isochrones by {trip.mode}", shown=progress) as bar:
        for row in kept.tolist():
            nodes = minutes_of(asked, row)
            geometry += [_area(asked, row, nodes, cutoff) for cutoff in cutoffs]
            bar.update()
    keep_at_home(network)
    # as columns: one by one geopandas would look through the table for each again
    return gpd.GeoDataFrame(
        {
            "from_id": np.repeat(places.ids[kept], len(cutoffs)),
            "cutoff_min": np.tile(np.array(cutoffs), len(kept)),
            "mode": np.full(len(geometry), trip.mode, dtype=object),
            "resolution_m": np.full(len(geometry), cell_m),
            "width_m": np.full(len(geometry), _WIDTHS * cell_m),
            "geometry": from_shapely(geometry, crs=4326),
        },
        geometry="geometry",
    )


def _cutoffs(
    cutoffs_min: Sequence[float] | float, trip: Trip, resolution_m: float | None
) -> tuple[float, ...]:
    """Check cutoffs and resolution; give the cutoffs rising."""
    faults = Faults()
    given = cutoffs_min
    if isinstance(given, (int, float, np.number)):
        given = (float(given),)
    try:
        cutoffs = tuple(sorted(float(value) for value in given))
    except (TypeError, ValueError):
        raise InputError(
            "cutoffs-wrong",
            f"isochrones: cutoffs_min is {cutoffs_min!r}, expected minutes such as (15, 30)",
        ) from None
    wrong = [value for value in cutoffs if not (math.isfinite(value) and value > 0)]
    if wrong or not cutoffs:
        faults.add("cutoffs-wrong", f"cutoffs_min is {list(given)}, expected minutes above 0")
    if len(set(cutoffs)) < len(cutoffs):
        faults.add("cutoffs-wrong", f"cutoffs_min is {list(given)}, expected each once")
    if not wrong and cutoffs and trip.max_min is not None and cutoffs[-1] > trip.max_min:
        faults.add(
            "cutoff-beyond-times",
            f"cutoff {cutoffs[-1]:g} is beyond the trip's max_min {trip.max_min:g}; raise max_min",
        )
    if resolution_m is not None and not _FINEST_M <= resolution_m <= _COARSEST_M:
        faults.add(
            "out-of-range",
            f"resolution_m is {resolution_m}, expected metres from {_FINEST_M:g} to "
            f"{_COARSEST_M:,}",
        )
    if faults:
        raise InputError.of(faults, where="isochrones")
    return cutoffs


def _nowhere() -> Places:
    """Return no places at all."""
    from grensgeo.traveltimes.legs import Places

    return Places(np.zeros(0, dtype=object), np.zeros((0, 2)))


def _on_network(start: Journeys, places: Places) -> npt.NDArray[np.bool_]:
    """Find the origins that are on the network, and warn of those that are not."""
    from grensgeo.network.snapping import SNAPPED, STATUSES

    snapping = start.from_snapping
    kept: npt.NDArray[np.bool_] = snapping.status == SNAPPED
    lost = [
        f"{name} ({STATUSES[status]})"
        for name, status in zip(snapping.ids[~kept], snapping.status[~kept], strict=True)
    ]
    if lost and not kept.any():
        raise InputError(
            "not-on-network",
            f"isochrones: no origin is on the network: {some(lost)}; raise max_snap_m, correct "
            "their coordinates or build the network from an extract that covers them",
        )
    if lost:
        warnings.warn(
            GrensgeoWarning(
                "not-on-network",
                f"{len(lost)} of {len(places)} origins are not on the network and have no "
                f"isochrones: {some(lost)}; raise max_snap_m or correct their coordinates",
            ),
            stacklevel=3,
        )
    return kept


def _default_m(network: Network, trip: Trip) -> float:
    """Return the distance between nodes where none was asked for: the network and mode decide."""
    from grensgeo.traveltimes.lattice import Plane

    lon, lat = network.streets.lon, network.streets.lat
    corners = np.array([[lon.min(), lat.min()], [lon.max(), lat.max()]])
    width, height = np.ptp(Plane.of(network).to_metres(corners), axis=0)
    cell_m = _TRANSIT_CELL_M if trip.mode == "transit" else _CELL_M
    while width * height / cell_m**2 > _MOST_ALL[trip.mode]:
        cell_m *= 2
    return cell_m


@dataclass(frozen=True, eq=False)
class _Question:
    """What isochrones are asked for, and what is known of it."""

    network: Network
    trip: Trip
    start: Journeys
    places: Places
    cutoffs: tuple[float, ...]
    cell_m: float
    speeds: SpeedTable | None

    @cached_property
    def plane(self) -> Plane:
        """The network's plane."""
        from grensgeo.traveltimes.lattice import Plane

        return Plane.of(self.network)

    @property
    def margin_min(self) -> float:
        """Minutes of a walk from one node to the next."""
        from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

        return self.cell_m / (OFF_NETWORK_KMH / 0.06)

    def window(self, row: int, boxes: list[Floats]) -> GridWindow:
        """Return the nodes around an origin, its street and all else within reach."""
        from grensgeo.traveltimes.lattice import GridWindow, edge_boxes
        from grensgeo.traveltimes.legs import snap_limit_m

        spot = self.plane.to_metres(self.places.lonlat[row : row + 1])[0]
        edge = int(self.start.from_snapping.edge[row])
        corners = np.stack([np.tile(spot, 2), edge_boxes(self.network)[edge], *boxes])
        far_m = self.plane.stretch * snap_limit_m(self.network, self.trip) + 2 * self.cell_m
        low, high = corners[:, :2].min(axis=0) - far_m, corners[:, 2:].max(axis=0) + far_m
        result = GridWindow.around(np.concatenate([low, high]), self.cell_m)
        if result.size > _MOST_NODES:
            raise InputError(
                "too-large",
                f"isochrones: at resolution_m {self.cell_m:g} one of them needs {result.size:,} "
                f"grid nodes, more than {_MOST_NODES:,}; choose a coarser resolution or shorter "
                "cutoffs",
            )
        return result


def _by_streets(asked: _Question, row: int) -> tuple[GridWindow, Floats, _Turned]:
    """Return the minutes through the streets from one origin to nodes, from one sweep."""
    from grensgeo.routing.streets.times import many_to_many
    from grensgeo.traveltimes.lattice import Lattice
    from grensgeo.traveltimes.legs import ModeStreets

    network, trip = asked.network, asked.trip
    times, country = _part_of(asked, row)
    streets = ModeStreets.of(network, trip.mode, trip, speeds=asked.speeds, country=country)
    cutoff_s = 60.0 * asked.cutoffs[-1] - times.park_s
    by_vertex = many_to_many(
        times.metric.timed,
        times.origins[row : row + 1],
        destinations=times.metric.everywhere,
        limit_s=max(cutoff_s + 60.0 * asked.margin_min, 0.0),
    )[0]
    window = asked.window(row, _box_by_streets(times, network, by_vertex, cutoff_s))
    # what is farther from a cutoff than a walk to the next node counts as that far
    exact = asked.cutoffs[0] - 1.01 * asked.margin_min, asked.cutoffs[-1] + 1.01 * asked.margin_min
    found = Lattice(streets, asked.cell_m).minutes(times, row, by_vertex, window, exact_min=exact)
    return window, found.minutes, partial(found.turned, margin_min=asked.margin_min)


def _part_of(asked: _Question, row: int) -> tuple[StreetTimes, str | None]:
    """Return the times of the country that an origin lies in; of all where borders are open."""
    from grensgeo.traveltimes.compute import countries_of
    from grensgeo.traveltimes.legs import ModeStreets, StreetTimes

    network, trip, country = asked.network, asked.trip, None
    parts = [part for part in asked.start.parts if isinstance(part, StreetTimes)]
    if trip.foreign_routing:
        return parts[0], None
    anywhere = ModeStreets.of(network, trip.mode, trip, speeds=asked.speeds)
    codes = countries_of(network, asked.places, anywhere.snap(asked.places)).tolist()
    present = [code for code in COUNTRIES[1:] if code in codes]
    country = codes[row]
    return parts[present.index(country)], country


def _box_by_streets(
    times: StreetTimes, network: Network, by_vertex: Singles, cutoff_s: float
) -> list[Floats]:
    """Return the box around every edge that is reached at one end at least, if there is any."""
    from grensgeo.traveltimes.lattice import box_within, vertex_boxes

    box = box_within(by_vertex, cutoff_s, vertex_boxes(network, times.metric))
    return [box] if np.isfinite(box[0]) else []


def _by_matrix(asked: _Question, row: int) -> tuple[GridWindow, Floats, _Turned]:
    """Return the minutes by public transport from one origin to nodes, as in any matrix."""
    from grensgeo.traveltimes.between_nodes import look_between
    from grensgeo.traveltimes.compute import prepare
    from grensgeo.traveltimes.lattice import Lattice
    from grensgeo.traveltimes.legs import ModeStreets, Places

    network, trip, speeds = asked.network, asked.trip, asked.speeds
    window = asked.window(row, _boxes_by_transit(asked, row))
    ending = ModeStreets.of(network, trip.egress, trip, speeds=speeds)
    lattice = Lattice(ending, asked.cell_m)
    places = asked.places
    country = None if places.country is None else places.country[[row]]
    origin = Places(places.ids[[row]], places.lonlat[[row]], country)
    # beyond the cutoff by a walk across a cell, which tells where the line runs
    further = replace(trip, max_min=asked.cutoffs[-1] + asked.margin_min)

    def find(spots: Floats) -> Singles:
        """Return the minutes to places, given in distances between nodes."""
        lonlat = asked.plane.to_degrees(spots * asked.cell_m)
        to = Places(np.full(len(spots), "", dtype=object), lonlat)
        found: Singles = prepare(network, origin, to, further, speeds=speeds).minutes(slice(0, 1))
        one: Singles = found[0]
        return one

    on = lattice.edges(window) >= 0
    minutes = np.full(window.shape, np.nan)
    minutes[on] = find((np.argwhere(on)[:, ::-1] + (window.west, window.south)).astype(float))
    looks = look_between(
        window,
        lattice.pool(window),
        minutes,
        asked.cutoffs,
        stops=_off_stops(asked, ending, window),
        margin_min=asked.margin_min,
        find=find,
    )
    turned = partial(looks.turned, window, minutes, margin_min=asked.margin_min)
    return window, minutes, turned


def _off_stops(asked: _Question, ending: ModeStreets, window: GridWindow) -> Floats:
    """Return where one sets foot on a street from each stop, in distances between nodes.

    And from places between two that are no farther apart than nodes are: one comes now from the
    one and now from the other, so that neither need be the place that is reached first.
    """
    import shapely
    from scipy.spatial import KDTree

    from grensgeo.network.snapping import SNAPPED
    from grensgeo.polylines import take_lines
    from grensgeo.traveltimes.legs import Places, StreetTimes

    parts = [part for part in asked.start.parts if not isinstance(part, StreetTimes)]
    stops = np.unique(np.concatenate([np.empty((0, 2)), *(p.stop_lonlat for p in parts)]), axis=0)
    spots = asked.plane.to_metres(stops) / asked.cell_m
    low, high = (window.west, window.south), (window.east, window.north)
    near = ((spots >= low) & (spots <= high)).all(axis=1)
    stops, spots = stops[near], spots[near]
    one, other = KDTree(spots).query_pairs(1.0, output_type="ndarray").T
    between = [stops[one] + (stops[other] - stops[one]) * share for share in (0.25, 0.5, 0.75)]
    lonlat = np.concatenate([stops, *between])
    snapping = ending.snap(Places(np.full(len(lonlat), "", dtype=object), lonlat))
    on = snapping.status == SNAPPED
    streets, edge = asked.network.streets, snapping.edge[on]
    start, corners = take_lines(streets.coords_start, edge.astype(np.int64))
    owner = np.repeat(np.arange(len(edge)), np.diff(start))
    lines = shapely.linestrings(streets.coords[corners], indices=owner)
    feet = shapely.line_interpolate_point(lines, snapping.fraction[on], normalized=True)
    return asked.plane.to_metres(shapely.get_coordinates(feet)) / asked.cell_m


def _boxes_by_transit(asked: _Question, row: int) -> list[Floats]:
    """Return the boxes of what is reached on the way to a stop, and from each in the time left."""
    from grensgeo.traveltimes.legs import StreetTimes

    cutoff_s, found = 60.0 * asked.cutoffs[-1], []
    for part in asked.start.parts:
        if isinstance(part, StreetTimes):
            continue
        own = part.direct.to_vertices(slice(row, row + 1))[0]
        found += _box_by_streets(part.direct, asked.network, own, cutoff_s)
        left = np.minimum(
            60.0 * asked.trip.max_egress_min, cutoff_s - part.at_stops(slice(row, row + 1))[0]
        )
        at = np.flatnonzero(left > 0)
        if len(at):
            fastest = asked.plane.stretch * _fastest_ms(asked.network, asked.trip.egress)
            reach = (left[at] * fastest)[:, None]
            xy = asked.plane.to_metres(part.stop_lonlat)[at]
            found.append(np.concatenate([(xy - reach).min(axis=0), (xy + reach).max(axis=0)]))
    return found


def _fastest_ms(network: Network, mode: str) -> float:
    """Return the highest speed of a mode anywhere on the network, metres a second."""
    lengths = network.streets.length_m
    fastest = 0.0
    for seconds in network.durations_s(mode):
        moving = seconds > 0
        if moving.any():
            fastest = max(fastest, float((lengths[moving] / seconds[moving]).max()))
    return fastest


def _area(
    asked: _Question,
    row: int,
    nodes: tuple[GridWindow, Floats, _Turned],
    cutoff_min: float,
) -> BaseGeometry:
    """Draw the area of one origin and cutoff, in degrees."""
    from grensgeo.traveltimes.outlines import outline
    from grensgeo.traveltimes.surface import surface_of

    spot = asked.plane.to_metres(asked.places.lonlat[row : row + 1])[0]
    window, minutes, turned = nodes
    node, value = turned(cutoff_min)
    kept = minutes.ravel()[node]
    minutes.ravel()[node] = value
    surface = surface_of(
        window, asked.cell_m, minutes, cutoff_min, margin_min=asked.margin_min, spot=spot
    )
    minutes.ravel()[node] = kept

    def rounded(metres: Floats) -> Floats:
        whole: Floats = np.round(asked.plane.to_degrees(metres) / _PRECISION_DEGREES)
        return whole * _PRECISION_DEGREES

    return outline(surface, to_degrees=rounded)
