"""The feed of the monitor on the command line."""

from __future__ import annotations

import argparse
from os.path import relpath
from pathlib import Path

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, add_record, given
from grensgeo.cli.outputs import need_output, say
from grensgeo.declared import record_of
from grensgeo.errors import InputError, some
from grensgeo.files import TABLES, need_place, read_table
from grensgeo.modes import TRIP_MODES
from grensgeo.provenance import Provenance, provenance_of

#: Where a study keeps the reach of its cells.
_CELLS = Path("tables", "reach_cells.parquet")
_NEAR = Path("tables", "proximity_cells.parquet")
#: What tells a table of proximity, and which columns hold numbers.
_NEARNESS = ("id", "country", "opportunity", "mode", "measure", "radius_km", "own", "both")
_NUMBERS = ("radius_km", "own", "both", "longest")
#: How many words ``diff OLD NEW`` are, and how many changes it prints.
_DIFF, _SHOWN = 3, 20


def _monitor_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``monitor``."""
    from grensgeo.monitor import FeedOptions
    from grensgeo.study.study_options import PERIOD

    command.add_argument(
        "results", nargs="+", metavar="RESULTS",
        help="reach by cell or municipality, or the folder of a study that was run; or diff OLD "
        "NEW, the folders of two feeds",
    )  # fmt: skip
    command.add_argument("--region", type=Path, metavar="DIR", help="folder of the region")
    command.add_argument("--period", metavar="PERIOD", help=PERIOD.meaning)
    command.add_argument(
        "--previous",
        type=Path,
        metavar="DIR",
        help="an earlier feed, to which the period is added",
    )
    command.add_argument(
        "--proximity", type=Path, metavar="FILE",
        help="how near facilities are to the cells, as a study writes it beside the reach",
    )  # fmt: skip
    command.add_argument(
        "--changes", type=Path, metavar="FILE",
        help="of diff: municipalities that became parts of others, beside those that are known",
    )  # fmt: skip
    command.add_argument(
        "--mode", choices=TRIP_MODES, help="mode of the reach, where the table has no column mode"
    )
    add_record(command, FeedOptions)
    add_output(command, "folder of the feed; of diff a table (.csv, .parquet)", needed=False)


def monitor(arguments: argparse.Namespace) -> int:
    """Write the feed for the region's data portal, or compare two."""
    if arguments.results[0] == "diff" and len(arguments.results) == _DIFF:
        return _compare(arguments)
    absent = [name for name in ("region", "period", "output") if getattr(arguments, name) is None]
    if absent or len(arguments.results) > 1:
        needs = ", ".join(f"--{name}" for name in absent) or "one RESULTS, or diff OLD NEW"
        raise InputError("option-missing", f"monitor: give {needs}")
    return _write(arguments, Path(arguments.results[0]))


def _compare(arguments: argparse.Namespace) -> int:
    """Print what changed between two feeds, and write all of it where it is asked for."""
    from grensgeo.files import write_table
    from grensgeo.monitor import compare_feeds

    if arguments.output is not None:
        need_output(arguments.output, TABLES)
    old, new = (Path(name) for name in arguments.results[1:])
    table = compare_feeds(old, new, changes=arguments.changes)
    known = table["difference"].notna()
    fresh, gone = table["status_old"].isna(), table["status"].isna()
    print(
        f"{len(table)} figures differ: {known.sum()} by a number, {fresh.sum()} are new, "
        f"{gone.sum()} are gone; {table['outlier'].sum()} stand out"
    )
    largest = table[known].sort_values("relative", key=abs, ascending=False, kind="stable")
    rows = largest[largest["outlier"]] if largest["outlier"].any() else largest
    for row in rows.head(_SHOWN).to_dict("records"):
        mark = "  stands out" if row["outlier"] else ""
        print(
            f"{row['indicator_id']} {row['region_code']} {row['period']}: {row['old']:g} -> "
            f"{row['new']:g} ({row['relative']:+.1%}){mark}"
        )
    if arguments.output is not None:
        write_table(table, arguments.output)
        print(arguments.output)
    return 0


