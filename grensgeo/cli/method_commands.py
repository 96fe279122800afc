"""Official methods by their names, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.files import TABLES, need_place

if TYPE_CHECKING:
    import argparse

    from grensgeo.methods.crow.own_layout import LaidTable

#: How many of the tables that differ are named.
_MOST_NAMED = 10


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


COMMANDS = (
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
