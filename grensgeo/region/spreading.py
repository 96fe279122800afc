"""Spread counts from municipalities to cells by weights; each total is kept exactly."""

from __future__ import annotations

import math
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from grensgeo.counts import hold_numbers
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.geodata.rasters import RasterWeights, raster_weights
from grensgeo.notes import Note
from grensgeo.region.sharing import spread_totals

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from grensgeo.arrays import Floats


#: Equal in area over Europe: ETRS89-LAEA.
_EQUAL_AREA_CRS = 3035
#: Columns of counts that are spread alike.
_FIGURES = ("count", "lower", "upper")
#: What every table of cells can be spread by without another source.
_OWN = ("population", "area")


class RegionLike(Protocol):
    """What is read of a ``Region``."""

    @property
    def cells(self) -> gpd.GeoDataFrame:
        """Cells with their municipality."""


def spread(
    counts: pd.Series | pd.DataFrame,
    cells: gpd.GeoDataFrame | RegionLike,
    *,
    by: str | Path | RasterWeights | pd.Series | gpd.GeoDataFrame = "population",
    whole: bool = False,
    otherwise: str | None = None,
    within_m: float = 0.0,
) -> pd.Series | pd.DataFrame:
    """Spread counts of municipalities over their cells (dasymetric mapping).

    Parameters
    ----------
    counts
        How many, by ``region_code``: a Series, or a table with any of ``count, lower, upper``,
        whose bounds are spread by the same weights. NaN where a figure is not known.
    cells
        A ``Region``, or cells with ``cell_id``, ``region_code`` and outlines.
    by
        ``"population"`` (a column of the cells), ``"area"``; a raster (path or
        :class:`RasterWeights`), whose pixels count by the part of them that a cell covers;
        points such as buildings or workplaces (GeoDataFrame, with a column ``weight`` or 1 each);
        or weights of your own by ``cell_id``.
    whole
        Give whole numbers, by the largest remainder; only for whole counts without bounds.
    otherwise
        ``"area"`` or ``"population"``: what to spread by where ``by`` tells nothing of a
        municipality. Without it such a municipality is an error.
    within_m
        With points: a point that lies in no cell counts at the nearest within so many metres, as
        on a business park where nobody lives.

    Returns
    -------
    Series or DataFrame
        float64 by ``cell_id``, in the order of the cells: the shares of a municipality add up to
        its count exactly, and are NaN where that is missing.

    Raises
    ------
    FileError
        If the raster is missing or none.
    InputError
        For counts that cannot be, municipalities without cells or without a weight, weights that
        are negative, and a raster without CRS or that does not cover a municipality.

    Warns
    -----
    GrensgeoWarning
        If municipalities have no count, are spread by what ``otherwise`` says, or points lie
        outside all cells.

    Source
    ------
    Wright (1936), A method of mapping densities of population; Mennis (2003), Generating surface
    models of population using dasymetric mapping.

    Examples
    --------
    >>> import geopandas as gpd, pandas as pd, shapely
    >>> cells = gpd.GeoDataFrame(
    ...     {"cell_id": ["a", "b"], "region_code": "GM0153", "population": [700, 300]},
    ...     geometry=[shapely.box(6.8, 52.2, 6.81, 52.21), shapely.box(6.81, 52.2, 6.82, 52.21)],
    ...     crs=4326,
    ... )
    >>> spread(pd.Series({"GM0153": 50}), cells).to_dict()
    {'a': 35.0, 'b': 15.0}
    """
    import pandas as pd

    frame = _checked_cells(cells)
    table = _checked_counts(counts, whole=whole)
    _check_codes(table, frame)
    weights, told = _weights(frame, by, within_m=within_m)
    weights, more = _usable(table, frame, weights, by=_name(by), otherwise=otherwise)
    for note in [*told, *more]:
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=2)
    result = pd.DataFrame(
        {
            name: spread_totals(table[name], frame["region_code"], weights, whole=whole)
            for name in table.columns
        },
        index=pd.Index(frame["cell_id"].to_numpy(), name="cell_id"),
    )
    if isinstance(counts, pd.Series):
        return pd.Series(result["count"], name=counts.name)
    return result


def _name(by: object) -> str:
    """Return the name of what is spread by."""
    if isinstance(by, RasterWeights):
        return str(by.path)
    return str(by) if isinstance(by, (str, Path)) else "weights"


def _checked_cells(cells: gpd.GeoDataFrame | RegionLike) -> gpd.GeoDataFrame:
    """Return the cells of a region or a table, with what is needed of them."""
    import pandas as pd

    frame = cells if isinstance(cells, pd.DataFrame) else cells.cells
    missing = [name for name in ("cell_id", "region_code") if name not in frame.columns]
    if missing:
        raise InputError(
            "column-missing", f"cells: columns {some(missing)} are missing; found {some(frame)}"
        )
    twice = frame.loc[frame["cell_id"].duplicated(), "cell_id"].tolist()
    empty = frame.loc[frame["region_code"].isna(), "cell_id"].tolist()
    if twice or empty or frame.empty:
        raise InputError(
            "cells-unusable",
            f"cells: {len(frame)} in all; ids that come twice: {some(twice) or 'none'}; without a "
            f"municipality: {some(empty) or 'none'}",
        )
    return frame.reset_index(drop=True)


