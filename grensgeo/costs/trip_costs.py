"""What trips cost by group of people: kilometres and parking, or fares; apart from their time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from grensgeo.costs.cost_tables import CostTables, why_not_driven
from grensgeo.costs.driven_km import driven_km
from grensgeo.costs.fares import fare_of
from grensgeo.costs.ridden import RideBook
from grensgeo.errors import InputError
from grensgeo.modes import CYCLING
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.schema import FARE_PIECES, TRIP_COSTS
from grensgeo.traveltimes.compute import countries_of, prepare
from grensgeo.traveltimes.departing import departing
from grensgeo.traveltimes.legs import Places
from grensgeo.traveltimes.pair_journeys import pair_journeys
from grensgeo.traveltimes.router import network_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.costs.cost_options import PayingGroup
    from grensgeo.costs.cost_tables import CostsOfDay
    from grensgeo.costs.fares import Fare
    from grensgeo.costs.rides import Ride
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Router, Trip
    from grensgeo.traveltimes.compute import Journeys

_COLUMNS = tuple(column.name for column in TRIP_COSTS.columns)


@dataclass(frozen=True, eq=False)
class TripCosts:
    """What trips cost.

    Attributes
    ----------
    table
        :data:`grensgeo.schema.TRIP_COSTS`: a row a pair and group.
    tables
        The figures of the day that it was computed from.
    provenance
        Sources and assumptions.
    """

    table: pd.DataFrame
    tables: CostsOfDay
    provenance: Provenance

    def __repr__(self) -> str:
        """Summarise how many are known."""
        known = int(self.table["cost_eur"].notna().sum())
        return f"<TripCosts: {len(self.table)} trips, cost of {known} known>"


def trip_costs(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    groups: Sequence[str | PayingGroup] | None = None,
    tables: CostTables | None = None,
    day: str | None = None,
    areas: gpd.GeoDataFrame | None = None,
    speeds: SpeedTable | None = None,
) -> TripCosts:
    """Compute what the trips between all origins and destinations cost, by group of people.

    Parameters
    ----------
    network
        The network, with timetables where the trip is by public transport.
    origins, destinations
        As for :func:`grensgeo.travel_times`. Where destinations have a column ``urbanity``,
        parking there is counted by it.
    trip
        The trip. By public transport the journey counts that takes as long as
        :func:`grensgeo.travel_times` says, whether or not another is cheaper.
    groups
        Groups by name, or as they are; all of the tables if not given.
    tables
        Figures of costs; those that come with grensgeo if not given.
    day
        Day whose figures count, ISO 8601; that of the trip if not given, or else the newest.
    areas
        Municipalities with ``region_code``: tariffs that hold in some of them alone ask for it.
    speeds
        Speed table.

    Returns
    -------
    TripCosts
        A cost that is not known is null with its reason, never zero.

    Raises
    ------
    InputError
        If a group is not known, and as :func:`grensgeo.travel_times`.

    Examples
    --------
    See docs/costs.md.
    """
    import pandas as pd

    network = network_of(network)
    costs = _costs_of(tables, trip, day)
    people = _people(costs, groups)
    asked = _CostedTrip.of(network, (origins, destinations), trip, speeds)
    notes = [*costs.notes()]
    if trip.mode == "transit":
        found = _by_timetable(asked, costs, people, areas=areas)
        notes += [Note("costs.kilometres-by-stops"), Note("costs.access-not-counted")]
    else:
        urbanity = destinations["urbanity"] if "urbanity" in destinations.columns else None
        if trip.mode == "car" and urbanity is None:
            notes.append(Note("costs.parking-not-counted"))
        found = _by_streets(asked, costs, people, urbanity=urbanity)
    table = pd.concat(found, ignore_index=True)[list(_COLUMNS)]
    provenance = network.provenance | Provenance(notes=tuple(notes))
    return TripCosts(TRIP_COSTS.check(table), costs, provenance)


def journey_fares(
    network: Network | Router,
    origin: pd.DataFrame,
    destination: pd.DataFrame,
    trip: Trip,
    *,
    groups: Sequence[str | PayingGroup] | None = None,
    tables: CostTables | None = None,
    day: str | None = None,
    areas: gpd.GeoDataFrame | None = None,
    speeds: SpeedTable | None = None,
) -> pd.DataFrame:
    """Return what is paid on a journey by timetable, piece by piece: the tariffs at each seam.

    Parameters
    ----------
    network, trip, groups, tables, day, areas, speeds
        As for :func:`trip_costs`.
    origin, destination
        One place each.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.FARE_PIECES`; empty where nothing is ridden or there is no journey.

    Raises
    ------
    InputError
        If there is more than one place, the trip is not by timetable, and as
        :func:`trip_costs`.
    """
    import pandas as pd

    for frame, where in ((origin, "origin"), (destination, "destination")):
        if len(frame) != 1:
            raise InputError("more-than-one-place", f"{where}: {len(frame)} places; give one")
    if trip.mode != "transit":
        raise InputError(
            "no-timetable",
            "journey fares: the trip is not by timetable; give one of mode 'transit'",
        )
    network = network_of(network)
    costs = _costs_of(tables, trip, day)
    asked = _CostedTrip.of(network, (origin, destination), trip, speeds)
    ridden = _Ridden.of(asked, areas)
    rows: list[dict[str, Any]] = []
    for group in _people(costs, groups):
        for fare in ridden.fares(costs, group).values():
            rows += [
                {
                    "group": group.name,
                    "piece": number,
                    "lines": ", ".join(piece.lines),
                    "from_name": piece.first.name,
                    "to_name": piece.last.name,
                    "from_country": piece.first.country or None,
                    "to_country": piece.last.country or None,
                    "kind": piece.kind,
                    "name": piece.name or None,
                    "distance_km": piece.km,
                    "price_eur": piece.price_eur,
                    "reason": piece.reason,
                }
                for number, piece in enumerate(fare.pieces, start=1)
            ]
    columns = [column.name for column in FARE_PIECES.columns]
    return FARE_PIECES.check(pd.DataFrame(rows, columns=columns))


def _costs_of(tables: CostTables | None, trip: Trip, day: str | None) -> CostsOfDay:
    tables = CostTables.default() if tables is None else tables
    if day is None and trip.moment is not None:
        day = str(trip.moment)[:10]
    return tables.at(day)


def _people(
    costs: CostsOfDay, groups: Sequence[str | PayingGroup] | None
) -> Sequence[PayingGroup]:
    if groups is None:
        return costs.groups
    if not groups:
        raise InputError("none-given", "groups: give at least one, or None for all")
    return [costs.group(one) if isinstance(one, str) else one for one in groups]


class _CostedTrip(NamedTuple):
    """Which trips, and what is known of their ends."""

    network: Network
    ends: tuple[Places, Places]
    frames: tuple[pd.DataFrame, pd.DataFrame]
    trip: Trip
    journeys: Journeys
    speeds: SpeedTable | None

    @classmethod
    def of(
        cls,
        network: Network,
        frames: tuple[pd.DataFrame, pd.DataFrame],
        trip: Trip,
        speeds: SpeedTable | None,
    ) -> _CostedTrip:
        """Read the places and lay out the routing."""
        ends = (
            Places.read(network, frames[0], where="origins"),
            Places.read(network, frames[1], where="destinations"),
        )
        journeys = prepare(network, ends[0], ends[1], trip, speeds=speeds)
        return cls(network, ends, frames, trip, journeys, speeds)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of origins and of destinations."""
        return len(self.ends[0]), len(self.ends[1])

    def countries(self) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
        """Return the country of each origin and destination, empty where it is not known."""
        snapped = self.journeys.from_snapping, self.journeys.to_snapping
        one, other = (
            countries_of(self.network, places, snapping)
            for places, snapping in zip(self.ends, snapped, strict=True)
        )
        return one, other

    def frame(self, group: PayingGroup, **columns: Any) -> pd.DataFrame:  # noqa: ANN401 - columns
        """Return a row a pair of what was found of a group."""
        import pandas as pd

        n_from, n_to = self.shape
        return pd.DataFrame(
            {
                "from_id": np.repeat(self.ends[0].ids, n_to),
                "to_id": np.tile(self.ends[1].ids, n_from),
                "mode": self.trip.mode,
                "group": group.name,
                **{name: values.ravel() for name, values in columns.items()},
            }
        )


def _by_streets(
    asked: _CostedTrip,
    costs: CostsOfDay,
    people: Sequence[PayingGroup],
    *,
    urbanity: pd.Series | None,
) -> list[pd.DataFrame]:
    """Return the costs of trips along streets: kilometres, and parking by car."""
    trip = asked.trip
    km = driven_km(asked.network, *asked.frames, trip, speeds=asked.speeds)
    here, there = asked.countries()
    found = []
    for group in people:
        reason = np.full(asked.shape, None, dtype=object)
        cost = np.zeros(asked.shape)
        tariffs = np.full(asked.shape, None, dtype=object)
        if trip.mode != "walk":
            vehicle = trip.mode if trip.mode in CYCLING else group.car
            cost = _kilometre_costs(costs, vehicle, here, km=km, reason=reason)
            tariffs[:] = vehicle
        if trip.mode == "car":
            why = why_not_driven(group)
            if why is not None:
                reason[:] = why
            elif urbanity is not None and not group.parks_free:
                known = urbanity.to_numpy(dtype=object)
                cost = cost + _parking(costs, there, known, reason)[None, :]
        reason[np.isnan(km)] = "unreached"
        cost = np.where(reason == None, cost, np.nan)  # noqa: E711 - element by element
        found.append(
            asked.frame(group, distance_km=km, cost_eur=cost, tariffs=tariffs, reason=reason)
        )
    return found


def _kilometre_costs(
    costs: CostsOfDay,
    vehicle: str,
    here: npt.NDArray[np.object_],
    *,
    km: Floats,
    reason: npt.NDArray[np.object_],
) -> Floats:
    """Return what the kilometres cost, by the country in which one lives."""
    if vehicle in ("free", "none"):
        return np.zeros_like(km)
    rate = np.full(len(here), np.nan)
    for country in dict.fromkeys(here.tolist()):
        figure = costs.kilometre(str(country), vehicle)
        own = here == country
        if figure is None:
            reason[own] = "no_kilometre_cost" if country else "no_country"
        else:
            rate[own] = costs.in_eur(figure.per_km, figure.currency)
    return rate[:, None] * km


def _parking(
    costs: CostsOfDay,
    there: npt.NDArray[np.object_],
    urbanity: npt.NDArray[np.object_],
    reason: npt.NDArray[np.object_],
) -> Floats:
    """Return what parking costs at each destination."""
    found = np.full(len(there), np.nan)
    for place, (country, degree) in enumerate(zip(there, urbanity, strict=True)):
        figure = costs.parking(str(country), str(degree))
        if figure is None:
            reason[:, place] = "no_parking_cost"
        else:
            found[place] = costs.in_eur(figure.per_stay, figure.currency)
    return found


def _by_timetable(
    asked: _CostedTrip,
    costs: CostsOfDay,
    people: Sequence[PayingGroup],
    *,
    areas: gpd.GeoDataFrame | None,
) -> list[pd.DataFrame]:
    """Return the fares of all pairs."""
    ridden, found = _Ridden.of(asked, areas), []
    for group in people:
        km, cost = np.full(asked.shape, np.nan), np.full(asked.shape, np.nan)
        tariffs = np.full(asked.shape, None, dtype=object)
        reason = np.full(asked.shape, "unreached", dtype=object)
        for pair, fare in ridden.fares(costs, group).items():
            km[pair] = sum(piece.km for piece in fare.pieces)
            cost[pair] = np.nan if fare.price_eur is None else fare.price_eur
            reason[pair] = fare.reason
            names = [piece.name or "?" for piece in fare.pieces]
            tariffs[pair] = " + ".join(names) if names else None
        found.append(
            asked.frame(group, distance_km=km, cost_eur=cost, tariffs=tariffs, reason=reason)
        )
    return found


class _Ridden(NamedTuple):
    """The rides of the journeys of all pairs that are reached, those that are alike once."""

    rides: dict[Any, list[Ride]]
    of_pair: dict[tuple[int, int], Any]

    @classmethod
    def of(cls, asked: _CostedTrip, areas: gpd.GeoDataFrame | None) -> _Ridden:
        """Trace the journeys."""
        from grensgeo.traveltimes.departures import Plan

        plan = Plan.of(asked.network, departing(asked.network, asked.trip))
        books: dict[int, RideBook] = {}
        rides: dict[Any, list[Ride]] = {}
        of_pair = {}
        for row, column, journey, table in pair_journeys(asked.journeys):
            if id(table) not in books:
                feeds = asked.network.feeds
                books[id(table)] = RideBook(table, feeds, plan.stop_country, areas)
            book = books[id(table)]
            key = id(table), book.keys(journey)
            if key not in rides:
                rides[key] = [book.ride(one) for one in key[1]]
            of_pair[row, column] = key
        return cls(rides, of_pair)

    def fares(self, costs: CostsOfDay, group: PayingGroup) -> dict[tuple[int, int], Fare]:
        """Return the fare of a group for each pair."""
        offer = costs.offer(group)
        known = {key: fare_of(rides, offer) for key, rides in self.rides.items()}
        return {pair: known[key] for pair, key in self.of_pair.items()}
