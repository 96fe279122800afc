"""Write the feed: two CSV files and a data package, the same bytes for the same reach."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import Fault, InputError
from grensgeo.files import beside, need_place
from grensgeo.files.formulas import marked
from grensgeo.measures import check_reach
from grensgeo.measures.long_reach import totals
from grensgeo.monitor.indicators import LEVELS, indicators, observations, reach_faults
from grensgeo.monitor.package import PERIOD, package
from grensgeo.schema import INDICATORS, OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd

    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region
    from grensgeo.schema import Table


def write_monitor(
    reach_by_municipality: pd.DataFrame,
    reach_by_nuts3: pd.DataFrame,
    folder: str | Path,
    *,
    region: Region,
    provenance: Provenance,
    period: str,
    trips: Collection[str] = (),
    modes: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Path]:
    """Write the feed of a region: observations, indicators and a data package.

    Parameters
    ----------
    reach_by_municipality, reach_by_nuts3
        Reach of the baseline (``schema.REACH`` with ``mode``), as
        :func:`grensgeo.measures.combine` gives it for municipalities and NUTS3 regions.
    folder
        Where ``observations.csv``, ``indicators.csv`` and ``datapackage.json`` go; it is made if
        need be. Nothing is written unless all of it can be.
    region
        The region, which knows the codes.
    provenance
        Sources and assumptions of the reach.
    period
        What the figures speak of: ``2022``, ``2022-Q1``, ``2022-05`` or ``2022-05-15``.
    trips
        Names of trips that may stand as ``mode`` beside the modes themselves.
    modes
        How the trips in the column ``mode`` are called in a sentence, by id and language.

    Returns
    -------
    list
        Paths of the three files.

    Raises
    ------
    InputError
        For codes that the region does not have, a scenario among the rows, rows that stand twice,
        modes that are none, tables that contradict themselves or the region, a period that is
        none, or a provenance without sources.
    FileError
        If the folder cannot be written.

    Notes
    -----
    A figure that is not known has an empty value and a status that says why, never 0:
    ``undefined`` where it would be divided by zero, ``missing`` otherwise. ``partial`` figures
    rest on incomplete counts (then a count is a lower bound) or leave out more than 5% of the
    population. Counts have four significant figures, ratios three decimals.
    """
    sources = (region.provenance | provenance).sources
    faults = period_faults(period)
    if not sources:
        faults.append(Fault("source-missing", "provenance: no sources; a feed must name them"))
    places = region.municipalities
    known = {
        "municipality": dict(places["country"]),
        "nuts3": dict(places.drop_duplicates("nuts3").set_index("nuts3")["country"]),
    }
    frames = {"municipality": reach_by_municipality, "nuts3": reach_by_nuts3}
    tables = {
        level: check_reach(frame, where=f"reach by {level}", known=known[level])
        for level, frame in frames.items()
    }
    for level, table in tables.items():
        faults += reach_faults(table, set(known[level]), level, trips=trips)
    if faults:
        raise InputError.of(faults, where="monitor")
    shown = {*places["country"], *(c for table in tables.values() for c in table["to_country"])}
    tables = {level: totals(table) for level, table in tables.items()}
    source = ";".join(sorted({item.source_id for item in sources}))
    observed = [
        [*row, source]
        for level in LEVELS
        for row in observations(tables[level], level, period, countries=len(shown))
    ]
    files = {
        "observations.csv": _csv(OBSERVATIONS, observed),
        "indicators.csv": _csv(
            INDICATORS, indicators(tables.values(), modes or {}, countries=len(shown))
        ),
    }
    described = package(
        files,
        region.provenance | provenance,
        period,
        codes={*known["municipality"], *known["nuts3"]},
    )
    files["datapackage.json"] = _json(described)
    return _write(files, Path(folder))


def period_faults(period: str) -> list[Fault]:
    """List what is wrong with a period.

    Parameters
    ----------
    period
        What the figures speak of.

    Returns
    -------
    list
        Nothing for a year, a quarter, a month or a day.

    Examples
    --------
    >>> period_faults("2022-05"), period_faults("2022-13")
    ([], ["period '2022-13'; write 2022, 2022-Q1, 2022-05 or 2022-05-15"])
    """
    if re.fullmatch(PERIOD, period):
        return []
    return [
        Fault("period-wrong", f"period {period!r}; write 2022, 2022-Q1, 2022-05 or 2022-05-15")
    ]


def _csv(table: Table, rows: list[list[str]]) -> bytes:
    """Write a table as CSV: UTF-8, comma, line feed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([marked(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8")


def _json(data: Mapping[str, Any]) -> bytes:
    """Write a manifest, the same bytes each time."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return (text + "\n").encode("utf-8")


def _write(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write all files beside the folder first, then move them in; the package comes last."""
    need_place(folder, folder=True)
    with beside(folder) as part:
        for name, content in files.items():
            (part / name).write_bytes(content)
        folder.mkdir(exist_ok=True)
        for name in files:
            (part / name).replace(folder / name)
    return [folder / name for name in files]
