"""Build a region of its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.fetch_commands import add_catalogue, add_contact, add_region_file, listed
from grensgeo.cli.options import add_output, read_date
from grensgeo.cli.outputs import say, show_progress
from grensgeo.files import need_place

if TYPE_CHECKING:
    import argparse


def _region_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``region``."""
    add_region_file(command)
    command.add_argument(
        "--raw", type=Path, metavar="FOLDER",
        help="what grensgeo fetch left (default: raw beside the region's file)",
    )  # fmt: skip
    add_catalogue(command)
    command.add_argument(
        "--study", action="store_true",
        help="write a study.toml with comments into the folder, unless there is one",
    )  # fmt: skip
    add_output(command, "folder of the region")


def region(arguments: argparse.Namespace) -> int:
    """Build a region of its file."""
    from grensgeo.region.region_builder import build_region, write_hubs
    from grensgeo.spec import read_region_file
    from grensgeo.spec.shipped_regions import raw_beside, region_path
    from grensgeo.study.new_study import write_study

    need_place(arguments.output, folder=True)
    path = region_path(arguments.region)
    spec = read_region_file(path)
    raw = arguments.raw or raw_beside(arguments.region)
    built = build_region(path, raw, catalogue=arguments.catalogue, say=say)
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


def _all_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``all``."""
    add_region_file(command)
    command.add_argument(
        "--dry-run", action="store_true",
        help="list what would be fetched, how large and under which licence; asks nobody, writes "
        "nothing",
    )  # fmt: skip
    command.add_argument(
        "--offline", action="store_true", help="ask nobody: all has to be in the folder already"
    )
    command.add_argument(
        "--date", type=read_date, metavar="DAY",
        help="of a region that is shipped: the day of the buses and trains, such as 2026-03-10; "
        "without it there are none (your own file names it: [region] date)",
    )  # fmt: skip
    add_catalogue(command)
    add_contact(command)
    add_output(command, "folder for all that is fetched and made")


def whole(arguments: argparse.Namespace) -> int:
    """Run everything from a region's file to its maps."""
    from grensgeo.fetch.transport import Transport, agent
    from grensgeo.study.whole_way import plan_all, run_all

    if arguments.dry_run:
        plan = plan_all(
            arguments.region,
            arguments.output,
            catalogue=arguments.catalogue,
            day=arguments.date,
        )
        for line in listed(plan):
            say(line)
        return 0
    door = Transport(user_agent=agent(arguments.contact), say=say, offline=arguments.offline)
    run_all(
        arguments.region,
        arguments.output,
        catalogue=arguments.catalogue,
        transport=door,
        day=arguments.date,
        say=say,
        progress=show_progress(),
    )
    print(arguments.output / "maps" / "index.html")
    return 0


COMMANDS = (
    Command(
        "all",
        "make the maps of a region, of its name or file alone",
        "Fetch what a region needs, build the region and its network, and run its study, each "
        "only where its inputs have changed. What is made on the way stands in the folder: raw, "
        "region (with network and study.toml, to be changed as you like) and maps.",
        _all_options,
        whole,
    ),
    Command(
        "region",
        "build a region of its file: municipalities, cells, people, jobs, border",
        "Build a region folder of a region's file, from what grensgeo fetch left and files of "
        "your own, with all sources and licences.",
        _region_options,
        region,
    ),
)
