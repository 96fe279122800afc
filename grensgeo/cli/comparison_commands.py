"""Compare two tables of reach, or a study with one of its scenarios, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, add_record, add_store, given, minutes
from grensgeo.cli.outputs import need_output, say, write_result
from grensgeo.errors import Faults, InputError, some
from grensgeo.files import TABLES, need_place
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from grensgeo.comparison import ChangeLimits, Comparison, Draws
    from grensgeo.study.study_file import Study

#: What belongs to a study alone.
_OF_STUDY = ("cutoffs", "areas", "to", "draws", "speed_spread", "seed", "shift_min", "level")


def _compare_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``compare``."""
    from grensgeo.comparison import ChangeLimits, Draws

    command.add_argument(
        "baseline", type=Path, metavar="BASELINE",
        help="a table of reach, .parquet or .csv, as reach and studies write it; or a STUDY.toml",
    )  # fmt: skip
    command.add_argument(
        "scenario", metavar="SCENARIO",
        help="another table of reach; a scenario of the same table or of the study, by name; or "
        "of a study the file of a scenario",
    )  # fmt: skip
    command.add_argument(
        "--region",
        type=Path,
        metavar="DIR",
        help="of tables: who lives where, for winners and losers",
    )
    command.add_argument("--map", type=Path, metavar="FILE", help="write a map too: .html")
    command.add_argument(
        "--language", choices=LANGUAGES, default="en",
        help="of the sentences that are printed, and of the map (default: en)",
    )  # fmt: skip
    add_record(command, ChangeLimits)
    study = command.add_argument_group("of a study")
    study.add_argument("--cutoffs", type=minutes, nargs="+", metavar="MIN", help="cutoffs, min")
    study.add_argument(
        "--areas", nargs="+", metavar="NAME", help="whose inhabitants are asked about"
    )
    study.add_argument(
        "--to", nargs="+", metavar="PLACE",
        help="municipalities to which travel times are compared, by code or name",
    )  # fmt: skip
    add_record(command, Draws)
    study.add_argument(
        "--speed-spread", nargs="+", metavar="MODE=PART",
        help="draw speeds too, up to this part faster or slower, as car=0.1",
    )  # fmt: skip
    add_store(command)
    add_output(command, ".parquet or .csv")


def compare(arguments: argparse.Namespace) -> int:
    """Compare what is with what would be, and print what it comes to."""
    need_output(arguments.output, TABLES)
    if arguments.map:
        need_place(arguments.map)
    of_study = arguments.baseline.suffix == ".toml"
    found = _of_study(arguments) if of_study else _of_tables(arguments)
    page = found.map(language=arguments.language) if arguments.map else None
    write_result(found.table(), arguments.output, found.provenance)
    print(f"{arguments.output}: {len(found.table())} rows")
    if page is not None:
        print(page.save(arguments.map))
    told = found.sentence(arguments.language)
    if told:
        print(told)
    return 0


def _limits(arguments: argparse.Namespace) -> ChangeLimits:
    """Return the limits that were given."""
    from grensgeo.comparison import ChangeLimits

    return ChangeLimits(**given(arguments, ChangeLimits))


def _draws(arguments: argparse.Namespace) -> Draws | None:
    """Return the draws that were asked for, if any were."""
    from grensgeo.comparison import Draws

    asked = given(arguments, Draws)
    if arguments.speed_spread:
        asked["speeds"] = _speeds(arguments.speed_spread)
    return Draws(**asked) if asked else None


def _speeds(texts: list[str]) -> dict[str, float]:
    """Read half widths of speeds by mode."""
    found, faults = {}, Faults()
    for text in texts:
        mode, sign, part = text.partition("=")
        try:
            found[mode] = float(part) if sign else float("nan")
        except ValueError:
            found[mode] = float("nan")
        if not 0 < found[mode] < 1:
            faults.add("out-of-range", f"{text!r}; write a part between 0 and 1, as car=0.1")
    if faults:
        raise InputError.of(faults, where="--speed-spread")
    return found


