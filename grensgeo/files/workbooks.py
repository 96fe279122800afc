"""Workbooks of Excel: the sheet with the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, InputError, some
from grensgeo.files.delimited import NAMELESS
from grensgeo.files.places import beside, need_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

#: The moment that every workbook bears, so that the same rows give the same bytes.
_MOMENT = b"1980-01-01T00:00:00Z"


def read_sheets(path: Path, **options: Any) -> dict[str, pd.DataFrame]:  # noqa: ANN401 - of pandas
    """Read every sheet of a workbook that holds anything.

    Parameters
    ----------
    path
        ``.xlsx``.
    options
        Of :func:`pandas.read_excel`.

    Returns
    -------
    dict
        Sheets by name, in their order.

    Raises
    ------
    FileError
        If it is missing or is not a workbook.
    """
    import warnings
    import zipfile
    import zlib

    import pandas as pd

    need_file(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of openpyxl, on styles and validation
            sheets = pd.read_excel(path, sheet_name=None, engine="openpyxl", **options)
    except (
        zipfile.BadZipFile, zlib.error, SyntaxError, EOFError, OSError, LookupError, ValueError,
        TypeError, AttributeError, NotImplementedError, OverflowError, RuntimeError,
    ) as error:  # what openpyxl lets through of a damaged workbook  # fmt: skip
        raise FileError(
            "file-unreadable", f"{path}: not a readable workbook ({error}); save it as .xlsx"
        ) from None
    return {str(name): sheet for name, sheet in sheets.items() if not sheet.empty}


def read_sheet(path: Path, *, layer: str | None = None) -> pd.DataFrame:
    """Read a table from a workbook: its first row names the columns.

    Parameters
    ----------
    path
        ``.xlsx``.
    layer
        Name of the sheet; it may be left out where only one holds anything.

    Returns
    -------
    DataFrame
        As it stands; whole-number ids are numbers still.

    Raises
    ------
    FileError
        If it is missing or is not a workbook.
    InputError
        If several sheets hold a table, or none does, or the one named is not there.
    """
    sheets = read_sheets(path, keep_default_na=False, na_values=[""])
    if layer is not None and layer not in sheets:
        raise InputError(
            "layer-unknown", f"{path}: no sheet {layer!r} with a table; there are {some(sheets)}"
        )
    if layer is None and len(sheets) != 1:
        found = f"{len(sheets)} sheets ({some(sheets)})" if sheets else "no sheet with a table"
        raise InputError(
            "layer-not-named",
            f"{path}: {found}; name one with layer= (--layer on the command line)",
        )
    frame = sheets[layer] if layer is not None else next(iter(sheets.values()))
    names = [str(name).strip() for name in frame.columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            "column-twice", f"{path}: the header names {some(map(repr, twice))} more than once"
        )
    table = frame.set_axis(names, axis=1)
    spare = [n for n in names if n.startswith(NAMELESS) and bool(table[n].isna().all())]
    return table.drop(columns=spare).dropna(how="all").reset_index(drop=True)


def write_sheets(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """Write a workbook for people: bold heads, widths that fit, numbers as numbers.

    Parameters
    ----------
    path
        ``.xlsx``.
    sheets
        Rows by the name of the sheet, the first of which is its head. Texts stay texts: none
        becomes a formula. The same rows give the same bytes.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    import io
    import zipfile

    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name[:31])
        for row in rows:
            sheet.append([None if value != value else value for value in row])  # noqa: PLR0124
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str):
                    cell.data_type, cell.number_format = "s", "@"
                if cell.row == 1:
                    cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
        for number, column in enumerate(zip(*rows, strict=True), 1):
            longest = max(len(str(value)) for value in column if value is not None)
            sheet.column_dimensions[get_column_letter(number)].width = min(longest + 2, 60)
    raw, fixed = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with (
        zipfile.ZipFile(raw) as before,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in sorted(before.namelist()):
            text = before.read(name)
            if name == "docProps/core.xml":
                text = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _MOMENT, text)
            after.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    with beside(path) as folder:
        part = folder / path.name
        part.write_bytes(fixed.getvalue())
        part.replace(path)
