"""The feed as a wide table, a column an indicator: the documented layout of the Swing family.

``period, geolevel, geoitem`` and a column for each indicator; what is no number has a code. It is
that layout and no more: that a portal takes it is not claimed.
Source: ABF Research, Swing Studio, importing data from text files and Excel (variables by columns;
special values -99996 to -99999).
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.files.formulas import marked

if TYPE_CHECKING:
    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.monitor.standards.cube import Cube

#: What stands where there is no number: nothing is published of the region, suppressed, undefined
#: (divided by 0), not known.
EMPTY, SUPPRESSED, NOT_APPLICABLE, UNKNOWN = -99996, -99997, -99998, -99999
_HEAD = ("period", "geolevel", "geoitem")
#: The moment that workbooks bear, which would otherwise be now.
_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def wide_rows(cube: Cube) -> list[list[str | float]]:
    """Return the table with its head: a row for each period and region.

    Parameters
    ----------
    cube
        Figures by indicator, region and period.

    Returns
    -------
    list
        Figures rounded to the decimals of their indicators, and codes.
    """
    indicators = cube.indicators.index.tolist()
    shape = cube.shape
    flat = np.full(shape[0] * shape[1] * shape[2], float(EMPTY))
    for place, value, status in zip(
        cube.places().tolist(), cube.rounded(), cube.rows["status"].tolist(), strict=True
    ):
        missing = SUPPRESSED if status == "Q" else UNKNOWN
        flat[place] = missing if value is None else value
    table = flat.reshape(shape)
    below = cube.indicators["denominator"].tolist()
    for number, other in enumerate(below):
        if isinstance(other, str) and other in cube.indicators.index:
            zero = table[cube.indicators.index.get_loc(other)] == 0
            table[number] = np.where(
                zero & (table[number] == UNKNOWN), NOT_APPLICABLE, table[number]
            )
    rows: list[list[str | float]] = [[*_HEAD, *indicators]]
    for p, period in enumerate(cube.periods):
        for r, (level, code) in enumerate(
            zip(cube.regions["region_level"], cube.regions["region_code"], strict=True)
        ):
            rows.append([period, level, code, *table[:, r, p].tolist()])
    return rows


def wide_csv(rows: list[list[str | float]]) -> bytes:
    """Return the table as CSV with semicolons, texts marked where a spreadsheet would run them."""
    lines = [";".join(_cell(value) for value in row) for row in rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _cell(value: str | float) -> str:
    return marked(value) if isinstance(value, str) else f"{value:.12g}"


def wide_workbook(feed: MonitorFeed, cube: Cube, rows: list[list[str | float]]) -> bytes:
    """Return a workbook of the table, of what its columns are, and of its regions.

    Parameters
    ----------
    feed, cube, rows
        The feed, its figures, and the table with its head.

    Returns
    -------
    bytes
        ``.xlsx``; codes and names are texts, so that none loses its zeros or becomes a formula.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = book.properties.modified = _MOMENT.replace(tzinfo=None)
    book.properties.creator = feed.options.publisher
    told = cube.indicators.reset_index()
    columns = ["indicator_id", *(f"{w}_{x}" for w in ("name", "description", "unit")
               for x in words.LANGUAGES), "numerator", "denominator", "weight", "decimals",
               "summable"]  # fmt: skip
    sheets = {
        "data": rows,
        "indicators": [columns, *told[columns].astype(object).to_numpy().tolist()],
        "regions": [
            list(feed.regions.columns), *feed.regions.astype(object).to_numpy().tolist()
        ],
    }  # fmt: skip
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append([_plain(value) for value in line])
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.data_type, cell.number_format = "s", "@"
    raw = io.BytesIO()
    book.save(raw)
    return _same_bytes(raw.getvalue())


def _plain(value: object) -> object:
    """Return a value as a cell takes it; what is missing is empty.

    True and false are words, as in CSV: LibreOffice would save them as formulas.
    """
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, (str, int, float)) else str(value)


def _same_bytes(content: bytes) -> bytes:
    """Return a workbook whose parts bear one moment, whenever it was written."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in sorted(before.namelist()):
            text = before.read(name)
            if name == "docProps/core.xml":
                text = _without_now(text)
            part = zipfile.ZipInfo(name, date_time=_MOMENT.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, text)
    return result.getvalue()


def _without_now(text: bytes) -> bytes:
    """Replace the moment of saving, which the writer sets itself."""
    import re

    stamp = _MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", stamp, text)
