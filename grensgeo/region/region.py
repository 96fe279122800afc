"""A region: municipalities, grid cells with inhabitants, opportunities and the border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo import schema
from grensgeo.errors import FileError, InputError, some
from grensgeo.fetch.catalogue import checksum, read_catalogue, write_catalogue
from grensgeo.files import beside, need_place, read_csv, read_layer
from grensgeo.files.formulas import mark_table
from grensgeo.geodata.base_features import BaseMap, read_base_map
from grensgeo.notes import read_note
from grensgeo.provenance import Provenance, read_json, write_json
from grensgeo.region.consistency import region_faults
from grensgeo.region.sharing import spread_totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    import pandas as pd

#: Version of the folder's layout, written in its manifest.
FORMAT = 1
_TABLES = ("municipalities.parquet", "cells.parquet", "opportunities.csv", "border.parquet")
_CATALOGUE = "catalogue.json"
#: There only where opportunities stand at places.
_PLACED = "cell_opportunities.csv"
_MANIFEST = "manifest.json"
#: A folder with a manifest of its own: it may be made anew without the region.
_BASE_MAP = "base_map"


class CellOpportunities(Mapping[str, "pd.Series"]):
    """Opportunities by name, each a Series by ``cell_id``.

    A municipality's count is shared over its cells by inhabitants, or stands at the cells of the
    places, where those are known; the cells of a municipality add up to it. Where the count of a
    municipality is missing, its cells are NaN: missing is not zero. See :meth:`missing`.
    """

    def __init__(
        self,
        table: pd.DataFrame,
        cells: gpd.GeoDataFrame,
        placed: pd.DataFrame | None = None,
    ) -> None:
        """Store the tables and the cells; a Series is made when it is asked for."""
        self._table = table
        self._cells = cells
        self._placed = placed
        self._made: dict[str, pd.Series] = {}

    def __getitem__(self, name: str) -> pd.Series:
        """Return one opportunity by ``cell_id`` (float64, NaN where it is missing)."""
        if name not in self._made:
            self._made[name] = self._share(name)
        return self._made[name].copy()

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names in order."""
        return iter(sorted(self._table["opportunity"].unique()))

    def __len__(self) -> int:
        """Count the opportunities."""
        return int(self._table["opportunity"].nunique())

    def _share(self, name: str) -> pd.Series:
        """Share the counts of the municipalities over their cells."""
        import pandas as pd

        rows = self._table[self._table["opportunity"] == name]
        if rows.empty:
            raise KeyError(f"{name}; there are {some(self)}")
        counts = rows.set_index("region_code")["count"].astype("float64")
        people = self._cells["population"].to_numpy(dtype="float64")
        regions, at_places = self._cells["region_code"], None
        if self.placed(name):
            at_places = self._at_places(name)
            # of these the cells are known: nothing is left to be shared out
            counts = counts[~counts.index.isin(regions[at_places > 0])]
        shares = pd.Series(spread_totals(counts, regions, people), index=self._cells.index)
        if at_places is not None:
            known = regions.isin(regions[at_places > 0])
            shares = shares.where(~known, at_places)
        return shares.rename(name)

    def bounds(self, name: str) -> tuple[pd.Series, pd.Series] | None:
        """Return the least and the most that an opportunity can be, by ``cell_id``.

        Parameters
        ----------
        name
            Name of the opportunity.

        Returns
        -------
        tuple or None
            A cell has the same part of its count as its municipality; its count itself where no
            bound is known. None if none is known at all.
        """
        rows = self._table[self._table["opportunity"] == name].set_index("region_code")
        told = [column in rows and rows[column].notna().any() for column in ("lower", "upper")]
        if not any(told):
            return None
        whole = self[name]
        count = rows["count"].astype("float64")
        found = []
        for column in ("lower", "upper"):
            bound = rows[column].astype("float64") if column in rows else count
            part = (bound / count.where(count > 0)).fillna(1.0)
            found.append(whole * self._cells["region_code"].map(part).to_numpy())
        return found[0], found[1]

    def placed(self, name: str) -> bool:
        """Return whether the cells of some of an opportunity's places are known.

        Parameters
        ----------
        name
            Name of the opportunity.
        """
        return self._placed is not None and bool((self._placed["opportunity"] == name).any())

    def _at_places(self, name: str) -> pd.Series:
        """Return what stands at places, by cell; 0 where there is none."""
        import pandas as pd

        table = self._placed if self._placed is not None else pd.DataFrame()
        rows = table[table["opportunity"] == name].set_index("cell_id")["count"]
        found: pd.Series = rows.astype("float64").reindex(self._cells.index, fill_value=0.0)
        return found

    def missing(self, name: str) -> pd.Series:
        """Return which cells lack an opportunity because its count is not known.

        Parameters
        ----------
        name
            Name of the opportunity.

        Returns
        -------
        Series
            bool by ``cell_id``.
        """
        return self[name].isna()


