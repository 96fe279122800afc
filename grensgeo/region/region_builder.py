"""A region built of its file: municipalities, cells, people, what can be reached, the border."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from grensgeo.countries import by_code, nuts_written
from grensgeo.errors import Faults, FileError, InputError, some
from grensgeo.fetch.entries import read_entries
from grensgeo.fetch.lock import ABSENT, RawFolder, sha256_of
from grensgeo.fetch.needs import RegionNeeds
from grensgeo.fetch.region_fetch import read_outlines_of
from grensgeo.files import write_table
from grensgeo.geodata.base_features import BaseMap
from grensgeo.notes import Note
from grensgeo.osm.found_places import read_osm_places
from grensgeo.osm.map_features import read_map_features
from grensgeo.provenance import Provenance, Source
from grensgeo.region.boundaries import Seam, close_seam, national_border, simplify_outlines
from grensgeo.region.built_up import read_built_up
from grensgeo.region.cell_kinds import lay_cells
from grensgeo.region.consistency import NO_SOURCE
from grensgeo.region.main_places import main_places
from grensgeo.region.people import (
    GRIDS,
    PeopleFigures,
    read_grid,
    read_people,
    totals_of,
    whole_totals,
)
from grensgeo.region.population import GRID_CRS, make_cells
from grensgeo.region.reachable import PLACES, Landscape, ReachableCounts, one_after_another
from grensgeo.region.region import Region
from grensgeo.region.settling import Settlers
from grensgeo.spec import RegionSpec, read_region_file
from grensgeo.spec.selecting import name_nuts3, select_municipalities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.fetch.doors import WantedFile
    from grensgeo.spec import TableSpec

#: Part of the land of a region that cells of one's own may leave out without a word.
_UNCOVERED = 0.001
#: What is counted where a region's file names nothing.
_JOBS = "jobs"
#: What rests on a file, by what it is for; on one for anything else all may.
_PART_OF = {
    **dict.fromkeys(("boundaries", "corop", "province", "nuts3", "small-area"), "outlines"),
    **dict.fromkeys(("population", "built_up"), "inhabitants"),
    **dict.fromkeys(("opportunities", "beside"), "opportunities"),
    "places": "maps",
}


def build_region(
    region: str | Path | RegionSpec,
    raw: str | Path | None = None,
    *,
    catalogue: str | Path | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Region:
    """Build a region of its file, from what was fetched for it and from files of one's own.

    Parameters
    ----------
    region
        A region's file (``docs/region.md``), or what was read of one.
    raw
        Folder of raw files that :func:`fetch_region` left; ``raw`` beside the region's file if
        left out. It need not be there if the region's file names a file for everything.
    catalogue
        TOML file with sources of your own, as for :func:`fetch_region`.
    say
        Told of each step.

    Returns
    -------
    Region
        The region; ``provenance`` has the sources with their licences, and what was assumed.

    Raises
    ------
    FileError
        If a file was not fetched yet, is missing or unreadable.
    InputError
        If files and the region's file contradict each other.

    Examples
    --------
    >>> region = build_region("region.toml")  # doctest: +SKIP
    >>> region.save("region")  # doctest: +SKIP
    """
    spec = region if isinstance(region, RegionSpec) else read_region_file(region)
    beside = Path() if isinstance(region, RegionSpec) else Path(region).parent
    entries = read_entries(None if catalogue is None else Path(catalogue))
    folder = RawFolder.open(Path(raw) if raw is not None else beside / "raw")
    return _RegionBuilder(spec, RegionNeeds(spec, entries), folder, say).build()


@dataclass
class _RegionBuilder:
    """One region as it is built.

    Attributes
    ----------
    spec, needs, raw, say
        What is built, which files that takes, where they are, and who is told.
    sources, notes
        What goes into the provenance.
    places
        Places of OpenStreetMap by kind, each read once.
    """

    spec: RegionSpec
    needs: RegionNeeds
    raw: RawFolder
    say: Callable[[str], None]
    sources: dict[str, Source] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    places: dict[str, gpd.GeoDataFrame] = field(default_factory=dict)

    def build(self) -> Region:
        """Build it."""
        figures = [item for item in self.needs.figures() if item.role != "timetables"]
        boundaries = self.boundaries(figures)
        self.say("municipalities")
        outlines, units = read_outlines_of(self.spec, self.raw, boundaries)
        outlines = name_nuts3(outlines, units)
        chosen = self.municipalities(outlines, units)
        self.say(f"cells of {len(chosen)} municipalities")
        parts = lay_cells(chosen, self.spec.cells)
        self.check_cover(chosen, parts)
        self.say("people")
        metric = _on_the_land(outlines, chosen)
        weights, totals, dates = self.people(chosen, metric, parts, figures)
        chosen["population"] = chosen["region_code"].map(totals).astype("int64")
        chosen["population_date"] = chosen["region_code"].map(dates)
        self.say("what can be reached")
        land = Landscape(chosen.to_crs(GRID_CRS), parts, metric)
        counts = self.reachable(land, figures)
        table, placed = counts.table(), counts.at_cells()
        self.notes += counts.notes
        cells = make_cells(parts, weights, totals, keep=counts.kept())
        towns = self.own_tables("places")
        self.notes.append(Note("region.main-towns" if towns else "region.main-places"))
        columns = ["region_code", "name", "country", "nuts3", "nuts3_name", "area", "population",
                   "population_date"]  # fmt: skip
        places = main_places(chosen, cells, towns)
        chosen = chosen[[*columns, "geometry"]].join(places, on="region_code")
        base_map = self.base_map(chosen)
        return Region(
            municipalities=chosen[[*columns, "place_lon", "place_lat", "geometry"]],
            cells=cells,
            opportunity_table=table,
            border=national_border(chosen),
            provenance=Provenance(
                tuple(sorted(self.sources.values())),
                tuple(dict.fromkeys([*self.notes, *self.spec.notes])),
            ),
            cell_opportunities=placed,
            base_map=base_map,
        )

    def boundaries(self, figures: list[WantedFile]) -> list[WantedFile]:
        """Return the fetched outlines that are there; raise if any file is missing."""
        found: list[WantedFile] = []
        missing: list[str] = []
        for item in [*self.needs.boundaries(), *figures]:
            there = item.file in self.raw.files and self.raw.at(item.file).exists()
            optional = item.role == "nuts3" and not self.names_nuts()
            if not there and not optional and item.entry.protocol != "none":
                missing.append(item.file)
            elif there and item.role not in {"population", "opportunities"}:
                found.append(item)
                self.take(item)
        if missing:
            raise FileError(
                "file-missing",
                f"{self.raw.path}: {some(missing)} not there; fetch what the region needs with "
                "grensgeo fetch, or name files of your own",
            )
        for role in ("boundaries", "nuts3"):
            self.own_tables(role)
        return found

    def own_tables(self, role: str) -> list[TableSpec]:
        """Return the tables of a role that have a file, and add these to the sources."""
        own = [table for table in self.spec.tables_of(role) if table.file is not None]
        for table in own:
            self.own_source(table)
        return own

    def names_nuts(self) -> bool:
        """Return whether the region's file asks for something by NUTS region."""
        codes = [code for area in self.spec.areas for code in area.codes]
        return any(code.level.startswith("nuts") for code in codes)

    def take(self, item: WantedFile) -> str:
        """Add a fetched file to the sources and return its id."""
        source = self.raw.files[item.file].source()
        return self.add_source(source, item.role, item.countries)

    def add_source(self, source: Source, role: str, countries: Iterable[str]) -> str:
        """Add what rests on a source, and return its id."""
        known = self.sources.get(source.source_id, source)
        part = _PART_OF.get(role)
        self.sources[source.source_id] = known if part is None else known.on(part, countries)
        return source.source_id

    def own_source(self, table: TableSpec) -> str:
        """Add a file of one's own to the sources and return its id."""
        file = table.file or Path()
        if not file.is_file():
            raise FileError("file-missing", f"[[{table.role}]]: {file}: no such file")
        of = () if table.country is None else (table.country,)
        if table.source is not None:
            return self.named_source(table.source, file, table.role, of)
        name = f"own-{file.stem.lower().replace(' ', '-')}"
        digest = sha256_of(file)
        while name in self.sources and self.sources[name].sha256 != digest:
            name += "-2"
        own = Source(
            name, file.name, licence="as its owner says", attribution=f"own file {file.name}",
            reference_date=table.said_date, sha256=digest,
        )  # fmt: skip
        return self.add_source(own, table.role, of)

    def named_source(
        self, source_id: str, file: Path, role: str, countries: Iterable[str] = ()
    ) -> str:
        """Add a source that the region's file describes, and return its id."""
        known = {one.source.source_id: one for one in self.spec.sources}
        if source_id not in known:
            raise InputError(
                "source-unknown",
                f"{file}: source {source_id!r} is not among [[sources]]; there are {some(known)}",
            )
        told = known[source_id]
        made_of = told.file or file
        if not made_of.is_file():
            raise FileError("file-missing", f"[[sources]] {source_id}: {made_of}: no such file")
        if source_id not in self.sources:
            self.sources[source_id] = replace(told.source, sha256=sha256_of(made_of))
        return self.add_source(told.source, role, countries)

    def municipalities(
        self, outlines: gpd.GeoDataFrame, units: Mapping[str, gpd.GeoDataFrame]
    ) -> gpd.GeoDataFrame:
        """Return the municipalities of the region, named, with closed seams between countries."""
        import numpy as np

        chosen = select_municipalities(outlines, self.spec, units=units)
        chosen = chosen.sort_values("region_code", ignore_index=True)
        if "name" not in chosen:
            chosen["name"] = chosen["region_code"]
        chosen["name"] = chosen["name"].fillna(chosen["region_code"]).astype(str)
        chosen = self.with_nuts3(chosen)
        absent = sorted(set(self.spec.countries) - set(chosen["country"]))
        if absent:
            raise InputError(
                "nothing-selected",
                f"no municipality of {some(absent)} is in the region; add areas or a wider "
                "ring_km, or leave the country out",
            )
        country = chosen["country"].to_numpy(dtype=str)
        if len(set(country)) > 1:
            shapes, seam = close_seam(
                chosen.geometry.set_axis(chosen["region_code"]), country, order=self.spec.countries
            )
            chosen = chosen.set_geometry(np.asarray(shapes), crs=4326)
            self.seam(seam)
        if self.spec.tolerance_deg:
            chosen = simplify_outlines(chosen, tolerance_deg=self.spec.tolerance_deg)
            self.notes.append(Note("region.outlines-generalised"))
        return chosen

    def seam(self, seam: Seam) -> None:
        """Add a note on what closing the seam changed, unless that is next to nothing."""
        if seam.overlap_m2 + seam.gap_m2 >= 1e4:  # a hectare
            self.notes.append(
                Note("region.seam", overlap=round(seam.overlap_m2 / 1e4),
                     gap=round(seam.gap_m2 / 1e4))
            )  # fmt: skip

    def with_nuts3(self, chosen: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Fill in the whole country where the NUTS 3 region is not known.

        It is called what it calls itself, as other regions are, in whatever language a page is.
        """
        import pandas as pd

        for name in ("nuts3", "nuts3_name"):
            if name not in chosen:
                chosen[name] = pd.Series(index=chosen.index, dtype=object)
        unknown = chosen["nuts3"].isna() | (chosen["nuts3"].astype(str).str.strip() == "")
        if unknown.any():
            codes = chosen.loc[unknown, "country"]
            chosen.loc[unknown, "nuts3"] = codes.map(nuts_written)
            own = {code: one.own_name for code, one in by_code().items()}
            chosen.loc[unknown, "nuts3_name"] = [own.get(code, code) for code in codes]
            named = some(chosen.loc[unknown, "name"])
            self.notes.append(Note("region.nuts3-unknown", names=named))
        chosen["nuts3_name"] = chosen["nuts3_name"].fillna(chosen["nuts3"])
        return chosen

    def check_cover(self, chosen: gpd.GeoDataFrame, parts: gpd.GeoDataFrame) -> None:
        """Check that each municipality has cells, and note land that they leave out."""
        without = sorted(set(chosen["region_code"]) - set(parts["region_code"]))
        if without:
            raise InputError(
                "cells-missing",
                f"{self.spec.cells.file}: no cell lies in {some(without)}; give cells of these "
                "municipalities too, or leave them out of the region",
            )
        whole = float(chosen.to_crs(GRID_CRS).area.sum())
        left = 1 - float(parts.area.sum()) / whole
        if self.spec.cells.kind == "file" and left > _UNCOVERED:
            self.notes.append(Note("region.cells-uncovered", percent=round(100 * left, 1)))

    def people(
        self,
        chosen: gpd.GeoDataFrame,
        outlines: gpd.GeoDataFrame,
        parts: gpd.GeoDataFrame,
        figures: list[WantedFile],
    ) -> tuple[npt.NDArray[np.float64], pd.Series, pd.Series]:
        """Return inhabitants by part as weights, by municipality, and their day."""
        import numpy as np
        import pandas as pd

        weights = np.zeros(len(parts))
        totals: list[pd.Series] = []
        days: list[pd.Series] = []
        towns = chosen.to_crs(GRID_CRS)
        built_up = read_built_up(self.own_tables("built_up"), towns)
        for country in self.spec.countries:
            mine = np.flatnonzero(parts["country"] == country)
            own = towns[towns["country"] == country]
            found = list(self.people_of(country, figures, chosen.geometry))
            dates = {country: found[-1][0].date} if found else {}
            tables = [(figure, name) for figure, _, name in found if figure.shapes is None]
            told: pd.Series | None
            if tables:
                told, day = totals_of(tables, chosen, country)
            else:
                told = self.published_totals(own, country, dates)
                day = pd.Series(dates.get(country), index=own["region_code"], dtype=object)
            days.append(day)
            settlers = Settlers(
                country, own, parts.iloc[mine], told, built_up, np.zeros(len(mine)), self.notes
            )
            for figure, everywhere, name in found:
                land = outlines if everywhere else outlines[outlines["country"] == country]
                settlers.put(figure, name, land.geometry)
            if not settlers.placed.any():
                if told is None:
                    raise InputError(
                        "no-figure-known", f"no inhabitants of {country} are known in the region"
                    )
                settlers.put_evenly()
            settlers.put_rest()
            weights[mine] = settlers.placed
            placed = whole_totals(settlers.placed, parts.iloc[mine]) if told is None else told
            totals.append(placed)
        whole = pd.concat(totals).reindex(chosen["region_code"]).fillna(0)
        if built_up is not None and (short := built_up.perhaps_cut(towns, whole)):
            names = towns.loc[towns["region_code"].isin(short), "name"]
            self.notes.append(Note("region.built-up-perhaps-cut", names=some(names)))
        return weights, whole.astype("int64"), pd.concat(days)

    def people_of(
        self, country: str, figures: list[WantedFile], extent: gpd.GeoSeries
    ) -> Iterator[tuple[PeopleFigures, bool, str]]:
        """Yield figures of a country: read, whether they hold all countries, and their name."""
        own = [table for table in self.spec.tables_of("population", country) if table.file]
        for table in own:
            name = self.own_source(table)
            yield read_people(table, extent), table.country is None, name
        for item in figures:
            if item.role != "population" or country not in item.countries:
                continue
            if item.entry.reader not in GRIDS:
                raise InputError(
                    "source-unfit", f"[[population]]: {item.entry.id} has no reader for people"
                )
            with _unpacked(self.raw.at(item.file), item.entry.member) as path:
                date = item.day or str(item.year or self.spec.year)
                found = read_grid(path, item.entry.reader, extent, date=date)
            yield found, not item.entry.countries, self.take(item)

    def published_totals(
        self, own: gpd.GeoDataFrame, country: str, dates: dict[str, str]
    ) -> pd.Series | None:
        """Return the inhabitants that outlines bear, where no file of one's own tells them."""
        named = [one for one in self.spec.tables_of("population", country) if one.file]
        if named or "population" not in own:
            return None
        figures = own["population"].astype("float64")
        if not (figures >= 0).all():
            return None
        for item in self.needs.boundaries():
            if item.role == "boundaries" and country in item.countries:
                dates[country] = item.day or str(item.year)
        for table in self.spec.tables_of("boundaries", country):
            if table.file is not None:
                dates[country] = table.said_date
        totals: pd.Series = figures.round().astype("int64").set_axis(own["region_code"])
        self.notes.append(Note("region.people-by-boundaries", country=country))
        return totals

    def reachable(self, land: Landscape, figures: list[WantedFile]) -> ReachableCounts:
        """Gather what can be reached."""
        counts = ReachableCounts(land)
        tables = self.spec.tables_of("opportunities")
        faults = Faults()
        for name in dict.fromkeys([table.name for table in tables] or [_JOBS]):
            for country in self.spec.countries:
                try:
                    self.count(counts, name, country, figures)
                except (FileError, InputError) as error:
                    faults += error.faults
        if faults:
            raise InputError.of(faults, where=self.spec.region_id)
        return counts

    def count(
        self, counts: ReachableCounts, name: str, country: str, figures: list[WantedFile]
    ) -> None:
        """Add what can be reached in a country."""
        tables = [one for one in self.spec.tables_of("opportunities", country) if one.name == name]
        own = [one for one in tables if one.country == country] or tables
        if len(own) > 1 and not one_after_another(own):
            raise InputError(
                "id-twice",
                f"[[opportunities]] {name}: {len(own)} tables for {country}; name the country of "
                "each, or add them up in one file; counts of municipalities and of a coarser unit "
                "can stand in two files",
            )
        wanted = [
            item
            for item in figures
            if item.role == "opportunities"
            and item.name == name
            and country in item.countries
            and item.entry.serves != "beside"
        ]
        if own and own[0].file is not None:
            of_row = partial(self.row_source, country=country)
            counts.add_own(own, country, [self.own_source(one) for one in own], of_row)
        elif own and own[0].source == "osm":
            self.count_osm(counts, own[0], country)
        elif wanted:
            item = wanted[0]
            path = self.raw.at(item.file)
            source = self.take(item)
            if item.entry.reader in PLACES and own:
                day = self.raw.files[item.file].fetched
                counts.add_published(own[0], item, path, country, date=day, source_id=source)
                return
            if own and own[0].kind is not None:
                raise InputError(
                    "option-unfit",
                    f"[[opportunities]] {name}: {item.entry.id} has no kinds; leave kind out",
                )
            counts.add_facts(item, path, name=name, country=country, source_id=source)
        else:
            every = [one for one in self.spec.tables_of("opportunities") if one.name == name]
            counts.add_nothing(name, country, {one.concept for one in every})

    def row_source(self, source_id: str, file: Path, *, country: str) -> str:
        """Add the source that a row of a file of one's own names, and return its id."""
        if source_id == NO_SOURCE:
            return source_id
        return self.named_source(source_id, file, "opportunities", (country,))

    def count_osm(self, counts: ReachableCounts, table: TableSpec, country: str) -> None:
        """Add places of OpenStreetMap in a country, out of the extracts of the streets."""
        files = self.extracts()
        if not files:
            raise FileError(
                "file-missing",
                f"{self.raw.path}: no extracts of OpenStreetMap; fetch them with grensgeo fetch, "
                "or name them in [streets] files",
            )
        for source in files.values():
            self.add_source(source, table.role, ())
        dates = {source.reference_date or str(table.year) for source in files.values()}
        names = [source.source_id for source in files.values()]
        kind = table.kind or table.name
        if kind not in self.places:
            land = counts.land.municipalities[["country", "geometry"]].to_crs(4326)
            self.places[kind] = read_osm_places(
                list(files), kind, countries=land, extent=land.geometry
            )
        counts.add_osm(table, self.places[kind], country, date=max(dates), source_id=names[0])

    def extracts(self) -> dict[Path, Source]:
        """Return the extracts of the streets with their sources: one's own, or those fetched."""
        if self.spec.streets.files:
            return {file: _extract_source(file) for file in self.spec.streets.files}
        return {
            self.raw.at(item.file): item.source()
            for item in self.raw.of("streets")
            if item.used and item.version != ABSENT
        }

    def base_map(self, chosen: gpd.GeoDataFrame) -> BaseMap | None:
        """Return what maps draw beneath figures, out of the extracts, where there are any."""
        known = self.extracts()
        files = [file for file in known if file.is_file()]
        if not files:
            return None
        self.say("base map")
        try:
            features = read_map_features(files, extent=chosen.to_crs(4326).union_all())
        except FileError:
            # a region can do without; the network, which cannot, says what is wrong with the file
            self.notes.append(Note("region.no-base-map", files=some(file.name for file in files)))
            return None
        if features.empty:
            return None
        sources = {known[file] for file in files}
        return BaseMap(features, Provenance(tuple(sorted(sources))))


def _extract_source(file: Path) -> Source:
    """Return an extract of one's own as a source."""
    return Source(
        f"own-{file.name.partition('.')[0].lower()}", file.name, licence="ODbL-1.0",
        attribution="© OpenStreetMap contributors, ODbL 1.0",
        sha256=sha256_of(file) if file.is_file() else "",
    )  # fmt: skip


def _on_the_land(outlines: gpd.GeoDataFrame, chosen: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return outlines in EPSG:3035, those of the region as they are drawn there."""
    import geopandas as gpd
    import pandas as pd

    rest = outlines[~outlines["region_code"].isin(chosen["region_code"])]
    own = chosen[[name for name in outlines.columns if name in chosen]]
    return gpd.GeoDataFrame(pd.concat([own, rest], ignore_index=True), crs=4326).to_crs(GRID_CRS)


@contextmanager
def _unpacked(path: Path, member: str) -> Iterator[Path]:
    """Open the member of an archive that is meant as a file; what is no archive, as it is."""
    if not zipfile.is_zipfile(path) or not member:
        yield path
        return
    with zipfile.ZipFile(path) as archive, TemporaryDirectory() as folder:
        names = [name for name in archive.namelist() if fnmatch(name, member)]
        if not names:
            raise FileError("file-of-other-content", f"{path}: holds nothing called {member}")
        # the archive's name holds the year
        target = Path(folder) / f"{path.stem}-{Path(names[0]).name}"
        with archive.open(names[0]) as source, target.open("wb") as out:
            while chunk := source.read(1 << 20):
                out.write(chunk)
        yield target


def write_hubs(spec: RegionSpec, region: Region, path: Path) -> None:
    """Write the hubs of a region's file as a table that ``read_hubs`` takes.

    Parameters
    ----------
    spec
        The region's file.
    region
        The region, whose nearest municipality tells the country of each.
    path
        CSV file to write.
    """
    import pandas as pd
    import shapely

    rows = []
    for hub in spec.hubs:
        here = shapely.Point(hub.lon, hub.lat)
        away = shapely.distance(region.municipalities.geometry.to_numpy(), here)
        country = region.municipalities["country"].iloc[int(away.argmin())]
        rows.append({"id": hub.hub_id, "name": hub.name, "country": country, "lon": hub.lon,
                     "lat": hub.lat, "source": spec.region_id})  # fmt: skip
    write_table(pd.DataFrame(rows), path)
