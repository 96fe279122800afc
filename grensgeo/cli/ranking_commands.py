"""Which link costs most where it fails, and which measures bring most, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, add_record, add_store, given
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.errors import InputError, some
from grensgeo.files import TABLES, need_place
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse

    from grensgeo.scenario import Situation


def _question_options(command: argparse.ArgumentParser) -> None:
    """Add the study, the options of a question of reach, and where the result goes."""
    from grensgeo.scenario.origin_reach import ReachQuestion

    add_record(command, ReachQuestion)
    command.add_argument("--map", type=Path, metavar="FILE", help="write a layer: .geojson, .gpkg")
    command.add_argument(
        "--language", choices=LANGUAGES, default="en",
        help="of the sentence that is printed (default: en)",
    )  # fmt: skip
    add_store(command)
    add_output(command, ".parquet or .csv")


def _critical_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``critical``."""
    from grensgeo.scenario.links import LinkChoice

    command.add_argument("study", type=Path, metavar="STUDY.toml", help="region, networks, trips")
    add_record(command, LinkChoice)
    _question_options(command)


def critical(arguments: argparse.Namespace) -> int:
    """Rank links by the reach that their failure costs."""
    from grensgeo.scenario import critical_links
    from grensgeo.scenario.links import LinkChoice

    _need_outputs(arguments)
    asked = _asked(arguments)
    links = given(arguments, LinkChoice)
    found = critical_links(_situation(arguments, asked), **asked, **links)
    _write(arguments, found)
    return 0


def _best_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``best``."""
    command.add_argument("study", type=Path, metavar="STUDY.toml", help="region, networks, trips")
    command.add_argument(
        "candidates", type=Path, metavar="CANDIDATES.toml",
        help="a [[candidates]] for each measure: file of its scenario, cost",
    )  # fmt: skip
    command.add_argument(
        "--budget", type=float, required=True, metavar="COST", help="in the unit of the costs"
    )
    command.add_argument(
        "--most", type=int, metavar="N", help="the most measures to take (default: 5)"
    )
    command.add_argument(
        "--every-round", action="store_true",
        help="compute all candidates in every round, where measures need each other",
    )  # fmt: skip
    _question_options(command)


def best(arguments: argparse.Namespace) -> int:
    """Choose the measures that bring most for a budget."""
    from grensgeo.scenario import best_measures
    from grensgeo.scenario.candidate_file import read_candidates

    _need_outputs(arguments)
    asked = _asked(arguments)
    candidates = read_candidates(arguments.candidates)
    more = {} if arguments.most is None else {"most": arguments.most}
    situation = _situation(arguments, asked)
    found = best_measures(
        situation, candidates, arguments.budget, lazy=not arguments.every_round, **asked, **more
    )
    _write(arguments, found)
    return 0


def _need_outputs(arguments: argparse.Namespace) -> None:
    need_output(arguments.output, TABLES)
    if arguments.map:
        need_place(arguments.map)


def _asked(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the question that was asked, but for what is left out."""
    from grensgeo.scenario.origin_reach import ReachQuestion

    return given(arguments, ReachQuestion)


def _situation(arguments: argparse.Namespace, asked: dict[str, Any]) -> Situation:
    """Return the situation of a study: its region, and the network and trip that are asked for."""
    from grensgeo.region.region import load_region
    from grensgeo.scenario import Situation
    from grensgeo.study import read_study
    from grensgeo.traveltimes.router import open_router

    study = read_study(arguments.study)
    trips = {item.trip_id: item for item in study.trips}
    name = asked.get("trip")
    if name is None and len(trips) > 1:
        text = f"--trip: the study has several, {some(trips, most=20)}; name one"
        raise InputError("option-missing", text)
    name = next(iter(trips), None) if name is None else name
    if name not in trips:
        text = f"--trip: the study has no trip {name!r}; there are {some(trips, most=20)}"
        raise InputError("choice-unknown", text)
    asked.setdefault("areas", study.areas)
    asked.setdefault("opportunity", study.opportunities[0] if study.opportunities else "jobs")
    folder = study.networks[trips[name].network]
    network = open_router(folder, store=arguments.store).network
    return Situation(load_region(study.region), network, {name: trips[name].trip})


def _write(arguments: argparse.Namespace, found: Any) -> None:  # noqa: ANN401 - either result
    """Write the table and the layer, and print the sentence."""
    write_result(found.table, arguments.output, found.provenance)
    print(f"{arguments.output}: {len(found.table)} rows")
    if arguments.map:
        found.map().to_file(arguments.map)
        print(arguments.map)
    print(found.sentence(arguments.language))


COMMANDS = (
    Command(
        "critical",
        "which link costs most reach where it fails",
        "Write links (sections of roads, roads, ways, bridges, crossings, lines) in the order of "
        "what their failure costs, each as if it alone were closed; print the first in a "
        "sentence. Of a study, whose areas hold.",
        _critical_options,
        critical,
    ),
    Command(
        "best",
        "which measures bring most reach for a budget",
        "Write the best measures of a file of candidates, in the order in which they are chosen, "
        "with what each brings beside those before; print them in a sentence.",
        _best_options,
        best,
    ),
)
