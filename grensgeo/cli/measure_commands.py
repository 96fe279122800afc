"""Reach, the border's effect and scenarios against the baseline on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, minutes
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.errors import InputError, some
from grensgeo.files import TABLES
from grensgeo.modes import TRIP_MODES

if TYPE_CHECKING:
    import argparse

    import pandas as pd


def _reach_inputs(command: argparse.ArgumentParser) -> None:
    """Add what a measure of reach is computed from."""
    command.add_argument(
        "times", type=Path, metavar="TIMES", help="travel times: .parquet or .csv"
    )
    command.add_argument(
        "--opportunities",
        type=Path,
        metavar="CSV",
        help="id, country and a column of counts per opportunity; empty is missing, not zero",
    )
    command.add_argument(
        "--columns",
        nargs="+",
        metavar="NAME",
        help="the columns that are counts, where others stand beside them",
    )
    command.add_argument(
        "--region",
        type=Path,
        metavar="DIR",
        help="take opportunities and countries of cells from a region instead",
    )
    command.add_argument(
        "--origins",
        type=Path,
        metavar="CSV",
        help="id, country of the origins, where they are not among the opportunities",
    )
    command.add_argument("--cutoffs", type=minutes, nargs="+", metavar="MIN", help="cutoffs, min")
    command.add_argument(
        "--decay",
        metavar="NAME:k=v",
        help="decay function of minutes, as exponential:rate=0.1 or geurs_van_eck_2001",
    )


def _reach_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``reach``."""
    _reach_inputs(command)
    command.add_argument(
        "--measure",
        metavar="NAME",
        help="cumulative, cumulative_interval, gravity, nearest, dual, 2sfca, e2sfca, 3sfca, "
        "balanced, spatial_availability, transport_performance or logsum",
    )
    command.add_argument(
        "--demand", metavar="COLUMN", help="who competes: a column of the origins or the region"
    )
    for flag, kind, unit, meaning in (
        ("--k", int, "N", "which nearest place, 1 the nearest (nearest)"),
        ("--n", float, "N", "how many opportunities (dual)"),
        ("--rate", float, "RATE", "weight of a minute, per min (logsum)"),
        ("--radius-km", float, "KM", "what is near, km (transport_performance)"),
    ):
        command.add_argument(flag, type=kind, metavar=unit, help=meaning)
    command.add_argument(
        "--passive",
        action="store_true",
        help="seen from the destinations: opportunities by from_id, demand by to_id",
    )
    command.add_argument(
        "--mode",
        choices=TRIP_MODES,
        help="mode of the times, for a column mode (default: what grensgeo times noted)",
    )
    add_output(command, ".parquet or .csv")


def reach(arguments: argparse.Namespace) -> int:
    """Compute opportunities within cutoffs, by country of destination."""
    from grensgeo.cli.reach_files import note_of, reach_inputs
    from grensgeo.measures import reach as measure

    need_output(arguments.output, TABLES)
    matrix, opportunities, countries, provenance = reach_inputs(arguments)
    if arguments.measure:
        result = _measured(arguments, matrix, opportunities)
    else:
        if not arguments.cutoffs:
            raise InputError("option-missing", "give --cutoffs, or a --measure that needs none")
        names = ("decay", "demand", "k", "n", "rate", "radius_km", "passive")
        alone = [f"--{name.replace('_', '-')}" for name in names if getattr(arguments, name)]
        if alone:
            raise InputError(
                "option-unfit", f"{some(alone)}: belongs to a measure; give --measure NAME too"
            )
        result = measure(
            matrix,
            opportunities,
            cutoffs_min=sorted(set(arguments.cutoffs)),
            countries=countries,
        )
    mode = arguments.mode or note_of(arguments.times).get("mode")
    if mode is not None:
        result["mode"] = mode
    write_result(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def _measured(
    arguments: argparse.Namespace, matrix: pd.DataFrame, opportunities: dict[str, pd.Series]
) -> pd.DataFrame:
    """Compute the measure that is named, for every cutoff where it has several."""
    import pandas as pd

    from grensgeo.measures import by_name
    from grensgeo.measures.decay import parse

    options: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("k", "n", "rate", "radius_km")
        if getattr(arguments, name) is not None
    }
    if arguments.decay:
        options["decay"] = parse(arguments.decay)
    places = _measured_places(arguments)
    if arguments.demand:
        if arguments.demand not in places.columns:
            raise InputError(
                "column-missing",
                f"--demand {arguments.demand}: no such column; there are {some(places.columns)}",
            )
        options["demand"] = places[arguments.demand]
        opportunities = {k: v for k, v in opportunities.items() if k != arguments.demand}
    if arguments.measure == "transport_performance":
        options["places"] = places
    cutoffs = sorted(set(arguments.cutoffs or ()))
    runs: list[dict[str, Any]] = [{"cutoff_min": cutoff} for cutoff in cutoffs] or [{}]
    if arguments.measure == "cumulative_interval":
        if len(cutoffs) != 2:
            raise InputError(
                "option-missing", "--measure cumulative_interval: give --cutoffs FIRST LAST"
            )
        runs = [{"interval_min": (cutoffs[0], cutoffs[1])}]
    frames = [
        by_name(
            arguments.measure,
            matrix,
            opportunities,
            options=options | run,
            active=not arguments.passive,
        )
        for run in runs
    ]
    return pd.concat(frames, ignore_index=True)


