"""What publishers offer: the shipped catalogue of sources, and one of your own over it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from grensgeo.declared import (
    ANY_NAMES,
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    WHOLES,
    WORDS,
    Each,
    Kind,
    Option,
    Record,
    named,
)
from grensgeo.declared.record_reader import RecordReader
from grensgeo.declared.toml_lines import toml_lines
from grensgeo.errors import InputError, some
from grensgeo.files import read_record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: What a source can be for.
ROLES = (
    "index", "streets", "small-area", "boundaries", "corop", "province", "nuts3", "population",
    "opportunities", "timetables", "heights", "beside",
)  # fmt: skip
#: How a source is got; see :mod:`grensgeo.fetch.doors`.
PROTOCOLS = (
    "download", "zip-member", "ogc-features", "wfs", "odata", "genesis", "ckan", "geofabrik",
    "feed-list", "tiles", "overpass", "hand", "none",
)  # fmt: skip
#: What its file is held to be; see :mod:`grensgeo.fetch.formats`.
FORMATS = (
    "geojson", "geojson-large", "json", "csv", "xlsx", "zip", "gpkg", "gtfs", "pbf", "tif",
)  # fmt: skip
#: Not established: never asked.
NOT_ESTABLISHED = "C"
#: Of one place, or older: a fault names the address.
ONE_PLACE = "B"

_BOX = Kind("a list [west, south, east, north]", (list,), {
    "type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4,
}, lambda value: "" if len(value) == 4 else f"is {value!r}, not four numbers")  # fmt: skip

_ENTRY = Record(
    "[[source]]",
    "something that a publisher offers, and how it is got",
    (
        Option("id", WORDS, "short name, by which a region's file names it"),
        Option("title", WORDS, "what it is"),
        Option("serves", TEXT, "what it is for", choices=ROLES),
        Option("countries", ANY_NAMES, "countries that it is of, ISO 3166", default=(),
               absent="those that no other source serves"),
        Option("protocol", TEXT, "how it is got", choices=PROTOCOLS),
        Option("url", WORDS, "address; {year}, {issue}, {path}, {day}, {tile} are filled in"),
        Option("file", TEXT, "name in the folder of raw files, filled in likewise"),
        Option("format", TEXT, "what the file has to be", choices=FORMATS),
        Option("licence", WORDS, "SPDX id or the licence's own short name"),
        Option("attribution", WORDS, "the words that the licence asks for"),
        Option("confidence", TEXT, "how well the address is known", choices=("A", "B", "C")),
        Option("size_mb", NUMBER, "about how large it is, MB", least=0),
        Option("most_mb", NUMBER, "how large it can be, MB", least=0),
        Option("hosts", ANY_NAMES, "hosts beside its own to which it may be moved", default=(),
               absent="none"),
        Option("checksum", TEXT, "address of the publisher's checksum (MD5)", default="",
               absent="there is none"),
        Option("checksum_optional", FLAG, "whether old issues lack it", default=False),
        Option("beside", TEXT, "id of a source that belongs to it", default="", absent="none"),
        Option("needs", ANY_NAMES, "names of fields that have to be there", default=(),
               absent="none"),
        Option("least", WHOLE, "how many rows or features it has at least", default=0, least=0),
        Option("unique", TEXT, "field of which each value stands once", default="",
               absent="none"),
        Option("box", _BOX, "where its features lie, degrees", default=(), absent="anywhere"),
        Option("metres", WHOLE, "EPSG code, where it may answer in metres instead", default=0,
               absent="it does not"),
        Option("columns", named(TEXT), "names of columns by what they hold", default=None,
               absent="as its reader knows them"),
        Option("land", TEXT, "value of the column `land` in rows that are land", default="",
               absent="every row is"),
        Option("layer", TEXT, "its layer", default="", absent="the only one"),
        Option("member", TEXT, "the member of an archive, by a pattern", default="",
               absent="none is looked for"),
        Option("table", TEXT, "name of the table at its publisher", default="", absent="none"),
        Option("resource", TEXT, "name of the resource in a package, or words that are all in it",
               default="", absent="none"),
        Option("reader", TEXT, "function of grensgeo that reads it", default="", absent="none"),
        Option("counts", TEXT, "what it counts", default="", absent="nothing"),
        Option("at", TEXT, "what its figures are of", default="", absent="nothing"),
        Option("within", ANY_NAMES, "beginnings of the codes of municipalities that it is of",
               default=(), absent="all of its countries"),
        Option("years", WHOLES, "years that there are", default=(), absent="see first_year"),
        Option("issues", named(TEXT), "name of the issue of each year", default=None,
               absent="there are none"),
        Option("first_year", WHOLE, "first of the years, of which there is each", default=0,
               absent="it has no years"),
        Option("last_year", WHOLE, "last of them", default=0, absent="the newest is not known"),
        Option("date", TEXT, "day of the figures", default="", absent="not known"),
        Option("drop", named(TEXT), "operators to drop where a feed of the country is there",
               default=None, absent="none"),
        Option("login", TEXT, "part of the names of environment variables with a login",
               default="", absent="none is needed"),
    ),
)  # fmt: skip

_CATALOGUE = Record(
    "the catalogue of sources",
    "what publishers offer, and how it is got",
    (Option("source", Each(_ENTRY), _ENTRY.meaning),),
)


@dataclass(frozen=True)
class CatalogueEntry:
    """Something that a publisher offers; ``docs/options.md`` lists what each field means."""

    id: str
    title: str
    serves: str
    protocol: str
    url: str
    file: str
    format: str
    licence: str
    attribution: str
    confidence: str
    size_mb: float
    most_mb: float
    countries: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    checksum: str = ""
    checksum_optional: bool = False
    beside: str = ""
    needs: tuple[str, ...] = ()
    least: int = 0
    unique: str = ""
    box: tuple[float, ...] = ()
    metres: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    land: str = ""
    layer: str = ""
    member: str = ""
    table: str = ""
    resource: str = ""
    reader: str = ""
    counts: str = ""
    at: str = ""
    within: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    issues: Mapping[str, str] = field(default_factory=dict)
    first_year: int = 0
    last_year: int = 0
    date: str = ""
    drop: Mapping[str, str] = field(default_factory=dict)
    login: str = ""

    def known_years(self) -> tuple[int, ...]:
        """Return the years that there are; empty if it has none, or each from the first on."""
        if self.issues:
            return tuple(sorted(map(int, self.issues)))
        if self.years:
            return tuple(sorted(self.years))
        if self.first_year and self.last_year:
            return tuple(range(self.first_year, self.last_year + 1))
        return ()

    def year_for(self, year: int, *, exact: bool = False) -> int | None:
        """Return the year that is taken where one is asked for.

        Parameters
        ----------
        year
            The one asked for.
        exact
            Whether no other will do.

        Returns
        -------
        int or None
            The year itself if there is one; the last before it, or else the first. None where
            the source has no years.

        Raises
        ------
        InputError
            If only the year itself will do and there is none.
        """
        known = self.known_years()
        if not known and not self.first_year:
            return None
        if not known:
            if year >= self.first_year:
                return year
            known = (self.first_year,)
        if year in known:
            return year
        if exact:
            raise InputError(
                "year-not-published",
                f"{self.id}: there is no {year}; there are {some(known, most=12)}",
            )
        return max((one for one in known if one < year), default=known[0])

    @property
    def doubt(self) -> str:
        """What is to be said beside a fault where the address is known of one place alone."""
        if self.confidence != ONE_PLACE:
            return ""
        return f" (the address is known of one place alone: look at {self.url} by hand)"


def source_record() -> Record:
    """Return the declaration of a catalogue of sources."""
    return _CATALOGUE


def read_entries(path: Path | None = None) -> Mapping[str, CatalogueEntry]:
    """Read the shipped catalogue of sources, and one of your own over it.

    Parameters
    ----------
    path
        TOML file with tables ``[[source]]``; an entry takes the place of the shipped one of the
        same id, and a new one comes before those.

    Returns
    -------
    mapping
        Entries by id.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    InputError
        With every fault of it at once.

    Examples
    --------
    >>> read_entries()["copernicus-glo30"].confidence
    'A'
    """
    text = files(__package__).joinpath("sources.toml").read_text(encoding="utf-8")
    reader = RecordReader(toml_lines(text))
    shipped = _entries(reader, reader.take(_CATALOGUE, tomllib.loads(text)))
    reader.fail("sources.toml")
    if path is None:
        return MappingProxyType(shipped)
    reader, data = read_record(path, _CATALOGUE, where="the catalogue of sources")
    own = _entries(reader, data)
    reader.fail(str(path))
    return MappingProxyType({**own, **{k: v for k, v in shipped.items() if k not in own}})


def _entries(reader: RecordReader, data: dict[str, Any]) -> dict[str, CatalogueEntry]:
    """Return the entries that are whole."""
    needed = {item.name for item in _ENTRY.options if item.needed}
    tuples = {"countries", "hosts", "needs", "years", "box", "within"}
    known = {item.name for item in fields(CatalogueEntry)}
    found: dict[str, CatalogueEntry] = {}
    for number, values in enumerate(data.get("source", ())):
        if not needed <= set(values):
            continue
        if values["id"] in found:
            reader.add("id-twice", f"[[source]]: id twice: {values['id']}", ("source", number))
        kept: dict[str, Any] = {
            name: tuple(value) if name in tuples else value
            for name, value in values.items()
            if name in known
        }
        found[values["id"]] = CatalogueEntry(**kept)
    return found


def entry_named(
    entries: Mapping[str, CatalogueEntry], source_id: str, roles: tuple[str, ...]
) -> CatalogueEntry:
    """Return an entry by its id, if it is for what is wanted and can be had.

    Parameters
    ----------
    entries
        From :func:`read_entries`.
    source_id
        Id of the entry.
    roles
        What it may serve.

    Raises
    ------
    InputError
        If there is none of this id, it is for something else, or it is not established.
    """
    from grensgeo.declared.option import nearest

    if source_id not in entries:
        known = [entry.id for entry in entries.values() if entry.serves in roles]
        raise InputError(
            "source-unknown",
            f"source {source_id!r} is not in the catalogue; for {some(roles)} there are "
            f"{some(known, most=12)}{nearest(source_id, known)}",
        )
    entry = entries[source_id]
    if entry.serves not in roles:
        raise InputError(
            "source-unfit", f"source {source_id!r} is for {entry.serves}, not for {some(roles)}"
        )
    if entry.confidence == NOT_ESTABLISHED:
        raise InputError(
            "source-not-established",
            f"source {source_id!r}: its address ({entry.url}) is not established and is not "
            "asked; lay a file of your own and name it with file =",
        )
    return entry


def entry_for(
    entries: Mapping[str, CatalogueEntry], role: str, country: str, *, counts: str = ""
) -> CatalogueEntry | None:
    """Return the first entry that serves a country; one of no country where none of its own does.

    Parameters
    ----------
    entries
        From :func:`read_entries`.
    role
        What it is for.
    country
        Code of ISO 3166.
    counts
        What it counts, of opportunities.

    Returns
    -------
    CatalogueEntry or None
        None where there is no such entry that is established.
    """
    fit = [
        entry
        for entry in entries.values()
        if entry.serves == role
        and entry.confidence != NOT_ESTABLISHED
        and entry.protocol not in {"hand", "none"}
        and (not counts or entry.counts == counts)
    ]
    own = [entry for entry in fit if country in entry.countries]
    return next(iter([*own, *(entry for entry in fit if not entry.countries)]), None)
