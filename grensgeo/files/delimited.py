"""Text whose fields are separated by commas or semicolons."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from grensgeo.errors import FileError, InputError, some
from grensgeo.files.places import need_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

#: How much of a file is looked at to tell what it is.
_START_BYTES = 4096


def read_csv(path: Path, *, text: Sequence[str] | None = None) -> pd.DataFrame:
    """Read a CSV file.

    Parameters
    ----------
    path
        The file: UTF-8, with a header, separated by commas or semicolons.
    text
        Columns that stay text; all of them if left out.

    Returns
    -------
    DataFrame
        Only an empty field is missing; ``NA`` or ``nan`` are what they say.

    Raises
    ------
    FileError
        If it is missing or is not text in UTF-8.
    InputError
        If it has no header, a name stands in it twice, or rows have more fields than it names.
    """
    import pandas as pd

    need_file(path)
    try:
        separator = _separator(path)
        frame = pd.read_csv(
            path, sep=separator, dtype=str if text is None else dict.fromkeys(text, str),
            encoding="utf-8-sig", keep_default_na=False, na_values=[""], low_memory=False,
        )  # fmt: skip
    except pd.errors.EmptyDataError:
        raise InputError(f"{path}: the file is empty; write a header and rows") from None
    except pd.errors.ParserError as error:
        raise InputError(
            f"{path}: rows differ in length ({str(error).strip()}); write decimals with a point, "
            "or separate columns by semicolons"
        ) from None
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: not a readable CSV file ({error}); save it as UTF-8") from None
    except OSError as error:
        raise FileError(f"{path}: cannot be read ({error.strerror or error})") from None
    if not isinstance(frame.index, pd.RangeIndex):  # pandas takes surplus fields for an index
        raise InputError(
            f"{path}: rows have more fields than the header names; write decimals with a point, "
            "or separate columns by semicolons"
        )
    return frame


def _separator(path: Path) -> str:
    """Tell commas from semicolons by the header, and refuse a header that names a column twice.

    pandas would rename the second one in silence.
    """
    with path.open("rb") as file:
        if b"\0" in file.read(_START_BYTES):
            raise FileError(f"{path}: not a readable CSV file (binary data); save it as UTF-8")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline()
    separator = ";" if header.count(";") > header.count(",") else ","
    names = next(csv.reader([header], delimiter=separator), [])
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(f"{path}: the header names {some(map(repr, twice))} more than once")
    return separator
