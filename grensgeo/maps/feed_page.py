"""The report on a GTFS feed as a page: service per day, and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.maps import page
from grensgeo.maps.canvas import write_page
from grensgeo.maps.escape import html_text

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.gtfs.report import FeedReport

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


def write_feed_page(report: FeedReport, path: Path) -> Path:
    """Write the report on a feed as one self-contained HTML file.

    Parameters
    ----------
    report
        What :func:`grensgeo.gtfs.check_feed` gave.
    path
        Where to write it.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FileError
        If the folder cannot be written to.
    """
    title = f"GTFS feed {report.path.name}"
    plots = "".join(_plot(report, str(name)) for name in report.days.columns)
    body = (
        f"<h1>{html_text(title)}</h1><p>{html_text(report.summary())}</p>{plots}"
        f"<h2>Findings</h2>{_findings(report)}"
    )
    text = page.document(head_title=title, language="en", styles=[_STYLE], body=body, scripts=[])
    return write_page(text, path)


def _plot(report: FeedReport, name: str) -> str:
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
    where = "" if name == "trips" else f" in {name}"
    told = f"most {most:,}, median {column.median():,.0f}"
    return (
        f"<h2>Trips a day{html_text(where)}</h2>"
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT + _BELOW}" role="img" '
        f'aria-label="Trips a day{html_text(where)} from {dates[0]} to {dates[-1]}: {told}">'
        f'<text x="0" y="10">{most:,}</text><text x="0" y="{_HEIGHT}">0</text>'
        f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>'
        f"{''.join(shapes)}</svg><p>{told}. Days without any are marked in red.</p>"
    )


def _findings(report: FeedReport) -> str:
    """Return the table of findings."""
    if not report.findings:
        return "<p>None.</p>"
    rows = "".join(
        f'<tr><td class="{finding.severity}">{finding.severity}</td>'
        f"<td>{html_text(finding.file)}</td>"
        f"<td>{'' if finding.row is None else finding.row}</td>"
        f"<td>{html_text(finding.field)}</td><td>{html_text(finding.message)}</td>"
        f"<td>{html_text(finding.remedy)}</td></tr>"
        for finding in report.findings
    )
    heads = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Severity", "File", "Row", "Field", "What", "Remedy")
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
