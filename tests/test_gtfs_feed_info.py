"""The publisher's own span of dates against the calendars."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from grensgeo.gtfs.calendar import ServiceDays
from grensgeo.gtfs.feed_info import check_span
from grensgeo.gtfs.findings import Findings

DAYS = ServiceDays(date(2026, 3, 2), ("D",), np.ones((1, 7), dtype=bool))


@pytest.mark.parametrize(
    ("start", "end", "fields"),
    [
        ("2026-03-02", "2026-03-08", []),
        ("2026-03-01", "2026-12-31", []),  # a wider span contradicts nothing
        ("2026-03-03", "2026-03-08", ["feed_start_date"]),
        ("2026-03-03", "2026-03-07", ["feed_start_date", "feed_end_date"]),
        (None, "2026-03-07", ["feed_end_date"]),
    ],
)
def test_a_calendar_beyond_the_span_is_a_notice(start, end, fields):
    info = pd.DataFrame(
        {"feed_start_date": pd.to_datetime([start]), "feed_end_date": pd.to_datetime([end])}
    )
    findings = Findings()
    check_span({"feed_info": info}, DAYS, findings)
    assert [finding.field for finding in findings.sorted()] == fields
    assert {finding.severity for finding in findings.sorted()} <= {"notice"}


def test_a_feed_without_the_file_says_nothing():
    findings = Findings()
    check_span({}, DAYS, findings)
    assert findings.sorted() == ()
