"""Schools of Nordrhein-Westfalen, from the Schulgrunddaten of its ministry (``schuldaten.csv``).

The first line is ``sep=;``, the second the header, which ends with a separator that rows do not
have. Coordinates are UTM of zone 32, also where the column that says so holds ``null``. Names of
schools, addresses, telephones and mails are in the file and are not read.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Faults, InputError, some
from grensgeo.files import need_columns
from grensgeo.notes import Note
from grensgeo.statistics.published import code_faults, decode, lines, refuse, rows_of
from grensgeo.statistics.published_places import EMPTY, PublishedPlaces, points_of

if TYPE_CHECKING:
    import pandas as pd

_NEEDS = (
    "Schulnummer", "Schulform", "Gemeindeschluessel", "Schulbetriebsschluessel", "EPSG",
    "UTMRechtswert", "UTMHochwert",
)  # fmt: skip
#: Schulbetriebsschlüssel of schools that are open and that are closed. Source: Ministerium für
#: Schule und Bildung NRW, key_schulbetriebsschluessel.csv. Others are not taken for open.
_OPEN = ("1",)
_CLOSED = ("6", "9")
#: UTM, zone 32, which coordinates are in where the column EPSG does not tell.
_UTM = "25832"
#: Systems in which coordinates are known to come: UTM of both zones, Gauß-Krüger, degrees.
_SYSTEMS = ("25832", "25831", "31466", "31467", "4326")
#: Where the Land lies, degrees.
_BOX = (5.8, 50.2, 9.6, 52.6)


def read_nrw_schools(path: str | Path) -> PublishedPlaces:
    """Read the schools of Nordrhein-Westfalen that are open.

    Parameters
    ----------
    path
        CSV file ``schuldaten.csv``, as it was downloaded.

    Returns
    -------
    PublishedPlaces
        One row for each school; ``kind`` is its Schulform (``02`` Grundschule, ``20`` Gymnasium
        and others of key_schulformschluessel.csv), ``region_code`` its Gemeinde.

    Raises
    ------
    FileError
        If the file is missing or is no text.
    InputError
        If columns are missing, codes are damaged, a school stands twice with other contents, or
        coordinates are no numbers, swapped, or in a system that is not known.

    Examples
    --------
    >>> read_nrw_schools("schuldaten.csv")  # doctest: +SKIP
    """
    import geopandas as gpd

    file = Path(path)
    rows = _rows(file)
    state = rows["Schulbetriebsschluessel"]
    closed = rows[state.isin(_CLOSED)]
    strange = rows[~state.isin([*_OPEN, *_CLOSED])]
    notes = []
    if len(closed):
        example = closed["Schulnummer"].iloc[0]
        notes.append(Note("places.closed", path=file.name, n=len(closed), example=example))
    if len(strange):
        values = some(sorted(map(repr, strange["Schulbetriebsschluessel"].unique())))
        example = strange["Schulnummer"].iloc[0]
        notes.append(
            Note("places.state-unknown", path=file.name, n=len(strange), example=example,
                 values=values)
        )  # fmt: skip
    rows = rows[state.isin(_OPEN)]
    if rows.empty:
        raise InputError("table-empty", f"{file}: no school that is open; fetch the file again")
    code = rows["Gemeindeschluessel"]
    faults = Faults(code_faults(code[~code.isin(EMPTY)], ["gemeinde"]))
    twice = rows[rows["Schulnummer"].duplicated(keep=False)]
    if len(twice):
        names = some(twice["Schulnummer"].unique())
        faults.add("id-twice", f"schools twice with other contents: {names}, {lines(twice.index)}")
    told = rows["EPSG"].where(~rows["EPSG"].isin(EMPTY), _UTM)
    epsg = told.str.removeprefix("EPSG:")
    odd = epsg[~epsg.isin(_SYSTEMS)]
    if len(odd):
        faults.add(
            "crs-wrong",
            f"EPSG holds {some(map(repr, odd.unique()))}, {lines(odd.index)}; known are "
            f"{some(_SYSTEMS)}",
        )
    known = epsg.isin(_SYSTEMS)
    points, found = points_of(
        rows["UTMRechtswert"][known], rows["UTMHochwert"][known], epsg[known], box=_BOX
    )
    faults += found
    refuse(file, faults)
    places = gpd.GeoDataFrame(
        {
            "id": rows["Schulnummer"],
            "kind": rows["Schulform"],
            "region_code": code.where(~code.isin(EMPTY), ""),
        },
        geometry=points,
        crs=4326,
    )
    return PublishedPlaces(places.sort_values("id", ignore_index=True), tuple(notes))


def _rows(file: Path) -> pd.DataFrame:
    """Read the columns that are needed, rows that stand twice once."""
    text = decode(file)
    first = text.partition("\n")[0].strip().strip('"')
    above = 1 if first.lower().startswith("sep=") else 0
    parts = text.split("\n", above + 1)
    head = next(csv.reader([parts[above]], delimiter=";"), [])
    body = parts[above + 1] if len(parts) > above + 1 else ""
    width = len(next(csv.reader(body.split("\n", 1)[:1], delimiter=";"), []))
    if head and not head[-1].strip() and width == len(head) - 1:
        # the separator at the end of the header is no column
        parts[above] = parts[above].rstrip().removesuffix('""').removesuffix(";")
    rows = rows_of("\n".join(parts), path=file, separator=";", header=above + 1)
    need_columns(rows, _NEEDS, path=file, what="Schulgrunddaten of NRW")
    return rows[list(_NEEDS)].drop_duplicates()
