"""The whole feed as an RO-Crate: what each file is, and of what it was made.

Source: RO-Crate Metadata Specification 1.1, https://w3id.org/ro/crate/1.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.monitor.package import json_bytes
from grensgeo.monitor.standards.dcat import days_of, issued_on, licence_of, media_type

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.monitor.monitor_feed import MonitorFeed

_VERSION = "https://w3id.org/ro/crate/1.1"


def crate_text(feed: MonitorFeed, folder: Path, names: list[str]) -> bytes:
    """Return ``ro-crate-metadata.json`` of a feed.

    Parameters
    ----------
    feed
        The feed.
    folder, names
        Where its files are, and which.
    """
    licence, publisher = licence_of(feed), feed.options.publisher_url
    titles, about = words.text("monitor.title"), words.text("monitor.about")
    issued = issued_on(feed)
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": titles["en"],
        "description": about["en"],
        "datePublished": issued,
        "license": {"@id": licence},
        "publisher": {"@id": publisher},
        "author": {"@id": publisher},
        "temporalCoverage": "/".join((days_of(feed.periods[0])[0], days_of(feed.periods[-1])[1])),
        "identifier": feed.options.base_url,
        "isBasedOn": [
            {"@id": f"#source-{source.source_id}"} for source in feed.provenance.sources
        ],
        "hasPart": [{"@id": name} for name in names],
    }
    graph: list[dict[str, Any]] = [
        {
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "conformsTo": {"@id": _VERSION},
            "about": {"@id": "./"},
        },
        root,
        {"@id": publisher, "@type": "Organization", "name": feed.options.publisher,
         "url": publisher},
        {"@id": licence, "@type": "CreativeWork", "name": licence.rpartition("/")[2],
         "description": "Licence of the feed; that of each source stands in sources.csv"},
        *(
            {
                "@id": f"#source-{source.source_id}",
                "@type": "CreativeWork",
                "name": source.title,
                "creditText": source.attribution,
                "description": f"Licence: {source.licence}",
            }
            for source in feed.provenance.sources
        ),
        *(
            {
                "@id": name,
                "@type": "File",
                "name": name,
                "description": name,
                "encodingFormat": media_type(name),
                "contentSize": str((folder / name).stat().st_size),
            }
            for name in names
        ),
    ]  # fmt: skip
    return json_bytes({"@context": f"{_VERSION}/context", "@graph": graph})
