"""Built-up land: where within an area people live, and how densely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo.region.own_tables import OwnFigures, read_own_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats, Longs
    from grensgeo.spec import TableSpec

#: Part of an area that has to lie in a larger one for its inhabitants to be among that one's.
_WITHIN = 0.9
#: Less land than this part of an area is none: what its smaller areas leave over is their edges.
_NO_LAND = 0.01
#: An outline is something in a municipality where as much of it lies there, or where it covers as
#: much of that one: edges of two publishers are drawn some metres apart.
_OF_OUTLINE = 0.1
_OF_MUNICIPALITY = 0.01
#: A table with less than this part of the inhabitants of a municipality was perhaps cut off in it.
_PERHAPS_CUT = 0.5


@dataclass(frozen=True, eq=False)
class BuiltUpLand:
    """Outlines of built-up land that do not overlap, each with its density.

    Attributes
    ----------
    shapes
        Outlines, EPSG:3035.
    per_km2
        Inhabitants per km2 of each.
    around_per_km2
        Inhabitants per km2 of all other land.
    counted
        Whether the outlines have inhabitants of their own.
    """

    shapes: npt.NDArray[np.object_]
    per_km2: Floats
    around_per_km2: float
    counted: bool = False

    def expected(self, pieces: npt.NDArray[np.object_]) -> Floats:
        """Return how many people live on each piece of land, if all is as dense as it is told.

        Parameters
        ----------
        pieces
            Polygons, EPSG:3035.
        """
        import numpy as np
        import shapely

        piece, town = shapely.STRtree(self.shapes).query(pieces, predicate="intersects")
        inside = shapely.area(shapely.intersection(pieces[piece], self.shapes[town]))
        more = inside * (self.per_km2[town] - self.around_per_km2)
        extra = np.bincount(piece, weights=more, minlength=len(pieces))
        # where land is counted twice the rounding of its edges may leave less than nobody
        people: Floats = np.maximum(self.around_per_km2 * shapely.area(pieces) + extra, 0.0)
        return people / 1e6

    def lies_in(self, areas: npt.NDArray[np.object_]) -> npt.NDArray[np.bool_]:
        """Return which areas hold some of it, more than edges that two publishers drew apart.

        Parameters
        ----------
        areas
            Polygons, EPSG:3035.
        """
        import numpy as np
        import shapely

        area, town = shapely.STRtree(self.shapes).query(areas, predicate="intersects")
        common = shapely.area(shapely.intersection(areas[area], self.shapes[town]))
        some = common >= _OF_OUTLINE * shapely.area(self.shapes[town])
        some |= common >= _OF_MUNICIPALITY * shapely.area(areas[area])
        found = np.zeros(len(areas), dtype=bool)
        found[area[some & (common > 0)]] = True
        return found


@dataclass(frozen=True, eq=False)
class BuiltUpByTown:
    """Built-up land of several tables: the first with something in a municipality holds there.

    Attributes
    ----------
    lands
        In order of the region's file.
    land_of
        Which one holds, by ``region_code``; none where no table has anything.
    """

    lands: tuple[BuiltUpLand, ...]
    land_of: dict[str, int]

    def expected(self, pieces: npt.NDArray[np.object_], towns: npt.NDArray[np.object_]) -> Floats:
        """Return how many people live on each piece of a municipality, as far as is told.

        Parameters
        ----------
        pieces
            Polygons, EPSG:3035.
        towns
            ``region_code`` of each.
        """
        import numpy as np
        import shapely

        held = np.array([self.land_of.get(code, -1) for code in towns])
        people: Floats = shapely.area(pieces) / 1e6  # evenly, where nothing is told
        for number, land in enumerate(self.lands):
            mine = held == number
            if mine.any():
                people[mine] = land.expected(pieces[mine])
        return people

    def perhaps_cut(self, municipalities: gpd.GeoDataFrame, people: pd.Series) -> list[str]:
        """List municipalities of whose inhabitants the outlines that hold there lack half.

        Parameters
        ----------
        municipalities
            ``region_code`` and outlines, EPSG:3035.
        people
            Inhabitants by ``region_code``.
        """
        import numpy as np

        codes = municipalities["region_code"].to_numpy()
        held = np.array([self.land_of.get(code, -1) for code in codes])
        short = np.zeros(len(codes), dtype=bool)
        for number, land in enumerate(self.lands):
            mine = held == number
            if land.counted and mine.any():
                alone = BuiltUpLand(land.shapes, land.per_km2, 0.0)
                told = alone.expected(municipalities.geometry.to_numpy()[mine])
                known = people.reindex(codes[mine]).to_numpy(dtype=np.float64)
                short[mine] = told < _PERHAPS_CUT * known
        return [str(code) for code in codes[short]]


def read_built_up(
    tables: Sequence[TableSpec], municipalities: gpd.GeoDataFrame
) -> BuiltUpByTown | None:
    """Read the built-up land of a region's file.

    Parameters
    ----------
    tables
        Its tables, each with a file.
    municipalities
        ``region_code``, ``country`` and outlines, EPSG:3035.

    Returns
    -------
    BuiltUpByTown or None
        None if there is no table.
    """
    import numpy as np

    lands: list[BuiltUpLand] = []
    held: dict[str, int] = {}
    for table in tables:
        figures = read_own_figures(table)
        if figures.at_points:
            shapes = discs(figures.places(), figures.count, per_km2=table.per_km2)
            density = np.full(len(shapes), table.per_km2)
        else:
            shapes, density = _outlines(figures, table)
        counted = figures.counted and not figures.at_points
        land = BuiltUpLand(shapes, density, table.around_per_km2, counted=counted)
        there = land.lies_in(municipalities.geometry.to_numpy())
        if table.country is not None:
            there &= (municipalities["country"] == table.country).to_numpy()
        if table.without:
            bare = municipalities["region_code"].str.replace(r"^[A-Z]{2}_", "", regex=True)
            there &= ~bare.str.startswith(table.without).to_numpy()
        for code in municipalities.loc[there, "region_code"]:
            held.setdefault(code, len(lands))
        lands.append(land)
    return BuiltUpByTown(tuple(lands), held) if lands else None


def discs(
    places: gpd.GeoSeries, people: npt.ArrayLike, *, per_km2: float
) -> npt.NDArray[np.object_]:
    """Draw a disc for each town, as large as its inhabitants need.

    Parameters
    ----------
    places
        Points, EPSG:3035.
    people
        Inhabitants of each.
    per_km2
        How densely they live.

    Returns
    -------
    ndarray of Polygon
        The discs united, EPSG:3035.
    """
    import numpy as np
    import shapely

    known = np.nan_to_num(np.asarray(people, dtype=np.float64))
    radius_m = np.sqrt(known / per_km2 / np.pi) * 1000
    return np.asarray(
        shapely.get_parts(
            shapely.union_all(shapely.buffer(places.to_numpy(), radius_m, quad_segs=8))
        )
    )


def _outlines(figures: OwnFigures, table: TableSpec) -> tuple[npt.NDArray[np.object_], Floats]:
    """Return outlines and densities; what lies in a larger one is part of its inhabitants."""
    import numpy as np
    import shapely

    shapes = shapely.make_valid(figures.places().to_numpy())
    if figures.counted:
        shapes, people = nested(shapes, figures.count.to_numpy(dtype="float64"))
        return shapes, people / (shapely.area(shapes) / 1e6)
    united = np.asarray(shapely.get_parts(shapely.union_all(shapes)))
    united = united[shapely.area(united) > 0]
    return united, np.full(len(united), table.per_km2)


def nested(
    shapes: npt.NDArray[np.object_], people: Floats
) -> tuple[npt.NDArray[np.object_], Floats]:
    """Return land that does not overlap, and its inhabitants, of areas that lie in each other.

    A neighbourhood that lies in a town counts among its inhabitants: the town keeps the others,
    on the land that no smaller area covers. Where there is no such land, they live in the smaller
    areas, which were rounded or counted otherwise.

    Parameters
    ----------
    shapes
        Polygons, EPSG:3035.
    people
        Inhabitants of each; NaN where they are not known: such an area is none.

    Returns
    -------
    tuple
        Polygons with an area and their inhabitants; those of an outermost area keep its sum.

    Examples
    --------
    >>> import numpy as np, shapely
    >>> town, quarter = shapely.box(0, 0, 10, 10), shapely.box(0, 0, 5, 10)
    >>> land, people = nested(np.array([town, quarter]), np.array([100.0, 70.0]))
    >>> shapely.area(land).tolist(), people.tolist()
    ([50.0, 50.0], [70.0, 30.0])
    """
    import numpy as np
    import shapely

    kept = ~np.isnan(people) & (shapely.area(shapes) > 0)
    shapes, people = shapes[kept], people[kept].astype(np.float64)
    order = np.argsort(shapely.area(shapes), kind="stable")
    shapes, people = shapes[order], people[order]
    area = shapely.area(shapes)
    small, large, common = _pairs(shapes)
    land = shapes.copy()
    for own in np.unique(large):
        land[own] = shapely.difference(shapes[own], shapely.union_all(shapes[small[large == own]]))
    inside = common >= _WITHIN * area[small]
    parent = np.full(len(shapes), -1)
    for one, other in zip(small[inside][::-1], large[inside][::-1], strict=True):
        parent[one] = other  # the smallest of those that hold it comes last
    return _shared_down(land, people, area, parent)


def _pairs(shapes: npt.NDArray[np.object_]) -> tuple[Longs, Longs, Floats]:
    """Return pairs of a smaller and a larger shape with land in common, in order, and how much."""
    import numpy as np
    import shapely

    small, large = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    small, large = small[small < large], large[small < large]
    order = np.lexsort((large, small))
    small, large = small[order], large[order]
    common = shapely.area(shapely.intersection(shapes[small], shapes[large]))
    some = common > 0
    return small[some], large[some], common[some]


def _shared_down(
    land: npt.NDArray[np.object_], people: Floats, area: Floats, parent: Longs
) -> tuple[npt.NDArray[np.object_], Floats]:
    """Share down: leave to each area the inhabitants that its smaller ones do not have."""
    import numpy as np
    import shapely

    own = people.copy()
    free = shapely.area(land)
    for number in reversed(range(len(land))):  # from the largest on
        children = np.flatnonzero(parent == number)
        inner = people[children].sum()
        rest = people[number] - inner
        if inner > 0 and (rest < 0 or free[number] < _NO_LAND * area[number]):
            people[children] *= people[number] / inner
            rest = 0.0
        own[number] = rest
    some = free > 0
    return land[some], own[some]
