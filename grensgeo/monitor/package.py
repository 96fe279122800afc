"""The data package of the feed: what its files are, their columns, sources and licences."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from grensgeo.monitor.indicators import LEVELS, STATUSES
from grensgeo.schema import INDICATORS, OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from grensgeo.provenance import Provenance
    from grensgeo.schema import Table

PERIOD = r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
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


def package(
    files: Mapping[str, bytes], provenance: Provenance, period: str, *, codes: Iterable[str]
) -> dict[str, Any]:
    """Describe the files as a Frictionless data package (version 1)."""
    constraints: dict[str, dict[str, Any]] = {
        "level": {"enum": list(LEVELS)},
        "status": {"enum": list(STATUSES)},
        "period": {"pattern": PERIOD},
        "region_code": {"pattern": code_pattern(codes)},
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
    """List each licence once, by an id that the standard allows and in its own words."""
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
    """Return the declaration of a table as a Table Schema."""
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
