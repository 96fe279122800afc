"""Plain files of a feed: CSV, Parquet, a GeoPackage, the same bytes each time."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from grensgeo.errors import FileError
from grensgeo.files.formulas import marked
from grensgeo.files.tables import at_one_moment
from grensgeo.schema.table import write_parquet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.schema import Table

#: Digits that are written: a figure is the same to a part in 10^12 on every machine.
_DIGITS = 12


def csv_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Write a table as CSV: UTF-8, comma, line feed; what is missing is empty.

    Parameters
    ----------
    frame
        The table.
    table
        Its declaration, which names the columns and their order.

    Returns
    -------
    bytes
        Texts that a spreadsheet would run are marked; numbers have twelve digits.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    columns = texts_of(frame, [column.name for column in table.columns], written)
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8")


def texts_of(
    frame: pd.DataFrame, names: Iterable[str], told: Callable[[object], str]
) -> list[list[str]]:
    """Return columns as text; what is missing is empty.

    Parameters
    ----------
    frame, names
        The table, and which of its columns.
    told
        Writes a value that is there.
    """
    return [
        [
            "" if gone else told(value)
            for value, gone in zip(frame[name].tolist(), frame[name].isna().tolist(), strict=True)
        ]
        for name in names
    ]


def digits(value: float) -> str:
    """Return a figure as it is written everywhere; zero has no sign."""
    return f"{value + 0.0:.{_DIGITS}g}"


def written(value: object) -> str:
    """Return a value that is known as a CSV file holds it.

    Examples
    --------
    >>> written(0.1 + 0.2), written(123500.0), written("=1+1"), written(True)
    ('0.3', '123500', "'=1+1", 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return digits(value)
    return marked(str(value))


def typed(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return a table in the types of its declaration, numbers with the digits that are written."""
    import pandas as pd

    kinds = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "bool"}
    columns = {}
    for column in table.columns:
        values = frame[column.name]
        if column.kind == "number":
            values = values.astype("float64").map(lambda v: float(f"{v:.{_DIGITS}g}"))
        columns[column.name] = values.astype(kinds[column.kind])  # type: ignore[call-overload]
    return pd.DataFrame(columns)


def write_plain_parquet(frame: pd.DataFrame, table: Table, path: Path) -> None:
    """Write a table as Parquet with the types of its declaration."""
    write_parquet(typed(frame, table), path)


def write_outlines(geometry: gpd.GeoDataFrame, folder: Path) -> list[str]:
    """Write outlines as a GeoPackage and as GeoParquet with the box of each, in spatial order.

    Parameters
    ----------
    geometry
        ``region_code, region_level, name, geometry``.
    folder
        Where ``geometry.gpkg`` and ``geometry.parquet`` go.

    Returns
    -------
    list
        Names of the files.
    """
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

    plain = geometry.reset_index(drop=True)
    try:
        with at_one_moment():
            pyogrio.write_dataframe(
                plain, folder / "geometry.gpkg", layer="regions", driver="GPKG"
            )
    except (DataSourceError, DataLayerError, FeatureError) as error:
        raise FileError(
            "file-not-writable",
            f"{folder / 'geometry.gpkg'}: cannot be written ({error}); make room, or choose "
            "another place",
        ) from None
    in_space = plain.iloc[plain.hilbert_distance().sort_values(kind="stable").index]
    in_space.reset_index(drop=True).to_parquet(
        folder / "geometry.parquet",
        index=False,
        compression="zstd",
        write_covering_bbox=True,
        schema_version="1.1.0",
    )
    return ["geometry.gpkg", "geometry.parquet"]
