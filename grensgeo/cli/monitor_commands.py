"""The feed of the monitor on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_option, add_output, add_region
from grensgeo.declared import record_of
from grensgeo.errors import InputError
from grensgeo.files import need_place
from grensgeo.modes import TRIP_MODES
from grensgeo.provenance import provenance_of

if TYPE_CHECKING:
    import argparse

#: Where a study keeps the reach of its cells.
_CELLS = Path("tables", "reach_cells.parquet")


def _monitor_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``monitor``."""
    from grensgeo.monitor import FeedOptions
    from grensgeo.study.study_options import PERIOD

    command.add_argument(
        "results", type=Path, metavar="RESULTS",
        help="reach by cell or municipality, or the folder of a study that was run",
    )  # fmt: skip
    add_region(command)
    command.add_argument("--period", required=True, metavar="PERIOD", help=PERIOD.meaning)
    command.add_argument(
        "--mode", choices=TRIP_MODES, help="mode of the reach, where the table has no column mode"
    )
    for item in record_of(FeedOptions).options:
        add_option(command, item)
    add_output(command, "folder of the feed")


def monitor(arguments: argparse.Namespace) -> int:
    """Write the feed for the region's data portal."""
    from grensgeo.measures.region_reach import name_mode, read_reach
    from grensgeo.monitor import FeedOptions, period_faults, write_monitor
    from grensgeo.region.region import load_region

    faults = period_faults(arguments.period)
    if faults:
        raise InputError.of([faults[0].at("--period")])
    told = {item.name: getattr(arguments, item.name) for item in record_of(FeedOptions).options}
    given = {name: value for name, value in told.items() if value is not None}
    need_place(arguments.output, folder=True)
    path = arguments.results / _CELLS if arguments.results.is_dir() else arguments.results
    region = load_region(arguments.region)
    frame = name_mode(read_reach(path), arguments.mode, where=str(path))
    write_monitor(
        frame,
        arguments.output,
        region=region,
        provenance=region.provenance | provenance_of(path),
        period=arguments.period,
        options=FeedOptions(**given),
    )
    print(arguments.output)
    return 0


COMMANDS = (
    Command(
        "monitor",
        "the feed for the region's data portal",
        "Write observations, indicators, regions and sources as tables, and what describes them.",
        _monitor_options,
        monitor,
    ),
)
