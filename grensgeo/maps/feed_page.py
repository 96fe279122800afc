"""The report on a GTFS feed as a page: service per day, and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.maps import page
from grensgeo.maps.canvas import write_page
from grensgeo.maps.templating import fill_template
from grensgeo.words import fill, text, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grensgeo.gtfs.report import FeedReport
    from grensgeo.words import Language, Value

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;
color:#1d1f24;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d5d6da}
.error{color:#a3123a;font-weight:600}.warning{color:#8a5300;font-weight:600}.notice{color:#45474d}
svg{width:100%;height:auto}svg text{font:10px system-ui,sans-serif;fill:#45474d}
.bar{fill:#2c6e8f}.none{fill:#c2185b}.axis{stroke:#9a9ca3}
td,th{overflow-wrap:anywhere}
"""

_WIDTH, _HEIGHT, _LEFT, _BELOW = 900, 140, 50, 18


def write_feed_page(report: FeedReport, path: Path, *, language: Language = "en") -> Path:
    """Write the report on a feed as one self-contained HTML file.

    Parameters
    ----------
    report
        What :func:`grensgeo.gtfs.check_feed` gave.
    path
        Where to write it.
    language
        Language of the page; its summary and findings are English.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FileError
        If the folder cannot be written to.
    """

    def say(key: str, **values: Value) -> str:
        return fill(text(f"feed_report.{key}")[language], values, language)

    title = say("title", name=report.path.name)
    body = fill_template(
        "feed",
        title=title,
        summary=report.summary(),
        plots=[_plot(report, str(name), say=say) for name in report.days.columns],
        none_in_red=say("none_in_red"),
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        below=_BELOW,
        findings_name=say("findings"),
        findings=report.findings,
        columns=[say(f"column.{name}") for name in texts("feed_report.column")],
        no_findings=say("no_findings"),
    )
    html = page.document(
        head_title=title, language=language, styles=[_STYLE], body=body, scripts=[]
    )
    return write_page(html, path)


def _plot(report: FeedReport, name: str, *, say: Callable[..., str]) -> dict[str, Any]:
    """Return a bar a day; days without service are marked below the axis."""
    column = report.days[name]
    counts = [int(n) for n in column]
    dates = [f"{day:%Y-%m-%d}" for day in report.days.index]
    most = max(*counts, 1)
    step = (_WIDTH - _LEFT) / len(counts)
    bars, months = [], []
    for i, (date, count) in enumerate(zip(dates, counts, strict=True)):
        left = _LEFT + i * step
        height = count / most * _HEIGHT if count else 4
        top = _HEIGHT - height if count else _HEIGHT
        bars.append(
            {
                "kind": "bar" if count else "none",
                "x": f"{left:.1f}",
                "y": f"{top:.1f}",
                "width": f"{max(step * 0.85, 0.5):.1f}",
                "height": f"{height:.1f}",
                "said": f"{date}: {count:,}",
            }
        )
        if date.endswith("-01"):
            months.append({"x": f"{left:.1f}", "text": date[:7], "end": left > _WIDTH - _LEFT})
    what = say("trips") if name == "trips" else say("trips_in", country=name)
    told = say("said", most=most, median=float(column.median()))
    return {
        "what": what,
        "said": told,
        "described": say("plot", what=what, first=dates[0], last=dates[-1], said=told),
        "marks": [{"y": 10, "text": f"{most:,}"}, {"y": _HEIGHT, "text": 0}],
        "bars": bars,
        "months": months,
    }
