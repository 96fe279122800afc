"""Outlines of municipalities and other units, as publishers bring them out."""

from __future__ import annotations

import fnmatch
import zipfile
from typing import TYPE_CHECKING

from grensgeo.errors import Faults, FileError, InputError, some
from grensgeo.files import gdal_translated, need_file
from grensgeo.files.doubtful_counts import sentinels_among
from grensgeo.files.spoilt import doubt, letter_notes
from grensgeo.geodata.doubtful_places import country_doubts, lost_zeros, outside_all
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd

#: What an outline that crosses itself becomes once it is made valid.
_MADE_VALID = ("GeometryCollection",)
#: Degrees of longitude, with those of countries that lie on both sides of the date line.
_TURN = 360
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
    import numpy as np
    import pyogrio
    import shapely

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
    try:
        with np.errstate(all="ignore"):  # places beyond all bounds are refused below
            shapes = frame.geometry.make_valid()
    except shapely.errors.GEOSException as error:
        raise InputError(
            "geometry-invalid", f"{path}: outlines that are none ({error}); fetch the file again"
        ) from None
    table = gpd.GeoDataFrame(kept, geometry=shapes, crs=4326)
    table = _with_codes(table, path)
    if country or "country" not in table:
        table["country"] = country
    _hold_outlines(table, path)
    return _once(table)


def _with_codes(table: gpd.GeoDataFrame, path: Path) -> gpd.GeoDataFrame:
    """Return the rows that have a code, codes as text; figures below zero stand for none."""
    without = table["region_code"].isna() | (table["region_code"].astype(str).str.strip() == "")
    if without.all():
        raise InputError("id-missing", f"{path}: no outline has a code; look at the columns")
    where = path.name
    if without.any():
        doubt(
            [Note("doubts.outlines-without-code", where=where, n=int(without.sum()))], stacklevel=4
        )
        table = table[~without].reset_index(drop=True)
    table["region_code"] = table["region_code"].map(_plain)
    people = table.get("population")
    if people is not None and people.dtype.kind in "iuf":
        below = people < 0
        if below.any():
            listed = some(table.loc[below, "region_code"])
            value = f"{people[below].iloc[0]:g}"
            note = Note("doubts.people-below-zero", where=where, value=value, listed=listed)
            doubt([note], stacklevel=4)
            table["population"] = people.where(~below)
        by_code = table.set_index("region_code")["population"].astype("float64")
        doubt(sentinels_among(by_code, name="population", where=where), stacklevel=4)
    return table


def _hold_outlines(table: gpd.GeoDataFrame, path: Path) -> None:
    """Raise on outlines that cannot be, and warn of names and places that are doubtful."""
    import shapely

    shapes, codes = table.geometry.to_numpy(), table["region_code"]
    faults = Faults()
    kinds = sorted(set(table.geom_type.dropna()) - {"Polygon", "MultiPolygon", *_MADE_VALID})
    if kinds:
        faults.add("geometry-wrong-kind", f"geometry {some(kinds)}, expected polygons")
    without = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    if without.any():
        faults.add("geometry-empty", f"no outline of {some(codes[without])}; leave the row out")
    west, south, east, north = shapely.total_bounds(shapes)
    if not (-_TURN <= west <= east <= _TURN and -90 <= south <= north <= 90):
        faults.add(
            "coordinates-not-degrees",
            f"coordinates ({west:g}, {south:g}) to ({east:g}, {north:g}) are not degrees; declare "
            "the CRS of the file",
        )
    faults.extend(lost_zeros(codes, table["country"]))
    same = codes[table.geometry.to_wkb().duplicated(keep=False)]
    if same.nunique() > 1:
        faults.add("outlines-overlap", f"one outline is that of several codes: {some(same)}")
    if faults:
        raise InputError.of(faults, where=str(path))
    inside = shapely.point_on_surface(shapes)
    lon, lat = shapely.get_x(inside), shapely.get_y(inside)
    found, _ = country_doubts(
        codes.to_numpy(), lon, lat, country=table["country"], where=path.name
    )
    if found:
        raise InputError.of(found, where=str(path))
    notes = outside_all(codes.to_numpy(), lon, lat, country=table["country"], where=path.name)
    if "name" in table:
        notes += letter_notes("\n".join(map(str, table["name"].dropna())), path.name)
        called = table.groupby("region_code")["name"].nunique()
        if (called > 1).any():
            listed = some(called.index[called > 1])
            notes.append(Note("doubts.code-of-two-names", where=path.name, listed=listed))
    doubt(notes, stacklevel=4)


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
