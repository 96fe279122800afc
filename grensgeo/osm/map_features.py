"""What a map shows beneath its figures, out of OpenStreetMap extracts.

Roads with their numbers, railways and stations, waters, built-up land, nature and places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from grensgeo.errors import FileError, InputError
from grensgeo.geodata.base_features import PLACE_RANKS, ROAD_RANKS
from grensgeo.osm.extract_files import Extract, find_faults, reporting
from grensgeo.osm.postcodes import read_postcodes
from grensgeo.planes import utm_epsg_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

#: Tags of areas: layer and rank.
_AREAS = {
    ("natural", "water"): ("water", 1),
    ("waterway", "riverbank"): ("water", 1),
    ("landuse", "residential"): ("built_up", 1),
    ("landuse", "commercial"): ("built_up", 1),
    ("landuse", "retail"): ("built_up", 1),
    ("landuse", "industrial"): ("built_up", 1),
    ("boundary", "national_park"): ("nature", 1),
    ("leisure", "nature_reserve"): ("nature", 1),
    ("landuse", "forest"): ("nature", 2),
    ("natural", "wood"): ("nature", 2),
    ("natural", "heath"): ("nature", 2),
}
_WATERWAYS = {"river": 1, "canal": 2}
#: A river in one of these passes under the land.
_UNDERGROUND = ("yes", "culvert", "flooded", "building_passage")
_STATIONS = ("station", "halt")
_POINTS = ("station", "place", "postcode")
#: Tracks of a line that trains of every kind run on; of others a branch.
_MAIN_LINE = "main"
#: Numbers of a road that a shield has room for.
_MOST_NUMBERS = 2
#: Areas of one kind with no more between them than this are drawn as one, metres: streets part
#: the blocks of a town.
_BETWEEN_M = 40.0
#: Corners that are nearer than this to the line without them are left out, metres.
_THIN_M = 10.0
#: An area smaller than a square of this side is drawn at no zoom, metres.
_SMALLEST_M = 60.0
_DEGREE_M = 111_195.0
_COLUMNS = ["layer", "rank", "name", "population", "geometry"]


@dataclass(frozen=True, eq=False)
class _Feature:
    """One element that is drawn."""

    layer: str
    rank: int
    name: str
    population: int | None
    shape: BaseGeometry

    def row(self) -> tuple[str, int, str, int | None, BaseGeometry]:
        """Return it as a row of the table."""
        return self.layer, self.rank, self.name, self.population, self.shape


def read_map_features(
    paths: str | Path | Sequence[str | Path], *, extent: BaseGeometry | None = None
) -> gpd.GeoDataFrame:
    """Read what a map shows beneath its figures out of OpenStreetMap extracts.

    Roads are those of the classes motorway to tertiary with their ``ref``, railways those without
    ``service``, waterways rivers and canals; areas are ``natural=water``, ``landuse`` of towns,
    and woods, heaths, reserves and national parks, drawn as one where no more than a street parts
    them; places are ``place=*`` with a name; postcodes those of ``addr:postcode``
    (:func:`grensgeo.osm.postcodes.read_postcodes`).

    Parameters
    ----------
    paths
        Extracts, as :func:`grensgeo.build_network` takes them; they may overlap.
    extent
        What lies outside its box is left out.

    Returns
    -------
    GeoDataFrame
        schema.BASE_MAP, EPSG:4326; empty where an extract holds nothing of it.

    Raises
    ------
    FileError
        If an extract is missing, truncated or not OpenStreetMap data.
    InputError
        If no file is given.

    Examples
    --------
    >>> features = read_map_features("muensterland.osm.pbf")  # doctest: +SKIP
    """
    import geopandas as gpd
    import pandas as pd
    import shapely

    given = [paths] if isinstance(paths, str | Path) else list(paths)
    extracts = [Extract.of(path) for path in given]
    if not extracts:
        raise InputError("none-given", "no OSM file is given; name at least one extract")
    faults = find_faults(extracts)
    if faults:
        raise FileError.of(faults)
    found = {key: feature for file in extracts for key, feature in _features(file)}
    features = [found[key] for key in sorted(found)]
    features += [
        _Feature("postcode", 1, code, None, shapely.Point(at))
        for code, at in read_postcodes(extracts).items()
    ]
    if extent is not None:
        view = shapely.box(*extent.bounds)
        features = [one for one in features if view.intersects(one.shape)]
    rows = [one.row() for one in features if one.layer in _POINTS]
    rows += [one.row() for one in _joined(features)]
    rows += [one.row() for one in _united(features)]
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    frame["rank"] = frame["rank"].astype("int64")
    frame["population"] = frame["population"].astype("Int64")
    table = gpd.GeoDataFrame(frame, geometry="geometry", crs=4326)
    return table.astype({"layer": "str", "name": "str"})


def _features(file: Extract) -> Iterator[tuple[tuple[str, int], _Feature]]:
    """Yield what is drawn, with its kind and number in OpenStreetMap."""
    import osmium
    import shapely

    wkb = osmium.geom.WKBFactory()
    areas = osmium.filter.TagFilter(*_AREAS)
    wanted = osmium.filter.TagFilter(
        *_AREAS,
        *(("highway", name) for name in ROAD_RANKS),
        *(("waterway", name) for name in _WATERWAYS),
        *(("place", name) for name in PLACE_RANKS),
        *(("railway", name) for name in ("rail", *_STATIONS)),
    )
    draw: dict[str, Callable[[Any], bytes | str]] = {
        "n": wkb.create_point, "w": wkb.create_linestring, "a": wkb.create_multipolygon,
    }  # fmt: skip
    with reporting(file):
        # a first pass over the relations finds the areas that several ways draw
        elements = (
            osmium.FileProcessor(file.file).with_locations().with_areas(areas).with_filter(wanted)
        )
        for element in cast("Iterable[Any]", elements):
            if element.is_relation() or not element.visible:
                continue
            kind = element.type_str()
            tags = {tag.k: tag.v for tag in element.tags}
            told = {"n": _of_node, "w": _of_way, "a": _of_area}[kind](tags)
            if told is None:
                continue
            layer, rank, name = told
            try:
                shape = shapely.from_wkb(draw[kind](element), on_invalid="ignore")
            except (osmium.InvalidLocationError, RuntimeError):
                continue  # a corner that the extract does not hold, or fewer than two of them
            if shape is None or shape.is_empty:
                continue
            people = _people(tags) if layer == "place" else None
            yield (kind, element.id), _Feature(layer, rank, name, people, shape)


def _of_node(tags: Mapping[str, str]) -> tuple[str, int, str] | None:
    """Return layer, rank and name of a point."""
    name = tags.get("name", "").replace("\n", " ").strip()
    if not name:
        return None
    if tags.get("railway") in _STATIONS:
        return "station", 1, name
    if tags.get("place") in PLACE_RANKS:
        return "place", PLACE_RANKS[tags["place"]], name
    return None


def _of_way(tags: Mapping[str, str]) -> tuple[str, int, str] | None:
    """Return layer, rank and name of a line."""
    if tags.get("highway") in ROAD_RANKS:
        return "road", ROAD_RANKS[tags["highway"]], road_numbers(tags.get("ref", ""))
    if tags.get("railway") == "rail":
        return None if "service" in tags else ("rail", 2 - (tags.get("usage") == _MAIN_LINE), "")
    if tags.get("waterway") in _WATERWAYS and tags.get("tunnel") not in _UNDERGROUND:
        return "waterway", _WATERWAYS[tags["waterway"]], tags.get("name", "").replace("\n", " ")
    return None


def _of_area(tags: Mapping[str, str]) -> tuple[str, int, str] | None:
    """Return layer, rank and name of an area."""
    found = [_AREAS[pair] for pair in tags.items() if pair in _AREAS]
    return (*min(found, key=lambda one: one[1]), "") if found else None


def road_numbers(ref: str) -> str:
    """Return the numbers of a road as a shield has them.

    Parameters
    ----------
    ref
        OpenStreetMap's ``ref``: numbers that semicolons part.

    Examples
    --------
    >>> road_numbers("A 31;E 37"), road_numbers("N35"), road_numbers("")
    ('A31/E37', 'N35', '')
    """
    numbers = [re.sub(r"\s+", "", one) for one in ref.split(";")]
    return "/".join([one for one in dict.fromkeys(numbers) if one][:_MOST_NUMBERS])


def _people(tags: Mapping[str, str]) -> int | None:
    """Return the inhabitants of a place, where they are told in figures."""
    said = tags.get("population", "").replace(" ", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _joined(features: Sequence[_Feature]) -> Iterator[_Feature]:
    """Yield lines of one kind and name as few long ones."""
    import shapely

    lines: dict[tuple[str, int, str], list[BaseGeometry]] = {}
    for one in features:
        if one.shape.geom_type == "LineString":
            lines.setdefault((one.layer, one.rank, one.name), []).append(one.shape)
    for (layer, rank, name), shapes in lines.items():
        merged = shapely.line_merge(shapely.multilinestrings(np.array(shapes, dtype=object)))
        thin = shapely.simplify(merged, _THIN_M / _DEGREE_M, preserve_topology=False)
        for part in shapely.get_parts(thin):
            if not part.is_empty:
                yield _Feature(layer, rank, name, None, part)


def _united(features: Sequence[_Feature]) -> Iterator[_Feature]:
    """Yield areas of one kind, those as one that no more than a street parts."""
    import geopandas as gpd
    import shapely

    areas: dict[tuple[str, int], list[BaseGeometry]] = {}
    for one in features:
        if one.shape.geom_type == "MultiPolygon":
            areas.setdefault((one.layer, one.rank), []).append(shapely.make_valid(one.shape))
    for (layer, rank), shapes in areas.items():
        degrees = gpd.GeoSeries(shapes, crs=4326)
        metric = degrees.to_crs(utm_epsg_of(degrees))
        wide = metric.buffer(_BETWEEN_M / 2, quad_segs=2, join_style="mitre")
        whole = wide.union_all().buffer(-_BETWEEN_M / 2, quad_segs=2, join_style="mitre")
        thin = gpd.GeoSeries([whole], crs=metric.crs).simplify(_THIN_M).explode()
        large = thin[thin.area >= _SMALLEST_M**2]
        for shape in large.to_crs(4326):
            if shape.geom_type == "Polygon" and shape.is_valid:
                yield _Feature(layer, rank, "", None, shape)
