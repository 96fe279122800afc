"""Layers of shapes: GeoPackage, GeoParquet, GeoJSON and what else GDAL reads.

Exceptions of GDAL, GEOS, PROJ and Arrow come out as one ``FileError`` that names the file.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grensgeo.errors import FileError, GrensgeoError, GrensgeoWarning, InputError, some
from grensgeo.files.places import ending, need_ending, need_file
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

#: Layers that are written.
LAYERS = (".gpkg", ".parquet", ".geojson")
#: Layers that are read, of which pyarrow reads the first two and GDAL the others.
READ_LAYERS = (".parquet", ".geoparquet", ".gpkg", ".geojson", ".json", ".geojsonl", ".shp",
               ".zip", ".fgb", ".gml", ".kml")  # fmt: skip
#: Tables beside the layers of a GeoPackage in which QGIS keeps styles and projects.
_ASIDE = {"layer_styles", "qgis_projects"}


def read_layer(path: Path, *, layer: str | None = None) -> gpd.GeoDataFrame:
    """Read a layer of shapes.

    Parameters
    ----------
    path
        GPKG, GeoParquet, GeoJSON, a shapefile (or a zip of one), FlatGeobuf, GML or KML; its
        ending in capitals or not.
    layer
        Name of the layer, where there are several.

    Returns
    -------
    GeoDataFrame
        The layer; an index with a name has become a column.

    Raises
    ------
    FileError
        If it is missing or unreadable, or holds no shapes.
    InputError
        If its name has another ending, or it holds several layers and none is named.
    """
    need_ending(path, READ_LAYERS)
    if ending(path) not in {".parquet", ".geoparquet"}:
        return read_vector(path, layer=layer)
    import geopandas as gpd

    frame = read_parquet(path)
    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        raise FileError(
            "geometry-missing", f"{path}: cannot be read as GeoParquet (it holds no shapes)"
        )
    return frame


def read_parquet(path: Path) -> pd.DataFrame:
    """Read a Parquet file: a layer where its metadata are those of GeoParquet, else a table.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    DataFrame
        A GeoDataFrame where there are shapes. An index with a name has become a column.

    Raises
    ------
    FileError
        If it is missing, damaged, or says of itself what it is not.
    """
    import geopandas as gpd
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq
    import shapely
    from pyproj.exceptions import CRSError

    need_file(path)
    # Damaged metadata end in any of these inside pyarrow, pandas and geopandas.
    faults = (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError,
              pa.ArrowException, shapely.errors.ShapelyError, CRSError, RecursionError,
              NotImplementedError)  # fmt: skip
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            layer = b"geo" in (pq.read_schema(path).metadata or {})
            frame: pd.DataFrame = gpd.read_parquet(path) if layer else pd.read_parquet(path)
    except faults as error:
        raise FileError(
            "file-unreadable", f"{path}: cannot be read as parquet ({error or type(error)})"
        ) from None
    named = [name for name in frame.index.names if name and name not in frame.columns]
    return frame.reset_index(level=named) if named else frame


def read_vector(path: Path, *, layer: str | None = None) -> gpd.GeoDataFrame:
    """Read the only layer of a file in a format of GDAL, or the one that is named.

    Parameters
    ----------
    path
        GPKG, GeoJSON or the like.
    layer
        Name of the layer, where there are several.

    Returns
    -------
    GeoDataFrame
        The layer. Tables without shapes, such as the styles that QGIS saves, do not count.

    Raises
    ------
    FileError
        If it is missing or unreadable, or holds no shapes.
    InputError
        If it holds several layers and none is named, or not the one that is.

    Warns
    -----
    GrensgeoWarning
        With what GDAL says of shapes that it mended or left out.
    """
    import geopandas as gpd
    import pyogrio

    with gdal_translated(path):
        found = [(str(name), kind) for name, kind in pyogrio.list_layers(path)]
        frame = gpd.read_file(path, layer=_chosen(path, found, layer))
    if not isinstance(frame, gpd.GeoDataFrame):
        raise FileError("geometry-missing", f"{path}: holds a table without shapes")
    return frame


@contextmanager
def gdal_translated(path: Path) -> Iterator[None]:
    """Raise a ``FileError`` for what is raised while GDAL reads a file, with what it says.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    FileError
        If it is missing, or anything below cannot read it.

    Warns
    -----
    GrensgeoWarning
        With what GDAL says of shapes that it mended or left out.
    """
    import shapely
    from pyproj.exceptions import CRSError

    need_file(path)
    try:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            yield
    except (
        RuntimeError, OSError, ValueError, LookupError, TypeError, OverflowError, AttributeError,
        shapely.errors.ShapelyError, CRSError,
    ) as error:  # pyogrio's own are RuntimeErrors  # fmt: skip
        if isinstance(error, GrensgeoError):
            raise
        what = "; save it as UTF-8" if isinstance(error, UnicodeDecodeError) else ""
        # GDAL goes on about drivers behind a semicolon.
        reason = str(error).split(";", maxsplit=1)[0]
        raise FileError(
            "file-truncated", f"{path}: not readable, or cut short ({reason}){what}"
        ) from None
    told = dict.fromkeys(
        str(item.message) for item in said if issubclass(item.category, RuntimeWarning)
    )
    if told:
        note = Note("files.gdal-says", path=str(path), said=some(told, most=2))
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=4)


def _chosen(path: Path, found: list[tuple[str, str | None]], layer: str | None) -> str:
    """Name the layer that is meant."""
    names = [name for name, _ in found]
    if layer is not None and len(found) > 1:
        if layer not in names:
            raise InputError(
                "layer-unknown", f"{path}: no layer {layer!r}; there are {some(names)}"
            )
        return layer
    shapes = [name for name, kind in found if kind is not None and name not in _ASIDE]
    if len(shapes) > 1:
        raise InputError(
            "layer-not-named",
            f"{path}: {len(shapes)} layers ({some(shapes)}); name one with layer= (--layer on the "
            "command line)",
        )
    if not shapes:
        raise FileError("geometry-missing", f"{path}: holds no layer with shapes")
    return shapes[0]
