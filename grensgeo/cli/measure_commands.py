"""Reach and the border's effect on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, minutes
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.errors import InputError, some
from grensgeo.files import TABLES
from grensgeo.modes import TRIP_MODES
from grensgeo.provenance import provenance_of

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from grensgeo.measures.decay import Decay
    from grensgeo.measures.reach_inputs import ReachInputs


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


def _read_inputs(arguments: argparse.Namespace, *, by_country: bool = True) -> ReachInputs:
    """Read what the options name."""
    from grensgeo.measures.reach_inputs import read_reach_inputs

    return read_reach_inputs(
        arguments.times,
        opportunities=arguments.opportunities,
        columns=arguments.columns,
        region=arguments.region,
        origins=arguments.origins,
        cutoffs_min=arguments.cutoffs or (),
        decay=_decay(arguments),
        active=not getattr(arguments, "passive", False),
        by_country=by_country,
    )


def _decay(arguments: argparse.Namespace) -> Decay | None:
    """Read the decay function, if one is named."""
    from grensgeo.measures.decay import parse

    return parse(arguments.decay) if arguments.decay else None


def reach(arguments: argparse.Namespace) -> int:
    """Compute opportunities within cutoffs, by country of destination."""
    from grensgeo.measures import reach as measure
    from grensgeo.measures.byname import by_name_at
    from grensgeo.measures.reach_inputs import trip_noted

    need_output(arguments.output, TABLES)
    inputs = _read_inputs(arguments, by_country=not arguments.measure)
    names = ("k", "n", "rate", "radius_km")
    options = {name: getattr(arguments, name) for name in names}
    options = {name: value for name, value in options.items() if value is not None}
    if arguments.measure:
        decay = _decay(arguments)
        result = by_name_at(
            arguments.measure,
            inputs,
            cutoffs_min=arguments.cutoffs or (),
            options=options if decay is None else options | {"decay": decay},
            demand=arguments.demand,
            active=not arguments.passive,
        )
    else:
        if not arguments.cutoffs:
            raise InputError("option-missing", "give --cutoffs, or a --measure that needs none")
        others = ("decay", "demand", *names, "passive")
        alone = [f"--{name.replace('_', '-')}" for name in others if getattr(arguments, name)]
        if alone:
            raise InputError(
                "option-unfit", f"{some(alone)}: belongs to a measure; give --measure NAME too"
            )
        result = measure(
            inputs.times,
            inputs.opportunities,
            cutoffs_min=sorted(set(arguments.cutoffs)),
            countries=inputs.countries,
        )
    mode = arguments.mode or trip_noted(arguments.times).get("mode")
    if mode is not None:
        result["mode"] = mode
    write_result(result, arguments.output, inputs.provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


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
    from grensgeo.border import as_resistance
    from grensgeo.border.several import border_effects
    from grensgeo.measures.reach_inputs import read_times, trip_noted

    need_output(arguments.output, TABLES)
    inputs = _read_inputs(arguments)
    provenance = inputs.provenance
    closed: str | pd.DataFrame = "destinations"
    if arguments.closed_times:
        if trip_noted(arguments.closed_times).get("foreign_routing"):
            raise InputError(
                "times-of-other-routing",
                f"{arguments.closed_times}: computed without --domestic-routing",
            )
        closed = read_times(arguments.closed_times)
        provenance = provenance | provenance_of(arguments.closed_times)
    try:
        resistance: Any = float(arguments.resistance)
    except ValueError:
        resistance = arguments.resistance
    result = border_effects(
        inputs.times,
        inputs.opportunities,
        cutoffs_min=arguments.cutoffs or (),
        decay=_decay(arguments),
        countries=inputs.countries,
        closed=closed,
        resistance=as_resistance(resistance).both_ways() if arguments.both_ways else resistance,
        matching=arguments.matching,
    )
    write_result(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


COMMANDS = (
    Command(
        "reach",
        "opportunities within cutoffs, by country of destination",
        "Write id, country, cutoff_min, opportunity, to_country, reach, closed, "
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
)
