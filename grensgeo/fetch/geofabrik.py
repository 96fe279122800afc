"""Extracts of OpenStreetMap: chosen by outline, all of one day, each with the checksum of its day.

The list of extracts names no parts of countries by code, so they are matched by outline. What the
address ending in ``-latest`` leads to changes once a day, extract by extract, and its checksum at
another moment; files with a day in their name never change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from grensgeo.errors import FileError, InputError, some
from grensgeo.provenance import read_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import shapely

    from grensgeo.fetch.entries import CatalogueEntry
    from grensgeo.fetch.transport import Transport

_LATEST = "-latest.osm.pbf"
_DATED = re.compile(r"-(\d{6})\.osm\.pbf$")
_STAMP = re.compile(r"^timestamp=(\d{4}-\d{2}-\d{2})", re.MULTILINE)
_MD5 = re.compile(r"^([0-9a-f]{32})\s+\*?(\S+)\s*$")
#: What remains of an outline that is narrower than twice this is no reason for another extract,
#: degrees (about 500 m): outlines of neighbours are drawn by hand and do not quite meet.
_SLIVER_DEG = 0.005


@dataclass(frozen=True, eq=False)
class ExtractOutline:
    """An extract that there is.

    Attributes
    ----------
    extract_id
        Such as ``muenster-regbez``.
    url
        Address of the newest one.
    outline
        What it covers, degrees.
    """

    extract_id: str
    url: str
    outline: shapely.Geometry

    def dated(self, day: date) -> str:
        """Return the address of the file of a day."""
        return f"{self.url.removesuffix(_LATEST)}-{day:%y%m%d}.osm.pbf"


def read_index(path: Path) -> list[ExtractOutline]:
    """Read the list of extracts.

    Parameters
    ----------
    path
        ``index-v1.json``, as it was fetched.

    Returns
    -------
    list
        Those with an outline and an address.

    Raises
    ------
    FileError
        If it is missing or no such list.
    """
    import shapely

    data = read_json(path)
    found = []
    for feature in data.get("features", ()):
        about: dict[str, Any] = feature.get("properties") or {}
        url = str((about.get("urls") or {}).get("pbf", ""))
        if not url.endswith(_LATEST) or not feature.get("geometry"):
            continue
        geometry = feature["geometry"]
        parts = geometry["coordinates"]
        polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
        outline = shapely.make_valid(
            shapely.MultiPolygon([shapely.Polygon(p[0], p[1:]) for p in polygons])
        )
        found.append(ExtractOutline(str(about.get("id")), url, outline))
    if not found:
        raise FileError("file-of-other-content", f"{path}: no list of extracts; fetch it again")
    return found


def choose_extracts(
    index: Sequence[ExtractOutline], outline: shapely.Geometry
) -> list[ExtractOutline]:
    """Choose the smallest extracts that cover an outline together.

    Parameters
    ----------
    index
        The list of extracts.
    outline
        What is to be covered, degrees.

    Returns
    -------
    list
        Extracts, none of which could be left out.

    Raises
    ------
    InputError
        If none touches it.
    """
    import shapely

    near = [item for item in index if shapely.intersects(item.outline, outline)]
    if not near:
        west, south, east, north = shapely.bounds(outline)
        raise InputError(
            "nothing-in-area",
            f"no extract covers {west:.2f}, {south:.2f} to {east:.2f}, {north:.2f} (lon, lat); "
            "give extracts of your own ([streets] files)",
        )
    near.sort(key=lambda item: (float(shapely.area(item.outline)), item.extract_id))
    chosen: list[ExtractOutline] = []
    rest = outline
    for item in near:
        if _matters(shapely.intersection(rest, item.outline)):
            chosen.append(item)
            rest = shapely.difference(rest, item.outline)
        if not _matters(rest):
            break
    for item in reversed(chosen.copy()):
        others = [one for one in chosen if one is not item]
        left = outline
        for other in others:
            left = shapely.difference(left, other.outline)
        if others and not _matters(shapely.intersection(left, item.outline)):
            chosen.remove(item)
    return chosen


def _matters(outline: shapely.Geometry) -> bool:
    """Return whether an outline is more than a sliver."""
    import shapely

    return not shapely.buffer(outline, -_SLIVER_DEG).is_empty


def day_of(
    transport: Transport,
    entry: CatalogueEntry,
    extracts: Sequence[ExtractOutline],
    *,
    day: date | None = None,
) -> date:
    """Return the day of which there is a file of every extract: the newest, or the one asked for.

    Parameters
    ----------
    transport
        The door to the internet.
    entry
        Source of the extracts.
    extracts
        Those that are wanted.
    day
        The day that is asked for.

    Raises
    ------
    FileError
        If one of them has no file of the day.
    """
    own = {urlsplit(entry.url).netloc, *entry.hosts}
    away = [item.url for item in extracts if urlsplit(item.url).netloc not in own]
    if away:
        raise FileError(
            "redirect-elsewhere",
            f"the list of extracts names {some(away)}, beyond {some(sorted(own))}; not followed",
        )
    days = {item.extract_id: day or _newest(transport, item) for item in extracts}
    chosen = min(days.values())
    missing = []
    for item in extracts:
        answer = transport.ask(
            item.dated(chosen), method="HEAD", hosts=entry.hosts, follow=False, also=(404,)
        )
        if answer.status != 200:
            missing.append(f"{item.extract_id} ({answer.status})")
    if missing:
        newest = some([f"{name} {one}" for name, one in days.items()])
        asked = "" if day else f" (newest: {newest})"
        raise FileError(
            "download-incomplete",
            f"no file of {chosen} of {some(missing)}{asked}: all extracts have to be of one day; "
            "give another ([streets] date), or try again after the daily update",
        )
    return chosen


def _newest(transport: Transport, item: ExtractOutline) -> date:
    """Return the day of the newest file, which the address leads to or its updates are of."""
    answer = transport.ask(item.url, method="HEAD", follow=False)
    location = answer.headers.get("location", "")
    target = urlsplit(location)
    dated = _DATED.search(target.path)
    home = not target.netloc or target.netloc == urlsplit(item.url).netloc
    if dated and home:
        return datetime.strptime(dated[1], "%y%m%d").date()  # noqa: DTZ007 - a day has no zone
    state = f"{item.url.removesuffix(_LATEST)}-updates/state.txt"
    said = transport.ask(state).body.decode("utf-8", errors="replace")
    stamp = _STAMP.search(said)
    if stamp is None:
        raise FileError("file-of-other-content", f"{state}: names no day; give [streets] date")
    return date.fromisoformat(stamp[1])


def md5_said(text: str, *, of: str, where: str) -> str:
    """Return the checksum of a file that a publisher gives beside it.

    Parameters
    ----------
    text
        What stands there: the checksum, and perhaps the name of the file.
    of
        Name of the file.
    where
        The address, for the fault.

    Raises
    ------
    FileError
        If it is no checksum, or that of another file.

    Examples
    --------
    >>> md5_said("7e8ba9f649e16660bbee537cc4f0295c  a.pbf", of="a.pbf", where="x")[:6]
    '7e8ba9'
    """
    line = text.strip()
    if re.fullmatch(r"[0-9a-fA-F]{32}", line):
        return line.lower()
    found = _MD5.match(line.lower())
    if found is None:
        raise FileError("file-of-other-content", f"{where}: no checksum ({line[:80]!r})")
    if found[2].rpartition("/")[2] != of.lower():
        raise FileError(
            "download-incomplete",
            f"{where}: is the checksum of {found[2]}, not of {of}; try again later",
        )
    return found[1]
