"""Opening a feed, a zip or a folder, without trusting it: bounds before anything is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from grensgeo.errors import FileError, some
from grensgeo.sources.gtfs.relations import RELATIONS, UNUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grensgeo.sources.gtfs.findings import Findings

#: Bytes of all members together, unpacked. The feeds of whole countries (Germany's, 3 GB) fit.
MAX_BYTES = 6_000_000_000

#: Bytes unpacked for a byte packed. Timetables pack 5 to 30 to one; a bomb of zeros 1,000 to one.
MAX_RATIO = 100

#: Below this size the ratio says nothing: a small file of equal lines packs very well.
_RATIO_FROM_BYTES = 1_000_000

#: Members in an archive. The standard knows about thirty files.
MAX_MEMBERS = 500

#: Bits of a member's Unix mode (the upper half of ``external_attr``) that mark a symbolic link.
_LINK = 0o120000
_KIND = 0o170000


@dataclass(frozen=True)
class Archive:
    """An opened feed.

    Attributes
    ----------
    members
        Reader of each known file's bytes, by name without ``.txt``.
    """

    members: dict[str, Callable[[], bytes]]


@contextmanager
def open_archive(path: Path, findings: Findings) -> Iterator[Archive]:
    """Open a feed.

    Parameters
    ----------
    path
        Zip file, or folder with the ``.txt`` files in it.
    findings
        Takes what was odd: files one folder down, files that are not known.

    Yields
    ------
    Archive
        Readers of the files that :data:`RELATIONS` names.

    Raises
    ------
    FileError
        If there is no such file, it is no zip, is truncated or encrypted, a member's name leads
        out of the archive or stands in it twice, or it unpacks to more than is sane.
    """
    if not path.exists():
        raise FileError(f"{path}: no such file")
    if path.is_dir():
        found = [*path.glob("*.txt"), *path.glob("*/*.txt")]
        files = sorted(item for item in found if item.is_file())
        sizes = [item.stat().st_size for item in files]
        _check_size(path, sum(sizes), len(files))
        names = {item.relative_to(path).as_posix(): item.read_bytes for item in files}
        yield Archive(_known(path, names, findings))
        return
    if path.stat().st_size == 0:
        raise FileError(f"{path}: empty file, no feed; fetch it again")
    try:
        bundle = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FileError(
            f"{path}: no whole zip file ({error}); it may be truncated, fetch it again"
        ) from None
    with bundle:
        infos = [info for info in bundle.infolist() if not info.is_dir()]
        _check_members(path, infos)
        names = {info.filename: _reader(path, bundle, info) for info in infos}
        yield Archive(_known(path, names, findings))


def _check_members(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive whose table of contents is not that of a feed."""
    _check_size(path, sum(info.file_size for info in infos), len(infos))
    faults = []
    out = [info.filename for info in infos if _leads_out(info.orig_filename)]
    if out:
        faults.append(f"members lead out of the archive: {some(map(repr, out))}")
    links = [i.filename for i in infos if (i.external_attr >> 16) & _KIND == _LINK]
    if links:
        faults.append(f"members are symbolic links: {some(map(repr, links))}")
    locked = [info.filename for info in infos if info.flag_bits & 0x1]
    if locked:
        faults.append(f"members are encrypted: {some(map(repr, locked))}")
    names = [info.filename for info in infos]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        faults.append(f"members stand in it twice: {some(map(repr, twice))}")
    for info in infos:
        large = info.file_size > _RATIO_FROM_BYTES
        if large and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            faults.append(
                f"{info.filename!r} would unpack {info.compress_size:,} bytes to "
                f"{info.file_size:,}, more than {MAX_RATIO} to one, as a zip bomb does"
            )
    if faults:
        raise FileError(f"{path}: {'; '.join(faults)}; nothing was unpacked, pack the feed anew")


def _check_size(path: Path, size: int, members: int) -> None:
    """Refuse what is too large to be a feed."""
    if members > MAX_MEMBERS:
        raise FileError(f"{path}: {members:,} files, a feed has about thirty; nothing was read")
    if size > MAX_BYTES:
        raise FileError(
            f"{path}: {size:,} bytes unpacked, more than {MAX_BYTES:,}; cut the feed to the "
            "region first"
        )


def _leads_out(name: str) -> bool:
    """Tell a name that a careless program would unpack somewhere else."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not parts or parts[0] == "/" or ".." in parts or ":" in parts[0] or "\0" in name


def _reader(path: Path, bundle: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    """Give a reader of one member, whose checksum is checked on the way."""

    def read() -> bytes:
        try:
            return bundle.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise FileError(
                f"{path}: {info.filename} cannot be unpacked ({error}); the file is damaged, "
                "fetch it again"
            ) from None

    return read


def _known(
    path: Path, names: dict[str, Callable[[], bytes]], findings: Findings
) -> dict[str, Callable[[], bytes]]:
    """Find the files of the standard, at the top or together in one folder."""
    wanted = {relation.file for relation in RELATIONS}
    visible = {name: PurePosixPath(name) for name in names}
    visible = {
        name: parts
        for name, parts in visible.items()
        if "__MACOSX" not in parts.parts and not parts.name.startswith(".")
    }
    found = {name: parts for name, parts in visible.items() if parts.name.lower() in wanted}
    folders = sorted({str(parts.parent) for parts in found.values()})
    if len(folders) > 1:
        raise FileError(
            f"{path}: files of a feed in several folders: {some(folders)}; which of them count "
            "is not clear, keep one"
        )
    if not found:
        raise FileError(
            f"{path}: no GTFS feed, it has none of {some(sorted(wanted), most=4)}; a feed is a "
            "zip or a folder with stops.txt, trips.txt, stop_times.txt …"
        )
    if folders != ["."]:
        findings.add(
            "warning",
            "invalid_input_files_in_subfolder",
            f"the files stand in the folder {folders[0]!r} of the archive",
            remedy="they were read from there; pack them at the top",
        )
    result: dict[str, Callable[[], bytes]] = {}
    for name, parts in found.items():
        key = parts.name.lower().removesuffix(".txt")
        if key in result:
            raise FileError(f"{path}: {parts.name.lower()} stands in it twice, keep one")
        if parts.name != parts.name.lower():
            findings.add(
                "notice",
                "file_name_case",
                f"written {parts.name!r}",
                file=parts.name.lower(),
                remedy="it was read; write it in small letters",
            )
        result[key] = names[name]
    unused = {f"{name}.txt" for name in UNUSED}
    others = [
        name
        for name, parts in visible.items()
        if name not in found and parts.name.lower() not in unused
    ]
    if others:
        findings.add(
            "notice",
            "unknown_file",
            f"not part of the standard: {some(others)}",
            remedy="not read",
        )
    return result
