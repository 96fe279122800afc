"""A folder of raw files and its lock: what each file is, from where, of which day and licence.

A file takes its place whole or not at all, and only once it is what its source says. What is about
to take its place is written down before, so that a fetch that was stopped at any moment finds the
old file or the new one, and knows which.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, InputError, some
from grensgeo.fetch.transport import forget
from grensgeo.files import need_place
from grensgeo.provenance import Source, read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Name of the lock in the folder.
LOCK = "sources.lock"
#: Version of what is not there and need not be: a tile of heights wholly in the sea.
ABSENT = "absent"
#: Folder of what is not whole yet.
_PARTS = ".parts"
_FORMAT = 1
_CHUNK = 1 << 20


@dataclass(frozen=True)
class LockedFile:
    """A file that was fetched, or laid by hand.

    Attributes
    ----------
    file
        Its name in the folder, with ``/``.
    source_id
        Entry of the catalogue.
    role
        What it is for: ``boundaries``, ``population``, ``opportunities`` ...
    asked
        What was asked for; as long as the same is asked for, it is not fetched again.
    url
        Address that it came from; empty if it was laid by hand.
    version
        What the publisher says of it: the date in its name, of the file, or its tag.
    sha256, size
        Checksum and bytes.
    fetched
        Day on which it was fetched.
    title, licence, attribution, reference_date
        As in the catalogue.
    countries
        Countries of the region for which it is there; none if it is for all.
    year, name
        What it is of, where it is of one: name is what is counted, or the extract.
    drop
        Operators that are to be dropped from a feed.
    used
        Whether the region as it was fetched last needs it.
    """

    file: str
    source_id: str
    role: str
    asked: str
    url: str
    version: str
    sha256: str
    size: int
    fetched: str
    title: str
    licence: str
    attribution: str
    reference_date: str = ""
    countries: tuple[str, ...] = ()
    year: int | None = None
    name: str = ""
    drop: tuple[str, ...] = ()
    used: bool = True

    def source(self) -> Source:
        """Return it as a source of a catalogue of data."""
        return Source(
            source_id=self.source_id + (f"-{self.year}" if self.year else ""),
            title=self.title,
            licence=self.licence,
            attribution=self.attribution,
            reference_date=self.reference_date,
            url=self.url,
            sha256=self.sha256,
        )


def sha256_of(path: Path) -> str:
    """Compute the SHA-256 of a file of any size.

    Parameters
    ----------
    path
        The file.
    """
    return _hashed(path, hashlib.sha256())


def md5_of(path: Path) -> str:
    """Compute the MD5 of a file, which publishers give beside their files.

    Parameters
    ----------
    path
        The file.
    """
    return _hashed(path, hashlib.md5(usedforsecurity=False))


def _hashed(path: Path, digest: Any) -> str:  # noqa: ANN401 - of hashlib
    """Return the digest of a file as hexadecimal text."""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise FileError(
            "file-unreadable", f"{path}: cannot be read ({error.strerror or error})"
        ) from None
    return str(digest.hexdigest())


def read_lock(folder: Path) -> dict[str, LockedFile]:
    """Read what a folder of raw files holds.

    Parameters
    ----------
    folder
        The folder that ``grensgeo fetch`` wrote.

    Returns
    -------
    dict
        Files by name; empty if nothing was fetched yet.

    Raises
    ------
    FileError
        If the lock is not readable.
    InputError
        If it was written in another way.
    """
    path = folder / LOCK
    if not path.exists():
        return {}
    data = read_json(path)
    if data.get("format") != _FORMAT or not isinstance(data.get("files"), list):
        raise InputError(
            "format-version",
            f"{path}: not a lock of format {_FORMAT}; remove it and fetch again",
        )
    known = {item.name for item in fields(LockedFile)}
    wrong = [one for one in data["files"] if not isinstance(one, dict) or set(one) - known]
    if wrong:
        raise InputError(
            "format-version",
            f"{path}: entries that are not known ({some(map(str, wrong))}); remove it and fetch "
            "again",
        )
    try:
        found = [_locked(one) for one in data["files"]]
    except TypeError as error:
        raise InputError("format-version", f"{path}: {error}; remove it and fetch again") from None
    return {item.file: item for item in found}


@dataclass
class RawFolder:
    """A folder of raw files: what is in it, and how something takes its place there.

    Attributes
    ----------
    path
        The folder.
    files
        What its lock says, by name.
    """

    path: Path
    files: dict[str, LockedFile] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path) -> RawFolder:
        """Open a folder, new or old, and settle what an earlier fetch was stopped in.

        Parameters
        ----------
        path
            The folder; it is made when something is placed in it.

        Raises
        ------
        FileError
            If nothing can be written there, or its lock cannot be read.
        """
        need_place(path, folder=True)
        folder = cls(path, read_lock(path))
        folder._settle()
        return folder

    def part(self, name: str) -> Path:
        """Return where a file grows until it is whole.

        Parameters
        ----------
        name
            Its name in the folder.
        """
        return self.path / _PARTS / name.replace("/", "__")

    def at(self, name: str) -> Path:
        """Return where a file stands.

        Parameters
        ----------
        name
            Its name in the folder.
        """
        return self.path / name

    def has(self, name: str, asked: str) -> bool:
        """Return whether a file is there, whole, and is what is asked for.

        Parameters
        ----------
        name
            Its name in the folder.
        asked
            What is asked for.
        """
        known = self.files.get(name)
        place = self.at(name)
        if known is not None and known.version == ABSENT:
            return known.asked == asked
        return (
            known is not None
            and known.asked == asked
            and place.is_file()
            and place.stat().st_size == known.size
            and sha256_of(place) == known.sha256
        )

    def laid(self, name: str) -> bool:
        """Return whether a file stands there that no fetch wrote: one that was laid by hand.

        Parameters
        ----------
        name
            Its name in the folder.
        """
        return name not in self.files and self.at(name).is_file()

    def place(self, part: Path, item: LockedFile) -> LockedFile:
        """Move a whole file to its place and note it in the lock.

        Parameters
        ----------
        part
            The file; it may stand in its place already.
        item
            What it is; checksum and size are taken from the file.

        Returns
        -------
        LockedFile
            With checksum and size.
        """
        whole = replace(item, sha256=sha256_of(part), size=part.stat().st_size)
        target, note = self.at(item.file), self._note(item.file)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            note.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(note, asdict(whole))
            if part != target:
                part.replace(target)
            self.files[item.file] = whole
            self.write()
            note.unlink(missing_ok=True)
        except OSError as error:
            raise FileError(
                "file-not-writable",
                f"{target}: cannot be written ({error.strerror or error}); choose another place",
            ) from None
        forget(part if part != target else self.part(item.file))
        with suppress(OSError):
            note.parent.rmdir()  # something else is not whole yet
        return whole

    def write(self) -> None:
        """Write the lock, whole."""
        listed = [asdict(self.files[name]) for name in sorted(self.files)]
        _write_whole(self.path / LOCK, {"format": _FORMAT, "files": listed})

    def of(self, role: str, *, country: str = "", name: str = "") -> list[LockedFile]:
        """Return the files of a role.

        Parameters
        ----------
        role
            Such as ``population``.
        country
            Only those for it, or for every country.
        name
            Only those that count it.
        """
        return [
            item
            for item in self.files.values()
            if item.role == role
            and item.used
            and item.version != ABSENT
            and (not country or not item.countries or country in item.countries)
            and (not name or item.name == name)
        ]

    def _note(self, name: str) -> Path:
        """Return where it is written down what is about to take its place."""
        part = self.part(name)
        return part.with_name(f"{part.name}.placing")

    def _settle(self) -> None:
        """Record files in the lock that took their place before a fetch was stopped."""
        for note in sorted((self.path / _PARTS).glob("*.placing")):
            try:
                data = json.loads(note.read_text(encoding="utf-8"))
                item = _locked(data)
            except (OSError, ValueError, TypeError, KeyError, RecursionError):
                continue
            place = self.at(item.file)
            if place.is_file() and sha256_of(place) == item.sha256:
                self.files[item.file] = item
                self.write()
            with suppress(OSError):
                note.unlink()


def _locked(data: dict[str, Any]) -> LockedFile:
    """Return a file as the lock has it."""
    lists = {name: tuple(data.get(name, ())) for name in ("drop", "countries")}
    return LockedFile(**{**data, **lists})


def _write_whole(path: Path, data: dict[str, Any]) -> None:
    """Write JSON whole or not at all."""
    part = path.with_name(f".{path.name}.new")
    write_json(data, part)
    part.replace(path)


def sources_of(files: Iterable[LockedFile]) -> tuple[Source, ...]:
    """Return files as the sources of a catalogue, each once.

    Parameters
    ----------
    files
        Those that were read.
    """
    return tuple(sorted({item.source() for item in files}))