def _checked_counts(counts: pd.Series | pd.DataFrame, *, whole: bool) -> pd.DataFrame:
    """Return counts as a table by region, validated to be counts."""
    import numpy as np
    import pandas as pd

    if isinstance(counts, pd.Series):
        table = counts.to_frame("count")
    else:
        by_code = "region_code" in counts.columns
        table = counts.set_index("region_code") if by_code else counts
        table = pd.DataFrame(table[[name for name in _FIGURES if name in table.columns]])
    faults = Faults()
    if table.columns.empty:
        faults.add("column-missing", f"none of the columns {', '.join(_FIGURES)}")
    codes = [code for code in table.index if not isinstance(code, str)]
    if codes:
        faults.add("id-not-text", f"region codes that are not text: {some(codes)}")
    if not table.index.is_unique:
        faults.add("id-twice", f"duplicate regions {some(table.index[table.index.duplicated()])}")
    for name in table.columns:
        hold_numbers(table[name], name=f"counts: {name}")
    numbers = pd.DataFrame(table.apply(pd.to_numeric, errors="coerce").astype(np.float64))
    broken = (numbers.isna() & table.notna()) | (numbers < 0) | (numbers == math.inf)
    if broken.to_numpy().any():
        rows = some(table.index[broken.any(axis=1)])
        faults.add("negative-or-infinite", f"negative, infinite or not a number at {rows}")
    for low, high in (("lower", "count"), ("count", "upper"), ("lower", "upper")):
        if low in numbers.columns and high in numbers.columns:
            crossed = numbers.index[numbers[low] > numbers[high]]
            faults += (
                [Fault("bounds-crossed", f"{low} above {high} at {some(crossed)}")]
                if len(crossed)
                else []
            )
    if whole and list(numbers.columns) != ["count"]:
        faults.add(
            "bounds-not-whole",
            "bounds are shares and not whole: rounded one by one, a lower one may come out above "
            "its upper; leave whole=True out",
        )
    elif whole and (numbers["count"] != numbers["count"].round())[numbers["count"].notna()].any():
        faults.add(
            "not-whole-numbers", "counts that are not whole cannot be shared out in whole numbers"
        )
    if faults:
        raise InputError.of(faults, where="counts")
    return numbers


def _check_codes(table: pd.DataFrame, frame: gpd.GeoDataFrame) -> None:
    """Validate that counts and cells are of the same municipalities."""
    known = set(frame["region_code"])
    lost = [code for code, some_ in (table > 0).any(axis=1).items() if some_ and code not in known]
    if lost:
        raise InputError(
            "cells-missing",
            f"counts: no cell lies in {some(lost)}, so nothing there can hold the count; give "
            "cells of these municipalities too, or leave them out by name",
        )


def _weights(
    frame: gpd.GeoDataFrame,
    by: str | Path | RasterWeights | pd.Series | gpd.GeoDataFrame,
    *,
    within_m: float,
) -> tuple[Floats, list[Note]]:
    """Return a weight for each cell, NaN where it is not known, and the notes on them."""
    import geopandas as gpd
    import numpy as np
    import pandas as pd

    if isinstance(by, str) and by in _OWN:
        return _own_weights(frame, by), []
    if isinstance(by, str) and not Path(by).suffix:
        raise InputError(
            "choice-unknown",
            f"by: {by!r} is neither {' nor '.join(_OWN)} nor the name of a raster",
        )
    if isinstance(by, (str, Path, RasterWeights)):
        raster = by if isinstance(by, RasterWeights) else RasterWeights(by)
        return raster_weights(_outlines(frame), raster), []
    if isinstance(by, gpd.GeoDataFrame):
        return _point_weights(frame, by, within_m)
    if not isinstance(by, pd.Series):
        raise InputError(
            "choice-unknown",
            f"by: {type(by).__name__} is not known; give {', '.join(_OWN)}, a raster, points "
            "(GeoDataFrame) or weights by cell_id (Series)",
        )
    if not by.index.is_unique:
        raise InputError(
            "id-twice", f"by: duplicate cells {some(by.index[by.index.duplicated()])}"
        )
    weights = np.asarray(by.reindex(frame["cell_id"]), dtype=np.float64)
    return _not_negative(weights, frame, "by"), []


def _own_weights(frame: gpd.GeoDataFrame, by: str) -> Floats:
    """Weigh cells by their inhabitants or their area."""
    import numpy as np

    if by == "population":
        if "population" not in frame.columns:
            raise InputError(
                "column-missing", "cells: no column population; spread by something else"
            )
        return _not_negative(frame["population"].to_numpy(dtype=np.float64), frame, "population")
    return np.asarray(_outlines(frame).to_crs(_EQUAL_AREA_CRS).area, dtype=np.float64)


