"""Open the zip or folder of a feed safely: sizes and names are checked before unpacking."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from grensgeo.errors import Faults, FileError, some
from grensgeo.gtfs.reading.other_formats import HEAD_BYTES, describe_non_gtfs, describe_non_zip
from grensgeo.gtfs.reading.relations import AREAS, RELATIONS, UNUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grensgeo.gtfs.findings import Findings

#: Bytes of all members together, unpacked. The feeds of whole countries (Germany's, 3 GB) fit.
MAX_BYTES = 6_000_000_000

#: Bytes unpacked for a byte packed. Timetables pack 5 to 30 to one; a bomb of zeros 1,000 to one.
MAX_RATIO = 100

#: Below this size the ratio is no sign of a bomb: a small file of equal lines packs very well.
_RATIO_FROM_BYTES = 1_000_000

#: Members in an archive. The standard knows about thirty files.
MAX_MEMBERS = 500

#: Folders below the one given in which the files may stand.
_DEEPEST = 4

#: Endings of the files by which the content of a folder is recognised.
_TELLING = (".txt", ".geojson", ".xml", ".xml.gz", ".zip")

#: Files that are read.
_WANTED = {relation.file for relation in RELATIONS}

#: Files without which a folder holds no feed.
_NEEDED = {relation.file for relation in RELATIONS if relation.required}

#: Bits of a member's Unix mode (the upper half of ``external_attr``) that mark a symbolic link.
_LINK = 0o120000
_KIND = 0o170000


@dataclass(frozen=True)
class Archive:
    """An opened feed.

    Attributes
    ----------
    members
        What opens each known file for reading, by name without ``.txt``.
    has_areas
        Whether areas of demand-responsive trips (GTFS-Flex) stand beside them.
    """

    members: dict[str, Callable[[], BinaryIO]]
    has_areas: bool = False


@contextmanager
def open_archive(path: Path, findings: Findings) -> Iterator[Archive]:
    """Open a feed.

    Parameters
    ----------
    path
        Zip file, or folder with the ``.txt`` files in it.
    findings
        Collects what was odd: files one folder down, files that are not known.

    Yields
    ------
    Archive
        The files that :data:`RELATIONS` names, to be opened.

    Raises
    ------
    FileError
        If there is no such file, it is no zip, is truncated or encrypted, a member's name leads
        out of the archive or comes twice, or it unpacks to more than is sane.
    """
    if not path.exists():
        raise FileError("file-missing", f"{path}: no such file")
    if path.is_dir():
        names = _files(path)
        heads = {name: _head(path / name) for name in names}
        readers = {name: _opener(path / name) for name in names}
        yield _known(path, readers, heads, findings)
        return
    if path.stat().st_size == 0:
        raise FileError("file-empty", f"{path}: empty file, no feed; fetch it again")
    try:
        bundle = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        said = describe_non_zip(_head(path)())
        raise FileError(
            "file-truncated",
            f"{path}: {said}"
            if said
            else f"{path}: no whole zip file ({error}); it may be truncated, fetch it again",
        ) from None
    with bundle:
        infos = [info for info in bundle.infolist() if not info.is_dir()]
        inside = _check_members(path, infos)
        readers = {name: _reader(path, bundle, info) for name, info in inside.items()}
        heads = {name: _zipped_head(bundle, info) for name, info in inside.items()}
        yield _known(path, readers, heads, findings)


def holds_feed(folder: Path) -> bool:
    """Return whether the calls of a feed stand in a folder, at the top or some folders down."""
    return any(name.lower().endswith("stop_times.txt") for name in _files(folder))


def _files(path: Path) -> list[str]:
    """List the files by which a folder is recognised, a few folders down too."""
    names: list[str] = []
    for folder, below, files in os.walk(path):
        inside = Path(folder).relative_to(path)
        below[:] = sorted(below) if len(inside.parts) < _DEEPEST else []
        names += [
            (inside / name).as_posix()
            for name in sorted(files)
            if name.lower().endswith(_TELLING) and (Path(folder) / name).is_file()
        ]
    known = [name for name in names if PurePosixPath(name).name.lower() in _WANTED]
    _check_size(path, sum((path / name).stat().st_size for name in known), len(known))
    return names


def _head(path: Path) -> Callable[[], bytes]:
    """Return a reader of a file's first bytes."""

    def read() -> bytes:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)

    return read


