"""Tables that a user names, read with ids as text and written whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from grensgeo.errors import FileError, InputError, some
from grensgeo.files.delimited import read_csv
from grensgeo.files.formulas import mark_table, without_noise
from grensgeo.files.layers import read_parquet
from grensgeo.files.places import beside, ending, need_ending, need_file, need_place
from grensgeo.files.workbooks import read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pandas as pd

#: Tables that are written.
TABLES = (".parquet", ".csv")
#: Tables that are read.
READ_TABLES = (".parquet", ".geoparquet", ".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".xlsx")

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
#: GDAL's option for the moment that it notes in a layer.
_NOW = "OGR_CURRENT_DATE"
#: Columns that are text even where every value looks like a number: 00 is not 0.
TEXT = ("id", "from_id", "to_id", "region_code", "country", "opportunity", "mode", "scenario",
        "name", "reason", "cell_id", "grid_id", "id_a", "id_b", "nuts3")  # fmt: skip


def read_table(
    path: Path,
    *,
    needs: Sequence[str],
    what: str,
    numbers: Sequence[str] = (),
    layer: str | None = None,
) -> pd.DataFrame:
    """Read a table; ids, codes and names stay text.

    Parameters
    ----------
    path
        Parquet, CSV (see :func:`grensgeo.files.read_csv`) or a workbook of Excel.
    needs
        Columns that must be there.
    what
        What the table is, for errors.
    numbers
        Columns that must hold numbers, where they are there.
    layer
        Name of the sheet, where a workbook has several.

    Returns
    -------
    DataFrame
        The table.

    Raises
    ------
    FileError
        If it is missing or unreadable.
    InputError
        If its name has another ending, a column is missing or holds text instead of numbers.
    """
    import pandas as pd

    frame = open_table(path, layer=layer)
    frame = _spelt(frame, (*needs, *numbers))
    need_columns(frame, needs, path=path, what=what)
    for name in numbers:
        if name in frame.columns and not pd.api.types.is_numeric_dtype(frame[name]):
            read = pd.to_numeric(frame[name], errors="coerce")
            text = frame.loc[read.isna() & frame[name].notna(), name]
            if len(text):
                raise InputError(
                    "not-a-number",
                    f"{path}: {name} is not a number: {some(map(repr, text))}; write decimals "
                    "with a point, and nothing where it is not known",
                )
            frame[name] = read
    return frame


def need_columns(frame: pd.DataFrame, needs: Sequence[str], *, path: Path, what: str) -> None:
    """Raise unless a file has the columns of what it is taken for.

    Parameters
    ----------
    frame
        The rows.
    needs
        Columns that must be there.
    path
        The file, for errors.
    what
        What it is taken for, such as ``"table 85481NED of CBS"``.

    Raises
    ------
    InputError
        If a column is missing.
    """
    missing = [name for name in needs if name not in frame.columns]
    if missing:
        raise InputError(
            "column-missing",
            f"{path}: not {what}: no column {', '.join(map(repr, missing))}; found "
            f"{some(map(repr, frame.columns), most=12)}",
        )


def open_table(path: Path, *, layer: str | None = None) -> pd.DataFrame:
    """Read a table whatever its columns are; those of :data:`TEXT` are text.

    Parameters
    ----------
    path
        Parquet, CSV or a workbook of Excel; or a folder of parts, such as
        ``part-00000.parquet``.
    layer
        Name of the sheet, where a workbook has several.

    Returns
    -------
    DataFrame
        The table; an index with a name has become a column.

    Raises
    ------
    FileError
        If it is missing or unreadable.
    InputError
        If its name has another ending, or it is no table.
    """
    parts = sorted(path.glob("part-*.parquet")) if path.is_dir() else []
    if not parts:
        need_ending(path, READ_TABLES)
        need_file(path)
    if parts:
        import pandas as pd

        frame = pd.concat([read_parquet(part) for part in parts], ignore_index=True)
    elif ending(path) in {".parquet", ".geoparquet"}:
        frame = read_parquet(path)
    elif ending(path) == ".xlsx":
        frame = read_sheet(path, layer=layer)
    else:
        frame = read_csv(path, text=TEXT)
    frame = _spelt(frame, TEXT)
    return frame.assign(
        **{str(name): whole_as_text(frame[name]) for name in TEXT if name in frame.columns}
    )


def _spelt(frame: pd.DataFrame, known: Sequence[str]) -> pd.DataFrame:
    """Rename columns that are known ones but for capitals, as ``Id``, where there is just one."""
    fresh = {}
    for name in set(known) - set(frame.columns):
        alike = [column for column in frame.columns if str(column).strip().lower() == name]
        if len(alike) == 1:
            fresh[alike[0]] = name
    return frame.rename(columns=fresh) if fresh else frame


def whole_as_text(column: pd.Series) -> pd.Series:
    """Return ids that are whole numbers as text; anything else as it is.

    Parameters
    ----------
    column
        Ids, of any kind.

    Returns
    -------
    Series
        ``12`` and ``12.0`` have become ``"12"``; zeros in front were lost before.
    """
    import numpy as np
    import pandas as pd

    if column.dtype == bool or not pd.api.types.is_numeric_dtype(column):
        return column
    known = column.notna()
    values = column[known].to_numpy(dtype="float64")
    # beyond 2**53 a float is no whole number any more, and an id would be another one
    sure = np.abs(values) < 2**53
    if column.dtype.kind == "f" and not (sure.all() and (values % 1 == 0).all()):
        return column
    text = pd.Series([None] * len(column), index=column.index, dtype=object)
    text[known] = [str(int(value)) for value in column[known]]
    return text


@contextmanager
def at_one_moment() -> Iterator[None]:
    """Build layers as of one moment: GDAL notes when, and no bytes would ever come again."""
    import pyogrio

    before = pyogrio.get_gdal_config_option(_NOW)
    pyogrio.set_gdal_config_options({_NOW: "2000-01-01T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({_NOW: before})


def write_table(frame: pd.DataFrame, path: Path) -> None:
    """Write a table or a layer, whole or not at all; the ending of its name says in which format.

    The same content gives the same bytes.

    In CSV a text that a spreadsheet would run as a formula has an apostrophe before it, which the
    readers here take away again; times of single precision are written without noise.

    Parameters
    ----------
    frame
        The table, or the layer.
    path
        ``.parquet`` or ``.csv``; for a layer also ``.gpkg`` or ``.geojson``.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    import geopandas as gpd

    need_place(path)
    kind = ending(path)
    plain = frame.copy(deep=False)
    plain.attrs = {}  # what a frame carries along, pandas would write into the file's metadata
    with beside(path) as folder:
        part = folder / path.name
        if isinstance(plain, gpd.GeoDataFrame) and kind in _DRIVERS:
            try:
                with at_one_moment():
                    plain.to_file(part, driver=_DRIVERS[kind])
            except (RuntimeError, ValueError) as error:  # pyogrio's: a full disk is one too
                raise FileError(
                    "file-not-writable",
                    f"{path}: cannot be written ({str(error).split(';', maxsplit=1)[0]}); choose "
                    "another place",
                ) from None
        elif kind == ".parquet":
            plain.to_parquet(part, index=False)
        else:
            without_noise(mark_table(plain)).to_csv(part, index=False)
        part.replace(path)
