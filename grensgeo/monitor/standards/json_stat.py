"""The feed as JSON-stat 2.0, one file a language.

Source: JSON-stat 2.0, https://json-stat.org/full/ (class dataset, role, category, unit, status).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.monitor.package import json_bytes

if TYPE_CHECKING:
    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.monitor.standards.cube import Cube


def json_stat(feed: MonitorFeed, cube: Cube, language: str) -> bytes:
    """Return a feed as a dataset of JSON-stat in one language.

    Parameters
    ----------
    feed, cube
        The feed, and its figures by indicator, region and period.
    language
        ``nl``, ``de`` or ``en``.

    Returns
    -------
    bytes
        Values with twelve digits; what is missing is null and has its status.
    """
    size = list(cube.shape)
    values: list[float | None] = [None] * (size[0] * size[1] * size[2])
    status: dict[str, str] = {}
    rows = cube.rows
    known = rows["value"].notna().tolist()
    for place, value, is_known, code in zip(
        cube.places().tolist(), rows["value"].tolist(), known, rows["status"].tolist(), strict=True
    ):
        values[place] = float(f"{value:.12g}") if is_known else None
        status[str(place)] = code
    axis = {name: text[language] for name, text in words.texts("monitor.axis").items()}
    indicators, regions = cube.indicators, cube.regions
    data: dict[str, Any] = {
        "version": "2.0",
        "class": "dataset",
        "label": words.text("monitor.title")[language],
        "source": "; ".join(feed.provenance.attributions()),
        "id": ["indicator", "region", "period"],
        "size": size,
        "role": {"metric": ["indicator"], "geo": ["region"], "time": ["period"]},
        "dimension": {
            "indicator": {
                "label": axis["indicator"],
                "category": {
                    "index": indicators.index.tolist(),
                    "label": indicators[f"name_{language}"].to_dict(),
                    "unit": {
                        key: {"label": unit, "decimals": int(decimals)}
                        for key, unit, decimals in zip(
                            indicators.index,
                            indicators[f"unit_{language}"],
                            indicators["decimals"],
                            strict=True,
                        )
                    },
                },
            },
            "region": {
                "label": axis["region"],
                "category": {
                    "index": regions.index.tolist(),
                    "label": regions[f"name_{language}"].to_dict(),
                },
            },
            "period": {"label": axis["period"], "category": {"index": cube.periods}},
        },
        "value": values,
        "status": status,
        "extension": {
            "status": {x: t[language] for x, t in words.texts("monitor.status").items()}
        },
    }
    return json_bytes(data)
