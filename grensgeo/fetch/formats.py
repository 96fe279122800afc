"""Whether a file is what its source says: looked at before it takes the place of another."""

from __future__ import annotations

import fnmatch
import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, some
from grensgeo.fetch.transport import page_said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grensgeo.fetch.entries import CatalogueEntry

#: How files of a format begin. Sources: OGC GeoPackage 1.3 (SQLite), TIFF 6.0 and BigTIFF.
_BEGINS = {
    "gpkg": (b"SQLite format 3\x00",),
    "tif": (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"),
    "zip": (b"PK\x03\x04", b"PK\x05\x06"),
}
#: A file of OpenStreetMap begins with the length of a header that is called so. Source: OSM wiki,
#: PBF Format.
_PBF = b"OSMHeader"
#: Tables that a feed has. Source: GTFS Schedule Reference.
_GTFS = ("agency.txt", "routes.txt", "trips.txt", "stops.txt", "stop_times.txt")
#: A packed file unpacks to no more than so many times its size; text packs to a twentieth.
_MOST_UNPACKED = 200
#: How much of a large file is looked at.
_HEAD = 1 << 20


def check_format(path: Path, entry: CatalogueEntry, *, where: str) -> None:
    """Check that a file is what its source says.

    Parameters
    ----------
    path
        The file as it came.
    entry
        Its source.
    where
        The address that it came from, for the fault.

    Raises
    ------
    FileError
        If it is a page, cut short, of another kind, or lacks fields.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise FileError("download-incomplete", f"{where}: sent nothing{entry.doubt}")
    said = page_said(head)
    kind = entry.format
    if said:
        raise _other(where, kind, said, entry)
    if kind in {"gtfs", "zip", "xlsx"}:
        _check_archive(path, entry, where)
    elif kind == "pbf":
        if head[4:64].find(_PBF) < 0:
            raise _other(where, kind, "", entry)
    elif kind in {"geojson", "json"}:
        _check_json(path, entry, where)
    elif kind == "geojson-large":
        _need_names(where, entry, [n for n in entry.needs if f'"{n}"'.encode() in head])
        _need_end(path, where, entry)
    elif kind == "csv":
        _check_table(head, entry, where)
    elif not head.startswith(_BEGINS[kind]):
        raise _other(where, kind, "", entry)


def check_fields(names: set[str], entry: CatalogueEntry, *, where: str) -> None:
    """Check that the names of fields are those that the source is known by.

    Parameters
    ----------
    names
        Those that there are.
    entry, where
        As :func:`check_format`.

    Raises
    ------
    FileError
        If some are missing.
    """
    _need_names(where, entry, [name for name in entry.needs if name in names], sorted(names))


def _other(where: str, kind: str, said: str, entry: CatalogueEntry) -> FileError:
    """Return what is to be said of a file of another kind."""
    return FileError(
        "file-of-other-content",
        f"{where}: not the {kind} that is expected{said}; nothing was replaced{entry.doubt}",
    )


def _need_names(
    where: str, entry: CatalogueEntry, there: list[str], found: list[str] | None = None
) -> None:
    missing = [name for name in entry.needs if name not in there]
    if missing:
        has = f"; it has {some(found, most=12)}" if found is not None else ""
        raise FileError(
            "column-missing",
            f"{where}: lacks the fields {some(missing)}{has}: the publisher has changed "
            f"its names; nothing was replaced. Name them in a catalogue of your own{entry.doubt}",
        )


def _need_end(path: Path, where: str, entry: CatalogueEntry) -> None:
    """Check that a large file of JSON ends as one."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - 64, 0))
        end = file.read().rstrip()
    if not end.endswith(b"}"):
        raise FileError("download-incomplete", f"{where}: is cut short{entry.doubt}")


def _check_archive(path: Path, entry: CatalogueEntry, where: str) -> None:
    """Check that an archive is whole, holds what it should and unpacks to a sound size."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            names = [info.filename for info in infos]
            unpacked = sum(info.file_size for info in infos)
            # of large ones the directory at the end and the length are enough
            wrong = archive.testzip() if entry.format != "zip" else None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise FileError(
            "download-incomplete",
            f"{where}: not a whole archive ({error}); nothing was replaced{entry.doubt}",
        ) from None
    if wrong:
        raise FileError(
            "download-incomplete",
            f"{where}: {wrong} in the archive is damaged; nothing was replaced{entry.doubt}",
        )
    if unpacked > _MOST_UNPACKED * max(path.stat().st_size, 1 << 20):
        raise FileError("archive-hostile", f"{where}: unpacks to {unpacked / 1e9:.0f} GB")
    if entry.format == "xlsx":
        missing = [] if "xl/workbook.xml" in names else ["xl/workbook.xml"]
    elif entry.format == "gtfs":
        there = {name.rpartition("/")[2].lower() for name in names}
        missing = [name for name in _GTFS if name not in there]
    else:
        missing = [] if not entry.member or member_of(names, entry.member) else [entry.member]
    if missing:
        raise FileError(
            "file-of-other-content",
            f"{where}: the archive lacks {some(missing)}, it holds {some(names)}; nothing was "
            f"replaced{entry.doubt}",
        )


def member_of(names: list[str], pattern: str) -> str | None:
    """Return the member of an archive that a pattern means, whatever its folder is called.

    Examples
    --------
    >>> member_of(["a/readme.txt", "a/b/DE_VG250.gpkg"], "*.gpkg")
    'a/b/DE_VG250.gpkg'
    """
    return next((name for name in names if fnmatch.fnmatch(name.lower(), pattern.lower())), None)


def _check_json(path: Path, entry: CatalogueEntry, where: str) -> None:
    """Check fields and number of features or records."""
    try:
        data = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise FileError(
            "download-incomplete",
            f"{where}: not JSON ({error}); nothing was replaced{entry.doubt}",
        ) from None
    rows = _rows(data)
    if rows is None:
        check_fields(set(data) if isinstance(data, dict) else set(), entry, where=where)
        return
    need_rows(rows, entry, where=where)


def _rows(data: Any) -> list[dict[str, Any]] | None:  # noqa: ANN401 - whatever a server says
    """Return the records of features or of a table; None where there are none."""
    if isinstance(data, dict) and isinstance(data.get("features"), list):
        return [dict(one.get("properties") or {}) for one in data["features"]]
    if isinstance(data, dict) and isinstance(data.get("value"), list):
        return [one for one in data["value"] if isinstance(one, dict)]
    return None


def need_rows(rows: list[dict[str, Any]], entry: CatalogueEntry, *, where: str) -> None:
    """Check how many records there are, their fields, and that none comes twice.

    Parameters
    ----------
    rows
        Records, or the properties of features.
    entry, where
        As :func:`check_format`.

    Raises
    ------
    FileError
        If there are too few, fields are missing, or a value of ``unique`` stands twice.
    """
    if len(rows) < max(entry.least, 1):
        raise FileError(
            "download-incomplete",
            f"{where}: {len(rows)} rows where at least {max(entry.least, 1)} are expected: not "
            f"brought out yet, or cut short; nothing was replaced{entry.doubt}",
        )
    names = set(rows[0]).intersection(*rows[1:])
    check_fields(names, entry, where=where)
    twice = list(_twice(str(row[entry.unique]) for row in rows)) if entry.unique else []
    if twice:
        raise FileError(
            "id-twice",
            f"{where}: {entry.unique} {some(twice)} stand more than once: years are mixed, or a "
            f"page came twice; nothing was replaced{entry.doubt}",
        )


def _twice(values: Iterator[str]) -> Iterator[str]:
    """Yield the values that have been there before."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield value
        seen.add(value)


def _check_table(head: bytes, entry: CatalogueEntry, where: str) -> None:
    """Check the header of a delimited file: one of its first lines has the names."""
    text = head.decode("utf-8-sig", errors="replace")
    lines = text.splitlines()[:3]
    names: set[str] = set()
    for line in lines:
        for sign in (";", ",", "\t"):
            names |= {part.strip().strip('"') for part in line.split(sign)}
    if "\x00" in text[:1000] or len(text.splitlines()) < 2:
        raise _other(where, "table", "", entry)
    check_fields(names, entry, where=where)
