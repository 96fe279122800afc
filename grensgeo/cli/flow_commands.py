"""The border from flows of commuters, and realised reach, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, minutes
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.errors import InputError, some
from grensgeo.files import TABLES, read_table
from grensgeo.provenance import provenance_of

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from grensgeo.measures.matrix import TimesLike
    from grensgeo.region.region import Region

#: Families and constraints, as the library has them; it is not loaded to show them.
_DECAYS = ("log_logistic", "exponential", "power", "gaussian")
_CONSTRAINTS = ("production", "doubly")


def _fit_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``border-fit``."""
    command.add_argument("flows", type=Path, metavar="FLOWS",
                         help="from_id, to_id, count, and lower, upper where rounded or hidden; "
                         "or with --grensdata a table as Grensdata gives it")  # fmt: skip
    command.add_argument("--times", type=Path, required=True, metavar="TIMES",
                         help="travel times between zones: .parquet or .csv")  # fmt: skip
    command.add_argument("--zones", type=Path, required=True, metavar="CSV",
                         help="id, country, and people, jobs (people who work and live there, and "
                         "jobs, in one concept)")  # fmt: skip
    command.add_argument("--regions", type=Path, metavar="CSV",
                         help="id of a zone, region that flows speak of")  # fmt: skip
    command.add_argument("--grensdata", action="store_true",
                         help="FLOWS is a table in the form of Grensdata")  # fmt: skip
    command.add_argument("--period", metavar="PERIOD",
                         help="period, where the table of Grensdata has several")  # fmt: skip
    command.add_argument("--constraint", choices=_CONSTRAINTS, default=_CONSTRAINTS[0],
                         help="what is balanced (default: production)")  # fmt: skip
    command.add_argument("--decay", choices=_DECAYS, default=_DECAYS[0],
                         help="family of decay functions (default: log_logistic)")  # fmt: skip
    command.add_argument("--intrazonal", action="store_true",
                         help="count trips within a zone too")  # fmt: skip
    add_output(command, ".parquet or .csv")


def border_fit(arguments: argparse.Namespace) -> int:
    """Fit border terms to flows of commuters."""
    from grensgeo.flows import fit_border
    from grensgeo.measures.reach_inputs import read_times
    from grensgeo.statistics import read_grensdata_commuters

    need_output(arguments.output, TABLES)
    if arguments.period and not arguments.grensdata:
        raise InputError("option-unfit", "--period belongs to --grensdata; give that too")
    flows = (
        read_grensdata_commuters(arguments.flows, period=arguments.period)
        if arguments.grensdata
        else read_table(
            arguments.flows, needs=["from_id", "to_id", "count"], what="a table of flows",
            numbers=["count", "lower", "upper"],
        )
    )  # fmt: skip
    zones = read_table(
        arguments.zones, needs=["id", "country"], what="a table of zones",
        numbers=["people", "jobs"],
    )  # fmt: skip
    fit = fit_border(
        read_times(arguments.times),
        flows,
        zones=zones.set_index("id"),
        regions=_regions(arguments.regions),
        constraint=arguments.constraint,
        decay=arguments.decay,
        intrazonal=arguments.intrazonal,
    )
    write_result(fit.terms, arguments.output, provenance_of(arguments.times))
    for country, curve in fit.decays.items():
        print(f"decay {country}: {curve}")
    print(f"{fit.rows} rows, {fit.explained:.1%} of the deviance explained")
    for row in fit.both_ways.itertuples():
        print(
            f"{row.country_a} and {row.country_b}, both ways: weight {row.weight:.3g} "
            f"({row.weight_lower:.3g} to {row.weight_upper:.3g})"
        )
    print(f"{arguments.output}: {len(fit.terms)} rows")
    return 0


def _regions(path: Path | None) -> dict[str, list[str]]:
    """Read which zones make up which region."""
    if path is None:
        return {}
    table = read_table(path, needs=["id", "region"], what="a table of regions")
    return {str(name): list(rows) for name, rows in table.groupby("region")["id"]}


