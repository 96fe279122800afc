"""Travel times, journeys and isochrones on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.block_commands import add_cluster
from grensgeo.cli.command import Command
from grensgeo.cli.options import (
    POINTS,
    add_layer,
    add_network,
    add_output,
    add_store,
    add_trip,
    keep_stored,
    minutes,
    open_stored,
    read_trip,
    with_speeds,
)
from grensgeo.cli.outputs import need_output, say, show_progress, write_result
from grensgeo.errors import InputError, some
from grensgeo.files import LAYERS, TABLES
from grensgeo.steps.cluster import cluster_of

if TYPE_CHECKING:
    import argparse


def _times_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``times``."""
    add_network(command)
    add_store(command)
    command.add_argument("--origins", type=Path, required=True, metavar="FILE", help=POINTS)
    command.add_argument("--destinations", type=Path, metavar="FILE", help="default: the origins")
    command.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write how each point was snapped, .parquet or .csv",
    )
    command.add_argument(
        "--parts",
        action="store_true",
        help="write OUT as a folder of Parquet files, some origins in each, for tables too large "
        "to hold; an earlier try that ended early is gone on with",
    )
    add_cluster(command, "parts")
    add_layer(command)
    add_trip(command)
    add_output(command, ".parquet or .csv, or with --parts a folder")


def times(arguments: argparse.Namespace) -> int:
    """Compute travel times from origins to destinations."""
    from grensgeo.bulk import open_travel_times, write_travel_times
    from grensgeo.geodata.points import read_points
    from grensgeo.measures.matrix.manifest import summary
    from grensgeo.traveltimes import travel_times

    if not arguments.parts:
        need_output(arguments.output, TABLES)
    if arguments.report:
        need_output(arguments.report, TABLES)
    if arguments.cluster and not arguments.parts:
        raise InputError("option-unfit", "--cluster: writes parts; give --parts and a folder")
    if arguments.parts and arguments.report:
        raise InputError(
            "option-unfit", "--report: goes with a table; parts hold where their places stand"
        )
    router = open_stored(arguments)
    network = with_speeds(router.network, arguments)
    origins = read_points(arguments.origins, extent=network.extent, layer=arguments.layer)
    destinations = origins
    if arguments.destinations:
        destinations = read_points(
            arguments.destinations, extent=network.extent, layer=arguments.layer
        )
    trip = read_trip(arguments)
    if arguments.parts:
        with cluster_of(arguments.cluster) as client:
            path = arguments.output
            write_travel_times(
                network, origins, destinations, trip, path=path, client=client, say=say
            )
        keep_stored(router, arguments)
        print(f"{path}: {open_travel_times(path)}")
        return 0
    result = travel_times(network, origins, destinations, trip, progress=show_progress())
    keep_stored(router, arguments)
    frame = result.to_frame()
    write_result(frame, arguments.output, result.provenance, trip=trip, table=summary(frame))
    if arguments.report:
        write_result(result.report, arguments.report, result.provenance)
    print(f"{arguments.output}: {result}")
    return 0


def _journeys_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``journeys``."""
    add_network(command)
    add_store(command)
    command.add_argument(
        "--points", type=Path, required=True, metavar="FILE", help=f"places: {POINTS}"
    )
    for end in ("from", "to"):
        command.add_argument(
            f"--{end}", dest=f"{end}_id", required=True, metavar="ID", help="id among the places"
        )
    add_layer(command)
    add_trip(command)
    add_output(command, ".geojson, .gpkg, .parquet or .csv")


def journeys(arguments: argparse.Namespace) -> int:
    """Trace how the travel time of one pair comes about."""
    from grensgeo.geodata.points import read_points
    from grensgeo.traveltimes import journeys as trace
    from grensgeo.traveltimes.assumptions import trip_provenance

    need_output(arguments.output, (*LAYERS, ".csv"))
    router = open_stored(arguments)
    network = with_speeds(router.network, arguments)
    points = read_points(arguments.points, extent=network.extent, layer=arguments.layer)
    ends = []
    for place in (arguments.from_id, arguments.to_id):
        ends.append(points[points["id"] == place])
        if not len(ends[-1]):
            raise InputError("id-unknown", f"{arguments.points}: no place {place!r}; there are "
                             f"{some(points['id'])}")  # fmt: skip
    trip = read_trip(arguments)
    result = trace(network, ends[0], ends[1], trip)
    keep_stored(router, arguments)
    write_result(result, arguments.output, trip_provenance(network, trip))
    if result.empty:
        say("no journey: both are one place, or nothing leads there within the trip's limits")
    print(f"{arguments.output}: {result['percentile'].nunique()} journeys")
    return 0


def _isochrones_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``isochrones``."""
    add_network(command)
    add_store(command)
    command.add_argument("--origins", type=Path, required=True, metavar="FILE", help=POINTS)
    command.add_argument(
        "--cutoffs", type=minutes, nargs="+", required=True, metavar="MIN", help="cutoffs, min"
    )
    command.add_argument(
        "--resolution-m",
        type=float,
        metavar="M",
        help="width of the grid that is contoured, m (default: by the size of what is reached)",
    )
    add_layer(command)
    add_trip(command)
    add_output(command, ".gpkg, .parquet or .geojson")


def isochrones(arguments: argparse.Namespace) -> int:
    """Compute isochrones."""
    from grensgeo.geodata.points import read_points
    from grensgeo.traveltimes.assumptions import trip_provenance
    from grensgeo.traveltimes.isochrones import isochrones as polygons

    need_output(arguments.output, LAYERS)
    router = open_stored(arguments)
    network = with_speeds(router.network, arguments)
    origins = read_points(arguments.origins, extent=network.extent, layer=arguments.layer)
    trip = read_trip(arguments)
    result = polygons(
        network,
        origins,
        trip,
        cutoffs_min=sorted(set(arguments.cutoffs)),
        resolution_m=arguments.resolution_m,
        progress=show_progress(),
    )
    keep_stored(router, arguments)
    write_result(result, arguments.output, trip_provenance(network, trip))
    print(f"{arguments.output}: {len(result)} isochrones")
    return 0


COMMANDS = (
    Command(
        "times",
        "travel times from origins to destinations",
        "Write from_id, to_id, travel_time_min; null with its reason where unreached.",
        _times_options,
        times,
    ),
    Command(
        "journeys",
        "legs, lines and waits of one pair by timetable",
        "Write how a travel time by timetable comes about: a row a leg, for the "
        "journey that each percentile is the time of.",
        _journeys_options,
        journeys,
    ),
    Command(
        "isochrones",
        "polygons of everything within a cutoff",
        "Write from_id, cutoff_min, mode, geometry: the smaller lie in the larger.",
        _isochrones_options,
        isochrones,
    ),
)
