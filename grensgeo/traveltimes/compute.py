"""Travel times from door to door, many to many."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Faults, GrensgeoWarning, InputError, some
from grensgeo.extras import progress_bar
from grensgeo.network.snapping import (
    NOT_SNAPPED,
    OUTSIDE_DATA,
    SNAPPED,
    Snapping,
    part_notes,
)
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.traveltimes.cut_edge import edge_minutes, edge_notes
from grensgeo.traveltimes.departing import departing, departure_notes
from grensgeo.traveltimes.legs import (
    ModeStreets,
    Places,
    StreetTimes,
    blocks,
    edge_countries,
    only,
    snap_limit_m,
)
from grensgeo.traveltimes.result import TravelTimes
from grensgeo.traveltimes.router import keep_at_home, network_of
from grensgeo.traveltimes.stop_legs import direct_mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.extras import ProgressBar
    from grensgeo.network import Network, SpeedTable
    from grensgeo.routing.streets.ends import Ends
    from grensgeo.traveltimes.departures import Plan, TimetableTimes
    from grensgeo.traveltimes.router import Router
    from grensgeo.traveltimes.trip import Trip

    _Masks = tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]


class _TransitLegs(TypedDict):
    """What journeys by public transport are laid out from."""

    access: ModeStreets
    egress: ModeStreets
    direct: ModeStreets
    ends: dict[str, Ends]


@dataclass(frozen=True, eq=False)
class Journeys:
    """Everything that is needed to compute rows of a matrix of travel times.

    Attributes
    ----------
    from_snapping, to_snapping
        Where the places stand.
    parts
        Times by country of origin; one part where foreign routing is allowed.
    same
        Rows and columns of pairs that are the very same place.
    from_served, to_served
        Whether a stop is near; None for street modes.
    plan
        The timetable, for trips by one.
    percentiles
        Which percentiles are computed; empty but for trips by timetable.
    """

    from_snapping: Snapping
    to_snapping: Snapping
    parts: tuple[StreetTimes | TimetableTimes, ...]
    same: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
    from_served: npt.NDArray[np.bool_] | None = None
    to_served: npt.NDArray[np.bool_] | None = None
    plan: Plan | None = None
    percentiles: tuple[int, ...] = ()

    def minutes(self, rows: slice) -> npt.NDArray[np.float32]:
        """Return minutes of some origins: float32 (n_rows, n_to), NaN where there is no time."""
        if self.plan is not None and self.plan.reverse:
            return self._by_origin(rows)
        if self.percentiles:
            middle: npt.NDArray[np.float32] = self.detailed(rows)[0][self.middle]
            return middle
        shape = (rows.stop - rows.start, len(self.to_snapping))
        seconds = np.full(shape, np.nan, np.float32)
        for number, part in enumerate(self.parts):
            if isinstance(part, StreetTimes):
                more = part.seconds(rows)
                seconds = more if number == 0 else np.fmin(seconds, more)
        seconds /= 60.0
        result = seconds.astype(np.float32, copy=False)
        result[self._same_in(rows)] = 0.0
        return result

    def _by_origin(self, rows: slice) -> npt.NDArray[np.float32]:
        """Return the minutes up to deadlines, searched from the origins."""
        minutes = np.full((rows.stop - rows.start, len(self.to_snapping)), np.nan, np.float32)
        for part in self.parts:
            if not isinstance(part, StreetTimes):
                seconds = part.middle_by_origin(rows, self.percentiles[self.middle])
                minutes = np.fmin(minutes, seconds / np.float32(60.0))
        minutes[self._same_in(rows)] = 0.0
        return minutes

    @property
    def middle(self) -> int:
        """Position of the percentile that measures are computed from."""
        return self.percentiles.index(50) if 50 in self.percentiles else 0

    def detailed(
        self, rows: slice
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8], npt.NDArray[np.float32]]:
        """Return minutes and rides of some origins for each percentile of a trip by timetable.

        Last come those to where data that were cut end, by ways with a ride: float32
        (n_percentiles, n_rows), NaN where none leads there.
        """
        n_to = len(self.to_snapping)
        shape = (len(self.percentiles), rows.stop - rows.start, n_to)
        minutes, rides = np.full(shape, np.nan, np.float32), np.zeros(shape, np.uint8)
        edge_min = np.full(shape[:2], np.nan, np.float32)
        for part in self.parts:
            if not isinstance(part, StreetTimes):
                seconds, ridden = part.detailed(rows)
                least = np.fmin.reduce(seconds[:, :, n_to:], axis=2, initial=np.nan)
                edge_min = np.fmin(edge_min, least / np.float32(60.0))
                # an origin lies in one country, and has times in its part alone
                seconds, ridden = seconds[..., :n_to], ridden[..., :n_to]
                there = ~np.isnan(seconds)
                minutes[there], rides[there] = seconds[there] / 60.0, ridden[there]
        row, column = self._same_in(rows)
        minutes[:, row, column], rides[:, row, column] = 0.0, 0
        return minutes, rides, edge_min

    def part(self, rows: slice) -> Journeys:
        """Return what computes some of the origins alone, along streets, with the same targets."""
        parts = []
        for one in self.parts:
            if not isinstance(one, StreetTimes):
                raise InputError("times-not-held", "a trip by public transport; ask for rows")
            own = replace(one, origins=one.origins[rows], last={})
            own.__dict__["targets"] = one.targets  # aimed at once
            parts.append(own)
        return replace(
            self,
            from_snapping=self.from_snapping[rows],
            parts=tuple(parts),
            same=self._same_in(rows),
        )

    def _same_in(self, rows: slice) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        row, column = self.same
        here = (row >= rows.start) & (row < rows.stop)
        return row[here] - rows.start, column[here]


def compute(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    block: int | None = None,
    speeds: SpeedTable | None = None,
    progress: bool = False,
) -> Iterator[TravelTimes]:
    """Compute the minutes of ``block`` origins at a time, or of all of them at once."""
    begun = begin(network, origins, destinations, trip, speeds=speeds, stacklevel=4)
    n_origins = len(begun.places[0])
    step = block or max(n_origins, 1)
    with progress_bar(n_origins, f"times by {trip.mode}", unit="origin", shown=progress) as bar:
        for first in range(0, max(n_origins, 1), step):
            rows = slice(first, min(first + step, n_origins))
            yield begun.rows(rows, trip, bar=bar)


@dataclass(frozen=True, eq=False)
class Begun:
    """A question of which everything is known but the minutes.

    Attributes
    ----------
    network
        The network.
    places
        Origins and destinations, checked.
    journeys
        What their minutes are computed by.
    provenance
        Sources and assumptions, those of the network among them.
    """

    network: Network
    places: tuple[Places, Places]
    journeys: Journeys
    provenance: Provenance

    def part(self, rows: slice) -> Begun:
        """Return the question of some of the origins alone, of a trip along streets.

        Parameters
        ----------
        rows
            Which.

        Returns
        -------
        Begun
            To all destinations.
        """
        starts, goals = self.places
        return replace(self, places=(starts[rows], goals), journeys=self.journeys.part(rows))

    def rows(self, rows: slice, trip: Trip, *, bar: ProgressBar | None = None) -> TravelTimes:
        """Compute the times of some of the origins.

        Parameters
        ----------
        rows
            Which.
        trip
            The trip that all of this is for.
        bar
            What shows how far the work is.

        Returns
        -------
        TravelTimes
            From these origins to all destinations.
        """
        journeys = self.journeys
        starts, goals = self.places
        shape = (rows.stop - rows.start, len(goals))
        apart = np.empty((len(journeys.percentiles), *shape), dtype=np.float32)
        timed = bool(journeys.percentiles)
        minutes = apart[journeys.middle] if timed else np.empty(shape, dtype=np.float32)
        rides = np.empty(shape if timed else 0, dtype=np.uint8)
        edge_min = edge_minutes(self.network, journeys.parts, rows)
        # each percentile takes as much memory as a block of one time
        columns = len(goals) * max(1, 2 * len(journeys.percentiles))
        # by timetable, what follows boardings is worked out anew for each block
        cuts = blocks(len(minutes), columns, most_rows=max(1024, len(minutes) if timed else 0))
        if journeys.plan is not None and journeys.plan.reverse and len(minutes):
            cuts = [slice(0, len(minutes))]  # each would search from all destinations again
        for cut in cuts:
            part = slice(rows.start + cut.start, rows.start + cut.stop)
            if timed:
                apart[:, cut], ridden, by_ride = journeys.detailed(part)
                rides[cut] = ridden[journeys.middle]
                if edge_min is not None:
                    np.fmin(edge_min[cut], by_ride[journeys.middle], out=edge_min[cut])
            else:
                minutes[cut] = journeys.minutes(part)
            if bar is not None:
                bar.update(cut.stop - cut.start)
        keep_at_home(self.network)
        snapping = journeys.from_snapping[rows]
        served = journeys.from_served
        return TravelTimes(
            from_id=starts.ids[rows],
            to_id=goals.ids,
            minutes=minutes,
            from_status=snapping.status,
            to_status=journeys.to_snapping.status,
            trip=trip,
            from_country=None if starts.country is None else starts.country[rows],
            to_country=goals.country,
            provenance=self.provenance,
            from_served=None if served is None else served[rows],
            to_served=journeys.to_served,
            from_snapping=snapping,
            to_snapping=journeys.to_snapping,
            percentiles=journeys.percentiles,
            percentile_minutes=apart if timed else None,
            rides=rides if timed else None,
            edge_min=edge_min,
        )


def begin(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    speeds: SpeedTable | None = None,
    stacklevel: int = 3,
) -> Begun:
    """Check both tables of places, snap them and lay out the routing.

    Parameters
    ----------
    network, origins, destinations, trip, speeds
        As for :func:`grensgeo.traveltimes.travel_times`.
    stacklevel
        How far above the caller stands who is warned.

    Returns
    -------
    Begun
        Ready to be asked for rows.

    Raises
    ------
    InputError
        With every fault of both tables at once, and where the trip asks for what the network does
        not have.

    Warns
    -----
    GrensgeoWarning
        If places are not snapped or lie outside the network's data.
    """
    network = network_of(network)
    tables, faults = [], Faults()
    for frame, where in ((origins, "origins"), (destinations, "destinations")):
        try:
            tables.append(Places.read(network, frame, where=where))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError.of(faults)
    starts, goals = tables
    for doubt in trip.doubts():
        warnings.warn(GrensgeoWarning.of([doubt]), stacklevel=stacklevel)
    journeys = prepare(network, starts, goals, trip, speeds=speeds)
    warn_of_places(journeys, network, trip, stacklevel=stacklevel + 1)
    plan = journeys.plan
    more = [] if plan is None else list(plan.timetable.notes)
    if plan is not None and trip.seed and not plan.drawn:
        more.append(Note("trip.seed-idle", seed=str(trip.seed)))
    notes = (
        *departing(network, trip).notes(network=network, speeds=speeds),
        *departure_notes(network, trip),
        *edge_notes(network, trip),
        *dict.fromkeys(note for mode in _end_modes(trip) for note in part_notes(network, mode)),
        *more,
    )
    provenance = network.provenance | Provenance(notes=notes)
    return Begun(network, (starts, goals), journeys, provenance)


def prepare(
    network: Network,
    origins: Places,
    destinations: Places,
    trip: Trip,
    *,
    speeds: SpeedTable | None = None,
    plan: Plan | None = None,
) -> Journeys:
    """Snap both ends and lay out the routing, so that rows can be computed.

    Parameters
    ----------
    network, trip, speeds
        As for :func:`grensgeo.traveltimes.travel_times`.
    origins, destinations
        Places whose coordinates have been checked.
    plan
        The timetable of a trip by public transport, if it is not to be that of the trip.

    Returns
    -------
    Journeys
        Ready to be asked for rows.

    Raises
    ------
    InputError
        Where the trip asks for what the network does not have.
    """
    served = np.zeros(len(origins), dtype=bool), np.zeros(len(destinations), dtype=bool)
    trip = departing(network, trip)
    plan = _plan(network, trip) if plan is None else plan
    if trip.foreign_routing:
        everybody = np.ones(len(origins), dtype=bool), np.ones(len(destinations), dtype=bool)
        part, both = _part(
            network, (origins, destinations), trip, masks=everybody, plan=plan, speeds=speeds
        )
        parts = [part]
    else:
        parts = []
        both = (
            ModeStreets.of(network, _end_modes(trip)[0], trip, speeds=speeds).snap(origins),
            ModeStreets.of(network, _end_modes(trip)[1], trip, speeds=speeds).snap(destinations),
        )
        for country, masks in _by_country(network, (origins, destinations), both):
            part, snapped = _part(
                network,
                (origins, destinations),
                trip,
                masks=masks,
                plan=plan,
                country=country,
                speeds=speeds,
            )
            parts.append(part)
            both = _merge(both[0], snapped[0], masks[0]), both[1]
    for part in parts:
        if not isinstance(part, StreetTimes):
            served[0][part.access.served] = True
            served[1][part.egress.served] = True
    transit = trip.mode == "transit"
    return Journeys(
        *both,
        parts=tuple(parts),
        same=_same_places(origins, destinations, both),
        from_served=served[0] if transit else None,
        to_served=served[1] if transit else None,
        plan=plan,
        percentiles=() if plan is None else trip.computed_percentiles(),
    )


def _plan(network: Network, trip: Trip) -> Plan | None:
    """Return the timetable of a trip by public transport; None for one by street alone."""
    if trip.mode != "transit":
        return None
    from grensgeo.traveltimes.departures import Plan  # with all that reads and searches timetables

    return Plan.of(network, trip)


def _end_modes(trip: Trip) -> tuple[str, str]:
    """Return the street modes in which a trip begins and ends."""
    return (trip.access, trip.egress) if trip.mode == "transit" else (trip.mode, trip.mode)


def _part(
    network: Network,
    places: tuple[Places, Places],
    trip: Trip,
    *,
    masks: _Masks,
    plan: Plan | None = None,
    country: str | None = None,
    speeds: SpeedTable | None = None,
) -> tuple[StreetTimes | TimetableTimes, tuple[Snapping, Snapping]]:
    """Prepare the routing on all streets or on those of one country, for some of the places."""
    transit = trip.mode == "transit"
    first, last = _end_modes(trip)
    direct = direct_mode(trip) if transit else first
    streets = {
        mode: ModeStreets.of(network, mode, trip, speeds=speeds, country=country)
        for mode in dict.fromkeys((first, last, direct))
    }
    snapped = {
        (mode, end): streets[mode].snap(places[end])
        for mode, end in dict.fromkeys(((first, 0), (last, 1), (direct, 0), (direct, 1)))
    }
    both = snapped[first, 0], snapped[last, 1]
    # a place that is not on the network by its own leg has no time by another mode either
    kept = [mask & (s.status == SNAPPED) for mask, s in zip(masks, both, strict=True)]
    ends = {key: only(streets[key[0]].ends(s), kept[key[1]]) for key, s in snapped.items()}
    if plan is None:
        limit_s = np.inf if trip.max_min is None else 60.0 * trip.max_min
        times = streets[first].times(
            ends[first, 0],
            ends[first, 1],
            limit_s=limit_s,
            park_min=trip.park_minutes(first),
        )
        return times, both
    legs: _TransitLegs = {
        "access": streets[first],
        "egress": streets[last],
        "direct": streets[direct],
        "ends": {
            "origins": ends[first, 0],
            "destinations": ends[last, 1],
            "direct_origins": ends[direct, 0],
            "direct_destinations": ends[direct, 1],
        },
    }
    from grensgeo.traveltimes.departures import prepare_timetable

    return prepare_timetable(trip, plan, **legs, speeds=speeds), both


def countries_of(network: Network, places: Places, snapping: Snapping) -> npt.NDArray[np.object_]:
    """Return the code of the country of each place: as given, or else that of its street."""
    known = np.array(COUNTRIES, dtype=object)[edge_countries(network, snapping)]
    if places.country is None:
        return known
    given = np.isin(places.country.astype(str), COUNTRIES[1:])
    return np.where(given, places.country, known)


def _by_country(
    network: Network, places: tuple[Places, Places], both: tuple[Snapping, Snapping]
) -> list[tuple[str, _Masks]]:
    """Find which origins and destinations lie in each country that has origins.

    The country is the one that was given with the place, or else that of its edge.
    """
    codes = [
        countries_of(network, end, snapping) for end, snapping in zip(places, both, strict=True)
    ]
    lost = places[0].ids[(codes[0] == "") & (both[0].status == SNAPPED)]
    if len(lost):
        raise InputError(
            "country-missing",
            f"trip: without foreign routing the country of each origin must be known, and that "
            f"of {some(lost)} is not; give a column country ({', '.join(COUNTRIES[1:])}), or "
            "build the network with countries=",
        )
    return [
        (country, (codes[0] == country, codes[1] == country))
        for country in COUNTRIES[1:]
        if (codes[0] == country).any()
    ]


def _merge(everywhere: Snapping, own: Snapping, mask: npt.NDArray[np.bool_]) -> Snapping:
    """Select the snapping to the streets of the own country where the mask says so."""
    return Snapping(
        everywhere.ids.copy(),
        *(
            np.where(mask, getattr(own, name), getattr(everywhere, name))
            for name in ("status", "edge", "fraction", "distance_m", "component")
        ),
    )


def _same_places(
    origins: Places, destinations: Places, both: tuple[Snapping, Snapping]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Find the pairs whose coordinates are exactly the same, both on the network, by origin."""
    row, column = (np.flatnonzero(snapping.status == SNAPPED) for snapping in both)
    # as complex numbers, which sort by their first part and then by their second
    here = origins.lonlat[row] @ np.array([1, 1j])
    there = destinations.lonlat[column] @ np.array([1, 1j])
    if len(here) < len(there):
        other, one = _equal(there, here)
        order = np.argsort(one, kind="stable")
        one, other = one[order], other[order]
    else:
        one, other = _equal(here, there)
    return row[one], column[other]


