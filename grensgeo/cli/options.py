"""Options that several commands have, and what is read from them."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.declared import ANY_NAMES, FLAG, NUMBER, WHOLE, WHOLES, Option, record_of
from grensgeo.errors import Fault, InputError, some

if TYPE_CHECKING:
    from collections.abc import Callable

    from grensgeo.network import Network
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.router import Router

#: Modes in the order in which help lists those of which the quickest counts.
_QUICK_FIRST = ("transit", "ebike", "bicycle", "walk", "car")
#: How faults call a mode.
_SAID = {"transit": "public transport"}
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


def add_cut(command: argparse.ArgumentParser) -> None:
    """Add the options of what is cut to an area and dates while it is read."""
    command.add_argument(
        "--area", type=Path, metavar="FILE",
        help="cut timetables while they are read, so that a nation's takes little memory: to "
        "trips that call within these polygons, or within a region (its folder); of extracts "
        "what lies within is kept",
    )  # fmt: skip
    command.add_argument(
        "--buffer-km", type=float, metavar="KM",
        help="width of a margin around the area that counts as in it (default: 0)",
    )  # fmt: skip
    command.add_argument(
        "--dates", type=read_date, nargs="+", metavar="DATE",
        help="cut timetables to a day, or from a first to a last one (and trips of the days "
        "around that run into these)",
    )  # fmt: skip


def read_date(text: str) -> date:
    """Read a date of the command line.

    Parameters
    ----------
    text
        As ISO 8601 writes it.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write 2023-10-17") from None


def add_trip(command: argparse.ArgumentParser, *, several: bool = False) -> None:
    """Add the options of a trip, or of trips of several modes of which the quickest counts.

    Parameters
    ----------
    command
        The parser.
    several
        Ask for ``--modes`` instead of one ``--mode``.
    """
    from grensgeo.traveltimes.trip_options import trip_record

    for item in trip_record().options:
        if item.name != "mode":
            add_option(command, item)
        elif several:
            _add_modes(command, item)
        else:
            command.add_argument("--mode", required=True, choices=item.choices, help=item.meaning)
    command.add_argument("--speeds", type=Path, metavar="FILE", help=SPEEDS)


def _add_modes(command: argparse.ArgumentParser, mode: Option) -> None:
    """Add the option of several modes."""
    command.add_argument(
        "--modes",
        nargs="+",
        choices=mode.choices,
        default=[name for name in _QUICK_FIRST if name != "car"],
        metavar="MODE",
        help=f"{', '.join(_QUICK_FIRST)}; the quickest counts (default: all but car)",
    )


def add_option(command: argparse.ArgumentParser, item: Option) -> None:
    """Add an option as it is declared.

    Parameters
    ----------
    command
        The parser.
    item
        The option; what is left out stays None, so that the library's default holds.
    """
    flag = f"--{item.name.replace('_', '-')}"
    if item.off is not None:
        flag, meaning = item.off
        command.add_argument(flag, dest=item.name, action="store_const", const=False, help=meaning)
    elif item.kind is FLAG:
        command.add_argument(flag, nargs="?", const=True, metavar="FILE", help=item.on)
    elif item.choices:
        command.add_argument(flag, type=_reads(item), choices=item.choices, help=_help(item))
    else:
        several = "+" if item.kind in (WHOLES, ANY_NAMES) else None
        command.add_argument(
            flag, type=_reads(item), nargs=several, metavar=item.unit, help=_help(item)
        )


def _reads(item: Option) -> Callable[[str], Any]:
    """Return what reads a value on the command line; the library says what is wrong with it."""
    if item.kind is NUMBER:
        return minutes if item.unit == "MIN" and item.above == 0 else float
    return int if item.kind in (WHOLE, WHOLES) else str


def _help(item: Option) -> str:
    """Return what an option means, for what, and what holds without it."""
    only = "timetables" if item.timed else "transit" if item.modes == ("transit",) else ""
    only += ", and traffic on roads" if item.timed and "car" in item.modes else ""
    aside = [only] if only else []
    aside += [f"default: {item.left_out}"] if item.left_out else []
    return f"{item.meaning} ({'; '.join(aside)})" if aside else item.meaning


