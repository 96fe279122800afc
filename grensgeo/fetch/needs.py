"""What a region needs, of the catalogue of sources: which files, of which year and country."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING

from grensgeo.errors import Faults, InputError
from grensgeo.fetch.doors import WantedFile
from grensgeo.fetch.entries import entry_for, entry_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import shapely

    from grensgeo.fetch.entries import CatalogueEntry
    from grensgeo.spec import RegionSpec, TableSpec

#: What is counted where a region's file names no opportunities.
_JOBS = "jobs"
#: Levels of codes that need outlines of their own to be found.
_UNITS = ("corop", "province")


@dataclass(frozen=True)
class RegionNeeds:
    """The files that a region needs, as far as its file alone tells.

    Attributes
    ----------
    spec
        The region.
    entries
        The catalogue of sources.
    """

    spec: RegionSpec
    entries: Mapping[str, CatalogueEntry]

    def boundaries(self) -> list[WantedFile]:
        """Return outlines of municipalities, of NUTS 3 regions and of units that areas name."""
        faults = Faults()
        found: list[WantedFile] = []
        for country in self.spec.countries:
            tables = self.spec.tables_of("boundaries", country)
            if not any(item.file for item in tables):
                found += self._tables("boundaries", country, tables, faults)
        nuts = entry_for(self.entries, "nuts3", "")
        told = [item.country for item in self.spec.tables_of("nuts3") if item.file]
        if nuts is not None and None not in told and not set(self.spec.countries) <= set(told):
            found.append(self._wanted(nuts, "nuts3", "", self.spec.year))
        levels = {(code.level, code.country) for area in self.spec.areas for code in area.codes}
        for level, country in sorted(levels):
            entry = entry_for(self.entries, level, country) if level in _UNITS else None
            if entry is not None:
                found.append(self._wanted(entry, level, country, self.spec.year))
        return _once(found, faults)

    def figures(self) -> list[WantedFile]:
        """Return people, opportunities and timetables."""
        faults = Faults()
        found: list[WantedFile] = []
        for country in self.spec.countries:
            tables = self.spec.tables_of("population", country)
            if not any(item.file for item in tables):
                found += self._tables("population", country, tables, faults)
            found += self._opportunities(country, faults)
        return [*_once(found, faults), *self.timetables()]

    def timetables(self) -> list[WantedFile]:
        """Return feeds: those named, or the catalogue's where the region has a service day."""
        faults, found = Faults(), []
        for country in self.spec.countries:
            named = [one for one in self.spec.timetables if one.country in (None, country)]
            if any(one.file for one in named) or (not named and self.spec.day is None):
                continue
            for one in named or (None,):
                try:
                    entry = self._entry("timetables", country, one.source if one else None)
                except InputError as error:
                    faults += error.faults
                    continue
                more = one.drop_agencies if one else ()
                for item in self._with_beside(entry, "timetables", country, self.spec.year):
                    found.append(replace(item, drop=more))  # noqa: PERF401 - two steps read easier
        unique = _once(found, faults)
        there = {country for item in unique for country in item.countries}
        there |= {one.country or "" for one in self.spec.timetables if one.file}
        return [
            replace(
                item,
                drop=tuple(
                    dict.fromkeys(
                        [*item.drop, *(k for k, v in item.entry.drop.items() if v in there)]
                    )
                ),
            )
            for item in unique
        ]

    def heights(self, outline: shapely.Geometry | None) -> list[WantedFile]:
        """Return tiles of heights that touch an outline."""
        heights = self.spec.heights
        if heights is None or heights.files or outline is None:
            return []
        entry = entry_named(self.entries, heights.source, ("heights",))
        return [self._wanted(entry, "heights", "", None, tile=name) for name in tiles_of(outline)]

    def index(self) -> WantedFile | None:
        """Return the list of extracts, if extracts are to be chosen."""
        if self.spec.streets.files:
            return None
        entry_named(self.entries, self.spec.streets.source, ("streets",))
        entry = entry_for(self.entries, "index", "")
        return None if entry is None else self._wanted(entry, "index", "", None)

    def _entry(
        self, role: str, country: str, source: str | None, counts: str = ""
    ) -> CatalogueEntry:
        """Return the source that is named, or the catalogue's first."""
        if source is not None:
            return entry_named(self.entries, source, (role,))
        entry = entry_for(self.entries, role, country, counts=counts)
        if entry is None:
            raise InputError(
                "source-missing",
                f"the catalogue has nothing for {role}{counts and f' ({counts})'} of {country}; "
                f"name a file of your own ([[{role}]] file =)",
            )
        return entry

    def _tables(
        self, role: str, country: str, tables: tuple[TableSpec, ...], faults: Faults
    ) -> Iterator[WantedFile]:
        """Yield what tables of a role name, or the catalogue's first."""
        for table in tables or (None,):
            try:
                entry = self._entry(role, country, table.source if table else None)
                year = table.year if table else self.spec.year
                exact = table is not None and year != self.spec.year
                yield from self._with_beside(entry, role, country, year, exact=exact)
            except InputError as error:
                faults += error.faults

    def _opportunities(self, country: str, faults: Faults) -> Iterator[WantedFile]:
        """Yield what can be reached in a country; jobs where the region's file names nothing."""
        tables = self.spec.tables_of("opportunities", country)
        if not self.spec.tables_of("opportunities"):
            yield from self._counted(country, _JOBS, None, faults)
        for table in tables:
            if table.file is None:
                yield from self._counted(country, table.name, table, faults)

    def _counted(
        self, country: str, name: str, table: TableSpec | None, faults: Faults
    ) -> Iterator[WantedFile]:
        """Yield the files of what is counted."""
        try:
            entry = self._entry("opportunities", country, table.source if table else None, name)
            if entry.protocol == "none" or (entry.countries and country not in entry.countries):
                return
            year = table.year if table else self.spec.year
            exact = table is not None and year != self.spec.year
            for item in self._with_beside(entry, "opportunities", country, year, exact=exact):
                yield replace(item, name=name)
        except InputError as error:
            faults += error.faults

    def _with_beside(
        self, entry: CatalogueEntry, role: str, country: str, year: int, *, exact: bool = False
    ) -> Iterator[WantedFile]:
        """Yield a file, what belongs to it, and what belongs to that."""
        first = self._wanted(entry, role, country, year, exact=exact)
        yield first
        same = first.year if first.year is not None else year
        seen = {entry.id}
        while entry.beside and entry.beside not in seen:
            entry = entry_named(self.entries, entry.beside, ("beside", role))
            seen.add(entry.id)
            yield self._wanted(entry, role, country, same)

    def _wanted(
        self,
        entry: CatalogueEntry,
        role: str,
        country: str,
        asked: int | None,
        *,
        exact: bool = False,
        tile: str = "",
    ) -> WantedFile:
        """Return a file with everything filled in."""
        year = entry.year_for(asked, exact=exact) if asked is not None else None
        filled = year if year is not None else asked
        values = {
            "year": str(filled or ""),
            "issue": entry.issues.get(str(year), ""),
            "country": country.lower(),
            "tile": tile,
        }
        remark = f"{year} for {asked}" if year is not None and year != asked else ""
        return WantedFile(
            entry=entry,
            file=_filled(entry.file, values),
            url=_filled(entry.url, values),
            role=role,
            countries=(country,) if country else (),
            year=year,
            values={"remark": remark, "date": _filled(entry.date, values)},
        )


