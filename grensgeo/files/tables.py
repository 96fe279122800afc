"""Tables that a user names, read with ids as text and written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import FileError, InputError, some
from grensgeo.files.delimited import read_csv
from grensgeo.files.places import beside, need_ending, need_file, need_place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

TABLES = (".parquet", ".csv")

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
#: Columns that are text even where every value looks like a number: 00 is not 0.
_TEXT = ("id", "from_id", "to_id", "region_code", "country", "opportunity", "mode", "scenario",
         "name", "reason")  # fmt: skip


def read_table(
    path: Path, *, needs: Sequence[str], what: str, numbers: Sequence[str] = ()
) -> pd.DataFrame:
    """Read a table; ids, codes and names stay text.

    Parameters
    ----------
    path
        Parquet or CSV.
    needs
        Columns that must be there.
    what
        What the table is, for errors.
    numbers
        Columns that must hold numbers, where they are there.

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

    need_ending(path, TABLES)
    need_file(path)
    if path.suffix == ".parquet":
        try:
            frame = pd.read_parquet(path)
        except (OSError, ValueError) as error:  # pyarrow's errors are children of these two
            raise FileError(f"{path}: cannot be read as parquet ({error})") from None
    else:
        frame = read_csv(path, text=_TEXT)
    missing = [name for name in needs if name not in frame.columns]
    if missing:
        raise InputError(
            f"{path}: not {what}: no column {', '.join(map(repr, missing))}; found "
            f"{some(map(repr, frame.columns), most=12)}"
        )
    for name in numbers:
        if name in frame.columns and not pd.api.types.is_numeric_dtype(frame[name]):
            read = pd.to_numeric(frame[name], errors="coerce")
            text = frame.loc[read.isna() & frame[name].notna(), name]
            if len(text):
                raise InputError(
                    f"{path}: {name} is not a number: {some(map(repr, text))}; write decimals "
                    "with a point, and nothing where it is not known"
                )
    return frame


def write_table(frame: pd.DataFrame, path: Path) -> None:
    """Write a table or a layer, whole or not at all; the ending of its name says in which format.

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
    with beside(path) as folder:
        part = folder / path.name
        if isinstance(frame, gpd.GeoDataFrame) and path.suffix in _DRIVERS:
            frame.to_file(part, driver=_DRIVERS[path.suffix])
        elif path.suffix == ".parquet":
            frame.to_parquet(part, index=False)
        else:
            frame.to_csv(part, index=False)
        part.replace(path)
