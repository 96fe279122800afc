"""People and opportunities of a region, found by place and changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.declared import TEXT, Kind, option
from grensgeo.errors import Fault, Faults
from grensgeo.geodata.territories import METRES_PER_DEGREE
from grensgeo.scenario.checks import unknown_name

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.region.region import Region

#: A point in no inhabited cell counts to the nearest one within so many metres: beyond, nobody of
#: the region's tables stands for it (cells are 1 km wide, and business parks lie beside towns).
NEAREST_M = 2_500.0


def _not_a_point(value: list[object]) -> str:
    numbers = [v for v in value if isinstance(v, int | float) and not isinstance(v, bool)]
    return "" if len(numbers) == len(value) == 2 else f"is {value!r}, not [lon, lat]"


#: A place in degrees.
POINT = Kind(
    "a pair of lon and lat", (list,),
    {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}, _not_a_point,
)  # fmt: skip

#: How a place is declared.
PLACE = option(
    TEXT, "id of a cell, or code of a municipality, whose cells share it", absent="`at` is needed"
)
AT = option(
    POINT, "where it is, [lon, lat]", absent="`place` is needed",
    more=f"It counts to the cell there, or to the nearest within {NEAREST_M:g} m.",
)  # fmt: skip
OPPORTUNITY = option(TEXT, "what it is, by the name that the region uses, such as `jobs`")


def place_faults(place: object, at: object, *, name: str = "") -> list[Fault]:
    """List what is wrong with a place that is said by id or by coordinates."""
    names = (f"{name}place", f"{name}at")
    if (place is None) == (at is None):
        return [Fault("give-exactly-one", f"give one of {names[0]} and {names[1]}")]
    if place is not None:
        sound = isinstance(place, str) and bool(place)
        text = f"{names[0]}: {place!r} is not an id of a cell or a code of a municipality"
        return [] if sound else [Fault("type-wrong", text)]
    listed = list(at) if isinstance(at, Sequence) and not isinstance(at, str) else []
    wrong = _not_a_point(listed)
    if wrong:
        return [Fault("geometry-invalid", f"{names[1]}: {at!r} is not [lon, lat]")]
    if not (abs(listed[0]) <= 180 and abs(listed[1]) <= 90):
        return [
            Fault("coordinates-not-degrees", f"{names[1]}: {at!r}; write degrees, lon before lat")
        ]
    return []


def place_text(place: str | None, at: Sequence[float] | None) -> str:
    """Format a place that is said by id or by coordinates."""
    return str(place) if at is None else f"({at[0]:g}, {at[1]:g})"


def cells_at(region: Region, place: str | None, at: Any, faults: Faults) -> Flags:  # noqa: ANN401
    """Find the cells of a place.

    Parameters
    ----------
    region
        The region.
    place, at
        Id of a cell or code of a municipality; or lon and lat. One of them is given.
    faults
        Told what is not there.

    Returns
    -------
    ndarray
        bool (n_cells,); none where there is a fault.
    """
    import shapely

    cells = region.cells
    if place is not None:
        found = np.asarray((cells["cell_id"] == place) | (cells["region_code"] == place))
        if not found.any():
            faults.append(
                unknown_name(place, [*region.municipalities.index, *cells["cell_id"]], "place")
            )
        return found
    lon, lat = (float(value) for value in at)
    point = shapely.Point(lon, lat)
    # degrees of longitude are shorter: what lies east or west is nearer than it is taken to be
    metres = METRES_PER_DEGREE * shapely.distance(cells.geometry.to_numpy(), point)
    found = np.zeros(len(cells), dtype=bool)
    land = shapely.intersects(region.municipalities.geometry.to_numpy(), point)
    if land.any():  # what lies on one side of a border does not count to the other
        codes = region.municipalities["country"].to_numpy()[land]
        metres = np.where(np.isin(cells["country"], codes), metres, np.inf)
    nearest = int(np.argmin(metres))
    if metres[nearest] > NEAREST_M:
        turned = _swapped(region, lon, lat)
        hint = "lon and lat are exchanged" if turned else "give a place of the region"
        faults.add("elsewhere", f"at: ({lon:g}, {lat:g}) lies near none of its cells; {hint}")
        return found
    found[nearest] = True
    return found


def _swapped(region: Region, lon: float, lat: float) -> bool:
    west, south, east, north = region.municipalities.total_bounds
    margin = NEAREST_M / METRES_PER_DEGREE
    return bool(west - margin <= lat <= east + margin and south - margin <= lon <= north + margin)


def known_opportunity(region: Region, name: str, faults: Faults) -> bool:
    """Return whether a region counts an opportunity; add a fault where it does not."""
    if name in region.opportunities:
        return True
    faults.append(unknown_name(name, list(region.opportunities), "opportunity"))
    return False


def shared_over(
    region: Region, name: str, cells: Flags, *, total: float, faults: Faults
) -> Floats:
    """Share a number over cells, as an opportunity is shared there, else by inhabitants.

    Parameters
    ----------
    region, name
        The region, and what is counted.
    cells
        bool (n_cells,): the cells of one place.
    total
        What is shared.
    faults
        Told where its figure is not known.

    Returns
    -------
    ndarray
        float64 (n_cells,).
    """
    there = region.opportunities[name].to_numpy(dtype=np.float64)
    result = np.zeros(len(there))
    codes = sorted(set(region.cells["region_code"].to_numpy()[cells]))
    missing = np.isnan(there[cells])
    if missing.any():
        faults.add(
            "figure-unknown",
            f"{name}: no figure is known in {', '.join(codes)}; nothing can be added to it",
        )
        return result
    weights = there[cells]
    if weights.sum() <= 0:
        weights = region.cells["population"].to_numpy(dtype=np.float64)[cells]
    if weights.sum() <= 0:
        weights = np.ones(int(cells.sum()))
    result[cells] = total * weights / weights.sum()
    return result


def with_counts(region: Region, counts: dict[str, Floats], *, scaled: bool = False) -> Region:
    """Return a region with other opportunities in its cells.

    Parameters
    ----------
    region
        The region; it is not changed.
    counts
        float64 (n_cells,) by opportunity: how many there are in each cell, NaN where the figure
        is not known.
    scaled
        Whether all of them were multiplied, bounds too. What is added is known to the last one,
        so that bounds move by as much; what goes is as little known as what stays.

    Returns
    -------
    Region
        In municipalities of which a count differs, every cell has its count as one of its own.
    """
    import pandas as pd

    table, placed = region.opportunity_table.copy(), region.cell_opportunities
    rows = [] if placed is None else [placed]
    home = region.cells["region_code"]
    for name, values in counts.items():
        after = pd.Series(values, index=region.cells.index)
        differs = (after - region.opportunities[name]).abs() > 0
        codes = set(home[differs])
        if not codes:
            continue
        own = home.isin(codes) & after.notna()
        if rows:
            kept = rows.pop(0)
            drop = (kept["opportunity"] == name) & kept["cell_id"].isin(home.index[own])
            rows.insert(0, kept[~drop])
        rows.append(
            pd.DataFrame(
                {"cell_id": home.index[own], "opportunity": name, "count": after[own].to_numpy()}
            )
        )
        sums = after[own].groupby(home[own]).sum()
        at = (table["opportunity"] == name) & table["region_code"].isin(sums.index)
        _move_bounds(table, at, sums, scaled=scaled)
        table.loc[at, "count"] = table.loc[at, "region_code"].map(sums).to_numpy()
        table.loc[at, "modelled"] = True
    known = pd.concat(rows, ignore_index=True) if rows else placed
    return replace(region, opportunity_table=table, cell_opportunities=known)


def _move_bounds(table: pd.DataFrame, at: pd.Series, sums: pd.Series, *, scaled: bool) -> None:
    """Change the bounds of some counts of a table, in place, before their counts change."""
    old = table.loc[at, "count"].astype("float64")
    new = table.loc[at, "region_code"].map(sums).astype("float64")
    part = (new / old).where((old > 0) & (scaled | (new < old)))
    for name in {"lower", "upper"} & set(table.columns):
        bound = table.loc[at, name].astype("float64")
        table.loc[at, name] = (bound * part).fillna(bound + (new - old))


def with_people(region: Region, more: Floats) -> Region:
    """Return a region with more inhabitants in its cells.

    What is shared out by inhabitants stays where it was: new homes move no jobs.

    Parameters
    ----------
    region
        The region; it is not changed.
    more
        Whole numbers (n_cells,).
    """
    counts = {
        name: region.opportunities[name].to_numpy(dtype=np.float64)
        for name in region.opportunities
    }
    cells, towns = region.cells.copy(), region.municipalities.copy()
    home = cells["region_code"][more != 0]
    kept = _fixed(region, counts, set(home))
    cells["population"] = cells["population"] + more.astype(np.int64)
    added = cells["population"].groupby(cells["region_code"]).sum()
    towns["population"] = towns.index.map(added).fillna(0).astype(np.int64)
    return replace(
        kept,
        cells=cells.reset_index(drop=True),
        municipalities=towns.reset_index(drop=True),
    )


def _fixed(region: Region, counts: dict[str, Floats], codes: set[str]) -> Region:
    """Return a region in which what some municipalities share out stands in their cells."""
    import pandas as pd

    home = region.cells["region_code"]
    own = home.isin(codes).to_numpy()
    placed = region.cell_opportunities
    rows = [] if placed is None else [placed]
    for name, values in counts.items():
        ids = home.index[own & ~np.isnan(values)]
        if placed is not None:
            there = placed[placed["opportunity"] == name]["cell_id"]
            done = set(home.reindex(there))
            ids = ids[~home[ids].isin(done).to_numpy()]
        at = home.index.get_indexer(ids)
        rows.append(pd.DataFrame({"cell_id": ids, "opportunity": name, "count": values[at]}))
    full = [frame for frame in rows if len(frame)]
    if not full:
        return region
    return replace(region, cell_opportunities=pd.concat(full, ignore_index=True))
