"""The report on a GTFS feed as a page: service per day, and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.explained import meanings
from grensgeo.pages.document import write_page
from grensgeo.pages.templating import fill_template
from grensgeo.pages.text_page import text_page

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup

    from grensgeo.gtfs.findings import Finding
    from grensgeo.gtfs.report import FeedReport
    from grensgeo.words import Language, Value

_STYLE = """
.error{color:var(--error);font-weight:600}.warning{color:var(--warning);font-weight:600}
:root{--error:#a3123a;--warning:#8a5300}[data-theme="dark"]{--error:#ff8fab;--warning:#ffc178}
.bar{fill:var(--accent)}.none{fill:#c2185b}svg.plot .axis{stroke:var(--edge)}
main td:nth-child(4){overflow-wrap:anywhere;min-width:7rem}main td:last-child{min-width:16rem}
@media print{main td{min-width:0 !important}}
"""

_WIDTH, _HEIGHT, _LEFT, _BELOW = 480, 110, 46, 18
#: A month and its year take so much room, the longest in the page's letters.
_MONTH = 100


def write_feed_page(report: FeedReport, path: Path, *, language: Language = "en") -> Path:
    """Write the report on a feed as one self-contained HTML file.

    Parameters
    ----------
    report
        What :func:`grensgeo.gtfs.check_feed` gave.
    path
        Where to write it.
    language
        Language in which it opens.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FileError
        If the folder cannot be written to.
    """
    name = report.path.name
    page = text_page(
        title={code: _said(code, "title", name=name) for code in words.LANGUAGES},
        bodies={code: _body(report, code) for code in words.LANGUAGES},
        language=language,
        tools=("csv", "xlsx", "png", "print"),
        style=_STYLE,
    )
    return write_page(page, path)


def _said(language: Language, key: str, **values: Value) -> str:
    return words.fill(words.text(f"feed_report.{key}")[language], values, language)


def _body(report: FeedReport, language: Language) -> Markup:
    """Return what the page says in a language."""
    return fill_template(
        "feed",
        summary=_summary(report, language),
        plots=[_plot(report, str(name), language) for name in report.days.columns],
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        below=_BELOW,
        none_in_red=_said(language, "none_in_red"),
        heading=_said(language, "findings"),
        no_findings=_said(language, "no_findings"),
        columns=[text[language] for text in words.texts("feed_report.column").values()],
        findings=[_finding(one, language) for one in report.findings],
    )


def _summary(report: FeedReport, language: Language) -> str:
    """Return counts, dates and findings in a line."""
    counts = _said(language, "counts", **report.counts())
    if report.feed is None:
        return f"{_said(language, 'unusable')}: {counts}."
    feed = report.feed
    told = _said(
        language, "summary", trips=len(feed.trips), stops=len(feed.stops),
        first=str(feed.days.first), last=str(feed.days.last), zones="/".join(feed.zones),
    )  # fmt: skip
    return f"{told}; {counts}."


def _finding(one: Finding, language: Language) -> dict[str, str]:
    """Return what the table says of a finding: its place as in the feed, its meaning in words."""
    file = f"{one.file} {one.field}" if one.field else one.file
    return {
        "kind": one.severity,
        "severity": _said(language, f"severity.{one.severity}"),
        "place": file if one.row is None else _said(language, "row", file=file, row=str(one.row)),
        "count": _said(language, "number", n=one.count) if one.count else "",
        "example": one.example,
        # one of somebody's own has no other words than its own
        "means": meanings("findings", language=language).get(one.code, one.message),
    }


def _plot(report: FeedReport, name: str, language: Language) -> dict[str, Any]:
    """Return a bar a day with its words; days without service are marked below the axis."""
    column = report.days[name]
    counts = [int(n) for n in column]
    dates = [f"{day:%Y-%m-%d}" for day in report.days.index]
    most = max(*counts, 1)
    step = (_WIDTH - _LEFT) / len(counts)
    bars, months, room = [], [], 0.0
    for i, (date, count) in enumerate(zip(dates, counts, strict=True)):
        left = _LEFT + i * step
        height = count / most * _HEIGHT if count else 4
        top = _HEIGHT - height if count else _HEIGHT
        bars.append(
            {
                "kind": "bar" if count else "none",
                "x": f"{left:.1f}",
                "y": f"{top:.1f}",
                "width": f"{max(step * 0.85, 0.3):.1f}",
                "height": f"{height:.1f}",
                "said": _said(language, "on_day", day=date, n=count),
            }
        )
        end = left > _WIDTH - _MONTH  # there it stands before its day, where there is room for it
        if date.endswith("-01") and left >= room + end * _MONTH:
            written = _said(language, "month", day=date)
            months.append({"x": f"{left:.1f}", "text": written, "end": end})
            room = left + _MONTH
    country = words.texts("terms.country").get(name, {}).get(language, name)
    what = (
        _said(language, "trips")
        if name == "trips"
        else _said(language, "trips_in", country=country)
    )
    told = _said(language, "said", most=most, median=float(column.median()))
    return {
        "title": what,
        "said": _said(language, "plot", what=what, first=dates[0], last=dates[-1], said=told),
        "marks": [
            {"y": 10, "text": _said(language, "number", n=most)},
            {"y": _HEIGHT, "text": 0},
        ],
        "bars": bars,
        "months": months,
    }
