"""How a file is got from each kind of server: one function a protocol.

Each writes what it got to a part file, whole as far as the server's own words go, and returns what
the server says of its version.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit, urlunsplit

from grensgeo.errors import FileError, InputError, some
from grensgeo.fetch.formats import need_rows
from grensgeo.fetch.genesis_rest import fetch_genesis_table
from grensgeo.fetch.transport import forget
from grensgeo.fetch.zip_ranges import RangedFile, unpack_member

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from grensgeo.fetch.entries import CatalogueEntry
    from grensgeo.fetch.transport import Answer, Progress, Transport

#: Features that a page is asked for; servers of PDOK give a thousand at most.
_PAGE = 1000
#: The most pages that are followed.
_MOST_PAGES = 10_000


@dataclass(frozen=True)
class WantedFile:
    """A file that is wanted.

    Attributes
    ----------
    entry
        Its source.
    file
        Name in the folder of raw files.
    url
        Address, filled in.
    role, countries, year, name
        What it is for, and of: the countries of the region for which it is wanted; none if it is
        for all.
    values
        What was filled in, and what else its protocol needs to know.
    """

    entry: CatalogueEntry
    file: str
    url: str
    role: str
    countries: tuple[str, ...] = ()
    year: int | None = None
    name: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        """What is asked for, in a word: as long as it is the same, nothing is fetched again."""
        return self.values.get("asked", self.url)

    @property
    def day(self) -> str:
        """Day of the figures; empty where it is not known."""
        return self.values.get("date", "")


def get(transport: Transport, wanted: WantedFile, part: Path, progress: Progress | None) -> str:
    """Fetch a file by the protocol of its source.

    Parameters
    ----------
    transport
        The door to the internet.
    wanted
        What is wanted.
    part
        File to write.
    progress
        Told how far it is.

    Returns
    -------
    str
        What the server says of its version; empty if it says nothing.
    """
    return _DOORS[wanted.entry.protocol](transport, wanted, part, progress)


def _download(
    transport: Transport, wanted: WantedFile, part: Path, progress: Progress | None
) -> str:
    """Fetch a file."""
    entry = wanted.entry
    told = transport.download(
        wanted.url,
        part,
        hosts=entry.hosts,
        most_bytes=int(entry.most_mb * 1e6),
        fixed=entry.protocol == "geofabrik",
        progress=progress,
    )
    return wanted.values.get("version") or told.get("last-modified", "") or told.get("etag", "")


def _features(transport: Transport, wanted: WantedFile, part: Path, _: Progress | None) -> str:
    """Fetch all pages of an OGC API, each of which names the next."""
    features: list[Any] = []
    said = ""
    for answer in _linked(transport, wanted, lambda page: _next_of(page.get("links"))):
        page = answer.json()
        features += _list(page, "features", answer)
        said = said or str(page.get("timeStamp", ""))
        matched = page.get("numberMatched")
        _need_no_more(features, matched, answer.url)
    _write_features(features, wanted, part)
    return said


def _next_of(links: Any) -> str:  # noqa: ANN401 - whatever a server says
    """Return the address of the next page, of a list of links."""
    return next(
        (
            str(link["href"])
            for link in links or ()
            if isinstance(link, dict) and link.get("rel") == "next" and link.get("href")
        ),
        "",
    )


def _wfs(transport: Transport, wanted: WantedFile, part: Path, _: Progress | None) -> str:
    """Fetch all pages of a WFS, by the number of the first feature of each."""
    features: list[Any] = []
    said, matched = "", None
    for _page in range(_MOST_PAGES):
        url = _with(wanted.url, count=_PAGE, startIndex=len(features))
        answer = transport.ask(url, hosts=wanted.entry.hosts)
        page = answer.json()
        found = _list(page, "features", answer)
        features += found
        said = said or str(page.get("timeStamp", ""))
        matched = page.get("numberMatched", page.get("totalFeatures", matched))
        _need_no_more(features, matched, url)
        if not found or (isinstance(matched, int) and len(features) >= matched):
            break
    if isinstance(matched, int) and len(features) < matched:
        raise FileError(
            "download-incomplete",
            f"{wanted.url}: {len(features)} of {matched} features came; try again later",
        )
    _write_features(features, wanted, part)
    return said


def _need_no_more(features: list[Any], matched: object, url: str) -> None:
    if isinstance(matched, int) and len(features) > matched:
        raise FileError(
            "download-incomplete",
            f"{url}: {len(features)} features came where {matched} are said to be: pages repeat; "
            "try again later",
        )


def _write_features(features: list[Any], wanted: WantedFile, part: Path) -> None:
    """Check features against their source and write them as one collection."""
    entry = wanted.entry
    need_rows([dict(one.get("properties") or {}) for one in features], entry, where=wanted.url)
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if entry.box:
        code = _axes(features, entry, wanted.url)
        if code:
            collection["crs"] = {"type": "name", "properties": {"name": f"EPSG:{code}"}}
    _write(part, json.dumps(collection, ensure_ascii=False))


def _axes(features: list[Any], entry: CatalogueEntry, url: str) -> int:
    """Turn features whose axes are lat, lon; return the EPSG code of those in metres, or 0."""
    west, south, east, north = entry.box
    points = [point for one in features for point in _points(one.get("geometry"))]
    if not points:
        raise FileError("download-incomplete", f"{url}: features without outlines{entry.doubt}")
    if all(west <= x <= east and south <= y <= north for x, y in points):
        return 0
    if all(west <= y <= east and south <= x <= north for x, y in points):
        for one in features:
            one["geometry"]["coordinates"] = _turned(one["geometry"]["coordinates"])
            one.pop("bbox", None)
        return 0
    if entry.metres and all(abs(x) > 180 or abs(y) > 180 for x, y in points):
        for one in features:
            one.pop("bbox", None)
        return entry.metres
    raise FileError(
        "file-of-other-content",
        f"{url}: coordinates such as {points[0]} lie outside {list(entry.box)}; nothing was "
        f"replaced{entry.doubt}",
    )


def _points(geometry: Any) -> Iterator[tuple[float, float]]:  # noqa: ANN401 - GeoJSON
    """Yield a point of each ring of an outline."""
    rest = [(geometry or {}).get("coordinates") or []]
    while rest:
        part = rest.pop()
        if part and isinstance(part[0], (int, float)):
            yield float(part[0]), float(part[1])
        elif part and isinstance(part[0], list) and part[0] and not isinstance(part[0][0], list):
            rest.append(part[0])
        else:
            rest += part


def _turned(part: list[Any]) -> list[Any]:
    """Return coordinates with their axes exchanged."""
    if part and isinstance(part[0], (int, float)):
        return [part[1], part[0], *part[2:]]
    return [_turned(one) for one in part]


def _odata(transport: Transport, wanted: WantedFile, part: Path, _: Progress | None) -> str:
    """Fetch all pages of a table of OData, version 3 or 4."""
    rows: list[Any] = []

    def following(page: Mapping[str, Any]) -> str:
        return str(page.get("odata.nextLink") or page.get("@odata.nextLink") or "")

    for answer in _linked(transport, wanted, following):
        rows += _list(answer.json(), "value", answer)
    need_rows(rows, wanted.entry, where=wanted.url)
    if wanted.entry.format == "csv":
        _write(part, _as_csv(rows))
    else:
        _write(part, json.dumps({"value": rows}, ensure_ascii=False))
    return ""


def _as_csv(rows: list[dict[str, Any]]) -> str:
    """Return records as CBS writes them to a file: names in quotation marks, semicolons."""
    text = io.StringIO()
    names = list(rows[0])
    writer = csv.DictWriter(
        text, names, delimiter=";", quoting=csv.QUOTE_ALL, extrasaction="ignore",
        lineterminator="\n",
    )  # fmt: skip
    writer.writeheader()
    writer.writerows({k: "" if v is None else v for k, v in row.items()} for row in rows)
    return text.getvalue()


def _linked(
    transport: Transport, wanted: WantedFile, following: Callable[[Mapping[str, Any]], str]
) -> Iterator[Answer]:
    """Fetch page after page, each of which names the next on the same host."""
    url = wanted.url
    seen: set[str] = set()
    first = urlsplit(url)
    while url:
        if url in seen or len(seen) > _MOST_PAGES:
            raise FileError(
                "download-incomplete", f"{url}: names itself as the next page; try again later"
            )
        seen.add(url)
        answer = transport.ask(
            url, hosts=wanted.entry.hosts, headers={"Accept": "application/json"}
        )
        yield answer
        page = answer.json()
        named = urlsplit(following(page) if isinstance(page, dict) else "")
        if named.netloc and named.netloc != first.netloc:
            raise FileError(
                "download-incomplete",
                f"{url}: the next page lies elsewhere ({named.geturl()}); not followed",
            )
        # A service behind a proxy may name its pages without the s of https.
        url = named._replace(scheme=first.scheme).geturl() if named.netloc else ""


def _zip_member(
    transport: Transport, wanted: WantedFile, part: Path, progress: Progress | None
) -> str:
    """Read one member of an archive by ranges; the whole archive where there are none."""
    entry = wanted.entry
    source = RangedFile(transport, wanted.url, entry.hosts)
    if source.find_size():
        with io.BufferedReader(source, 1 << 20) as buffered:
            try:
                unpack_member(buffered, entry, part, progress)
            except FileError as error:
                raise (source.trouble or error) from None
        return source.version
    archive = part.with_name(f"{part.name}.zip")
    version = _download(transport, wanted, archive, progress)
    with archive.open("rb") as whole:
        unpack_member(whole, entry, part, progress)
    forget(archive)
    return version


def _ckan(transport: Transport, wanted: WantedFile, part: Path, progress: Progress | None) -> str:
    """Fetch the resource of a package that has a name, newest first."""
    entry = wanted.entry
    answer = transport.ask(wanted.url, hosts=entry.hosts)
    data = answer.json()
    listed = ((data.get("result") or {}).get("resources") or []) if isinstance(data, dict) else []
    right = [
        one for one in listed if str(one.get("format", entry.format)).lower() in (entry.format, "")
    ]
    # the name of one table can be part of that of another
    fit = [one for one in right if str(one.get("name")).lower() == entry.resource.lower()] or [
        one
        for one in right
        if all(
            word in f"{one.get('name', '')} {one.get('url', '')}".lower()
            for word in entry.resource.lower().split()
        )
    ]
    if not fit:
        names = some([str(one.get("name")) for one in listed], most=60)
        raise FileError(
            "file-of-other-content",
            f"{wanted.url}: no resource {entry.resource!r} as {entry.format}; there are "
            f"{names}{entry.doubt}",
        )
    newest = max(fit, key=lambda one: str(one.get("last_modified") or ""))
    url = str(newest.get("url", ""))
    hosts = (urlsplit(wanted.url).netloc, *entry.hosts)
    if urlsplit(url).netloc not in hosts:
        raise FileError(
            "redirect-elsewhere", f"{wanted.url}: its file lies elsewhere ({url}); not followed"
        )
    transport.download(
        url, part, hosts=entry.hosts, most_bytes=int(entry.most_mb * 1e6), progress=progress
    )
    return str(newest.get("last_modified") or newest.get("id") or "")


def _genesis(transport: Transport, wanted: WantedFile, part: Path, _: Progress | None) -> str:
    """Fetch a table of GENESIS of a year."""
    if wanted.year is None:
        raise InputError("key-missing", f"{wanted.entry.id}: name a year")
    fetch_genesis_table(transport, wanted.entry, year=wanted.year, part=part)
    return ""


def _tile(transport: Transport, wanted: WantedFile, part: Path, progress: Progress | None) -> str:
    """Fetch a tile, unless it is wholly in the sea and not there."""
    answer = transport.ask(wanted.url, method="HEAD", hosts=wanted.entry.hosts, also=(404,))
    if answer.status == 404:
        raise TileAbsent(wanted.url)
    return _download(transport, wanted, part, progress)


class TileAbsent(Exception):  # noqa: N818 - no fault: what lies in the sea has no heights
    """A tile is not there, because it is wholly in the sea."""


def _with(url: str, **more: object) -> str:
    """Return an address with further parameters."""
    parts = urlsplit(url)
    kept = {
        k: v for k, v in parse_qs(parts.query, keep_blank_values=True).items() if k not in more
    }
    query = urlencode({**kept, **more}, doseq=True, quote_via=quote, safe=":")
    return urlunsplit(parts._replace(query=query))


def _list(page: Any, name: str, answer: Answer) -> list[Any]:  # noqa: ANN401 - whatever a server says
    """Return the list of a page."""
    found = page.get(name) if isinstance(page, dict) else None
    if not isinstance(found, list):
        said = " ".join(answer.body[:200].decode("utf-8", errors="replace").split())
        raise FileError(
            "file-of-other-content", f"{answer.url}: no list {name!r} in the answer ({said!r})"
        )
    return found


def _write(part: Path, text: str) -> None:
    """Write a part."""
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(text, encoding="utf-8")


#: How a file is got, by protocol.
_DOORS: Mapping[str, Callable[[Transport, WantedFile, Path, Progress | None], str]] = (
    MappingProxyType(
        {
            "download": _download,
            "geofabrik": _download,
            "feed-list": _download,
            "tiles": _tile,
            "zip-member": _zip_member,
            "ogc-features": _features,
            "wfs": _wfs,
            "odata": _odata,
            "ckan": _ckan,
            "genesis": _genesis,
        }
    )
)
