"""Check public transport lines and lay them out in arrays for routing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.network.contents import Services
from grensgeo.schema import Column, Table

if TYPE_CHECKING:
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Floats, Longs
    from grensgeo.lines.services_file import ServiceTables

_TABLES = {
    "stops": Table(
        "stops",
        (
            Column("stop_id", "string", "Stop"),
            Column("name", "string", "Name"),
            Column("lon", "number", "Longitude", "degrees"),
            Column("lat", "number", "Latitude", "degrees"),
            Column("country", "string", "Country"),
        ),
        ("stop_id",),
    ),
    "lines": Table(
        "lines",
        (
            Column("line_id", "string", "Line; both directions run"),
            Column("name", "string", "Name"),
            Column("operator", "string", "Operator"),
            Column("headway_min", "number", "Minutes from train to train", "min"),
            Column("modelled", "boolean", "Whether its minutes rest on distance and speed"),
            Column("source_id", "string", "Source"),
        ),
        ("line_id",),
    ),
    "calls": Table(
        "calls",
        (
            Column("line_id", "string", "Line"),
            Column("sequence", "integer", "Position along the line"),
            Column("stop_id", "string", "Stop"),
            Column("arrival_min", "number", "From the first stop", "min"),
            Column("departure_min", "number", "From the first stop", "min"),
        ),
        ("line_id", "sequence"),
    ),
    "transfers": Table(
        "transfers",
        (
            Column("from_stop_id", "string", "From"),
            Column("to_stop_id", "string", "To"),
            Column("transfer_min", "number", "Walking, or changing at the stop itself", "min"),
        ),
        ("from_stop_id", "to_stop_id"),
    ),
}


@dataclass(frozen=True, eq=False)
class ServiceArrays:
    """Services as :func:`grensgeo.routing.transit.headways.stop_times` takes them.

    Attributes
    ----------
    stop_ids
        Tuple (n_stops,): the stop of each position.
    line_ids
        Tuple (n_rows,): the line of each row; every line has two, there and back.
    line_start, call_stop, call_arrival_s, call_departure_s, line_headway_s, transfer_from,
    transfer_to, transfer_s
        The arguments of the same names.
    """

    stop_ids: tuple[str, ...]
    line_ids: tuple[str, ...]
    line_start: Longs
    call_stop: Longs
    call_arrival_s: Floats
    call_departure_s: Floats
    line_headway_s: Floats
    transfer_from: Longs
    transfer_to: Longs
    transfer_s: Floats


def build_services(tables: ServiceTables | Services) -> Services:
    """Check the tables of public transport lines.

    Parameters
    ----------
    tables
        From :func:`grensgeo.lines.services_file.read_services`, or services that were altered.

    Returns
    -------
    Services
        The same, sorted by line and position, with the declared dtypes.

    Raises
    ------
    InputError
        With every fault at once: columns, duplicate ids, references to stops and lines that are
        not there, coordinates and countries that cannot be, headways that are not above zero,
        minutes that fall along a line, a ride that takes no time, lines of fewer than two calls.
    """
    waiting = list(getattr(tables, "on_track", ()))
    if waiting:
        raise InputError(
            "minutes-missing",
            f"services: lines {some(waiting)} give max_kmh and have no minutes yet; they need the "
            "tracks of an extract (build_network(osm, services=...), or run_on_tracks)",
        )
    frames: dict[str, pd.DataFrame] = {}
    faults: list[Fault] = []
    for name, table in _TABLES.items():
        try:
            frames[name] = table.check(getattr(tables, name), where="services")
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError.of(faults)
    services = Services(
        stops=frames["stops"],
        lines=frames["lines"],
        calls=frames["calls"]
        .sort_values(["line_id", "sequence"], kind="stable")
        .reset_index(drop=True),
        transfers=frames["transfers"],
    )
    faults = [*_stop_faults(services), *_reference_faults(services), *_time_faults(services)]
    if faults:
        raise InputError.of(faults, where="services")
    return services


def _stop_faults(services: Services) -> list[Fault]:
    """List stops that cannot be where they are said to be."""
    stops = services.stops
    off = stops[(stops["lon"].abs() > 180) | (stops["lat"].abs() > 90)]
    faults = (
        [Fault("coordinates-not-degrees", f"coordinates out of range at {some(off['stop_id'])}")]
        if len(off)
        else []
    )
    unknown = stops[~stops["country"].isin(COUNTRIES[1:])]
    if len(unknown):
        faults.append(
            Fault(
                "country-unknown",
                f"country is not one of {', '.join(COUNTRIES[1:])} at {some(unknown['stop_id'])}",
            )
        )
    return faults


def _reference_faults(services: Services) -> list[Fault]:
    """List references to stops and lines that are not there."""
    stops, lines = set(services.stops["stop_id"]), set(services.lines["line_id"])
    faults = Faults()
    for table, column, known in (
        ("calls", "stop_id", stops),
        ("calls", "line_id", lines),
        ("transfers", "from_stop_id", stops),
        ("transfers", "to_stop_id", stops),
    ):
        named = getattr(services, table)[column]
        missing = named[~named.isin(list(known))].drop_duplicates()
        if len(missing):
            faults.add("id-unknown", f"{table} name {column} that are not there: {some(missing)}")
    count = services.calls["line_id"].value_counts()
    short = [line for line in services.lines["line_id"] if count.get(line, 0) < 2]
    if short:
        faults.add("line-too-short", f"lines with fewer than two calls: {some(short)}")
    return faults


def _time_faults(services: Services) -> list[Fault]:
    """List headways, minutes and transfers that cannot be."""
    lines, calls, transfers = services.lines, services.calls, services.transfers
    faults = Faults()
    idle = lines[lines["headway_min"] <= 0]
    if len(idle):
        faults.add("out-of-range", f"headway_min is not above zero on {some(idle['line_id'])}")
    before = calls.groupby("line_id", sort=False)["departure_min"].shift()
    # the first call of a line has none before it, and NaN compares as False
    wrong = calls[
        (calls["departure_min"] < calls["arrival_min"]) | (calls["arrival_min"] < before)
    ]
    if len(wrong):
        faults.add("times-run-backwards", f"minutes fall along the line at {some(_named(wrong))}")
    still = calls[calls["arrival_min"] == before]
    if len(still):
        faults.add("ride-takes-no-time", f"a ride takes no time to {some(_named(still))}")
    under = transfers[transfers["transfer_min"] < 0]
    if len(under):
        pairs = [
            f"{a} to {b}" for a, b in zip(under["from_stop_id"], under["to_stop_id"], strict=True)
        ]
        faults.add("negative-or-infinite", f"transfer_min is below zero from {some(pairs)}")
    return faults


def _named(calls: pd.DataFrame) -> list[str]:
    """Return names of calls, by line and stop."""
    return [
        f"{line} {stop}" for line, stop in zip(calls["line_id"], calls["stop_id"], strict=True)
    ]


def to_arrays(services: Services, *, country: str | None = None) -> ServiceArrays:
    """Convert services to arrays, each line there and back.

    Parameters
    ----------
    services
        The lines. The way back is the mirror image: the same minutes from stop to stop.
    country
        If given, only calls in this country: a line across the border is cut there, so that
        foreign stops can neither be reached nor passed through.

    Returns
    -------
    ServiceArrays
        All stops of ``services`` in their order, and two rows a line (``line_ids`` names each
        twice). A stop without a transfer to itself is changed at in no time.

    Examples
    --------
    >>> import pandas as pd
    >>> one = Services(
    ...     stops=pd.DataFrame({"stop_id": ["a", "b"], "country": ["NL", "DE"]}),
    ...     lines=pd.DataFrame({"line_id": ["x"], "headway_min": [30.0]}),
    ...     calls=pd.DataFrame({"line_id": ["x", "x"], "sequence": [1, 2], "stop_id": ["a", "b"],
    ...                         "arrival_min": [0.0, 9.0], "departure_min": [0.0, 9.0]}),
    ...     transfers=pd.DataFrame({"from_stop_id": [], "to_stop_id": [], "transfer_min": []}),
    ... )
    >>> to_arrays(one).call_stop
    array([0, 1, 1, 0])
    >>> to_arrays(one, country="NL").line_ids
    ()
    """
    ids = services.stops["stop_id"].tolist()
    number = {stop: position for position, stop in enumerate(ids)}
    headways = dict(zip(services.lines["line_id"], services.lines["headway_min"], strict=True))
    abroad = set()
    if country is not None:
        abroad = set(services.stops.loc[services.stops["country"] != country, "stop_id"])
    rows: list[tuple[str, list[tuple[int, float, float]]]] = []
    for line, group in services.calls.groupby("line_id", sort=True):
        ordered = group.sort_values("sequence")
        run: list[tuple[int, float, float]] = []
        calls = zip(
            ordered["stop_id"], ordered["arrival_min"], ordered["departure_min"], strict=True
        )
        for stop, arrival, departure in [*calls, (None, 0.0, 0.0)]:
            if stop is not None and stop not in abroad:
                run.append((number[stop], 60.0 * arrival, 60.0 * departure))
                continue
            if len(run) > 1:
                back = [(s, run[-1][1] - d, run[-1][1] - a) for s, a, d in reversed(run)]
                rows += [(str(line), run), (str(line), back)]
            run = []
    flat = [call for _, calls_of in rows for call in calls_of]
    walks = services.transfers
    if country is not None:
        walks = walks[~walks["from_stop_id"].isin(abroad) & ~walks["to_stop_id"].isin(abroad)]
    return ServiceArrays(
        stop_ids=tuple(ids),
        line_ids=tuple(line for line, _ in rows),
        line_start=np.cumsum([0] + [len(run) for _, run in rows], dtype=np.int64),
        call_stop=np.array([call[0] for call in flat], dtype=np.int64),
        call_arrival_s=np.array([call[1] for call in flat], dtype=np.float64),
        call_departure_s=np.array([call[2] for call in flat], dtype=np.float64),
        line_headway_s=np.array([60.0 * headways[line] for line, _ in rows], dtype=np.float64),
        transfer_from=np.array([number[s] for s in walks["from_stop_id"]], dtype=np.int64),
        transfer_to=np.array([number[s] for s in walks["to_stop_id"]], dtype=np.int64),
        transfer_s=60.0 * walks["transfer_min"].to_numpy(dtype=np.float64),
    )


def clip_services(services: Services, area: BaseGeometry) -> Services:
    """Cut services to an area.

    Parameters
    ----------
    services
        The lines.
    area
        Polygon in lon/lat.

    Returns
    -------
    Services
        Each line from its first to its last call inside the area, calls outside between them
        included, with its first call at minute zero; lines with fewer than two calls left, and
        stops that no line calls at, are dropped.

    Raises
    ------
    InputError
        If no line has two calls inside the area.
    """
    import shapely

    stops = services.stops
    inside = set(stops.loc[shapely.contains_xy(area, stops["lon"], stops["lat"]), "stop_id"])
    kept = []
    for _, group in services.calls.groupby("line_id", sort=True):
        ordered = group.sort_values("sequence")
        hits = np.flatnonzero(ordered["stop_id"].isin(inside))
        if len(hits) < 2:
            continue
        part = ordered.iloc[hits[0] : hits[-1] + 1].copy()
        start = part["departure_min"].iloc[0]
        part["sequence"] = np.arange(1, len(part) + 1)
        part["arrival_min"] = (part["arrival_min"] - start).clip(lower=0.0)
        part["departure_min"] -= start
        kept.append(part)
    if not kept:
        raise InputError("nothing-in-area", "services: no line has two stops inside the area")
    import pandas as pd

    calls = pd.concat(kept, ignore_index=True)
    served = set(calls["stop_id"])
    walks = services.transfers
    return Services(
        stops=stops[stops["stop_id"].isin(served)].reset_index(drop=True),
        lines=services.lines[services.lines["line_id"].isin(set(calls["line_id"]))].reset_index(
            drop=True
        ),
        calls=calls,
        transfers=walks[
            walks["from_stop_id"].isin(served) & walks["to_stop_id"].isin(served)
        ].reset_index(drop=True),
    )
