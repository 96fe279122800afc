"""The data package of the feed: what its files are, their columns, sources and licences.

Source: Data Package Standard, version 2 (datapackage.org): Data Package, Data Resource, Table
Schema.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from grensgeo.monitor.feed_options import PERIOD
from grensgeo.monitor.indicators import LONGEST_ID
from grensgeo.monitor.levels import LEVELS
from grensgeo.monitor.observations import STATUSES
from grensgeo.schema import FEED_REGIONS, FEED_RUNS, FEED_SOURCES, INDICATORS, OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.provenance import Provenance
    from grensgeo.schema import Table

#: Tables that are written as CSV.
TABLES: tuple[tuple[str, Table], ...] = (
    ("observations", OBSERVATIONS),
    ("indicators", INDICATORS),
    ("regions", FEED_REGIONS),
    ("sources", FEED_SOURCES),
    ("runs", FEED_RUNS),
    ("revisions", OBSERVATIONS),
)
_PROFILES = "https://datapackage.org/profiles/2.0"
#: Codes of municipalities. Sources: CBS, Gebieden in Nederland; Destatis, Amtlicher
#: Gemeindeschlüssel.
_MUNICIPALITIES = (r"GM\d{4}", r"\d{8}")
#: A region of NUTS 3 in its country. Source: Regulation (EC) No 1059/2003, annex I.
_NUTS_3 = re.compile(r"([A-Z]{2})[0-9A-Z]{3}")
#: Any other code of a place.
_ANY_CODE = r"\w[\w.-]*"


def code_pattern(codes: Iterable[str]) -> str:
    r"""Return the pattern of the codes of a region, as narrow as their publishers' shapes allow.

    Examples
    --------
    >>> code_pattern(["GM0153", "05554020", "NL213", "DEA34"])
    'GM\\d{4}|\\d{8}|(DE|NL)[0-9A-Z]{3}'
    >>> code_pattern(["GM0988", "73107", "BE221"])
    'GM\\d{4}|(BE)[0-9A-Z]{3}|\\w[\\w.-]*'
    """
    rest, shapes = {*codes}, []
    for shape in _MUNICIPALITIES:
        held = {code for code in rest if re.fullmatch(shape, code)}
        shapes += [shape] if held else []
        rest -= held
    regions = {code: found[1] for code in rest if (found := _NUTS_3.fullmatch(code))}
    if regions:
        shapes.append(f"({'|'.join(sorted({*regions.values()}))})[0-9A-Z]{{3}}")
    return "|".join([*shapes, *([_ANY_CODE] if rest - {*regions} else [])])


def json_bytes(data: dict[str, Any]) -> bytes:
    """Write a description as JSON, the same bytes each time."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return (text + "\n").encode("utf-8")


def package_text(feed: MonitorFeed, folder: Path) -> bytes:
    """Describe the tables in a folder as a data package (Data Package, version 2).

    Parameters
    ----------
    feed
        The feed.
    folder
        Where its tables have been written.

    Returns
    -------
    bytes
        ``datapackage.json``.
    """
    municipal = feed.regions["region_level"] == "municipality"
    codes = code_pattern(feed.regions.loc[municipal, "region_code"])
    above = code_pattern(feed.regions.loc[~municipal, "region_code"])
    observed: dict[str, dict[str, Any]] = {
        "indicator_id": {"pattern": rf"[a-z][a-z0-9_]{{0,{LONGEST_ID - 1}}}"},
        "region_level": {"enum": list(LEVELS)},
        "status": {"enum": list(STATUSES)},
        "period": {"pattern": PERIOD},
        "region_code": {"pattern": "|".join(filter(None, (codes, above)))},
    }
    constraints: dict[str, dict[str, dict[str, Any]]] = {
        "observations": observed,
        "revisions": observed,
        "indicators": {"indicator_id": observed["indicator_id"]},
        "regions": {"region_level": observed["region_level"]},
    }
    foreign = {
        "observations": [
            _foreign("indicators", "indicator_id"),
            _foreign("regions", "region_code", "region_level"),
            _foreign("runs", "run_id"),
        ],
    }
    notes = " ".join(note.rstrip(".") + "." for note in feed.provenance.notes)
    publisher = {
        "title": feed.options.publisher,
        "path": feed.options.publisher_url,
        "roles": ["publisher"],
    }
    if feed.options.contact_email:
        publisher["email"] = feed.options.contact_email
    return json_bytes(
        {
            "$schema": f"{_PROFILES}/datapackage.json",
            "name": "grensgeo-monitor",
            "id": feed.options.base_url,
            "title": "Reach across the border",
            "description": (
                "What the people of each municipality and region reach within a travel time, in "
                "the own country and on both sides of the border. An empty value is not known "
                f"(status M) or suppressed (Q). {notes}"
            ).strip(),
            "version": "-".join([feed.periods[-1], *feed.runs["run_id"].tolist()[-1:]]),
            "contributors": [publisher],
            "licenses": licences(feed.provenance),
            "sources": [
                {"title": f"{source.title} ({source.attribution})"}
                | ({"path": source.url} if source.url.startswith(("http://", "https://")) else {})
                for source in feed.provenance.sources
            ],
            "resources": [
                _resource(
                    name,
                    table,
                    (folder / f"{name}.csv").read_bytes(),
                    constraints=constraints.get(name, {}),
                    foreign=foreign.get(name),
                )
                for name, table in TABLES
            ],
        }
    )


def licences(provenance: Provenance) -> list[dict[str, str]]:
    """List each licence once, by an id that the standard allows and in its own words."""
    return [
        {"name": re.sub(r"[^-a-zA-Z0-9._]+", "-", licence).strip("-") or "other", "title": licence}
        for licence in sorted({source.licence for source in provenance.sources})
    ]


def _foreign(resource: str, *fields: str) -> dict[str, Any]:
    return {
        "fields": list(fields),
        "reference": {"resource": resource, "fields": list(fields)},
    }


def _resource(
    name: str,
    table: Table,
    content: bytes,
    *,
    constraints: dict[str, dict[str, Any]],
    foreign: list[dict[str, Any]] | None,
) -> dict[str, Any]:
    """Describe one file."""
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [
            {
                "name": column.name,
                "type": column.kind,
                "description": column.meaning,
                "constraints": {"required": not column.null} | constraints.get(column.name, {}),
            }
            for column in table.columns
        ],
        "primaryKey": list(table.key) if name != "revisions" else [*table.key, "run_id"],
        "missingValues": [""],
    }
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "type": "table",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "schema": schema,
    }