def _of_tables(arguments: argparse.Namespace) -> Comparison:
    """Compare tables of reach."""
    from grensgeo import comparison
    from grensgeo.measures.region_reach import read_reach
    from grensgeo.provenance import provenance_of
    from grensgeo.region.region import load_region

    alone = [f"--{name.replace('_', '-')}" for name in _OF_STUDY if getattr(arguments, name)]
    if alone:
        raise InputError("option-unfit", f"{some(alone)}: of a study, not of tables of reach")
    before = read_reach(arguments.baseline)
    provenance, title = provenance_of(arguments.baseline), None
    if not Path(arguments.scenario).exists() and "scenario" in before.columns:
        after, title = _rows(before, arguments.scenario, arguments.baseline), arguments.scenario
    else:
        after = read_reach(Path(arguments.scenario))
        provenance = provenance | provenance_of(Path(arguments.scenario))
    if "scenario" in before.columns and len(set(before["scenario"])) > 1:
        before = _rows(before, "baseline", arguments.baseline)
    region = None if arguments.region is None else load_region(arguments.region)
    limits = _limits(arguments)
    found = comparison.compare(before, after, region=region, title=title, limits=limits)
    return found.resting_on(provenance)


def _rows(table: pd.DataFrame, name: str, path: Path) -> pd.DataFrame:
    """Return the rows of one scenario of a table."""
    known = list(dict.fromkeys(table["scenario"]))
    if name not in known:
        raise InputError(
            "choice-unknown",
            f"{path}: no scenario {name!r}, nor a file of that name; there are {some(known)}",
        )
    return table[table["scenario"] == name].drop(columns="scenario")


def _of_study(arguments: argparse.Namespace) -> Comparison:
    """Compare what a study computes with one of its scenarios, or with another."""
    from grensgeo import comparison
    from grensgeo.region.region import load_region
    from grensgeo.scenario import Situation, read_scenario
    from grensgeo.study import read_study
    from grensgeo.traveltimes.router import open_router

    if arguments.region:
        raise InputError("option-unfit", "--region: of tables of reach; a study names its region")
    draws, limits = _draws(arguments), _limits(arguments)
    study = read_study(arguments.baseline)
    path, names = _scenario_of(study, arguments.scenario)
    scenario = read_scenario(path)
    chosen = [
        item
        for item in study.trips
        if (item.trip_id in names if names else scenario.concerns(item.trip))
    ]
    on = dict.fromkeys(item.network for item in chosen)
    if len(on) != 1:
        raise InputError(
            "option-unfit",
            f"{arguments.baseline}: the trips of {scenario.name} are on {len(on)} networks"
            f"{f' ({some(on)})' if on else ''}; name them under [[scenarios]] in the study",
        )
    folder = study.networks[next(iter(on))]
    network = open_router(folder, store=arguments.store).network
    trips = {item.trip_id: item.trip for item in chosen}
    say(f"{scenario.name}: {', '.join(trips)}")
    return comparison.compare(
        Situation(load_region(study.region), network, trips),
        scenario,
        cutoffs_min=arguments.cutoffs or study.cutoffs_min,
        opportunities=study.opportunities,
        areas=arguments.areas or study.areas,
        to=arguments.to,
        limits=limits,
        draws=draws,
    )


def _scenario_of(study: Study, wanted: str) -> tuple[Path, tuple[str, ...]]:
    """Return the file of a scenario, and the trips that the study names for it."""
    from grensgeo.scenario import read_scenario

    named = {read_scenario(item.path).name: item for item in study.scenarios}
    if wanted in named:
        return named[wanted].path, named[wanted].trips
    path = Path(wanted)
    if not path.exists():
        raise InputError(
            "id-unknown",
            f"scenario {wanted!r} is neither one of the study ({some(named) or 'it has none'}) "
            "nor a file",
        )
    same = [item.trips for item in study.scenarios if item.path.resolve() == path.resolve()]
    return path, same[0] if same else ()


COMMANDS = (
    Command(
        "compare",
        "a scenario against the baseline: what changes for whom",
        "Write the differences of reach, border effect and, of a study, travel times by place, "
        "NUTS3 region and country, with how many people gain and lose; print them in sentences. "
        "Of two tables of reach, or of a study and a scenario.",
        _compare_options,
        compare,
    ),
)
