"""Whether places lie in the country that they are said to lie in, as far as a network can tell.

A network knows the country of each of its vertices and, among its barriers, the border. A place
lies in the country of the vertex next to it if the straight way there crosses no border.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import numpy as np

from grensgeo.countries import COUNTRIES, hold_countries
from grensgeo.network.prepared import Part, PointAnswers

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy.typing as npt
    from scipy.spatial import KDTree

    from grensgeo.arrays import Codes, Floats
    from grensgeo.network.contents import Streets
    from grensgeo.network.data import NetworkData


#: So near to the border nothing is held against a label: official boundary layers lie up to 131 m
#: apart (see ``sources/boundaries``), and a point is not drawn better than that.
_NEAR_BORDER_M = 200.0
#: Where a network has no border to cross, a place is of another country than it says only if the
#: next vertex of the own one is this many times farther off, and as many metres more.
_TIMES, _MORE_M = 2.0, 500.0
#: A country without streets in the network may begin just beyond them: only a place that stands
#: on a street of another one lies there for sure.
_ON_STREET_M = 100.0
#: Metres of a degree of latitude. Source: WGS84, mean.
_DEGREE_M = 111_320.0


class Vertices(Part):
    """Vertices with their countries, to be searched by place.

    Attributes
    ----------
    tree, codes, scale
        Search tree of the vertices on a plane, country of each, and the plane's east-west scale;
        None until it is asked for, or where no vertex has a country.
    asked
        Codes of the countries of the vertices next to points that were asked for last.
    """

    def __init__(self) -> None:
        self.tree: tuple[KDTree, Codes, float] | None = None
        self.asked = PointAnswers["Codes"]()

    def handed_on(self, *, same_streets: bool) -> Self | None:
        """Return itself for the same streets: scenarios and modes share it."""
        return self if same_streets else None

    @classmethod
    def restored(cls, found: list[tuple[Floats, float, Codes]]) -> Vertices:
        """Return a part with the answers that were kept."""
        result = cls()
        result.asked = PointAnswers(found)
        return result


def hold_places(network: NetworkData, points: gpd.GeoDataFrame, *, where: str) -> gpd.GeoDataFrame:
    """Raise if a place's country is no code, or not where it lies.

    Parameters
    ----------
    network
        The network.
    points
        As :func:`grensgeo.geodata.points.as_points` gives them; a ``country`` may be missing.
    where
        What to call the table in an error.

    Returns
    -------
    GeoDataFrame
        The same points.

    Raises
    ------
    InputError
        Naming places, what is said and where they lie.
    """
    if "country" in points.columns and len(points):
        ids, country = points["id"].to_numpy(), points["country"].to_numpy(dtype=object)
        lonlat = np.column_stack([points.geometry.x, points.geometry.y])
        hold_labels(network, ids, lonlat, country=country, where=where)
    return points


def hold_labels(
    network: NetworkData,
    ids: npt.NDArray[np.object_],
    lonlat: Floats,
    *,
    country: npt.NDArray[np.object_],
    where: str,
) -> None:
    """Raise if a place's country is no code, or not where it lies; as :func:`hold_places`."""
    lies = located(network, lonlat)
    doubted = np.flatnonzero((lies == "") | (lies != country))  # of the others nothing is wrong
    ids, country, lies, lonlat = ids[doubted], country[doubted], lies[doubted], lonlat[doubted]
    judged = np.array([isinstance(word, str) and word != "" for word in country], dtype=bool)
    surely = {
        str(ids[i]): str(lies[i])
        for i in np.flatnonzero(judged & (lies != ""))
        if _elsewhere(network, lonlat[i], str(country[i]))
    }
    hold_countries(ids, country, where=where, known=surely, empty=True)


def located(network: NetworkData, lonlat: Floats) -> npt.NDArray[np.object_]:
    """Return the country of the vertex next to each place: text, empty where none is known."""
    codes = network.prepared.part(Vertices).asked.get(lonlat, lambda: _next_to(network, lonlat))
    return np.asarray(np.array(COUNTRIES, dtype=object)[codes], dtype=object)


def _next_to(network: NetworkData, lonlat: Floats) -> Codes:
    """Return the code of the country of the vertex next to each place; 0 where none is known."""
    found = _tree(network)
    if found is None:
        return np.zeros(len(lonlat), dtype=np.uint8)
    tree, country, scale = found
    _, nearest = tree.query(_plane(lonlat, scale))
    codes: Codes = country[nearest]
    return codes


def _tree(network: NetworkData) -> tuple[KDTree, Codes, float] | None:
    from scipy.spatial import KDTree

    vertices, streets = network.prepared.part(Vertices), network.streets
    if vertices.tree is None and streets.vertex_country.any():
        lonlat = np.column_stack([streets.lon, streets.lat])
        scale = float(np.cos(np.radians(lonlat[:, 1].mean())))
        vertices.tree = KDTree(_plane(lonlat, scale)), _countries(streets), scale
    return vertices.tree


def _countries(streets: Streets) -> Codes:
    """Return the country of each vertex; 0 where a border runs between its streets."""
    least, most = streets.vertex_country.copy(), streets.vertex_country.copy()
    for ends in (streets.tail, streets.head):
        np.minimum.at(least, ends, streets.country)
        np.maximum.at(most, ends, streets.country)
    return np.where(least == most, most, np.uint8(0)).astype(np.uint8)


def _plane(lonlat: Floats, scale: float) -> Floats:
    """Convert degrees to metres on a plane that is good enough to compare distances on."""
    return np.column_stack([lonlat[:, 0] * scale, lonlat[:, 1]]) * _DEGREE_M


def _elsewhere(network: NetworkData, point: Floats, said: str) -> bool:
    """Return whether a place next to a foreign vertex cannot lie in the country that is said."""
    import shapely

    found = _tree(network)
    if found is None:
        return False
    tree, codes, scale = found
    here = _plane(point[None, :], scale)[0]
    distance, nearest = tree.query(here)
    if said not in COUNTRIES or not (codes == COUNTRIES.index(said)).any():
        return bool(distance < _ON_STREET_M)
    own = codes == COUNTRIES.index(said)
    barriers = network.barriers
    if barriers is None or not len(barriers):
        home = float(np.sqrt(((np.asarray(tree.data)[own] - here) ** 2).sum(axis=1).min()))
        return bool(home > _TIMES * distance + _MORE_M)
    lines = shapely.transform(np.asarray(barriers.to_crs(4326)), lambda xy: _plane(xy, scale))
    if shapely.distance(lines, shapely.points(here)).min() < _NEAR_BORDER_M:
        return False
    leg = shapely.linestrings([here, np.asarray(tree.data)[nearest]])
    return not bool(shapely.intersects(lines, leg).any())
