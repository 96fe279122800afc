"""The data package of the feed: what its files are, their columns, sources and licences."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from grensgeo.monitor.indicators import LEVELS, STATUSES
from grensgeo.schema import INDICATORS, OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.provenance import Provenance
    from grensgeo.schema import Table

PERIOD = r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_CODE = r"GM\d{4}|\d{8}|(NL|DE)[0-9A-Z]{3}"


def package(files: Mapping[str, bytes], provenance: Provenance, period: str) -> dict[str, Any]:
    """Describe the files as a Frictionless data package (version 1)."""
    constraints: dict[str, dict[str, Any]] = {
        "level": {"enum": list(LEVELS)},
        "status": {"enum": list(STATUSES)},
        "period": {"pattern": PERIOD},
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
