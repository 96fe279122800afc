"""Origins and destinations: read from a table or a file, validated, as points with text ids."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.countries import country_faults
from grensgeo.errors import Fault, Faults, FileError, InputError, some
from grensgeo.files import (
    READ_LAYERS,
    READ_TABLES,
    degrees,
    ending,
    need_file,
    read_csv,
    read_parquet,
    read_sheet,
    read_vector,
    whole_as_text,
)
from grensgeo.files.spoilt import doubt, letter_notes
from grensgeo.geodata.doubtful_places import (
    code_doubts,
    code_faults,
    country_doubts,
    lost_zeros,
    place_doubts,
)
from grensgeo.notes import Note

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

#: Columns (or names of the index) that carry ids, the first that is there counts.
ID_COLUMNS = ("id", "cell_id", "region_code")

#: Columns that carry coordinates, the first pair that is there counts.
LONLAT_COLUMNS = (("lon", "lat"), ("place_lon", "place_lat"))

#: So many places outside an area are no chance.
_FEW = 3

#: Other spellings of these columns, in small letters.
_ALIKE = {"lng": "lon", "long": "lon", "longitude": "lon", "latitude": "lat"}


def as_points(
    frame: pd.DataFrame | gpd.GeoSeries | tuple[float, float],
    *,
    where: str = "points",
    extent: gpd.GeoSeries | None = None,
) -> gpd.GeoDataFrame:
    """Convert a table of places to points with ids.

    Parameters
    ----------
    frame
        Places. Ids stand in the column or index named ``id``, ``cell_id`` or ``region_code``
        (the first that is there), or else in a text index. Coordinates are the points of a
        GeoDataFrame in any CRS, or else the columns ``lon`` and ``lat`` or ``place_lon`` and
        ``place_lat`` in degrees; for polygons such as cells the columns are what counts. The
        table is not changed. A GeoSeries with a text index does as well, and one point as
        ``(lon, lat)``.
    where
        What to call the table in errors.
    extent
        Polygons within which the points are expected, in any CRS, or one in degrees. It serves to
        tell swapped coordinates; points outside it are let through otherwise.

    Returns
    -------
    GeoDataFrame
        ``id`` (text, unique), ``country`` where the table has it, ``geometry`` (points,
        EPSG:4326); in the order of the table, numbered from 0.

    Raises
    ------
    InputError
        With every fault at once: no or duplicate or empty ids, ids that are not text, no CRS,
        coordinates that are missing, are not degrees, or are swapped.

    Examples
    --------
    >>> import pandas as pd
    >>> as_points(pd.DataFrame({"id": ["a"], "lon": [6.9], "lat": [52.2]})).geometry.iloc[0].x
    6.9
    """
    import geopandas as gpd

    found = point_columns(frame, where=where, extent=extent)
    columns = {name: found[name] for name in ("id", "country") if name in found}
    # all that schema.POINTS asks has been looked at
    geometry = gpd.points_from_xy(found["lon"], found["lat"])
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=4326)


def point_columns(
    frame: pd.DataFrame | gpd.GeoSeries | tuple[float, float],
    *,
    where: str = "points",
    extent: gpd.GeoSeries | BaseGeometry | None = None,
) -> dict[str, npt.NDArray[Any]]:
    """Convert a table of places to arrays, checked as by :func:`as_points`.

    Parameters
    ----------
    frame, where, extent
        As for :func:`as_points`.

    Returns
    -------
    dict
        ``id`` (text, unique), ``lon`` and ``lat`` (float64), ``country`` where the table has it.

    Raises
    ------
    InputError
        As :func:`as_points`.
    """
    import numpy as np
    import pandas as pd

    faults = Faults()
    frame = _as_table(frame, where)
    ids = _ids(frame, faults)
    lon, lat = _lonlat(frame, faults)
    if ids is None:
        names = np.arange(len(frame)).astype(str).astype(object)
    elif set(map(type, ids)) <= {str}:
        names = ids.copy()
    else:
        names = pd.Series(ids).astype(str).to_numpy(dtype=object)
    faults.extend(_coordinate_faults(lon, lat, names, extent=extent))
    if ids is not None:
        faults.extend(_id_faults(ids))
    if "country" in frame.columns and len(lon) == len(frame) and not faults:
        faults.extend(country_doubts(names, lon, lat, country=frame["country"], where=where)[0])
    if faults:
        raise InputError.of(faults, where=where)
    columns = {"id": names, "lon": lon, "lat": lat}
    if "country" in frame.columns:
        columns["country"] = frame["country"].to_numpy()
    return columns


def _as_table(places: object, where: str) -> pd.DataFrame:
    """Return a table of what is one, of a GeoSeries or of one point; raise on anything else."""
    import geopandas as gpd
    import pandas as pd

    if isinstance(places, pd.DataFrame):
        return places
    if isinstance(places, gpd.GeoSeries):
        shapes = places.to_numpy()
        table: pd.DataFrame = gpd.GeoDataFrame(geometry=shapes, index=places.index, crs=places.crs)
        return table
    if isinstance(places, tuple) and len(places) == 2:
        lon, lat = places
        if isinstance(lon, int | float) and isinstance(lat, int | float):
            return pd.DataFrame({"id": [f"{lon}, {lat}"], "lon": [lon], "lat": [lat]})
    raise InputError(
        "type-wrong",
        f"{where}: is a {type(places).__name__}; give a table with ids and points, or one point "
        "as (lon, lat)",
    )


def _ids(frame: pd.DataFrame, faults: Faults) -> npt.NDArray[np.object_] | None:
    """Find the ids of a table."""
    for name in ID_COLUMNS:
        if name in frame.columns:
            return frame[name].to_numpy(dtype=object)
        if frame.index.name == name:
            return frame.index.to_numpy(dtype=object)
    if len(frame) and all(isinstance(value, str) for value in frame.index):
        return frame.index.to_numpy(dtype=object)
    if len(frame):
        faults.add("id-missing", f"no ids; give a column {' or '.join(map(repr, ID_COLUMNS))}")
    return None


def _id_faults(values: npt.NDArray[np.object_]) -> list[Fault]:
    """List ids that are empty, not text or not unique."""
    import pandas as pd

    faults = Faults()
    unique = set(map(type, values)) == {str} and len(set(values)) == len(values)
    if unique and all(map(str.strip, values)):
        return []
    ids = pd.Series(values)
    missing = ids.isna() | (ids.astype(str).str.strip() == "")
    if missing.any():
        faults.add("id-missing", f"empty id in rows {some(ids.index[missing])}")
    text = isinstance(ids.dtype, pd.StringDtype)
    other = [] if text else [value for value in ids[~missing] if not isinstance(value, str)]
    if other:
        faults.add(
            "id-not-text",
            f"ids are {type(other[0]).__name__} ({some(other)}), not text; read them as text, "
            "so that 00 does not become 0",
        )
    twice = ids[~missing & ids.duplicated()]
    if len(twice):
        faults.add(
            "id-twice", f"duplicate id: {some(dict.fromkeys(twice))}; each place stands once"
        )
    return faults


def _lonlat(
    frame: pd.DataFrame, faults: Faults
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Find the coordinates of a table, in degrees; NaN where there are none."""
    import geopandas as gpd
    import numpy as np
    import pandas as pd
    import shapely

    nowhere = np.full(len(frame), np.nan)
    kinds = ""
    if isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None:
        geometry = frame.geometry
        missing = geometry.isna() | geometry.is_empty
        geometry = _single(geometry)
        kind = shapely.get_type_id(geometry.to_numpy())
        if (kind[~missing] == shapely.GeometryType.POINT).all():
            if geometry.crs is None:
                faults.add("crs-missing", "no CRS; set one, for instance with .set_crs(4326)")
                return np.zeros(0), np.zeros(0)
            if geometry.crs.to_epsg() != 4326:
                geometry = geometry.to_crs(4326)
            shapes = np.where(missing, None, geometry.to_numpy())
            return shapely.get_x(shapes), shapely.get_y(shapes)
        _, first = np.unique(kind[~missing], return_index=True)
        kinds = some(sorted(geometry[~missing].iloc[first].geom_type))
    for x, y in LONLAT_COLUMNS:
        if x not in frame.columns or y not in frame.columns:
            continue
        numbers = []
        for name in (x, y):
            given = frame[name]
            if isinstance(given.dtype, np.dtype) and given.dtype.kind in "fiu":
                numbers.append(given.to_numpy(dtype=float))
                continue
            column = pd.to_numeric(degrees(given), errors="coerce")
            text = frame.loc[column.isna() & given.notna(), name]
            if len(text):
                faults.add(
                    "not-a-number",
                    f"{name} is not a number: {some(map(repr, text))}; write degrees with a "
                    "decimal point, such as 6.8958",
                )
                column = pd.Series(0.0, index=frame.index).where(column.isna(), column)
            numbers.append(column.to_numpy(dtype=float))
        return numbers[0], numbers[1]
    if kinds:
        faults.add(
            "geometry-wrong-kind", f"geometry is {kinds}, not points; use .representative_point()"
        )
    else:
        faults.add(
            "coordinates-missing",
            "no coordinates; give columns 'lon' and 'lat' in degrees, or points",
        )
    return nowhere[:0], nowhere[:0]


