"""The feed for the region's data portal: observations, indicators, and what they mean.

Two CSV files and a Frictionless ``datapackage.json``: the same reach gives the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.accessibility import check_reach
from grensgeo.errors import InputError, some
from grensgeo.files import beside, need_place
from grensgeo.files.formulas import marked
from grensgeo.schema import INDICATORS, OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import pandas as pd

    from grensgeo.provenance import Provenance
    from grensgeo.region import Region
    from grensgeo.schema import Table

STATUSES = ("measured", "modelled", "partial", "undefined", "missing")
LEVELS = ("municipality", "nuts3")

#: Counts rest on modelled travel times and rounded sources; more figures would be spurious.
_SIGNIFICANT = 4
_RATIO_DECIMALS = 3
#: Below this share of the population a mean is called partial, as in ``accessibility.combine``.
_MIN_COVERED = 0.95

_PERIOD = r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
#: What can stand in the id of an indicator, and is no formula to a spreadsheet.
_OPPORTUNITY = r"\w[\w -]*"
_CODE = r"GM\d{4}|\d{8}|(NL|DE)[0-9A-Z]{3}"

#: Names in Dutch, German and English; a name that does not stand here is written as it is.
_OPPORTUNITIES = {
    "jobs": ("banen", "Arbeitsplätze", "jobs"),
    "apprenticeships": ("leerplaatsen", "Ausbildungsplätze", "apprenticeships"),
    "students": ("studenten", "Studierende", "students"),
}
_MODES = {
    "car": ("met de auto", "mit dem Auto", "by car"),
    "bicycle": ("met de fiets", "mit dem Fahrrad", "by bicycle"),
    "ebike": ("met de e-bike", "mit dem E-Bike", "by e-bike"),
    "walk": ("te voet", "zu Fuß", "on foot"),
    "transit": ("met het openbaar vervoer", "mit Bus und Bahn", "by public transport"),
}
_MEASURES = {
    "closed": ("alleen in het eigen land", "nur im eigenen Land", "in the own country only"),
    "open": ("aan beide zijden van de grens", "beiderseits der Grenze", "on both sides"),
    "border_effect": (
        "grenseffect (beide zijden / eigen land - 1)",
        "Grenzeffekt (beiderseits / eigenes Land - 1)",
        "border effect (both sides / own country - 1)",
    ),
    "share_across": (
        "aandeel over de grens",
        "Anteil jenseits der Grenze",
        "share across the border",
    ),
    "share_without_ride": (
        "aandeel van het bekende zonder trein of bus",
        "Anteil des Bekannten ohne Bus und Bahn",
        "share of what is known without train or bus",
    ),
    "edge_share": (
        "aandeel inwoners van wie het bereik de rand van de gegevens raakt",
        "Anteil der Einwohner, deren Reichweite den Rand der Daten berührt",
        "share of inhabitants whose reach touches the edge of the data",
    ),
}
#: A mode, and perhaps what tells one trip by it from another.
_TRIP = rf"({'|'.join(_MODES)})([-_ ][\w -]+)?"
#: Measures that stand in the feed where the reach has them, for the modes that have them.
_WHERE_KNOWN = ("share_without_ride", "edge_share")
_WITHIN = ("binnen", "innerhalb von", "within")
_RATIOS = ("border_effect", "share_across", *_WHERE_KNOWN)
_AGGREGATION = {
    "closed": "population-weighted mean of the grid cells",
    "open": "population-weighted mean of the grid cells",
    "border_effect": "from the population-weighted means: open / closed - 1",
    "share_across": "from the population-weighted means: (open - closed) / open",
    "share_without_ride": "from the population-weighted means: without a ride / all that is known",
    "edge_share": "share of the population",
}


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
        :func:`grensgeo.accessibility.combine` gives it for municipalities and NUTS3 regions.
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
        faults.append("provenance: no sources; a feed must name them")
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
        faults += _faults(table, set(known[level]), level, trips=trips)
    if faults:
        raise InputError("monitor: " + "; ".join(faults))
    source = ";".join(sorted({item.source_id for item in sources}))
    observations = [
        [*row, source] for level in LEVELS for row in _observations(tables[level], level, period)
    ]
    files = {
        "observations.csv": _csv(OBSERVATIONS, observations),
        "indicators.csv": _csv(INDICATORS, _indicators(tables.values(), modes or {})),
    }
    package = _package(files, region.provenance | provenance, period)
    files["datapackage.json"] = _json(package)
    return _write(files, Path(folder))


def period_faults(period: str) -> list[str]:
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
    if re.fullmatch(_PERIOD, period):
        return []
    return [f"period {period!r}; write 2022, 2022-Q1, 2022-05 or 2022-05-15"]


def _faults(
    table: pd.DataFrame, codes: set[str], level: str, *, trips: Collection[str]
) -> list[str]:
    """List what keeps a reach table from being published."""
    if "mode" not in table.columns:
        return [f"reach by {level}: column 'mode' is missing; each indicator names its mode"]
    faults = []
    if table.empty:
        faults.append(f"reach by {level}: there are no rows")
    strange = sorted(
        {str(m) for m in table["mode"] if m not in trips and not re.fullmatch(_TRIP, str(m))}
    )
    if strange:
        faults.append(
            f"reach by {level}: modes that are none: {some(map(repr, strange))}; write "
            f"{', '.join(_MODES)}, or one of these and what tells the trip, as transit-midday"
        )
    nameless = sorted(
        {str(name) for name in table["opportunity"] if not re.fullmatch(_OPPORTUNITY, str(name))}
    )
    if nameless:
        faults.append(
            f"reach by {level}: opportunities of which no indicator can be named: "
            f"{some(map(repr, nameless))}; write letters, digits, '-' and '_'"
        )
    if "scenario" in table.columns:
        other = sorted(set(table["scenario"]) - {"baseline"})
        if other:
            faults.append(
                f"reach by {level}: holds {some(other)}; the feed takes the baseline alone"
            )
    unknown = sorted(set(table["id"]) - codes)
    if unknown:
        faults.append(f"reach by {level}: codes that the region does not have: {some(unknown)}")
    keys = ["id", "mode", "opportunity", "cutoff_min"]
    twice = table.duplicated(keys)
    if twice.any():
        rows = [" ".join(map(str, row)) for row in table.loc[twice, keys].to_numpy()]
        faults.append(f"reach by {level}: rows that stand twice: {some(rows)}")
    return faults


def _indicator(measure: str, row: Mapping[str, Any]) -> str:
    """Give the id of an indicator: ``jobs_open_car_45min``."""
    return f"{row['opportunity']}_{measure}_{row['mode']}_{row['cutoff_min']:g}min"


def _observations(table: pd.DataFrame, level: str, period: str) -> list[list[str]]:
    """Give the rows of one level, without the source, sorted by their key."""
    rows = []
    told = _told(table)
    for record in table.to_dict("records"):
        row = {str(name): value for name, value in record.items()}
        for measure in told[row["mode"]]:
            value, status = _figure(measure, row)
            unit = "ratio" if measure in _RATIOS else row["opportunity"]
            rows.append([_indicator(measure, row), row["id"], level, period, value, unit, status])
    return sorted(rows)


def _told(table: pd.DataFrame) -> dict[str, list[str]]:
    """Give the measures of each mode: those that a table need not have only where it does."""
    return {
        str(mode): [
            name
            for name in _MEASURES
            if name not in _WHERE_KNOWN or (name in part and part[name].notna().any())
        ]
        for mode, part in table.groupby("mode")
    }


def _figure(measure: str, row: Mapping[str, Any]) -> tuple[str, str]:
    """Write one figure and its status; an unknown one is empty, never 0."""
    share = row["share_across"] if "share_across" in row else _share_across(row)
    value = share if measure == "share_across" else row[measure]
    if math.isnan(value):
        base = {"border_effect": "closed", "share_across": "open"}.get(measure)
        undefined = base is not None and row[base] == 0
        return "", "undefined" if undefined else "missing"
    partial = _number(row.get("unknown_within")) > 0
    partial |= _number(row.get("population_covered")) < _MIN_COVERED
    text = f"{value:.{_RATIO_DECIMALS}f}" if measure in _RATIOS else _rounded(value)
    return text, "partial" if partial else "modelled"


def _share_across(row: Mapping[str, Any]) -> float:
    """Give the share of open that lies across the border, NaN where undefined or unknown."""
    opened = float(row["open"])
    return (opened - float(row["closed"])) / opened if opened > 0 else math.nan


def _number(value: object) -> float:
    """Give a number, NaN (which no comparison holds for) where there is none."""
    return float(value) if isinstance(value, (int, float)) else math.nan


def _rounded(value: float) -> str:
    """Write a count with four significant figures.

    Examples
    --------
    >>> _rounded(123_456.7), _rounded(98.7), _rounded(0.2), _rounded(0.0)
    ('123500', '99', '0.2', '0')
    """
    if value == 0:
        return "0"
    if value < 1:  # a mean below one is not nothing
        return f"{max(value, 0.001):.1g}"
    places = _SIGNIFICANT - 1 - math.floor(math.log10(value))
    return f"{round(value, min(places, 0)):.0f}"


def _indicators(
    tables: Iterable[pd.DataFrame], modes: Mapping[str, Mapping[str, str]]
) -> list[list[str]]:
    """Give the rows of ``indicators.csv``, sorted by id."""
    found = {}
    for table in tables:
        kinds = table[["opportunity", "mode", "cutoff_min"]].drop_duplicates()
        told = _told(table)
        for row in kinds.to_dict("records"):
            for measure in told[row["mode"]]:
                words = _MEASURES[measure]
                opportunity = _OPPORTUNITIES.get(row["opportunity"], (row["opportunity"],) * 3)
                mode = _MODES.get(row["mode"], (row["mode"],) * 3)
                if row["mode"] in modes:
                    mode = tuple(modes[row["mode"]][language] for language in ("nl", "de", "en"))
                minutes = f"{row['cutoff_min']:g}"
                names = [
                    f"{what.capitalize()} {within} {minutes} min {how}, {side}"
                    for what, within, how, side in zip(
                        opportunity, _WITHIN, mode, words, strict=True
                    )
                ]
                unit = "ratio" if measure in _RATIOS else row["opportunity"]
                key = _indicator(measure, {str(k): v for k, v in row.items()})
                found[key] = [key, *names, unit, _AGGREGATION[measure]]
    return [found[key] for key in sorted(found)]


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


def _package(files: Mapping[str, bytes], provenance: Provenance, period: str) -> dict[str, Any]:
    """Describe the files as a Frictionless data package (version 1)."""
    constraints: dict[str, dict[str, Any]] = {
        "level": {"enum": list(LEVELS)},
        "status": {"enum": list(STATUSES)},
        "period": {"pattern": _PERIOD},
        "region_code": {"pattern": _CODE},
    }
    notes = " ".join(note.rstrip(".") + "." for note in provenance.notes)
    foreign = {
        "fields": "indicator",
        "reference": {"resource": "indicators", "fields": "indicator"},
    }
    return {
        "profile": "data-package",
        "name": "grensgeo-monitor",
        "title": "Reach across the border",
        "description": (
            "What the people of each municipality and NUTS3 region reach within a travel time, in "
            "the own country and on both sides of the border. An empty value is not known; its "
            f"status says why. {notes}"
        ).strip(),
        "version": period,
        "licenses": _licences(provenance),
        "sources": [
            {"title": f"{source.title} ({source.attribution})"}
            | ({"path": source.url} if source.url.startswith(("http://", "https://")) else {})
            for source in provenance.sources
        ],
        "resources": [
            _resource("observations", OBSERVATIONS, files, constraints)
            | {"schema": _schema(OBSERVATIONS, constraints) | {"foreignKeys": [foreign]}},
            _resource("indicators", INDICATORS, files, {}),
        ],
    }


def _licences(provenance: Provenance) -> list[dict[str, str]]:
    """Name each licence once, by an id that the standard allows and in its own words."""
    return [
        {"name": re.sub(r"[^-a-zA-Z0-9._]+", "-", licence).strip("-") or "other", "title": licence}
        for licence in sorted({source.licence for source in provenance.sources})
    ]


def _resource(
    name: str,
    table: Table,
    files: Mapping[str, bytes],
    constraints: Mapping[str, dict[str, Any]],
) -> dict[str, Any]:
    """Describe one file."""
    content = files[f"{name}.csv"]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "schema": _schema(table, constraints),
    }


def _schema(table: Table, constraints: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Give the declaration of a table as a Table Schema."""
    return {
        "fields": [
            {
                "name": column.name,
                "type": column.kind,
                "description": column.meaning,
                "constraints": {"required": not column.null} | constraints.get(column.name, {}),
            }
            for column in table.columns
        ],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }


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
