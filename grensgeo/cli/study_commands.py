"""Run a study, and check the files that it names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.block_commands import add_cluster
from grensgeo.cli.command import Command
from grensgeo.cli.network_commands import read_countries
from grensgeo.cli.options import add_layer, add_output, read_date
from grensgeo.cli.outputs import say, show_progress
from grensgeo.errors import GrensgeoError, InputError, some
from grensgeo.files import need_place
from grensgeo.steps.cluster import cluster_of
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date

    from grensgeo.gtfs import Feed, FeedReport


def _run_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``run``."""
    command.add_argument(
        "study", type=Path, metavar="STUDY.toml", help="what to do; docs/study.md lists the keys"
    )
    add_output(
        command, "folder for maps and tables (default: maps beside the study file)", needed=False
    )
    command.add_argument(
        "--store",
        dest="results",
        type=Path,
        metavar="DIR",
        help="where the results of steps are kept, so that what has not changed is not done again "
        "(default: .grensgeo-store beside OUT)",
    )
    command.add_argument(
        "--no-store",
        dest="store",
        action="store_false",
        help="keep nothing: neither results of steps nor what is prepared for networks, in their "
        "folders router",
    )
    command.add_argument(
        "--fresh", action="store_true", help="do every step anew, whatever is in the store"
    )
    command.add_argument(
        "--block",
        type=int,
        metavar="N",
        help="cells of the region in one step of reach, where it has more (default: 32768)",
    )
    add_cluster(command, "steps")
    command.add_argument(
        "--dry-run",
        action="store_true",
        help="list what would be done and why, and the memory that it needs; write nothing",
    )


def run(arguments: argparse.Namespace) -> int:
    """Run a study file end to end."""
    from grensgeo.study import plan_study, read_study, run_study

    if arguments.results and not arguments.store:
        raise InputError("option-unfit", "give --store or --no-store, not both")
    study = read_study(arguments.study)
    output = arguments.output or arguments.study.parent / "maps"
    need_place(output, folder=True)
    beside = output.absolute().parent / ".grensgeo-store"
    results = (arguments.results or beside) if arguments.store else None
    if arguments.dry_run:
        plan = plan_study(study, results=results, fresh=arguments.fresh, block=arguments.block)
        say("\n".join(plan.lines()))
        return 0
    with cluster_of(arguments.cluster) as client:
        written = run_study(
            study,
            output,
            say=say,
            progress=show_progress(),
            store=arguments.store,
            results=results,
            fresh=arguments.fresh,
            block=arguments.block,
            client=client,
        )
    say(f"{output}: {len(written)} files")
    return 0


def _ask_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``ask``."""
    command.add_argument(
        "questions", nargs="+", type=Path, metavar="QUESTION.toml",
        help="what is asked; docs/questions.md shows some",
    )  # fmt: skip
    add_output(command, "folder for maps, table and answer, of several questions a folder each")
    command.add_argument(
        "--language", choices=LANGUAGES, default="en", help="in which the answer is printed"
    )


def ask(arguments: argparse.Namespace) -> int:
    """Write the answers to questions, each with a map, a table and a sentence."""
    from grensgeo.questions import answer_question, read_question

    asked = [read_question(path) for path in arguments.questions]
    twice = sorted({one.name for one in asked if [x.name for x in asked].count(one.name) > 1})
    if twice:
        raise InputError("name-twice", f"questions: {some(twice)}; ask each once")
    need_place(arguments.output, folder=True)
    for question in asked:
        own = arguments.output if len(asked) == 1 else arguments.output / question.name
        answer = answer_question(question, say=say)
        written = answer.save(own)
        say(answer.text(arguments.language))
        say(f"{own}: {len(written)} files")
    return 0


def _store_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``store``."""
    command.add_argument("folder", type=Path, metavar="DIR", help="a store, .grensgeo-store")
    command.add_argument(
        "--keep-runs", type=int, metavar="N",
        help="keep what the last N different runs of each study wanted, and remove the rest",
    )  # fmt: skip
    command.add_argument(
        "--most-gb", type=float, metavar="X",
        help="keep fewer runs of each study until the store is no larger",
    )  # fmt: skip


