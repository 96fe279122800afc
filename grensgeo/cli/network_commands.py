"""Build a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import SPEEDS, add_layer, add_output, with_speeds
from grensgeo.cli.outputs import show_progress
from grensgeo.errors import InputError
from grensgeo.files import need_place, read_layer

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd


def _build_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``build``."""
    command.add_argument(
        "osm", nargs="+", type=Path, metavar="OSM", help=".osm.pbf, .osm or .osm.bz2"
    )
    command.add_argument(
        "--boundaries",
        type=Path,
        metavar="FILE",
        help="polygons with a column country, or the folder of a region",
    )
    command.add_argument(
        "--services",
        type=Path,
        metavar="TOML",
        help="public transport lines at headways, with their minutes or on OSM's tracks",
    )
    command.add_argument(
        "--gtfs",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="FEED",
        help="timetables: GTFS zips or folders; grensgeo check looks at them first",
    )
    command.add_argument(
        "--repair",
        action="store_true",
        help="leave out rows of timetables that have errors, instead of refusing the feed",
    )
    command.add_argument(
        "--elevation",
        type=Path,
        metavar="RASTER",
        help="heights in metres: slopes slow walking and cycling",
    )
    command.add_argument("--speeds", type=Path, metavar="FILE", help=SPEEDS)
    add_layer(command)
    add_output(command, "folder of the network")


def build(arguments: argparse.Namespace) -> int:
    """Build a network from OSM extracts."""
    from grensgeo.gtfs import read_feed
    from grensgeo.lines.services_file import read_services
    from grensgeo.network import build_network

    need_place(arguments.output, folder=True)
    network = build_network(
        arguments.osm,
        countries=read_countries(arguments.boundaries, arguments.layer)
        if arguments.boundaries
        else None,
        gtfs=[read_feed(path, repair=arguments.repair) for path in arguments.gtfs],
        services=read_services(arguments.services) if arguments.services else None,
        elevation=arguments.elevation,
        progress=show_progress(),
    )
    network = with_speeds(network, arguments)
    network.save(arguments.output)
    print(f"{arguments.output}: {network}")
    return 0


def read_countries(path: Path, layer: str | None = None) -> gpd.GeoDataFrame:
    """Read polygons with a column country, from a file or from a region."""
    if path.is_dir():
        from grensgeo.region.region import load_region

        return load_region(path).country_areas()
    from grensgeo.geodata.areas import as_areas

    areas = read_layer(path, layer=layer)
    alike = [name for name in areas.columns if str(name).lower() == "country"]
    if len(alike) == 1:
        areas = areas.rename(columns={alike[0]: "country"})
    if "country" not in areas.columns:
        raise InputError(
            "column-missing", f"{path}: no column country; give NL, DE … to each polygon"
        )
    return as_areas(areas, where=str(path))


COMMANDS = (
    Command(
        "build",
        "build a network from OSM extracts",
        "Read OSM extracts (overlaps count once) into a network folder.",
        _build_options,
        build,
    ),
)
