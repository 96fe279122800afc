"""A region's file: read, checked against itself, and returned as plain values."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.countries import ISO_3166
from grensgeo.errors import some
from grensgeo.files import read_record
from grensgeo.notes import Note, stated
from grensgeo.provenance import Source
from grensgeo.spec.area_codes import AreaCode, area_code
from grensgeo.spec.region_options import AROUND_PER_KM2, BUILT_UP_PER_KM2, region_record
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.declared.record_reader import RecordReader
    from grensgeo.words import Language

#: Tables of figures and outlines, by the name that they have in the file.
_ROLES = ("boundaries", "nuts3", "population", "built_up", "places", "opportunities")
#: The area that municipalities around the areas are in; no area may be called so.
RING = "ring"
#: Side of a cell that a kind has if none is given, m; of ``cbs`` those that CBS brings out.
_SIZES_M = {
    "grid": (1000, ()),
    "hexagons": (1000, ()),
    "cbs": (500, (100, 500)),
    "zensus": (100, (100, 1000, 10_000)),
}
_RESOLUTION = 8
#: So many times as wide are the cells of municipalities that have coarse ones.
_COARSER = 5


@dataclass(frozen=True)
class AreaSpec:
    """An area whose people are looked at.

    Attributes
    ----------
    area_id
        Short name.
    codes
        What it is made of.
    title
        Name by language; empty if the file gives none.
    """

    area_id: str
    codes: tuple[AreaCode, ...]
    title: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CellSpec:
    """The cells into which municipalities are cut.

    Attributes
    ----------
    kind
        ``grid``, ``hexagons``, ``cbs``, ``zensus``, ``h3`` or ``file``.
    size_m
        Side of a square, or width of a hexagon; None where there are none.
    coarse, coarse_m
        Codes of municipalities, or what theirs begin with, whose cells are larger, and how large.
    resolution
        Of hexagons; None where there are none.
    file, layer, id_column
        Polygons or points of one's own.
    """

    kind: str = "grid"
    size_m: int | None = 1000
    coarse: tuple[str, ...] = ()
    coarse_m: int | None = None
    resolution: int | None = None
    file: Path | None = None
    layer: str | None = None
    id_column: str = "id"


@dataclass(frozen=True)
class TableSpec:
    """Where outlines, inhabitants or opportunities come from.

    Attributes
    ----------
    role
        ``boundaries``, ``nuts3``, ``population``, ``built_up``, ``places`` or ``opportunities``.
    name
        Of opportunities: what is counted.
    country
        The one it is for; None for every country of the region.
    source
        Id in the catalogue; None for the catalogue's first. Of a file of one's own: one of the
        region's own sources.
    file, layer
        A file of one's own.
    year
        Year of the figures.
    date
        Day or period of the figures as it was given; empty for the year.
    at
        Of opportunities: ``municipality``, ``district``, ``nuts3``, ``points`` or ``areas``; None
        as the catalogue says.
    kind
        Of opportunities at places of a source: their kind, as OpenStreetMap or the publisher
        calls it.
    concept
        Of jobs: what is counted as one.
    columns
        Names of columns by what they hold (``code``, ``name``, ``count`` ...), where given.
    without
        Of inhabitants and built-up land: codes of municipalities or units that the file covers in
        part only.
    per_km2, around_per_km2
        Of built-up land: how densely people live on it, and around it.
    share_bounds
        Of opportunities: between what parts of its share by inhabitants the true count of a
        municipality lies; NaN where no bound is known.
    """

    role: str
    year: int
    name: str = ""
    country: str | None = None
    source: str | None = None
    file: Path | None = None
    layer: str | None = None
    at: str | None = None
    kind: str | None = None
    concept: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    date: str = ""
    without: tuple[str, ...] = ()
    per_km2: float = 0.0
    around_per_km2: float = 0.0
    share_bounds: tuple[float, float] = (math.nan, math.nan)

    @property
    def said_date(self) -> str:
        """Day or period of the figures; their year where no other was given."""
        return self.date or str(self.year)


@dataclass(frozen=True)
class SourceSpec:
    """A source that the region's file names itself.

    Attributes
    ----------
    source
        As it stands in the provenance, but for the checksum.
    file
        The publisher's file whose checksum it bears; None for that of the table itself.
    """

    source: Source
    file: Path | None = None


@dataclass(frozen=True)
class HubSpec:
    """A place where people of both sides meet."""

    hub_id: str
    name: str
    lon: float
    lat: float


@dataclass(frozen=True)
class StreetSpec:
    """Where streets come from: a source, or files of one's own; on a day, if one is given."""

    source: str = "geofabrik-pbf"
    files: tuple[Path, ...] = ()
    day: date | None = None


