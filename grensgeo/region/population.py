"""Inhabitants on one 1 km grid over both countries; the total of each municipality is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import Faults, InputError, some
from grensgeo.files import read_csv
from grensgeo.region.boundaries import GRID_DEG, read_layer
from grensgeo.region.sharing import apportion

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import shapely

#: The grid of the European statistical offices: ETRS89-LAEA, equal in area.
GRID_CRS = 3035
#: Side of a grid cell.
CELL_M = 1000

#: Inhabitants per km2 inside a Dutch settlement and in the countryside around it. They only
#: weigh one part of a postal code area against another; each area's own total is kept. Order of
#: magnitude: CBS, Bevolkingskernen in Nederland 2011 (kernen of the east: 1,900 to 3,000) and
#: verspreide huizen (30 to 60). Tried on Germany, where the pattern is known (see
#: ``data/README.md``), it misplaces fewer people than an even spread.
SETTLEMENT_PER_KM2 = 2500.0
COUNTRYSIDE_PER_KM2 = 40.0


def read_table(path: Path, columns: dict[str, type]) -> pd.DataFrame:
    """Read a delimited file and hold it to its columns.

    Parameters
    ----------
    path
        CSV file; see :func:`grensgeo.files.read_csv`.
    columns
        Columns that must be there; those of type ``str`` are kept as text, so that ``00`` does
        not become ``0``; the others must hold numbers.

    Returns
    -------
    DataFrame
        All columns of the file; ``*``, ``-`` and empty fields of number columns are NaN.

    Raises
    ------
    FileError
        If the file is missing or is not a table.
    InputError
        If columns are missing, there are no rows or a number is none.
    """
    import pandas as pd

    frame = read_csv(path).fillna("")
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        raise InputError(
            "column-missing", f"{path}: columns {some(missing)} are missing; found {some(frame)}"
        )
    if frame.empty:
        raise InputError("table-empty", f"{path}: no rows; fetch it again")
    for name, kind in columns.items():
        if kind is str:
            continue
        text = frame[name].str.strip()
        # `*` is suppressed and `-` not applicable in the tables of BIBB and BA
        known = ~text.isin(["", "*", "-"])
        numbers = pd.to_numeric(text.where(known), errors="coerce")
        wrong = text[known & numbers.isna()].tolist()
        if wrong:
            raise InputError(
                "not-a-number", f"{path}: column {name!r} holds {some(wrong)}, not numbers"
            )
        frame[name] = numbers
    return frame


def read_zensus_grid(path: Path) -> pd.DataFrame:
    """Read the 1 km grid of the German census.

    Parameters
    ----------
    path
        CSV of the publisher, separated by semicolons: ``GITTER_ID_1km``, ``Einwohner``.

    Returns
    -------
    DataFrame
        ``grid_id`` (``1kmN3187E4103``) and ``population``. Cells with ``-1`` (nobody, or so few
        that the figure is suppressed: the smallest published one is 3) are left out: nobody is
        placed there.

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If ids are not those of a 1 km grid, come twice, or a figure is missing.
    """
    frame = read_table(path, {"GITTER_ID_1km": str, "Einwohner": float})
    ids = frame["GITTER_ID_1km"].str.extract(r"(?:RES1000m|1km)N(\d{4})(?:000)?E(\d{4})(?:000)?$")
    grid_id = "1kmN" + ids[0] + "E" + ids[1]
    wrong = frame.loc[grid_id.isna(), "GITTER_ID_1km"].tolist()
    twice = grid_id[grid_id.duplicated() & grid_id.notna()].tolist()
    odd = frame.loc[~((frame["Einwohner"] >= 0) | (frame["Einwohner"] == -1)), "GITTER_ID_1km"]
    if wrong or twice or len(odd):
        raise InputError(
            "publisher-rows-wrong",
            f"{path}: ids that are not of a 1 km grid: {some(wrong) or 'none'}; ids that come "
            f"twice: {some(twice) or 'none'}; no figure at {some(odd) or 'none'}",
        )
    cells = frame.assign(grid_id=grid_id, population=frame["Einwohner"])
    inhabited = cells["population"] > 0
    return cells.loc[inhabited, ["grid_id", "population"]].reset_index(drop=True)


def read_zensus_totals(path: Path) -> pd.DataFrame:
    """Read the census population of each Gemeinde.

    Parameters
    ----------
    path
        CSV with ``ags``, ``time`` and ``personen``.

    Returns
    -------
    DataFrame
        ``region_code, population, population_date``.

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If a Gemeinde comes twice or has no figure.
    """
    frame = read_table(path, {"ags": str, "time": str, "personen": float})
    totals = frame.rename(
        columns={"ags": "region_code", "personen": "population", "time": "population_date"}
    )
    return _totals(totals, path)


def read_gemeente_totals(path: Path, *, population_date: str) -> pd.DataFrame:
    """Read the population of each gemeente.

    Parameters
    ----------
    path
        Gemeenten with ``statcode`` and ``inwoners``.
    population_date
        Date of the figures; the file does not hold it.

    Returns
    -------
    DataFrame
        ``region_code, population, population_date``.

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If a gemeente comes twice or has no figure.
    """
    frame = read_layer(path, ("statcode", "inwoners"))
    totals = frame.rename(columns={"statcode": "region_code", "inwoners": "population"})
    return _totals(totals.assign(population_date=population_date), path)


def _totals(frame: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Check one row and one figure a municipality."""
    import numpy as np
    import pandas as pd

    frame = frame.assign(population=pd.to_numeric(frame["population"], errors="coerce"))
    twice = frame.loc[frame["region_code"].duplicated(), "region_code"].tolist()
    known = (frame["population"] >= 0) & np.isfinite(frame["population"])
    empty = frame.loc[~known, "region_code"].tolist()
    if twice or empty:
        raise InputError(
            "publisher-rows-wrong",
            f"{path}: municipalities that come twice: {some(twice) or 'none'}; "
            f"without a figure: {some(empty) or 'none'}",
        )
    totals = frame[["region_code", "population", "population_date"]].astype({"population": int})
    return totals.sort_values("region_code", ignore_index=True)


