"""Holds what a findings page says to the tables: every figure of a sentence stands in a row."""

import re

from grensgeo.maps.picture_words import written

#: Marks of thousands and decimals between digits.
_MARKS = re.compile(r"(?<=\d)[.,\N{NO-BREAK SPACE}](?=\d)")


def digits(text):
    """Give the numbers of a text without their marks."""
    return {*re.findall(r"\d+", _MARKS.sub("", text))}


def known_figures(finding, language, *, cutoff_min):
    """Give, as digits, every figure that a finding may name: those of its rows, and its cutoff."""
    rows = finding.figures.values()
    figures = [value for row in rows for value in row.values()]
    if finding.code == "scenario" and len(rows) > 1:
        changed, before = (row["open"] for row in rows)
        figures += [changed / before - 1]
    told = [written(v, unit, language) for v in figures for unit in ("count", "change_percent")]
    return {number for one in told for number in digits(one)} | {f"{cutoff_min:g}"}


def hold_rows(finding, rows):
    """Hold that the figures of a finding are those of rows by id, mode and scenario."""
    for key, row in finding.figures.items():
        assert row == rows.loc[key, list(row)].to_dict(), finding.code
