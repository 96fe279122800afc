"""Whether a file is there, and where one may be written: told before the work."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import FileError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def ending(path: Path) -> str:
    """Return how a file's name ends, in small letters; that of a packed file has two parts.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    str
        Such as ``.csv`` or ``.csv.gz``; empty where there is none.

    Examples
    --------
    >>> ending(Path("Jobs.CSV")), ending(Path("jobs.2022.csv.gz"))
    ('.csv', '.csv.gz')
    """
    last = path.suffix.lower()
    return path.with_suffix("").suffix.lower() + last if last == ".gz" else last


def need_file(path: Path) -> None:
    """Check that there is a file to read.

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
        raise FileError("file-is-folder", f"{path}: is a folder; name a file")
    if not path.exists():
        raise FileError("file-missing", f"{path}: no such file")


def read_bytes(path: Path) -> bytes:
    """Read a file.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    bytes
        All of it.

    Raises
    ------
    FileError
        If nothing is there, or a folder, or it cannot be read.
    """
    need_file(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            "file-unreadable", f"{path}: cannot be read ({error.strerror or error})"
        ) from None


def need_ending(path: Path, known: Sequence[str]) -> None:
    """Raise on a file whose name has another ending, before any work is done.

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
    if ending(path) not in known:
        raise InputError(
            "file-ending-wrong", f"{path}: give a name that ends in {' or '.join(known)}"
        )


def need_place(path: Path, *, folder: bool = False) -> None:
    """Check that something can be written at a path, before the work that leads to it.

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
        if folder:
            raise FileError("folder-is-file", f"{path}: is a file; name a folder")
        raise FileError("file-is-folder", f"{path}: is a folder; name a file")
    above = next(place for place in (path, *path.absolute().parents) if place.exists())
    if above != path and not above.is_dir():
        raise FileError(
            "folder-is-file",
            f"{path}: cannot be written: {above} is a file; choose another folder",
        )
    if not os.access(above if above.is_dir() else above.parent, os.W_OK):
        raise FileError(
            "file-not-writable", f"{path}: cannot be written: no permission; choose another folder"
        )


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Return a folder to prepare something in, on the same disk as the path where it will go.

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
                "file-not-writable",
                f"{path}: cannot be written ({error.strerror or error}); choose another place",
            ) from None
        raise
