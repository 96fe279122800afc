"""Files that a user names: read with a clear word on what is wrong, written whole or not at all.

What a library says about a file that is missing, cut short or of another kind comes out as one
``FileError`` that names the file.
"""

from __future__ import annotations

import csv
import os
import tempfile
import tomllib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, InputError, some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import geopandas as gpd
    import pandas as pd

TABLES = (".parquet", ".csv")
LAYERS = (".gpkg", ".parquet", ".geojson")

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
#: How much of a file is looked at to tell what it is.
_START_BYTES = 4096


def need_file(path: Path) -> None:
    """Make sure that there is a file to read.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    FileError
        If nothing is there, or a folder.
    """
    if path.is_dir():
        raise FileError(f"{path}: is a folder; name a file")
    if not path.exists():
        raise FileError(f"{path}: no such file")


def need_ending(path: Path, known: Sequence[str]) -> None:
    """Refuse a file whose name has another ending, before any work is done.

    Parameters
    ----------
    path
        The file.
    known
        Endings, such as ``.csv``.

    Raises
    ------
    InputError
        If the name ends otherwise.
    """
    if path.suffix not in known:
        raise InputError(f"{path}: give a name that ends in {' or '.join(known)}")


def need_place(path: Path, *, folder: bool = False) -> None:
    """Make sure that something can be written at a path, before the work that leads to it.

    Parameters
    ----------
    path
        Where a file, or a folder of files, is to go.
    folder
        True for a folder of files; one that exists already will do.

    Raises
    ------
    FileError
        If the path holds a thing of the other kind, or cannot be written.
    """
    if path.exists() and path.is_dir() != folder:
        held = "is a file; name a folder" if folder else "is a folder; name a file"
        raise FileError(f"{path}: {held}")
    above = next(place for place in (path, *path.absolute().parents) if place.exists())
    if above != path and not above.is_dir():
        raise FileError(f"{path}: cannot be written: {above} is a file; choose another folder")
    if not os.access(above if above.is_dir() else above.parent, os.W_OK):
        raise FileError(f"{path}: cannot be written: no permission; choose another folder")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a folder to prepare something in, on the same disk as the path where it will go.

    Parameters
    ----------
    path
        Where the finished thing will be moved. Folders above it are made, and removed again
        where the work does not succeed.

    Yields
    ------
    Path
        An empty folder; it is removed afterwards with what is still in it.

    Raises
    ------
    FileError
        If the disk does not take what is written.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as place:
    ...     target = Path(place) / "new" / "numbers.txt"
    ...     with beside(target) as folder:
    ...         _ = (folder / "part").write_text("1 2 3")
    ...         _ = (folder / "part").replace(target)
    ...     target.read_text()
    '1 2 3'
    """
    made = [place for place in path.absolute().parents if not place.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".grensgeo-") as name:
            yield Path(name)
    except BaseException as error:
        for place in made:
            with suppress(OSError):  # something else stands in it by now
                place.rmdir()
        if isinstance(error, OSError) and not isinstance(error, FileError):
            raise FileError(
                f"{path}: cannot be written ({error.strerror or error}); choose another place"
            ) from None
        raise


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Parameters
    ----------
    path
        The file, in UTF-8.

    Returns
    -------
    dict
        What it says.

    Raises
    ------
    FileError
        If it is missing, cannot be read or is not TOML.
    """
    need_file(path)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileError(f"{path}: not a TOML file ({error})") from None
    except OSError as error:
        raise FileError(f"{path}: cannot be read ({error.strerror or error})") from None


#: Columns that are text even where every value looks like a number: 00 is not 0.
_TEXT = ("id", "from_id", "to_id", "region_code", "country", "opportunity", "mode", "scenario",
         "name", "reason")  # fmt: skip


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


