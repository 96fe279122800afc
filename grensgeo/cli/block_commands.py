"""Tables too large to hold, some origins at a time, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import (
    add_network,
    add_output,
    add_region,
    add_store,
    add_trip,
    keep_stored,
    minutes,
    open_stored,
    read_trip,
    with_speeds,
)
from grensgeo.cli.outputs import need_output, say
from grensgeo.errors import Faults, InputError
from grensgeo.steps.cluster import cluster_of

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from grensgeo.region.region import Region


def add_cluster(command: argparse.ArgumentParser, what: str) -> None:
    """Add the option that names a cluster."""
    command.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help=f"have {what} done by a cluster of Dask: tcp://HOST:8786 of its scheduler, or "
        "local:N for N processes on this machine",
    )


def _cell_reach_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``cell-reach``."""
    add_network(command)
    add_store(command)
    add_region(command)
    command.add_argument(
        "--areas", nargs="+", default=[], metavar="AREA", help="whose cells (default: all)"
    )
    command.add_argument(
        "--opportunities", nargs="+", required=True, metavar="NAME", help="what is counted"
    )
    command.add_argument(
        "--cutoffs", type=minutes, nargs="+", required=True, metavar="MIN", help="cutoffs, min"
    )
    command.add_argument("--block", type=int, metavar="N", help="cells at a time")
    add_cluster(command, "blocks")
    add_trip(command)
    add_output(command, ".parquet")


def cell_reach(arguments: argparse.Namespace) -> int:
    """Count what each cell of a region reaches, some cells at a time."""
    from grensgeo.bulk import write_reach
    from grensgeo.region.region import load_region
    from grensgeo.study.mean_inhabitants import edge_cells

    need_output(arguments.output, (".parquet",))
    region = load_region(arguments.region)
    opportunities = _counted(region, arguments.opportunities)
    told = {name: region.opportunities.bounds(name) for name in opportunities}
    router = open_stored(arguments)
    network = with_speeds(router.network, arguments)
    trip = read_trip(arguments)
    with cluster_of(arguments.cluster) as client:
        write_reach(
            network,
            region.select(area=arguments.areas).cells if arguments.areas else region.cells,
            region.cells,
            trip,
            opportunities,
            cutoffs_min=sorted(set(arguments.cutoffs)),
            path=arguments.output,
            edge=edge_cells(region),
            bounds={name: pair for name, pair in told.items() if pair is not None},
            block=arguments.block,
            client=client,
            say=say,
        )
    keep_stored(router, arguments)
    print(arguments.output)
    return 0


def _counted(region: Region, names: list[str]) -> dict[str, pd.Series]:
    """Return the opportunities of a region by their names."""
    from grensgeo.scenario.checks import unknown_name

    faults = Faults()
    for name in names:
        if name not in region.opportunities:
            faults.append(unknown_name(name, region.opportunities, "opportunity"))
    if faults:
        raise InputError.of(faults, where="--opportunities")
    return {name: region.opportunities[name] for name in names}


COMMANDS = (
    Command(
        "cell-reach",
        "what each cell reaches, some cells at a time, resumed where left",
        "Write what reach writes, of every cell of a region to all of them, without a table of "
        "times: for very many cells. An earlier try that ended early is gone on with.",
        _cell_reach_options,
        cell_reach,
    ),
)
