"""Official methods by their names, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, minutes
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.errors import InputError
from grensgeo.files import TABLES, need_place, read_table
from grensgeo.provenance import provenance_of
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from grensgeo.measures.reach_inputs import ReachInputs
    from grensgeo.methods.crow.own_layout import LaidTable
    from grensgeo.provenance import Provenance

#: How many of the tables that differ are named.
_MOST_NAMED = 10
#: Methods that rank the least first.
_LESS_IS_BETTER = frozenset({"central_place_min", "share_below_norm"})


def _ikob_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``ikob``."""
    command.add_argument(
        "project", type=Path, metavar="PROJECT.json", help="a project of IKOB's own program"
    )
    command.add_argument(
        "--variant", choices=("written", "coded"), default="written",
        help="as the method is described, or as CROW's program computes it (default: written)",
    )  # fmt: skip
    command.add_argument(
        "--folder", type=Path, metavar="DIR",
        help="write all intermediate and final tables too, in the folders of IKOB's program",
    )  # fmt: skip
    command.add_argument(
        "--against", type=Path, metavar="DIR",
        help="hold all tables against those of another run, and say which differ",
    )  # fmt: skip
    add_output(command, ".parquet or .csv")


def ikob(arguments: argparse.Namespace) -> int:
    """Compute as IKOB does; return 1 if a table differs from another run's."""
    import pandas as pd

    from grensgeo.methods.crow.ikob_method import ikob as method
    from grensgeo.methods.crow.ikob_project import read_ikob
    from grensgeo.methods.crow.own_layout import compare_layout, laid_tables, write_layout
    from grensgeo.provenance import Provenance

    need_output(arguments.output, TABLES)
    if arguments.folder is not None:
        need_place(arguments.folder, folder=True)
    project = read_ikob(arguments.project)
    results = {
        motive: method(inputs, variant=arguments.variant)
        for motive, inputs in project.inputs.items()
    }
    table = pd.concat([result.table for result in results.values()], ignore_index=True)
    provenance = Provenance()
    for result in results.values():
        provenance |= result.provenance
    write_result(table, arguments.output, provenance, asked={"variant": arguments.variant})
    print(f"{arguments.output}: {len(table)} rows")
    for note in provenance.told():
        print(note)

    def laid() -> list[LaidTable]:
        return [
            one for name, found in results.items() for one in laid_tables(found, project, name)
        ]

    if arguments.folder is not None:
        print(f"{arguments.folder}: {write_layout(laid(), arguments.folder)} tables")
    if arguments.against is None:
        return 0
    held = compare_layout(laid(), arguments.against)
    apart = held[~held["same"]]
    print(
        f"{arguments.against}: {int(held['same'].sum())} of {len(held)} tables are the same; "
        f"the largest difference is {held['difference'].max():.1e}"
    )
    for row in apart.head(_MOST_NAMED).itertuples():
        print(f"{row.file}: {row.difference:.3g}")
    return 1 if len(apart) else 0