@dataclass(frozen=True, eq=False)
class Region:
    """Municipalities of one or more countries with their inhabitants and opportunities.

    Read one with :func:`load_region` or make one with :func:`build_region`; it never changes.

    Attributes
    ----------
    municipalities
        GeoDataFrame (:data:`grensgeo.schema.MUNICIPALITIES`, EPSG:4326) by region code.
    cells
        GeoDataFrame (:data:`grensgeo.schema.CELLS`, EPSG:4326) by cell id: the inhabited parts
        of a grid or of other cells, one for each cell and municipality, with the point of each in
        ``lon`` and ``lat``.
    opportunity_table
        DataFrame (:data:`grensgeo.schema.OPPORTUNITIES`): every count with its concept, date,
        source and conversion.
    border
        GeoSeries (EPSG:4326): the national border between the municipalities.
    provenance
        Sources and what was assumed.
    cell_opportunities
        DataFrame (:data:`grensgeo.schema.CELL_OPPORTUNITIES`): what stands at places, by cell; a
        municipality that has none there shares its count out by inhabitants. None where nothing
        is known of places.

    Raises
    ------
    InputError
        If a table does not hold to its schema, or they contradict each other: places, cells or
        a border that lie elsewhere, unknown municipalities, countries or sources, cells that do
        not add up.
    """

    municipalities: gpd.GeoDataFrame
    cells: gpd.GeoDataFrame
    opportunity_table: pd.DataFrame
    border: gpd.GeoSeries
    provenance: Provenance
    cell_opportunities: pd.DataFrame | None = None
    base_map: BaseMap | None = None

    def __post_init__(self) -> None:
        """Check the tables against their schema and against each other."""
        municipalities = schema.MUNICIPALITIES.check(self.municipalities, where="region")
        cells = schema.CELLS.check(self.cells, where="region")
        table = schema.OPPORTUNITIES.check(self.opportunity_table, where="region")
        sources = (source.source_id for source in self.provenance.sources)
        placed = self.cell_opportunities
        if placed is not None:
            placed = schema.CELL_OPPORTUNITIES.check(placed, where="region")
        faults = region_faults(
            municipalities, cells, table, self.border, sources=sources, placed=placed
        )
        if faults:
            raise InputError.of(faults, where="region")
        put = object.__setattr__
        put(self, "municipalities", municipalities.set_index("region_code", drop=False))
        put(self, "cells", cells.set_index("cell_id", drop=False))
        # an index of the same name as a column makes pandas refuse groupby and merge
        self.municipalities.index.name = None
        self.cells.index.name = None
        put(self, "opportunity_table", table.reset_index(drop=True))
        if placed is not None:
            put(self, "cell_opportunities", placed.reset_index(drop=True))

    def __repr__(self) -> str:
        """Return a line with the size of the region."""
        countries = self.municipalities["country"].value_counts().sort_index()
        counted = ", ".join(f"{n} in {c}" for c, n in countries.items())
        return (
            f"Region({len(self.municipalities)} municipalities ({counted}), "
            f"{len(self.cells)} cells, {int(self.cells['population'].sum())} inhabitants, "
            f"opportunities {', '.join(self.opportunities)})"
        )

    def _repr_html_(self) -> str:
        """Show its size in a notebook."""
        from grensgeo.cards import card

        countries = self.municipalities["country"].value_counts().sort_index()
        rows = {
            "municipalities": ", ".join(f"{n} in {code}" for code, n in countries.items()),
            "cells": len(self.cells),
            "inhabitants": int(self.cells["population"].sum()),
            "opportunities": ", ".join(self.opportunities),
        }
        return card("Region", rows, provenance=self.provenance)

    @cached_property
    def opportunities(self) -> CellOpportunities:
        """Opportunities by name, each a Series by cell id; NaN where a count is missing."""
        return CellOpportunities(self.opportunity_table, self.cells, self.cell_opportunities)

    @cached_property
    def places(self) -> gpd.GeoDataFrame:
        """Return the main place of each municipality.

        Returns
        -------
        GeoDataFrame
            ``name, country, lon, lat, geometry`` (points, EPSG:4326) by region code.
        """
        import geopandas as gpd

        frame = self.municipalities.rename(columns={"place_lon": "lon", "place_lat": "lat"})
        return gpd.GeoDataFrame(
            frame[["region_code", "name", "country", "lon", "lat"]],
            geometry=gpd.points_from_xy(frame["lon"], frame["lat"]),
            crs=4326,
        )

    @cached_property
    def countries(self) -> pd.Series:
        """Country by id, of cells and of municipalities alike."""
        import pandas as pd

        both: pd.Series = pd.concat([self.municipalities["country"], self.cells["country"]])
        return both

    def country_areas(self) -> gpd.GeoDataFrame:
        """Return the land of each country, as :func:`grensgeo.build_network` wants it.

        Returns
        -------
        GeoDataFrame
            ``country, geometry`` in EPSG:4326, one row for each country.
        """
        land: gpd.GeoDataFrame = self.municipalities[["country", "geometry"]].dissolve("country")
        return land.reset_index()

    def locate(self, places: pd.DataFrame) -> gpd.GeoDataFrame:
        """Add to points of one's own in which country and municipality they lie.

        Parameters
        ----------
        places
            Places, as for :func:`grensgeo.travel_times`.

        Returns
        -------
        GeoDataFrame
            ``id, country, region_code, municipality`` at points in EPSG:4326, in the same order.

        Raises
        ------
        InputError
            If a point lies in no municipality of the region, or in another country than it says.
        """
        from grensgeo.region.locating import located_points

        return located_points(self.municipalities, places)

    def select(
        self,
        region_codes: tuple[str, ...] | None = None,
        *,
        area: str | tuple[str, ...] | None = None,
        country: str | None = None,
    ) -> Region:
        """Select a part of the region.

        Parameters
        ----------
        region_codes
            Municipalities to keep; all by default.
        area
            Keep only these areas, such as ``twente``, or the ``ring`` around them.
        country
            Keep only this country, ISO 3166.

        Returns
        -------
        Region
            The municipalities that meet all conditions with their cells and opportunities; the
            border stays whole.

        Raises
        ------
        InputError
            If a code or an area is not in the region, or nothing is left.
        """
        frame = self.municipalities
        kept = frame["region_code"].notna()
        wanted = {
            "region_code": region_codes,
            "area": (area,) if isinstance(area, str) else area,
            "country": None if country is None else (country,),
        }
        for column, values in wanted.items():
            if values is None:
                continue
            unknown = [value for value in values if not (frame[column] == value).any()]
            if unknown:
                raise InputError("id-unknown", f"{column} {some(unknown)} is not in the region")
            kept &= frame[column].isin(values)
        codes = frame.loc[kept, "region_code"]
        if codes.empty:
            raise InputError("nothing-selected", "no municipality meets all conditions")
        table, placed = self.opportunity_table, self.cell_opportunities
        cells = self.cells[self.cells["region_code"].isin(codes)]
        return Region(
            frame[kept],
            cells,
            table[table["region_code"].isin(codes)],
            self.border,
            self.provenance,
            None if placed is None else placed[placed["cell_id"].isin(cells["cell_id"])],
            self.base_map,
        )

    def save(self, path: str | Path) -> None:
        """Write the region as a folder that :func:`load_region` reads.

        The same region gives the same bytes each time. A base map that lies there stays where the
        region has none.

        Parameters
        ----------
        path
            Folder; it is made where absent, and files of a region in it are overwritten once
            all of them are written.

        Raises
        ------
        FileError
            If the path is a file or cannot be written.
        """
        target = Path(path)
        need_place(target, folder=True)
        with beside(target) as folder:
            self._write(folder)
            target.mkdir(exist_ok=True)
            if self.cell_opportunities is None:
                (target / _PLACED).unlink(missing_ok=True)
            for file in sorted(folder.iterdir()):
                file.replace(target / file.name)
        if self.base_map is not None:
            self.base_map.save(target / _BASE_MAP)

    def _write(self, folder: Path) -> None:
        """Write tables, catalogue and manifest into an empty folder."""
        schema.write_parquet(self.municipalities, folder / _TABLES[0])
        schema.write_parquet(self.cells, folder / _TABLES[1])
        mark_table(self.opportunity_table).to_csv(
            folder / _TABLES[2], index=False, lineterminator="\n"
        )
        schema.write_parquet(self.border.to_frame("geometry"), folder / _TABLES[3])
        write_catalogue(self.provenance.sources, folder / _CATALOGUE)
        names: tuple[str, ...] = (*_TABLES, _CATALOGUE)
        if self.cell_opportunities is not None:
            names = (*names, _PLACED)
            mark_table(self.cell_opportunities).to_csv(
                folder / _PLACED, index=False, lineterminator="\n"
            )
        files = {name: checksum(folder / name) for name in names}
        manifest: dict[str, Any] = {
            "format": FORMAT,
            "kind": "region",
            "files": files,
            "notes": [note.to_dict() for note in self.provenance.told()],
            "municipalities": len(self.municipalities),
            "cells": len(self.cells),
            "population": int(self.cells["population"].sum()),
        }
        write_json(manifest, folder / _MANIFEST)


