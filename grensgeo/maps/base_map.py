"""The base map as arrays that travel inside a page; ``js/src/shared/base_map.js`` draws them.

A feature is one part or several: a line, a ring of an area, or a point. Each corner knows at
which level of detail it comes in, so that one line serves all zooms and nothing stands twice.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grensgeo.geodata.base_features import LAYERS
from grensgeo.maps.base import UNITS_PER_DEGREE, municipalities
from grensgeo.maps.packing import pack
from grensgeo.planes import utm_epsg_of

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt

    from grensgeo.maps.base import MappedRegion
    from grensgeo.maps.packing import PackedText
    from grensgeo.provenance import Provenance

    Geometries = npt.NDArray[np.object_]

#: What a base map may add to a page, bytes.
MOST_BYTES = 300_000
#: Levels of detail from the whole region to the closest: corners that are nearer than this to the
#: line without them are left out, metres. A pixel is about 190 m at zoom 9, 50 m at 11, 6 m at 14.
TOLERANCES_M = (120.0, 40.0, 12.0)
#: Areas smaller than a square of this side are left out at each level, metres.
SMALLEST_M = (500.0, 200.0, 60.0)
#: Zooms from which the second and the third level of detail are drawn.
LEVELS_FROM = (9.75, 11.5)
#: Zooms from which what has a rank is drawn, first of rank 1.
SHOWN_FROM: dict[str, tuple[float, ...]] = {
    "nature": (0,),
    "built_up": (0,),
    "water": (0, 10),
    "waterway": (0, 9.5, 11.5),
    "rail": (0, 9.5),
    "road": (0, 0, 8.75, 11),
    "station": (10,),
    "place": (0, 8.75, 10, 11.75),
    # searched for, and never drawn
    "postcode": (99,),
}
#: Colours with their opacity, on light ground and on dark: all of it lies over figures, and leaves
#: them theirs.
COLOURS = {
    "light": {
        "road": "#ffffffeb", "casing": "#46485061", "rail": "#34363e9e", "sleeper": "#ffffffd9",
        "water": "#96c4dee6", "river": "#4a90becc", "built_up": "#3c342c21",
        "nature": "#468c4629", "station": "#ffffffff",
    },
    "dark": {
        "road": "#ecf0f66b", "casing": "#0c0e1299", "rail": "#0a0c10bf", "sleeper": "#dce2ec99",
        "water": "#2e5674e6", "river": "#5896c4bf", "built_up": "#ffffff1a",
        "nature": "#5aaa6429", "station": "#14171dff",
    },
}  # fmt: skip
#: Each time that a base map is too large, everything is thinned by this factor.
_COARSER = 2.0
_MOST_TRIES = 10
#: What is left out, rank by rank, before what remains is thinned further: the layer and the ranks
#: that stay.
_LESSER: tuple[dict[str, int], ...] = (
    {},
    {"road": 3, "place": 3},
    {"road": 3, "place": 3, "waterway": 1, "rail": 1},
)
#: Metres of a degree of latitude.
_DEGREE_M = 111_195.0
#: A place that bears a municipality's name this near its main place is that place, degrees.
_SAME_DEG = 0.05


def pack_base_map(region: MappedRegion, *, most_bytes: int = MOST_BYTES) -> PackedText | None:
    """Pack the base map of a region for a page.

    Parameters
    ----------
    region
        The region; what lies beyond its municipalities' box is left out, and so is each place
        that is the main place of a municipality, which maps name already.
    most_bytes
        What it may add to the page: a larger one loses its least features, then corners.

    Returns
    -------
    PackedText or None
        Arrays ``layer`` and ``rank`` of each part, ``name`` (number of its name among ``names``, 0
        for none), ``corners`` of each part, ``start_x, start_y`` (first corner, a step from that
        of the part before), ``step_x, step_y`` (every other corner, a step from the one before),
        ``level`` of each corner, ``people`` of each part that is a place (0 where not known).
        Rings run anticlockwise around areas and clockwise around holes. None without a base map.
    """
    import shapely

    base_map = region.base_map
    if base_map is None or base_map.features.empty:
        return None
    features = base_map.features
    in_view = shapely.intersects(
        features.geometry.to_numpy(), shapely.box(*municipalities(region).total_bounds)
    )
    features = without_main_places(features[in_view], region)
    packed = None
    for attempt in range(_MOST_TRIES):
        ranks = _LESSER[min(attempt, len(_LESSER) - 1)]
        coarse = _COARSER ** max(0, attempt - len(_LESSER) + 1)
        kept = features[features["rank"] <= features["layer"].map(ranks).fillna(9)]
        packed = _packed(kept, coarse)
        if sum(packed.sizes().values()) <= most_bytes:
            break
    return packed


def base_data(region: MappedRegion) -> dict[str, Any] | None:
    """Return the base map of a region as a page's script reads it; None where there is none."""
    packed = pack_base_map(region)
    if packed is None:
        return None
    return {"manifest": packed.manifest, "chunks": list(packed.chunks)}


