"""What lies beneath a map's figures: roads, railways, waters, built-up land, nature, places.

A base map is a folder of its own (``features.parquet`` and ``manifest.json``), so that it can be
made anew without the region beside which it lies, and says where it comes from.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import schema
from grensgeo.errors import Faults, FileError, InputError, some
from grensgeo.files import beside, need_place, read_layer
from grensgeo.provenance import Provenance, read_json, write_json

if TYPE_CHECKING:
    import geopandas as gpd

#: Layers from below, and whether they are areas, lines or points.
LAYERS = {
    "nature": "area",
    "built_up": "area",
    "water": "area",
    "waterway": "line",
    "rail": "line",
    "road": "line",
    "station": "point",
    "place": "point",
    "postcode": "point",
}
#: Ranks of roads by their class in OpenStreetMap.
ROAD_RANKS = {"motorway": 1, "trunk": 2, "primary": 2, "secondary": 3, "tertiary": 4}
#: Ranks of places by their kind in OpenStreetMap.
PLACE_RANKS = {
    "city": 1, "town": 2, "village": 3, "suburb": 4, "hamlet": 4, "quarter": 4,
}  # fmt: skip

#: Version of the folder's layout, written in its manifest.
_FORMAT = 1
_KIND = "base map"
_FEATURES, _MANIFEST = "features.parquet", "manifest.json"
_SHAPES = {
    "area": {"Polygon", "MultiPolygon"},
    "line": {"LineString", "MultiLineString"},
    "point": {"Point"},
}


@dataclass(frozen=True, eq=False)
class BaseMap:
    """What a map shows beneath its figures.

    Attributes
    ----------
    features
        GeoDataFrame (:data:`grensgeo.schema.BASE_MAP`, EPSG:4326).
    provenance
        Where it comes from; maps name it beside the sources of their figures.

    Raises
    ------
    InputError
        If the table does not hold to its schema, a layer is not known, or holds shapes of
        another kind.
    """

    features: gpd.GeoDataFrame
    provenance: Provenance = field(default_factory=Provenance)

    def __post_init__(self) -> None:
        """Check the table."""
        import geopandas as gpd

        table = gpd.GeoDataFrame(schema.BASE_MAP.check(self.features, where=_KIND))
        faults = Faults()
        unknown = sorted(set(table["layer"]) - set(LAYERS))
        if unknown:
            faults.add(
                "choice-unknown", f"unknown layer {some(unknown)}; there are {', '.join(LAYERS)}"
            )
        for layer, shape in LAYERS.items():
            kinds = set(table.geometry[table["layer"] == layer].geom_type) - _SHAPES[shape]
            if kinds:
                faults.add(
                    "geometry-wrong-kind",
                    f"{layer} holds {some(sorted(kinds))}; it is of {shape}s",
                )
        if faults:
            raise InputError.of(faults, where=_KIND)
        object.__setattr__(self, "features", table.to_crs(4326).reset_index(drop=True))

    def save(self, path: str | Path) -> None:
        """Write it as a folder that :func:`read_base_map` reads, the same bytes each time.

        Parameters
        ----------
        path
            Folder; it is made where absent.

        Raises
        ------
        FileError
            If the path is a file or cannot be written.
        """
        target = Path(path)
        need_place(target, folder=True)
        with beside(target) as folder:
            schema.write_parquet(self.features, folder / _FEATURES)
            manifest = {
                "format": _FORMAT,
                "kind": _KIND,
                "files": {_FEATURES: _checksum(folder / _FEATURES)},
                "provenance": self.provenance.to_dict(),
            }
            write_json(manifest, folder / _MANIFEST)
            target.mkdir(exist_ok=True)
            for name in (_FEATURES, _MANIFEST):
                (folder / name).replace(target / name)


def read_base_map(path: str | Path) -> BaseMap:
    """Read a base map from its folder.

    Parameters
    ----------
    path
        Folder that :meth:`BaseMap.save` wrote.

    Returns
    -------
    BaseMap
        As it was saved.

    Raises
    ------
    FileError
        If the folder is missing, is no base map, or a file is not the one that its manifest names.
    """
    folder = Path(path)
    if not (folder / _MANIFEST).exists():
        raise FileError(
            "folder-missing", f"{folder}: no base map; it is a folder with {_MANIFEST}"
        )
    manifest = read_json(folder / _MANIFEST)
    if manifest.get("kind") != _KIND or manifest.get("format") != _FORMAT:
        raise FileError(
            "file-of-other-content",
            f"{folder}: is no base map: {_MANIFEST} says kind {manifest.get('kind')!r}, format "
            f"{manifest.get('format')!r}; this version reads kind {_KIND!r}, format {_FORMAT}",
        )
    file = folder / _FEATURES
    wanted = manifest.get("files", {}).get(_FEATURES)
    if not file.is_file() or _checksum(file) != wanted:
        raise FileError(
            "file-changed",
            f"{file}: is not what {_MANIFEST} says (checksum); it was changed or cut off: make "
            "the base map again",
        )
    return BaseMap(read_layer(file), Provenance.from_dict(manifest["provenance"]))


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
