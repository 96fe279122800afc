"""The census of 2021 on the grid of 1 km, of every country of the EU and EFTA (GEOSTAT)."""

from __future__ import annotations

import csv
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Faults, FileError, GrensgeoWarning, InputError, some
from grensgeo.files import need_file
from grensgeo.notes import Note
from grensgeo.statistics.grids import place_cells
from grensgeo.statistics.plausible import crowd_faults
from grensgeo.statistics.published import (
    Marker,
    duplicate_faults,
    lines,
    read_counts,
    refuse,
    whole_faults,
)

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

_CRS = 3035
_CELL = r"CRS3035RES(\d+)mN(\d+)E(\d+)"
#: People of a country whose cell is not known stand in a row of their own.
_UNPLACED = re.compile(r"[A-Z]{2}_unallocated", re.IGNORECASE)
#: Codes in place of a figure. Source: Eurostat, Census 2021 grid, data description.
_MARKERS = {
    "-8888": Marker("confidential", lower=0.0),
    "-9999": Marker("not available", lower=0.0),
    "": Marker("left empty", lower=0.0),
}
#: Bytes that are read at a time: the file has 4.6 million rows.
_BLOCK = 1 << 24


def read_census_grid(
    path: str | Path,
    *,
    measure: str = "T",
    reference_date: str = "2021-01-01",
    extent: gpd.GeoSeries | None = None,
    source_id: str = "eurostat-census-grid-2021",
) -> pd.DataFrame:
    """Read Eurostat's census grid, in bounded memory.

    Parameters
    ----------
    path
        CSV of version 3 (``ESTAT_Census_2021_V3.csv``), a column a measure.
    measure
        ``T``, everybody; ``EMP`` are employed persons by where they live, no jobs.
    reference_date
        Day of the figures.
    extent
        Only cells whose centre lies within are kept.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.GRID_FACTS`, one row a cell in order of id. A cell on a border
        stands once, with the people of all its countries. ``-8888`` and ``-9999`` are no figures:
        they are ``marker``, and no bound is known.

    Raises
    ------
    FileError
        If the file is missing or cannot be read.
    InputError
        If it is another file or version, ids are those of no cell of 1 km or come twice, or
        figures are negative or written otherwise.

    Warns
    -----
    GrensgeoWarning
        How many people stand in no cell.
    """
    import pandas as pd
    import pyarrow as pa
    from pyarrow.csv import ConvertOptions, ReadOptions, open_csv

    file = Path(path)
    need_file(file)
    parts: list[pd.DataFrame] = []
    unplaced, line = 0.0, 2
    try:
        names = _names(file, measure)
        # strict: a row of more or fewer fields than the header ends it
        rows = open_csv(
            file,
            read_options=ReadOptions(block_size=_BLOCK),
            convert_options=ConvertOptions(
                include_columns=names, column_types=dict.fromkeys(names, pa.string())
            ),
        )
        for block in rows:
            frame = block.to_pandas().set_axis(["grid_id", "figure"], axis=1)
            frame = frame.apply(lambda column: column.str.strip())
            frame.index = pd.RangeIndex(line, line + len(frame), name="line")
            line += len(frame)
            outside = frame["grid_id"].str.fullmatch(_UNPLACED)
            known = pd.to_numeric(frame.loc[outside, "figure"], errors="coerce")
            unplaced += float(known[known > 0].sum())
            parts.append(_near(frame[~outside], extent))
    except (pa.ArrowInvalid, OSError) as error:
        raise FileError(
            "file-unreadable", f"{file}: not a readable CSV ({error}); fetch it again"
        ) from None
    if not parts:
        raise InputError("table-empty", f"{file}: no rows; fetch it again")
    frame = pd.concat(parts)
    if frame.empty:
        raise InputError("nothing-in-area", f"{file}: no cell has its centre within the extent")
    cells = frame["grid_id"].str.extract(f"^{_CELL}$").astype("float64")
    wrong = (cells[0] != 1000) | (cells[1] % 1000 != 0) | (cells[2] % 1000 != 0)
    faults = Faults()
    if wrong.any():
        faults.add(
            "code-malformed",
            f"ids of no cell of 1 km ({some(map(repr, frame.loc[wrong, 'grid_id']))}, "
            f"{lines(frame.index[wrong])}); expected such as CRS3035RES1000mN3069000E4030000",
        )
    faults += duplicate_faults(frame, ["grid_id"])
    figures, found = read_counts(frame["figure"], _MARKERS)
    found += whole_faults(frame["figure"], what=measure) + crowd_faults(figures["count"], 1000)
    refuse(file, faults + found)
    if unplaced:
        note = Note("publishers.no-cell", n=int(unplaced), measure=measure)
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=2)
    table = figures.assign(grid_id=frame["grid_id"], measure=measure, size_m=1000)
    table["reference_date"], table["source_id"] = reference_date, source_id
    centres = (cells[2].to_numpy() + 500, cells[1].to_numpy() + 500)
    return place_cells(table, centres, crs=_CRS, extent=extent, file=file)


def _names(file: Path, measure: str) -> list[str]:
    """Return the names of the columns of ids and figures, as they are written in the file."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        header = next(csv.reader(text), [])
    with file.open("rb") as data:
        data.seek(-min(1, file.stat().st_size), 2)
        if data.read(1) == b",":
            raise InputError("rows-ragged", f"{file}: the last row is cut short; fetch it again")
    known = {name.strip().upper(): name for name in header}
    missing = [name for name in ("GRD_ID", measure.upper()) if name not in known]
    if missing:
        raise InputError(
            "column-missing",
            f"{file}: no columns {some(missing)}; not the census grid of version 3 as CSV, or not "
            "its measure (T, M, F, Y_LT15, Y_1564, Y_GE65, EMP ...)",
        )
    return [known["GRD_ID"], known[measure.upper()]]


def _near(frame: pd.DataFrame, extent: gpd.GeoSeries | None) -> pd.DataFrame:
    """Return the rows that lie in the box around an extent; those with damaged ids as well."""
    if extent is None:
        return frame
    west, south, east, north = extent.to_crs(_CRS).total_bounds
    cells = frame["grid_id"].str.extract(f"^{_CELL}$").astype("float64")
    inside = cells[2].between(west - 1000, east) & cells[1].between(south - 1000, north)
    return frame[inside | cells[2].isna()]