def _measured_places(arguments: argparse.Namespace) -> pd.DataFrame:
    """Give what is known of origins and destinations, by id."""
    import pandas as pd

    from grensgeo.cli.reach_files import places_of

    if arguments.region:
        from grensgeo.region.region import load_region

        region = load_region(arguments.region)
        frames = [pd.DataFrame(table) for table in (region.cells, region.municipalities)]
        coordinates = region.places[["lon", "lat"]]
        frames[1] = frames[1].drop(columns=["lon", "lat"], errors="ignore").join(coordinates)
    else:
        frames = [places_of(arguments.opportunities)]
        if arguments.origins:
            frames.append(places_of(arguments.origins))
    places = pd.concat(frames)
    if len(frames) > 1:
        # A place that stands in both tables has what either says of it.
        places = places.groupby(level=0, sort=False).first()
    return places


def _border_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``border``."""
    _reach_inputs(command)
    command.add_argument(
        "--closed-times",
        type=Path,
        metavar="TIMES",
        help="travel times computed with --domestic-routing",
    )
    command.add_argument(
        "--resistance",
        default="0",
        metavar="MIN",
        help="perceived minutes of crossing, or a known name: none, commuting-car-lms "
        "(default: 0)",
    )
    command.add_argument(
        "--both-ways",
        action="store_true",
        help="assume the same resistance in directions that it does not know",
    )
    command.add_argument(
        "--matching",
        type=float,
        default=1.0,
        metavar="PART",
        help="part of the opportunities abroad that are open to those who come, 0 to 1 "
        "(default: 1)",
    )
    add_output(command, ".parquet or .csv")


def border(arguments: argparse.Namespace) -> int:
    """Compute reach with the border closed and open."""
    import pandas as pd

    from grensgeo.border import as_resistance, border_effect
    from grensgeo.cli.reach_files import note_of, provenance_of, reach_inputs, times_of
    from grensgeo.measures.decay import parse

    need_output(arguments.output, TABLES)
    matrix, opportunities, countries, provenance = reach_inputs(arguments)
    closed: Any = "destinations"
    if arguments.closed_times:
        if note_of(arguments.closed_times).get("foreign_routing"):
            raise InputError(
                "times-of-other-routing",
                f"{arguments.closed_times}: computed without --domestic-routing",
            )
        closed = times_of(arguments.closed_times)
        provenance = provenance | provenance_of(arguments.closed_times)
    if bool(arguments.cutoffs) == bool(arguments.decay):
        raise InputError("give-exactly-one", "give either --cutoffs or --decay")
    runs: list[dict[str, Any]] = [{"cutoff_min": c} for c in sorted(set(arguments.cutoffs or ()))]
    if arguments.decay:
        runs = [{"decay": parse(arguments.decay)}]
    try:
        resistance: Any = float(arguments.resistance)
    except ValueError:
        resistance = arguments.resistance
    if arguments.both_ways:
        resistance = as_resistance(resistance).both_ways()
    frames = [
        border_effect(
            matrix,
            counts,
            countries=countries,
            closed=closed,
            resistance=resistance,
            matching=arguments.matching,
            **run,
        ).assign(opportunity=name)
        for name, counts in opportunities.items()
        for run in runs
    ]
    result = pd.concat(frames, ignore_index=True)
    write_result(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def _compare_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``compare``."""
    command.add_argument(
        "baseline", type=Path, metavar="BASELINE", help="output of reach, .parquet or .csv"
    )
    command.add_argument(
        "scenario", type=Path, metavar="SCENARIO", help="the same, computed with the scenario"
    )
    add_output(command, ".parquet or .csv")


def compare(arguments: argparse.Namespace) -> int:
    """Hold a scenario against the baseline."""
    from grensgeo.cli.reach_files import provenance_of
    from grensgeo.cli.reach_tables import reach_table
    from grensgeo.measures import compare as difference

    need_output(arguments.output, TABLES)
    result = difference(reach_table(arguments.baseline), reach_table(arguments.scenario))
    provenance = provenance_of(arguments.baseline) | provenance_of(arguments.scenario)
    write_result(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


COMMANDS = (
    Command(
        "reach",
        "opportunities within cutoffs, by country of destination",
        "Write id, country, cutoff_min, opportunity, reach_nl, reach_de, closed, "
        "open, border_effect. With --measure: id, measure, opportunity, cutoff_min, decay, value.",
        _reach_options,
        reach,
    ),
    Command(
        "border",
        "reach with the border closed and open, and the difference",
        "Write closed, open, border_effect = open / closed - 1 and the absolute "
        "difference. Closed drops foreign destinations, unless --closed-times gives times of "
        "domestic routing.",
        _border_options,
        border,
    ),
    Command(
        "compare",
        "a scenario against the baseline",
        "Write baseline, scenario and difference for each row of two reach tables.",
        _compare_options,
        compare,
    ),
)
