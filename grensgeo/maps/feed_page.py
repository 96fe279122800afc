"""The report on a GTFS feed as a page: service per day, and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.maps import page
from grensgeo.maps.canvas import write_page
from grensgeo.maps.templating import fill_template, page_words, word_of

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.gtfs.report import FeedReport
    from grensgeo.words import Language, Value

_STYLE = """
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;max-width:none;
border-bottom:1px solid var(--line);white-space:normal;font-weight:400;overflow-wrap:anywhere}
th{font-weight:600}h2{margin:26px 0 8px}p{margin:4px 0}
.error{color:var(--error);font-weight:600}.warning{color:var(--warning);font-weight:600}
:root{--error:#a3123a;--warning:#8a5300}[data-theme="dark"]{--error:#ff8fab;--warning:#ffc178}
main svg{width:100%;height:auto}main svg text{font:10px system-ui,sans-serif;fill:var(--soft)}
.bar{fill:var(--accent)}.none{fill:#c2185b}.axis{stroke:var(--edge)}
"""

#: Words that it has in common with other pages.
_SWITCHES = ("theme_dark", "theme_light", "language", "csv", "xlsx", "print")
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
    texts = {key: words.text(f"pages.text.{key}") for key in _SWITCHES}
    for key in ("none_in_red", "findings", "no_findings", "in_english"):
        texts[key] = words.text(f"feed_report.{key}")
    columns = list(words.texts("feed_report.column"))
    texts |= {f"column-{name}": words.text(f"feed_report.column.{name}") for name in columns}
    texts["title"] = _said("title", name=report.path.name)
    plots = [_plot(report, str(name), texts) for name in report.days.columns]
    body = fill_template(
        "feed",
        said=word_of(texts, language),
        summary=report.summary(),
        plots=plots,
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        below=_BELOW,
        findings=report.findings,
        columns=columns,
        **page_words(language),
    )
    html = page.document(
        head_title=texts["title"][language],
        language=language,
        styles=[page.asset("gallery.css"), _STYLE],
        body=body,
        scripts=[page.asset("gallery.js"), page.asset("feed.js")],
        data={"language": language, "texts": texts},
    )
    return write_page(html, path)


def _said(key: str, **values: Value) -> words.Text:
    """Return a text in every language with its values filled in."""
    told = words.text(f"feed_report.{key}")
    return {language: words.fill(text, values, language) for language, text in told.items()}


def _plot(report: FeedReport, name: str, texts: dict[str, words.Text]) -> dict[str, Any]:
    """Return a bar a day and add its words; days without service are marked below the axis."""
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
    what = _said("trips") if name == "trips" else _said("trips_in", country=name)
    told = _said("said", most=most, median=float(column.median()))
    texts[f"plot-{name}"] = what
    texts[f"plot-{name}-said"] = {
        language: _said(
            "plot", what=what[language], first=dates[0], last=dates[-1], said=told[language]
        )[language]
        for language in what
    }
    return {
        "key": f"plot-{name}",
        "marks": [{"y": 10, "text": f"{most:,}"}, {"y": _HEIGHT, "text": 0}],
        "bars": bars,
        "months": months,
    }
