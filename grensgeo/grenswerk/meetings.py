"""REACH: who can come together around the region's startup hubs, with the border and without it.

A meeting is a matter of an hour or an hour and a half of travel. How many people are so near to a
hub, which hubs are so near to each other, and how much of that does the border take away?
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border import border_effect
from grensgeo.countries import country_faults
from grensgeo.errors import Fault, InputError, some
from grensgeo.files import read_table
from grensgeo.geodata.points import as_points, hold_read_points
from grensgeo.measures.matrix import last_within
from grensgeo.schema import HUB_PAIRS, HUB_REACH, HUB_TIMES
from grensgeo.traveltimes import travel_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Singles
    from grensgeo.network import Network
    from grensgeo.traveltimes import Trip


#: Longest ways to a meeting, minutes: an hour, and an hour and a half for a half day together.
MEETING_MIN = (60.0, 90.0)
#: The quickest of all trips.
ANY = "any"


def read_hubs(
    path: str | Path, *, extent: gpd.GeoSeries | None = None, layer: str | None = None
) -> gpd.GeoDataFrame:
    """Read the hubs of startup systems.

    Parameters
    ----------
    path
        CSV, Parquet or workbook with ``id, name, country, lon, lat`` and, where the places are
        from, ``source``.
    extent
        Polygons of the network's data or the region, which serve to tell swapped coordinates.
    layer
        Sheet of a workbook that has several.

    Returns
    -------
    GeoDataFrame
        ``id, name, country, source`` at points in EPSG:4326.

    Raises
    ------
    FileError
        If the file is missing or unreadable.
    InputError
        If a column is missing, an id stands twice, or a place is none.

    Examples
    --------
    >>> hubs = read_hubs("data/sources/startup_hubs.csv")
    >>> hubs["country"].value_counts().to_dict()
    {'DE': 4, 'NL': 3}
    """
    path = Path(path)
    frame = read_table(
        path,
        needs=("id", "name", "country", "lon", "lat"),
        what="hubs",
        numbers=("lon", "lat"),
        layer=layer,
    )
    points = as_points(frame, where=str(path), extent=extent)
    hold_read_points(points, where=str(path), extent=extent)
    points["name"] = frame["name"].to_numpy()
    points["source"] = frame["source"].to_numpy() if "source" in frame.columns else ""
    _check(points, {"any": None}, [1.0])
    return points[["id", "name", "country", "source", "geometry"]]


def meeting_reach(
    network: Network,
    hubs: gpd.GeoDataFrame,
    people: pd.Series,
    *,
    cells: gpd.GeoDataFrame,
    trips: Mapping[str, Trip],
    cutoffs_min: Sequence[float] = MEETING_MIN,
) -> pd.DataFrame:
    """Count the people within a meeting's travel of each hub, with the border and without it.

    Parameters
    ----------
    network
        The network.
    hubs
        Places with ``id`` and ``country``, such as :func:`read_hubs` gives.
    people
        People (or jobs, or students) by id of their cell; NaN where the number is not known.
    cells
        Where they are: ``region.cells``, or any places with ids and ``country`` such as
        ``region.places``, which is quicker and coarser. Each is an origin: a whole region of
        1 km cells takes about half a minute a trip.
    trips
        Kinds of trips by name, from the people to the hub.
    cutoffs_min
        Longest ways, minutes, included.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.HUB_REACH`: a row per hub, trip, cutoff and reading of closed, and
        those of mode ``any`` for the quickest of the trips. ``closed`` with foreign destinations
        dropped counts the people of the hub's own country; with foreign routing forbidden, those
        who come without a foreign street or line. ``open`` counts all.

    Raises
    ------
    InputError
        If a hub is not on the network, a trip ends before the last cutoff, or ids do not fit.

    Warns
    -----
    GrensgeoWarning
        As :func:`grensgeo.travel_times` and :func:`grensgeo.border_effect`.

    Examples
    --------
    See docs/grenswerk.md.
    """
    import pandas as pd

    _check(hubs, trips, cutoffs_min)
    places = as_points(cells, where="cells")
    if "country" not in places.columns:
        raise InputError(
            "column-missing", "cells: no column 'country', without which no border can be closed"
        )
    both = sorted(set(places["id"]) & set(hubs["id"]))
    if both:
        raise InputError(
            "id-of-two-things",
            f"meetings: cells and hubs share ids: {some(both)}; rename the hubs",
        )
    opened, domestic = _both(network, places, hubs, trips, longest=max(cutoffs_min))
    ids, names = places["id"].to_numpy(dtype=object), hubs["id"].to_numpy(dtype=object)
    countries = pd.concat([places.set_index("id")["country"], hubs.set_index("id")["country"]])
    tables = []
    for mode, minutes in opened.items():
        times, closed_times = (
            _passive(ids, names, matrix) for matrix in (minutes, domestic[mode])
        )
        for cutoff in cutoffs_min:
            for closed in ("destinations", closed_times):
                table = border_effect(
                    times, people, cutoff_min=cutoff, countries=countries, closed=closed
                )
                tables.append(table.assign(mode=mode))
    columns = [column.name for column in HUB_REACH.columns]
    return HUB_REACH.check(pd.concat(tables, ignore_index=True)[columns])


def meeting_times(
    network: Network, hubs: gpd.GeoDataFrame, *, trips: Mapping[str, Trip]
) -> pd.DataFrame:
    """Return the travel times between hubs, each way, with the border open and closed.

    Parameters
    ----------
    network
        The network.
    hubs
        Places with ``id`` and ``country``, such as :func:`read_hubs` gives.
    trips
        Kinds of trips by name.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.HUB_TIMES`: a row per ordered pair and trip.

    Raises
    ------
    InputError
        If a hub is not on the network, or there are fewer than two.

    Examples
    --------
    See docs/grenswerk.md.
    """
    import pandas as pd

    _check(hubs, trips, [])
    if len(hubs) < 2:
        raise InputError("too-few", f"hubs: {len(hubs)} given; two can meet, one cannot")
    opened, domestic = _both(network, hubs, hubs, trips)
    ids, country = list(hubs["id"]), list(hubs["country"])
    rows = [
        (ids[i], ids[j], country[i] != country[j], mode, opened[mode][i, j], domestic[mode][i, j])
        for mode in trips
        for i, j in permutations(range(len(ids)), 2)
    ]
    table = pd.DataFrame(rows, columns=[column.name for column in HUB_TIMES.columns])
    return HUB_TIMES.check(table)


def meeting_pairs(
    times: pd.DataFrame, *, cutoffs_min: Sequence[float] = MEETING_MIN
) -> pd.DataFrame:
    """Find which hubs can meet, with the border and without it.

    Two hubs can meet where one of the two travels to the other within the cutoff; meeting halfway
    is not looked for.

    Parameters
    ----------
    times
        What :func:`meeting_times` gives.
    cutoffs_min
        Longest ways, minutes, included.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.HUB_PAIRS`: a row per pair, trip and cutoff, and those of mode
        ``any``.

    Raises
    ------
    InputError
        If the table does not fit its declaration or a cutoff is none.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({
    ...     "from_id": ["Enschede", "Münster"], "to_id": ["Münster", "Enschede"], "across": True,
    ...     "mode": "transit", "travel_time_min": [88.0, 93.0], "domestic_time_min": None,
    ... })
    >>> pairs = meeting_pairs(times, cutoffs_min=[60, 90])
    >>> pairs.loc[pairs["mode"] == "any", ["cutoff_min", "open", "closed_routing"]].values.tolist()
    [[60.0, False, False], [90.0, True, False]]
    """
    import pandas as pd

    _check_cutoffs(cutoffs_min)
    table = HUB_TIMES.check(times, where="times between hubs")
    ends = [sorted(pair) for pair in zip(table["from_id"], table["to_id"], strict=True)]
    table = table.assign(id_a=[a for a, _ in ends], id_b=[b for _, b in ends])
    table = pd.concat([table, table.assign(mode=ANY)])
    best = table.groupby(["id_a", "id_b", "across", "mode"], sort=False, as_index=False)[
        ["travel_time_min", "domestic_time_min"]
    ].min()
    frames = []
    for cutoff in cutoffs_min:
        last = last_within(cutoff)
        together = best["travel_time_min"] <= last
        frames.append(
            best.assign(
                cutoff_min=float(cutoff),
                open=together,
                closed_destinations=together & ~best["across"],
                closed_routing=best["domestic_time_min"] <= last,
            )
        )
    columns = [column.name for column in HUB_PAIRS.columns]
    return HUB_PAIRS.check(pd.concat(frames, ignore_index=True)[columns])


def _check(
    hubs: gpd.GeoDataFrame, trips: Mapping[str, object], cutoffs_min: Sequence[float]
) -> None:
    """Validate hubs, trips and cutoffs against each other."""
    faults = [
        Fault("column-missing", f"hubs: no column {name!r}")
        for name in ("id", "country")
        if name not in hubs.columns
    ]
    if not faults:
        faults += [] if len(hubs) else [Fault("table-empty", "hubs: there is none")]
        wrong = country_faults(hubs["id"], hubs["country"])
        faults += [fault.at("hubs: country") for fault in wrong]
    if not trips:
        faults.append(Fault("none-given", "give at least one trip"))
    for name, trip in trips.items():
        longest = getattr(trip, "max_min", None)
        if longest is not None and longest < max(cutoffs_min, default=0):
            faults.append(
                Fault("cutoff-beyond-times", f"{name}: ends at {longest:g} min, before the cutoff")
            )
        if name == ANY and trip is not None:
            faults.append(
                Fault("name-reserved", f"a trip is called {ANY!r}, which is the quickest of all")
            )
    if faults:
        raise InputError.of(faults, where="meetings")
    if cutoffs_min:
        _check_cutoffs(cutoffs_min)


def _check_cutoffs(cutoffs_min: Sequence[float]) -> None:
    """Raise on cutoffs that are none."""
    if not len(cutoffs_min) or any(not 0 < cutoff < np.inf for cutoff in cutoffs_min):
        raise InputError(
            "cutoffs-wrong", f"meetings: cutoffs {list(cutoffs_min)}; give minutes above 0"
        )


def _both(
    network: Network,
    origins: gpd.GeoDataFrame,
    hubs: gpd.GeoDataFrame,
    trips: Mapping[str, Trip],
    *,
    longest: float | None = None,
) -> tuple[dict[str, Singles], dict[str, Singles]]:
    """Return minutes to the hubs with foreign routing and without it, and the least of each."""
    found: tuple[dict[str, Singles], dict[str, Singles]] = ({}, {})
    for name, trip in trips.items():
        ends = trip if longest is None else replace(trip, max_min=longest)
        for minutes, foreign in zip(found, (True, False), strict=True):
            times = travel_times(network, origins, hubs, replace(ends, foreign_routing=foreign))
            lost = [times.to_id[i] for i in np.flatnonzero(times.to_status != 0)]
            if lost:
                raise InputError(
                    "not-on-network",
                    f"hubs: not on the network by {name}: {some(lost)}; move them to a street, "
                    "or give the trip a longer max_snap_m",
                )
            minutes[name] = times.minutes
    for minutes in found:
        minutes[ANY] = np.fmin.reduce(list(minutes.values()))
    return found


def _passive(
    ids: npt.NDArray[np.object_], hubs: npt.NDArray[np.object_], minutes: Singles
) -> pd.DataFrame:
    """Turn times to hubs round, as seen from the hubs, so that people are what is reached."""
    import pandas as pd

    return pd.DataFrame(
        {
            "from_id": np.repeat(hubs, len(ids)),
            "to_id": np.tile(ids, len(hubs)),
            "travel_time_min": minutes.T.reshape(-1),
        }
    )
