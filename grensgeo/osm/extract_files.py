"""OpenStreetMap's files: their endings, what they say of themselves, what is wrong."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self, cast
from xml.etree import ElementTree as ET

from grensgeo.errors import Fault, FileError, GrensgeoError, InputError
from grensgeo.provenance import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    import osmium
    from osmium.osm import Node, Relation, Way

#: Endings, and the format that libosmium is told: it does not know them in capitals.
_FORMATS = {
    ".pbf": "pbf", ".osm": "osm", ".osm.xml": "osm", ".o5m": "o5m", ".opl": "opl",
    ".osm.bz2": "osm.bz2", ".osm.xml.bz2": "osm.bz2", ".opl.bz2": "opl.bz2",
    ".osm.gz": "osm.gz", ".osm.xml.gz": "osm.gz", ".opl.gz": "opl.gz",
}  # fmt: skip
_ENDINGS = ".osm.pbf, .pbf, .osm, .osm.xml, .osm.bz2, .osm.gz, .o5m, .opl"
#: JOSM keeps what its user has deleted in the file until it is uploaded.
_DELETED = (b"action='delete'", b'action="delete"')
_BLOCK = 1 << 20


@dataclass(frozen=True, eq=False)
class Extract:
    """A file of OpenStreetMap data.

    Attributes
    ----------
    path
        Where it stands.
    format
        As libosmium calls it; empty where the name is none of a known file.
    deleted
        Kind (``n``, ``w`` or ``r``) and id of what an editor's user has deleted.
    """

    path: Path
    format: str
    deleted: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def of(cls, path: str | Path) -> Self:
        """Read a file's name."""
        name = Path(path).name.lower()
        fitting = [ending for ending in _FORMATS if name.endswith(ending)]
        return cls(Path(path), _FORMATS[max(fitting, key=len)] if fitting else "")

    def __str__(self) -> str:
        return str(self.path)

    @property
    def file(self) -> osmium.io.File:
        """Return the file for libosmium to read."""
        import osmium

        return osmium.io.File(str(self.path), self.format)

    def is_gone(self, element: Node | Way | Relation) -> bool:
        """Return whether an element is deleted, in the data or by an editor's user."""
        return not element.visible or (element.type_str(), element.id) in self.deleted

    def opened(self) -> tuple[Self, Source]:
        """Read the header and what an editor has marked as deleted.

        Returns
        -------
        tuple
            The same extract, knowing both, and the source that it is.

        Raises
        ------
        InputError
            If it holds the history of elements.
        """
        import osmium

        with osmium.io.Reader(self.file, osmium.osm.NOTHING) as reader:
            header = reader.header()
        if header.has_multiple_object_versions:
            raise InputError(
                "osm-history",
                f"{self}: holds the history of its elements or changes to them; make a plain "
                "extract of it (osmium time-filter, or osmium apply-changes)",
            )
        digest = hashlib.sha256()
        with self.path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
        source = Source(
            source_id=f"osm-{digest.hexdigest()[:12]}",
            title=f"OpenStreetMap extract {self.path.name}",
            licence="ODbL-1.0",
            attribution="© OpenStreetMap contributors",
            reference_date=header.get("osmosis_replication_timestamp", "")[:10],
            url="https://www.openstreetmap.org/copyright",
            sha256=digest.hexdigest(),
            bears_on="streets",
        )
        known = type(self)(self.path, self.format, self._deleted())
        return known, source

    def _deleted(self) -> frozenset[tuple[str, int]]:
        """Find what an editor has marked as deleted; libosmium does not tell it."""
        if not self.format.startswith("osm"):
            return frozenset()
        with self._stream() as stream:
            tail, marked = b"", False
            while (block := stream.read(_BLOCK)) and not marked:
                marked = any(mark in tail + block for mark in _DELETED)
                tail = block[-len(_DELETED[0]) :]
        if not marked:
            return frozenset()
        found = set()
        with self._stream() as stream:
            for _, element in ET.iterparse(stream):  # noqa: S314 - expat bounds entities
                if element.get("action") == "delete":
                    found.add((element.tag[0], int(element.get("id", "0"))))
                if element.tag in {"node", "way", "relation"}:
                    element.clear()
        return frozenset(found)

    def _stream(self) -> BinaryIO:
        if self.format.endswith(".gz"):
            return cast("BinaryIO", gzip.open(self.path, "rb"))
        if self.format.endswith(".bz2"):
            return cast("BinaryIO", bz2.open(self.path, "rb"))
        return self.path.open("rb")


def find_faults(files: Iterable[Extract]) -> list[Fault]:
    """Return what is wrong with files before they are opened, one sentence a file."""
    return [fault for file in files if (fault := _fault(file))]


def _fault(file: Extract) -> Fault | None:
    if not file.path.exists():
        return Fault(
            "file-missing", f"{file}: no such file; check the path, or fetch the extract first"
        )
    if file.path.is_dir():
        return Fault(
            "file-is-folder", f"{file}: is a folder; name the .osm.pbf or .osm files in it"
        )
    if not file.format:
        return Fault(
            "file-ending-wrong", f"{file}: not an OSM file by its name; expected {_ENDINGS}"
        )
    if file.path.stat().st_size == 0:
        return Fault("file-empty", f"{file}: is empty; fetch it again")
    return None


class reporting:  # noqa: N801 -- used as a function in a with statement
    """Turn what libosmium raises into one line that names the file and the remedy."""

    def __init__(self, file: Extract) -> None:
        self.file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        import osmium

        # RuntimeError: the format; ValueError: "illegal id", text that is not UTF-8; OSError,
        # EOFError: a packed file that ends too soon.
        known = (
            RuntimeError, ValueError, OverflowError, OSError, EOFError,
            ET.ParseError, zlib.error, osmium.InvalidLocationError,
        )  # fmt: skip
        if kind is None or not issubclass(kind, known) or issubclass(kind, GrensgeoError):
            return
        raise FileError(
            "file-truncated",
            f"{self.file}: truncated, damaged or not OSM data ({error}); fetch it again and "
            "compare its checksum with the publisher's",
        ) from None
