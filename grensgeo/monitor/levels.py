"""Levels of regions: which cells make a municipality, a COROP or NUTS region, or an area."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.countries import all_countries
from grensgeo.measures.caveats import MIN_COVERED
from grensgeo.notes import Note
from grensgeo.schema import FEED_REGIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    import geopandas as gpd
    import pandas as pd
    from shapely import MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from grensgeo.region.region import Region

#: The levels of the feed, from small to large.
LEVELS = ("municipality", "corop", "nuts3", "nuts2", "area")
#: Versions of the NUTS classification by the year from which they hold. Source: Regulations (EU)
#: No 1319/2013, 2016/2066, 2019/1755 and 2023/674, as Eurostat applies them.
_NUTS_VERSIONS = ((2024, "2024"), (2021, "2021"), (2018, "2016"), (2015, "2013"))
#: A region of NUTS 3. Source: Regulation (EC) No 1059/2003, annex I.
_NUTS_3 = re.compile(r"[A-Z]{2}[0-9A-Z]{3}")
#: What lies around the areas of a region, and is none.
_RING = "ring"


@dataclass(frozen=True)
class RegionLevel:
    """One level of regions.

    Attributes
    ----------
    name
        One of :data:`LEVELS`.
    groups
        Code of the region by the id of its origins (cells, or municipalities).
    countries
        Country by code.
    names
        Name by code.
    """

    name: str
    groups: pd.Series
    countries: pd.Series
    names: pd.Series


def nuts_version(year: str) -> str:
    """Return the version of the NUTS classification of a year, `unknown` before the first.

    Examples
    --------
    >>> nuts_version("2022-05-15"), nuts_version("2015"), nuts_version("1999")
    ('2021', '2013', 'unknown')
    """
    number = int(year[:4]) if re.match(r"\d{4}", year) else 0
    return next((version for since, version in _NUTS_VERSIONS if number >= since), "unknown")


def memberships(region: Region) -> pd.DataFrame:
    """Return of each municipality the region of every level in which it lies.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    DataFrame
        A column for each of :data:`LEVELS` by region code; null where it lies in none.
    """
    import pandas as pd

    places = region.municipalities
    known = places["nuts3"].map(lambda code: bool(_NUTS_3.fullmatch(code)))
    nuts3 = places["nuts3"].where(known)
    return pd.DataFrame(
        {
            "municipality": places["region_code"],
            "corop": nuts3.map(_groups()["corop"]),
            "nuts3": nuts3,
            "nuts2": nuts3.str[:4],
            "area": places["area"].where(places["area"] != _RING),
        },
        index=places.index,
    )


def levels_of(
    region: Region, origins: Collection[str], population: pd.Series
) -> tuple[list[RegionLevel], list[Note]]:
    """Return the levels whose regions are known as a whole, and notes of those that are not.

    Parameters
    ----------
    region
        The region.
    origins
        Ids of the origins, whose reach is known or was asked for: cells, or municipalities.
    population
        Inhabitants by id of all such origins of the region.

    Returns
    -------
    levels, notes
        Above municipalities a region is left out unless the origins have at least 95% of its
        inhabitants, one of NUTS 2 also if not all of its NUTS 3 regions are there: a mean over a
        part is not the figure of the whole. So is an area of a study that lies in several
        countries: what is at home to its people differs.
    """
    member = memberships(region)
    of_cells = set(population.index) == set(region.cells.index)
    home = region.cells["region_code"] if of_cells else region.municipalities["region_code"]
    asked = population.index.isin(list(origins))
    found: list[RegionLevel] = []
    notes: list[Note] = []
    for name in LEVELS:
        groups = home.map(member[name]).reindex(population.index)
        totals = population.groupby(groups).sum()
        share = population[asked].groupby(groups[asked]).sum() / totals.where(totals > 0)
        share = share.fillna(0.0)
        touched = sorted(set(groups[asked].dropna()))
        whole = [code for code in touched if share.get(code, 0.0) >= MIN_COVERED]
        if name == "municipality":
            whole = touched
        if name == "nuts2":
            whole = [code for code in whole if _is_whole(code, member)]
        if left := [code for code in touched if code not in whole]:
            notes.append(Note("feed.region-partial", names=", ".join(left), n=len(left)))
        if across := [code for code in whole if _is_across(code, region, member[name])]:
            notes.append(Note("feed.region-of-countries", names=", ".join(across), n=len(across)))
            whole = [code for code in whole if code not in across]
        groups = groups.where(groups.isin(whole))
        if whole:
            found.append(RegionLevel(name, groups, *_told(region, member, name, whole)))
    return found, notes


def as_corop(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of NUTS 3 regions that are COROP regions too, by these codes."""
    code = figures["id"].map(_groups()["corop"])
    return figures[code.notna()].assign(id=code.dropna(), region_level="corop")


