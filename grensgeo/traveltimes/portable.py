"""Take a network out of the library, so that a page can compute the same travel times itself.

What leaves is plain arrays: edges with lengths, seconds per metre by class of edge, where every
place stands on the streets, and the timetable of each trip's date. The scripts
of ``js/src/engine`` compute from them what :func:`grensgeo.travel_times` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Faults, InputError, some
from grensgeo.gtfs.timetable.on_date import MIN_CHANGE_S
from grensgeo.modes import mode_bit
from grensgeo.network.delays import measure_delays
from grensgeo.network.snapping import NOT_SNAPPED, snap_lonlat
from grensgeo.provenance import Provenance
from grensgeo.traveltimes.departures import uses_timetable
from grensgeo.traveltimes.headway_times import direct_mode
from grensgeo.traveltimes.legs import Places, snap_limit_m
from grensgeo.traveltimes.metrics import MetricKey
from grensgeo.traveltimes.portable_plans import Plans, both_ways
from grensgeo.traveltimes.router import network_of
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.network import Network, SpeedTable
    from grensgeo.network.delays import Delays
    from grensgeo.traveltimes.router import Router
    from grensgeo.traveltimes.trip import Trip

    Arrays = dict[str, npt.NDArray[Any] | list[str]]

#: More edges make a file that nobody sends by mail: some 3 to 10 bytes each.
MOST_EDGES = 400_000

#: Classes of edges that fit into 16 bits.
_MOST_CLASSES = 1 << 16

#: Two edges whose seconds per metre differ by less than this share are of one class.
_SAME_PACE = 1e-12

#: Where a point stands: on a vertex (its number), nowhere, or along an edge.
_NOWHERE, _ON_EDGE = -1, -2

#: Country of edges along a border, which are of both; js/src/engine/streets.js has the same.
_OF_BOTH = 255

#: Name of the network as it is, among scenarios.
BASELINE = "baseline"


@dataclass(frozen=True, eq=False)
class Portable:
    """A network as plain arrays, with what is asked of it.

    Attributes
    ----------
    arrays
        By name: one-dimensional arrays, or lists of text.
    meta
        Fit for JSON: numbers of things, trips, scenarios, and which arrays belong to which.
    provenance
        Sources and assumptions of the network and the trips.
    """

    arrays: Mapping[str, npt.NDArray[Any] | list[str]]
    meta: Mapping[str, Any]
    provenance: Provenance = field(default_factory=Provenance)

    def __repr__(self) -> str:
        """Summarise what is in it."""
        meta = self.meta
        return (
            f"<Portable: {meta['n_cells']:,} cells, {meta['n_places']:,} places, "
            f"{meta['n_stops']:,} stops, {meta['n_edges']:,} edges, trips "
            f"{', '.join(trip['id'] for trip in meta['trips'])}>"
        )


def portable(
    network: Network | Router,
    cells: pd.DataFrame,
    trips: Mapping[str, Trip],
    *,
    places: pd.DataFrame | None = None,
    speeds: SpeedTable | None = None,
    scenarios: Mapping[str, Network] | None = None,
) -> Portable:
    """Export a network as plain arrays from which a page computes travel times.

    Parameters
    ----------
    network
        The network, or a :class:`grensgeo.Router` of it.
    cells
        Destinations of every question, as for :func:`grensgeo.travel_times`, with ``country``.
        ``region_code`` and ``population`` are carried along where they are there.
    trips
        Kinds of trips by id. Each can be asked about with foreign routing allowed and forbidden.
    places
        Further origins, with ``country``; ``name`` is carried along where it is there.
    speeds
        Speed table; the one that comes with grensgeo if not given.
    scenarios
        Networks by name that differ from ``network`` in speeds and timetables alone.

    Returns
    -------
    Portable
        Arrays and metadata.

    Raises
    ------
    InputError
        Where the arrays could not give what :func:`grensgeo.travel_times` does: turns that are
        forbidden, lines at headways, scenarios with other streets, places without a country, or
        more edges than a page should carry.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from grensgeo.network import Network
    >>> from grensgeo.traveltimes import Trip
    >>> graph = nx.MultiDiGraph(crs="EPSG:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.90, "y": 52.20}), (2, {"x": 6.91, "y": 52.20})])
    >>> street = {"highway": "residential", "osmid": 1}
    >>> _ = graph.add_edge(1, 2, length=684.0, **street)
    >>> _ = graph.add_edge(2, 1, length=684.0, **street)
    >>> spots = pd.DataFrame({"id": ["a"], "lon": [6.90], "lat": [52.20], "country": ["NL"]})
    >>> portable(Network.from_osmnx(graph), spots, {"walk": Trip("walk")})
    <Portable: 1 cells, 0 places, 0 stops, 1 edges, trips walk>
    """
    network = network_of(network)
    variants = {BASELINE: network, **(scenarios or {})}
    _refuse(network, trips, variants)
    plans = Plans()
    timed = {
        name: {
            direction: [plans.add(other, way) for other in variants.values()]
            for direction, way in zip(("from", "to"), both_ways(trip), strict=True)
        }
        for name, trip in trips.items()
        if trip.mode == "transit"
    }
    points = _Points.of(network, cells, places, plans)
    draft = _PortableDraft(network, speeds, points)
    described = [
        draft.trip(name, trip, variants) | {"timetable": timed.get(name)}
        for name, trip in trips.items()
    ]
    meta: dict[str, Any] = {
        "n_cells": len(points.cells),
        "n_places": len(points.places),
        "n_stops": len(plans.stops),
        "n_vertices": network.streets.n_vertices,
        "n_edges": network.streets.n_edges,
        "off_network_s_per_m": 3.6 / OFF_NETWORK_KMH,
        "least_change_s": MIN_CHANGE_S,
        "scenarios": list(variants),
        "trips": described,
    }
    notes = (
        *(
            note
            for trip in trips.values()
            for note in trip.notes(by_timetable=True, network=network, speeds=speeds)
        ),
        *plans.notes,
    )
    return Portable(
        points.arrays() | draft.arrays() | plans.stop_arrays() | plans.arrays(),
        meta,
        network.provenance | Provenance(notes=tuple(dict.fromkeys(notes))),
    )


def _refuse(network: Network, trips: Mapping[str, Trip], variants: Mapping[str, Network]) -> None:
    """Raise on what the arrays could not answer as the library does, with every fault at once."""
    faults = Faults()
    if not trips:
        faults.add("none-given", "no trips; give one or more by id")
    if network.streets.n_edges > MOST_EDGES:
        faults.add(
            "too-large",
            f"the network has {network.streets.n_edges:,} edges, and a page carries at most "
            f"{MOST_EDGES:,}; take one of a smaller area, or a schematic one",
        )
    modes = {mode for trip in trips.values() for mode in street_modes(trip)}
    bits = sum(mode_bit(mode) for mode in modes)
    banned = network.turns.bind(bits)
    if banned:
        faults.add(
            "page-cannot-carry",
            f"{banned} turns are forbidden to {', '.join(sorted(modes))}, and a page does not "
            "carry turns; leave the mode out, or take dataclasses.replace(network, "
            "turns=Turns.of(())), where every turn is free",
        )
    for name, other in variants.items():
        same = ("streets", "turns", "barriers", "borders", "extent")
        if any(getattr(other, part) is not getattr(network, part) for part in same):
            faults.add(
                "page-cannot-carry",
                f"scenario {name!r} has other streets, and a page carries those of one network; "
                "make the scenario from this very network with speeds and timetables alone, or a "
                "page of its own",
            )
        if other.services is not network.services and other.feeds == network.feeds:
            faults.add(
                "page-cannot-carry",
                f"scenario {name!r} changes lines at headways, which no page carries; change the "
                "timetable, or leave the scenario out",
            )
    for name, trip in trips.items():
        if trip.mode == "transit" and not uses_timetable(network, trip):
            faults.add(
                "page-cannot-carry",
                f"trip {name!r}: lines at headways are not carried; give the network timetables "
                "(with_feeds, grensgeo build --gtfs) and the trip a departure",
            )
    if faults:
        raise InputError.of(faults, where="portable")


def street_modes(trip: Trip) -> tuple[str, ...]:
    """Return the street modes that a trip is made of: access, egress, direct, walking."""
    if trip.mode != "transit":
        return (trip.mode,)
    return trip.access, trip.egress, direct_mode(trip), "walk"


def _park_minutes(trip: Trip, leg: str, mode: str) -> float:
    """Return the minutes of parking that count on a leg."""
    if leg == "street":
        return trip.park_minutes(mode)
    return trip.park_minutes(mode) if leg in {"access", "egress"} and mode == "car" else 0.0


@dataclass(frozen=True, eq=False)
class _Points:
    """Cells, places and stops, in this order, under one numbering."""

    cells: Places
    places: Places
    lonlat: Floats  # of the stops too
    country: npt.NDArray[np.uint8]
    more: Arrays

    @classmethod
    def of(
        cls, network: Network, cells: pd.DataFrame, places: pd.DataFrame | None, plans: Plans
    ) -> _Points:
        read: list[Places] = []
        codes: list[npt.NDArray[np.uint8]] = []
        faults = Faults()
        empty = cells.iloc[:0] if places is None else places
        for frame, where in ((cells, "cells"), (empty, "places")):
            try:
                table = Places.read(network, frame, where=where)
            except InputError as error:
                faults.extend(error.faults)
                continue
            country = np.full(len(table), "") if table.country is None else table.country
            known = np.isin(country.astype(str), COUNTRIES[1:])
            if not known.all():
                faults.add(
                    "country-missing",
                    f"{where}: the country of {some(table.ids[~known])} is not known; give a "
                    f"column country ({', '.join(COUNTRIES[1:])})",
                )
                continue
            read.append(table)
            codes.append(np.array([COUNTRIES.index(code) for code in country], dtype=np.uint8))
        if faults:
            raise InputError.of(faults, where="portable")
        return cls(
            read[0],
            read[1],
            lonlat=np.concatenate([*(table.lonlat for table in read), plans.lonlat]),
            country=np.concatenate([*codes, plans.country]),
            more=_columns(cells, empty),
        )

    def arrays(self) -> Arrays:
        """Return what is known of the points."""
        n_cells = len(self.cells)
        point, cell = _twins(self.lonlat, n_cells)
        return {
            "cell/id": [str(name) for name in self.cells.ids],
            "cell/lon": self.cells.lonlat[:, 0],
            "cell/lat": self.cells.lonlat[:, 1],
            "place/id": [str(name) for name in self.places.ids],
            "place/lon": self.places.lonlat[:, 0],
            "place/lat": self.places.lonlat[:, 1],
            "point/country": self.country,
            "twin/point": point,
            "twin/cell": cell,
            **self.more,
        }


def _columns(cells: pd.DataFrame, places: pd.DataFrame) -> Arrays:
    """Collect what is known of cells and places beside their position."""
    more: Arrays = {}
    if "region_code" in cells:
        codes, number = np.unique(cells["region_code"].astype(str), return_inverse=True)
        more["municipality/code"] = codes.tolist()
        more["cell/municipality"] = number.astype(np.int32)
    if "population" in cells:
        more["cell/population"] = cells["population"].to_numpy(dtype=np.float64)
    if "name" in places:
        more["place/name"] = [" ".join(str(name).split()) for name in places["name"]]
    return more


def _twins(lonlat: Floats, n_cells: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Pair points with cells, other than themselves, at the very same coordinates."""
    at: dict[tuple[float, float], list[int]] = {}
    for cell, (x, y) in enumerate(lonlat[:n_cells].tolist()):
        at.setdefault((x, y), []).append(cell)
    pairs = [
        (point, cell)
        for point, (x, y) in enumerate(lonlat.tolist())
        for cell in at.get((x, y), ())
        if cell != point
    ]
    both = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    return both[:, 0].copy(), both[:, 1].copy()


@dataclass(eq=False)
class _PortableDraft:
    """The arrays while trips ask for them: each kind of durations and snapping once."""

    network: Network
    speeds: SpeedTable | None
    points: _Points
    seconds: list[tuple[Floats, Delays | None]] = field(default_factory=list)
    layers: dict[tuple[int, MetricKey], int] = field(default_factory=dict)
    snappings: dict[tuple[str, float, int | None, bool], int] = field(default_factory=dict)
    standing: list[dict[str, npt.NDArray[Any]]] = field(default_factory=list)

    def trip(self, name: str, trip: Trip, variants: Mapping[str, Network]) -> dict[str, Any]:
        """Describe a trip, and lay out what it needs."""
        modes = street_modes(trip)
        leaving, arriving = both_ways(trip)
        legs = ("access", "egress", "direct", "change") if len(modes) > 1 else ("street",)
        limits = {
            "street": trip.max_min,
            "access": trip.max_access_min,
            "egress": trip.max_egress_min,
            "direct": trip.max_access_min + trip.max_egress_min,
            "change": trip.max_change_min,
        }
        return {
            "id": name,
            "mode": trip.mode,
            "departure": leaving.departure,
            "arrival": arriving.arrival,
            "window_min": trip.window_min,
            "percentiles": list(trip.computed_percentiles()) if trip.mode == "transit" else [],
            "max_min": trip.max_min,
            "period": trip.speed_period(),
            "legs": {
                leg: {
                    "mode": mode,
                    "limit_min": limits[leg],
                    "park_min": _park_minutes(trip, leg, mode),
                    "layers": [self._layer(trip, mode, other) for other in variants.values()],
                    "snapping": self._snapping(trip, mode, own=False),
                    "own_snapping": self._snapping(trip, mode, own=True),
                }
                for leg, mode in zip(legs, modes, strict=True)
            },
        }

    def _layer(self, trip: Trip, mode: str, network: Network) -> int:
        """Return the number of a mode's durations, the same for those that are the same."""
        question = MetricKey.of(trip, mode, country=None, speeds=self.speeds)
        key = id(network), question
        if key not in self.layers:
            durations = np.concatenate(
                network.durations_s(
                    mode, self.speeds, period=question.period, max_stress=question.max_stress
                )
            )
            delays = measure_delays(
                network, mode, table=question.delays, crossing_s=question.crossing_s
            )
            same = [
                number
                for number, (other, lost) in enumerate(self.seconds)
                if np.array_equal(other, durations, equal_nan=True) and _same(lost, delays)
            ]
            if not same:
                self.seconds.append((durations, delays))
            self.layers[key] = same[0] if same else len(self.seconds) - 1
        return self.layers[key]

    def _snapping(self, trip: Trip, mode: str, *, own: bool) -> int:
        """Return the number of a snapping of all points, the same for those that are the same."""
        limit_m, stress = snap_limit_m(self.network, trip), trip.stress_limit(mode)
        key = mode, limit_m, stress, own
        if key not in self.snappings:
            found = self._stand(trip, mode, own=own)
            same = [
                number
                for number, other in enumerate(self.standing)
                if all(np.array_equal(other[name], found[name]) for name in found)
            ]
            if not same:
                self.standing.append(found)
            self.snappings[key] = same[0] if same else len(self.standing) - 1
        return self.snappings[key]

    def _stand(self, trip: Trip, mode: str, *, own: bool) -> dict[str, npt.NDArray[Any]]:
        """Snap all points, to all streets or to those of their own country."""
        points = self.points
        n = len(points.lonlat)
        status = np.full(n, NOT_SNAPPED, dtype=np.uint8)
        at = np.full(n, _NOWHERE, dtype=np.int32)
        edge = np.full(n, -1, dtype=np.int32)
        fraction, distance = np.full(n, np.nan), np.zeros(n)
        for code in sorted({int(code) for code in points.country} - {0}) if own else [0]:
            rows = np.flatnonzero(points.country == code) if own else np.arange(n)
            country = COUNTRIES[code] or None
            found = snap_lonlat(
                self.network,
                points.lonlat[rows],
                mode,
                max_m=snap_limit_m(self.network, trip),
                country=country,
                max_stress=trip.stress_limit(mode),
            )
            status[rows], edge[rows] = found.status, found.edge
            fraction[rows], distance[rows] = found.fraction, np.nan_to_num(found.distance_m)
        on = edge >= 0
        ends = self.network.streets
        at[on] = _ON_EDGE
        at[fraction == 0] = ends.tail[edge[fraction == 0]]
        at[fraction == 1] = ends.head[edge[fraction == 1]]
        along = np.flatnonzero(at == _ON_EDGE)
        return {
            "status": status,
            "at": at,
            "distance_m": distance,
            "edge": edge[along],
            "fraction": fraction[along],
        }

    def arrays(self) -> Arrays:
        """Return everything that was laid out."""
        streets = self.network.streets
        order = np.lexsort((streets.head, streets.tail))
        place = np.empty(len(order), dtype=np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        length = np.where(streets.length_m > 0, streets.length_m, 1.0)
        paces, number = _classes(
            [seconds.reshape(2, -1) / length for seconds, _ in self.seconds],
            np.where(streets.shared, _OF_BOTH, streets.country),
        )
        tail, head = streets.tail[order], streets.head[order]
        result: Arrays = {
            "edge/count": np.bincount(tail, minlength=streets.n_vertices).astype(np.uint16),
            "edge/head_step": _head_steps(tail, head),
            "edge/length_m": length[order],
            "edge/class": number[order].astype(np.uint16),
            "class/country": paces[:, -1].astype(np.uint8),
            "class/pace": paces[:, :-1].T.ravel(),
        }
        for layer, (_, delays) in enumerate(self.seconds):
            if delays is not None:
                result |= _lost(f"layer/{layer}", delays, order)
        for snapping, found in enumerate(self.standing):
            columns = found | {"edge": place[found["edge"]]}
            result |= {f"snap/{snapping}/{name}": column for name, column in columns.items()}
        return result


def _same(one: Delays | None, other: Delays | None) -> bool:
    """Return whether delays are the same."""
    if one is None or other is None:
        return one is other
    return np.array_equal(one.begin_s, other.begin_s) and np.array_equal(one.end_s, other.end_s)


def _head_steps(tail: npt.NDArray[np.int32], head: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Return heads as steps: the first of each tail from the tail, others from the one before."""
    steps = np.diff(head, prepend=np.int32(0))
    first = np.diff(tail, prepend=np.int32(-1)) != 0
    return np.where(first, head - tail, steps).astype(np.int32)


def _lost(name: str, delays: Delays, order: npt.NDArray[np.integer]) -> Arrays:
    """Return the delays of the edges that have any."""
    begin, end = delays.begin_s[order], delays.end_s[order]
    rows = np.flatnonzero(begin.any(axis=1) | end.any(axis=1))
    return {
        f"{name}/edge": rows.astype(np.int32),
        f"{name}/begin_s": begin[rows].ravel(),
        f"{name}/end_s": end[rows].ravel(),
    }


def _classes(
    paces: Sequence[Floats], country: npt.NDArray[np.uint8]
) -> tuple[Floats, npt.NDArray[np.integer]]:
    """Sort edges into classes of one country and the same seconds per metre throughout.

    Returns the columns of each class, the country last, and the class of each edge.
    """
    columns = np.concatenate([*paces, country[None].astype(np.float64)]).T
    # Equal but for a rounding in the last digits: an edge's length does not come out quite even
    mantissa, exponent = np.frexp(np.nan_to_num(columns, nan=-1.0))
    keys = np.ldexp(np.rint(mantissa / _SAME_PACE), exponent)
    _, first, number = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    if len(first) > _MOST_CLASSES:
        raise InputError(
            "too-large",
            f"portable: the edges have {len(first):,} different speeds, and a page carries at "
            f"most {_MOST_CLASSES:,}; take a network without heights and measured speeds",
        )
    return columns[first], number.ravel()
