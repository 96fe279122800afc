"""The quality sheet of a feed, in the order of the European Statistics Code of Practice.

One page of HTML and one PDF hold it in three languages. Source of the order: European Statistics
Code of Practice (2017), principles 11 to 15, and what each side of the border covers.
"""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo import words
from grensgeo.monitor.levels import LEVELS
from grensgeo.pages.credits import credit
from grensgeo.pages.page_section import PageSection, sections_body
from grensgeo.pages.text_page import text_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.monitor.input_coverage import CoveredInput
    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.words import Language

#: What a sheet speaks of, in its order.
_SECTIONS = ("relevance", "accuracy", "timeliness", "comparability", "coherence", "coverage")
_WIDTH, _LINES = 96, 58


def sheet_lines(feed: MonitorFeed, language: Language) -> dict[str, list[str]]:
    """Return what a sheet says, sentences by section.

    Parameters
    ----------
    feed
        The feed.
    language
        Of the sentences.

    Returns
    -------
    dict
        Sections by their title.
    """
    return {
        one.heading: [*one.items, *(line for part in one.inside for line in part.items)]
        for one in _sections(feed, language)
    }


def _sections(feed: MonitorFeed, language: Language) -> list[PageSection]:
    """Return the parts of a sheet; what they rest on in the least detail is folded."""
    titles, fold = words.texts("quality.section"), words.text("pages.text.method")[language]
    found = []
    for name in _SECTIONS:
        folded = _FOLDED[name](feed, language) if name in _FOLDED else []
        inside = [PageSection("", items=folded)] if folded else []
        lines = _SAID[name](feed, language)
        found.append(PageSection(titles[name][language], items=lines, inside=inside, fold=fold))
    return found


def _say(key: str, language: Language, **values: words.Value) -> str:
    return words.fill(words.texts("quality.said")[key][language], values, language)


def _relevance(feed: MonitorFeed, language: Language) -> list[str]:
    """Return what is measured, and of which places."""
    levels, called = feed.regions["region_level"].value_counts(), words.texts("quality.level")
    places = ", ".join(
        words.fill("{n} {name}", {"n": int(levels[one]), "name": called[one][language]}, language)
        for one in LEVELS
        if one in levels
    )
    return [
        words.text("monitor.about")[language],
        _say("holds", language, indicators=len(feed.indicators), places=places,
             periods=", ".join(feed.periods)),
    ]  # fmt: skip


def _accuracy(feed: MonitorFeed, language: Language) -> list[str]:
    """Return how many figures are normal, estimated, missing and suppressed, by country."""
    rows = feed.observations.merge(
        feed.regions[["region_code", "region_level", "country"]].drop_duplicates(),
        on=["region_code", "region_level"],
    )
    lines = []
    for country, part in rows.groupby("country", sort=True):
        share = part["status"].value_counts(normalize=True)
        values = {code: 100 * float(share.get(code, 0.0)) for code in "AEMQ"}
        name = words.texts("terms.country").get(str(country), {}).get(language, str(country))
        lines.append(_say("statuses", language, country=name, **values))
    known = rows[rows["lower"].notna() & (rows["value"] > 0)]
    if len(known):
        half = ((known["upper"] - known["lower"]) / 2 / known["value"]).astype("float64")
        lines.append(_say("bounds", language, share=100 * float(half.median())))
    edge = rows["edge_share"].astype("float64")
    if edge.notna().any():
        lines.append(_say("edge", language, share=100 * float((edge > 0).mean())))
    return lines + [_error_line(row, language) for row in feed.options.errors]


def _notes(feed: MonitorFeed, language: Language) -> list[str]:
    return [note.text(language) for note in feed.provenance.told()]


def _error_line(row: Mapping[str, Any], language: Language) -> str:
    """Return how far computed times or distances are from published ones."""
    by = words.texts("terms.mode").get(row["mode"]) or words.texts("quality.mode").get(row["mode"])
    return _say(
        "errors", language, mode=row["mode"] if by is None else by[language],
        kind=words.texts("quality.kind")[row["kind"]][language], n=row["figures"],
        ratio=row["ratio"], error=100 * row["error"],
    )  # fmt: skip


def _timeliness(feed: MonitorFeed, language: Language) -> list[str]:
    """Return what the figures and their sources speak of."""
    lines = [
        _say("run", language, period=run["period"], run=run["run_id"], since=run["valid_from"])
        if isinstance(run["valid_from"], str)
        else _say("run_undated", language, period=run["period"], run=run["run_id"])
        for run in feed.runs.to_dict("records")
    ]
    dates = sorted(feed.sources["reference_date"].dropna())
    if dates:
        lines.append(_say("dates", language, first=dates[0], last=dates[-1]))
    return lines


