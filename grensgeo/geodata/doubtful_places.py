"""Places held against the extent of the country that they name, and against each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.countries import all_countries, country_of_code
from grensgeo.errors import Fault, Faults, some
from grensgeo.files.doubtful_counts import levels_among
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    import pandas as pd

#: How far outside its country's extent a place may lie, degrees: ports, islands, bridges.
_NEAR_DEG: Final = 0.3
#: A code as a spreadsheet shows a long number: 5.55E+06.
_POWER: Final = re.compile(r"\d[.,]\d+E\+\d+")
#: So many places at one point, or with one number twice, are no chance.
_FEW: Final = 3
#: Places at 0, 0 are no neighbours of those that lie farther off than this, degrees.
_FAR_DEG: Final = 10.0


def country_doubts(
    names: Sequence[object] | npt.NDArray[np.object_],
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
    *,
    country: Iterable[object],
    where: str,
) -> tuple[list[Fault], list[Note]]:
    """Compare places with the extent of the country that they name.

    Parameters
    ----------
    names
        What to call each place.
    lon, lat
        float64 (n,): degrees.
    country
        Label of each; what is no known country is left to others.
    where
        What to call the table in notes.

    Returns
    -------
    tuple of list of Fault and list of Note
        Faults: places that lie in their country once longitude and latitude are swapped, or a
        sign is changed, and those at 0, 0. Notes: others that lie outside it, since a country
        may have places in other parts of the world.

    Source
    ------
    Extents of ``countries/XX.toml``.
    """
    labels = np.array(list(country), dtype=object)
    turned: list[int] = []
    mirrored: list[int] = []
    empty: list[int] = []
    outside: list[int] = []
    for one in all_countries():
        rows = np.flatnonzero(labels == one.code)
        if not len(rows):
            continue
        x, y = lon[rows], lat[rows]
        told = np.isfinite(x) & np.isfinite(y) & ~_within(one.extent, x, y)
        for row in rows[told]:
            east, north = float(lon[row]), float(lat[row])
            if east == 0 and north == 0:
                empty.append(row)
            elif _within(one.extent, north, east):
                turned.append(row)
            elif any(_within(one.extent, a * east, b * north) for a, b in _SIGNS):
                mirrored.append(row)
            else:
                outside.append(row)
    faults = Faults()

    def told_of(rows: list[int]) -> str:
        return some(f"{names[k]} in {labels[k]} ({lon[k]:.4g}, {lat[k]:.4g})" for k in rows)

    if turned:
        faults.add(
            "coordinates-swapped",
            f"longitude and latitude are swapped for {told_of(turned)}: lon comes first, then lat",
        )
    if mirrored:
        faults.add(
            "outside-country",
            f"a sign is wrong: with the other they lie in their country: {told_of(mirrored)}",
        )
    if empty:
        faults.add(
            "coordinates-missing",
            f"coordinates 0, 0, where nothing was filled in: {told_of(empty)}",
        )
    notes = (
        [Note("doubts.outside-country", where=where, listed=told_of(outside))] if outside else []
    )
    return faults, notes


def outside_all(
    names: Sequence[object] | npt.NDArray[np.object_],
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
    *,
    country: Iterable[object],
    where: str,
) -> list[Note]:
    """List what :func:`country_doubts` notes where no place lies in its country.

    Parameters
    ----------
    names, lon, lat, country, where
        As for :func:`country_doubts`.

    Returns
    -------
    list of Note
        One, or none: single parts of a country may lie in other parts of the world.
    """
    labels = np.array(list(country), dtype=object)
    for one in all_countries():
        rows = labels == one.code
        if rows.any() and not _within(one.extent, lon[rows], lat[rows]).any():
            return country_doubts(names, lon, lat, country=labels, where=where)[1]
    return []


#: Signs of longitude and latitude that may have been lost or added.
_SIGNS: Final = ((-1, 1), (1, -1), (-1, -1))


def _within(
    extent: tuple[float, float, float, float],
    lon: npt.NDArray[np.float64] | float,
    lat: npt.NDArray[np.float64] | float,
) -> npt.NDArray[np.bool_]:
    """Return which places lie in an extent, or near it."""
    west, south, east, north = extent
    return np.asarray(
        (np.asarray(lon) >= west - _NEAR_DEG)
        & (np.asarray(lon) <= east + _NEAR_DEG)
        & (np.asarray(lat) >= south - _NEAR_DEG)
        & (np.asarray(lat) <= north + _NEAR_DEG)
    )


def place_doubts(
    lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64], *, where: str
) -> list[Note]:
    """List what is doubtful of coordinates as a whole.

    Parameters
    ----------
    lon, lat
        float64 (n,): degrees.
    where
        What to call the table.

    Returns
    -------
    list of Note
        Places at 0, 0 beside others far away; three or more at one point, or with one number for
        both coordinates.
    """
    origin = (lon == 0) & (lat == 0)
    if origin.any() and bool(((np.abs(lon) > _FAR_DEG) | (np.abs(lat) > _FAR_DEG)).any()):
        return [Note("doubts.at-origin", where=where, n=int(origin.sum()))]
    if len(lon) < _FEW or not np.isfinite(lon).all():
        return []
    if (lon == lon[0]).all() and (lat == lat[0]).all():
        at = {"lon": f"{lon[0]:g}", "lat": f"{lat[0]:g}"}
        return [Note("doubts.one-point", where=where, n=len(lon), **at)]
    if (lon == lat).all():
        return [Note("doubts.lon-is-lat", where=where, n=len(lon))]
    return []


def lost_zeros(codes: pd.Series, country: pd.Series | None = None) -> list[Fault]:
    """Find codes of municipalities that a spreadsheet took for numbers.

    Parameters
    ----------
    codes
        Codes of municipalities.
    country
        Country of each, where it is known; Dutch numbers and districts are recognised then too.

    Returns
    -------
    list of str
        One fault, or none.

    Source
    ------
    The codes of each country, in ``countries/XX.toml``.
    """
    import pandas as pd

    known = codes.notna().to_numpy()
    text = codes[known].astype(str).reset_index(drop=True)
    where = None if country is None else pd.Series(country.to_numpy()[known])
    lost = pd.Series(data=False, index=text.index)
    written = []
    for one in all_countries():
        if one.damaged is None:
            continue
        shape = one.damaged.alone if where is None else one.damaged.pattern
        if shape is not None:
            left = text.str.fullmatch(rf"(?:{shape.pattern})(?:\.0)?")
            if where is not None:
                left &= where == one.code
            if left.any():
                written.append(one.damaged.written)
            lost |= left
    if not lost.any():
        return []
    remedy = f"write {', '.join(written)}, as text"
    return [
        Fault(
            "code-saved-as-number",
            f"codes that a spreadsheet took for numbers: {some(text[lost])}; {remedy}",
        )
    ]


def code_faults(ids: Iterable[object]) -> list[Fault]:
    """List codes that a spreadsheet shows as powers of ten.

    Parameters
    ----------
    ids
        Ids or codes; what is no text is left to others.

    Returns
    -------
    list of Fault
        One, or none.

    Examples
    --------
    >>> [fault.code for fault in code_faults(["5.55E+06", "1E5", "1e-3"])]
    ['code-saved-as-number']
    """
    lost = [one for one in ids if isinstance(one, str) and _POWER.fullmatch(one.strip().upper())]
    if not lost:
        return []
    return [
        Fault(
            "code-saved-as-number",
            f"codes that a spreadsheet rounded to powers of ten: {some(dict.fromkeys(lost))}; "
            "take them from the source again, as text",
        )
    ]


def code_doubts(ids: Iterable[object], *, where: str) -> list[Note]:
    """List codes that may have lost their zero, where others beside them are whole.

    Parameters
    ----------
    ids
        Ids or codes as text.
    where
        What to call the table.

    Returns
    -------
    list of Note
        One, or none: numbers of one's own stand alone, and are no codes.
    """
    texts = [one for one in ids if isinstance(one, str)]
    shapes = [one.damaged.alone for one in all_countries() if one.damaged and one.damaged.alone]
    lost = [text for text in texts if any(shape.fullmatch(text) for shape in shapes)]
    if not lost or not any(country_of_code(text) for text in texts):
        return []
    return [Note("doubts.codes-without-zeros", where=where, listed=some(dict.fromkeys(lost)))]


def levels_doubts(codes: Iterable[object], *, where: str) -> list[Note]:
    """List codes of units that stand beside codes of their parts.

    Parameters
    ----------
    codes
        Codes of the rows of a table.
    where
        What to call it.

    Returns
    -------
    list of Note
        One, or none.
    """
    found = levels_among(codes)
    if not found:
        return []
    listed = some(f"{code} ({n})" for code, n in found.items())
    return [Note("doubts.levels-mixed", where=where, listed=listed)]
