"""Figures of a file of one's own: by code of a unit, at points or of areas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from grensgeo.counts import read_numbers
from grensgeo.errors import Faults, InputError, some
from grensgeo.files import READ_LAYERS, ending, need_file, open_table, read_csv, read_layer
from grensgeo.files.doubtful_counts import sentinels_among, totals_among
from grensgeo.files.spoilt import doubt, letter_notes
from grensgeo.geodata.doubtful_places import code_doubts, code_faults, levels_doubts, place_doubts
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.spec import TableSpec

#: Names of columns that are looked for where the region's file names none.
_USUAL = {
    "code": ("code", "region_code"),
    "count": ("count",),
    "lon": ("lon",),
    "lat": ("lat",),
    "id": ("id",),
}
#: What rows may tell of their counts, where the region's file names the column.
ABOUT = ("published", "published_concept", "conversion", "date", "source", "lower", "upper")
_NUMBERS = ("published", "lower", "upper")
#: A day, month, quarter or year, as a reference date is written.
_PERIOD: Final = re.compile(r"(\d{4})(?:-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
#: Rows of one file that are farther apart than this hardly belong together.
_YEARS_APART: Final = 5


@dataclass(frozen=True, eq=False)
class OwnFigures:
    """What a file of one's own holds.

    Attributes
    ----------
    path
        The file.
    count
        How many, float64 by row; NaN where nothing is known.
    code
        Code of the unit of each row, or None.
    shapes
        Points or polygons of the rows (EPSG:3035), or None.
    counted
        Whether there is a column of counts; each row counts one without.
    about
        What rows tell of their counts, by the names of :data:`ABOUT`: only what the region's file
        names a column for.
    """

    path: Path
    count: pd.Series
    code: pd.Series | None
    shapes: gpd.GeoSeries | None
    counted: bool = True
    about: Mapping[str, pd.Series] = field(default_factory=dict)

    @property
    def at_points(self) -> bool:
        """Whether each row is a point."""
        return self.shapes is not None and bool((self.shapes.geom_type == "Point").all())

    def places(self) -> gpd.GeoSeries:
        """Return the points or polygons of the rows; raise if there are none."""
        if self.shapes is None:
            raise InputError(
                "column-missing",
                f"{self.path}: no places; name columns = {{ lon = ..., lat = ... }}, or give a "
                "layer",
            )
        return self.shapes


def read_own_figures(table: TableSpec) -> OwnFigures:
    """Read figures of a file of one's own.

    Parameters
    ----------
    table
        Which file, and what its columns are called.

    Returns
    -------
    OwnFigures
        Its rows; those at places without a column of counts count one each.

    Raises
    ------
    FileError
        If the file is missing or unreadable.
    InputError
        If columns are missing, counts are negative or no numbers, or places have no CRS.
    """
    import geopandas as gpd
    import numpy as np
    import pandas as pd

    path = table.file
    if path is None:
        raise InputError("key-missing", f"[[{table.role}]]: file is missing")
    need_file(path)
    shapes = None
    frame: pd.DataFrame
    if ending(path) in READ_LAYERS and ending(path) != ".parquet":
        layer = read_layer(path, layer=table.layer)
        if layer.crs is None:
            raise InputError("crs-missing", f"{path}: no CRS; set one in the file")
        shapes, frame = layer.geometry.to_crs(3035), layer
    elif ending(path) in {".csv", ".csv.gz", ".tsv", ".txt"}:
        frame = read_csv(path)  # all of it text: codes keep their zeros
    else:
        frame = open_table(path, layer=table.layer)
    if frame.empty:
        raise InputError("table-empty", f"{path}: no rows")
    code = _column(frame, table, "code")
    lon, lat = _column(frame, table, "lon"), _column(frame, table, "lat")
    if shapes is None and lon is not None and lat is not None:
        x, y = _numbers(lon, path), _numbers(lat, path)
        bad = ~((x.abs() <= 180) & (y.abs() <= 90))
        if bad.any():
            raise InputError(
                "coordinates-not-degrees",
                f"{path}: rows {some(frame.index[bad])} have no degrees in {lon.name}, {lat.name}",
            )
        doubt(place_doubts(x.to_numpy(), y.to_numpy(), where=str(path)))
        shapes = gpd.GeoSeries(gpd.points_from_xy(x, y), crs=4326).to_crs(3035)
    given = _column(frame, table, "count")
    if given is None and shapes is None:
        raise _missing(frame, table, "count")
    count = pd.Series(1.0, index=frame.index) if given is None else _counts(given, path)
    wrong = (count < 0) | np.isinf(count)
    if wrong.any():
        raise InputError(
            "negative-or-infinite", f"{path}: counts below zero in rows {some(frame.index[wrong])}"
        )
    if shapes is None and code is None:
        raise _missing(frame, table, "code")
    _hold_codes(code if shapes is None else None, count, path)
    if "name" in frame.columns and ending(path) in READ_LAYERS:
        doubt(letter_notes("\n".join(map(str, frame["name"].dropna())), path))
    return OwnFigures(
        path,
        count.reset_index(drop=True),
        None if code is None else code.astype(str).str.strip().reset_index(drop=True),
        None if shapes is None else shapes.reset_index(drop=True),
        given is not None,
        _about(frame, table, count),
    )


def _counts(given: pd.Series, path: Path) -> pd.Series:
    """Return counts as numbers; raise on those that may be thousands, or are none."""
    if given.dtype.kind in "biufc":
        return _numbers(given, path)
    count, faults = read_numbers(given, name=str(given.name))
    if faults:
        raise InputError.of(faults, where=str(path))
    return count


def _hold_codes(code: pd.Series | None, count: pd.Series, path: Path) -> None:
    """Raise on codes that a spreadsheet spoilt and totals among parts; warn where doubtful."""
    if code is None:
        return
    codes = code.astype(str).str.strip()
    faults = code_faults(codes)
    by_code = count.set_axis(codes)
    totals, notes = totals_among(by_code, name="count")
    faults += totals
    if faults:
        raise InputError.of(faults, where=str(path))
    where = str(path)
    notes += [*code_doubts(codes, where=where), *levels_doubts(codes, where=where),
              *sentinels_among(by_code, name="count", where=where)]  # fmt: skip
    doubt(notes, stacklevel=4)


def _date_faults(dates: pd.Series, path: Path | None) -> Faults:
    """List dates that are none, as a spreadsheet's own count; warn where they lie apart."""
    faults = Faults()
    told = dates[dates.notna() & (dates != "")]
    wrong, years = [], []
    for value in dict.fromkeys(told):
        found = _PERIOD.fullmatch(str(value))
        try:
            if found and len(str(value)) == 10:
                date.fromisoformat(str(value))
        except ValueError:
            found = None
        if found is None:
            wrong.append(value)
        else:
            years.append(int(found[1]))
    if wrong:
        faults.add(
            "date-wrong",
            f"{dates.name}: {some(map(repr, wrong))}; write 2022, 2022-Q1, 2022-05 or 2022-05-15",
        )
    elif years and max(years) - min(years) > _YEARS_APART:
        first, last = str(min(told)), str(max(told))
        doubt([Note("doubts.dates-apart", where=str(path), first=first, last=last)], stacklevel=4)
    return faults


