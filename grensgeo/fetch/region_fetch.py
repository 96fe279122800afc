"""Fetch everything that a region needs into a folder, each file once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, FileError, InputError
from grensgeo.fetch.doors import TileAbsent, WantedFile, get
from grensgeo.fetch.entries import entry_named, read_entries
from grensgeo.fetch.formats import check_format
from grensgeo.fetch.geofabrik import choose_extracts, day_of, md5_said, read_index
from grensgeo.fetch.lock import ABSENT, LockedFile, RawFolder, md5_of
from grensgeo.fetch.needs import RegionNeeds
from grensgeo.fetch.transport import Transport, forget
from grensgeo.geodata.published_outlines import read_published_outlines
from grensgeo.provenance import read_json
from grensgeo.spec import RegionSpec, TableSpec, read_region_file
from grensgeo.spec.area_codes import nuts_country
from grensgeo.spec.selecting import outline_of, select_municipalities, tell_nuts3

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import geopandas as gpd
    import shapely

    from grensgeo.fetch.entries import CatalogueEntry
    from grensgeo.fetch.geofabrik import ExtractOutline
    from grensgeo.fetch.transport import Progress

#: Names of columns of outlines of one's own, where the region's file names none.
_OWN_COLUMNS = {name: name for name in ("name", "country", "nuts3", "population")}
_OWN_COLUMNS["code"] = "region_code"
#: The most feeds of a list that are fetched without being named one by one.
_MOST_FEEDS = 25


@dataclass(frozen=True)
class FetchLine:
    """One line of what is, or would be, fetched.

    Attributes
    ----------
    file
        Name in the folder; in words where it is not known yet.
    source_id, licence
        Entry of the catalogue and its licence.
    size_mb
        About how large it is; None if it is not known.
    state
        ``here``, ``to fetch``, ``by hand`` or ``needs a login``.
    remark
        What else is to be said, such as another year than asked for.
    """

    file: str
    source_id: str
    licence: str
    size_mb: float | None
    state: str
    remark: str = ""


def fetch_region(
    region: str | Path | RegionSpec,
    folder: str | Path,
    *,
    catalogue: str | Path | None = None,
    transport: Transport | None = None,
    update: bool = False,
    say: Callable[[str], None] = lambda _: None,
    progress: Callable[[str], Progress] | None = None,
) -> list[LockedFile]:
    """Fetch everything that a region needs, from the catalogue of sources.

    Parameters
    ----------
    region
        A region's file, or what was read of one.
    folder
        Folder of raw files; what is there and is still what is asked for is not fetched again.
    catalogue
        TOML file with sources of your own.
    transport
        The door to the internet; it also says whether to ask nothing at all (``offline``).
    update
        Whether to look for newer files of what has no year: extracts and timetables.
    say
        Told of each file.
    progress
        Makes, of the name of a file, what is told how far it is.

    Returns
    -------
    list
        The files that the region needs, in order of name; ``sources.lock`` in the folder holds
        them too.

    Raises
    ------
    FileError, InputError
        With everything that could not be fetched, once all else is there.

    Examples
    --------
    >>> files = fetch_region("region.toml", "raw")  # doctest: +SKIP
    """
    spec = region if isinstance(region, RegionSpec) else read_region_file(region)
    entries = read_entries(None if catalogue is None else Path(catalogue))
    door = transport or Transport(say=say)
    job = _RegionFetch(
        RegionNeeds(spec, entries),
        RawFolder.open(Path(folder)),
        door,
        update=update,
        say=say,
        progress=progress,
    )
    return job.run()


def plan_fetch(
    region: str | Path | RegionSpec, folder: str | Path, *, catalogue: str | Path | None = None
) -> list[FetchLine]:
    """List what would be fetched for a region, how large and under which licence, asking nobody.

    Parameters
    ----------
    region, folder, catalogue
        As :func:`fetch_region`.

    Returns
    -------
    list
        A line for each file; extracts and tiles are known only once the boundaries are there.
    """
    spec = region if isinstance(region, RegionSpec) else read_region_file(region)
    entries = read_entries(None if catalogue is None else Path(catalogue))
    raw = RawFolder.open(Path(folder))
    needs = RegionNeeds(spec, entries)
    wanted = [*needs.boundaries(), *needs.figures()]
    index = needs.index()
    wanted += [index] if index is not None else []
    lines = [_line(raw, item) for item in wanted]
    job = _RegionFetch(needs, raw, Transport(offline=True))
    try:
        outline = job.outline(needs.boundaries())
        extracts = [] if index is None else job.extracts(outline)
    except (FileError, InputError):
        outline, extracts = None, []
    streets = entries[spec.streets.source] if index is not None else None
    there = raw.of("streets")
    if streets is not None and outline is None:
        what = "osm: extracts that cover the region, known once its boundaries are there"
        lines.append(FetchLine(what, streets.id, streets.licence, None, "to fetch"))
    for extract in extracts if streets is not None else ():
        known = [item for item in there if item.name == extract.extract_id]
        lines.append(
            FetchLine(
                known[0].file if known else f"osm/{extract.extract_id}-*.osm.pbf",
                streets.id if streets else "",
                streets.licence if streets else "",
                known[0].size / 1e6 if known else streets.size_mb if streets else None,
                "here" if known else "to fetch",
            )
        )
    if spec.heights is not None and not spec.heights.files and outline is None:
        entry = entry_named(entries, spec.heights.source, ("heights",))
        what = "heights: tiles that cover the region, known once its boundaries are there"
        lines.append(FetchLine(what, entry.id, entry.licence, None, "to fetch"))
    return [*lines, *(_line(raw, item) for item in needs.heights(outline))]


def _line(raw: RawFolder, item: WantedFile) -> FetchLine:
    """Return the line of a file."""
    known = raw.files.get(item.file)
    state, size = "to fetch", item.entry.size_mb
    if known is not None and raw.has(item.file, item.asked):
        state, size = "here", known.size / 1e6
    elif raw.laid(item.file):
        state, size = "here", raw.at(item.file).stat().st_size / 1e6
    elif item.entry.protocol == "hand":
        state = "by hand"
    elif item.entry.login:
        state = "needs a login"
    return FetchLine(
        item.file, item.entry.id, item.entry.licence, size, state, item.values.get("remark", "")
    )


@dataclass
class _RegionFetch:
    """One fetch: what was got, and what could not be.

    Attributes
    ----------
    needs, raw, transport, update, say, progress
        As :func:`fetch_region`.
    got
        Files that the region needs.
    faults
        What could not be fetched, each with a sentence.
    """

    needs: RegionNeeds
    raw: RawFolder
    transport: Transport
    update: bool = False
    say: Callable[[str], None] = lambda _: None
    progress: Callable[[str], Progress] | None = None
    got: list[LockedFile] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def run(self) -> list[LockedFile]:
        """Fetch everything; what does not depend on a file that failed is fetched all the same."""
        boundaries = self.needs.boundaries()
        figures = self.needs.figures()
        self.all(boundaries)
        index = self.needs.index()
        if index is not None:
            self.all([index])
        outline = None
        if not self.faults:
            outline = self.outline(boundaries)
            if index is not None:
                self.streets(self.extracts(outline))
        for item in figures:
            self.all([item])
            if item.entry.protocol == "feed-list" and not self.faults:
                self.all(self.listed(item))
        self.all(self.needs.heights(outline))
        if self.faults:
            raise InputError.of(self.faults, where=f"{self.needs.spec.region_id}, {self.raw.path}")
        self.settle()
        return sorted(self.got, key=lambda item: item.file)

    def settle(self) -> None:
        """Mark in the lock what the region needs now."""
        wanted = {item.file: replace(item, used=True) for item in self.got}
        before = dict(self.raw.files)
        for name, item in before.items():
            self.raw.files[name] = wanted.get(name, replace(item, used=False))
            if item.used and name not in wanted:
                self.say(f"{name}: no longer needed ({item.size / 1e6:.0f} MB); left there")
        if self.raw.files != before:
            self.raw.write()

    def all(self, wanted: Sequence[WantedFile]) -> None:
        """Fetch files, and collect what fails."""
        for item in wanted:
            try:
                self.got.append(self.one(item))
            except (FileError, InputError) as error:
                self.faults += error.faults

    def one(self, item: WantedFile) -> LockedFile:
        """Fetch a file, unless it is there."""
        if self.raw.has(item.file, item.asked) and not (self.update and self.newer(item)):
            known = self.raw.files[item.file]
            # what it is for can change without its content
            return replace(
                known, name=item.name, drop=item.drop, role=item.role, countries=item.countries
            )
        remark = item.values.get("remark", "")
        if self.raw.laid(item.file):
            self.say(f"{item.file}: was laid by hand")
            check_format(self.raw.at(item.file), item.entry, where=str(self.raw.at(item.file)))
            return self.raw.place(self.raw.at(item.file), self.locked(item, "laid by hand"))
        if item.entry.protocol == "hand":
            raise InputError(
                "file-by-hand",
                f"{item.entry.id} is not open data: lay the file ({item.entry.url}) as "
                f"{self.raw.at(item.file)}",
            )
        self.say(f"{item.file}: {item.entry.title}{remark and f' ({remark})'}")
        part = self.raw.part(item.file)
        told = self.progress(item.file) if self.progress is not None else None
        try:
            version = get(self.transport, item, part, told)
        except TileAbsent:
            locked = replace(self.locked(item, ABSENT), size=0)
            self.raw.files[item.file] = locked
            self.raw.path.mkdir(parents=True, exist_ok=True)
            self.raw.write()
            return locked
        except InputError as error:
            if error.code == "login-needed":
                by_hand = f"{error}, or lay its file as {self.raw.at(item.file)}"
                raise InputError("login-needed", by_hand) from None
            raise
        try:
            self.check_sum(item, part)
            check_format(part, item.entry, where=item.url)
        except FileError:
            forget(part)
            raise
        return self.raw.place(part, self.locked(item, version))

    def newer(self, item: WantedFile) -> bool:
        """Return whether there may be a newer file of what has no year."""
        if item.year is not None or item.entry.protocol not in {"download", "feed-list"}:
            return False
        answer = self.transport.ask(item.url, method="HEAD", hosts=item.entry.hosts)
        version = answer.headers.get("last-modified") or answer.headers.get("etag", "")
        return not version or version != self.raw.files[item.file].version

    def check_sum(self, item: WantedFile, part: Path) -> None:
        """Check a file against the publisher's checksum, where there is one."""
        entry = item.entry
        if not entry.checksum:
            return
        url = entry.checksum.replace("{url}", item.url)
        missing = (404,) if entry.checksum_optional else ()
        answer = self.transport.ask(url, hosts=entry.hosts, also=missing)
        if answer.status == 404:
            self.say(f"{item.file}: the publisher has no checksum of it")
            return
        name = item.url.rpartition("/")[2]
        said = md5_said(
            answer.body.decode("utf-8", errors="replace"),
            of="" if entry.checksum_optional else name,
            where=url,
        )
        found = md5_of(part)
        if found != said:
            raise FileError(
                "checksum-wrong",
                f"{item.url}: has the checksum {found}, {url} says {said}; nothing was replaced, "
                "try again later",
            )

    def locked(self, item: WantedFile, version: str) -> LockedFile:
        """Return what the lock says of a file, but for checksum and size."""
        entry = item.entry
        by_hand = version == "laid by hand"
        today = datetime.fromtimestamp(self.transport.clock(), tz=UTC).date()
        return LockedFile(
            file=item.file,
            source_id=entry.id,
            role=item.role,
            asked=item.asked,
            url="" if by_hand else item.url,
            version=version,
            sha256="",
            size=0,
            fetched=today.isoformat(),
            title=entry.title,
            licence=entry.licence,
            attribution=entry.attribution,
            reference_date=item.values.get("date", ""),
            countries=item.countries,
            year=item.year,
            name=item.name,
            drop=item.drop,
        )

    def outline(self, boundaries: Sequence[WantedFile]) -> shapely.Geometry:
        """Return what the region covers with its margin, of the boundaries that are there."""
        spec = self.needs.spec
        return outline_of(self.municipalities(boundaries), margin_km=spec.margin_km)

    def municipalities(self, boundaries: Sequence[WantedFile]) -> gpd.GeoDataFrame:
        """Return the municipalities of the region, of the boundaries that are there."""
        return read_municipalities_of(self.needs.spec, self.raw, boundaries)

    def extracts(self, outline: shapely.Geometry) -> list[ExtractOutline]:
        """Return the extracts that cover the region."""
        index = self.needs.index()
        if index is None:
            return []
        return choose_extracts(read_index(self.raw.at(index.file)), outline)

    def streets(self, extracts: Sequence[ExtractOutline]) -> None:
        """Fetch extracts, all of one day."""
        streets = self.needs.spec.streets
        entry = self.needs.entries[streets.source]
        known = {item.name: item for item in self.raw.of("streets")}
        fit = [
            known[item.extract_id]
            for item in extracts
            if item.extract_id in known
            and self.raw.has(known[item.extract_id].file, known[item.extract_id].asked)
        ]
        days = {date.fromisoformat(item.version) for item in fit}
        same = len(days) == 1 and streets.day in (None, *days) and not self.update
        if same and len(fit) == len(extracts):
            self.got += fit
            return
        try:
            day = self.day(entry, extracts, next(iter(days)) if same else streets.day)
        except (FileError, InputError) as error:
            self.faults += error.faults
            return
        self.all([self.extract(entry, item, day) for item in extracts])

    def day(
        self, entry: CatalogueEntry, extracts: Sequence[ExtractOutline], wanted: date | None
    ) -> date:
        """Return the day of all extracts; that of those that are there, if it still is one."""
        try:
            return day_of(self.transport, entry, extracts, day=wanted)
        except FileError as error:
            if wanted is None or wanted == self.needs.spec.streets.day or error.code == "offline":
                raise
            return day_of(self.transport, entry, extracts)

    @staticmethod
    def extract(entry: CatalogueEntry, item: ExtractOutline, day: date) -> WantedFile:
        """Return the extract of a day."""
        file = entry.file.replace("{name}", item.extract_id).replace("{day}", f"{day:%y%m%d}")
        values = {"version": day.isoformat(), "date": day.isoformat()}
        return WantedFile(
            entry, file, item.dated(day), "streets", name=item.extract_id, values=values
        )

    def listed(self, item: WantedFile) -> list[WantedFile]:
        """Return the feeds of a list that can be fetched without a key."""
        data = read_json(self.raw.at(item.file))
        found = []
        (country,) = item.countries
        for one in data.get("sources", ()):
            open_feed = one.get("type") == "http" and one.get("url") and not one.get("skip")
            if not open_feed or one.get("spec", "gtfs") != "gtfs" or one.get("http-options"):
                continue
            name = re.sub(r"[^a-z0-9]+", "-", str(one.get("name", "feed")).lower()).strip("-")
            licence: Mapping[str, str] = one.get("license") or {}
            entry = replace(
                item.entry, protocol="download", format="gtfs", needs=(), url=one["url"],
                title=f"Timetable {one.get('name')}", confidence="B", most_mb=1500.0,
                licence=licence.get("spdx-identifier") or licence.get("url") or "see the feed",
                attribution=str(one.get("name")),
            )  # fmt: skip
            file = f"timetables/{country.lower()}-{name}.zip"
            drop = tuple(one.get("drop-agency-names", ()))
            found.append(
                WantedFile(entry, file, one["url"], "timetables", item.countries, drop=drop)
            )
        if len(found) > _MOST_FEEDS:
            self.faults.append(
                Fault(
                    "source-unfit",
                    f"{item.entry.id}: lists {len(found)} feeds of {country}; name those "
                    "that run in the region ([[timetables]] file =)",
                )
            )
            return []
        return found