def _zipped_head(bundle: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    """Return a reader of a member's first bytes; none where it is damaged."""

    def read() -> bytes:
        try:
            with bundle.open(info) as file:
                return file.read(HEAD_BYTES)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            return b""

    return read


def _check_members(path: Path, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Raise on an archive whose table of contents is not that of a feed; else return its members.

    Names that a programme for Windows wrote with backslashes are written with slashes.
    """
    known = [info for info in infos if _plain(info.filename).rpartition("/")[2] in _WANTED]
    _check_size(path, sum(info.file_size for info in known), len(known))
    faults = Faults()
    out = [info.filename for info in infos if _leads_out(info.orig_filename)]
    if out:
        faults.add("archive-hostile", f"members lead out of the archive: {some(map(repr, out))}")
    links = [i.filename for i in infos if (i.external_attr >> 16) & _KIND == _LINK]
    if links:
        faults.add("archive-hostile", f"members are symbolic links: {some(map(repr, links))}")
    locked = [info.filename for info in infos if info.flag_bits & 0x1]
    if locked:
        faults.add("archive-encrypted", f"members are encrypted: {some(map(repr, locked))}")
    count = Counter(_slashes(info.filename) for info in infos)
    twice = sorted(name for name, n in count.items() if n > 1)
    if twice:
        faults.add("file-twice", f"members stand in it twice: {some(map(repr, twice))}")
    for info in known:
        large = info.file_size > _RATIO_FROM_BYTES
        if large and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            faults.add(
                "archive-hostile",
                f"{info.filename!r} would unpack {info.compress_size:,} bytes to "
                f"{info.file_size:,}, more than {MAX_RATIO} to one, as a zip bomb does",
            )
    if faults:
        remedy = "nothing was unpacked, pack the feed anew"
        raise FileError.of(faults, where=str(path), remedy=remedy)
    return {_slashes(info.filename): info for info in infos}


def _slashes(name: str) -> str:
    return name.replace("\\", "/")


def _plain(name: str) -> str:
    return _slashes(name).lower()


def _check_size(path: Path, size: int, members: int) -> None:
    """Raise on what is too large to be a feed."""
    if members > MAX_MEMBERS:
        raise FileError(
            "archive-too-large",
            f"{path}: {members:,} files, a feed has about thirty; nothing was read",
        )
    if size > MAX_BYTES:
        raise FileError(
            "archive-too-large",
            f"{path}: {size:,} bytes unpacked, more than {MAX_BYTES:,}; cut the feed to the "
            "region first",
        )


def _leads_out(name: str) -> bool:
    """Return whether a program that is not careful would unpack a name somewhere else."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not parts or parts[0] == "/" or ".." in parts or ":" in parts[0] or "\0" in name


def _opener(path: Path) -> Callable[[], BinaryIO]:
    """Return what opens a file."""

    def unpacked() -> BinaryIO:
        return path.open("rb")

    return unpacked


def _reader(path: Path, bundle: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    """Return what opens one member, whose checksum is checked while it is read."""

    def unpack() -> BinaryIO:
        return cast("BinaryIO", _Member(path, bundle, info))

    return unpack


class _Member(io.RawIOBase):
    """One member of a zip, unpacked as it is read; damage is told in a word."""

    def __init__(self, path: Path, bundle: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        """Open the member."""
        super().__init__()
        self._about = f"{path}: {info.filename}"
        with self._told():
            self._file = bundle.open(info)

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Read as many bytes as are asked for, unless the member ends."""
        with self._told():
            return self._file.read(size)

    def close(self) -> None:
        """Send the member back to its archive."""
        if not self.closed and hasattr(self, "_file"):
            self._file.close()
        super().close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Translate what the zip's reader raises."""
        try:
            yield
        except NotImplementedError as error:
            raise FileError(
                "archive-packing-unknown",
                f"{self._about} is packed in a way that is not known here ({error}); "
                "unpack it and give the folder, or pack it as an ordinary zip",
            ) from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise FileError(
                "file-truncated",
                f"{self._about} cannot be unpacked ({error}); the file is damaged, fetch it again",
            ) from None


def _known(
    path: Path,
    names: dict[str, Callable[[], BinaryIO]],
    heads: dict[str, Callable[[], bytes]],
    findings: Findings,
) -> Archive:
    """Find the files of the standard, at the top or together in one folder."""
    visible = {name: PurePosixPath(name) for name in names}
    visible = {
        name: parts
        for name, parts in visible.items()
        if "__MACOSX" not in parts.parts and not parts.name.startswith(".")
    }
    found = {name: parts for name, parts in visible.items() if parts.name.lower() in _WANTED}
    if not found:
        said = describe_non_gtfs({name: heads[name] for name in visible})
        raise FileError(
            "not-a-feed",
            f"{path}: {said}"
            if said
            else f"{path}: no GTFS feed, it has none of {some(sorted(_WANTED), most=4)}; a feed "
            "is a zip or a folder with stops.txt, trips.txt, stop_times.txt …",
        )
    folder = _folder(path, found, findings)
    here = {name: parts for name, parts in found.items() if str(parts.parent) == folder}
    members: dict[str, Callable[[], BinaryIO]] = {}
    for name, parts in here.items():
        key = parts.name.lower().removesuffix(".txt")
        if key in members:
            raise FileError(
                "file-twice", f"{path}: {parts.name.lower()} stands in it twice, keep one"
            )
        if parts.name != parts.name.lower():
            findings.add(
                "notice",
                "file_name_case",
                f"written {parts.name!r}",
                file=parts.name.lower(),
                remedy="it was read; write it in small letters",
            )
        members[key] = names[name]
    others = [parts for name, parts in visible.items() if name not in found]
    _report_others(others, findings)
    return Archive(members, any(parts.name.lower() == AREAS for parts in others))


def _folder(path: Path, found: dict[str, PurePosixPath], findings: Findings) -> str:
    """Choose the folder that holds a feed: the only one, or the only one that is whole."""
    folders: dict[str, set[str]] = {}
    for parts in found.values():
        folders.setdefault(str(parts.parent), set()).add(parts.name.lower())
    whole = sorted(folder for folder, files in folders.items() if files >= _NEEDED)
    if len(folders) > 1 and len(whole) != 1:
        raise FileError(
            "feed-in-several-folders",
            f"{path}: files of a feed in several folders: {some(sorted(folders))}; which of them "
            "count is not clear, give or keep one",
        )
    folder = whole[0] if len(folders) > 1 else next(iter(folders))
    if folder != ".":
        findings.add(
            "warning",
            "invalid_input_files_in_subfolder",
            f"the files stand in the folder {folder!r} of the archive",
            remedy="they were read from there; pack them at the top",
        )
    spare = sorted(set(folders) - {folder})
    if spare:
        findings.add(
            "warning",
            "files_in_other_folders",
            "folders with some files of a feed, beside the whole one",
            values=spare,
            remedy="not read",
        )
    return folder


def _report_others(others: list[PurePosixPath], findings: Findings) -> None:
    """Report the files that are not read."""
    unused = {f"{name}.txt" for name in UNUSED} | {AREAS}
    unknown = [str(parts) for parts in others if parts.name.lower() not in unused]
    if unknown:
        findings.add(
            "notice",
            "unknown_file",
            f"not part of the standard: {some(unknown)}",
            remedy="not read",
        )
    if any(parts.name.lower() == AREAS for parts in others):
        findings.add(
            "notice",
            "areas_not_used",
            "areas of demand-responsive trips (GTFS-Flex)",
            file=AREAS,
            remedy="not used: travel times are those of trips at fixed times",
        )