def _about(frame: pd.DataFrame, table: TableSpec, count: pd.Series) -> dict[str, pd.Series]:
    """Return what rows tell of their counts; raise on bounds that these cross."""
    told: dict[str, pd.Series] = {}
    for name in ABOUT:
        column = _column(frame, table, name) if name in table.columns else None
        if column is None:
            continue
        numbers = name in _NUMBERS
        values = _numbers(column, table.file) if numbers else column.str.strip()
        told[name] = values.reset_index(drop=True)
    faults = _date_faults(told["date"].rename("date"), table.file) if "date" in told else Faults()
    for name, over in (("lower", False), ("upper", True)):
        if name in told:
            bound, number = told[name], count.reset_index(drop=True)
            wrong = (number > bound) if over else (number < bound)
            if wrong.any():
                rows = some(frame.index[wrong.to_numpy()])
                faults.add(
                    "bounds-crossed", f"count {'above' if over else 'below'} {name}: {rows}"
                )
    if faults:
        raise InputError.of(faults, where=str(table.file))
    return told


def _column(frame: pd.DataFrame, table: TableSpec, key: str) -> pd.Series | None:
    """Return a column by what it holds; None where it is not there and was not named."""
    named = table.columns.get(key)
    known = {str(name).lower(): name for name in frame.columns}
    for name in (named,) if named else _USUAL.get(key, ()):
        if name.lower() in known:
            column: pd.Series = frame[known[name.lower()]]
            return column
    if named:
        raise _missing(frame, table, key)
    return None


def _missing(frame: pd.DataFrame, table: TableSpec, key: str) -> InputError:
    """Return the error of a column that is not there."""
    named = table.columns.get(key)
    names = [name for name in frame.columns if name != "geometry"]
    return InputError(
        "column-missing",
        f"{table.file}: no column {named or key!r}; found {some(names, most=12)}; name it in "
        f"[[{table.role}]] columns = {{ {key} = ... }}",
    )


def _numbers(values: pd.Series, path: Path | None) -> pd.Series:
    """Return a column as numbers, NaN where it is empty."""
    import pandas as pd

    filled = values.notna() & (values.astype(str).str.strip() != "")
    numbers = pd.to_numeric(values.where(filled), errors="coerce").astype("float64")
    wrong = values[filled & numbers.isna()]
    if len(wrong):
        raise InputError(
            "not-a-number", f"{path}: column {values.name!r} holds {some(map(str, wrong))}"
        )
    return numbers
