"""A study's figures against its networks, on a sample: reach, times, journeys, isochrones."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures.long_reach import REACHED, WHERE
from grensgeo.measures.matrix.sums import last_within
from grensgeo.modes import mode_bit
from grensgeo.planes import utm_epsg_of
from grensgeo.polylines import straight_m
from grensgeo.study.agreement import NOTHING, Law

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.traveltimes import TravelTimes, Trip

SEED: Final = 168
#: Cells from which all is computed again, for each trip and scenario.
ORIGINS: Final = 4
#: Journeys that are traced, for each trip by timetable.
JOURNEYS: Final = 3
#: Corners of streets that are held against an isochrone.
CORNERS: Final = 200
#: Counts of two computations in single precision, added up in another order.
_COUNTED: Final = 1e-6
#: Minutes that two ways of adding up a journey may differ by.
_TRACED_MIN: Final = 0.02
#: How much longer a straight line may come out on a sphere than it is.
_STRAIGHT: Final = 0.006
#: Share of corners that may lie on the wrong side: streets above and below each other are one
#: place on a map.
_WRONG_SIDE: Final = 0.02


@dataclass(frozen=True, eq=False)
class Run:
    """One trip of a study in one scenario.

    Attributes
    ----------
    trip_id, scenario
        As they stand in the tables.
    network, trip, region
        What it was computed with.
    """

    trip_id: str
    scenario: str
    network: Network
    trip: Trip
    region: Region


def laws_of_samples(
    cells: pd.DataFrame, polygons: gpd.GeoDataFrame, runs: Sequence[Run],
    sets: Sequence[tuple[Network, Trip, gpd.GeoDataFrame]],
) -> list[Law]:  # fmt: skip
    """Compare figures of a study with what its networks give anew, on a sample by seed.

    Parameters
    ----------
    cells
        Reach of cells with ``mode`` and ``scenario``.
    polygons
        Isochrones (``schema.ISOCHRONES``).
    runs
        Every trip in every scenario.
    sets
        Network, trip and origins of each set of isochrones.

    Returns
    -------
    list of Law
        Reach against travel times that are counted plainly; straight lines against the fastest
        street; walks there against walks back; journeys leg by leg; rides against the calls of
        their feeds; isochrones against travel times to corners of streets.
    """
    draw = np.random.default_rng(SEED)
    again, straight, back = Tally(), Tally(), Tally()
    traced, ridden = Tally(), Tally()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)  # all of them were told already
        for run in runs:
            ids = _ids(cells, run)
            if not len(ids):
                continue  # told by another law
            chosen = draw.choice(ids, ORIGINS)
            times = _times(run.network, run.region.cells.loc[np.unique(chosen)], run)
            _count_again(again, cells, times, run)
            if run.trip.mode == "transit":
                _trace((traced, ridden), times, run, draw)
            else:
                _measure_straight(straight, times, run)
                _walk_back(back, times, run)
        inside = Tally()
        for network, trip, origins in sets:
            _look_inside(inside, (network, trip, origins), polygons, draw)
    return [
        again.law("reach is what travel times give"),
        straight.law("nobody is faster than the fastest street"),
        back.law("a walk back takes as long as the walk there"),
        traced.law("journeys take as long as travel times say"),
        ridden.law("no ride is faster than its timetable"),
        inside.law("isochrones hold what is reached and nothing else"),
    ]


class Tally:
    """Counts what is compared, and keeps what is wrong."""

    def __init__(self) -> None:
        self.compared, self.widest, self.broken = 0, 0.0, list[str]()

    def law(self, name: str) -> Law:
        """Return the law."""
        return Law(name, self.compared, self.widest, tuple(self.broken))

    def add(self, compared: int, widest: float = 0.0, broken: Sequence[str] = ()) -> None:
        """Add some comparisons."""
        self.compared += compared
        self.widest = max(self.widest, widest)
        self.broken += broken


def _ids(cells: pd.DataFrame, run: Run) -> npt.NDArray[np.object_]:
    """Return the cells of a run."""
    own = (cells["mode"] == run.trip_id) & (cells["scenario"] == run.scenario)
    ids: npt.NDArray[np.object_] = cells.loc[own, "id"].unique()
    return ids


def _times(network: Network, origins: gpd.GeoDataFrame, run: Run) -> TravelTimes:
    """Compute times from some cells to all."""
    from grensgeo.traveltimes import travel_times

    return travel_times(network, origins, run.region.cells, run.trip)


def _count_again(tally: Tally, cells: pd.DataFrame, times: TravelTimes, run: Run) -> None:
    """Count opportunities within the cutoffs, and compare them with the table."""
    own = cells[
        (cells["mode"] == run.trip_id)
        & (cells["scenario"] == run.scenario)
        & cells["id"].isin(times.from_id)
    ]
    place = {name: row for row, name in enumerate(times.from_id)}
    country = run.region.cells["country"].reindex(times.to_id).to_numpy()
    minutes = times.minutes.astype(np.float64)
    for row in own.to_dict("records"):
        there = run.region.opportunities[row["opportunity"]].reindex(times.to_id).to_numpy()
        counts = np.where((country == row[WHERE]) & ~np.isnan(there), there, 0.0)
        within = minutes[place[row["id"]]] <= last_within(row["cutoff_min"])
        again, told = float(counts[within].sum()), float(row[REACHED])
        if np.isnan(told):  # not on a street, or no figure is known in that country at all
            off = times.from_status[place[row["id"]]] != 0
            unknown = bool(np.isnan(there[country == row[WHERE]]).any())
            tally.add(1, broken=[] if off or unknown else [f"{_named(row)}: none, not {again:g}"])
            continue
        gap = abs(again - told) / max(1.0, again)
        wrong = [f"{_named(row)}: {told:g}, not {again:g}"] if gap > _COUNTED else []
        tally.add(1, gap, wrong)


def _named(row: Mapping[Any, Any]) -> str:
    """Return the place, trip and cutoff of a figure."""
    return (
        f"{row['id']}, {row['mode']}, {row['scenario']}, {row['opportunity']} within "
        f"{row['cutoff_min']:g} min"
    )


def _points(places: pd.DataFrame, ids: npt.NDArray[np.object_]) -> npt.NDArray[np.float64]:
    """Return longitude and latitude of places."""
    points = places.loc[list(ids)].geometry.representative_point()
    found: npt.NDArray[np.float64] = np.column_stack([points.x, points.y])
    return found


def _measure_straight(tally: Tally, times: TravelTimes, run: Run) -> None:
    """Compare times with what a straight line takes at the speed of the fastest street."""
    from grensgeo.traveltimes.legs import snap_limit_m

    trip, streets = run.trip, run.network.streets
    forward, backward = run.network.durations_s(
        trip.mode, period=trip.period or "free_flow", max_stress=trip.max_stress
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        speeds = streets.length_m / np.fmin(forward, backward)
    fastest = float(np.nanmax(np.where(np.isfinite(speeds), speeds, np.nan), initial=0.0))
    fixed = ~np.isnan(streets.fixed_duration_s)
    if fixed.any() or fastest <= 0:  # a ferry's minutes are no speed
        return
    off_m = 2.0 * snap_limit_m(run.network, trip)
    ends = _points(run.region.cells, times.to_id)
    for row, start in enumerate(_points(run.region.cells, times.from_id)):
        here = np.broadcast_to(start, ends.shape)
        away = straight_m(here[:, 0], here[:, 1], ends[:, 0], ends[:, 1])
        least = (away * (1 - _STRAIGHT) - off_m) / fastest / 60.0
        reached = ~np.isnan(times.minutes[row])
        early = np.flatnonzero(reached & (times.minutes[row] < least))
        broken = [
            f"{times.from_id[row]} to {times.to_id[column]}, {run.trip_id}, {run.scenario}: "
            f"{times.minutes[row, column]:.1f} min for {away[column] / 1000:.1f} km"
            for column in early
        ]
        tally.add(int(reached.sum()), broken=broken)


def _walk_back(tally: Tally, times: TravelTimes, run: Run) -> None:
    """Compare walks with those the other way, where neither slope nor sign tells them apart."""
    streets = run.network.streets
    if (
        run.trip.mode != "walk"
        or np.nansum(np.abs(streets.climb_m) + np.abs(streets.descent_m)) > 0
        or ((streets.access_forward ^ streets.access_backward) & mode_bit("walk")).any()
    ):
        return
    near = np.argsort(np.where(np.isnan(times.minutes[0]), np.inf, times.minutes[0]))[:50]
    there = times.minutes[0, near]
    chosen = run.region.cells.loc[list(times.to_id[near])]
    back = _times(run.network, chosen, run)
    column = int(np.flatnonzero(back.to_id == times.from_id[0])[0])
    gap = np.abs(back.minutes[:, column] - there)
    broken = [
        f"{times.from_id[0]} and {times.to_id[near[k]]}, {run.scenario}: {there[k]:.2f} and "
        f"{back.minutes[k, column]:.2f} min"
        for k in np.flatnonzero(gap > _TRACED_MIN)
    ]
    tally.add(int((~np.isnan(gap)).sum()), broken=broken)


def _trace(
    tallies: tuple[Tally, Tally], times: TravelTimes, run: Run, draw: np.random.Generator
) -> None:
    """Compare travel times with journeys leg by leg, and rides with the calls of their feeds."""
    from grensgeo.traveltimes import journeys

    rows, columns = np.nonzero(times.minutes > 0)
    if not len(rows):
        return
    cells, (tally, ridden) = run.region.cells, tallies
    for pair in draw.choice(len(rows), JOURNEYS):
        start, end = times.from_id[rows[pair]], times.to_id[columns[pair]]
        told = float(times.minutes[rows[pair], columns[pair]])
        legs = journeys(run.network, cells.loc[[start]], cells.loc[[end]], run.trip)
        whole = legs.groupby("percentile")["travel_time_min"].first().to_numpy()
        summed = legs.groupby("percentile")[["wait_min", "duration_min"]].sum().sum(axis=1)
        near = [abs(value - told) <= _TRACED_MIN for value in whole]
        apart = np.abs(summed.to_numpy() - whole)
        wrong = not any(near) or bool((apart > _TRACED_MIN).any())
        said = f"{start} to {end}, {run.trip_id}, {run.scenario}: {told:.2f} min, by legs "
        tally.add(1, broken=[f"{said}{summed.tolist()}"] if wrong else [])
        compare_rides(ridden, legs, run.network)


def compare_rides(tally: Tally, legs: pd.DataFrame, network: Network) -> None:
    """Compare how long rides take with the calls of their trips, where these are in a feed.

    Parameters
    ----------
    tally
        What counts.
    legs
        ``schema.JOURNEYS``.
    network
        With its feeds.
    """
    for leg in legs[legs["mode"] == "transit"].to_dict("records"):
        least = _scheduled_s(network, leg)
        if least is None:
            continue  # a stop that is called otherwise where two feeds were united
        early = least - leg["duration_min"] * 60.0
        said = f"{leg['line']}, {leg['trip_id']}, {leg['from_name']} to {leg['to_name']}: "
        said += f"{leg['duration_min']:.1f} min, by timetable {least / 60.0:.1f}"
        tally.add(1, broken=[said] if early > _TRACED_MIN * 60.0 else [])


def _scheduled_s(network: Network, leg: Mapping[Any, Any]) -> int | None:
    """Return the least seconds that a ride takes by the calls of its feed; None if not there."""
    for feed in network.feeds:
        rows = {str(name): row for row, name in enumerate(feed.trips.index)}
        # who stays seated rides several trips of a block, whose names are joined
        whole = [leg["trip_id"]] if leg["trip_id"] in rows else leg["trip_id"].split("+")
        if not {*whole} <= {*rows}:
            continue
        calls = feed.calls
        at = np.concatenate(
            [np.arange(calls.start[rows[name]], calls.start[rows[name] + 1]) for name in whole]
        )
        names = feed.stops.index.to_numpy().astype(str)[calls.stop[at]]
        # of several feeds a stop has the name of its own before it
        ends = (leg[f"{end}_stop"].removeprefix(f"{feed.name}:") for end in ("from", "to"))
        boards, alights = (np.flatnonzero(names == end) for end in ends)
        spans = [
            int(calls.arrival_s[at[j]] - calls.departure_s[at[i]])
            for i in boards
            for j in alights
            if i < j
        ]
        if spans:
            return min(spans)
    return None


def _look_inside(
    tally: Tally,
    asked: tuple[Network, Trip, gpd.GeoDataFrame],
    polygons: gpd.GeoDataFrame,
    draw: np.random.Generator,
) -> None:
    """Compare isochrones with travel times to corners of streets, and with each other."""
    network, trip, origins = asked
    own = polygons[(polygons["mode"] == trip.mode) & polygons["from_id"].isin(origins["id"])]
    if own.empty:
        return
    corners = _corners(network, (*own.geometry, *origins.geometry), draw)
    plane = utm_epsg_of(own)
    points = corners.geometry.to_crs(plane)
    own = own.to_crs(plane)
    for start, rings in own.groupby("from_id", sort=False):
        minutes = _to_corners(network, origins[origins["id"] == start], corners, trip)
        ordered = rings.sort_values("cutoff_min")
        inner = None
        for ring in ordered.itertuples():
            tally.add(1)
            if inner is not None and inner.difference(ring.geometry).area > NOTHING:
                tally.add(0, broken=[f"{start}, {trip.mode}: {ring.cutoff_min:g} min holds less"])
            inner = ring.geometry
            wrong = _wrong_side(points, minutes, ring)
            share = wrong / max(1, len(corners))
            said = (
                f"{start}, {trip.mode}, {ring.cutoff_min:g} min: {wrong} of {len(corners)} corners"
            )
            tally.add(len(corners), broken=[said] if share > _WRONG_SIDE else [])


def _corners(
    network: Network, around: Sequence[BaseGeometry], draw: np.random.Generator
) -> gpd.GeoDataFrame:
    """Draw corners of streets around isochrones and their origins."""
    import geopandas as gpd

    streets = network.streets
    west, south, east, north = gpd.GeoSeries(around).total_bounds
    within = np.flatnonzero(
        (streets.lon >= west)
        & (streets.lon <= east)
        & (streets.lat >= south)
        & (streets.lat <= north)
    )
    chosen = draw.choice(within, min(CORNERS, len(within)), replace=False)
    return gpd.GeoDataFrame(
        {"id": [f"corner-{k}" for k in chosen]},
        geometry=gpd.points_from_xy(streets.lon[chosen], streets.lat[chosen]),
        crs=4326,
    )


def _to_corners(
    network: Network, origin: gpd.GeoDataFrame, corners: gpd.GeoDataFrame, trip: Trip
) -> npt.NDArray[np.float32]:
    """Compute times to corners."""
    from grensgeo.traveltimes import travel_times

    try:
        found: npt.NDArray[np.float32] = travel_times(network, origin, corners, trip).minutes[0]
    except InputError:  # of none of the corners a street of this mode is near
        return np.full(len(corners), np.nan, dtype=np.float32)
    return found


def _wrong_side(
    points: gpd.GeoSeries,
    minutes: npt.NDArray[np.float32],
    ring: Any,  # noqa: ANN401 - a row of a table
) -> int:
    """Count corners on the wrong side of an outline, further from it than it is exact, metres."""
    clear = points.distance(ring.geometry.boundary).to_numpy() > 2.0 * ring.resolution_m
    inside = points.within(ring.geometry).to_numpy()
    early = minutes < ring.cutoff_min - _TRACED_MIN
    late = minutes > ring.cutoff_min + _TRACED_MIN
    return int((clear & ((early & ~inside) | (late & inside))).sum())
