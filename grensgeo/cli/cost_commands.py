"""What trips cost, on the command line: money apart from minutes, and both as one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import POINTS, add_network, add_output, add_trip, read_trip, with_speeds
from grensgeo.cli.outputs import need_output, show_progress, write_result
from grensgeo.files import TABLES

if TYPE_CHECKING:
    import argparse


def _costs_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``costs``."""
    add_network(command)
    command.add_argument("--origins", type=Path, required=True, metavar="FILE", help=POINTS)
    command.add_argument(
        "--destinations", type=Path, metavar="FILE",
        help="default: the origins; with a column urbanity parking is counted",
    )  # fmt: skip
    command.add_argument(
        "--groups", nargs="+", metavar="NAME", help="groups of people (default: all)"
    )
    command.add_argument(
        "--costs", type=Path, metavar="FILE", help="figures of your own; docs/costs.md"
    )
    command.add_argument(
        "--on", metavar="DAY", help="day whose figures count (default: that of the trip)"
    )
    command.add_argument(
        "--region", type=Path, metavar="DIR",
        help="tells in which municipality stops lie, for tariffs of a part of a country",
    )  # fmt: skip
    add_trip(command)
    add_output(command, ".csv or .parquet")


def costs(arguments: argparse.Namespace) -> int:
    """Write minutes, cost and generalised minutes of trips by group of people."""
    from grensgeo.costs.cost_tables import CostTables
    from grensgeo.costs.generalised import generalised_cost
    from grensgeo.costs.trip_costs import trip_costs
    from grensgeo.geodata.points import read_points
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region
    from grensgeo.traveltimes import travel_times

    need_output(arguments.output, TABLES)
    tables = CostTables.default()
    if arguments.costs is not None:
        tables = tables.replaced_by(arguments.costs)
    region = None if arguments.region is None else load_region(arguments.region)
    network = with_speeds(load_network(arguments.network), arguments)
    origins = read_points(arguments.origins, extent=network.extent)
    destinations = origins
    if arguments.destinations is not None:
        destinations = read_points(arguments.destinations, extent=network.extent)
    trip = read_trip(arguments)
    found = trip_costs(
        network,
        origins,
        destinations,
        trip,
        groups=arguments.groups,
        tables=tables,
        day=arguments.on,
        areas=None if region is None else region.municipalities,
    )
    times = travel_times(network, origins, destinations, trip, progress=show_progress())
    table = generalised_cost(times, found)
    write_result(table, arguments.output, times.provenance | found.provenance, trip=trip)
    print(f"{arguments.output}: {len(table)} rows, {found!r}")
    return 0


COMMANDS = (
    Command(
        "costs",
        "minutes, cost and generalised minutes of trips by group of people",
        "Write what trips cost, apart from their minutes, and both as generalised minutes. A cost "
        "that is not known is empty, with its reason. See docs/costs.md.",
        _costs_options,
        costs,
    ),
)
