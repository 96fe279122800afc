"""Recognise files that are no GTFS (NeTEx, TransXChange, HTML, 7-Zip), each with a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import some

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Bytes of a file that are looked at.
HEAD_BYTES = 4096

#: Members that are read, where their names are of no known format.
_MOST_LOOKED_INTO = 5

_NETEX = (
    "it is NeTEx (XML), not GTFS; fetch the GTFS edition of the same timetable (the Dutch NDOV "
    "and the German DELFI publish both), or convert it"
)
_TRANSXCHANGE = "it is TransXChange (XML), not GTFS; convert it to GTFS"
_ROOTS = ((b"PublicationDelivery", _NETEX), (b"netex", _NETEX), (b"TransXChange", _TRANSXCHANGE))

#: First bytes of files that are packed in another way.
_PACKED = ((b"7z\xbc\xaf", "7-Zip"), (b"Rar!", "RAR"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"))


def describe_non_zip(head: bytes) -> str:
    """Detect what a file is that is no zip; empty where it is not known.

    Parameters
    ----------
    head
        Its first bytes.

    Returns
    -------
    str
        What it is and the remedy.
    """
    for mark, name in _PACKED:
        if head.startswith(mark):
            return f"it is packed with {name}; unpack it and give the folder, or pack it as a zip"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return (
            "it is a page of a website, not a zip; the address that it was fetched from may ask "
            "for a login or a key, fetch it in a browser"
        )
    for mark, said in _ROOTS:
        if start.startswith(b"<") and mark in head:
            return said
    if start.startswith((b"stop_id,", b"trip_id,", b"route_id,", b"agency_id,", b"service_id,")):
        return "it is one file of a feed; give the folder that it stands in, or the whole zip"
    return ""


def describe_non_gtfs(members: Mapping[str, Callable[[], bytes]]) -> str:
    """Detect what an archive or folder holds in place of a feed; empty where it is not known.

    Parameters
    ----------
    members
        Reader of each member's first bytes, by name.

    Returns
    -------
    str
        What it is and the remedy.
    """
    zips = sorted(name for name in members if name.lower().endswith(".zip"))
    if zips:
        which = "that file" if len(zips) == 1 else "the one that is meant, or several one by one"
        return f"it holds {some(zips)}, a zip inside it; unpack it and give {which}"
    pages = sorted(name for name in members if name.lower().endswith((".xml", ".xml.gz")))
    if any("netex" in name.lower() for name in pages):
        return _NETEX
    for name in pages[:_MOST_LOOKED_INTO]:
        head = members[name]()
        for mark, said in _ROOTS:
            if mark in head:
                return said
    return ""
