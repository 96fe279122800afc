"""What can be reached: counts by municipality or a coarser unit, and at places, put on cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import schema
from grensgeo.errors import Fault, InputError, some
from grensgeo.geodata.points import lost_zeros
from grensgeo.notes import Note
from grensgeo.region.consistency import NO_SOURCE
from grensgeo.region.own_tables import OwnFigures, read_own_figures
from grensgeo.region.people import match_codes, put_on
from grensgeo.region.population import GRID_CRS
from grensgeo.statistics.concepts import NO_CONVERSION
from grensgeo.statistics.de.ba_municipalities import read_ba_municipalities
from grensgeo.statistics.de.genesis import read_genesis
from grensgeo.statistics.eu.jsonstat import read_eurostat_employment
from grensgeo.statistics.nl.cbs import read_cbs_jobs, read_lisa

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import geopandas as gpd
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.fetch.doors import WantedFile
    from grensgeo.spec import TableSpec

#: Concept of a count of which nobody says what it counts.
_AS_GIVEN = "as_given"
#: Conversion of what is published for a coarser unit.
_SHARED = "unit-by-population"
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


@dataclass(frozen=True, eq=False)
class CodedCounts:
    """Counts by code of a unit.

    Attributes
    ----------
    name, country
        What is counted, and where.
    codes, count
        By row.
    where
        The file, for errors.
    """

    name: str
    country: str
    codes: pd.Series
    count: pd.Series
    where: str


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

    def add_nothing(self, name: str, country: str) -> None:
        """Add an opportunity of which nothing is known in a country."""
        own = self._own(country)
        self._add(name, own, own["region_code"].map({}).astype("float64"), concept=_AS_GIVEN,
                  date=NO_SOURCE, source_id=NO_SOURCE)  # fmt: skip

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
        about = {
            "concept": str(facts["job_concept"].iloc[0] or _AS_GIVEN),
            "date": str(facts["reference_date"].iloc[0]),
            "source_id": source_id,
        }
        codes = facts["region_code"].astype(str)
        coded = CodedCounts(name, country, codes, facts["count"], str(path))
        self._add_coded(coded, item.entry.at or "municipality", about)

    def add_own(self, table: TableSpec, country: str, source_id: str) -> None:
        """Add what a file of one's own tells of a country.

        Parameters
        ----------
        table
            Which file.
        country
            Of which country.
        source_id
            Its source in the provenance.
        """
        figures = read_own_figures(table)
        about = {
            "concept": table.concept or _AS_GIVEN,
            "date": str(table.year),
            "source_id": source_id,
        }
        at = table.at or "municipality"
        if at in {"points", "areas"}:
            self._add_placed(table, figures, country, about)
            return
        if figures.code is None:
            raise InputError(
                "column-missing",
                f"{figures.path}: no column of codes; name it in [[opportunities]] columns = "
                '{ code = ... }, or say at = "points"',
            )
        where = str(figures.path)
        coded = CodedCounts(table.name, country, figures.code, figures.count, where)
        self._add_coded(coded, at, about)

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
        about = {
            "concept": f"osm_{table.kind or table.name}",
            "date": date,
            "source_id": source_id,
        }
        self._add_placed(table, figures, country, about)

    def _own(self, country: str) -> gpd.GeoDataFrame:
        """Return the municipalities of a country."""
        frame = self.land.municipalities
        return frame[frame["country"] == country]

    def _add_coded(self, coded: CodedCounts, at: str, about: Mapping[str, str]) -> None:
        """Add counts by code of a municipality or of a coarser unit."""
        own = self._own(coded.country)
        if at != "municipality":
            values = self._shared(coded, own)
            self._add(coded.name, own, values, conversion=_SHARED, **about)
            return
        region = match_codes(coded.codes, own, coded.country)
        if not region.notna().any():
            faults = lost_zeros(coded.codes) or [
                Fault(
                    "nothing-in-area",
                    f"none of its codes ({some(coded.codes)}) is of a municipality of "
                    f"{coded.country} in the region; name the column of codes, or the country of "
                    "the file",
                )
            ]
            raise InputError.of(faults, where=coded.where)
        twice = region[region.duplicated() & region.notna()].tolist()
        if twice:
            raise InputError(
                "row-twice",
                f"{coded.where}: {coded.name} of {some(twice)} stand twice; add them up first",
            )
        known = coded.count[region.notna()].set_axis(region.dropna())
        self._add(coded.name, own, own["region_code"].map(known).astype("float64"), **about)

    def _shared(self, coded: CodedCounts, own: gpd.GeoDataFrame) -> pd.Series:
        """Share counts of coarser units over their municipalities by inhabitants."""
        import pandas as pd

        values = pd.Series(index=own.index, dtype="float64")
        outlines, partly, found = self.land.outlines, [], False
        for code, number in zip(coded.codes, coded.count, strict=True):
            here, whole = _within(own, code), outlines[_within(outlines, code)]
            if not here.any():
                continue
            found = True
            inside = own[here]
            people = float(inside["population"].sum())
            if not set(whole["region_code"]) <= set(inside["region_code"]):
                known = whole.get("population", pd.Series(index=whole.index, dtype="float64"))
                people = float(known.astype("float64").sum(skipna=False))
            if not people > 0:
                partly.append(code)
                continue
            values[here] = float(number) * inside["population"] / people
        if not found:
            raise InputError(
                "nothing-in-area",
                f"{coded.where}: none of its codes ({some(coded.codes)}) is of a unit with "
                "municipalities of the region; codes of NUTS need NUTS 3 regions that are known",
            )
        self.notes.append(
            Note("region.shared-by-inhabitants", what=coded.name, n=int(values.notna().sum()))
        )
        if partly:
            self.notes.append(Note("region.unit-in-part", what=coded.name, names=some(partly)))
        return values

    def _add_placed(
        self, table: TableSpec, figures: OwnFigures, country: str, about: Mapping[str, str]
    ) -> None:
        """Add counts at points or of areas."""
        import numpy as np
        import pandas as pd

        if figures.shapes is None:
            raise InputError(
                "column-missing",
                f"{figures.path}: no places; name columns = {{ lon = ..., lat = ... }}, or give "
                "a layer",
            )
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
        placed, outside = put_on(
            figures.shapes, figures.count, parts.iloc[mine], land=land.geometry
        )
        if not placed.sum() > 0 and table.file is not None:
            raise InputError(
                "nothing-in-area",
                f"{figures.path}: no place with a count lies in a municipality of {country} in "
                "the region; look at its coordinates",
            )
        if figures.at_points and outside > 0:
            what = {"what": table.name, "path": figures.path.name}
            self.notes.append(Note("region.places-outside-cells", n=round(outside), **what))
        total = self.placed.setdefault(table.name, np.zeros(len(parts)))
        total[mine] += placed
        sums = pd.Series(placed).groupby(parts["region_code"].to_numpy()[mine]).sum()
        values = own["region_code"].map(sums).fillna(0.0)
        none = own.loc[values == 0, "region_code"]
        if len(none):
            self.notes.append(Note("region.no-places-in", what=table.name, names=some(none)))
        self._add(table.name, own, values, **about)

    def _add(
        self,
        name: str,
        own: gpd.GeoDataFrame,
        values: pd.Series,
        *,
        concept: str,
        date: str,
        source_id: str,
        conversion: str = NO_CONVERSION,
    ) -> None:
        """Add a row for each municipality."""
        import pandas as pd

        known = values.notna()
        published = known & (conversion == NO_CONVERSION)
        self.rows.append(
            pd.DataFrame(
                {
                    "region_code": own["region_code"],
                    "opportunity": name,
                    "count": values,
                    "job_concept": concept,
                    "published_count": values.where(published),
                    "published_concept": pd.Series(concept, index=own.index).where(published),
                    "conversion": pd.Series(conversion, index=own.index).where(
                        known, NO_CONVERSION
                    ),
                    "reference_date": pd.Series(date, index=own.index).where(known, NO_SOURCE),
                    "source_id": pd.Series(source_id, index=own.index).where(known, NO_SOURCE),
                    "modelled": known & (conversion != NO_CONVERSION),
                }
            )
        )

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


def _within(frame: gpd.GeoDataFrame, code: str) -> pd.Series:
    """Return which municipalities lie in a unit: its code begins theirs, or is their NUTS 3's."""
    bare = frame["region_code"].str.replace(r"^[A-Z]{2}_", "", regex=True)
    here: pd.Series = bare.str.startswith(code)
    if "nuts3" in frame.columns:
        here |= frame["nuts3"].fillna("").astype(str) == code
    return here
