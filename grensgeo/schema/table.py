"""What a table is: columns with dtypes, units and what null means, and how it is checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from grensgeo.counts import kind_fault
from grensgeo.errors import Fault, Faults, InputError, some

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

Kind = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True)
class Column:
    """One column of a public table.

    Attributes
    ----------
    name
        Name, ending in its unit where it has one.
    kind
        ``string``, ``integer``, ``number`` or ``boolean``.
    meaning
        One sentence.
    unit
        Unit as written on maps, empty for counts and names.
    null
        What a missing value means; empty where none is allowed.
    required
        False where the column may be left out altogether.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    null: str = ""
    required: bool = True


@dataclass(frozen=True)
class Table:
    """One public table.

    Attributes
    ----------
    name
        Name in errors and documentation.
    columns
        The columns in order; other columns are let through untouched.
    key
        Columns that name a row uniquely.
    geometry
        Geometry types that are allowed; empty for a table without geometry.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    geometry: tuple[str, ...] = ()

    def check(self, frame: pd.DataFrame, *, where: str = "") -> pd.DataFrame:
        """Validate a frame against the declaration.

        Parameters
        ----------
        frame
            The table; it is not changed.
        where
            File or argument to name in the error.

        Returns
        -------
        DataFrame
            A copy whose columns have the declared dtypes (``str``, ``int64``, ``float64``,
            ``bool``; nullable ``Int64`` / ``boolean`` where null is allowed), in the same order
            of rows.

        Raises
        ------
        InputError
            With every fault at once: missing columns, nulls where none are allowed, values of
            another kind, duplicate keys, empty or invalid geometry, no CRS.
        """
        import pandas as pd

        faults = Faults()
        result = frame.copy()
        for column in self.columns:
            if column.name not in result.columns:
                if column.required:
                    faults.add("column-missing", f"column {column.name!r} is missing")
                continue
            try:
                result[column.name] = _convert(result[column.name], column)
            except InputError as error:
                faults.extend(error.faults)
            except (ValueError, TypeError) as error:
                faults.add("type-wrong", str(error))
        if all(name in result.columns for name in self.key) and self.key:
            twice = result.duplicated(list(self.key), keep="first")
            if twice.any():
                rows = result.loc[twice, list(self.key)].itertuples(index=False)
                values = [" ".join(str(v) for v in row) for row in rows]
                faults.add("id-twice", f"duplicate {'/'.join(self.key)}: {some(values)}")
        if self.geometry:
            faults.extend(_geometry_faults(result, self.geometry))
        if faults:
            prefix = f"{where}: " if where else ""
            raise InputError.of(faults, where=f"{prefix}{self.name}")
        if not self.geometry:
            return pd.DataFrame(result)
        return result

    def describe(self) -> str:
        """Return the declaration as a Markdown table."""
        lines = ["| column | kind | unit | meaning | missing |", "|---|---|---|---|---|"]
        lines += [
            f"| `{c.name}` | {c.kind} | {c.unit or '-'} | {c.meaning} | {c.null or 'never'} |"
            for c in self.columns
        ]
        return "\n".join(lines) + "\n"


def _convert(series: pd.Series, column: Column) -> pd.Series:
    """Return the series in its declared dtype, or say which values do not fit."""
    import pandas as pd

    missing = series.isna()
    if missing.any() and not column.null:
        rows = some(series.index[missing])
        raise InputError("value-missing", f"column {column.name!r} is empty in rows {rows}")
    if column.kind == "string":
        if isinstance(series.dtype, pd.StringDtype):
            return series
        text = [v for v in series[~missing] if not isinstance(v, str)]
        if text:
            raise InputError(
                "id-not-text",
                f"column {column.name!r} holds {type(text[0]).__name__} values ({some(text)}); "
                "read it as text, so that 00 does not become 0",
            )
        return series
    if column.kind == "boolean":
        wrong = [v for v in series[~missing] if v not in (True, False)]
        if wrong:
            raise InputError(
                "type-wrong", f"column {column.name!r} holds {some(wrong)}, not true or false"
            )
        return series.astype("boolean" if missing.any() else "bool")
    other = kind_fault(series[~missing])
    if other:
        raise InputError("not-a-number", f"column {column.name!r} holds {other}, not numbers")
    numbers = pd.to_numeric(series, errors="coerce")
    wrong = series[numbers.isna() & ~missing].tolist()
    if wrong:
        raise InputError(
            "not-a-number", f"column {column.name!r} holds {some(wrong)}, not numbers"
        )
    infinite = numbers.abs() == float("inf")
    if infinite.any():
        raise InputError(
            "negative-or-infinite",
            f"column {column.name!r} is infinite in rows {some(series.index[infinite])}",
        )
    if column.kind == "integer":
        parts = numbers[~missing]
        broken = parts[parts != parts.round()]
        if len(broken):
            raise InputError(
                "not-whole-numbers",
                f"column {column.name!r} holds {some(broken)}, not whole numbers",
            )
        return numbers.astype("Int64" if missing.any() else "int64")
    return numbers.astype("float64")


def _geometry_faults(frame: pd.DataFrame, allowed: tuple[str, ...]) -> list[Fault]:
    """List what is wrong with the geometry column."""
    import geopandas as gpd

    if not isinstance(frame, gpd.GeoDataFrame):
        return [Fault("geometry-missing", "no geometry; give a GeoDataFrame")]
    geo: gpd.GeoDataFrame = frame
    faults = Faults()
    if geo.crs is None:
        faults.add("crs-missing", "no CRS; set one, for instance with .set_crs(4326)")
    empty = geo.geometry.isna() | geo.geometry.is_empty
    if empty.any():
        faults.add("geometry-empty", f"empty geometry in rows {some(geo.index[empty])}")
    kinds = geo.geometry[~empty].geom_type
    other = kinds[~kinds.isin(allowed)]
    if len(other):
        faults.add(
            "geometry-wrong-kind",
            f"geometry {some(sorted(set(other)))}, expected {' or '.join(allowed)}",
        )
    invalid = ~empty & ~geo.geometry.is_valid
    if invalid.any():
        faults.add(
            "geometry-invalid",
            f"invalid geometry in rows {some(geo.index[invalid])}; use make_valid()",
        )
    return faults


#: WGS84 in so many words: what PROJ writes for EPSG:4326 depends on which libraries a process has
#: loaded before, and files must not.
_WGS84 = {
    "type": "GeographicCRS",
    "name": "WGS 84",
    "datum": {
        "type": "GeodeticReferenceFrame",
        "name": "World Geodetic System 1984",
        "ellipsoid": {
            "name": "WGS 84",
            "semi_major_axis": 6378137,
            "inverse_flattening": 298.257223563,
        },
    },
    "coordinate_system": {
        "subtype": "ellipsoidal",
        "axis": [
            {
                "name": "Geodetic latitude",
                "abbreviation": "Lat",
                "direction": "north",
                "unit": "degree",
            },
            {
                "name": "Geodetic longitude",
                "abbreviation": "Lon",
                "direction": "east",
                "unit": "degree",
            },
        ],
    },
    "id": {"authority": "EPSG", "code": 4326},
}


def write_parquet(frame: pd.DataFrame, path: Path) -> None:
    """Write a table without its index, the same bytes each time.

    Parameters
    ----------
    frame
        A table, or a layer in EPSG:4326.
    path
        File to write.

    Raises
    ------
    InputError
        If a layer has another CRS.
    """
    import geopandas as gpd
    import pyproj

    plain = frame.reset_index(drop=True)
    plain.attrs = {}  # what a frame carries along, pandas would write into the file's metadata
    if isinstance(plain, gpd.GeoDataFrame):
        if plain.crs is None or plain.crs != "EPSG:4326":
            raise InputError(
                "crs-wrong", f"{path}: the layer is not in EPSG:4326; use to_crs(4326)"
            )
        crs = pyproj.CRS.from_json_dict(_WGS84)
        plain = plain.set_crs(crs, allow_override=True)
    plain.to_parquet(path, index=False, compression="zstd")


AREA = ("Polygon", "MultiPolygon")

COUNTRY = Column("country", "string", "Country of the place, by ISO 3166")

ID = Column("id", "string", "Id of the place, as text")