def read_municipalities_of(
    spec: RegionSpec, raw: RawFolder, boundaries: Sequence[WantedFile]
) -> gpd.GeoDataFrame:
    """Read the municipalities of a region, of the boundaries that were fetched or are given.

    Parameters
    ----------
    spec
        The region.
    raw
        Folder of raw files.
    boundaries
        What was fetched for outlines.

    Returns
    -------
    GeoDataFrame
        As :func:`grensgeo.spec.selecting.select_municipalities`.
    """
    outlines, units = read_outlines_of(spec, raw, boundaries)
    return select_municipalities(outlines, spec, units=units)


def read_outlines_of(
    spec: RegionSpec, raw: RawFolder, boundaries: Sequence[WantedFile]
) -> tuple[gpd.GeoDataFrame, dict[str, gpd.GeoDataFrame]]:
    """Read the municipalities of a region's countries, and coarser units by level.

    Parameters
    ----------
    spec, raw, boundaries
        As :func:`read_municipalities_of`.

    Returns
    -------
    tuple
        Outlines and units as :func:`grensgeo.spec.selecting.select_municipalities` takes them.
    """
    import geopandas as gpd
    import pandas as pd

    parts: list[gpd.GeoDataFrame] = []
    for country in spec.countries:
        own = [table for table in spec.tables_of("boundaries", country) if table.file is not None]
        parts += [_own_outlines(table, country) for table in own]
        parts += [
            _outlines(raw, item, country)
            for item in boundaries
            if item.role == "boundaries" and country in item.countries
        ]
    units = {
        item.role: _outlines(raw, item, "") for item in boundaries if item.role != "boundaries"
    }
    whole = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs=4326)
    return tell_nuts3(whole, spec), units


def _own_outlines(table: TableSpec, country: str) -> gpd.GeoDataFrame:
    """Read outlines of a file of one's own."""
    called = nuts_country(country)
    layer = table.layer or ""
    file = table.file or Path()
    columns = dict(_OWN_COLUMNS, **table.columns)
    return read_published_outlines(file, columns, country=country, called=called, layer=layer)


def _outlines(raw: RawFolder, item: WantedFile, country: str) -> gpd.GeoDataFrame:
    """Read outlines as their source says."""
    columns = {
        key: name.replace("{year}", str(item.year)) for key, name in item.entry.columns.items()
    }
    return read_published_outlines(
        raw.at(item.file),
        columns,
        country=country,
        called=nuts_country(country),
        layer=item.entry.layer,
        land=item.entry.land,
    )
