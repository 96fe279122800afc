"""A student's year on the command line: on how many days a placement can be gone to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import (
    add_network,
    add_output,
    add_trip,
    minutes,
    read_trips,
    with_speeds,
)
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.errors import InputError
from grensgeo.files import TABLES
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from grensgeo.region.region import Region


def _year_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``year``."""
    add_network(command)
    command.add_argument(
        "--homes", type=Path, required=True, metavar="FILE",
        help="id, lon, lat, country; part (NW, Noord) and students where known",
    )  # fmt: skip
    command.add_argument(
        "--places", type=Path, required=True, metavar="FILE",
        help="internships or firms: id, lon, lat, country; part, start and end where known",
    )  # fmt: skip
    command.add_argument("--since", required=True, metavar="DAY", help="first day, as 2026-09-01")
    command.add_argument("--until", required=True, metavar="DAY", help="last day")
    command.add_argument("--start", default="08:30", metavar="TIME", help="to be there by")
    command.add_argument("--end", default="17:00", metavar="TIME", help="to go home from")
    command.add_argument(
        "--weekdays", nargs="+", default=["mon", "tue", "wed", "thu", "fri"], metavar="DAY",
        help="mon tue wed thu fri sat sun (default: the first five)",
    )  # fmt: skip
    command.add_argument(
        "--off", nargs="*", default=["public_there"], metavar="WHICH",
        help="holidays that are days off: public_there public_here school_there school_here "
        "(default: the first)",
    )  # fmt: skip
    command.add_argument(
        "--runs-like", metavar="DAY", help="take the timetable of this date for every day"
    )
    command.add_argument(
        "--holidays", type=Path, metavar="FILE", help="school holidays of your own; docs/year.md"
    )
    command.add_argument(
        "--cutoff-min", type=minutes, required=True, metavar="MIN", help="longest trip, min"
    )
    command.add_argument(
        "--region", type=Path, metavar="DIR",
        help="tells in which municipality homes and places lie, and so their part of the country",
    )  # fmt: skip
    command.add_argument(
        "--share", type=float, default=0.9, metavar="SHARE",
        help="of the days, on which one has to be able to come, for --by-place (default: 0.9)",
    )  # fmt: skip
    command.add_argument(
        "--by-place", type=Path, metavar="FILE",
        help="write from which homes one can come too, by municipality with --region",
    )  # fmt: skip
    command.add_argument(
        "--missed-changes", action="store_true",
        help="count on how many days one is in time although a change is missed; takes longer",
    )  # fmt: skip
    command.add_argument("--html", type=Path, metavar="FILE", help="write a page too")
    command.add_argument(
        "--language", choices=LANGUAGES, default="nl", help="of the page (default: nl)"
    )
    add_trip(command, several=True)
    add_output(command, ".csv or .parquet")


def year(arguments: argparse.Namespace) -> int:
    """Write on how many days of a year each place can be gone to from each home."""
    from grensgeo.grenswerk.asked_days import AskedDays
    from grensgeo.grenswerk.days_by_place import days_by_place
    from grensgeo.grenswerk.free_days import FreeDays
    from grensgeo.grenswerk.possible_days import possible_days
    from grensgeo.network import load_network
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import load_region
    from grensgeo.traveltimes.assumptions import trip_provenance

    need_output(arguments.output, TABLES)
    for path, endings in ((arguments.by_place, TABLES), (arguments.html, (".html",))):
        if path is not None:
            need_output(path, endings)
    if not 0 < arguments.share <= 1:
        raise InputError("out-of-range", f"--share is {arguments.share}; above 0, up to 1")
    asked = AskedDays(
        arguments.since,
        arguments.until,
        start=arguments.start,
        end=arguments.end,
        weekdays=tuple(arguments.weekdays),
        off=tuple(arguments.off),
        runs_like=arguments.runs_like,
    )
    free = FreeDays.read(arguments.holidays) if arguments.holidays else FreeDays.default()
    region = None if arguments.region is None else load_region(arguments.region)
    trips = read_trips(arguments, arguments.cutoff_min)
    homes, places = (
        _points(path, what, region)
        for path, what in ((arguments.homes, "homes"), (arguments.places, "places"))
    )
    network = with_speeds(load_network(arguments.network), arguments)
    days = possible_days(
        network, homes, places, asked,
        trips=trips, free_days=free, missed_changes=arguments.missed_changes,
    )  # fmt: skip
    dated = [
        replace(trip, departure=f"{asked.runs_like}T{asked.end}")
        if trip.mode == "transit" and asked.runs_like
        else trip
        for trip in trips.values()
        if trip.mode != "transit" or asked.runs_like
    ]
    known = trip_provenance(network, *dated) if dated else network.provenance
    provenance = known | Provenance(notes=asked.notes())
    said = {name: getattr(asked, name) for name in ("since", "until", "start", "end", "runs_like")}
    question = said | {"off": list(asked.off), "modes": list(trips)}
    write_result(days, arguments.output, provenance, asked=question)
    print(f"{arguments.output}: {len(days)} rows")
    group = "region_code" if region is not None else None
    mirror = days_by_place(days, homes, group=group, share=arguments.share)
    if arguments.by_place is not None:
        write_result(mirror, arguments.by_place, provenance, asked=question)
        print(f"{arguments.by_place}: {len(mirror)} rows")
    if arguments.html is not None:
        from grensgeo.maps.year_page import write_year_page

        print(
            write_year_page(
                days,
                arguments.html,
                asked={name: str(value) for name, value in said.items()},
                provenance=provenance,
                mirror=mirror,
                names=None if region is None else dict(region.municipalities["name"]),
                share=arguments.share,
                language=arguments.language,
            )
        )
    return 0


def _points(path: Path, what: str, region: Region | None) -> pd.DataFrame:
    """Read homes or places, and find their municipality and part of the country."""
    from grensgeo.files import read_table
    from grensgeo.grenswerk.free_days import parts_of

    frame = read_table(
        path,
        needs=("id", "lon", "lat", "country"),
        what=what,
        numbers=("lon", "lat", "students"),
    )
    if region is None:
        return frame
    import geopandas as gpd

    points = gpd.GeoDataFrame(
        geometry=gpd.points_from_xy(frame["lon"], frame["lat"]), index=frame.index, crs=4326
    )
    towns = region.municipalities[["region_code", "nuts3", "geometry"]].reset_index(drop=True)
    towns = gpd.GeoDataFrame(towns, geometry="geometry", crs=region.municipalities.crs)
    found = gpd.sjoin(points, towns.to_crs(4326), how="left", predicate="intersects")
    found = found[~found.index.duplicated(keep="first")]
    codes = found["region_code"].astype(object).where(found["region_code"].notna(), None)
    nuts3 = found["nuts3"].astype(object).where(found["nuts3"].notna(), None)
    parts = parts_of(frame["country"], codes, nuts3)
    if "part" in frame.columns:
        own = frame["part"].astype(object)
        parts = own.where(own.notna(), parts).to_numpy()
    return frame.assign(part=parts, region_code=codes.fillna("").to_numpy())


COMMANDS = (
    Command(
        "year",
        "on how many days of a year internships can be gone to and come home from",
        "Write for each home and place on how many days one is there by the start and home again "
        "after the end, why the others are lost, and what days are off. See docs/year.md.",
        _year_options,
        year,
    ),
)
