"""Tables of reach in files, and reach of the municipalities and NUTS3 regions of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.countries import COUNTRIES
from grensgeo.errors import InputError, some
from grensgeo.files import read_table
from grensgeo.files.tables import need_columns
from grensgeo.measures.combining import combine
from grensgeo.measures.long_reach import REACHED, WHERE, lengthen

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from grensgeo.region.region import Region

_COUNTS = ("cutoff_min", REACHED, "closed", "open", "border_effect")
_REACH = ("id", "country", "cutoff_min", "opportunity", WHERE, REACHED, "closed", "open",
          "border_effect")  # fmt: skip
BORDER = ("id", "country", "cutoff_min", "closed", "open", "border_effect")


def read_reach(path: Path, needs: tuple[str, ...] = _REACH) -> pd.DataFrame:
    """Read a table that ``grensgeo reach`` wrote, or one like it, with a column a country too."""
    what = "a table of reach"
    once = [name for name in needs if name not in {WHERE, REACHED}]
    old = [f"reach_{country.lower()}" for country in COUNTRIES[1:]]
    frame = read_table(path, needs=once, what=what, numbers=(*_COUNTS, *old))
    if REACHED in needs:
        frame = lengthen(frame, where=str(path))
        need_columns(frame, needs, path=path, what=what)
    return frame


def read_municipal_reach(
    path: Path, region: Region, *, needs: tuple[str, ...] = _REACH
) -> pd.DataFrame:
    """Read reach by municipality; that of cells is brought to theirs, weighted by population."""
    frame = read_reach(path, needs)
    if set(frame["id"]) <= set(region.municipalities.index):
        return frame  # the map holds it against the region
    absent = sorted(set(_REACH) - set(frame.columns))
    if absent:
        raise InputError(
            "column-missing",
            f"{path}: rows of cells without {some(absent)}; draw what grensgeo reach writes",
        )
    return reach_of_level(frame, region, where=str(path))


def reach_of_level(
    table: pd.DataFrame, region: Region, *, level: str = "region_code", where: str = "reach"
) -> pd.DataFrame:
    """Combine reach of cells or municipalities into that of municipalities or NUTS3 regions.

    Parameters
    ----------
    table
        Reach (``schema.REACH``) of cells of a region, or of its municipalities.
    region
        The region, which knows how many people live where.
    level
        ``region_code`` or ``nuts3``.
    where
        What the table is called in faults.

    Returns
    -------
    DataFrame
        Means over inhabitants, as :func:`grensgeo.measures.combine` gives them, with names.

    Raises
    ------
    InputError
        If ids are neither all municipalities nor all cells, and as ``combine`` does.
    """
    import pandas as pd

    places, cells = region.municipalities, region.cells
    if of_municipalities(table, region, where=where):
        groups, weights = places.index.to_series(), places["population"]
    else:
        groups, weights = cells["region_code"], cells["population"]
    regions = places.drop_duplicates("nuts3").set_index("nuts3")
    names = places["name"]
    if level == "nuts3":
        groups, names = groups.map(places["nuts3"]), regions["nuts3_name"]
    known = pd.concat([region.countries, regions["country"]])
    return combine(table, weights=weights, groups=groups, countries=known, names=names)


def of_municipalities(table: pd.DataFrame, region: Region, *, where: str) -> bool:
    """Return whether rows of reach are all of municipalities, and not all of cells.

    Parameters
    ----------
    table
        Reach.
    region
        The region.
    where
        What the table is called in faults.

    Raises
    ------
    InputError
        With the ids that the region does not have, or all of them where both kinds are mixed.
    """
    ids = set(table["id"].unique())
    cells, towns = set(region.cells.index), set(region.municipalities.index)
    if ids <= towns or ids <= cells:
        return ids <= towns
    unknown = sorted(str(name) for name in ids - cells - towns) or sorted(map(str, ids))
    lost = [name for name in unknown if f"0{name}" in towns]
    hint = f"; {some(lost)} lost their leading zero: read ids as text" if lost else ""
    raise InputError(
        "id-unknown",
        f"{where}: ids that are neither all municipalities nor all cells of the region: "
        f"{some(unknown)}{hint}",
    )


def name_mode(table: pd.DataFrame, mode: str | None, *, where: str) -> pd.DataFrame:
    """Return reach with a column mode, which it has or is told.

    Parameters
    ----------
    table
        Reach.
    mode
        Its mode, where the table has no column of that name.
    where
        What the table is called in faults.

    Raises
    ------
    InputError
        If the table says another mode, or nobody says one.
    """
    if mode and set(table.get("mode", ())) <= {mode}:
        return table.assign(mode=mode)
    if mode:
        modes = some(sorted(set(table["mode"])))
        raise InputError("option-unfit", f"{where}: is of mode {modes}; leave --mode out")
    if "mode" not in table.columns:
        raise InputError("option-missing", f"{where}: does not say its mode; give --mode")
    return table