def _is_whole(code: str, member: pd.DataFrame) -> bool:
    """Return whether all NUTS 3 regions of one of NUTS 2 are among the data."""
    inside = member.loc[member["nuts2"] == code, "nuts3"].nunique()
    return bool(inside == _groups()["nuts2"].get(code, 0))


def _is_across(code: str, region: Region, member: pd.Series) -> bool:
    """Return whether a region of a level has municipalities of several countries."""
    return len(set(region.municipalities.loc[member == code, "country"])) > 1


def _told(
    region: Region, member: pd.DataFrame, name: str, codes: list[str]
) -> tuple[pd.Series, pd.Series]:
    """Return country and name by code of a level."""
    import pandas as pd

    places = region.municipalities[member[name].isin(codes)]
    grouped = places.groupby(member[name].reindex(places.index))
    countries = grouped["country"].first()
    names: pd.Series
    if name == "municipality":
        names = grouped["name"].first()
    elif name in {"nuts3", "corop"}:
        names = grouped["nuts3_name"].first()
    else:
        names = pd.Series({code: words.capital(code) for code in codes})
    return countries.reindex(codes), names.reindex(codes)


def region_rows(region: Region, levels: list[RegionLevel]) -> pd.DataFrame:
    """Return the regions of the feed (``schema.FEED_REGIONS``).

    Parameters
    ----------
    region
        The region.
    levels
        The levels whose regions have figures.

    Returns
    -------
    DataFrame
        A row for each region. The year of the codes is that of the population, whose publishers
        count by the municipalities of the day.
    """
    import pandas as pd

    member, places = memberships(region), region.municipalities
    years = places["population_date"].str[:4]
    # what each country calls the codes of its municipalities
    called = {
        one.code: shape.called
        for one in all_countries()
        for shape in one.codes
        if shape.level == "municipality"
    }
    rows = []
    for level in levels:
        for code in sorted(set(level.groups.dropna())):
            inside = places.index[member[level.name] == code]
            year = years.loc[inside].max()
            country = level.countries.get(code)
            row = {"region_code": code, "region_level": level.name, "country": country}
            row |= {f"name_{x}": level.names.get(code, code) for x in words.LANGUAGES}
            if level.name == "municipality":
                row |= {"lau": code, "lau_year": year}
                own = called.get(str(country))
                row |= {own: code, f"{own}_year": year} if own else {}
            for above in LEVELS[1:]:
                within = set(member.loc[inside, above])
                row[above] = within.pop() if len(within) == 1 else None
            row["nuts_version"] = nuts_version(year)
            rows.append(row)
    columns = [column.name for column in FEED_REGIONS.columns]
    return pd.DataFrame(rows).reindex(columns=columns).astype(object)


def geometry_of(region: Region, levels: list[RegionLevel]) -> gpd.GeoDataFrame:
    """Return the outlines of the regions of the feed, the municipalities joined.

    Parameters
    ----------
    region
        The region.
    levels
        The levels whose regions have figures.

    Returns
    -------
    GeoDataFrame
        ``region_code, region_level, name, geometry`` in EPSG:4326.
    """
    import geopandas as gpd
    import pandas as pd
    import shapely

    member, places = memberships(region), region.municipalities
    frames = []
    for level in levels:
        codes = set(level.groups.dropna())
        inside = places[member[level.name].isin(codes)]
        united = gpd.GeoDataFrame(
            {"region_code": member.loc[inside.index, level.name]},
            geometry=inside.geometry,
            crs=4326,
        ).dissolve("region_code")
        frames.append(
            pd.DataFrame(
                {
                    "region_code": united.index,
                    "region_level": level.name,
                    "name": level.names.reindex(united.index).to_numpy(),
                    "geometry": [_as_multi(shape) for shape in shapely.normalize(united.geometry)],
                }
            )
        )
    return gpd.GeoDataFrame(pd.concat(frames, ignore_index=True), geometry="geometry", crs=4326)


def _as_multi(shape: BaseGeometry) -> MultiPolygon:
    """Return an outline as one of several parts, so that a layer has one kind of geometry."""
    import shapely

    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(polygons)


@cache
def _groups() -> dict[str, dict[str, object]]:
    """Read how regions of NUTS 3 make larger ones."""
    return tomllib.loads(files(__package__).joinpath("nuts_groups.toml").read_text("utf-8"))