def read_pc4(path: Path) -> gpd.GeoDataFrame:
    """Read the inhabitants of the Dutch four-digit postal code areas.

    Parameters
    ----------
    path
        Areas with ``postcode``, ``inwoners`` and ``gemeente`` (name).

    Returns
    -------
    GeoDataFrame
        ``postcode, population, gemeente, geometry`` in EPSG:3035.

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If an area comes twice or has no figure.
    """
    import pandas as pd

    frame = read_layer(path, ("postcode", "inwoners", "gemeente")).to_crs(GRID_CRS)
    frame = frame.assign(
        postcode=frame["postcode"].astype(str),
        population=pd.to_numeric(frame["inwoners"], errors="coerce").astype(float),
    )
    twice = frame.loc[frame["postcode"].duplicated(), "postcode"].tolist()
    empty = frame.loc[~(frame["population"] >= 0), "postcode"].tolist()
    if twice or empty:
        raise InputError(
            "publisher-rows-wrong",
            f"{path}: postal codes that come twice: {some(twice) or 'none'}; "
            f"without a figure: {some(empty) or 'none'}",
        )
    return frame[["postcode", "population", "gemeente", "geometry"]].set_geometry(
        frame.geometry.make_valid()
    )


def grid_parts(municipalities: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Split the municipalities by the 1 km grid.

    Parameters
    ----------
    municipalities
        ``region_code``, ``country`` and outlines.

    Returns
    -------
    GeoDataFrame
        ``grid_id, region_code, country, geometry`` in EPSG:3035: one row for each cell and
        municipality that have land in common, sorted by municipality and cell.
    """
    import geopandas as gpd
    import numpy as np
    import pandas as pd
    import shapely

    rows = []
    areas = municipalities.to_crs(GRID_CRS)
    for area in areas.sort_values("region_code").itertuples(index=False):
        west, south, east, north = np.asarray(shapely.bounds(area.geometry)) // CELL_M
        across, up = np.meshgrid(np.arange(west, east + 1), np.arange(south, north + 1))
        x, y = across.ravel().astype(int), up.ravel().astype(int)
        boxes = shapely.box(x * CELL_M, y * CELL_M, (x + 1) * CELL_M, (y + 1) * CELL_M)
        shapely.prepare(area.geometry)
        hit = shapely.intersects(area.geometry, boxes)
        parts = shapely.intersection(area.geometry, boxes[hit])
        ids = [f"1kmN{n}E{e}" for n, e in zip(y[hit], x[hit], strict=True)]
        frame = pd.DataFrame({"grid_id": ids, "geometry": parts})
        frame["region_code"], frame["country"] = area.region_code, area.country
        rows.append(frame[shapely.area(parts) > 0].sort_values("grid_id"))
    whole = pd.concat(rows, ignore_index=True)
    return gpd.GeoDataFrame(
        whole[["grid_id", "region_code", "country"]],
        geometry=list(whole["geometry"]),
        crs=GRID_CRS,
    )


def weights_from_grid(parts: gpd.GeoDataFrame, grid: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Weigh the parts of one country by a grid of inhabitants.

    A cell's inhabitants are shared over its parts by area: the census counted one country only,
    so a cell on the border belongs to that country's parts alone.

    Parameters
    ----------
    parts
        What :func:`grid_parts` gave, of one country.
    grid
        ``grid_id`` and ``population``.

    Returns
    -------
    ndarray of float64
        A weight for each part: expected inhabitants.
    """
    import numpy as np

    area = parts.area
    share = area / area.groupby(parts["grid_id"]).transform("sum")
    known = parts["grid_id"].map(grid.set_index("grid_id")["population"]).fillna(0.0)
    return np.asarray(share * known, dtype=np.float64)


def outside_grid(parts: gpd.GeoDataFrame, grid: pd.DataFrame) -> list[str]:
    """List the municipalities that reach beyond the rectangle that a grid covers.

    Their pattern is not known from the grid: spread their inhabitants by
    :func:`weights_from_areas` instead, or all of them land on the side that is covered.

    Parameters
    ----------
    parts
        What :func:`grid_parts` gave.
    grid
        ``grid_id`` and ``population``.

    Returns
    -------
    list of str
        Region codes in order.
    """
    have = grid["grid_id"].str.extract(r"N(\d+)E(\d+)").astype(int)
    want = parts["grid_id"].str.extract(r"N(\d+)E(\d+)").astype(int)
    beyond = ((want < have.min()) | (want > have.max())).any(axis=1)
    return sorted(parts.loc[beyond.to_numpy(), "region_code"].unique())


def settlements(places: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Draw a disc for each place, as large as its inhabitants need.

    Parameters
    ----------
    places
        Points with ``population``.

    Returns
    -------
    GeoSeries
        The united discs as single polygons in EPSG:3035; the area of a disc is its inhabitants
        by :data:`SETTLEMENT_PER_KM2`.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    points = places.to_crs(GRID_CRS).geometry.to_numpy()
    radius_m = np.sqrt(places["population"].to_numpy() / SETTLEMENT_PER_KM2 / np.pi) * 1000
    united = shapely.union_all(shapely.buffer(points, radius_m, quad_segs=8))
    return gpd.GeoSeries(shapely.get_parts(united), crs=GRID_CRS)


def weights_from_areas(
    parts: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, *, towns: gpd.GeoSeries | None = None
) -> npt.NDArray[np.float64]:
    """Weigh the parts by the inhabitants of smaller areas such as postal codes.

    Each area's inhabitants are spread over that part of it which lies in its own municipality,
    inside a settlement :data:`SETTLEMENT_PER_KM2` against :data:`COUNTRYSIDE_PER_KM2` outside.

    Parameters
    ----------
    parts
        What :func:`grid_parts` gave.
    areas
        ``region_code``, ``population`` and outlines in EPSG:3035, not overlapping.
    towns
        Settlements, see :func:`settlements`; without them the spread is even.

    Returns
    -------
    ndarray of float64
        A weight for each part: expected inhabitants.

    Raises
    ------
    InputError
        If an inhabited area has no land in common with its own municipality.
    """
    import numpy as np
    import pandas as pd
    import shapely

    inhabited = areas[areas["population"] > 0].reset_index(drop=True)
    part, area = shapely.STRtree(inhabited.geometry.to_numpy()).query(
        parts.geometry.to_numpy(), predicate="intersects"
    )
    own = parts["region_code"].to_numpy()[part] == inhabited["region_code"].to_numpy()[area]
    part, area = part[own], area[own]
    pieces = shapely.intersection(
        parts.geometry.to_numpy()[part], inhabited.geometry.to_numpy()[area]
    )
    capacity = COUNTRYSIDE_PER_KM2 * shapely.area(pieces)
    if towns is not None:
        piece, town = shapely.STRtree(towns.to_numpy()).query(pieces, predicate="intersects")
        inside = shapely.area(shapely.intersection(pieces[piece], towns.to_numpy()[town]))
        built = np.bincount(piece, weights=inside, minlength=len(pieces))
        capacity += (SETTLEMENT_PER_KM2 - COUNTRYSIDE_PER_KM2) * built
    whole = np.bincount(area, weights=capacity, minlength=len(inhabited))
    if not (whole > 0).all():
        lost = inhabited.loc[whole <= 0, "region_code"].tolist()
        raise InputError(
            "outside-municipality",
            f"areas with inhabitants lie outside their municipality: {some(lost)}",
        )
    share = capacity / whole[area] * inhabited["population"].to_numpy()[area]
    return np.asarray(
        pd.Series(share).groupby(part).sum().reindex(range(len(parts)), fill_value=0.0)
    )


def uncovered(municipalities: gpd.GeoDataFrame, areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the land of each municipality that no area covers, with the inhabitants that lack.

    Postal code areas at the edge of the data were not all given; their inhabitants are known as
    the rest of their municipality and belong on the rest of its land.

    Parameters
    ----------
    municipalities
        ``region_code``, ``population`` and outlines.
    areas
        ``region_code``, ``population`` and outlines in EPSG:3035.

    Returns
    -------
    GeoDataFrame
        ``region_code, population, geometry`` in EPSG:3035, only where inhabitants lack.

    Raises
    ------
    InputError
        If the areas have more inhabitants than their municipality.
    """
    import geopandas as gpd

    known = areas.groupby("region_code")["population"].sum()
    rows = municipalities.to_crs(GRID_CRS).set_index("region_code")
    lacking = rows["population"] - known.reindex(rows.index, fill_value=0.0)
    if (lacking < 0).any():
        raise InputError(
            "parts-exceed-total",
            "areas have more inhabitants than their municipality: "
            f"{some(lacking.index[lacking < 0])}",
        )
    codes = lacking.index[lacking > 0]
    land = [
        rows.geometry[code].difference(areas.geometry[areas["region_code"] == code].union_all())
        for code in codes
    ]
    return gpd.GeoDataFrame(
        {"region_code": list(codes), "population": lacking[codes].to_numpy()},
        geometry=land,
        crs=GRID_CRS,
    )


def make_cells(
    parts: gpd.GeoDataFrame,
    weights: npt.NDArray[np.float64],
    totals: pd.Series,
    *,
    keep: npt.NDArray[np.bool_] | None = None,
) -> gpd.GeoDataFrame:
    """Assign each municipality's inhabitants to its parts of the grid, to the person.

    Parameters
    ----------
    parts
        What :func:`grid_parts` gave; with ``lon`` and ``lat`` where a point of its own stands for
        each.
    weights
        A weight for each part.
    totals
        Inhabitants by ``region_code``.
    keep
        Parts that stay though nobody lives there.

    Returns
    -------
    GeoDataFrame
        As :data:`grensgeo.schema.CELLS` in EPSG:4326, parts without inhabitants left out; the
        sum over a municipality's cells is its total exactly.

    Raises
    ------
    InputError
        If a municipality has inhabitants but no weight anywhere.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    population = np.zeros(len(parts), dtype=np.int64)
    faults = Faults()
    for code, rows in parts.groupby("region_code").indices.items():
        if totals[code] and not weights[rows].sum() > 0:
            faults.append(code)
            continue
        population[rows] = apportion(weights[rows], int(totals[code]))
    absent = sorted(set(totals.index[totals > 0]) - set(parts["region_code"]))
    if faults or absent:
        raise InputError(
            "no-inhabited-land", f"no inhabited land is known in {some([*faults, *absent])}"
        )
    some_one = population > 0 if keep is None else (population > 0) | keep
    cells = parts[some_one].to_crs(4326).reset_index(drop=True)
    geometry = _quantised(cells.geometry.to_numpy())
    points = shapely.point_on_surface(geometry)
    cells["cell_id"] = cells["grid_id"] + "-" + cells["region_code"]
    cells["population"] = population[some_one]
    if "lon" not in cells:
        cells["lon"], cells["lat"] = shapely.get_x(points), shapely.get_y(points)
    cells["lon"], cells["lat"] = np.round(cells["lon"], 6), np.round(cells["lat"], 6)
    columns = ["cell_id", "grid_id", "region_code", "country", "population", "lon", "lat"]
    return gpd.GeoDataFrame(cells[columns], geometry=geometry, crs=4326).sort_values(
        "cell_id", ignore_index=True
    )


def _quantised(geometry: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Round all corners to the coordinate grid and keep only the areas."""
    import numpy as np
    import shapely

    rounded = shapely.set_precision(geometry, GRID_DEG)
    areas: list[shapely.Geometry] = []
    for before, after in zip(geometry, rounded, strict=True):
        # a sliver narrower than the coordinate grid vanishes on it and stays as it was
        polygons = _areas_of(after) or _areas_of(before)
        areas.append(polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons))
    return shapely.normalize(np.array(areas, dtype=np.object_))


def _areas_of(geometry: shapely.Geometry) -> list[shapely.Polygon]:
    """List the polygons of a geometry that have an area."""
    import shapely

    parts = shapely.get_parts(geometry)
    return [part for part in parts if isinstance(part, shapely.Polygon) and part.area > 0]