def load_region(path: str | Path) -> Region:
    """Read a region from its folder.

    Parameters
    ----------
    path
        Folder that :meth:`Region.save` wrote, such as ``data/sample``.

    Returns
    -------
    Region
        The region, checked against its schema and its checksums.

    Raises
    ------
    FileError
        If the folder or a file is missing, truncated, or not the one that the manifest names.
    InputError
        If the tables contradict each other.

    Examples
    --------
    >>> region = load_region("data/sample")
    >>> region.municipalities.loc["GM0168", "name"], len(region.cells)
    ('Losser', 29476)
    """
    folder = Path(path)
    if not folder.is_dir():
        raise FileError(
            "folder-missing", f"{folder}: no such folder; a region is a folder with {_MANIFEST}"
        )
    if not (folder / _MANIFEST).exists():
        raise FileError("not-a-region", f"{folder}: is not a region: it has no {_MANIFEST}")
    manifest = read_json(folder / _MANIFEST)
    if manifest.get("kind") != "region" or manifest.get("format") != FORMAT:
        raise FileError(
            "not-a-region",
            f"{folder}: is not a region: {_MANIFEST} says kind {manifest.get('kind')!r}, format "
            f"{manifest.get('format')!r}; this version reads kind 'region', format {FORMAT}",
        )
    files = manifest.get("files")
    if not isinstance(files, dict):
        raise FileError(
            "not-a-region", f"{folder / _MANIFEST}: no 'files'; write the region again"
        )
    placed = _PLACED in files
    names = (*_TABLES, _CATALOGUE, *([_PLACED] if placed else []))
    damaged = [name for name in names if checksum(folder / name) != files.get(name)]
    if damaged:
        raise FileError(
            "file-changed",
            f"{folder}: {some(damaged)} is not what {_MANIFEST} says (checksum); it was changed "
            "or cut off: fetch the folder again, or write it again with Region.save",
        )
    sources = read_catalogue(folder / _CATALOGUE).values()
    return Region(
        municipalities=read_layer(folder / _TABLES[0]),
        cells=read_layer(folder / _TABLES[1]),
        opportunity_table=_read_opportunities(folder / _TABLES[2]),
        border=read_layer(folder / _TABLES[3]).geometry,
        provenance=Provenance(
            tuple(sources), tuple(read_note(note) for note in manifest.get("notes", []))
        ),
        cell_opportunities=_read_placed(folder / _PLACED) if placed else None,
        base_map=read_base_map(folder / _BASE_MAP) if (folder / _BASE_MAP).is_dir() else None,
    )


def region_files(path: Path) -> list[Path]:
    """Return the files from which a region is read, whether they are there or not.

    Parameters
    ----------
    path
        Folder of the region.
    """
    names = (_MANIFEST, *_TABLES, _CATALOGUE, *([_PLACED] if (path / _PLACED).exists() else []))
    base_map = path / _BASE_MAP
    return [
        *(path / name for name in names),
        *(one for one in base_map.rglob("*") if one.is_file()),
    ]


def _read_opportunities(path: Path) -> pd.DataFrame:
    """Read the counts; codes stay text, and only an empty number is missing."""
    text = [c.name for c in schema.OPPORTUNITIES.columns if c.kind == "string"]
    frame = read_csv(path, text=text)
    needed = [name for name in text if name in frame.columns and name != "published_concept"]
    # an empty text of a required column is one, not a missing one
    return frame.assign(**{name: frame[name].fillna("") for name in needed})


def _read_placed(path: Path) -> pd.DataFrame:
    """Read what stands at places, by cell."""
    return read_csv(path, text=("cell_id", "opportunity"))
