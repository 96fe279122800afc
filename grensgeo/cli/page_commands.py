"""Maps on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_layer, add_output, add_region
from grensgeo.cli.outputs import need_output
from grensgeo.errors import InputError
from grensgeo.files import read_layer
from grensgeo.provenance import provenance_of
from grensgeo.words import LANGUAGES


def _map_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``map``."""
    command.add_argument(
        "kind",
        choices=("isochrones", "reach", "border-effect", "scenario"),
        help="what the map shows",
    )
    command.add_argument(
        "input", type=Path, metavar="FILE", help="output of isochrones, reach or border"
    )
    add_region(command)
    command.add_argument(
        "--baseline", type=Path, metavar="FILE", help="baseline of a scenario map"
    )
    command.add_argument(
        "--title", metavar="TEXT", help="heading (default: what is shown, in each language)"
    )
    command.add_argument(
        "--language",
        choices=LANGUAGES,
        default="nl",
        help="in which the map opens (default: nl)",
    )
    command.add_argument("--png", action="store_true", help="write a picture beside the page too")
    command.add_argument(
        "--choose", type=_choice, nargs="+", default=[], metavar="NAME=VALUE",
        help="what a picture shows, such as mode=car cutoff=45 (default: as the page opens)",
    )  # fmt: skip
    add_layer(command)
    add_output(command, ".html, .png, .svg or .pdf")


def _choice(text: str) -> tuple[str, str]:
    """Read a choice of a picture."""
    name, mark, value = text.partition("=")
    if not (name and mark and value):
        raise argparse.ArgumentTypeError(f"{text!r} is no choice; write mode=car")
    return name, value


def map(arguments: argparse.Namespace) -> int:  # noqa: A001  the command's name
    """Draw a map."""
    from grensgeo import maps
    from grensgeo.geodata.areas import as_areas, need_near
    from grensgeo.maps.picture import ENDINGS
    from grensgeo.measures.region_reach import BORDER, read_municipal_reach
    from grensgeo.region.region import load_region

    need_output(arguments.output, (".html", *ENDINGS))
    choose = dict(arguments.choose)
    if choose and not arguments.png and arguments.output.suffix.lower() not in ENDINGS:
        raise InputError(
            "option-unfit",
            "--choose is for a picture; give --png too, or an output such as map.png",
        )
    region = load_region(arguments.region)
    title = dict.fromkeys(LANGUAGES, arguments.title) if arguments.title else None
    options = {
        "title": title,
        "language": arguments.language,
        "provenance": region.provenance | provenance_of(arguments.input),
    }
    if arguments.kind == "isochrones":
        layer = as_areas(
            read_layer(arguments.input, layer=arguments.layer), where=str(arguments.input)
        )
        need_near(layer, region.municipalities.geometry, where=str(arguments.input))
        names = dict(region.municipalities["name"])
        drawing = maps.isochrone_map(region, layer, names=names, **options)
    elif arguments.kind == "reach":
        reach = read_municipal_reach(arguments.input, region)
        drawing = maps.reach_map(region, reach, **options)
    elif arguments.kind == "border-effect":
        reach = read_municipal_reach(arguments.input, region, needs=BORDER)
        drawing = maps.border_effect_map(region, reach, **options)
    else:
        if not arguments.baseline:
            raise InputError(
                "option-missing", "a scenario map needs --baseline FILE to compare with"
            )
        before, after = (
            read_municipal_reach(path, region) for path in (arguments.baseline, arguments.input)
        )
        drawing = maps.scenario_map(region, before, after, **options)
    if arguments.png:  # first: a choice that is not there leaves nothing behind
        drawing.picture(arguments.output.with_suffix(".png"), choose=choose)
    if arguments.output.suffix.lower() in ENDINGS:
        drawing.picture(arguments.output, choose=choose)
    else:
        drawing.save(arguments.output)
    print(arguments.output)
    if arguments.png:
        print(arguments.output.with_suffix(".png"))
    return 0


COMMANDS = (
    Command(
        "map",
        "an interactive map in one HTML file, or a picture",
        "Draw isochrones or a table of reach by municipality; opens without internet. "
        "An output that ends in .png, .svg or .pdf is a picture for a report.",
        _map_options,
        map,
    ),
)