def tiles_of(outline: shapely.Geometry) -> list[str]:
    """Return the tiles of one degree that touch an outline, named by their south-west corners.

    Examples
    --------
    >>> import shapely
    >>> tiles_of(shapely.box(-0.1, 51.9, 0.1, 51.95))
    ['N51_00_E000_00', 'N51_00_W001_00']
    """
    import shapely

    west, south, east, north = shapely.bounds(outline)
    return sorted(
        f"{'N' if lat >= 0 else 'S'}{abs(lat):02}_00_{'E' if lon >= 0 else 'W'}{abs(lon):03}_00"
        for lat in range(floor(south), floor(north) + 1)
        for lon in range(floor(west), floor(east) + 1)
        if shapely.intersects(outline, shapely.box(lon, lat, lon + 1, lat + 1))
    )


def _filled(template: str, values: Mapping[str, str]) -> str:
    """Fill a template; what is not known yet stays."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def _once(wanted: list[WantedFile], faults: Faults) -> list[WantedFile]:
    """Return each file once, or raise the faults."""
    if faults:
        raise InputError.of(faults)
    found: dict[tuple[str, str], WantedFile] = {}
    for item in wanted:
        key = (item.file, item.name)
        before = found[key].countries if key in found else ()
        found[key] = replace(item, countries=tuple(dict.fromkeys([*before, *item.countries])))
    return list(found.values())