@dataclass(frozen=True)
class TimetableSpec:
    """A feed: its country and source, or a file, and the operators to be dropped from it."""

    country: str | None = None
    source: str | None = None
    file: Path | None = None
    drop_agencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class HeightSpec:
    """Where heights come from: a source, or files of one's own."""

    source: str = "copernicus-glo30"
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class RegionSpec:
    """What a region's file says, checked.

    Attributes
    ----------
    region_id, title, language
        What it is called, and the language in which maps open.
    countries
        Codes of ISO 3166, in the order of the file.
    year
        Year of boundaries and figures.
    ring_km
        How far around the areas municipalities are in the region.
    margin_km
        How far beyond the ring streets, stops and heights are loaded.
    day
        Service day of the timetables.
    areas, cells, hubs, streets, timetables
        As the file has them.
    heights
        None where the file asks for none.
    tables
        Outlines, inhabitants and opportunities, in the order of the file.
    tolerance_deg
        Corners of outlines are left out where the triangle that they make is smaller than this
        squared, degrees; 0 for none.
    sources, notes
        What the file says itself of its files and its figures.
    """

    region_id: str
    title: Mapping[str, str]
    language: Language
    countries: tuple[str, ...]
    year: int
    areas: tuple[AreaSpec, ...]
    ring_km: float = 0.0
    margin_km: float = 15.0
    day: date | None = None
    cells: CellSpec = CellSpec()
    tables: tuple[TableSpec, ...] = ()
    hubs: tuple[HubSpec, ...] = ()
    streets: StreetSpec = StreetSpec()
    timetables: tuple[TimetableSpec, ...] = ()
    heights: HeightSpec | None = None
    tolerance_deg: float = 0.0
    sources: tuple[SourceSpec, ...] = ()
    notes: tuple[Note, ...] = ()

    def tables_of(self, role: str, country: str | None = None) -> tuple[TableSpec, ...]:
        """Return the tables of a role, of one country or of all.

        Parameters
        ----------
        role
            ``boundaries``, ``nuts3``, ``population``, ``built_up``, ``places`` or
            ``opportunities``.
        country
            Those that are for it, by name or because they are for every country.
        """
        return tuple(
            item
            for item in self.tables
            if item.role == role and (country is None or item.country in (None, country))
        )


def read_region_file(path: str | Path, *, files: str | Path | None = None) -> RegionSpec:
    """Read a region's file.

    Parameters
    ----------
    path
        TOML file; paths in it are relative to its folder. ``docs/region.md`` lists the keys.
    files
        Another folder in which files are looked for that are not there beside the region's file,
        as where large ones are kept elsewhere.

    Returns
    -------
    RegionSpec
        What the file says; whether its files are there is not looked at.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    InputError
        With every unknown key, missing key and contradiction at once.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> text = '''[region]
    ... id = "twente"
    ... countries = ["NL"]
    ... year = 2024
    ... [[areas]]
    ... id = "twente"
    ... codes = ["CR12"]
    ... '''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "region.toml"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     spec = read_region_file(file)
    >>> spec.areas[0].codes[0].level, spec.cells.size_m
    ('corop', 1000)
    """
    file = Path(path)
    faults, data = read_record(file, region_record(), where="the region's file")
    other = None if files is None else Path(files)
    spec = _SpecReader(faults, file.parent, data, other).spec()
    faults.fail(str(file))
    return spec


