"""``feed_info.txt``: the publisher's own span of dates, checked against the calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.gtfs.calendar import ServiceDays
    from grensgeo.gtfs.findings import Findings


def check_span(tables: Mapping[str, pd.DataFrame], days: ServiceDays, findings: Findings) -> None:
    """Report where the publisher's own span of dates is not that of the calendars."""
    info = tables.get("feed_info")
    if info is None or not len(info):
        return
    for name, own, later in (
        ("feed_start_date", days.first, False),
        ("feed_end_date", days.last, True),
    ):
        if name not in info or info[name].isna().iloc[0]:
            continue
        said = info[name].iloc[0].date()
        if (own > said) if later else (own < said):
            findings.add(
                "notice",
                "service_outside_feed_span",
                f"{said}, but the calendars run {'to' if later else 'from'} {own}",
                file="feed_info.txt",
                field=name,
                rows=[2],
                remedy="the calendars count",
            )