def store(arguments: argparse.Namespace) -> int:
    """Report what is in a store, and remove what is wanted no more where that is asked for."""
    from grensgeo.steps import Store
    from grensgeo.steps.store import PLANS

    if not (arguments.folder / "store.json").is_file():
        raise InputError("folder-missing", f"{arguments.folder}: is no store of results")
    runs, most = arguments.keep_runs, arguments.most_gb
    if (runs is not None and runs < 0) or (most is not None and not most >= 0):
        raise InputError("out-of-range", "--keep-runs and --most-gb are 0 or more")
    opened = Store(arguments.folder)
    if runs is not None or most is not None:
        freed = opened.tidy(
            plans=PLANS if runs is None else runs,
            most_bytes=None if most is None else int(most * 1e9),
        )
        say(f"{arguments.folder}: {freed / 1e6:.1f} MB removed")
    sizes = opened.sizes()
    named = ", ".join(opened.runs()) or "none"
    say(
        f"{arguments.folder}: {len(sizes)} results, {sum(sizes.values()) / 1e6:.1f} MB; "
        f"studies: {named}"
    )
    return 0


def _check_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``check``."""
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    add_layer(command)
    feeds = command.add_argument_group("GTFS feeds")
    feeds.add_argument(
        "--date",
        type=read_date,
        metavar="YYYY-MM-DD",
        help="the day that is wanted: an error outside the feed, a warning where little runs",
    )
    feeds.add_argument(
        "--boundaries",
        type=Path,
        metavar="FILE",
        help="polygons with a column country, or a region: count each country apart",
    )
    feeds.add_argument("--html", type=Path, metavar="FILE", help="write the report as a page too")


def check(arguments: argparse.Namespace) -> int:
    """Report what is in each file and what is wrong with it; 2 if any has a fault."""
    if arguments.html and len(arguments.paths) > 1:
        raise InputError("option-unfit", "--html writes one report; check one feed at a time")
    from grensgeo.cli.file_kinds import describe, is_feed

    faults = 0
    feeds: list[Feed] = []
    for path in arguments.paths:
        try:
            if is_feed(path):
                report = _check_feed(path, arguments)
                faults += bool(report.errors)
                feeds += [] if report.feed is None else [report.feed]
            elif arguments.html or arguments.date:
                raise InputError(
                    "option-unfit", f"{path}: no GTFS feed, and --date and --html are for feeds"
                )
            else:
                print(f"{path}: {describe(path, layer=arguments.layer)}")
        except GrensgeoError as error:
            faults += 1
            for text in _lines_of(error, path):
                print(f"grensgeo: {text}", file=sys.stderr)
    if len(feeds) > 1:
        _check_together(feeds, arguments.date)
    return 2 if faults else 0


def _lines_of(error: GrensgeoError, path: Path) -> list[str]:
    """Return what is wrong with a file on one line, and with a file of settings on one a fault."""
    said = [*error.faults] if path.suffix.lower() == ".toml" else [error]
    texts = [" ".join(str(one).split()) for one in said]
    return [text if text.startswith(str(path)) else f"{path}: {text}" for text in texts]


def _check_together(feeds: Sequence[Feed], on: date | None) -> None:
    """Print what several feeds have in common, where they have a day in common."""
    from grensgeo.gtfs import check_feeds

    try:
        print(check_feeds(feeds, on=on).text())
    except InputError as error:
        print(f"the feeds together: {error}")


def _check_feed(path: Path, arguments: argparse.Namespace) -> FeedReport:
    """Print the report on a GTFS feed, write it where asked to, and return it."""
    from grensgeo.gtfs import check_feed

    areas = read_countries(arguments.boundaries, arguments.layer) if arguments.boundaries else None
    report = check_feed(path, areas=areas, on=arguments.date)
    print(f"{path}: {report.text()}")
    if arguments.html:
        from grensgeo.maps.feed_page import write_feed_page

        print(write_feed_page(report, arguments.html))
    return report


COMMANDS = (
    Command(
        "run",
        "run a study file end to end",
        "Compute what the study file names and write maps, tables, the atlas and the "
        "feed for the region's data portal.",
        _run_options,
        run,
    ),
    Command(
        "ask",
        "answer a question: a map, a table and a sentence",
        "Answer questions, a file each: what a scenario brings whom, or which placements a "
        "student reaches; write maps, a table, and the answer in three languages with its limits.",
        _ask_options,
        ask,
    ),
    Command(
        "store",
        "say what is in a store of results, and clean it",
        "Say how large the store is in which `grensgeo run` keeps the results of steps, "
        "and remove what is wanted no more.",
        _store_options,
        store,
    ),
    Command(
        "check",
        "say what is in a file and what is wrong with it",
        "Check every kind of file that grensgeo reads or writes: OSM extracts, "
        "networks, regions, points, boundaries, tables, isochrones, rasters, manifests, "
        "scenarios, services, GTFS feeds, and studies with all that they name.",
        _check_options,
        check,
    ),
)
