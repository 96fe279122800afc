"""Tables of reach, by municipality and region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import InputError, some
from grensgeo.files import read_table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from grensgeo.region.region import Region

_COUNTS = ("cutoff_min", "reach_nl", "reach_de", "closed", "open", "border_effect")
_REACH = ("id", "country", "cutoff_min", "opportunity", "reach_nl", "reach_de", "closed", "open",
          "border_effect")  # fmt: skip
BORDER = ("id", "country", "cutoff_min", "closed", "open", "border_effect")


def reach_table(path: Path, needs: tuple[str, ...] = _REACH) -> pd.DataFrame:
    """Read a table that ``grensgeo reach`` wrote, or one like it."""
    return read_table(path, needs=needs, what="a table of reach", numbers=_COUNTS)


def by_municipality(
    path: Path, region: Region, *, needs: tuple[str, ...] = _REACH
) -> pd.DataFrame:
    """Read reach by municipality; that of cells is brought to theirs, weighted by population."""
    frame = reach_table(path, needs)
    if set(frame["id"]) <= set(region.municipalities.index):
        return frame  # the map holds it against the region
    absent = sorted(set(_REACH) - set(frame.columns))
    if absent:
        raise InputError(
            "column-missing",
            f"{path}: rows of cells without {some(absent)}; draw what grensgeo reach writes",
        )
    return grouped(frame, path, region)


def grouped(
    frame: pd.DataFrame, path: Path, region: Region, *, level: str = "region_code"
) -> pd.DataFrame:
    """Bring reach of cells or municipalities to ``region_code`` or ``nuts3``, by population."""
    import pandas as pd

    from grensgeo.measures import combine

    places, cells = region.municipalities, region.cells
    ids = set(frame["id"])
    if ids <= set(places.index):
        groups, weights = places.index.to_series(), places["population"]
    else:
        groups, weights = cells["region_code"], cells["population"]
        unknown = sorted(str(name) for name in ids - set(cells.index))
        if unknown:
            lost = [name for name in unknown if f"0{name}" in places.index]
            hint = f"; {some(lost)} lost their leading zero: read ids as text" if lost else ""
            raise InputError(
                "id-unknown",
                f"{path}: ids that are neither all municipalities nor all cells of the region: "
                f"{some(unknown)}{hint}",
            )
    if level == "nuts3":
        groups = groups.map(places["nuts3"])
    known = pd.concat(
        [region.countries, places.drop_duplicates("nuts3").set_index("nuts3")["country"]]
    )
    return combine(frame, weights=weights, groups=groups, countries=known)