def read_table(
    path: Path, *, needs: Sequence[str], what: str, numbers: Sequence[str] = ()
) -> pd.DataFrame:
    """Read a table; ids, codes and names stay text.

    Parameters
    ----------
    path
        Parquet or CSV.
    needs
        Columns that must be there.
    what
        What the table is, for errors.
    numbers
        Columns that must hold numbers, where they are there.

    Returns
    -------
    DataFrame
        The table.

    Raises
    ------
    FileError
        If it is missing or unreadable.
    InputError
        If its name has another ending, a column is missing or holds text instead of numbers.
    """
    import pandas as pd

    need_ending(path, TABLES)
    need_file(path)
    if path.suffix == ".parquet":
        try:
            frame = pd.read_parquet(path)
        except (OSError, ValueError) as error:  # pyarrow's errors are children of these two
            raise FileError(f"{path}: cannot be read as parquet ({error})") from None
    else:
        frame = read_csv(path, text=_TEXT)
    missing = [name for name in needs if name not in frame.columns]
    if missing:
        raise InputError(
            f"{path}: not {what}: no column {', '.join(map(repr, missing))}; found "
            f"{some(map(repr, frame.columns), most=12)}"
        )
    for name in numbers:
        if name in frame.columns and not pd.api.types.is_numeric_dtype(frame[name]):
            read = pd.to_numeric(frame[name], errors="coerce")
            text = frame.loc[read.isna() & frame[name].notna(), name]
            if len(text):
                raise InputError(
                    f"{path}: {name} is not a number: {some(map(repr, text))}; write decimals "
                    "with a point, and nothing where it is not known"
                )
    return frame


def read_layer(path: Path) -> gpd.GeoDataFrame:
    """Read a layer of shapes.

    Parameters
    ----------
    path
        GPKG, GeoParquet or GeoJSON.

    Returns
    -------
    GeoDataFrame
        The layer.

    Raises
    ------
    FileError
        If it is missing or unreadable, or holds no shapes.
    InputError
        If its name has another ending, or it holds several layers.
    """
    import geopandas as gpd

    need_ending(path, LAYERS)
    if path.suffix != ".parquet":
        return read_vector(path)
    need_file(path)
    try:
        return gpd.read_parquet(path)
    except (OSError, ValueError) as error:  # pyarrow's errors are children of these two
        raise FileError(f"{path}: cannot be read as GeoParquet ({error})") from None


def read_vector(path: Path) -> gpd.GeoDataFrame:
    """Read the only layer of a file in a format of GDAL.

    Parameters
    ----------
    path
        GPKG, GeoJSON or the like.

    Returns
    -------
    GeoDataFrame
        The layer.

    Raises
    ------
    FileError
        If it is missing or unreadable, or holds no shapes.
    InputError
        If it holds several layers.
    """
    import geopandas as gpd
    import pyogrio

    need_file(path)
    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
        frame = gpd.read_file(path, layer=layers[0]) if len(layers) == 1 else None
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, OSError) as error:
        # GDAL goes on about drivers behind a semicolon.
        raise FileError(
            f"{path}: not readable, or cut short ({str(error).split(';', maxsplit=1)[0]})"
        ) from None
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: not readable ({error}); save it as UTF-8") from None
    if frame is None:
        raise InputError(f"{path}: {len(layers)} layers ({some(layers)}); keep only one")
    if not isinstance(frame, gpd.GeoDataFrame):
        raise FileError(f"{path}: holds a table without shapes")
    return frame


def write_table(frame: pd.DataFrame, path: Path) -> None:
    """Write a table or a layer, whole or not at all; the ending of its name says in which format.

    Parameters
    ----------
    frame
        The table, or the layer.
    path
        ``.parquet`` or ``.csv``; for a layer also ``.gpkg`` or ``.geojson``.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    import geopandas as gpd

    need_place(path)
    with beside(path) as folder:
        part = folder / path.name
        if isinstance(frame, gpd.GeoDataFrame) and path.suffix in _DRIVERS:
            frame.to_file(part, driver=_DRIVERS[path.suffix])
        elif path.suffix == ".parquet":
            frame.to_parquet(part, index=False)
        else:
            frame.to_csv(part, index=False)
        part.replace(path)