def add_record(command: argparse.ArgumentParser, record: type) -> None:
    """Add all options of a record."""
    for item in record_of(record).options:
        add_option(command, item)


def given(arguments: argparse.Namespace, record: type) -> dict[str, Any]:
    """Return the options of a record that were given, by name."""
    told = {item.name: getattr(arguments, item.name) for item in record_of(record).options}
    return {name: value for name, value in told.items() if value is not None}


def add_store(command: argparse.ArgumentParser) -> None:
    """Add the option that keeps nothing beside a network."""
    command.add_argument(
        "--no-store",
        dest="store",
        action="store_false",
        help="keep nothing beside the network: what is prepared for it is otherwise kept in its "
        "folder router, where that can be written, so that the next run need not prepare it",
    )


def open_stored(arguments: argparse.Namespace) -> Router:
    """Read the network that is asked, with what was prepared for it unless that is not wanted."""
    from grensgeo.traveltimes.router import open_router

    return open_router(arguments.network, store=arguments.store)


def keep_stored(router: Router, arguments: argparse.Namespace) -> None:
    """Save what was prepared beside the network, unless that is not wanted or cannot be."""
    if arguments.store:
        router.keep(arguments.network)


def with_speeds(network: Network, arguments: argparse.Namespace) -> Network:
    """Assign observed speeds to a network, where a file of them is given."""
    return network.with_observed_speeds(arguments.speeds) if arguments.speeds else network


def given_options(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the options of a trip that were given, by name, but for its mode.

    Parameters
    ----------
    arguments
        What the options of :func:`add_trip` gave.
    """
    from grensgeo.network import DelayTable
    from grensgeo.traveltimes.trip_options import trip_record

    names = (item.name for item in trip_record().options if item.name != "mode")
    given = {name: getattr(arguments, name) for name in names}
    given = {name: value for name, value in given.items() if value is not None}
    if isinstance(given.get("delays"), str):
        given["delays"] = DelayTable.read(given["delays"])
    return given


def read_trip(arguments: argparse.Namespace) -> Trip:
    """Return the trip that the options describe; what is left out keeps the library's default."""
    from grensgeo.traveltimes import Trip

    return Trip(arguments.mode, **given_options(arguments))


def read_trips(arguments: argparse.Namespace, longest_min: float) -> dict[str, Trip]:
    """Return the trips by mode, each with the options that mean something for it.

    Parameters
    ----------
    arguments
        What the options of :func:`add_trip` gave.
    longest_min
        Where trips end that have no longest time.

    Raises
    ------
    InputError
        If an option means nothing for any of the modes.
    """
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.trip_options import trip_record

    given = {"max_min": longest_min} | given_options(arguments)
    modes = dict.fromkeys(arguments.modes)
    legs = {given.get(end, "walk") for end in ("access", "egress")}
    means = {mode: {mode, *legs} if mode == "transit" else {mode} for mode in modes}
    declared = {item.name: item for item in trip_record().options}
    idle: dict[tuple[str, ...], list[str]] = {}
    for name in given:
        for_modes = declared[name].modes
        if for_modes and not any(set(for_modes) & uses for uses in means.values()):
            idle.setdefault(for_modes, []).append(f"--{name.replace('_', '-')}")
    if idle:
        faults = [
            Fault(
                "option-unfit",
                f"{some(names)}: for {' or '.join(_SAID.get(mode, mode) for mode in for_modes)}; "
                f"add {' or '.join(for_modes)} to --modes",
            )
            for for_modes, names in idle.items()
        ]
        raise InputError.of(faults)
    return {
        mode: Trip(
            mode,
            **{
                name: value
                for name, value in given.items()
                if not declared[name].modes or set(declared[name].modes) & uses
            },
        )
        for mode, uses in means.items()
    }
