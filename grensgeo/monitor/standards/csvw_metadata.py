"""What the tables of the feed hold, as CSV on the Web tells it.

Source: W3C, Metadata Vocabulary for Tabular Data, 17 December 2015.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from grensgeo.monitor.observations import STATUSES
from grensgeo.monitor.package import TABLES, json_bytes

if TYPE_CHECKING:
    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.schema import Column

_KINDS: dict[str, Any] = {
    "string": "string",
    "integer": "integer",
    "number": "double",
    "boolean": {"base": "boolean", "format": "true|false"},
}


def csvw_text(feed: MonitorFeed) -> bytes:
    """Return ``csv-metadata.json`` of the tables of a feed.

    Parameters
    ----------
    feed
        The feed.
    """
    keys = {
        "observations": [
            ("indicators.csv", ["indicator_id"]),
            ("runs.csv", ["run_id"]),
        ]
    }
    tables = [
        {
            "url": f"{name}.csv",
            "dc:title": table.name,
            "tableSchema": {
                "columns": [_column(column) for column in table.columns],
                "primaryKey": list(table.key) if name != "revisions" else [*table.key, "run_id"],
                **(
                    {
                        "foreignKeys": [
                            {
                                "columnReference": fields,
                                "reference": {"resource": url, "columnReference": fields},
                            }
                            for url, fields in keys[name]
                        ]
                    }
                    if name in keys
                    else {}
                ),
            },
        }
        for name, table in TABLES
    ]
    return json_bytes(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "dc:title": "Reach across the border",
            "dc:publisher": feed.options.publisher,
            "dc:source": feed.options.base_url,
            "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
            "tables": tables,
        }
    )


def _column(column: Column) -> dict[str, Any]:
    """Describe one column."""
    kind: Any = _KINDS[column.kind]
    if column.name == "status":
        kind = {"base": "string", "format": "|".join(STATUSES)}
    if column.name == "indicator_id":
        kind = {"base": "string", "format": "[a-z][a-z0-9_]{0,45}"}
    told: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": re.sub(r"\s+", " ", column.meaning),
        "datatype": kind,
        "required": not column.null,
    }
    return told
