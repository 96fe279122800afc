"""A small area of OpenStreetMap by Overpass, for teaching and first minutes.

One request at a time, with a name of our own, and kept: a second call asks nobody. Larger areas
are refused, since heavy use of the public server is not welcome: take an extract for those.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from grensgeo.errors import FileError, InputError, some
from grensgeo.fetch.entries import read_entries
from grensgeo.fetch.lock import LockedFile, RawFolder
from grensgeo.fetch.transport import Transport, page_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.fetch.entries import CatalogueEntry

#: A box in degrees: west, south, east, north.
Box = tuple[float, float, float, float]

#: The largest area that is asked for, square kilometres.
_MOST_KM2 = 2500.0
_KM_PER_DEGREE = 111.32
_RELATION = re.compile(r"r(\d+)")
_BASE = re.compile(r'<meta[^>]*osm_base="([^"]+)"')
_REMARK = re.compile(r"<remark>([^<]*)</remark>")
#: What of OpenStreetMap makes streets, rail and rivers, with all nodes; restrictions beside it.
_DATA = """[out:xml][timeout:180][bbox:{south:.6f},{west:.6f},{north:.6f},{east:.6f}];
(way["highway"];way["railway"~"^(rail|light_rail)$"];way["waterway"~"^(river|canal)$"];
way["route"="ferry"];way["man_made"="pier"];node["railway"~"^(station|halt)$"];)->.found;
rel(bw.found)["type"="restriction"]->.bans;
(.found;.found>;);out meta;.bans out meta;"""
#: A municipality is of level 6 (a city that is a Kreis of its own) to 10. Source: OSM wiki,
#: Tag:boundary=administrative.
_FIND = """[out:json][timeout:60];
relation["boundary"="administrative"]["name"="{name}"]["admin_level"~"^(6|7|8|9|10)$"];
out tags bb;"""
_NUMBERED = "[out:json][timeout:60];relation({number});out tags bb;"


def fetch_place(
    place: str | Sequence[float],
    folder: str | Path,
    *,
    margin_km: float = 1.0,
    catalogue: str | Path | None = None,
    transport: Transport | None = None,
    update: bool = False,
) -> tuple[Path, LockedFile]:
    """Fetch the streets of a place by Overpass, unless they are there.

    Parameters
    ----------
    place
        Name of a municipality as OpenStreetMap writes it (``Losser``); the number of its relation
        (``r47798``) where several are called so; or a box ``(west, south, east, north)``.
    folder
        Folder of raw files in which it is kept.
    margin_km
        How far beyond the place.
    catalogue
        TOML file with sources of your own.
    transport
        The door to the internet.
    update
        Whether to fetch again what is there.

    Returns
    -------
    tuple of Path and LockedFile
        The file (``.osm``), and what the lock says of it.

    Raises
    ------
    FileError
        If the server cannot be reached, refuses, or did not finish.
    InputError
        If there is no such place, several are called so, or it is too large.
    """
    entry = read_entries(None if catalogue is None else Path(catalogue))["overpass"]
    door = transport or Transport()
    raw = RawFolder.open(Path(folder))
    name = place if isinstance(place, str) else ",".join(f"{value:.4f}" for value in place)
    slug = re.sub(r"[^0-9a-z]+", "-", name.casefold()).strip("-") or "place"
    file, asked = f"osm/place-{slug}.osm", f"overpass {name} {margin_km:g} km"
    if not update and raw.has(file, asked):
        return raw.at(file), raw.files[file]
    box = _box(door, entry, place)
    west, south, east, north = _widened(box, margin_km)
    query = _DATA.format(west=west, south=south, east=east, north=north)
    body = _ask(door, entry, query)
    text = body.decode("utf-8", errors="replace")
    base = _base(text, entry)
    part = raw.part(file)
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(body)
    today = datetime.fromtimestamp(door.clock(), tz=UTC).date()
    locked = LockedFile(
        file=file,
        source_id=f"overpass-{slug}",
        role="small-area",
        asked=asked,
        url=entry.url,
        version=base,
        sha256="",
        size=0,
        fetched=today.isoformat(),
        title=f"{entry.title}: {name}",
        licence=entry.licence,
        attribution=entry.attribution,
        reference_date=base[:10],
        name=name,
    )
    return raw.at(file), raw.place(part, locked)


def _box(door: Transport, entry: CatalogueEntry, place: str | Sequence[float]) -> Box:
    """Return the box of a place, of its relation or as it is given."""
    if not isinstance(place, str):
        west, south, east, north = _four(place)
        return west, south, east, north
    if not place.strip():
        raise InputError("place-unknown", "place is without words; name a municipality")
    number = _RELATION.fullmatch(place)
    safe = place.replace("\\", "\\\\").replace('"', '\\"')
    query = _NUMBERED.format(number=number[1]) if number else _FIND.format(name=safe)
    found = [one for one in _elements(door, entry, query) if one.get("bounds")]
    if not found:
        raise InputError(
            "place-unknown",
            f"OpenStreetMap has no municipality called {place!r}; write it as it stands there, or "
            "give the number of its relation (r47798) or a box (west, south, east, north)",
        )
    if not number:
        found = _outermost(found, place)
    bounds = found[0]["bounds"]
    return bounds["minlon"], bounds["minlat"], bounds["maxlon"], bounds["maxlat"]


def _four(place: Sequence[float]) -> Box:
    """Return a box that can be one."""
    if len(place) != 4 or not (place[0] < place[2] and place[1] < place[3]):
        raise InputError(
            "out-of-range", f"place is {list(place)!r}; write (west, south, east, north), degrees"
        )
    return float(place[0]), float(place[1]), float(place[2]), float(place[3])


def _outermost(found: list[dict[str, Any]], place: str) -> list[dict[str, Any]]:
    """Return the one that holds all others: a municipality, and not the village of its name."""
    order = sorted(found, key=lambda one: int(one["tags"].get("admin_level", 10)))
    first = order[0]
    apart = [one for one in order[1:] if not _within(one["bounds"], first["bounds"])]
    if apart:
        listed = some(
            [
                f"r{one['id']} ({one['bounds']['minlat']:.2f} N, {one['bounds']['minlon']:.2f} E)"
                for one in [first, *apart]
            ],
            most=8,
        )
        raise InputError(
            "more-than-one",
            f"several places are called {place!r}: {listed}; name one by its number",
        )
    return [first]


def _within(inner: dict[str, float], outer: dict[str, float]) -> bool:
    """Return whether a box lies in another, but for a little."""
    slack = 0.01
    return (
        inner["minlon"] >= outer["minlon"] - slack
        and inner["minlat"] >= outer["minlat"] - slack
        and inner["maxlon"] <= outer["maxlon"] + slack
        and inner["maxlat"] <= outer["maxlat"] + slack
    )


def _widened(box: Box, margin_km: float) -> Box:
    """Return a box with a margin, if it is small enough."""
    from math import cos, radians

    west, south, east, north = box
    high = margin_km / _KM_PER_DEGREE
    shrink = cos(radians((south + north) / 2))
    wide = high / shrink
    west, south, east, north = west - wide, south - high, east + wide, north + high
    km2 = (east - west) * shrink * (north - south) * _KM_PER_DEGREE**2
    if km2 > _MOST_KM2:
        raise InputError(
            "out-of-range",
            f"the place covers {km2:,.0f} km², Overpass is asked for {_MOST_KM2:,.0f} at most; "
            "take an extract (grensgeo fetch) for larger areas",
        )
    return west, south, east, north


def _elements(door: Transport, entry: CatalogueEntry, query: str) -> list[dict[str, Any]]:
    """Return the elements of an answer in JSON."""
    body = _ask(door, entry, query)
    try:
        data = json.loads(body)
        listed = data["elements"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FileError(
            "file-of-other-content", f"{entry.url}: no answer of Overpass{page_said(body)}"
        ) from None
    if "error" in str(data.get("remark", "")):
        raise FileError(
            "download-incomplete",
            f"{entry.url}: did not finish ({data['remark']}); try again later",
        )
    return [one for one in listed if isinstance(one, dict)]


def _ask(door: Transport, entry: CatalogueEntry, query: str) -> bytes:
    """Fetch the answer to a query."""
    answer = door.ask(
        entry.url,
        method="POST",
        data=urlencode({"data": query}).encode(),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        hosts=entry.hosts,
        most_bytes=int(entry.most_mb * 1e6),
    )
    return answer.body


def _base(text: str, entry: CatalogueEntry) -> str:
    """Return of which moment the data are, if they are whole."""
    base, remark = _BASE.search(text[:4000]), _REMARK.search(text)
    if remark is not None:
        raise FileError(
            "download-incomplete",
            f"{entry.url}: did not finish ({' '.join(remark[1].split())}); try again later, or "
            "take a smaller place",
        )
    if base is None or not text.rstrip().endswith("</osm>"):
        raise FileError(
            "file-of-other-content",
            f"{entry.url}: no whole answer of Overpass{page_said(text[:4000].encode())}; try "
            "again later",
        )
    return base[1]
