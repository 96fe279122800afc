"""Places of OpenStreetMap as opportunities."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.network_commands import read_countries
from grensgeo.cli.options import add_layer, add_output
from grensgeo.cli.outputs import say
from grensgeo.errors import InputError
from grensgeo.files import LAYERS, need_ending, need_place

if TYPE_CHECKING:
    import argparse


def _places_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``places``."""
    command.add_argument(
        "osm", nargs="*", type=Path, metavar="OSM", help=".osm.pbf, .osm or .osm.bz2"
    )
    command.add_argument(
        "--kind", action="append", default=[], metavar="NAME",
        help="kind of place, several times for several; all that there are are listed without",
    )  # fmt: skip
    command.add_argument(
        "--boundaries", type=Path, metavar="FILE",
        help="polygons with a column country, or the folder of a region: tags differ by country",
    )  # fmt: skip
    command.add_argument(
        "--kinds", type=Path, metavar="FILE", help="kinds of your own (TOML), over those shipped"
    )
    add_layer(command)
    add_output(command, "file of points", needed=False)


def places(arguments: argparse.Namespace) -> int:
    """Write places as points, or list the kinds that there are."""
    from grensgeo.osm.found_places import read_osm_places, read_place_kinds

    if not arguments.kind:
        for kind in read_place_kinds(arguments.kinds).values():
            say(f"{kind.name}: {kind.title['en']} ({', '.join(sorted(kind.keys()))})")
        return 0
    if not arguments.osm or arguments.output is None:
        raise InputError("none-given", "name extracts to read, and a file to write (-o)")
    need_ending(arguments.output, LAYERS)
    need_place(arguments.output)
    found = read_osm_places(
        arguments.osm,
        arguments.kind,
        countries=read_countries(arguments.boundaries, arguments.layer)
        if arguments.boundaries
        else None,
        declared=arguments.kinds,
    )
    from grensgeo.files import write_table

    write_table(found, arguments.output)
    say(f"{arguments.output}: {len(found)} places")
    return 0


COMMANDS = (
    Command(
        "places",
        "schools, doctors, supermarkets, stations of OpenStreetMap as opportunities",
        "Write places of some kinds out of extracts as points, each once, with a count of 1: "
        "opportunities for times, reach and regions. Without --kind, list the kinds.",
        _places_options,
        places,
    ),
)