def _equal(
    many: npt.NDArray[np.complex128], few: npt.NDArray[np.complex128]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Pair the positions of values with those of the same value among few others."""
    order = np.argsort(few, kind="stable")
    first = np.searchsorted(few, many, sorter=order)
    count = np.searchsorted(few, many, side="right", sorter=order) - first
    ends = np.cumsum(count)
    place = np.arange(count.sum()) + np.repeat(first - ends + count, count)
    return np.repeat(np.arange(len(many)), count), order[place]


def warn_of_places(journeys: Journeys, network: Network, trip: Trip, *, stacklevel: int) -> None:
    """Warn of places that have no times because they are not on the network."""
    said = Faults()
    snappings = (journeys.from_snapping, journeys.to_snapping)
    for what, snapping, mode in zip(
        ("origins", "destinations"), snappings, _end_modes(trip), strict=True
    ):
        lost = snapping.ids[snapping.status == NOT_SNAPPED]
        if len(lost):
            said.add(
                "not-on-network",
                f"{len(lost)} of {len(snapping)} {what} have no {mode} street within "
                f"{snap_limit_m(network, trip):g} m that leads on to others ({some(lost)}); raise "
                "max_snap_m or correct their coordinates, unless they are cut off indeed",
            )
        lost = snapping.ids[snapping.status == OUTSIDE_DATA]
        if len(lost):
            said.add(
                "outside-data",
                f"{len(lost)} of {len(snapping)} {what} lie outside the network's data "
                f"({some(lost)}); build the network from an extract that covers them",
            )
    if said:
        last = said.pop()
        said.add(last.code, f"{last}. They have no times.")
        warnings.warn(GrensgeoWarning.of(said), stacklevel=stacklevel)
