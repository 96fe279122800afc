"""Build a region of its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output
from grensgeo.cli.outputs import say
from grensgeo.files import need_place

if TYPE_CHECKING:
    import argparse


def _region_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``region``."""
    command.add_argument(
        "region", type=Path, metavar="REGION.toml", help="docs/region.md lists the keys"
    )
    command.add_argument(
        "--raw", type=Path, metavar="FOLDER",
        help="what grensgeo fetch left (default: raw beside the region's file)",
    )  # fmt: skip
    command.add_argument(
        "--catalogue", type=Path, metavar="FILE", help="sources of your own, over those shipped"
    )
    command.add_argument(
        "--study", action="store_true",
        help="write a study.toml with comments into the folder, unless there is one",
    )  # fmt: skip
    add_output(command, "folder of the region")


def region(arguments: argparse.Namespace) -> int:
    """Build a region of its file."""
    from grensgeo.region.region_builder import build_region, write_hubs
    from grensgeo.spec import read_region_file
    from grensgeo.study.new_study import write_study

    need_place(arguments.output, folder=True)
    spec = read_region_file(arguments.region)
    raw = arguments.raw or arguments.region.parent / "raw"
    built = build_region(arguments.region, raw, catalogue=arguments.catalogue, say=say)
    built.save(arguments.output)
    if spec.hubs:
        write_hubs(spec, built, arguments.output / "hubs.csv")
    print(f"{arguments.output}: {built}")
    if arguments.study:
        study = arguments.output / "study.toml"
        if study.exists():
            say(f"{study}: left as it is")
        else:
            write_study(spec, built, study)
            say(f"{study}: wants a network, of grensgeo build -o {arguments.output / 'network'}")
    return 0


COMMANDS = (
    Command(
        "region",
        "build a region of its file: municipalities, cells, people, jobs, border",
        "Build a region folder of a region's file, from what grensgeo fetch left and files of "
        "your own, with all sources and licences.",
        _region_options,
        region,
    ),
)
