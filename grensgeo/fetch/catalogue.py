"""The catalogue of a data set's sources: licences, dates and checksums."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from grensgeo.declared import Each, Option, Record, record_of
from grensgeo.errors import InputError, some
from grensgeo.files import read_bytes
from grensgeo.provenance import Provenance, Source, read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


#: What stands in a catalogue.
CATALOGUE = Record(
    "the catalogue",
    "the sources of a data set: licences, dates and checksums",
    (
        Option(
            "sources",
            Each(record_of(Source, "sources", "one thing that a publisher brought out")),
            "what went in, each once",
        ),
    ),
)


def read_catalogue(path: Path) -> dict[str, Source]:
    """Read a catalogue of sources.

    Parameters
    ----------
    path
        JSON file with a list ``sources``; each has the fields of
        :class:`grensgeo.provenance.Source`.

    Returns
    -------
    dict
        Sources by ``source_id``, in order of id.

    Raises
    ------
    FileError
        If the file is missing or is not JSON.
    InputError
        If a source lacks a field or has an unknown one, an id comes twice, or a date is none.
    """
    data = read_json(path)
    if not isinstance(data.get("sources"), list):
        raise InputError("key-missing", f"{path}: no list 'sources'; see grensgeo.fetch.catalogue")
    try:
        sources = Provenance.from_dict({"sources": data["sources"]}).sources
    except InputError as error:
        raise InputError.of(error.faults, where=str(path)) from None
    ids = [source.source_id for source in sources]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise InputError("id-twice", f"{path}: source ids come twice: {some(twice)}")
    odd = [
        f"{x.source_id} {x.reference_date!r}" for x in sources if not _is_date(x.reference_date)
    ]
    if odd:
        raise InputError(
            "date-wrong",
            f"{path}: reference dates of sources that are none: {some(odd)}; write a year, month "
            "or day, as 2022, 2022-05 or 2022-05-15",
        )
    return dict(zip(ids, sources, strict=True))


def _is_date(text: str) -> bool:
    """Return whether a text is a year, a month or a day; nothing stands for one not known."""
    try:
        date.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        return False
    return len(text) in {0, len("2022"), len("2022-05"), len("2022-05-15")}


def write_catalogue(sources: Iterable[Source], path: Path) -> None:
    """Write a catalogue of sources, in order of id, the same bytes each time.

    Parameters
    ----------
    sources
        The sources.
    path
        JSON file to write.
    """
    write_json({"sources": [source.to_dict() for source in sorted(sources)]}, path)


def checksum(path: Path) -> str:
    """Compute the SHA-256 of a file as hexadecimal text.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    str
        64 hexadecimal digits.

    Raises
    ------
    FileError
        If the file is missing or cannot be read.
    """
    return hashlib.sha256(read_bytes(path)).hexdigest()
