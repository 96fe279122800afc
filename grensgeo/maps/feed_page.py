"""The report on a GTFS feed as a page: service per day, and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.maps import page
from grensgeo.maps.canvas import write_page
from grensgeo.maps.escape import html_text
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
    plots = "".join(_plot(report, str(name), say=say) for name in report.days.columns)
    body = (
        f'<h1>{html_text(title)}</h1><p lang="en">{html_text(report.summary())}</p>{plots}'
        f"<h2>{say('findings')}</h2>{_findings(report, say=say)}"
    )
    html = page.document(
        head_title=title, language=language, styles=[_STYLE], body=body, scripts=[]
    )
    return write_page(html, path)


def _plot(report: FeedReport, name: str, *, say: Callable[..., str]) -> str:
    """Draw a bar a day; days without service are marked below the axis."""
    column = report.days[name]
    counts = [int(n) for n in column]
    dates = [f"{day:%Y-%m-%d}" for day in report.days.index]
    most = max(*counts, 1)
    step = (_WIDTH - _LEFT) / len(counts)
    shapes = []
    for i, (date, count) in enumerate(zip(dates, counts, strict=True)):
        height = count / most * _HEIGHT if count else 4
        top = _HEIGHT - height if count else _HEIGHT
        shapes.append(
            f'<rect class="{"bar" if count else "none"}" x="{_LEFT + i * step:.1f}" '
            f'y="{top:.1f}" width="{max(step * 0.85, 0.5):.1f}" height="{height:.1f}">'
            f"<title>{date}: {count:,}</title></rect>"
        )
        if date.endswith("-01"):
            left = _LEFT + i * step
            anchor = ' text-anchor="end"' if left > _WIDTH - _LEFT else ""
            place = f'x="{left:.1f}" y="{_HEIGHT + 15}"{anchor}'
            shapes.append(f"<text {place}>{date[:7]}</text>")
    what = say("trips") if name == "trips" else say("trips_in", country=name)
    told = say("said", most=most, median=float(column.median()))
    described = say("plot", what=what, first=dates[0], last=dates[-1], said=told)
    return (
        f"<h2>{html_text(what)}</h2>"
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT + _BELOW}" role="img" '
        f'aria-label="{html_text(described)}">'
        f'<text x="0" y="10">{most:,}</text><text x="0" y="{_HEIGHT}">0</text>'
        f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>'
        f"{''.join(shapes)}</svg><p>{told}. {say('none_in_red')}</p>"
    )


def _findings(report: FeedReport, *, say: Callable[..., str]) -> str:
    """Return the table of findings."""
    if not report.findings:
        return f"<p>{say('no_findings')}</p>"
    rows = "".join(
        f'<tr><td class="{finding.severity}">{finding.severity}</td>'
        f"<td>{html_text(finding.file)}</td>"
        f"<td>{'' if finding.row is None else finding.row}</td>"
        f"<td>{html_text(finding.field)}</td><td>{html_text(finding.message)}</td>"
        f"<td>{html_text(finding.remedy)}</td></tr>"
        for finding in report.findings
    )
    heads = "".join(
        f'<th scope="col">{say(f"column.{name}")}</th>' for name in texts("feed_report.column")
    )
    return f'<table><thead><tr>{heads}</tr></thead><tbody lang="en">{rows}</tbody></table>'
