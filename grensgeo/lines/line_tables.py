"""Whether tables of public transport lines can be true, and those of an area."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.geodata.doubtful_places import country_doubts
from grensgeo.lines.clock_faces import cut_face
from grensgeo.schema import Column, Table

if TYPE_CHECKING:
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

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


def check_lines(tables: ServiceTables) -> ServiceTables:
    """Check the tables of public transport lines.

    Parameters
    ----------
    tables
        From :func:`grensgeo.lines.services_file.read_services`, all with their minutes.

    Returns
    -------
    ServiceTables
        The same, calls sorted by line and position, with the declared dtypes.

    Raises
    ------
    InputError
        With every fault at once: columns, duplicate ids, references to stops and lines that are
        not there, coordinates and countries that cannot be, headways that are not above zero,
        minutes that fall along a line, a ride that takes no time, lines of fewer than two calls.
    """
    if tables.on_track:
        raise InputError(
            "minutes-missing",
            f"services: lines {some(list(tables.on_track))} give max_kmh and have no minutes yet; "
            "they need the tracks of an extract (build_network(osm, services=...), or "
            "run_on_tracks)",
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
    order = frames["calls"].sort_values(["line_id", "sequence"], kind="stable")
    checked = replace(
        tables,
        stops=frames["stops"],
        lines=frames["lines"],
        calls=order.reset_index(drop=True),
        transfers=frames["transfers"],
    )
    faults = [*_stop_faults(checked), *_reference_faults(checked), *_time_faults(checked)]
    if faults:
        raise InputError.of(faults, where="services")
    return checked


def _stop_faults(tables: ServiceTables) -> list[Fault]:
    """List stops that cannot be where they are said to be."""
    stops = tables.stops
    off = stops[(stops["lon"].abs() > 180) | (stops["lat"].abs() > 90)]
    faults = (
        [Fault("coordinates-not-degrees", f"coordinates out of range at {some(off['stop_id'])}")]
        if len(off)
        else []
    )
    if not faults:
        lon, lat = stops["lon"].to_numpy(dtype=float), stops["lat"].to_numpy(dtype=float)
        ids = stops["stop_id"].tolist()
        country = stops["country"]
        faults += country_doubts(ids, lon, lat, country=country, where="services")[0]
    unknown = stops[~stops["country"].isin(COUNTRIES[1:])]
    if len(unknown):
        faults.append(
            Fault(
                "country-unknown",
                f"country is not one of {', '.join(COUNTRIES[1:])} at {some(unknown['stop_id'])}",
            )
        )
    return faults


def _reference_faults(tables: ServiceTables) -> list[Fault]:
    """List references to stops and lines that are not there."""
    stops, lines = set(tables.stops["stop_id"]), set(tables.lines["line_id"])
    faults = Faults()
    for table, column, known in (
        ("calls", "stop_id", stops),
        ("calls", "line_id", lines),
        ("transfers", "from_stop_id", stops),
        ("transfers", "to_stop_id", stops),
    ):
        named = getattr(tables, table)[column]
        missing = named[~named.isin(list(known))].drop_duplicates()
        if len(missing):
            faults.add("id-unknown", f"{table} name {column} that are not there: {some(missing)}")
    count = tables.calls["line_id"].value_counts()
    short = [line for line in tables.lines["line_id"] if count.get(line, 0) < 2]
    if short:
        faults.add("line-too-short", f"lines with fewer than two calls: {some(short)}")
    return faults


def _time_faults(tables: ServiceTables) -> list[Fault]:
    """List headways, minutes and transfers that cannot be."""
    lines, calls, transfers = tables.lines, tables.calls, tables.transfers
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


def clip_lines(tables: ServiceTables, area: BaseGeometry) -> ServiceTables:
    """Cut lines to an area.

    Parameters
    ----------
    tables
        The lines.
    area
        Polygon in lon/lat.

    Returns
    -------
    ServiceTables
        Each line from its first to its last call inside the area, calls outside between them
        included, with its first call at minute zero; lines with fewer than two calls left, and
        stops that no line calls at, are dropped.

    Raises
    ------
    InputError
        If no line has two calls inside the area.
    """
    import shapely

    stops = tables.stops
    inside = set(stops.loc[shapely.contains_xy(area, stops["lon"], stops["lat"]), "stop_id"])
    kept = []
    for _, group in tables.calls.groupby("line_id", sort=True):
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
    left = set(calls["line_id"])
    faces = [cut_face(face, inside) for face in tables.faces if face.line_id in left]
    served = set(calls["stop_id"])
    walks = tables.transfers
    return replace(
        tables,
        stops=stops[stops["stop_id"].isin(served)].reset_index(drop=True),
        lines=tables.lines[tables.lines["line_id"].isin(left)].reset_index(drop=True),
        calls=calls,
        faces=tuple(face for face in faces if face is not None),
        transfers=walks[
            walks["from_stop_id"].isin(served) & walks["to_stop_id"].isin(served)
        ].reset_index(drop=True),
    )
