"""Trips on each day, in each country, and whether a date has ordinary service."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError
from grensgeo.gtfs.calendar import sum_by_day
from grensgeo.notes import Note

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.feed import Feed

#: Days before and after a date with whose median it is compared: a feed that knows nothing new of
#: later years has its ordinary days near the date.
_NEAR_DAYS = 366

#: Months that are written out day by day.
_MOST_MONTHS = 60

#: Below this share of the median day a date has poor service.
POOR_SHARE = 0.2


def departures_per_trip(feed: Feed) -> npt.NDArray[np.int64]:
    """Count how often each trip of a feed leaves on a day: once, or by its frequencies.

    Parameters
    ----------
    feed
        The feed.

    Returns
    -------
    ndarray
        int64 (n_trips,).
    """
    count = np.ones(len(feed.trips), dtype=np.int64)
    frame = feed.frequencies
    if len(frame):
        trip = frame["trip"].to_numpy()
        span = frame["end_s"].to_numpy() - frame["start_s"].to_numpy()
        count[trip] = 0
        np.add.at(count, trip, -(-span // frame["headway_s"].to_numpy()))
    return count


def stop_countries(feed: Feed, areas: gpd.GeoDataFrame | None) -> npt.NDArray[np.object_]:
    """Find the country in which each stop of a feed lies.

    Parameters
    ----------
    feed
        The feed.
    areas
        Polygons with a column ``country`` and a CRS; without them the stops' own column
        ``country`` counts, where they have one.

    Returns
    -------
    ndarray
        object (n_stops,): ``NL``, ``DE`` …, empty outside all polygons.
    """
    if areas is None:
        known = feed.stops.get("country")
        none = np.full(len(feed.stops), "", dtype=object)
        return none if known is None else known.to_numpy(dtype=object)
    import geopandas as gpd

    lon, lat = feed.stops["stop_lon"].to_numpy(), feed.stops["stop_lat"].to_numpy()
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=4326)
    areas = areas.to_crs(4326)[["country", areas.geometry.name]]
    joined = gpd.sjoin(points, areas, how="left", predicate="intersects")
    joined = joined[~joined.index.duplicated(keep="first")]
    return np.array(joined["country"].fillna(""), dtype=object)


def service_per_day(feed: Feed, areas: gpd.GeoDataFrame | None = None) -> pd.DataFrame:
    """Count the trips of each day.

    Parameters
    ----------
    feed
        The feed.
    areas
        Polygons with a column ``country``: each country is counted apart, a trip in every
        country in which it calls. Without them by the stops' own column, if there is one.

    Returns
    -------
    DataFrame
        Index ``date`` (``datetime64``), every day from the first to the last; ``trips``, then a
        column a country. Departures at headways count one by one.
    """
    runs = departures_per_trip(feed)
    service = feed.trips["service"].to_numpy()
    masks = {"trips": np.ones(len(feed.trips), dtype=bool)}
    if areas is not None or "country" in feed.stops:
        country = stop_countries(feed, areas)[feed.calls.stop]
        trip = np.repeat(np.arange(len(feed.trips)), np.diff(feed.calls.start))
        for name in sorted(set(country) - {""}):
            mask = np.zeros(len(feed.trips), dtype=bool)
            mask[trip[country == name]] = True
            masks[name] = mask
    n = len(feed.days.services)
    counts = {
        name: np.bincount(service[mask], weights=runs[mask], minlength=n).astype(np.int64)
        for name, mask in masks.items()
    }
    return sum_by_day(feed.days, counts)


def check_date(feed: Feed, day: date, areas: gpd.GeoDataFrame | None = None) -> list[Note]:
    """Check a date against the days of a feed.

    Parameters
    ----------
    feed
        The feed.
    day
        The date.
    areas
        Polygons with a column ``country``: each country is looked at apart, so that a feed that
        is missing on one side of the border is not taken for an effect of the border. A feed that
        was cut to dates is held to all days of the area that it was cut to, and its countries.

    Returns
    -------
    list of Note
        Warnings: fewer than a fifth of the trips of the median day within a year, in all or in
        one country.

    Raises
    ------
    InputError
        If the date is outside the feed.
    """
    if not feed.days.first <= day <= feed.days.last:
        cut = any(finding.code == "cut_to_dates" for finding in feed.findings)
        raise InputError(
            "day-outside-feed",
            f"feed {feed.name}: {day} is outside its days, {feed.days.first} to "
            f"{feed.days.last}; choose a date in them, or "
            + ("read it again, as it was cut to dates" if cut else "fetch a feed of that date"),
        )
    table = service_per_day(feed, areas) if feed.usual is None else feed.usual
    first = table.index[0].date()
    if not 0 <= (day - first).days < len(table):
        days = table.index.union([np.datetime64(day, "s")])
        table = table.reindex(days, fill_value=0).asfreq("D", fill_value=0)
        first = table.index[0].date()
    place = (day - first).days
    near = table.iloc[max(0, place - _NEAR_DAYS) : place + _NEAR_DAYS + 1]
    said: list[Note] = []
    for name in table.columns:
        median = float(near[name].median())
        on_day = int(table[name].to_numpy()[place])
        if on_day < POOR_SHARE * median or on_day == 0:
            code = "timetables.poor-day" if name == "trips" else "timetables.poor-day-in"
            values = {} if name == "trips" else {"country": name}
            said.append(
                Note(code, feed=feed.name, n=on_day, date=str(day), median=round(median), **values)
            )
    return said


def months(table: pd.DataFrame) -> list[tuple[str, list[int | None]]]:
    """Group counts per day by month.

    Parameters
    ----------
    table
        As :func:`service_per_day` gives, one column.

    Returns
    -------
    list of tuple
        Month as ``2023-10``, and a count for each of its days, ``None`` outside the feed; the
        first five years of a longer feed.
    """
    table = table.iloc[: _MOST_MONTHS * 31]
    counts = {day.date(): int(n) for day, n in table.iloc[:, 0].items()}  # type: ignore[attr-defined]
    first, last = min(counts), max(counts)
    result: list[tuple[str, list[int | None]]] = []
    day = first.replace(day=1)
    while day <= last and len(result) < _MOST_MONTHS:
        row: list[int | None] = []
        month = day.month
        while day.month == month:
            row.append(counts.get(day))
            day += timedelta(days=1)
        result.append((f"{day - timedelta(days=1):%Y-%m}", row))
    return result
