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
from grensgeo.network.hours import period_parts
from grensgeo.provenance import Provenance
from grensgeo.traveltimes.cut_edge import edge_notes
from grensgeo.traveltimes.departing import departing, departure_notes
from grensgeo.traveltimes.legs import Places
from grensgeo.traveltimes.portable_edges import edge_arrays
from grensgeo.traveltimes.portable_plans import Plans, both_ways
from grensgeo.traveltimes.portable_streets import StreetsDraft
from grensgeo.traveltimes.router import network_of
from grensgeo.traveltimes.stop_legs import direct_mode
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes.router import Router
    from grensgeo.traveltimes.trip import Trip

    Arrays = dict[str, npt.NDArray[Any] | list[str]]

#: Mail takes no larger files.
MOST_MB = 25
#: Bytes of text that a page takes for each cell or place: for itself and its outline; for the
#: streets of each mode; and for another hour or scenario of them. Source: the made-up region of
#: ``benchmarks/madeup.py`` with 28,560 cells; what is shared between modes is not taken off.
_BYTES_A_POINT, _BYTES_A_MODE, _BYTES_A_LAYER = 25, 45, 15

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
        Networks by name, of other speeds, timetables or streets. The fewer streets differ, the
        less of the page they take.

    Returns
    -------
    Portable
        Arrays and metadata.

    Raises
    ------
    InputError
        Where the arrays could not give what :func:`grensgeo.travel_times` does: places without a
        country, public transport that is not there; and where a page would be too large to be
        sent.

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
    n_points = len(cells) + (0 if places is None else len(places))
    faults = portable_faults(network, trips, variants, n_points=n_points)
    if faults:
        raise InputError.of(faults, where="portable")
    taken = [note for trip in trips.values() for note in departure_notes(network, trip)]
    trips = {name: departing(network, trip) for name, trip in trips.items()}
    plans = Plans()
    timed = {
        name: {
            direction: plans.lay_out_all(variants.values(), way)
            for direction, way in zip(("from", "to"), both_ways(trip), strict=True)
        }
        for name, trip in trips.items()
        if trip.mode == "transit"
    }
    points = _Points.of(network, cells, places, plans)
    draft = StreetsDraft(network, speeds, points.lonlat, points.country)
    described = [
        _described(draft, name, trip, variants) | {"timetable": timed.get(name)}
        for name, trip in trips.items()
    ]
    streets, laid_out = draft.laid_out()
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
        "streets": laid_out,
    }
    notes = (
        *(note for trip in trips.values() for note in trip.notes(network=network, speeds=speeds)),
        *taken,
        *(note for trip in trips.values() for note in edge_notes(network, trip)),
        *plans.notes,
    )
    edges = edge_arrays(variants, points.lonlat, points.country, trips, speeds=speeds)
    return Portable(
        points.arrays() | streets | plans.stop_arrays() | plans.arrays() | edges,
        meta,
        network.provenance | Provenance(notes=tuple(dict.fromkeys(notes))),
    )


def portable_faults(
    network: Network,
    trips: Mapping[str, Trip],
    variants: Mapping[str, Network],
    *,
    n_points: int,
) -> Faults:
    """List what no page could answer as the library does, without computing anything.

    Parameters
    ----------
    network, trips
        As for :func:`portable`.
    variants
        Networks of all scenarios by name.
    n_points
        Number of cells and places.

    Returns
    -------
    Faults
        Each with a remedy; none where :func:`portable` can be called.
    """
    faults = Faults()
    if not trips:
        faults.add("none-given", "no trips; give one or more by id")
    for name, trip in trips.items():
        if trip.mode == "transit" and not network.feeds:
            faults.add(
                "no-public-transport",
                f"trip {name!r}: the network has no public transport; give it timetables "
                "(with_feeds, grensgeo build --gtfs, --services), or leave the trip out",
            )
    size_mb = _expected_mb(network, trips, n_variants=len(variants), n_points=n_points)
    if size_mb > MOST_MB:
        faults.add(
            "too-large",
            f"{n_points:,} cells and places by {len(trips)} trips make a page of about "
            f"{size_mb:,.0f} MB, and one of more than {MOST_MB} MB can hardly be sent; take fewer "
            "trips ([atlas] trips, departures, scenarios) or a region with fewer and larger cells",
        )
    return faults


def _expected_mb(
    network: Network, trips: Mapping[str, Trip], *, n_variants: int, n_points: int
) -> float:
    """Estimate the size of a page, megabytes of text."""
    modes = {mode for trip in trips.values() for mode in street_modes(trip)}
    layers = {(mode, t.speed_period()) for t in trips.values() for mode in street_modes(t)}
    # more edges than the network has are not carried, nor pieces than there are points
    n_edges = min(n_points, network.streets.n_edges)
    each = _BYTES_A_MODE * len(modes) + _BYTES_A_LAYER * len(layers) * n_variants
    return (_BYTES_A_POINT * n_points + each * n_edges) / 1e6


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


def _described(
    draft: StreetsDraft, name: str, trip: Trip, variants: Mapping[str, Network]
) -> dict[str, Any]:
    """Describe a trip, and ask for the streets that it needs."""
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
        "period": period_parts(trip.speed_period())[0],
        "legs": {
            leg: {
                "mode": mode,
                "limit_min": limits[leg],
                "park_min": _park_minutes(trip, leg, mode),
                **draft.leg(trip, mode, variants.values(), limit_min=limits[leg]),
            }
            for leg, mode in zip(legs, modes, strict=True)
        },
    }