def with_base_map(provenance: Provenance, region: MappedRegion) -> Provenance:
    """Return a provenance with the sources of the region's base map beside it."""
    base_map = region.base_map
    return provenance if base_map is None else provenance | base_map.provenance


def shown_at(layer: str, rank: int, zoom: float) -> bool:
    """Return whether what has a rank is drawn at a zoom, by the same rule as the page's script."""
    since = SHOWN_FROM[layer]
    return zoom >= since[min(rank, len(since)) - 1]


def level_at(zoom: float) -> int:
    """Return the level of detail at a zoom."""
    return sum(zoom >= since for since in LEVELS_FROM)


def without_main_places(features: gpd.GeoDataFrame, region: MappedRegion) -> gpd.GeoDataFrame:
    """Return features without the places that are the main place of a municipality.

    Parameters
    ----------
    features
        schema.BASE_MAP.
    region
        The region, whose main places a map names already.
    """
    areas = municipalities(region)
    main = region.places.to_crs(4326).geometry.reindex(areas.index)
    spots: dict[str, list[Any]] = {}
    for name, spot in zip(areas["name"], main, strict=True):
        spots.setdefault(_plain(name), []).append(spot)
    twice = [
        layer == "place"
        and any(spot.distance(shape) < _SAME_DEG for spot in spots.get(_plain(name), ()))
        for layer, name, shape in zip(
            features["layer"], features["name"], features.geometry, strict=True
        )
    ]
    return features[[not one for one in twice]]


def _plain(name: str) -> str:
    """Return a name without its marks, and without what tells it from others, as in Lingen (Ems).

    Ibbenbueren is Ibbenbüren: lists of places write names in either way.
    """
    short = name.partition(" (")[0].partition("/")[0].casefold()
    bare = "".join(one for one in unicodedata.normalize("NFD", short) if one.isalnum())
    return re.sub("([aou])e", r"\1", bare)


@dataclass(frozen=True, eq=False)
class _Parts:
    """Lines, rings and points in the order in which they are drawn.

    Attributes
    ----------
    shapes
        Lines; points are lines of one corner.
    feature
        Number of the feature of each.
    size_m
        Side of the square as large as the area that each belongs to; infinite for others.
    """

    shapes: Geometries
    feature: npt.NDArray[np.int64]
    size_m: npt.NDArray[np.float64]


