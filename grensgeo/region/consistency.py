"""Consistency of the tables of a region with each other, and of its land, cells and border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.countries import country_faults
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.geodata.areas import as_areas, swapped_with
from grensgeo.geodata.doubtful_places import lost_zeros

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags


#: The source of a count that has none.
NO_SOURCE = "none"
#: How far a point may lie outside its own outline, degrees (about 1 km): outlines are generalised,
#: and a main place may lie in a neighbour's.
_NEAR_DEG = 0.01
#: How far the border may lie from all of a region's land, degrees: a part of a region keeps the
#: border of the whole, so only what lies in another part of the world is a fault.
_FAR_DEG = 10.0
#: Part by which counts of cells may miss their municipality's: they are added up in another order.
_ROUNDING = 1e-6


def region_faults(
    municipalities: gpd.GeoDataFrame,
    cells: gpd.GeoDataFrame,
    table: pd.DataFrame,
    border: gpd.GeoSeries,
    *,
    sources: Iterable[str],
    placed: pd.DataFrame | None = None,
) -> list[Fault]:
    """List what contradicts itself between the tables of a region.

    Parameters
    ----------
    municipalities, cells, table, border
        As :class:`grensgeo.Region` has them, each checked against its schema.
    sources
        Ids of the sources that are known.
    placed
        What stands at places, by cell, checked against its schema.

    Returns
    -------
    list of str
        Nothing, or sentences that name places.
    """
    faults = [
        Fault("crs-wrong", f"{name} are in {frame.crs.name}, not in EPSG:4326")
        for name, frame in (("municipalities", municipalities), ("cells", cells))
        if frame.crs.to_epsg() != 4326
    ]
    if faults:
        return faults  # where they lie cannot be told
    faults += lost_zeros(municipalities["region_code"], municipalities["country"])
    faults += country_faults(municipalities["region_code"], municipalities["country"])
    faults += _count_faults(municipalities, cells, table, placed)
    unknown = sorted(set(table["source_id"]) - {*sources, NO_SOURCE})
    if unknown:
        faults.append(
            Fault(
                "source-unknown",
                f"opportunities of sources that the catalogue does not have: {some(unknown)}; add "
                "them to the provenance",
            )
        )
    for name, frame in (("municipalities", municipalities), ("cells", cells)):
        try:
            as_areas(frame, where=name)
        except InputError as error:
            return [*faults, *error.faults]
    faults += _place_faults(municipalities, cells)
    return faults + border_faults(border, municipalities)


def _count_faults(
    municipalities: gpd.GeoDataFrame,
    cells: gpd.GeoDataFrame,
    table: pd.DataFrame,
    placed: pd.DataFrame | None,
) -> list[Fault]:
    """List codes that are not there, and figures that do not add up."""
    faults = Faults()
    known = municipalities.set_index("region_code")
    for name, frame in (("cells", cells), ("opportunities", table)):
        stray = sorted(set(frame["region_code"]) - set(known.index))
        if stray:
            faults.add("id-unknown", f"{name} of municipalities that are not there: {some(stray)}")
    negative = cells.loc[cells["population"] < 0, "cell_id"].tolist()
    if negative:
        faults.add(
            "negative-or-infinite", f"cells with fewer than no inhabitants: {some(negative)}"
        )
    people = cells.groupby("region_code")["population"].sum()
    people = people.reindex(known.index, fill_value=0)
    wrong = known.index[people != known["population"]]
    if len(wrong):
        faults.add(
            "parts-contradict-total", f"cells do not add up to the inhabitants of {some(wrong)}"
        )
    country = cells["region_code"].map(known["country"])
    strange = cells.loc[country.notna() & (country != cells["country"]), "cell_id"].tolist()
    if strange:
        faults.add(
            "outside-country", f"cells in another country than their municipality: {some(strange)}"
        )
    below = table.loc[table["count"] < 0, "region_code"].tolist()
    if below:
        faults.add("negative-or-infinite", f"counts below zero: {some(below)}")
    empty = set(known.index[people == 0])
    filled = table[table["count"] > 0]
    if placed is not None:
        faults += _placed_faults(cells, table, placed)
        home = placed["cell_id"].map(cells.set_index("cell_id")["region_code"])
        keys = set(zip(home, placed["opportunity"], strict=True))
        pairs = zip(filled["region_code"], filled["opportunity"], strict=True)
        filled = filled.loc[[pair not in keys for pair in pairs]]
    lost = sorted(empty & set(filled["region_code"]))
    if lost:
        faults.add(
            "count-where-nobody-lives",
            f"opportunities where nobody lives, so no cell can hold them: {some(lost)}",
        )
    return faults


def _placed_faults(
    cells: gpd.GeoDataFrame, table: pd.DataFrame, placed: pd.DataFrame
) -> list[Fault]:
    """List cells that are not there, and places that do not add up to their municipality."""
    faults = Faults()
    if placed.empty:
        return faults
    home = placed["cell_id"].map(cells.set_index("cell_id")["region_code"])
    stray = sorted(set(placed.loc[home.isna(), "cell_id"]))
    if stray:
        faults.add("id-unknown", f"opportunities in cells that are not there: {some(stray)}")
    if (placed["count"] < 0).any():
        below = placed.loc[placed["count"] < 0, "cell_id"]
        faults.add("negative-or-infinite", f"counts of cells below zero: {some(below)}")
    sums = placed.groupby([home.rename("region_code"), "opportunity"])["count"].sum()
    whole = table.set_index(["region_code", "opportunity"])["count"].reindex(sums.index)
    wrong = whole.isna() | ((sums - whole).abs() > _ROUNDING * (1 + sums.abs()))
    if wrong.any():
        names = [f"{code} ({name})" for code, name in sums.index[wrong]]
        faults.add(
            "parts-contradict-total", f"cells do not add up to the opportunities of {some(names)}"
        )
    return faults


def _place_faults(municipalities: gpd.GeoDataFrame, cells: gpd.GeoDataFrame) -> list[Fault]:
    """List main places and cells that lie elsewhere than the outline they belong to."""
    import numpy as np
    import shapely

    outlines = municipalities.geometry.to_numpy()
    rows = municipalities.reset_index(drop=True).reset_index().set_index("region_code")["index"]
    home = cells["region_code"].map(rows)
    known = home.notna().to_numpy()
    land = outlines[home[known].to_numpy(dtype=np.int64)]
    shapes = cells.geometry.to_numpy()
    faults = _elsewhere(
        municipalities["place_lon"].to_numpy(),
        municipalities["place_lat"].to_numpy(),
        outlines,
        names=municipalities["region_code"].to_numpy(),
        what=("main places", "their municipality"),
    )
    faults += _elsewhere(
        cells["lon"].to_numpy(),
        cells["lat"].to_numpy(),
        shapes,
        names=cells["cell_id"].to_numpy(),
        what=("points of cells", "the cell"),
    )
    apart = shapely.distance(shapes[known], land) > _NEAR_DEG
    if apart.any():
        listed = some(cells["cell_id"].to_numpy()[known][apart])
        faults.append(
            Fault(
                "outside-municipality",
                f"cells that lie outside their municipality, shifted or of another one: {listed}",
            )
        )
    return faults


def _elsewhere(
    lon: npt.NDArray[np.float64],
    lat: npt.NDArray[np.float64],
    outlines: npt.NDArray[np.object_],
    *,
    names: npt.NDArray[np.object_],
    what: tuple[str, str],
) -> list[Fault]:
    """List points that lie elsewhere than their outlines, and whether they are swapped."""
    import numpy as np
    import shapely

    far: Flags = ~(shapely.distance(outlines, shapely.points(lon, lat)) <= _NEAR_DEG)
    if not far.any():
        return []
    turned = shapely.distance(outlines[far], shapely.points(lat[far], lon[far])) <= _NEAR_DEG
    hint = ": latitude and longitude are swapped" if turned.all() else ""
    first = int(np.flatnonzero(far)[0])
    at = f"({lon[first]:.4g}, {lat[first]:.4g})"
    return [
        Fault(
            "outside-municipality",
            f"{what[0]} that lie outside {what[1]}{hint}: {some(names[far])}, the first at {at}",
        )
    ]


def border_faults(border: gpd.GeoSeries, municipalities: gpd.GeoDataFrame) -> list[Fault]:
    """List what is wrong with a border.

    Parameters
    ----------
    border
        Lines; empty for a region of one country.
    municipalities
        ``country`` and outlines in EPSG:4326.

    Returns
    -------
    list of str
        Nothing, or one fault.
    """
    import shapely

    if not hasattr(border, "geom_type") or not hasattr(border, "crs"):
        return [
            Fault(
                "type-wrong", f"the border is a {type(border).__name__}; give a GeoSeries of lines"
            )
        ]
    lines = border[~(border.isna() | border.is_empty)]
    countries = sorted(set(municipalities["country"]))
    if lines.empty and len(countries) > 1:
        return [
            Fault(
                "border-missing",
                f"no border, though municipalities lie in {some(countries)}; see national_border",
            )
        ]
    faults = [] if lines.empty else _line_faults(lines)
    box = shapely.box(*shapely.total_bounds(municipalities.geometry.to_numpy()))
    if faults or lines.empty or (shapely.distance(lines.to_numpy(), box) <= _FAR_DEG).any():
        return faults
    x, y = shapely.get_coordinates(box).T
    swapped = swapped_with(shapely.buffer(lines.to_numpy(), _FAR_DEG), x, y)
    hint = "latitude and longitude are swapped" if swapped else "give the border of this region"
    return [Fault("elsewhere", f"the border lies elsewhere than the municipalities; {hint}")]


def _line_faults(lines: gpd.GeoSeries) -> list[Fault]:
    """List what no line in degrees can be."""
    import numpy as np
    import shapely

    if lines.crs is None:
        return [
            Fault("crs-missing", "the border has no CRS; set it, for instance with set_crs(4326)")
        ]
    if lines.crs.to_epsg() != 4326:
        return [
            Fault(
                "crs-wrong",
                f"the border is in {lines.crs.name}, not in EPSG:4326; use to_crs(4326)",
            )
        ]
    kinds = sorted(set(lines.geom_type) - {"LineString", "MultiLineString"})
    if kinds:
        return [Fault("geometry-wrong-kind", f"the border is {some(kinds)}, expected lines")]
    xy = shapely.get_coordinates(lines.to_numpy())
    if not np.isfinite(xy).all() or (np.abs(xy) > (180, 90)).any():
        return [
            Fault(
                "coordinates-not-degrees",
                f"the border's coordinates, such as ({xy[0, 0]:g}, {xy[0, 1]:g}), are not degrees",
            )
        ]
    return []
