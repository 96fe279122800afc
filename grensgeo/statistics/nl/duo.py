"""Schools of the Netherlands, from the register RIO of DUO.

Its locations are places where there *may* be teaching: rooms of trainers and of exams stand among
them. A school is a branch that is recognised by law (``vestigingserkenningen``) at one of them,
which a third table tells. All three hold what has ended as well.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Faults, InputError, some
from grensgeo.files import need_columns
from grensgeo.notes import Note
from grensgeo.statistics.published import decode, lines, refuse, rows_of
from grensgeo.statistics.published_places import EMPTY, PublishedPlaces, outside_note, points_of

if TYPE_CHECKING:
    import pandas as pd

#: Tables, by their name and the columns that are read. Source: DUO, open onderwijsdata, RIO.
_LOCATIONS = ("ONDERWIJSLOCATIECODE", "GPS_LATITUDE", "GPS_LONGITUDE")
_RELATIONS = ("ONDERWIJSLOCATIECODE", "VESTIGINGSCODE", "EINDDATUM")
_BRANCHES = ("VESTIGINGSCODE", "WET", "EINDDATUM")
#: Files of the other two tables, beside that of the locations.
_RELATIONS_FILE = "relaties.csv"
_BRANCHES_FILE = "vestigingserkenningen.csv"
#: Columns that may say from when a row holds.
_STARTS = ("INGANGSDATUM", "BEGINDATUM")
_END = "EINDDATUM"
#: Where the European Netherlands lie, degrees.
_BOX = (3.2, 50.7, 7.3, 53.7)
_DAY = r"^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$"


def read_duo_schools(path: str | Path, *, date: str) -> PublishedPlaces:
    """Read recognised schools at their locations.

    Parameters
    ----------
    path
        CSV file ``onderwijslocaties`` of RIO. ``relaties.csv`` (of locations and branches) and
        ``vestigingserkenningen.csv`` have to stand beside it.
    date
        Day for which schools are read; what ended by then or begins later is left out.

    Returns
    -------
    PublishedPlaces
        One row for each branch at each location; ``kind`` is the law that it is recognised by:
        ``WPO`` (primary), ``WVO`` (secondary), ``WEC`` (special), ``WEB`` (mbo), ``WHW`` (hbo and
        universities, which have one location only in the register). A branch that is recognised by
        two laws has both, with a comma between them.

    Raises
    ------
    FileError
        If one of the files is missing or is no text.
    InputError
        If columns are missing, dates or coordinates are none, coordinates are swapped, or a
        location stands at two places.

    Examples
    --------
    >>> read_duo_schools("onderwijslocaties.csv", date="2026-10-08")  # doctest: +SKIP
    """
    import geopandas as gpd

    file = Path(path)
    locations = _read(file, _LOCATIONS, date)
    relations = _read(file.with_name(_RELATIONS_FILE), _RELATIONS, date)
    branches = _read(file.with_name(_BRANCHES_FILE), _BRANCHES, date)
    locations = locations[list(_LOCATIONS)].drop_duplicates()
    faults = Faults()
    twice = locations[locations["ONDERWIJSLOCATIECODE"].duplicated(keep=False)]
    if len(twice):
        names = some(twice["ONDERWIJSLOCATIECODE"].unique())
        faults.add("id-twice", f"locations at two places: {names}, {lines(twice.index)}")
    epsg = locations["GPS_LATITUDE"].map(lambda _: 4326)
    points, found = points_of(
        locations["GPS_LONGITUDE"], locations["GPS_LATITUDE"], epsg, box=_BOX
    )
    faults += found
    refuse(file, faults)
    laws = branches[["VESTIGINGSCODE", "WET"]].drop_duplicates().sort_values("WET")
    kinds = laws.groupby("VESTIGINGSCODE")["WET"].agg(",".join)
    pairs = relations[["ONDERWIJSLOCATIECODE", "VESTIGINGSCODE"]].drop_duplicates()
    pairs = pairs[pairs["VESTIGINGSCODE"].isin(kinds.index)]
    at = points.set_axis(locations["ONDERWIJSLOCATIECODE"])
    lost = pairs[~pairs["ONDERWIJSLOCATIECODE"].isin(at.index)]
    notes: list[Note | None] = [_note("places.location-unknown", file, lost["VESTIGINGSCODE"])]
    notes += outside_note(locations["GPS_LONGITUDE"], locations["GPS_LATITUDE"], points, file)
    pairs = pairs.drop(lost.index)
    idle = at.index[~at.index.isin(pairs["ONDERWIJSLOCATIECODE"])]
    notes.append(_note("places.no-school-there", file, idle.to_series()))
    pairs = pairs.sort_values(list(pairs.columns), ignore_index=True)
    if pairs.empty:
        raise InputError(
            "table-empty", f"{file}: no recognised school on {date}; fetch the files again"
        )
    places = gpd.GeoDataFrame(
        {
            "id": pairs["ONDERWIJSLOCATIECODE"] + "-" + pairs["VESTIGINGSCODE"],
            "kind": pairs["VESTIGINGSCODE"].map(kinds),
            "region_code": "",
        },
        geometry=at.reindex(pairs["ONDERWIJSLOCATIECODE"]).to_numpy(),
        crs=4326,
    )
    return PublishedPlaces(places, tuple(note for note in notes if note is not None))


def _note(code: str, file: Path, names: pd.Series) -> Note | None:
    """Return a note on what is left out; None where nothing is."""
    if names.empty:
        return None
    return Note(code, path=file.name, n=len(names), example=str(names.iloc[0]))


def _read(file: Path, needs: tuple[str, ...], date: str) -> pd.DataFrame:
    """Read the rows of a table that hold on a day."""
    text = decode(file)
    head = text.partition("\n")[0]
    signs = (len(next(csv.reader([head], delimiter=sign), [])) for sign in ";,\t")
    _, separator = max(zip(signs, ";,\t", strict=True), key=lambda pair: pair[0])
    rows = rows_of(text, path=file, separator=separator)
    need_columns(rows, needs, path=file, what="register of DUO")
    holds = rows[needs[0]] != ""
    faults = Faults()
    for name in (_END, *_STARTS):
        if name not in rows:
            continue
        told = rows[name][~rows[name].isin(EMPTY)]
        wrong = told[~told.str.match(_DAY)]
        if len(wrong):
            faults.add(
                "date-wrong", f"{name} is no day such as 2026-07-31: "
                f"{some(map(repr, wrong.unique()))}, {lines(wrong.index)}",
            )  # fmt: skip
        days = told.str.replace(_DAY, r"\1-\2-\3", regex=True)
        over = days <= date if name == _END else days > date
        holds &= ~over.reindex(rows.index, fill_value=False)
    refuse(file, faults)
    return rows[holds]
