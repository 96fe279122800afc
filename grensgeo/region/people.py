"""Where people live: figures on grids, of areas, at points or by municipality, put on cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grensgeo.errors import InputError, some
from grensgeo.files import ending, need_file, read_csv
from grensgeo.notes import Note
from grensgeo.region.own_tables import read_own_figures
from grensgeo.region.population import GRID_CRS
from grensgeo.region.sharing import apportion
from grensgeo.statistics.eu.census_grid import read_census_grid
from grensgeo.statistics.grids import read_cbs_squares, read_zensus_grid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.arrays import Floats, Longs
    from grensgeo.spec import TableSpec

#: Squares of CBS name their corner so; all others lie in ETRS89-LAEA.
_OF_CBS = r"E\d{4}N\d{4}"
_CBS_CRS = 28992
#: Readers of grids by their name in the catalogue, and the column that tells their files.
GRIDS: dict[str, tuple[Callable[..., pd.DataFrame], re.Pattern[str]]] = {
    "read_cbs_squares": (
        read_cbs_squares,
        re.compile(r"(crs28992res|c28992r)\d+m?", re.IGNORECASE),
    ),
    "read_zensus_grid": (
        read_zensus_grid,
        re.compile(r"gitter_id_(100m|1km|10km)", re.IGNORECASE),
    ),
    "read_census_grid": (read_census_grid, re.compile(r"grd_id", re.IGNORECASE)),
}


@dataclass(frozen=True, eq=False)
class PeopleFigures:
    """Inhabitants as a source has them.

    Attributes
    ----------
    count
        How many, by row.
    shapes
        Squares, areas or points of the rows (EPSG:3035); None where only municipalities are told.
    code
        Municipality of each row; None where only places are told.
    date
        What day they are of.
    hidden
        How many rows hide their figure, and the most people that those can be.
    without
        Codes of municipalities or units that the source covers in part only.
    """

    count: pd.Series
    shapes: gpd.GeoSeries | None
    code: pd.Series | None
    date: str
    hidden: tuple[int, float] = (0, 0.0)
    without: tuple[str, ...] = ()


def read_people(table: TableSpec, extent: gpd.GeoSeries) -> PeopleFigures:
    """Read inhabitants of a file of one's own, also one that a publisher of grids brought out.

    Parameters
    ----------
    table
        Which file.
    extent
        What the region covers.
    """
    path = table.file
    if path is None:
        raise InputError("key-missing", "[[population]]: file is missing")
    need_file(path)
    reader = _grid_reader(path)
    if reader:
        try:  # its name may tell the day
            found = read_grid(path, reader, extent, date=table.date)
        except InputError as error:
            if error.code != "reference-date-missing":
                raise
            found = read_grid(path, reader, extent, date=table.said_date)
        return replace(found, without=table.without)
    own = read_own_figures(table)
    shapes = None if table.at is not None else own.shapes
    # places have the municipality in which they lie, unless a column was named for it
    code = own.code if shapes is None or "code" in table.columns else None
    return PeopleFigures(own.count, shapes, code, table.said_date, without=table.without)


def _grid_reader(path: Path) -> str:
    """Return the reader whose grid a file is, by its columns; empty for none."""
    if ending(path) == ".csv":
        names = list(read_csv(path).columns)
    elif ending(path) in {".gpkg", ".shp"}:
        import pyogrio

        layers = pyogrio.list_layers(path)
        names = list(pyogrio.read_info(path, layer=layers[0][0])["fields"]) if len(layers) else []
    else:
        return ""
    found = (key for key, (_, shape) in GRIDS.items() if any(map(shape.fullmatch, names)))
    return next(found, "")


def read_grid(path: Path, reader: str, extent: gpd.GeoSeries, *, date: str) -> PeopleFigures:
    """Read inhabitants of a publisher's grid, as squares.

    Parameters
    ----------
    path
        The file.
    reader
        One of :data:`GRIDS`.
    extent
        What the region covers: a square whose middle lies farther than its side is left out.
    date
        Day of the figures; empty if the file's name tells it.
    """
    import geopandas as gpd
    import numpy as np
    import pandas as pd
    import shapely

    read, _ = GRIDS[reader]
    wide = extent.to_crs(GRID_CRS).buffer(1500).to_crs(4326)
    day = {"reference_date": date} if date else {}
    facts = read(path, extent=wide, **day)
    hidden = facts["count"].isna()
    most = float(facts.loc[hidden, "upper"].sum())
    facts = facts[~hidden & (facts["count"] > 0)].reset_index(drop=True)
    of_cbs = facts["grid_id"].str.fullmatch(_OF_CBS).to_numpy()
    shapes = pd.Series(index=facts.index, dtype=object)
    for crs, rows in ((_CBS_CRS, of_cbs), (GRID_CRS, ~of_cbs)):
        if rows.any():
            part = facts[rows]
            centres = gpd.GeoSeries(gpd.points_from_xy(part["lon"], part["lat"]), crs=4326)
            x, y = centres.to_crs(crs).get_coordinates().to_numpy().T
            half = part["size_m"].to_numpy() / 2
            # the middle was written in degrees: back on the grid, to the metre
            west, south = np.round(x - half), np.round(y - half)
            boxes = shapely.box(west, south, west + 2 * half, south + 2 * half)
            shapes[rows] = np.asarray(gpd.GeoSeries(boxes, crs=crs).to_crs(GRID_CRS))
    return PeopleFigures(
        facts["count"],
        gpd.GeoSeries(list(shapes), crs=GRID_CRS),
        None,
        str(facts["reference_date"].iloc[0]) if len(facts) else date,
        (int(hidden.sum()), most),
    )


def put_on(
    shapes: gpd.GeoSeries,
    count: pd.Series,
    parts: gpd.GeoDataFrame,
    *,
    land: gpd.GeoSeries | None = None,
) -> tuple[Floats, float]:
    """Place counts of areas or points on parts of cells, by the area that they have in common.

    Parameters
    ----------
    shapes
        Points or polygons, EPSG:3035.
    count
        How many, by row of ``shapes``.
    parts
        Parts of cells, EPSG:3035.
    land
        On what land the counts of an area can lie, inside the parts and outside them; the parts
        themselves if left out.

    Returns
    -------
    tuple
        Counts by part (float64), and how many lie on the land and in no part.
    """
    import numpy as np

    shape, part, weight = _common(shapes, parts.geometry)
    if land is None:
        total = np.bincount(shape, weights=weight, minlength=len(shapes))
    else:
        of, _, area = _common(shapes, land)
        total = np.bincount(of, weights=area, minlength=len(shapes))
        total = np.maximum(total, np.bincount(shape, weights=weight, minlength=len(shapes)))
    values = count.fillna(0.0).to_numpy(dtype="float64")
    share = values[shape] * weight / total[shape]
    placed = np.bincount(part, weights=share, minlength=len(parts)).astype(np.float64)
    return placed, float(values[total > 0].sum() - share.sum())


def _common(shapes: gpd.GeoSeries, areas: gpd.GeoSeries) -> tuple[Longs, Longs, Floats]:
    """Return pairs of shapes and areas that have something in common, and how much.

    A point counts 1, in the first area that holds it.
    """
    import numpy as np
    import shapely

    one, other = shapes.to_numpy(), areas.to_numpy()
    shape, area = shapely.STRtree(other).query(one, predicate="intersects")
    points = shapely.get_type_id(one)[shape] == 0
    weight = np.ones(len(shape))
    weight[~points] = shapely.area(shapely.intersection(one[shape[~points]], other[area[~points]]))
    order = np.lexsort((area, shape))
    shape, area, weight, points = shape[order], area[order], weight[order], points[order]
    first = np.ones(len(shape), dtype=bool)
    first[1:] = shape[1:] != shape[:-1]
    kept = (weight > 0) & (first | ~points)
    return shape[kept], area[kept], weight[kept]


def match_codes(codes: pd.Series, municipalities: gpd.GeoDataFrame, country: str) -> pd.Series:
    """Return the municipality of each code: its own, or its country's without Eurostat's prefix.

    Parameters
    ----------
    codes
        Codes as a publisher or a user writes them; names, where none of them is a code.
    municipalities
        ``region_code``, ``country`` and, for names, ``name``.
    country
        Country of the codes.

    Returns
    -------
    Series
        ``region_code`` by row; NA where there is none of the region.
    """
    own = municipalities.loc[municipalities["country"] == country, "region_code"]
    bare = own.str.replace(r"^[A-Z]{2}_", "", regex=True)
    known = dict(zip(bare, own, strict=True)) | dict(zip(own, own, strict=True))
    plain = codes.str.replace(r"^[A-Z]{2}_", "", regex=True)
    found: pd.Series = codes.map(known).fillna(plain.map(known))
    if not found.notna().any() and "name" in municipalities:
        names = municipalities.loc[own.index, "name"]
        once = ~names.duplicated(keep=False)
        found = codes.map(dict(zip(names[once], own[once], strict=True)))
    return found


def totals_of(
    tables: Sequence[tuple[PeopleFigures, str]], municipalities: gpd.GeoDataFrame, country: str
) -> tuple[pd.Series, pd.Series]:
    """Return the inhabitants of each municipality that tables by code tell, and of which day.

    Parameters
    ----------
    tables
        Figures by code, each with its file for errors: together they tell of every municipality,
        and where two tell of one the later holds.
    municipalities
        Those of the region.
    country
        Whose are meant.

    Returns
    -------
    tuple
        Inhabitants and their day, by ``region_code``.

    Raises
    ------
    InputError
        If a municipality stands twice in a table, or has no figure in any.
    """
    import pandas as pd

    own = municipalities.loc[municipalities["country"] == country, "region_code"]
    totals = pd.Series(float("nan"), index=own.to_numpy(dtype=object))
    days = pd.Series(None, index=totals.index, dtype=object)
    twice: set[str] = set()
    codes: list[str] = []
    for figures, _ in tables:
        code = figures.code if figures.code is not None else pd.Series(dtype=str)
        region = match_codes(code, municipalities, country)
        rows = figures.count.groupby(region).agg(["size", "sum", "count"])
        twice |= set(rows.index[rows["size"] > 1])
        codes += code.head(3).tolist()
        known = rows.index[rows["count"] > 0]
        totals[known] = rows.loc[known, "sum"].round()
        days[known] = figures.date
    absent = sorted(totals.index[totals.isna()])
    if twice or absent:
        raise InputError(
            "publisher-rows-wrong",
            f"{some([name for _, name in tables])}: municipalities that stand twice: "
            f"{some(sorted(twice)) or 'none'}; without inhabitants: {some(absent) or 'none'}; "
            f"there are codes such as {some(codes)}",
        )
    return totals.astype("int64"), days


def whole_totals(weights: Floats, parts: gpd.GeoDataFrame) -> pd.Series:
    """Return the inhabitants of each municipality, whole numbers that keep the sum of all.

    Parameters
    ----------
    weights
        Inhabitants by part.
    parts
        Parts with ``region_code``.
    """
    import pandas as pd

    sums = pd.Series(weights).groupby(parts["region_code"].to_numpy()).sum()
    if not sums.sum() > 0:
        return sums.astype("int64")
    return pd.Series(apportion(sums, round(float(sums.sum()))), index=sums.index)


def people_notes(figures: PeopleFigures, source: str) -> list[Note]:
    """Return what is to be said of hidden figures.

    Parameters
    ----------
    figures
        As read.
    source
        What the source is called.
    """
    rows, most = figures.hidden
    if not rows:
        return []
    return [Note("region.people-hidden", source=source, n=rows, most=round(most))]