def _methods_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``methods``."""
    command.add_argument(
        "times", type=Path, metavar="TIMES", help="travel times: .parquet or .csv"
    )
    command.add_argument(
        "--opportunities", type=Path, required=True, metavar="CSV",
        help="id, country and a column of counts per opportunity",
    )  # fmt: skip
    command.add_argument(
        "--opportunity", required=True, metavar="NAME", help="the column that reach counts"
    )
    command.add_argument("--cutoff-min", type=minutes, required=True, metavar="MIN", help="cutoff")
    command.add_argument(
        "--decay", required=True, metavar="NAME:k=v",
        help="willingness to travel, for the connectivity metric, as exponential:rate=0.05",
    )  # fmt: skip
    command.add_argument(
        "--centres", nargs="+", required=True, metavar="ID", help="central places (Mittelzentren)"
    )
    command.add_argument(
        "--mode", choices=("car", "transit"), required=True, help="of the times, for the norm"
    )
    command.add_argument(
        "--norm", type=float, metavar="N", help="opportunities that are enough for everybody"
    )
    command.add_argument("--people", metavar="NAME", help="column of who lives there, for --norm")
    command.add_argument(
        "--by", default="country", metavar="NAME",
        help="column of the region in which the share below --norm is taken (default: country)",
    )  # fmt: skip
    command.add_argument(
        "--ikob", type=Path, metavar="FILE",
        help="a project of IKOB's own program (.json), or what grensgeo ikob wrote; same ids",
    )  # fmt: skip
    command.add_argument("--page", type=Path, metavar="FILE.html", help="write a page too")
    command.add_argument(
        "--language", choices=LANGUAGES, default="nl", help="of the page (default: nl)"
    )
    add_output(command, ".parquet or .csv")


def methods(arguments: argparse.Namespace) -> int:
    """Write figures by each method, and where a place changes rank."""
    import pandas as pd

    from grensgeo.measures.decay import parse
    from grensgeo.measures.reach_inputs import read_reach_inputs
    from grensgeo.methods import named_readings as readings

    need_output(arguments.output, TABLES)
    if arguments.page is not None:
        need_output(arguments.page, (".html",))
    if (arguments.norm is None) != (arguments.people is None):
        raise InputError("option-missing", "--norm and --people belong together; give both")
    name = arguments.opportunity
    columns = [name, *([arguments.people] if arguments.people else [])]
    inputs = read_reach_inputs(
        arguments.times, opportunities=arguments.opportunities, columns=columns,
        cutoffs_min=[arguments.cutoff_min],
    )  # fmt: skip
    counts, times = inputs.opportunities[name], inputs.times
    closed = readings.pbl_cbs_2015(
        times, counts, cutoff_min=arguments.cutoff_min, countries=inputs.countries
    ).set_index("id")
    scored = readings.connectivity(times, counts.to_frame(), decay=parse(arguments.decay))
    norm = readings.central_place_norm(times, arguments.centres, mode=arguments.mode)
    figures = pd.DataFrame(
        {
            "pbl_cbs_closed": closed["closed"],
            "pbl_cbs_open": closed["open"],
            "connectivity": scored["connectivity"],
            "central_place_min": norm["travel_time_min"],
        }
    )
    provenance = inputs.provenance
    if arguments.norm is not None:
        figures["share_below_norm"] = _below(arguments, figures["pbl_cbs_open"], inputs)
    if arguments.ikob is not None:
        own, known = _ikob_reach(arguments.ikob)
        if not set(own.index) & set(figures.index):
            raise InputError("nothing-in-common", f"{arguments.ikob}: no id of the times")
        figures["ikob_reach"], provenance = own.reindex(figures.index), provenance | known
    ranks = readings.rank_by_method(
        figures, lower_is_better=_LESS_IS_BETTER & set(figures.columns)
    )
    table = figures.join(norm["kept"].rename("central_place_norm_kept"))
    table = ranks.rename(columns=lambda one: f"rank_{one}" if one in figures else one).join(table)
    table = table.reset_index(names="id")
    write_result(table, arguments.output, provenance)
    print(f"{arguments.output}: {len(table)} rows; of most moves: {table['id'].iloc[0]}")
    if arguments.page is not None:
        _write_page(arguments, table, inputs, provenance)
    return 0


def _write_page(
    arguments: argparse.Namespace,
    table: pd.DataFrame,
    inputs: ReachInputs,
    provenance: Provenance,
) -> None:
    """Write where a place changes rank as a page."""
    from grensgeo.maps.method_page import write_method_page

    places = inputs.places()
    names: dict[str, str] = {}
    if "name" in places:
        names = {str(one): str(name) for one, name in places["name"].dropna().items()}
    page = write_method_page(
        table,
        arguments.page,
        asked={"cutoff": arguments.cutoff_min, "norm": arguments.norm or 0.0},
        provenance=provenance,
        names=names,
        language=arguments.language,
    )
    print(page)


def _below(arguments: argparse.Namespace, reach: pd.Series, inputs: ReachInputs) -> pd.Series:
    """Return for each place the share of its region's people who live below the norm."""
    from grensgeo.methods.named_readings import share_below_norm

    places = inputs.places()
    if arguments.by not in places:
        raise InputError("column-missing", f"{arguments.opportunities}: no column {arguments.by}")
    by = places[arguments.by].reindex(reach.index)
    people = inputs.opportunities[arguments.people]
    shares = share_below_norm(reach, people, norm=arguments.norm, by=by)
    found: pd.Series = by.map(shares["share_below"]).astype("float64")
    return found


def _ikob_reach(path: Path) -> tuple[pd.Series, Provenance]:
    """Return jobs in reach by IKOB, the mean over the people of a place, with all modes."""
    import pandas as pd

    from grensgeo.methods.crow.ikob_method import ikob as method
    from grensgeo.methods.crow.ikob_project import read_ikob
    from grensgeo.methods.crow.person_groups import MODE_SETS, mode_set_name
    from grensgeo.provenance import Provenance

    provenance = Provenance()
    if path.suffix == ".json":
        found = [method(inputs) for inputs in read_ikob(path).inputs.values()]
        table = pd.concat([one.table for one in found], ignore_index=True)
        for one in found:
            provenance |= one.provenance
    else:
        table = read_table(
            path, needs=("id", "motive", "modes", "people", "reach"), what="a table of IKOB",
            numbers=("people", "reach"),
        )  # fmt: skip
        provenance = provenance_of(path)
    own = table[(table["motive"] == "work") & (table["modes"] == mode_set_name(MODE_SETS[-1]))]
    own = own[own["reach"].notna()]
    weighed = (own["reach"] * own["people"]).groupby(own["id"].astype(str)).sum()
    return weighed / own["people"].groupby(own["id"].astype(str)).sum(), provenance


COMMANDS = (
    Command(
        "methods",
        "reach by several official methods, and where a place changes rank",
        "Write for each origin what PBL and CBS (closed, open), the connectivity metric and the "
        "norm to the next central place make of the same times (and people below a norm and IKOB, "
        "where they are given), the rank by each, and how many ranks lie between the best and the "
        "worst; with --page a page that shows it. See docs/methods.md.",
        _methods_options,
        methods,
    ),
    Command(
        "ikob",
        "reach, potential and competition by person group, as IKOB measures them",
        "Write for each place, class of income and set of modes how many jobs people reach, how "
        "many people reach the place, and what each has where all compete. Reads the project of "
        "IKOB's own program. See docs/methods.md.",
        _ikob_options,
        ikob,
    ),
)