def _outlines(frame: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return the cells' outlines."""
    import geopandas as gpd

    if not isinstance(frame, gpd.GeoDataFrame) or frame.crs is None:
        raise InputError(
            "geometry-missing", "cells: no outlines with a CRS; give a GeoDataFrame, or another by"
        )
    outlines: gpd.GeoSeries = frame.geometry
    return outlines


def _not_negative(weights: Floats, frame: gpd.GeoDataFrame, where: str) -> Floats:
    """Raise on weights below zero or without a value."""
    import numpy as np

    wrong = (weights < 0) | np.isinf(weights)
    if wrong.any():
        rows = [
            f"{cell} ({value:g})"
            for cell, value in zip(frame.loc[wrong, "cell_id"], weights[wrong], strict=True)
        ]
        raise InputError(
            "negative-or-infinite", f"{where}: negative or infinite weights at {some(rows)}"
        )
    return weights


def _point_weights(
    frame: gpd.GeoDataFrame, points: gpd.GeoDataFrame, within_m: float
) -> tuple[Floats, list[Note]]:
    """Add up the points in each cell, and count those in none."""
    import geopandas as gpd
    import numpy as np
    import pandas as pd

    sound = points.geom_type == "Point"
    if points.crs is None or points.empty or not (sound & ~points.is_empty).all():
        raise InputError(
            "crs-missing", "points: none, without a CRS, or not all points; use set_crs(4326)"
        )
    if not np.isfinite(points.get_coordinates().to_numpy()).all():
        raise InputError(
            "coordinates-missing",
            "points: coordinates that are no numbers; leave these points out",
        )
    value = np.ones(len(points))
    if "weight" in points.columns:
        value = pd.to_numeric(points["weight"], errors="coerce").to_numpy(dtype=np.float64)
    wrong = np.flatnonzero(~((value >= 0) & (value < math.inf)))
    if len(wrong):
        raise InputError(
            "negative-or-infinite", f"points: no weight, or a negative one, in rows {some(wrong)}"
        )
    areas = gpd.GeoDataFrame(geometry=_outlines(frame).to_crs(_EQUAL_AREA_CRS))
    places = gpd.GeoDataFrame(geometry=points.geometry.to_crs(_EQUAL_AREA_CRS).to_numpy())
    places = places.set_crs(_EQUAL_AREA_CRS)
    pairs = gpd.sjoin_nearest(places, areas, max_distance=max(float(within_m), 1e-6))
    # a point on the line between two cells counts once, in the earlier one
    cell = pairs["index_right"].groupby(pairs.index).min()
    held = cell.index.to_numpy()
    weights = np.zeros(len(frame))
    np.add.at(weights, cell.to_numpy(), value[held])
    lost = len(points) - len(held)
    if not lost:
        return weights, []
    part = 1 - value[held].sum() / value.sum() if value.sum() > 0 else 0.0
    note = Note("spreading.points-outside", n=lost, of=len(points), percent=100 * float(part))
    return weights, [note]


def _usable(
    table: pd.DataFrame,
    frame: gpd.GeoDataFrame,
    weights: Floats,
    *,
    by: str,
    otherwise: str | None,
) -> tuple[Floats, list[Note]]:
    """Raise on municipalities that cannot be spread, or weigh them otherwise if told so."""
    import numpy as np
    import pandas as pd

    if otherwise is not None and otherwise not in _OWN:
        raise InputError("choice-unknown", f"otherwise: {otherwise!r}; choose {' or '.join(_OWN)}")
    code = frame["region_code"]
    notes: list[Note] = []
    absent = sorted(set(code) - set(table.index))
    if absent:
        notes.append(Note("spreading.untold", names=some(absent)))
    needed = code.isin(table.index[(table > 0).any(axis=1)])
    dark = pd.Series(np.isnan(weights)).groupby(code).any()
    sums = pd.Series(weights).groupby(code).sum(min_count=1)
    unknown = sorted(set(code[needed]) & set(dark.index[dark]))
    empty = sorted(set(code[needed]) & set(sums.index[~dark & ~(sums > 0)]))
    if not unknown and not empty:
        return np.nan_to_num(weights), notes
    fault = "; ".join(
        text
        for text, codes in (
            (f"{by} does not tell of all of {some(unknown)}", unknown),
            (f"{by} is 0 throughout {some(empty)}", empty),
        )
        if codes
    )
    if otherwise is None:
        raise InputError(
            "weights-incomplete",
            f"{fault}: give weights that cover them (nodata=0 where a raster leaves out what is "
            "empty), or otherwise='area' to spread these municipalities evenly",
        )
    rows = code.isin([*unknown, *empty]).to_numpy()
    result = np.nan_to_num(weights)
    result[rows] = _own_weights(frame, otherwise)[rows]
    left = pd.Series(result).groupby(code).sum()
    still = sorted(set(code[rows]) & set(left.index[~(left > 0)]))
    if still:
        raise InputError(
            "all-weights-zero", f"{fault}; {otherwise} is 0 in {some(still)} too: use area"
        )
    return result, notes + [
        Note(code, by=by, names=some(codes), otherwise=otherwise)
        for code, codes in (("spreading.in-part", unknown), ("spreading.empty", empty))
        if codes
    ]