def _single(geometry: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return MultiPoints of one part, as many programs save every point, as points."""
    import shapely

    shapes = geometry.to_numpy()
    multi = shapely.get_type_id(shapes) == shapely.GeometryType.MULTIPOINT.value
    single = multi & (shapely.get_num_geometries(shapes) == 1)
    if not single.any():
        return geometry
    plain = shapes.copy()
    plain[single] = shapely.get_geometry(shapes[single], 0)
    return geometry.__class__(plain, index=geometry.index, crs=geometry.crs)


def _coordinate_faults(
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
    names: npt.NDArray[np.object_],
    *,
    extent: gpd.GeoSeries | BaseGeometry | None,
) -> list[Fault]:
    """List points without coordinates, off the globe or with longitude and latitude swapped."""
    import numpy as np

    faults = Faults()
    names = names[: len(lon)]
    missing = ~(np.isfinite(lon) & np.isfinite(lat))
    if missing.any():
        faults.add("coordinates-missing", f"no coordinates for {some(names[missing])}")
    swapped = _swapped(lon, lat, extent=extent)
    if swapped.any():
        k = int(np.flatnonzero(swapped)[0])
        faults.add(
            "coordinates-swapped",
            f"longitude and latitude are swapped for {some(names[swapped])} "
            f"({lon[k]:.4f}, {lat[k]:.4f}): lon comes first, then lat",
        )
    off = ~missing & ~swapped & ((np.abs(lat) > 90) | (np.abs(lon) > 180))
    if off.any():
        k = int(np.flatnonzero(off)[0])
        faults.add(
            "coordinates-not-degrees",
            f"coordinates are not degrees for {some(names[off])} ({lon[k]:g}, {lat[k]:g}); "
            "declare the file's own CRS or reproject to EPSG:4326",
        )
    return faults


def _swapped(
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
    *,
    extent: gpd.GeoSeries | BaseGeometry | None,
) -> npt.NDArray[np.bool_]:
    """Find points that are in the extent, or on the globe, only once they are swapped."""
    import numpy as np
    import shapely

    impossible: npt.NDArray[np.bool_] = (np.abs(lat) > 90) & (np.abs(lat) <= 180)
    impossible &= np.abs(lon) <= 90
    if extent is None or len(lon) == 0:
        return impossible
    area = extent_polygon(extent)
    west, south, east, north = area.bounds
    swapped = (lat >= west) & (lat <= east) & (lon >= south) & (lon <= north)
    inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    result = swapped & ~inside
    if result.any():
        at = np.flatnonzero(result)
        result[at] = shapely.intersects_xy(area, lat[at], lon[at])
    return result | impossible


def extent_polygon(extent: gpd.GeoSeries | BaseGeometry) -> BaseGeometry:
    """Return the extent as one geometry in degrees, which it may be already.

    Raises
    ------
    InputError
        If it is no layer of polygons, or has no CRS.
    """
    from shapely.geometry.base import BaseGeometry

    if isinstance(extent, BaseGeometry):
        return extent
    if not hasattr(extent, "union_all"):
        raise InputError(
            "type-wrong",
            f"extent: give polygons, such as region.municipalities.geometry, not a "
            f"{type(extent).__name__}",
        )
    if extent.crs is None:
        raise InputError(
            "crs-missing", "extent: no CRS; set one, for instance with .set_crs(4326)"
        )
    area: BaseGeometry = extent.to_crs(4326).union_all()
    return area


def read_points(
    path: str | Path, *, extent: gpd.GeoSeries | None = None, layer: str | None = None
) -> gpd.GeoDataFrame:
    r"""Read origins or destinations from a file.

    Parameters
    ----------
    path
        A layer of points (GPKG, GeoParquet, GeoJSON, shapefile and others), or a table with
        ``id, lon, lat`` in degrees (CSV, see :func:`grensgeo.files.read_csv`, or a workbook);
        ``country`` is kept where it is there. Ids that are whole numbers become text.
    extent
        Polygons that the network or region covers, in any CRS. It serves to tell swapped or
        undeclared coordinates; single points outside it are let through and reported when they
        are snapped.
    layer
        Name of the layer or sheet, where the file has several.

    Returns
    -------
    GeoDataFrame
        ``id``, ``country`` where given, ``geometry`` (points, EPSG:4326), in the file's order.

    Raises
    ------
    FileError
        If the file is missing, unreadable or of a kind that is not known.
    InputError
        If it is empty or holds what cannot be true; see :func:`as_points`.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "places.csv"
    ...     _ = file.write_text("id,lon,lat\n007,6.9,52.2\n")
    ...     list(read_points(file)["id"])
    ['007']
    """
    path = Path(path)
    kind = ending(path)
    need_file(path)
    if kind not in {*READ_LAYERS, *READ_TABLES}:
        raise FileError(
            "file-kind-unknown",
            f"{path}: {kind or 'a name without ending'} is not known; give .gpkg, .parquet, "
            ".geojson or .csv",
        )
    undeclared = False
    if kind in {".parquet", ".geoparquet"}:
        frame = read_parquet(path)
    elif kind in READ_LAYERS:
        frame = read_vector(path, layer=layer)
        undeclared = kind in {".geojson", ".json"} and not declares_crs(path)
    else:
        frame = _read_table(path, layer)
    if len(frame) == 0:
        raise InputError("table-empty", f"{path}: the file holds no points")
    frame = _known_names(frame)
    for name in ID_COLUMNS:
        if name in frame.columns:
            frame[name] = whole_as_text(frame[name])
    if "region_code" in frame.columns:
        faults = lost_zeros(frame["region_code"], frame.get("country"))
        if faults:
            raise InputError.of(faults, where=str(path))
    if undeclared:
        _check_undeclared(frame, path, extent=extent)
    points = as_points(frame, where=str(path), extent=extent)
    hold_read_points(points, where=str(path), extent=extent)
    if kind in READ_LAYERS and "name" in frame.columns:
        doubt(letter_notes("\n".join(map(str, frame["name"].dropna())), path))
    return points


def hold_read_points(
    points: gpd.GeoDataFrame, *, where: str, extent: gpd.GeoSeries | None = None
) -> None:
    """Validate the ids, countries and places of points that were read from a file.

    Parameters
    ----------
    points
        As :func:`as_points` gives them.
    where
        What to call the file.
    extent
        As for :func:`as_points`.

    Raises
    ------
    InputError
        For labels of countries that are none or contradict the code that an id is, and codes
        that a spreadsheet rounded.

    Warns
    -----
    GrensgeoWarning
        Of codes that seem to have lost a zero, of places that all lie at one point or outside the
        country that they name, and where none of several lies in the extent.
    """
    ids = points["id"].tolist()
    faults = code_faults(ids)
    if "country" in points.columns:
        faults += country_faults(ids, points["country"], empty=True)
    if faults:
        raise InputError.of(faults, where=where)
    lon, lat = points.geometry.x.to_numpy(), points.geometry.y.to_numpy()
    notes = [*code_doubts(ids, where=where), *place_doubts(lon, lat, where=where)]
    if "country" in points.columns:
        notes += country_doubts(ids, lon, lat, country=points["country"], where=where)[1]
    if extent is not None and len(lon) >= _FEW:
        west, south, east, north = extent_polygon(extent).bounds
        if not ((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)).any():
            at = {"lon": f"{lon[0]:.4g}", "lat": f"{lat[0]:.4g}"}
            notes.append(Note("doubts.outside-extent", where=where, n=len(lon), **at))
    doubt(notes, stacklevel=4)


def _read_table(path: Path, layer: str | None) -> pd.DataFrame:
    """Read fields as text; numbers are looked at where they are known to be numbers."""
    frame = read_sheet(path, layer=layer) if ending(path) == ".xlsx" else read_csv(path)
    frame = _known_names(frame)
    missing = [name for name in ("id", "lon", "lat") if name not in frame.columns]
    if missing and not any(name in frame.columns for name in ID_COLUMNS):
        raise InputError(
            "column-missing",
            f"{path}: no column {', '.join(map(repr, missing))}; found "
            f"{some(map(repr, frame.columns))}; the header is id,lon,lat",
        )
    return frame


def _known_names(frame: pd.DataFrame) -> pd.DataFrame:
    """Rename columns that are written otherwise: ``ID``, ``Lon``, ``longitude``."""
    pairs = [name for pair in LONLAT_COLUMNS for name in pair]
    known = {*ID_COLUMNS, *pairs, "country"}
    names: dict[object, str] = {}
    for name in frame.columns:
        plain = str(name).strip().lower()
        meant = _ALIKE.get(plain, plain)
        if meant in known and meant not in frame.columns and meant not in names.values():
            names[name] = meant
    return frame.rename(columns=names)


def declares_crs(path: Path) -> bool:
    """Return whether a GeoJSON file names a CRS; the format's standard is degrees, WGS84."""
    import json

    try:
        with path.open(encoding="utf-8-sig") as file:
            data = json.load(file)
    except (
        ValueError,
        RecursionError,
    ):  # GDAL reads more than JSON: features line by line, a text cut at its end
        return False
    return isinstance(data, dict) and bool(data.get("crs"))


def _check_undeclared(
    frame: gpd.GeoDataFrame, path: Path, *, extent: gpd.GeoSeries | None
) -> None:
    """Raise on a GeoJSON without CRS whose coordinates cannot be degrees, which it means.

    Source: RFC 7946, section 4: coordinates are WGS84 longitude and latitude.
    """
    import numpy as np
    import shapely

    lonlat = shapely.get_coordinates(frame.geometry)
    if len(lonlat) == 0:
        return
    x, y = lonlat.T
    remedy = "write it again in EPSG:4326, or as GPKG with its CRS"
    if ((np.abs(x) > 180) | (np.abs(y) > 180)).any():
        raise InputError(
            "crs-missing",
            f"{path}: declares no CRS, and its coordinates ({x[0]:g}, {y[0]:g}) are not degrees; "
            f"{remedy}",
        )
    if extent is not None and not _swapped(x, y, extent=extent).any():
        area = extent_polygon(extent)
        if not shapely.intersects_xy(area, x, y).any():
            raise InputError(
                "crs-missing",
                f"{path}: declares no CRS, and all its {len(frame)} points, the first at "
                f"({x[0]:g}, {y[0]:g}), lie outside the region "
                f"({', '.join(f'{v:.2f}' for v in area.bounds)}); {remedy}",
            )
