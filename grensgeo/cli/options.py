"""Options that several commands have, and what is read from them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grensgeo.network import Network
    from grensgeo.traveltimes import Trip

MODES = ("car", "bicycle", "ebike", "walk", "transit")
SPEEDS = (
    "observed speeds of cars: CSV or Parquet with way_id, speed_kmh (or factor) and optionally "
    "direction"
)
POINTS = "GPKG, GeoParquet, GeoJSON, shapefile, or CSV or XLSX (id, lon, lat)"


def minutes(text: str) -> float:
    """Read a number of minutes above zero."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 < value < 24 * 60:
        msg = f"{text!r} is not a number of minutes between 0 and 1440"
        raise argparse.ArgumentTypeError(msg)
    return value


def add_output(command: argparse.ArgumentParser, meaning: str, *, needed: bool = True) -> None:
    """Add the option of where the result goes."""
    command.add_argument("-o", "--output", type=Path, required=needed, metavar="OUT", help=meaning)


def add_network(command: argparse.ArgumentParser) -> None:
    """Add the argument of a network."""
    command.add_argument("network", type=Path, metavar="NET", help="folder of a network")


def add_layer(command: argparse.ArgumentParser) -> None:
    """Add the option of which layer of a file is meant."""
    command.add_argument(
        "--layer",
        metavar="NAME",
        help="layer of a GeoPackage, or sheet of a workbook, where a file has several",
    )


def add_region(command: argparse.ArgumentParser) -> None:
    """Add the option of a region."""
    command.add_argument(
        "--region", type=Path, required=True, metavar="DIR", help="folder of the region"
    )


def add_longest(command: argparse.ArgumentParser) -> None:
    """Add the option of the longest trip."""
    command.add_argument(
        "--max-min",
        type=minutes,
        metavar="MIN",
        help="longest trip, min; what is farther is unreached (default: no limit)",
    )


def add_percentiles(command: argparse.ArgumentParser) -> None:
    """Add the option of percentiles."""
    command.add_argument(
        "--percentiles",
        nargs="+",
        type=int,
        metavar="P",
        help="of the times of the window, 1 to 100, as 25 50 75 (timetables; default: the median)",
    )


#: Options of a trip that take one value: flag, type, unit, meaning.
_TRIP_OPTIONS: tuple[tuple[str, Callable[[str], object], str, str], ...] = (
    ("--max-snap-m", float, "M",
     "longest way from a point to a street, m (default: 500; schematic roads: 2500)"),
    ("--park-min", float, "MIN",
     "outside the moving car: getting to it, parking, walking on, min (default: 3)"),
    ("--max-access-min", minutes, "MIN",
     "longest way to the first stop, min (transit; default: 30)"),
    ("--max-egress-min", minutes, "MIN",
     "longest way from the last stop, min (transit; default: 30)"),
    ("--departure", str, "TIME",
     "local time, as 2026-03-10T07:30 (timetables, and traffic on roads)"),
    ("--arrival", str, "TIME",
     "local time to be there by, instead of --departure (timetables, and traffic on roads)"),
    ("--window-min", minutes, "MIN",
     "every minute so long from the departure on, or up to the arrival (timetables)"),
    ("--max-rides", int, "N", "most trains and buses, 1 to 15 (timetables; default: 8)"),
    ("--max-change-min", float, "MIN",
     "longest walk between two rides, min (timetables; default: 12)"),
    ("--seed", int, "N", "of the draw for trips at no fixed minute (timetables; default: 0)"),
    ("--period", str, "NAME",
     "traffic for cars: free_flow, morning_peak, off_peak, evening_peak (default: by the time)"),
    ("--crossing-time-min", float, "MIN",
     "what each crossing of the national border takes, min (default: 0)"),
)  # fmt: skip


def add_trip(command: argparse.ArgumentParser) -> None:
    """Add the options that describe a trip."""
    command.add_argument("--mode", required=True, choices=MODES, help="how the trip is made")
    for flag, kind, unit, meaning in _TRIP_OPTIONS:
        command.add_argument(flag, type=kind, metavar=unit, help=meaning)
    for flag, way in (("--access", "to the first stop"), ("--egress", "from the last stop")):
        command.add_argument(flag, choices=MODES[:4], help=f"mode {way} (transit; default: walk)")
    command.add_argument(
        "--max-stress",
        type=int,
        choices=(1, 2, 3, 4),
        help="highest level of traffic stress by bicycle or ebike: 1 suits children, 2 most "
        "adults (default: every street)",
    )
    command.add_argument("--speeds", type=Path, metavar="FILE", help=SPEEDS)
    command.add_argument(
        "--delays",
        nargs="?",
        const=True,
        metavar="FILE",
        help="count the waits at traffic signals and level crossings, by the table that comes "
        "with grensgeo or a CSV of your own",
    )
    command.add_argument(
        "--domestic-routing",
        action="store_true",
        help="closed border, read as: no street or line abroad is used",
    )


def with_speeds(network: Network, arguments: argparse.Namespace) -> Network:
    """Lay observed speeds over a network, where a file of them is given."""
    return network.with_observed_speeds(arguments.speeds) if arguments.speeds else network


def read_trip(arguments: argparse.Namespace, **more: float | Sequence[int] | None) -> Trip:
    """Give the trip that the options describe; what is left out keeps the library's default."""
    from grensgeo.network import DelayTable
    from grensgeo.traveltimes import Trip

    names = ("max_snap_m", "park_min", "access", "egress", "max_access_min", "max_egress_min",
             "departure", "arrival", "window_min", "max_rides", "max_change_min", "seed",
             "period", "max_stress", "crossing_time_min", "delays")  # fmt: skip
    given: dict[str, Any] = {name: getattr(arguments, name) for name in names} | more
    options = {name: value for name, value in given.items() if value is not None}
    if isinstance(arguments.delays, str):
        options["delays"] = DelayTable.read(arguments.delays)
    return Trip(arguments.mode, foreign_routing=not arguments.domestic_routing, **options)