def _packed(features: gpd.GeoDataFrame, coarse: float) -> PackedText:
    """Pack features with corners thinned by a factor."""
    import numpy as np

    order = {name: number for number, name in enumerate(LAYERS)}
    table = features.assign(number=features["layer"].map(order))
    # of one layer the lesser lie beneath
    table = table.sort_values(
        ["number", "rank", "name"], ascending=[True, False, True], kind="stable"
    )
    parts = _parts(table)
    points, number, level = _levels(parts, coarse)
    corners = np.bincount(number, minlength=len(parts.shapes))
    stays = corners > 0
    kept = parts.feature[stays]
    table = table.iloc[kept]
    opening = np.ones(len(points), dtype=bool)
    opening[1:] = np.diff(number) != 0
    starts = np.diff(points[opening], axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))[~opening]
    names = ["", *sorted(set(table["name"]) - {""})]
    place = {name: position for position, name in enumerate(names)}
    people = table.loc[table["layer"] == "place", "population"].fillna(0)
    arrays: dict[str, Any] = {
        "names": [name.replace("\n", " ") for name in names],
        "layer": table["number"].to_numpy(dtype=np.uint8),
        "rank": table["rank"].to_numpy(dtype=np.uint8),
        "name": table["name"].map(place).to_numpy(dtype=np.int32),
        "corners": corners[stays].astype(np.int32),
        "start_x": starts[:, 0].astype(np.int32),
        "start_y": starts[:, 1].astype(np.int32),
        "step_x": steps[:, 0].astype(np.int32),
        "step_y": steps[:, 1].astype(np.int32),
        "level": level.astype(np.uint8),
        "people": people.to_numpy(dtype=np.int32),
    }
    meta = {
        "layers": list(LAYERS),
        "levels_from": LEVELS_FROM,
        "shown_from": SHOWN_FROM,
        "colours": COLOURS,
    }
    return pack(arrays, meta=meta)


def _parts(features: gpd.GeoDataFrame) -> _Parts:
    """Split features into lines, rings and points."""
    import numpy as np
    import shapely

    shapes, feature = shapely.get_parts(
        shapely.orient_polygons(features.geometry.to_numpy()), return_index=True
    )
    area = features.to_crs(utm_epsg_of(features)).geometry.explode().area.to_numpy()
    solid = shapely.get_type_id(shapes) == 3  # polygon
    side = np.where(solid, np.sqrt(area), np.inf)
    rings, ring_of = shapely.get_rings(shapes[solid], return_index=True)
    at = np.flatnonzero(solid)[ring_of]
    every = np.concatenate([shapes[~solid], rings])
    where = np.concatenate([np.flatnonzero(~solid), at])
    # rings of one polygon stay together, the outer one first
    order = np.argsort(where, kind="stable")
    return _Parts(every[order], feature[where[order]], side[where[order]])


def _levels(
    parts: _Parts, coarse: float
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Simplify the parts and find at which level each corner comes in.

    Returns
    -------
    tuple
        Corners on the page's grid (n, 2), the number of the part of each, and its level. Of a
        closed ring the last corner, which is its first again, is left out.
    """
    import numpy as np
    import shapely

    shapes = parts.shapes
    closed = shapely.get_type_id(shapes) == 2  # linear ring
    sizes = [side * coarse for side in SMALLEST_M]
    level_of_part = np.searchsorted(-np.array(sizes), -parts.size_m, side="left")
    finest = len(TOLERANCES_M) - 1
    kept: dict[tuple[int, int, int], int] = {}
    flat: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]] = []
    thinned = shapes
    for level in range(finest, -1, -1):
        # a line thinned further keeps some of the corners that it has, and no others
        thinned = shapely.simplify(
            thinned, TOLERANCES_M[level] * coarse / _DEGREE_M, preserve_topology=False
        )
        found, owner = shapely.get_coordinates(thinned, return_index=True)
        grid = np.rint(found * UNITS_PER_DEGREE).astype(np.int64)
        if level == finest:
            flat.append((grid, owner))
        for part, x, y in zip(owner.tolist(), *grid.T.tolist(), strict=True):
            kept[part, x, y] = level
    grid, owner = flat[0]
    keep = np.ones(len(grid), dtype=bool)
    keep[1:] = (np.diff(grid, axis=0) != 0).any(axis=1) | (np.diff(owner) != 0)
    last = np.append(np.diff(owner) != 0, True)
    keep[last & closed[owner]] = False
    grid, owner = grid[keep], owner[keep]
    corners = np.bincount(owner, minlength=len(shapes))
    least = np.where(closed, 3, np.where(shapely.get_type_id(shapes) == 0, 1, 2))
    whole = (corners >= least) & (level_of_part <= finest)
    grid, owner = grid[whole[owner]], owner[whole[owner]]
    comes_in = np.array(
        [kept[key] for key in zip(owner.tolist(), *grid.T.tolist(), strict=True)], dtype=np.int64
    )
    return grid, owner, np.maximum(comes_in, level_of_part[owner])