@dataclass
class _SpecReader:
    """Build a region's spec of what its file says, and collects what does not fit together.

    Attributes
    ----------
    faults
        Collects faults, each with its line.
    folder
        Paths of the file are relative to it.
    data
        What the file says, as declared.
    other
        Where files are looked for that are not there.
    """

    faults: RecordReader
    folder: Path
    data: dict[str, Any]
    other: Path | None = None

    def spec(self) -> RegionSpec:
        """Return the spec; it holds only if there are no faults."""
        head = self.data.get("region", {})
        countries = self.countries(head)
        year = head.get("year", 0)
        return RegionSpec(
            region_id=head.get("id", ""),
            title=head.get("title", {}),
            language=head.get("language", "nl"),
            countries=countries,
            year=year,
            areas=self.areas(countries),
            ring_km=float(head.get("ring_km", 0.0)),
            margin_km=float(head.get("margin_km", 15.0)),
            day=self.day(head, ("region",)),
            cells=self.cells(),
            tables=tuple(
                self.table(role, number, countries, year)
                for role in _ROLES
                for number in range(len(self.data.get(role, ())))
            ),
            hubs=self.hubs(),
            streets=self.streets(),
            timetables=self.timetables(countries),
            heights=self.heights(),
            tolerance_deg=float(head.get("tolerance_deg", 0.0)),
            sources=self.sources(),
            notes=tuple(
                stated(
                    {language: item[language] for language in LANGUAGES if language in item},
                    brief=item.get("brief"),
                    short=item.get("short"),
                    concerns=item.get("concerns", ()),
                )
                for item in self.data.get("notes", ())
                if item.keys() & set(LANGUAGES)
            ),
        )

    def sources(self) -> tuple[SourceSpec, ...]:
        """Return the sources that the file names itself."""
        items = [item for item in self.data.get("sources", ()) if "id" in item]
        names = [item["id"] for item in items]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            self.faults.add("id-twice", f"[[sources]]: ids twice: {some(twice)}", ("sources",))
        return tuple(
            SourceSpec(
                Source(
                    item["id"],
                    item.get("title", ""),
                    licence=item.get("licence", ""),
                    attribution=item.get("attribution", ""),
                    reference_date=item.get("date", ""),
                    url=item.get("url", ""),
                ),
                self.path(item.get("file")),
            )
            for item in items
        )

    def countries(self, head: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the countries, held to ISO 3166."""
        at = ("region", "countries")
        named = list(head.get("countries", ()))
        unknown = [name for name in named if name not in ISO_3166]
        if unknown:
            text = f"[region]: countries {some(unknown)}; write codes of ISO 3166 (two letters)"
            self.faults.add("country-unknown", text, at)
        if len(set(named)) < len(named):
            self.faults.add("id-twice", f"[region]: countries twice in {some(named)}", at)
        return tuple(name for name in named if name in ISO_3166)

    def areas(self, countries: Sequence[str]) -> tuple[AreaSpec, ...]:
        """Return the areas, their codes held to known shapes and to the countries."""
        if "areas" in self.data and not self.data["areas"]:
            self.faults.add("key-missing", "[[areas]]: there is none; give one", ("areas",))
        areas: list[AreaSpec] = []
        owner: dict[str, str] = {}
        for number, item in enumerate(self.data.get("areas", ())):
            name, at = item.get("id", ""), ("areas", number)
            if name == RING or name in [area.area_id for area in areas]:
                text = f"[[areas]]: id {name!r} twice, or kept for what lies around the areas"
                self.faults.add("id-twice", text, (*at, "id"))
            named = item.get("codes", ())
            codes = {code: area_code(code) for code in named}
            unknown = [code for code, found in codes.items() if found is None]
            if unknown:
                text = f"[[areas]] {name}: codes {some(unknown)} are of no known shape; write "
                shapes = "GM0153, CR12, PV23, 05554020, 05554, NL213 or BE_63061"
                self.faults.add("code-malformed", text + shapes, (*at, "codes"))
            known = tuple(found for found in codes.values() if found is not None)
            abroad = [one.code for one in known if one.country not in countries]
            if abroad and countries:
                text = f"[[areas]] {name}: codes {some(abroad)} lie in none of the countries "
                text += f"{some(countries)}; add theirs to countries"
                self.faults.add("country-contradicts-id", text, (*at, "codes"))
            twice = [code for code in codes if owner.setdefault(code, name) != name]
            twice += [code for code in codes if named.count(code) > 1]
            if twice:
                text = f"[[areas]] {name}: codes {some(twice)} stand twice, in all areas"
                self.faults.add("id-twice", text, (*at, "codes"))
            areas.append(AreaSpec(name, known, item.get("title", {})))
        return tuple(areas)

    def day(self, values: Mapping[str, Any], at: tuple[str | int, ...]) -> date | None:
        """Return a date, or None where none is given."""
        if "date" not in values:
            return None
        try:
            return date.fromisoformat(values["date"])
        except ValueError:
            text = f"[{at[0]}]: date is {values['date']!r}; write a day such as 2026-03-10"
            self.faults.add("date-wrong", text, (*at, "date"))
        return None

    def cells(self) -> CellSpec:
        """Return the cells, what is given held to their kind."""
        values, at = self.data.get("cells", {}), ("cells",)
        kind = values.get("kind", "grid")
        sized = [*_SIZES_M]
        for key, kinds in (("size_m", sized), ("coarse", sized), ("coarse_m", sized),
                           ("resolution", ["h3"]), ("file", ["file"])):  # fmt: skip
            if key in values and kind not in kinds:
                text = f"[cells]: {key} is for {some(kinds)}, not for {kind}"
                self.faults.add("option-unfit", text, (*at, key))
        if kind == "file" and "file" not in values:
            self.faults.add("key-missing", "[cells]: file is missing; name the cells' file", at)
        left_out, known = _SIZES_M.get(kind, (None, ()))
        size_m = values.get("size_m", left_out)
        if known and size_m not in known:
            text = f"[cells]: size_m is {size_m}; of {kind} there are {some(known)}"
            self.faults.add("choice-unknown", text, (*at, "size_m"))
        coarse = tuple(values.get("coarse", ()))
        coarse_m = values.get("coarse_m", _COARSER * (size_m or 0)) if coarse else None
        if "coarse_m" in values and not coarse:
            text = "[cells]: coarse_m without coarse; name whose cells are larger"
            self.faults.add("key-missing", text, (*at, "coarse_m"))
        elif coarse_m and size_m and (coarse_m <= size_m or coarse_m % size_m):
            text = f"[cells]: coarse_m is {coarse_m}; it has to be a multiple of size_m ({size_m})"
            self.faults.add("out-of-range", text, (*at, "coarse_m"))
        return CellSpec(
            kind=kind,
            size_m=size_m if kind in _SIZES_M else None,
            coarse=coarse,
            coarse_m=coarse_m,
            resolution=values.get("resolution", _RESOLUTION) if kind == "h3" else None,
            file=self.path(values.get("file")),
            layer=values.get("layer"),
            id_column=values.get("id", "id"),
        )

    def path(self, name: str | None) -> Path | None:
        """Return a path of the file, relative to its folder or to the other one."""
        if name is None:
            return None
        here, there = self.folder / name, (self.other or self.folder) / name
        return there if there.exists() and not here.exists() else here

    def source(
        self, values: Mapping[str, Any], countries: Sequence[str], at: tuple[str | int, ...]
    ) -> None:
        """Collect a country outside the region, and a file beside a source."""
        where, country = f"[[{at[0]}]]", values.get("country")
        if country is not None and country not in countries:
            text = f"{where}: country is {country!r}, of the region are {some(countries)}"
            self.faults.add("country-contradicts-id", text, (*at, "country"))
        own = [item.get("id") for item in self.data.get("sources", ())]
        if "source" in values and "file" in values and values["source"] not in own:
            text = f"{where}: source and file are both given; leave one out, or describe the "
            text += f"file's source in [[sources]] with id {values['source']!r}"
            self.faults.add("option-unfit", text, at)

    def table(self, role: str, number: int, countries: Sequence[str], year: int) -> TableSpec:
        """Return where outlines, inhabitants or opportunities come from."""
        values, at = self.data[role][number], (role, number)
        self.source(values, countries, at)
        if "kind" in values and ("source" not in values or "file" in values):
            text = '[[opportunities]]: kind is for a source of places, such as source = "osm"'
            self.faults.add("option-unfit", text, (*at, "kind"))
        if "layer" in values and "file" not in values:
            self.faults.add("option-unfit", f"[[{role}]]: layer is of a file; name it", at)
        name = values.get("id", "")
        return TableSpec(
            role=role,
            year=values.get("year", year),
            name=name,
            country=values.get("country"),
            source=values.get("source"),
            file=self.path(values.get("file")),
            layer=values.get("layer"),
            at=values.get("at", "municipality" if "file" in values and name else None),
            kind=values.get("kind", name if values.get("source") == "osm" else None),
            concept=values.get("concept"),
            columns=values.get("columns", {}),
            date=values.get("date", ""),
            without=tuple(values.get("except", ())),
            per_km2=float(values.get("per_km2", BUILT_UP_PER_KM2)),
            around_per_km2=float(values.get("around_per_km2", AROUND_PER_KM2)),
            share_bounds=(
                float(values.get("share_lower", math.nan)),
                float(values.get("share_upper", math.nan)),
            ),
        )

    def hubs(self) -> tuple[HubSpec, ...]:
        """Return the hubs that are whole."""
        found = [item for item in self.data.get("hubs", ()) if len(item) == 4]
        names = [item["id"] for item in found]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            self.faults.add("id-twice", f"[[hubs]]: ids twice: {some(twice)}", ("hubs",))
        return tuple(
            HubSpec(item["id"], item["name"], float(item["lon"]), float(item["lat"]))
            for item in found
        )

    def streets(self) -> StreetSpec:
        """Return where streets come from."""
        values = self.data.get("streets", {})
        if "files" in values and "source" in values:
            text = "[streets]: source and files are both given; leave one out"
            self.faults.add("option-unfit", text, ("streets",))
        return StreetSpec(
            values.get("source", StreetSpec.source),
            tuple(self.folder / name for name in values.get("files", ())),
            self.day(values, ("streets",)),
        )

    def timetables(self, countries: Sequence[str]) -> tuple[TimetableSpec, ...]:
        """Return the feeds."""
        feeds = self.data.get("timetables", ())
        for number, values in enumerate(feeds):
            self.source(values, countries, ("timetables", number))
        return tuple(
            TimetableSpec(
                values.get("country"),
                values.get("source"),
                self.path(values.get("file")),
                tuple(values.get("drop_agencies", ())),
            )
            for values in feeds
        )

    def heights(self) -> HeightSpec | None:
        """Return where heights come from, if they are asked for."""
        if "heights" not in self.data:
            return None
        values = self.data["heights"]
        if "files" in values and "source" in values:
            text = "[heights]: source and files are both given; leave one out"
            self.faults.add("option-unfit", text, ("heights",))
        files = tuple(self.folder / name for name in values.get("files", ()))
        return HeightSpec(values.get("source", HeightSpec.source), files)
