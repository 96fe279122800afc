"""Write the feed: tables, outlines and what describes them, the same bytes for the same reach."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.errors import Faults, GrensgeoWarning, InputError, some
from grensgeo.extras import has_package
from grensgeo.files import beside, need_place
from grensgeo.measures import check_reach
from grensgeo.measures.region_reach import name_mode, of_municipalities
from grensgeo.monitor.feed_files import csv_bytes, write_outlines, write_plain_parquet
from grensgeo.monitor.feed_manifest import NAME as MANIFEST
from grensgeo.monitor.feed_manifest import manifest_bytes
from grensgeo.monitor.feed_options import FeedOptions, FeedTrip
from grensgeo.monitor.indicators import BASELINE
from grensgeo.monitor.monitor_feed import FeedInputs, build_feed
from grensgeo.monitor.package import TABLES, package_text
from grensgeo.monitor.quality_sheet import quality_html, quality_pdf
from grensgeo.monitor.series import append
from grensgeo.monitor.standards.crate import crate_text
from grensgeo.monitor.standards.csvw_metadata import csvw_text
from grensgeo.monitor.standards.cube import cube_of
from grensgeo.monitor.standards.dcat import dcat_files
from grensgeo.monitor.standards.json_stat import json_stat
from grensgeo.monitor.standards.px_file import px_text
from grensgeo.monitor.standards.sdmx import sdmx_csv, sdmx_structure
from grensgeo.monitor.standards.wide import wide_csv, wide_rows, wide_workbook
from grensgeo.notes import Note
from grensgeo.schema import OBSERVATIONS, PROXIMITY

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region

#: What can stand as a name, and is no formula to a spreadsheet.
_NAME = re.compile(r"\w[\w -]*")
#: What tells one trip by a mode from another.
_MORE = r"[-_ ][\w -]+"


def write_monitor(  # noqa: PLR0913 - all that is known of one run
    reach: pd.DataFrame,
    folder: str | Path,
    *,
    region: Region,
    provenance: Provenance,
    period: str,
    trips: Mapping[str, FeedTrip] | None = None,
    scenarios: Mapping[str, Mapping[str, str]] | None = None,
    scenario_regions: Mapping[str, Region] | None = None,
    options: FeedOptions | None = None,
    previous: str | Path | None = None,
    proximity: pd.DataFrame | None = None,
) -> list[Path]:
    """Write the feed of a region: figures of its municipalities and all that is above them.

    Parameters
    ----------
    reach
        Reach of cells (``schema.REACH`` with ``mode``, the id of a trip), or of municipalities;
        with ``scenario`` where there are any: regions are computed from these rows, never from
        each other.
    folder
        Where the files go; it is made if need be. Nothing is written unless all of it can be.
    region
        The region, which knows codes, names and inhabitants.
    provenance
        Sources and assumptions of the reach.
    period
        What the figures speak of: ``2022``, ``2022-Q1``, ``2022-05`` or ``2022-05-15``.
    trips
        What is known of each trip, by what stands as ``mode``; None: its mode alone.
    scenarios
        Titles of scenarios by name.
    scenario_regions
        The region of scenarios in which people live elsewhere.
    options
        Publisher, norms, suppression.
    previous
        Folder of an earlier feed, to which the period is appended, or in which it is revised.
    proximity
        How near facilities are to the cells (``schema.PROXIMITY``), by trips of the reach, as
        :func:`grensgeo.nearest_facilities` computes it; its sources among those of `provenance`.

    Returns
    -------
    list
        Paths of the files.

    Raises
    ------
    InputError
        For ids that the region does not have, rows that stand twice, modes that are none, tables
        that contradict themselves or the region, a period that is none, or a provenance without
        sources.
    FileError
        If the folder cannot be written.

    Notes
    -----
    Values are not rounded; ``indicators.csv`` says how many decimals to show. A figure that is not
    known has no value and the status ``M``, one that is suppressed ``Q``, never 0. ``E`` is
    estimated: it rests on modelled or incomplete counts, on schematic roads, or touches the edge
    of the data.
    """
    where = "reach"
    table = name_mode(reach, None, where=where)
    of_municipalities(table, region, where=where)
    table = check_reach(table, where=where, known=dict(region.countries))
    if "scenario" not in table:
        table = table.assign(scenario=BASELINE)
    told = _trips(table, trips)
    if proximity is not None:
        proximity = PROXIMITY.check(proximity, where="proximity")
        strange = sorted(set(proximity["id"]) - set(region.cells.index))
        if strange:
            raise InputError(
                "id-unknown", f"proximity: no such cells in the region: {some(strange)}"
            )
    given = FeedInputs(
        table,
        region,
        provenance,
        period,
        told,
        {name: words.in_every_language(title) for name, title in (scenarios or {}).items()},
        scenario_regions or {},
        options or FeedOptions(),
        proximity,
    )
    feed = build_feed(given)
    if previous is not None:
        feed = append(feed, Path(previous))
    return write_feed(feed, Path(folder))


def _trips(table: pd.DataFrame, trips: Mapping[str, FeedTrip] | None) -> Mapping[str, FeedTrip]:
    """Return what is known of each trip in the table, or list the modes that are none."""
    modes = words.texts("terms.by")
    pattern = re.compile(rf"({'|'.join(modes)})({_MORE})?")
    told, faults = dict(trips or {}), Faults()
    strange = []
    for name in sorted(set(table["mode"])):
        if name in told:
            continue
        found = pattern.fullmatch(name)
        if found:
            told[name] = FeedTrip(found[1])
        else:
            strange.append(name)
    if strange:
        faults.add(
            "choice-unknown",
            f"reach: modes that are none: {some(map(repr, strange))}; write "
            f"{', '.join(modes)}, or one of these and what tells the trip, as transit-midday",
        )
    nameless = sorted(n for n in set(table["opportunity"]) if not _NAME.fullmatch(n))
    if nameless:
        faults.add(
            "name-wrong",
            "reach: opportunities of which no indicator can be named: "
            f"{some(map(repr, nameless))}; write letters, digits, '-' and '_'",
        )
    if faults:
        raise InputError.of(faults, where="monitor")
    return {name: told[name] for name in sorted(set(table["mode"]))}


def write_feed(feed: MonitorFeed, folder: Path) -> list[Path]:
    """Write every file of a feed beside the folder first, then move them in.

    Parameters
    ----------
    feed
        The feed.
    folder
        Where it goes.

    Returns
    -------
    list
        Paths of the files, what describes the others last.
    """
    need_place(folder, folder=True)
    with beside(folder) as part:
        for name, table in TABLES:
            (part / f"{name}.csv").write_bytes(csv_bytes(getattr(feed, name), table))
        write_plain_parquet(feed.observations, OBSERVATIONS, part / "observations.parquet")
        write_outlines(feed.geometry, part)
        for name, content in _described(feed).items():
            (part / name).write_bytes(content)
        (part / "datapackage.json").write_bytes(package_text(feed, part))
        listed = sorted(path.name for path in part.iterdir())
        for name, content in dcat_files(feed, part, listed).items():
            (part / name).write_bytes(content)
        listed = sorted(path.name for path in part.iterdir())
        (part / "ro-crate-metadata.json").write_bytes(crate_text(feed, part, listed))
        listed = sorted(path.name for path in part.iterdir())
        manifest = manifest_bytes(feed, part, listed, recipe=feed.options.recipe)
        (part / MANIFEST).write_bytes(manifest)
        names = sorted(path.name for path in part.iterdir())
        folder.mkdir(exist_ok=True)
        for name in names:
            (part / name).replace(folder / name)
    return [folder / name for name in names]


def _described(feed: MonitorFeed) -> dict[str, bytes]:
    """Return the feed in the formats of statistics offices, by the names of their files."""
    cube = cube_of(feed)
    rows = wide_rows(cube)
    stat = {
        f"observations.{language}.jsonstat.json": json_stat(feed, cube, language)
        for language in words.LANGUAGES
    }
    if has_package("matplotlib"):
        stat["quality.pdf"] = quality_pdf(feed)
    else:
        warnings.warn(GrensgeoWarning.of([Note("feed.no-pdf")]), stacklevel=3)
    return stat | {
        "csv-metadata.json": csvw_text(feed),
        "observations.px": px_text(feed, cube),
        "quality.html": quality_html(feed),
        "observations.sdmx.csv": sdmx_csv(cube),
        "structure.sdmx.xml": sdmx_structure(cube),
        "wide.csv": wide_csv(rows),
        "wide.xlsx": wide_workbook(feed, cube, rows),
    }
