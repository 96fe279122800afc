"""What can be reached: counts by municipality or a coarser unit, and at places, put on cells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import schema
from grensgeo.errors import InputError, some
from grensgeo.notes import Note
from grensgeo.region.consistency import NO_SOURCE
from grensgeo.region.own_tables import OwnFigures, read_own_figures
from grensgeo.region.people import put_on
from grensgeo.region.population import GRID_CRS
from grensgeo.region.town_counts import CodedCounts, TownCounts
from grensgeo.statistics.concepts import NO_CONVERSION
from grensgeo.statistics.de.ba_municipalities import read_ba_municipalities
from grensgeo.statistics.de.genesis import read_genesis
from grensgeo.statistics.de.nrw_schools import read_nrw_schools
from grensgeo.statistics.eu.jsonstat import read_eurostat_employment
from grensgeo.statistics.nl.cbs import read_cbs_jobs, read_lisa
from grensgeo.statistics.nl.duo import read_duo_schools

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    import geopandas as gpd
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.fetch.doors import WantedFile
    from grensgeo.spec import TableSpec
    from grensgeo.statistics.published_places import PublishedPlaces

#: Concept of a count of which nobody says what it counts.
_AS_GIVEN = "as_given"
#: What counts can be of.
_TOWN = "municipality"
_PLACED = ("points", "areas")
#: Readers by their name in the catalogue of sources: of a file, and what was wanted of it.
FACTS: Mapping[str, Callable[[Path, WantedFile], pd.DataFrame]] = {
    "read_cbs_jobs": lambda path, _: read_cbs_jobs(path),
    "read_lisa": lambda path, item: read_lisa(path, period=str(item.year or "") or None),
    "read_ba_municipalities": lambda path, item: read_ba_municipalities(
        path, date=item.day or None
    ),
    "read_genesis": lambda path, item: read_genesis(path, level="gemeinde", date=item.day or None),
    "read_eurostat_employment": lambda path, item: read_eurostat_employment(
        path, period=item.year
    ),
}
#: Readers of places by their name in the catalogue: of a file, and the day for which it is read;
#: and what they count.
PLACES: Mapping[str, tuple[Callable[[Path, str], PublishedPlaces], str]] = {
    "read_duo_schools": (lambda path, day: read_duo_schools(path, date=day), "duo_schools"),
    "read_nrw_schools": (lambda path, _: read_nrw_schools(path), "nrw_schools"),
}


@dataclass(frozen=True, eq=False)
class Landscape:
    """On what counts are put.

    Attributes
    ----------
    municipalities
        Those of the region: ``region_code, country, population, nuts3`` and outlines (EPSG:3035).
    parts
        Their parts by cell (EPSG:3035).
    outlines
        Municipalities of its countries, in the region or not: ``region_code, country`` and, where
        they are known, ``nuts3`` and ``population`` (EPSG:3035).
    """

    municipalities: gpd.GeoDataFrame
    parts: gpd.GeoDataFrame
    outlines: gpd.GeoDataFrame


@dataclass
class ReachableCounts:
    """Counts as they are gathered.

    Attributes
    ----------
    land
        On what they are put.
    rows
        Tables as :data:`grensgeo.schema.OPPORTUNITIES`.
    placed
        Counts by part, by opportunity.
    notes
        What was assumed.
    """

    land: Landscape
    rows: list[pd.DataFrame] = field(default_factory=list)
    placed: dict[str, Floats] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def add_nothing(self, name: str, country: str, concepts: AbstractSet[str | None]) -> None:
        """Add an opportunity of which nothing is known in a country.

        Parameters
        ----------
        name, country
            What, and where.
        concepts
            What is counted elsewhere.
        """
        concept = next(iter(concepts)) if len(concepts) == 1 else None
        self._add(name, self._towns(country), concept or _AS_GIVEN)

    def add_facts(
        self, item: WantedFile, path: Path, *, name: str, country: str, source_id: str
    ) -> None:
        """Add what a publisher's file tells of a country.

        Parameters
        ----------
        item, path
            Which file, and where it is.
        name
            What is counted.
        country
            Of which country.
        source_id
            Its source in the provenance.
        """
        read = FACTS.get(item.entry.reader)
        if read is None:
            raise InputError(
                "source-unfit",
                f"[[opportunities]] {name}: {item.entry.id} has no reader yet; name a file of "
                "your own (file =) with its columns",
            )
        facts = read(path, item)
        facts = facts[facts["opportunity"] == name]
        if facts.empty:
            raise InputError("nothing-in-area", f"{path}: tells nothing of {name}")
        coded = CodedCounts(
            name,
            country,
            facts["region_code"].astype(str),
            facts["count"],
            str(path),
            date=str(facts["reference_date"].iloc[0]),
            source_id=source_id,
        )
        concept = str(facts["job_concept"].iloc[0] or _AS_GIVEN)
        self._add_coded([(coded, item.entry.at or _TOWN)], concept)

    def add_own(
        self,
        tables: Sequence[TableSpec],
        country: str,
        source_ids: Sequence[str],
        row_source: Callable[[str, Path], str],
    ) -> None:
        """Add what files of one's own tell of a country.

        Parameters
        ----------
        tables
            Which files: one, or several that are :func:`one_after_another`.
        country
            Of which country.
        source_ids
            The source of each in the provenance.
        row_source
            Returns the id in the provenance of a source that a row names.
        """
        if tables[0].at in _PLACED:
            self._add_placed(tables[0], read_own_figures(tables[0]), country, source_ids[0])
            return
        coded = []
        for table, source_id in zip(tables, source_ids, strict=True):
            figures = read_own_figures(table)
            if figures.code is None:
                raise InputError(
                    "column-missing",
                    f"{figures.path}: no column of codes; name it in [[opportunities]] columns = "
                    '{ code = ... }, or say at = "points"',
                )
            if "source" in figures.about:
                for named in figures.about["source"].dropna().unique():
                    row_source(named, figures.path)
            one = CodedCounts(
                table.name, country, figures.code, figures.count, str(figures.path),
                table.said_date, source_id, figures.about, table.share_bounds,
            )  # fmt: skip
            coded.append((one, table.at or _TOWN))
        coded.sort(key=lambda pair: pair[1] != _TOWN)
        self._add_coded(coded, tables[0].concept or _AS_GIVEN)

    def add_osm(
        self,
        table: TableSpec,
        places: gpd.GeoDataFrame,
        country: str,
        *,
        date: str,
        source_id: str,
    ) -> None:
        """Add places of OpenStreetMap in a country; where there are none, that is zero.

        Parameters
        ----------
        table
            What is counted.
        places
            Points with ``country`` and ``count``.
        country
            Of which country.
        date, source_id
            Day of the extract, and its source in the provenance.
        """
        own = places[places["country"] == country].reset_index(drop=True).to_crs(GRID_CRS)
        figures = OwnFigures(
            Path("OpenStreetMap"), own["count"].astype("float64"), None, own.geometry
        )
        spec = replace(table, concept=f"osm_{table.kind or table.name}", date=date)
        self._add_placed(spec, figures, country, source_id)

    def add_published(
        self,
        table: TableSpec,
        item: WantedFile,
        path: Path,
        country: str,
        *,
        date: str,
        source_id: str,
    ) -> None:
        """Add places of a publisher's register in a country.

        Municipalities that the register is not of have no count, and so have those where it has
        places without coordinates alone.

        Parameters
        ----------
        table
            What is counted.
        item, path
            Which file, and where it is.
        country
            Of which country.
        date, source_id
            Day for which the register is read, and its source in the provenance.
        """
        import pandas as pd

        read, concept = PLACES[item.entry.reader]
        found = read(path, date)
        places = found.places
        if table.kind is not None:
            places = _of_kind(places, table.kind, where=f"{table.name}: {item.entry.id}")
            concept = f"{concept}_{table.kind.lower()}"
        self.notes += found.notes
        own = self._own(country)["region_code"]
        covered = own.str.startswith(item.entry.within) if item.entry.within else own.notna()
        if not covered.all():
            names = some(own[~covered])
            self.notes.append(
                Note("region.places-not-covered", what=table.name, source=item.entry.id,
                     names=names)
            )  # fmt: skip
        if not covered.any():
            self.add_nothing(table.name, country, {concept})
            return
        lost = places[places.geometry.isna() & places["region_code"].isin(["", *own])]
        if len(lost):
            self.notes.append(
                Note("region.places-without-coordinates", what=table.name, path=path.name,
                     n=len(lost), example=lost["id"].iloc[0])
            )  # fmt: skip
        shapes = places.geometry[places.geometry.notna()].reset_index(drop=True)
        figures = OwnFigures(
            path, pd.Series(1.0, index=shapes.index), None, shapes.to_crs(GRID_CRS)
        )
        spec = replace(table, file=None, concept=concept, date=date)
        self._add_placed(
            spec, figures, country, source_id, beyond=set(own[~covered]),
            in_part=set(lost["region_code"]),
        )  # fmt: skip

    def _own(self, country: str) -> gpd.GeoDataFrame:
        """Return the municipalities of a country."""
        frame = self.land.municipalities
        return frame[frame["country"] == country]

    def _towns(self, country: str) -> TownCounts:
        """Return counts of a country's municipalities of which nothing is known yet."""
        return TownCounts.of(self._own(country), self.land.outlines)

    def _add_coded(self, coded: Sequence[tuple[CodedCounts, str]], concept: str) -> None:
        """Add counts by code of a municipality, then of coarser units."""
        towns = self._towns(coded[0][0].country)
        for counts, at in coded:
            if at == _TOWN:
                towns.add_towns(counts, concept)
            else:
                towns.add_units(counts)
        self.notes += towns.notes
        self._add(coded[0][0].name, towns, concept)

    def _add_placed(
        self,
        table: TableSpec,
        figures: OwnFigures,
        country: str,
        source_id: str,
        *,
        beyond: AbstractSet[str] = frozenset(),
        in_part: AbstractSet[str] = frozenset(),
    ) -> None:
        """Add counts at points or of areas.

        Of municipalities ``beyond`` what is told nothing is known; of those told ``in_part`` a
        count of none is not known to be that.
        """
        import numpy as np
        import pandas as pd

        shapes = figures.places()
        empty = figures.count.index[figures.count.isna()]
        if len(empty):
            raise InputError(
                "no-figure-known",
                f"{figures.path}: places without a count in rows {some(empty)}; fill them, or "
                "leave these rows out",
            )
        own, parts = self._own(country), self.land.parts
        mine = np.flatnonzero(parts["country"] == country)
        land = own if figures.at_points else self.land.outlines
        land = land[land["country"] == country]
        placed, outside = put_on(shapes, figures.count, parts.iloc[mine], land=land.geometry)
        if not placed.sum() > 0 and table.file is not None:
            raise InputError(
                "nothing-in-area",
                f"{figures.path}: no place with a count lies in a municipality of {country} in "
                "the region; look at its coordinates",
            )
        if figures.at_points and outside > 0:
            what = {"what": table.name, "path": figures.path.name}
            self.notes.append(Note("region.places-outside-cells", n=round(outside), **what))
        placed[parts["region_code"].iloc[mine].isin(beyond).to_numpy()] = 0.0
        total = self.placed.setdefault(table.name, np.zeros(len(parts)))
        total[mine] += placed
        sums = pd.Series(placed).groupby(parts["region_code"].to_numpy()[mine]).sum()
        values = own["region_code"].map(sums).fillna(0.0)
        code = own["region_code"]
        values = values.mask(code.isin(beyond) | (code.isin(in_part) & (values == 0)))
        none = own.loc[values == 0, "region_code"]
        if len(none):
            self.notes.append(Note("region.no-places-in", what=table.name, names=some(none)))
        towns = self._towns(country)
        concept = table.concept or _AS_GIVEN
        towns.rows["count"] = towns.rows["published"] = values
        known = values.notna()
        towns.rows.loc[known, "published_concept"] = concept
        towns.rows.loc[known, "date"] = table.said_date
        towns.rows.loc[known, "source"] = source_id
        self._add(table.name, towns, concept)

    def _add(self, name: str, towns: TownCounts, concept: str) -> None:
        """Add a row for each municipality."""
        rows = towns.rows
        known = rows["count"].notna()
        table = towns.towns[["region_code"]].assign(
            opportunity=name,
            count=rows["count"],
            job_concept=concept,
            published_count=rows["published"],
            published_concept=rows["published_concept"],
            conversion=rows["conversion"],
            reference_date=rows["date"],
            source_id=rows["source"],
            modelled=known & (rows["conversion"] != NO_CONVERSION),
        )
        if rows[["lower", "upper"]].notna().any(axis=None):
            table = table.assign(lower=rows["lower"], upper=rows["upper"])
        self.rows.append(table)

    def table(self) -> pd.DataFrame:
        """Return all counts by municipality, as :data:`grensgeo.schema.OPPORTUNITIES`."""
        import pandas as pd

        whole = pd.concat([frame.astype(object) for frame in self.rows], ignore_index=True)
        whole = whole.sort_values(["opportunity", "region_code"], ignore_index=True)
        for name, rows in whole[whole["source_id"] != NO_SOURCE].groupby("opportunity"):
            concepts = sorted(rows["job_concept"].unique())
            if len(concepts) > 1:
                note = Note("region.concepts-differ", what=str(name), names=", ".join(concepts))
                self.notes.append(note)
        return schema.OPPORTUNITIES.check(whole)

    def at_cells(self) -> pd.DataFrame | None:
        """Return what stands at places by cell, or None where nothing does."""
        import pandas as pd

        parts = self.land.parts
        names = parts["grid_id"] + "-" + parts["region_code"]
        frames = [
            pd.DataFrame({"cell_id": names[values > 0], "opportunity": name,
                          "count": values[values > 0]})
            for name, values in sorted(self.placed.items())
        ]  # fmt: skip
        if not frames:
            return None
        whole = pd.concat(frames, ignore_index=True)
        return whole.sort_values(["opportunity", "cell_id"], ignore_index=True)

    def kept(self) -> Flags:
        """Return which parts hold something, so that they stay though nobody lives there."""
        import numpy as np

        held: Flags = np.zeros(len(self.land.parts), dtype=bool)
        for values in self.placed.values():
            held |= values > 0
        return held


def _of_kind(places: gpd.GeoDataFrame, kind: str, *, where: str) -> gpd.GeoDataFrame:
    """Return places of one kind; raise if the register knows none such."""
    held = places["kind"].str.split(",")
    known = sorted(set(held.explode()))
    if kind not in known:
        raise InputError(
            "choice-unknown",
            f"[[opportunities]] {where} has no kind {kind!r}; there are {some(known, most=40)}",
        )
    return places[held.map(lambda kinds: kind in kinds)]


def one_after_another(tables: Sequence[TableSpec]) -> bool:
    """Return whether tables of one opportunity fill each other up.

    That is so for files of which one at most is of municipalities and all others of coarser units,
    which share what is left over the municipalities without a count.

    Parameters
    ----------
    tables
        Tables of one opportunity in one country.
    """
    levels = [table.at for table in tables]
    coded = all(table.file is not None for table in tables) and not {*levels} & set(_PLACED)
    return coded and levels.count(_TOWN) == 1
