"""A plain list of opportunities, at points or in municipalities: the format to write by hand."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import GrensgeoWarning, some
from grensgeo.files import need_columns
from grensgeo.listings import listing_checks as listings
from grensgeo.schema import LISTINGS
from grensgeo.statistics import published

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

_KNOWN = tuple(column.name for column in LISTINGS.columns)
_NEEDS = ("id", "opp_type", "count", "country", "source_id")


def read_listings(
    path: str | Path, *, municipalities: gpd.GeoDataFrame | None = None
) -> pd.DataFrame:
    r"""Read a CSV of opportunities: jobs, internships, startups, at points or by municipality.

    Parameters
    ----------
    path
        CSV, separated by commas or semicolons, decimals with a point: ``id, opp_type (job,
        internship, apprenticeship, graduation, startup), count, lon, lat`` or ``region_code,
        country, eqf_min, eqf_max, sector_nace, language, valid_from, valid_to, source_id``;
        ``occupation`` too, and ``lower`` and ``upper`` where a count is hidden. A column that
        says nothing may be left out, but for id, opp_type, count, country and source_id. An
        empty field is unknown; an empty count too, not zero.
    municipalities
        Polygons with ``region_code`` and ``country`` (``region.municipalities``), to see whether
        each point lies in the country and the municipality that it names.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.LISTINGS`, in the order of the file.

    Raises
    ------
    FileError
        If the file is missing or is not text.
    InputError
        With every fault at once, by line; see docs/sources.md.

    Warns
    -----
    GrensgeoWarning
        For columns that are not known: they are not read.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "internships.csv"
    ...     _ = file.write_text(
    ...         "id,opp_type,count,lon,lat,country,eqf_min,source_id\n"
    ...         "a1,internship,2,6.89,52.22,NL,4,our-list\n"
    ...     )
    ...     table = read_listings(file)
    >>> table.loc[0, "id"], float(table.loc[0, "count"]), int(table.loc[0, "eqf_min"])
    ('a1', 2.0, 4)
    """
    path = Path(path)
    text = published.decode(path)
    header = text.split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    frame = published.rows_of(text, path=path, separator=separator)
    need_columns(frame, _NEEDS, path=path, what="a list of opportunities")
    strange = [name for name in frame.columns if name not in _KNOWN]
    if strange:
        warnings.warn(
            GrensgeoWarning(
                "columns-not-read",
                f"{path}: columns {some(map(repr, strange))} are not known and not read; known "
                "are "
                f"{', '.join(_KNOWN)}",
            ),
            stacklevel=2,
        )
    return listings.validate_listings(
        frame[[name for name in _KNOWN if name in frame.columns]],
        path,
        municipalities=municipalities,
    )