def _write(arguments: argparse.Namespace, results: Path) -> int:
    """Write a feed."""
    from grensgeo.measures.region_reach import name_mode, read_reach
    from grensgeo.monitor import FeedOptions, period_faults, write_monitor
    from grensgeo.region.region import load_region

    faults = period_faults(arguments.period)
    if faults:
        raise InputError.of([faults[0].at("--period")])
    need_place(arguments.output, folder=True)
    path = results / _CELLS if results.is_dir() else results
    region = load_region(arguments.region)
    near = arguments.proximity
    if near is None and results.is_dir() and (results / _NEAR).exists():
        near = results / _NEAR
    frame = name_mode(read_reach(path), arguments.mode, where=str(path))
    write_monitor(
        frame,
        arguments.output,
        region=region,
        provenance=region.provenance | provenance_of(path) | _provenance(near),
        period=arguments.period,
        options=FeedOptions(
            **given(arguments, FeedOptions), recipe=_recipe(arguments, path, near)
        ),
        previous=arguments.previous,
        proximity=None
        if near is None
        else read_table(near, needs=_NEARNESS, what="a table of proximity", numbers=_NUMBERS),
    )
    print(arguments.output)
    return 0


def _provenance(path: Path | None) -> Provenance:
    return Provenance() if path is None else provenance_of(path)


def _recipe(arguments: argparse.Namespace, path: Path, near: Path | None) -> dict[str, str]:
    """Return how a feed is made again, files relative to its folder."""
    files = {"reach": path, "region": arguments.region, "previous": arguments.previous,
             "proximity": near}  # fmt: skip
    told = {
        name: Path(relpath(file, arguments.output)).as_posix()
        for name, file in files.items()
        if file is not None
    }
    said = {"mode": arguments.mode, "period": arguments.period}
    return told | {name: value for name, value in said.items() if value is not None}


def _reproduce_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``reproduce``."""
    command.add_argument("manifest", type=Path, metavar="MANIFEST", help="manifest.json of a feed")
    command.add_argument(
        "--study", type=Path, metavar="STUDY.toml", help="of a feed that a study made: the study"
    )


def _run_again(manifest: Path, study_id: str, path: Path | None, folder: Path) -> None:
    """Run the study that made a feed."""
    from grensgeo.study import read_study, run_study

    if path is None:
        raise InputError(
            "option-missing", f"{manifest}: was made by the study {study_id}; name it: --study"
        )
    study = read_study(path)
    if study.study_id != study_id:
        raise InputError(
            "option-unfit",
            f"{path}: is the study {study.study_id}, and the feed was made by {study_id}",
        )
    run_study(study, folder, say=say)


def reproduce(arguments: argparse.Namespace) -> int:
    """Repeat what made a feed, and compare it byte by byte."""
    from tempfile import TemporaryDirectory

    from grensgeo.monitor import FeedOptions, differing, read_recipe
    from grensgeo.provenance import read_json

    recipe, files = read_recipe(arguments.manifest)
    here = arguments.manifest.parent
    with TemporaryDirectory() as name:
        folder = Path(name) / "maps" / "monitor"
        if "study" in recipe:
            _run_again(arguments.manifest, recipe["study"], arguments.study, folder.parent)
        else:
            said = read_json(arguments.manifest)["parameters"]["options"]
            options = {item.name: said[item.name] for item in record_of(FeedOptions).options}
            paths = {
                name: here / recipe[name] if name in recipe else None
                for name in ("region", "previous", "proximity")
            }
            again = argparse.Namespace(
                **options, **paths, output=folder, mode=recipe.get("mode"), period=recipe["period"]
            )
            _write(again, here / recipe["reach"])
        wrong = differing(files, folder)
    if wrong:
        raise InputError("file-changed", f"{arguments.manifest}: made again, {some(wrong)} differ")
    print(f"{arguments.manifest}: {len(files)} files made again, the same byte by byte")
    return 0


COMMANDS = (
    Command(
        "monitor",
        "the feed for the region's data portal",
        "Write observations, indicators, regions and sources as tables, and what describes them.",
        _monitor_options,
        monitor,
    ),
    Command(
        "reproduce",
        "make a feed again and compare it byte by byte",
        "Run what the manifest of a feed says again, and compare every file.",
        _reproduce_options,
        reproduce,
    ),
)
