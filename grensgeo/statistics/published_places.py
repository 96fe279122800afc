"""Places of publishers' registers: where each lies, and which have no place that can be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, some
from grensgeo.notes import Note
from grensgeo.statistics.published import lines

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    import numpy as np
    import pandas as pd

    from grensgeo.arrays import Flags

#: What stands in a field that is empty.
EMPTY = ("", "null", "NULL")
#: Part of the coordinates outside a publisher's own land from which the whole column is at fault.
_MOST_OUTSIDE = 0.5
_DEGREES = 4326


@dataclass(frozen=True, eq=False)
class PublishedPlaces:
    """Places of a register.

    Attributes
    ----------
    places
        ``id`` (text, unique), ``kind`` (the publisher's own code), ``region_code`` (municipality,
        empty where the register does not tell it) and points (EPSG:4326), missing where the
        coordinates are missing or lie outside the publisher's land.
    notes
        What was left out, of the whole register.
    """

    places: gpd.GeoDataFrame
    notes: tuple[Note, ...] = ()


def points_of(
    x: pd.Series, y: pd.Series, epsg: pd.Series, *, box: tuple[float, float, float, float]
) -> tuple[gpd.GeoSeries, list[Fault]]:
    """Return points of coordinates as text, each in its own CRS.

    Parameters
    ----------
    x, y
        East and north, or longitude and latitude, by line; ``0`` and empty fields are missing.
    epsg
        EPSG code by line.
    box
        Land of the publisher in degrees: west, south, east, north.

    Returns
    -------
    tuple of GeoSeries and list of Fault
        Points (EPSG:4326), missing where there are no coordinates or they lie outside the land;
        and faults: other text than numbers, columns that are swapped, or mostly outside the land.
    """
    import geopandas as gpd
    import numpy as np
    import pandas as pd

    faults = Faults()
    values = []
    for text in (x, y):
        filled = ~text.isin(EMPTY)
        number = pd.to_numeric(text.str.replace(",", ".", regex=False), errors="coerce")
        number = number.where(np.isfinite(number))
        wrong = text[filled & number.isna()]
        if len(wrong):
            faults.add(
                "not-a-number", f"{text.name}: {some(map(repr, wrong.unique()))}, "
                f"{lines(wrong.index)}; fetch the file again",
            )  # fmt: skip
        values.append(number.where(number != 0).astype("float64"))
    there = values[0].notna() & values[1].notna()
    shapes = _in_degrees(values[0][there], values[1][there], epsg[there])
    inside = _within(shapes, box)
    if there.any() and (~inside).mean() > _MOST_OUTSIDE:
        turned = _within(_in_degrees(values[1][there], values[0][there], epsg[there]), box)
        outside = shapes.index[~inside]
        if turned.mean() > _MOST_OUTSIDE:
            faults.add(
                "coordinates-swapped",
                f"{x.name} and {y.name} are swapped ({lines(outside)}); fetch the file again",
            )
        else:
            faults.add(
                "crs-wrong",
                f"{x.name} and {y.name} lie outside the publisher's land as EPSG "
                f"{some(epsg[there].unique())} ({lines(outside)}); the publisher has changed them",
            )
    points = gpd.GeoSeries(None, index=x.index, crs=_DEGREES)
    points[shapes.index[inside]] = shapes[inside]
    return points, faults


def outside_note(x: pd.Series, y: pd.Series, points: gpd.GeoSeries, file: Path) -> list[Note]:
    """Return a note on coordinates that lie outside the publisher's land, and count as missing.

    Parameters
    ----------
    x, y
        As for :func:`points_of`.
    points
        What it gave.
    file
        The file.

    Returns
    -------
    list of Note
        One, or none.
    """
    lost = ~x.isin(EMPTY) & ~y.isin(EMPTY) & points.isna().to_numpy()
    if not lost.any():
        return []
    example = f"{x[lost].iloc[0]}, {y[lost].iloc[0]}"
    return [Note("doubts.outside-land", where=file.name, n=int(lost.sum()), example=example)]


def _in_degrees(x: pd.Series, y: pd.Series, epsg: pd.Series) -> gpd.GeoSeries:
    """Return points in degrees."""
    import geopandas as gpd
    import pandas as pd

    parts = []
    for code in epsg.unique():
        here = epsg.index[epsg == code]
        own = gpd.GeoSeries(gpd.points_from_xy(x[here], y[here]), index=here, crs=int(code))
        parts.append(own.to_crs(_DEGREES))
    if not parts:
        return gpd.GeoSeries([], crs=_DEGREES)
    return gpd.GeoSeries(pd.concat(parts), crs=_DEGREES).reindex(x.index)


def _within(shapes: gpd.GeoSeries, box: tuple[float, float, float, float]) -> Flags:
    """Return which points lie in a box; one at no place on earth does not."""
    west, south, east, north = box
    x, y = shapes.x.to_numpy(), shapes.y.to_numpy()
    inside: np.ndarray = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    return inside