def _realised_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``realised``."""
    command.add_argument("times", type=Path, nargs="*", metavar="TIMES",
                         help="travel times of cells: a file or folder a mode")  # fmt: skip
    command.add_argument("--reach", type=Path, nargs="+", default=[], metavar="REACH",
                         help="reach by country, as grensgeo cell-reach and reach write it, "
                         "instead of times: quick for all cells of a region")  # fmt: skip
    command.add_argument("--region", type=Path, required=True, metavar="DIR",
                         help="the region: opportunities, countries, inhabitants")  # fmt: skip
    command.add_argument("--opportunities", nargs="+", default=["jobs"], metavar="NAME",
                         help="opportunities of the region (default: jobs)")  # fmt: skip
    command.add_argument("--terms", required=True, metavar="NAME|FILE",
                         help="a fitted border by name (commuting-flows-2023), or what grensgeo "
                         "border-fit wrote")  # fmt: skip
    command.add_argument("--cutoff", type=minutes, metavar="MIN",
                         help="cutoff, min (default with --reach: all it has)")  # fmt: skip
    command.add_argument("--decay", metavar="NAME:k=v", help="decay function in its place")
    add_output(command, ".parquet or .csv")


def realised(arguments: argparse.Namespace) -> int:
    """Compute realised reach, today and when the border's term halves."""
    from grensgeo.flows.realised import TERMS
    from grensgeo.region.region import load_region

    need_output(arguments.output, TABLES)
    if bool(arguments.times) == bool(arguments.reach):
        raise InputError("give-exactly-one", "give either TIMES or --reach REACH")
    region = load_region(arguments.region)
    terms: pd.DataFrame | str = arguments.terms
    if Path(arguments.terms).suffix in TABLES:
        terms = read_table(
            Path(arguments.terms), needs=list(TERMS), what="border terms", numbers=TERMS[2:]
        )
    unknown = sorted(set(arguments.opportunities) - set(region.opportunities))
    if unknown:
        raise InputError(
            "name-unknown",
            f"--opportunities: {', '.join(unknown)} not in the region, which has "
            f"{', '.join(region.opportunities)}",
        )
    of = _of_reach if arguments.reach else _of_times
    result = of(arguments, region, terms)
    provenance = region.provenance
    for path in arguments.times or arguments.reach:
        provenance = provenance | provenance_of(path)
    write_result(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def _of_times(
    arguments: argparse.Namespace, region: Region, terms: pd.DataFrame | str
) -> pd.DataFrame:
    """Compute realised reach from travel times; those in parts are read a part at a time."""
    from grensgeo.bulk import open_travel_times
    from grensgeo.flows import realised_reach
    from grensgeo.measures.decay import parse
    from grensgeo.measures.reach_inputs import read_times, trip_noted

    by_mode: dict[str, TimesLike | pd.DataFrame] = {}
    for path in arguments.times:
        parts = open_travel_times(path) if path.is_dir() else None
        mode = parts.trip.mode if parts else str(trip_noted(path).get("mode") or path.stem)
        if mode in by_mode:
            raise InputError("row-twice", f"{path}: a second file of {mode}; give one a mode")
        by_mode[mode] = parts or read_times(path)
    return realised_reach(
        by_mode,
        {name: region.opportunities[name] for name in arguments.opportunities},
        terms=terms,
        cutoff_min=arguments.cutoff,
        decay=parse(arguments.decay) if arguments.decay else None,
        countries=region.countries,
        homes=_homes(region),
    )


def _of_reach(
    arguments: argparse.Namespace, region: Region, terms: pd.DataFrame | str
) -> pd.DataFrame:
    """Compute realised reach from tables of reach of cells or municipalities."""
    import pandas as pd

    from grensgeo.flows import realised_from_reach
    from grensgeo.measures.region_reach import of_municipalities, read_reach

    if arguments.decay:
        raise InputError("option-unfit", "--decay belongs to TIMES: reach is of cutoffs")
    frames = []
    for path in arguments.reach:
        table = read_reach(path)
        chosen = table["opportunity"].isin(arguments.opportunities)
        if arguments.cutoff is not None:
            chosen &= table["cutoff_min"] == arguments.cutoff
        if not chosen.any():
            raise InputError(
                "case-missing",
                f"{path}: no rows of --opportunities and --cutoff; it has "
                f"{some(sorted(set(table['opportunity'])))} within "
                f"{some(sorted(set(table['cutoff_min'])))} min",
            )
        towns = of_municipalities(table, region, where=str(path))
        homes = None if towns else _homes(region)
        frames.append(realised_from_reach(table[chosen], terms=terms, homes=homes))
    return pd.concat(frames, ignore_index=True)


def _homes(region: Region) -> pd.DataFrame:
    """Return municipality and inhabitants of each cell."""
    cells = region.cells
    homes: pd.DataFrame = cells.set_index(cells["cell_id"].to_numpy())
    return homes[["region_code", "population"]]


COMMANDS = (
    Command(
        "border-fit",
        "what a border weighs by direction, fitted to flows of commuters",
        "Write from_country, to_country, weight and minutes with 95 % intervals, identified. "
        "Give jobs of both countries in one concept; flows may be of zones, of regions or of "
        "whole countries.",
        _fit_options,
        border_fit,
    ),
    Command(
        "realised",
        "reach that people really have across a border, today and when its term halves",
        "Write for each municipality, mode and opportunity closed, today, halved, open, with the "
        "interval of the term, and the minutes that the border is worth from there.",
        _realised_options,
        realised,
    ),
)