def _comparability(feed: MonitorFeed, language: Language) -> list[str]:
    """Return by which codes places are told, and what was revised."""
    versions = ", ".join(sorted(set(feed.regions["nuts_version"].dropna()))) or "-"
    years = ", ".join(sorted(set(feed.regions["lau_year"].dropna()))) or "-"
    return [
        _say("codes", language, versions=versions, years=years),
        _say("revised", language, n=len(feed.revisions)),
    ]


def _coherence(_feed: MonitorFeed, language: Language) -> list[str]:
    return [_say("coherent", language)]


def _coverage(feed: MonitorFeed, language: Language) -> list[str]:
    """Return by country how many municipalities and inhabitants have a figure."""
    rows = feed.observations[feed.observations["region_level"] == "municipality"]
    last = rows[rows["period"] == feed.periods[-1]]
    country = feed.regions.drop_duplicates("region_code").set_index("region_code")["country"]
    people = last[last["measure"] == "population"].set_index("region_code")["value"]
    open_ = last[last["measure"] == "open"]
    lines = []
    for code in sorted(set(country.reindex(people.index).dropna())):
        here = people[country.reindex(people.index) == code]
        known = open_[open_["value"].notna() & open_["region_code"].isin(here.index)]
        by = known.groupby("indicator_id")["population"].sum().astype("float64") / here.sum()
        lowest = float(by.reindex(open_["indicator_id"].unique()).fillna(0.0).min())
        name = words.texts("terms.country").get(code, {}).get(language, code)
        lines.append(
            _say(
                "covered",
                language,
                country=name,
                n=len(here),
                people=int(here.sum()),
                share=100 * (0.0 if np.isnan(lowest) else lowest),
            )
        )
    return lines + [_covered(one, language) for one in feed.coverage]


def _sources(feed: MonitorFeed, language: Language) -> list[str]:
    """Return the sources, their attributions and licences in a language."""
    return [
        f"{source.title} ({credit(source.attribution)[language]}; "
        f"{credit(source.licence)[language]}; {source.reference_date or '-'})"
        for source in feed.provenance.sources
    ]


def _covered(one: CoveredInput, language: Language) -> str:
    """Return what one input covers in one country."""
    what = one.by or words.texts("terms.opportunity").get(one.name) or {}
    kind = "none" if one.kind == "counts" and not one.n else one.kind
    return words.capital(
        _say(
            f"input_{kind}", language, name=what.get(language, one.name),
            country=words.texts("terms.country").get(one.country, {}).get(language, one.country),
            n=one.n, of=one.of, share=100 * one.share, dates=one.dates or "-",
            modelled=one.modelled,
        )
    )  # fmt: skip


_SAID = {
    "relevance": _relevance,
    "accuracy": _accuracy,
    "timeliness": _timeliness,
    "comparability": _comparability,
    "coherence": _coherence,
    "coverage": _coverage,
}
#: What stands folded at the end of a section.
_FOLDED = {"accuracy": _notes, "coverage": _sources}


def quality_html(feed: MonitorFeed) -> bytes:
    """Return the sheet as a page in three languages, of which a reader sees one.

    Parameters
    ----------
    feed
        The feed.
    """
    bodies = {language: sections_body(_sections(feed, language)) for language in words.LANGUAGES}
    page = text_page(title=words.text("quality.title"), bodies=bodies, language="nl")
    return page.encode("utf-8")


def quality_pdf(feed: MonitorFeed) -> bytes:
    """Return the sheet as a PDF, pages for each language.

    Parameters
    ----------
    feed
        The feed.
    """
    from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
    from matplotlib.figure import Figure

    result = io.BytesIO()
    with PdfPages(result, metadata={"CreationDate": None, "Title": "grensgeo"}) as book:
        for language in words.LANGUAGES:
            lines = _wrapped(words.text("quality.title")[language], sheet_lines(feed, language))
            for at in range(0, len(lines), _LINES):
                figure = Figure(figsize=(8.27, 11.69))
                FigureCanvasPdf(figure)
                for number, (text, bold) in enumerate(lines[at : at + _LINES]):
                    figure.text(0.08, 0.95 - number * 0.0152, text.replace("$", r"\$"), fontsize=8,
                                weight="bold" if bold else "normal")  # fmt: skip
                book.savefig(figure)
    return result.getvalue()


def _wrapped(title: str, sections: dict[str, list[str]]) -> list[tuple[str, bool]]:
    """Return the lines of a sheet, and which are titles."""
    lines = [(title, True), ("", False)]
    for name, said in sections.items():
        lines.append((name, True))
        for sentence in said:
            lines += [(line, False) for line in textwrap.wrap(f"- {sentence}", _WIDTH)]
        lines.append(("", False))
    return lines
