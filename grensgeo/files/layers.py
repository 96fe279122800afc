"""Layers of shapes: GeoPackage, GeoParquet, GeoJSON and what else GDAL reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import FileError, InputError, some
from grensgeo.files.places import need_ending, need_file

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd

LAYERS = (".gpkg", ".parquet", ".geojson")


def read_layer(path: Path) -> gpd.GeoDataFrame:
    """Read a layer of shapes.

    Parameters
    ----------
    path
        GPKG, GeoParquet or GeoJSON.

    Returns
    -------
    GeoDataFrame
        The layer.

    Raises
    ------
    FileError
        If it is missing or unreadable, or holds no shapes.
    InputError
        If its name has another ending, or it holds several layers.
    """
    import geopandas as gpd

    need_ending(path, LAYERS)
    if path.suffix != ".parquet":
        return read_vector(path)
    need_file(path)
    try:
        return gpd.read_parquet(path)
    except (OSError, ValueError) as error:  # pyarrow's errors are children of these two
        raise FileError(f"{path}: cannot be read as GeoParquet ({error})") from None


def read_vector(path: Path) -> gpd.GeoDataFrame:
    """Read the only layer of a file in a format of GDAL.

    Parameters
    ----------
    path
        GPKG, GeoJSON or the like.

    Returns
    -------
    GeoDataFrame
        The layer.

    Raises
    ------
    FileError
        If it is missing or unreadable, or holds no shapes.
    InputError
        If it holds several layers.
    """
    import geopandas as gpd
    import pyogrio

    need_file(path)
    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
        frame = gpd.read_file(path, layer=layers[0]) if len(layers) == 1 else None
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, OSError) as error:
        # GDAL goes on about drivers behind a semicolon.
        raise FileError(
            f"{path}: not readable, or cut short ({str(error).split(';', maxsplit=1)[0]})"
        ) from None
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: not readable ({error}); save it as UTF-8") from None
    if frame is None:
        raise InputError(f"{path}: {len(layers)} layers ({some(layers)}); keep only one")
    if not isinstance(frame, gpd.GeoDataFrame):
        raise FileError(f"{path}: holds a table without shapes")
    return frame
