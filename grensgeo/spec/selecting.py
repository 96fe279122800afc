"""Which municipalities a region has: those of its areas, and those around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import Faults, InputError, some
from grensgeo.files import read_csv
from grensgeo.planes import utm_epsg_of
from grensgeo.spec.area_codes import BY_BEGINNING
from grensgeo.spec.region_file import RING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd
    import pandas as pd
    import shapely

    from grensgeo.spec.area_codes import AreaCode
    from grensgeo.spec.region_file import RegionSpec


def select_municipalities(
    outlines: gpd.GeoDataFrame,
    spec: RegionSpec,
    *,
    units: Mapping[str, gpd.GeoDataFrame] | None = None,
) -> gpd.GeoDataFrame:
    """Select the municipalities of a region, each with its area or ``ring``.

    Parameters
    ----------
    outlines
        Municipalities of every country of the region, and more: ``region_code``, ``country``, a
        geometry, and ``nuts3`` if it is known; a code of Eurostat's begins with its country
        (``BE_63040``).
    spec
        The region.
    units
        Outlines of coarser units by level (``corop``, ``province``, ``nuts3``), with
        ``region_code`` (and ``name``): a municipality lies in the one that holds a point in the
        middle of it.

    Returns
    -------
    GeoDataFrame
        The rows of those in the region, with ``area``; and ``nuts3`` and ``nuts3_name`` where
        units of that level are given.

    Raises
    ------
    InputError
        If a code of the region's file is of no municipality, or one is in two areas.
    """
    import pandas as pd

    inside = {
        level: _unit_of(outlines.reset_index(drop=True), found)
        for level, found in (units or {}).items()
    }
    frame = name_nuts3(outlines, units)
    area = pd.Series(pd.NA, index=frame.index, dtype=object)
    faults = Faults()
    for item in spec.areas:
        for code in item.codes:
            here = _in_area(frame, code, inside)
            if not here.any():
                faults.add(
                    "area-unknown",
                    f"[[areas]] {item.area_id}: no municipality of the boundaries lies in "
                    f"{code.code} ({code.level} of {code.country}); look at the code and the year",
                )
            taken = here & area.notna() & (area != item.area_id)
            if taken.any():
                faults.add(
                    "id-twice",
                    f"[[areas]] {item.area_id}: {some(frame.loc[taken, 'region_code'])} are of "
                    "another area too",
                )
            area[here] = item.area_id
    if faults:
        raise InputError.of(faults, where=spec.region_id)
    if spec.ring_km:
        metres = frame.geometry.to_crs(utm_epsg_of(frame[area.notna()]))
        middle = metres[area.notna()].union_all()
        area[area.isna() & (metres.distance(middle) <= spec.ring_km * 1000)] = RING
    frame["area"] = area
    return frame[area.notna()].reset_index(drop=True)


def name_nuts3(
    outlines: gpd.GeoDataFrame, units: Mapping[str, gpd.GeoDataFrame] | None = None
) -> gpd.GeoDataFrame:
    """Return municipalities with the NUTS 3 region in which each lies.

    Parameters
    ----------
    outlines, units
        As :func:`select_municipalities`.

    Returns
    -------
    GeoDataFrame
        The same rows; ``nuts3`` and ``nuts3_name`` are added where units of that level are given.
    """
    import pandas as pd

    frame = outlines.reset_index(drop=True)
    if units and "nuts3" in units:
        given = frame["nuts3"] if "nuts3" in frame else pd.Series(index=frame.index, dtype=object)
        inside = _unit_of(frame, units["nuts3"])
        frame["nuts3"] = inside.where(inside.notna(), given)
        frame["nuts3_name"] = frame["nuts3"].map(_names(units["nuts3"]))
    return frame


def tell_nuts3(outlines: gpd.GeoDataFrame, spec: RegionSpec) -> gpd.GeoDataFrame:
    """Return municipalities with the NUTS 3 regions that tables of one's own tell by code.

    Parameters
    ----------
    outlines
        ``region_code`` and ``country``.
    spec
        The region, with its tables ``nuts3``: a row is for the municipality of its code, else for
        all whose code begins so.

    Returns
    -------
    GeoDataFrame
        The same rows; ``nuts3`` and ``nuts3_name`` are filled in where a table tells them.
    """
    import pandas as pd

    tables = [(table, table.file) for table in spec.tables_of("nuts3") if table.file is not None]
    if not tables:
        return outlines
    frame = outlines.copy()
    for name in ("nuts3", "nuts3_name"):
        if name not in frame:
            frame[name] = pd.Series(index=frame.index, dtype=object)
    national = frame["region_code"].str.replace(r"^[A-Z]{2}_", "", regex=True)
    for table, file in tables:
        rows = read_csv(file)
        named = {key: table.columns.get(key, key) for key in ("code", "nuts3", "nuts3_name")}
        missing = [name for key, name in named.items() if key != "nuts3_name" and name not in rows]
        if missing:
            raise InputError(
                "column-missing",
                f"{file}: no column {some(missing)}; found {some(rows.columns, most=12)}; "
                "name it in [[nuts3]] columns",
            )
        twice = rows.loc[rows[named["code"]].duplicated(), named["code"]]
        if len(twice):
            raise InputError("id-twice", f"{file}: codes twice: {some(twice)}")
        here = frame["country"].isin([table.country] if table.country else spec.countries)
        # the longest code that begins a municipality's own is the nearest to it
        rows = rows.sort_values(named["code"], key=lambda code: code.str.len())
        for row in rows.to_dict("records"):
            mine = here & national.str.startswith(row[named["code"]])
            frame.loc[mine, "nuts3"] = row[named["nuts3"]]
            frame.loc[mine, "nuts3_name"] = row.get(named["nuts3_name"])
    return frame


def outline_of(municipalities: gpd.GeoDataFrame, *, margin_km: float = 0.0) -> shapely.Geometry:
    """Return what a region covers, and so far beyond it, in degrees.

    Parameters
    ----------
    municipalities
        Those of the region.
    margin_km
        How far beyond them.
    """
    import geopandas as gpd

    metric = utm_epsg_of(municipalities)
    whole = municipalities.geometry.to_crs(metric).buffer(max(margin_km * 1000, 1.0)).union_all()
    found: shapely.Geometry = gpd.GeoSeries([whole.simplify(100)], crs=metric).to_crs(4326).iloc[0]
    return found


def _in_area(
    frame: gpd.GeoDataFrame, code: AreaCode, inside: Mapping[str, pd.Series]
) -> pd.Series:
    """Return which municipalities lie in an area."""
    import pandas as pd

    own = frame["country"] == code.country
    national = frame["region_code"].str.replace(r"^[A-Z]{2}_", "", regex=True)
    here = pd.Series(data=False, index=frame.index)
    if code.municipal:
        here = national == code.national
    elif code.level in inside and code.level != "nuts3":
        here = inside[code.level] == code.code
    elif code.level.startswith("nuts"):
        if "nuts3" in frame:
            here = frame["nuts3"].fillna("").astype(str).str.startswith(code.code)
    elif code.level in BY_BEGINNING:
        here = national.str.startswith(code.national)
    both: pd.Series = own & here
    return both


def _unit_of(frame: gpd.GeoDataFrame, units: gpd.GeoDataFrame) -> pd.Series:
    """Return the code of the unit in which each municipality's middle lies."""
    import geopandas as gpd

    points = gpd.GeoDataFrame(geometry=frame.geometry.representative_point(), crs=frame.crs)
    joined = gpd.sjoin(points, units[["region_code", "geometry"]].to_crs(frame.crs), how="left")
    codes: pd.Series = joined.loc[~joined.index.duplicated(), "region_code"]
    return codes


def _names(units: gpd.GeoDataFrame) -> dict[str, str]:
    """Return names of units by code."""
    return dict(zip(units["region_code"], units.get("name", units["region_code"]), strict=True))
