"""Layers in one GeoPackage, each with the style in which QGIS opens it.

QGIS takes the style of a layer from the table ``layer_styles`` of the file: a row for each style,
found by the name of the layer and its geometry column, with the default marked. Source: QGIS,
``QgsOgrProvider`` and ``QgsOgrUtils`` (style tables of GeoPackage), as the column names there are.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo.errors import FileError
from grensgeo.files.places import beside, need_ending, need_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import geopandas as gpd

#: The moment that every file bears, so that the same layers give the same bytes.
_MOMENT = "1980-01-01T00:00:00.000Z"
_GEOMETRY = "geom"
_STYLES = """CREATE TABLE layer_styles (
id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
update_time DATETIME DEFAULT CURRENT_TIMESTAMP)"""


@dataclass(frozen=True, eq=False)
class StyledLayer:
    """A layer of a GeoPackage.

    Attributes
    ----------
    name
        Of the table: letters, digits and underscores.
    frame
        Its features, in EPSG:4326, in the order in which they are drawn.
    title, description
        What it is called, and what it shows.
    qml, sld
        Its style, as QGIS and as others read it; none if empty.
    columns
        What each column holds, by name.
    """

    name: str
    frame: gpd.GeoDataFrame = field(repr=False)
    title: str
    description: str = ""
    qml: str = field(default="", repr=False)
    sld: str = field(default="", repr=False)
    columns: Mapping[str, str] = field(default_factory=dict, repr=False)


def write_geopackage(layers: Sequence[StyledLayer], path: Path) -> None:
    """Write layers into one GeoPackage, with their styles; the same layers give the same bytes.

    Parameters
    ----------
    layers
        The layers; what has no features is left out.
    path
        ``.gpkg``.

    Raises
    ------
    InputError
        If the name ends otherwise.
    FileError
        If it cannot be written.
    """
    need_ending(path, (".gpkg",))
    need_place(path)
    full = [layer for layer in layers if len(layer.frame)]
    with beside(path) as folder:
        part = folder / path.name
        try:
            for layer in full:
                layer.frame.to_file(
                    part, driver="GPKG", layer=layer.name, engine="pyogrio",
                    layer_options={
                        "GEOMETRY_NAME": _GEOMETRY, "IDENTIFIER": layer.title,
                        "DESCRIPTION": layer.description,
                    },
                )  # fmt: skip
            with closing(sqlite3.connect(part)) as file:
                _add_styles(file, full)
                file.execute("VACUUM")
        except (RuntimeError, ValueError, sqlite3.Error) as error:  # pyogrio's: a full disk too
            raise FileError(
                "file-not-writable",
                f"{path}: cannot be written ({str(error).split(';', maxsplit=1)[0]}); choose "
                "another place",
            ) from None
        part.replace(path)


def _add_styles(file: sqlite3.Connection, layers: Sequence[StyledLayer]) -> None:
    """Add the styles, say what columns hold, and give all one moment."""
    with file:
        file.execute(_STYLES)
        file.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, "
            "last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)",
            (_MOMENT,),
        )
        for layer in layers:
            if layer.qml:
                file.execute(
                    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
                    "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, "
                    "owner, ui, update_time) VALUES ('', '', ?, ?, ?, ?, ?, 1, ?, '', NULL, ?)",
                    (layer.name, _GEOMETRY, layer.name, layer.qml, layer.sld, layer.description,
                     _MOMENT),
                )  # fmt: skip
        file.execute(
            "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name "
            "TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, "
            "constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
            "CONSTRAINT gdc_tn UNIQUE (table_name, name))"
        )
        rows = [
            (layer.name, column, column, said)
            for layer in layers
            for column, said in layer.columns.items()
            if column in layer.frame.columns
        ]
        file.executemany(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, description) "
            "VALUES (?, ?, ?, ?)",
            rows,
        )
        file.executemany(
            "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, "
            "scope) VALUES (?, NULL, 'gpkg_schema', "
            "'http://www.geopackage.org/spec121/#extension_schema', 'read-write')",
            [("gpkg_data_columns",)],
        )
        file.execute("UPDATE gpkg_contents SET last_change = ?", (_MOMENT,))
