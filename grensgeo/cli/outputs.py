"""What commands write, and what they say meanwhile."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from grensgeo.files import need_ending, need_place, write_table
from grensgeo.provenance import Provenance, manifest_of, write_json
from grensgeo.schema import side_schema

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from grensgeo.traveltimes import Trip


def need_output(path: Path, known: tuple[str, ...]) -> None:
    """Check that a file can be written, before any work is done."""
    need_ending(path, known)
    need_place(path)


def write_result(
    frame: pd.DataFrame,
    path: Path,
    provenance: Provenance,
    *,
    trip: Trip | None = None,
    table: dict[str, Any] | None = None,
    asked: dict[str, Any] | None = None,
) -> None:
    """Write a table and the manifest beside it.

    Parameters
    ----------
    frame, path, provenance
        The table, its file, and where it comes from.
    trip, table, asked
        What the manifest notes too: the trip, what the table holds, what was asked for.
    """
    write_table(frame, path)
    names = ("mode", "max_min", "foreign_routing")
    note: dict[str, Any] = {"trip": {name: getattr(trip, name) for name in names}} if trip else {}
    note |= {"table": table} if table else {}
    note |= {"asked": asked} if asked else {}
    note |= {"path": path.name, "schema": side_schema(frame)}
    write_json(provenance.to_dict() | note, manifest_of(path))


def say(text: str) -> None:
    """Print a line about progress at once; standard error is for what went wrong."""
    print(text, flush=True)


def show_progress() -> bool:
    """Show progress bars to a person, not to a log."""
    return sys.stderr is not None and sys.stderr.isatty()
