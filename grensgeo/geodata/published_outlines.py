"""Outlines of municipalities and other units, as publishers bring them out."""

from __future__ import annotations

import fnmatch
import zipfile
from typing import TYPE_CHECKING

from grensgeo.errors import FileError, InputError, some
from grensgeo.files import gdal_translated, need_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd

#: What the columns of outlines are called here.
_NAMES = {"code": "region_code", "name": "name", "country": "country", "nuts3": "nuts3",
          "population": "population"}  # fmt: skip


def read_published_outlines(
    path: Path,
    columns: Mapping[str, str],
    *,
    country: str = "",
    called: str = "",
    layer: str = "",
    land: str = "",
) -> gpd.GeoDataFrame:
    """Read the outlines of units, each once, whatever the publisher calls its columns.

    Parameters
    ----------
    path
        A vector file, or an archive with a GeoPackage in it.
    columns
        Names of columns by what they hold: ``code`` is needed, ``name``, ``country``, ``nuts3``,
        ``population`` and ``land`` may be; capitals do not count.
    country
        ISO 3166 code of the units; only its units where there is a column of countries.
    called
        How that column calls it, if otherwise.
    layer
        Layer of the file; the only one if empty.
    land
        Value of the column ``land`` in rows that are land: others, of water and coast, bear the
        same code and inhabitants again.

    Returns
    -------
    GeoDataFrame
        ``region_code`` (text), ``name``, ``country``, and ``nuts3`` and ``population`` where the
        publisher has them; EPSG:4326, in order of code.

    Raises
    ------
    FileError
        If the file is missing or cannot be read.
    InputError
        If a column or the layer is missing, or no row is left.
    """
    import geopandas as gpd
    import pyogrio

    need_file(path)
    place = _place(path)
    with gdal_translated(path):
        layers = [str(name) for name, _ in pyogrio.list_layers(place)]
        chosen = _layer(layers, layer, path)
        info = pyogrio.read_info(place, layer=chosen)
        fields = _fields([str(name) for name in info["fields"]], columns, path)
        where = None
        if country and "country" in fields:
            where = f"\"{fields['country']}\" = '{called or country}'"
        frame = pyogrio.read_dataframe(
            place, layer=chosen, columns=list(dict.fromkeys(fields.values())), where=where
        )
    if "land" in fields and land:
        frame = frame[frame[fields["land"]].map(_plain) == land]
    if frame.empty:
        of = f" of {country}" if country else ""
        raise InputError("table-empty", f"{path}: no outlines{of}; look at the columns")
    frame = frame.to_crs(4326) if frame.crs is not None else frame.set_crs(4326)
    kept = {new: frame[fields[old]] for old, new in _NAMES.items() if old in fields}
    table = gpd.GeoDataFrame(kept, geometry=frame.geometry.make_valid(), crs=4326)
    table["region_code"] = table["region_code"].map(_plain)
    if country or "country" not in table:
        table["country"] = country
    return _once(table)


def _once(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Unite the parts of a unit that stand in rows of their own; figures are never added."""
    if table["region_code"].duplicated().any():
        rest = [name for name in table.columns if name not in ("region_code", "geometry")]
        others = dict.fromkeys(rest, "first")
        if "population" in table:
            others["population"] = "max"
        table = table.dissolve(by="region_code", aggfunc=others, as_index=False)
    return table.sort_values("region_code", ignore_index=True)


def _place(path: Path) -> str:
    """Return how GDAL names a file, or the GeoPackage in an archive."""
    if not zipfile.is_zipfile(path):
        return str(path)
    with zipfile.ZipFile(path) as archive:
        names = fnmatch.filter(archive.namelist(), "*.gpkg")
    if not names:
        raise FileError("file-of-other-content", f"{path}: no GeoPackage in the archive")
    return f"/vsizip/{path}/{names[0]}"


def _layer(layers: list[str], wanted: str, path: Path) -> str:
    """Return the layer that is meant."""
    if wanted:
        same = [name for name in layers if name.lower() == wanted.lower()]
        if same:
            return same[0]
    if len(layers) == 1:
        return layers[0]
    said = f"no layer {wanted}" if wanted else "several layers"
    raise InputError("layer-not-named", f"{path}: {said}; there are {some(layers)}; name one")


def _fields(names: list[str], columns: Mapping[str, str], path: Path) -> dict[str, str]:
    """Return the publisher's columns by what they hold; whatever their capitals."""
    known = {name.lower(): name for name in names}
    found = {key: known[name.lower()] for key, name in columns.items() if name.lower() in known}
    missing = [columns[key] for key in ("code", "land") if key in columns and key not in found]
    if "code" not in columns or missing:
        raise InputError(
            "column-missing",
            f"{path}: no column {some(missing) or 'of codes is named'}; found "
            f"{some(names, most=12)}; name them with columns = {{ code = ... }}",
        )
    return found


def _plain(value: object) -> str:
    """Return a code or a number as plain text."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
