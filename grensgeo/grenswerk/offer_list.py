"""The list of offers in reach, as an adviser reads it: in a workbook or a table of text."""

from __future__ import annotations

import csv
import io
import math
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.errors import FileError
from grensgeo.files import beside, ending, need_place, write_sheets
from grensgeo.files.formulas import marked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import geopandas as gpd

    from grensgeo.notes import Note
    from grensgeo.provenance import Provenance
    from grensgeo.words import Language

ENDINGS = (".csv", ".xlsx")
#: What is listed of an offer, in the order of the list; the minutes of each trip follow.
_LISTED = (
    "title", "company", "address", "postcode", "town", "municipality", "country", "level",
    "sector", "language", "count",
)  # fmt: skip


def offer_rows(
    found: gpd.GeoDataFrame, ways: Sequence[str], *, language: Language
) -> list[list[object]]:
    """Return the rows of a list of offers, the head first.

    Parameters
    ----------
    found
        What :func:`grensgeo.offers_for` gives.
    ways
        How one gets to each.
    language
        Of the head and the words in it.

    Returns
    -------
    list
        Whole minutes, nothing where an offer is not reached; texts as the export has them.
    """
    texts = words.texts("offers.column")
    trips = [
        name.removeprefix("travel_time_").removesuffix("_min")
        for name in found.columns
        if name.startswith("travel_time_") and name != "travel_time_min"
    ]
    modes = words.texts("terms.mode")
    head: list[object] = [
        texts["minutes"][language],
        texts["way"][language],
        *(texts[name][language] for name in _LISTED),
        *(f"{_named(modes, name, language)} (min)" for name in trips),
        texts["across"][language],
        texts["unsure"][language],
        texts["located"][language],
    ]
    yes = words.text("offers.said.across")[language]
    how, open_ = words.texts("offers.located"), words.texts("offers.unsure")
    rows = [head]
    for row, way in zip(found.to_dict("records"), ways, strict=True):
        unsure = [open_[one][language] for one in row["unsure"].split(", ") if one]
        rows.append(
            [
                round(row["travel_time_min"]),
                way,
                *(_value(row[name]) for name in _LISTED),
                *(_value(row[f"travel_time_{name}_min"], whole=True) for name in trips),
                yes if row["across"] else "",
                ", ".join(unsure),
                how[row["located"].replace(" ", "_")][language],
            ]
        )
    return rows


def write_offer_list(
    rows: list[list[object]], path: Path, provenance: Provenance, *, language: Language
) -> None:
    """Write a list of offers.

    Parameters
    ----------
    rows
        What :func:`offer_rows` gives.
    path
        ``.xlsx``, with notes and sources on sheets of their own; or ``.csv`` as spreadsheets of
        the language open it: semicolons in Dutch and German, UTF-8 with its mark.
    provenance
        Sources and notes.
    language
        In which they are told.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    need_place(path)
    sheets = words.texts("offers.sheet")
    if ending(path) == ".xlsx":
        notes: list[Note] = list(provenance.told())
        told: list[Sequence[object]] = [
            [sheets["notes"][language]],
            *[[n.text(language)] for n in notes],
        ]
        sources: list[Sequence[object]] = [
            [sheets["source"][language], sheets["licence"][language], sheets["address"][language]],
            *[[one.attribution, one.licence, one.url] for one in provenance.sources],
        ]
        write_sheets(
            path,
            {
                sheets["offers"][language]: rows,
                sheets["notes"][language]: told,
                sheets["sources"][language]: sources,
            },
        )
        return
    text = io.StringIO()
    writer = csv.writer(text, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    for row in rows:
        writer.writerow(
            [marked(value) if isinstance(value, str) else _cell(value) for value in row]
        )
    with beside(path) as folder:
        part = folder / path.name
        try:
            part.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        except OSError as error:
            raise FileError("file-not-writable", f"{path}: {error.strerror}") from None
        part.replace(path)


def _named(modes: dict[str, words.Text], name: str, language: Language) -> str:
    """Return how a trip is called."""
    return modes[name][language] if name in modes else name


def _cell(value: object) -> str:
    """Return a number as a field of text."""
    return "" if value is None else str(value)


def _value(value: object, *, whole: bool = False) -> object:
    """Return a value as it is listed; nothing where it is missing."""
    if not isinstance(value, (int, float)):
        return value if isinstance(value, str) else None
    if math.isnan(value):
        return None
    return round(value) if whole or float(value).is_integer() else value
