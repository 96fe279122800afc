"""What may stand in a region's file, declared once."""

from __future__ import annotations

from grensgeo.declared import (
    FILE,
    NAMES,
    NUMBER,
    TEXT,
    WHOLE,
    WORDS,
    Each,
    Option,
    Record,
    titles,
)
from grensgeo.words import LANGUAGES

#: Kinds of cells.
CELLS = ("grid", "hexagons", "cbs", "zensus", "h3", "file")
#: Where opportunities are.
PLACED = ("municipality", "district", "nuts3", "points", "areas")

#: Inhabitants per km2 of built-up land, where its own are not told, and of the land around it:
#: they only weigh one part of an area against another; the area's own total is kept. Order of
#: magnitude: CBS, Bevolkingskernen in Nederland 2011 (kernen of the east: 1,900 to 3,000) and
#: verspreide huizen (30 to 60). Tried on Germany, where the pattern is known (see
#: ``data/README.md``), they misplace fewer people than an even spread.
BUILT_UP_PER_KM2 = 2500.0
AROUND_PER_KM2 = 40.0

#: What a column of a table can be told to be; each table takes some of them.
_COLUMNS = {
    "code": "code of the municipality or other unit",
    "name": "its name",
    "country": "its country, ISO 3166",
    "nuts3": "its NUTS 3 region",
    "population": "its inhabitants",
    "id": "id of the row",
    "count": "how many",
    "lon": "longitude",
    "lat": "latitude",
    "land": "a column that tells land from water",
    "nuts3_name": "the name of that region",
    "published": "the figure as it was published, where the count was made of it",
    "published_concept": "what that figure counts",
    "conversion": "name of the way from that figure to the count; `none` where there was none",
    "date": "day or period of the row's figure",
    "source": "id in [[sources]] of the row's figure",
    "lower": "the least that the count can be",
    "upper": "the most that it can be",
}

_HEAD = Record(
    "[region]",
    "what the region is called, where it lies and of which year its figures are",
    (
        Option("id", WORDS, "short name, stands in the manifest"),
        Option(
            "title", titles("[region.title]"), "title by language", default=None, absent="the id"
        ),
        Option("countries", NAMES, "countries, ISO 3166; one is enough"),
        Option(
            "year", WHOLE, "year of boundaries and figures, where a table below names no other",
            least=1990, most=2100,
        ),
        Option(
            "language", TEXT, "language in which maps open", default="nl", choices=LANGUAGES
        ),
        Option(
            "ring_km", NUMBER, "municipalities within so far around the areas are in the region "
            "too, as its ring", default=0.0, least=0, most=300,
        ),
        Option(
            "margin_km", NUMBER, "how far beyond the ring streets, stops and heights are loaded",
            default=15.0, least=0, most=300,
        ),
        Option(
            "date", TEXT, "service day of the timetables, such as 2026-03-10", default=None,
            absent="no timetable is cut to a day",
        ),
        Option(
            "tolerance_deg", NUMBER, "corners of outlines are left out where the triangle that "
            "they make is smaller than this squared, degrees; 0.0006 suits maps of a region",
            default=0.0, least=0, most=0.05,
        ),
    ),
)  # fmt: skip

_AREA = Record(
    "[[areas]]",
    "an area whose people are looked at; what lies around it is the ring",
    (
        Option("id", WORDS, "short name, such as twente"),
        Option(
            "codes", NAMES,
            "what it is made of: municipalities (GM0153, 05554020, BE_63061), COROP areas (CR12), "
            "provinces (PV23), Kreise (05554), Regierungsbezirke, Laender, NUTS (NL213, DEA3)",
        ),
        Option("title", titles("[areas.title]"), "its name by language", default=None,
               absent="the id"),
    ),
)  # fmt: skip

_CELLS = Record(
    "[cells]",
    "the cells into which municipalities are cut",
    (
        Option(
            "kind", TEXT, "`grid`: INSPIRE grid (ETRS89-LAEA); `hexagons`: of equal area, on the "
            "same projection; `cbs`: squares of CBS; `zensus`: grid of the German census; `h3`: "
            "hexagons of H3, whose package has to be installed; `file`: polygons or points of "
            "your own", default="grid", choices=CELLS,
        ),
        Option(
            "size_m", WHOLE, "side of a square, or width of a hexagon from side to side, m",
            default=None, least=50, most=10_000,
            absent="1000 for `grid` and `hexagons`, 500 for `cbs`, 100 for `zensus`",
        ),
        Option(
            "coarse", NAMES, "codes of municipalities, or of units that theirs begin with, that "
            "have larger cells: what lies far out, of which less is known or needed", default=(),
            absent="none",
        ),
        Option(
            "coarse_m", WHOLE, "side or width of those, m: so many times `size_m`", default=None,
            least=50, most=50_000, absent="five times `size_m`",
        ),
        Option(
            "resolution", WHOLE, "of `h3`: 8 has hexagons of about 0.7 km²", default=None, least=5,
            most=11, absent="8 for `h3`",
        ),
        Option("file", FILE, "of `file`: polygons or points", default=None, absent="none"),
        Option("layer", TEXT, "its layer", default=None, absent="the only one"),
        Option("id", TEXT, "its column of ids", default="id"),
    ),
)  # fmt: skip


def _columns(where: str, *names: str) -> Option:
    """Return the option that names columns of a table."""
    options = tuple(
        Option(name, WORDS, _COLUMNS[name], default=None, absent="as the publisher calls it")
        for name in names
    )
    listed = ", ".join(f"`{name}`" for name in names)
    record = Record(
        f"[{where}.columns]", "names of columns", options, said=f"a table of names by {listed}"
    )
    return Option(
        "columns",
        record,
        "names of its columns",
        default=None,
        absent="as the publisher calls them",
    )


_COUNTRY = Option("country", TEXT, "country, ISO 3166", default=None, absent="every country")
_SOURCE = Option(
    "source", WORDS, "id in the catalogue of sources; beside a file, id in [[sources]]",
    default=None, absent="the catalogue's first for the country",
)  # fmt: skip
_FILE = Option("file", FILE, "a file of your own instead", default=None, absent="none")
_LAYER = Option("layer", TEXT, "layer or sheet of the file", default=None, absent="the only one")
_YEAR = Option(
    "year", WHOLE, "year of the figures", default=None, least=1990, most=2100,
    absent="that of the region",
)  # fmt: skip
_DATE = Option(
    "date",
    TEXT,
    "day or period of the figures, such as 2021-01-01",
    default=None,
    absent="the year",
)
_GIVEN = (_COUNTRY, _SOURCE, _FILE, _LAYER, _YEAR, _DATE)

BOUNDARIES = Record(
    "[[boundaries]]",
    "whose outlines of municipalities are taken; the catalogue's first for each country if left "
    "out",
    (*_GIVEN, _columns("boundaries", "code", "name", "country", "nuts3", "population", "land")),
)

NUTS3 = Record(
    "[[nuts3]]",
    "in which NUTS 3 region municipalities lie, by code, where outlines do not tell: a file with "
    "a row for each municipality, or for all whose code begins so",
    (*_GIVEN, _columns("nuts3", "code", "nuts3", "nuts3_name")),
)

POPULATION = Record(
    "[[population]]",
    "whose figures of inhabitants are taken, on a grid, by municipality or at points; the "
    "catalogue's first for each country if left out",
    (
        *_GIVEN,
        Option(
            "at", TEXT, "`municipality`: the total of each, also where the file has outlines",
            default=None, choices=("municipality",),
            absent="of a file with places: of these places",
        ),
        Option(
            "except", NAMES, "codes of municipalities or of units that the file covers in part "
            "only, as where it was cut: their inhabitants are placed on built-up land instead",
            default=(), absent="none",
        ),
        _columns("population", "code", "id", "count", "lon", "lat"),
    ),
)  # fmt: skip

BUILT_UP = Record(
    "[[built_up]]",
    "built-up land: within an area whose inhabitants are known, such as a postal code, they live "
    "there rather than around it; outlines, or points of towns, drawn as discs that hold their "
    "inhabitants; of several tables the first with something in a municipality holds there",
    (
        *_GIVEN,
        Option(
            "per_km2", NUMBER, "inhabitants per km2 of it, where its own are not told",
            default=BUILT_UP_PER_KM2, least=0, most=100_000,
        ),
        Option(
            "around_per_km2", NUMBER, "inhabitants per km2 of the land around it",
            default=AROUND_PER_KM2, least=0, most=100_000,
        ),
        Option(
            "except", NAMES, "codes of municipalities or of units that the file covers in part "
            "only, as where it was cut: the next table holds there", default=(), absent="none",
        ),
        _columns("built_up", "id", "count", "lon", "lat"),
    ),
)  # fmt: skip

PLACES = Record(
    "[[places]]",
    "towns and villages with their inhabitants: the largest in a municipality is its main place",
    (*_GIVEN, _columns("places", "name", "count", "lon", "lat")),
)

OPPORTUNITIES = Record(
    "[[opportunities]]",
    "what can be reached: by municipality, or at places",
    (
        Option("id", WORDS, "what is counted: jobs, apprenticeships, students, schools ..."),
        *_GIVEN,
        Option(
            "at", TEXT, "what the figures are of: a municipality, a district (Kreis, COROP), a "
            "NUTS 3 region, points, or outlines such as business areas", default=None,
            choices=PLACED, absent="as the catalogue says, `municipality` for a file",
        ),
        Option(
            "kind", TEXT, "of places of a source: their kind; of OpenStreetMap such as schools, "
            "of others the publisher's own code", default=None,
            absent="of OpenStreetMap the id, of others every kind",
        ),
        Option(
            "concept", TEXT, "of jobs: what is counted as one, such as svb_workplace",
            default=None, absent="that of the publisher",
        ),
        Option(
            "share_lower", NUMBER, "of what is shared out over municipalities by inhabitants: the "
            "least that one can have, as a part of its share", default=None, least=0, most=1,
            absent="no bound is known",
        ),
        Option(
            "share_upper", NUMBER, "the most that one can have, likewise", default=None, least=1,
            most=1000, absent="no bound is known",
        ),
        _columns(
            "opportunities", "code", "id", "name", "count", "lon", "lat", "published",
            "published_concept", "conversion", "date", "source", "lower", "upper",
        ),
    ),
)  # fmt: skip

_OWN_SOURCE = Record(
    "[[sources]]",
    "whose a file of your own is: it stands in the provenance of every result",
    (
        Option("id", WORDS, "short name"),
        Option("title", WORDS, "what it is, in English"),
        Option("licence", WORDS, "SPDX id or the licence's own short name"),
        Option("attribution", WORDS, "the words that the licence asks for"),
        Option("date", TEXT, "day or period of its figures", default=None, absent="not known"),
        Option("url", TEXT, "where a reader finds it", default=None, absent="nowhere"),
        Option(
            "file", FILE, "the publisher's file, whose checksum is kept, where the table was "
            "made from it", default=None, absent="the table's own file",
        ),
    ),
)  # fmt: skip

_NOTE = Record(
    "[[notes]]",
    "what has to be known of the figures: it stands in the manifest and on every page",
    (
        *(Option(name, WORDS, f"in {name}") for name in LANGUAGES),
        Option("brief", titles("[notes.brief]"), "what a map itself says of it", default=None,
               absent="it stands in the list of notes only"),
        Option("short", titles("[notes.short]"), "the same in a few words", default=None,
               absent="as brief"),
        Option("concerns", NAMES, "modes or opportunities that it is about", default=(),
               absent="all"),
    ),
)  # fmt: skip

_HUB = Record(
    "[[hubs]]",
    "a place where people of both sides meet",
    (
        Option("id", WORDS, "short name"),
        Option("name", WORDS, "its name"),
        Option("lon", NUMBER, "longitude", least=-180, most=180),
        Option("lat", NUMBER, "latitude", least=-90, most=90),
    ),
)

_STREETS = Record(
    "[streets]",
    "OpenStreetMap",
    (
        Option("source", WORDS, "id in the catalogue", default="geofabrik-pbf"),
        Option(
            "files", NAMES, "extracts of your own instead", default=(), absent="none"
        ),
        Option(
            "date", TEXT, "day of the extracts, such as 2026-11-01", default=None,
            absent="the newest of which there is one for each extract",
        ),
    ),
)  # fmt: skip

_TIMETABLE = Record(
    "[[timetables]]",
    "a feed (GTFS); the catalogue's first for each country if left out and the region has a date",
    (
        _COUNTRY,
        _SOURCE,
        _FILE,
        Option(
            "drop_agencies",
            NAMES,
            "operators that another feed has as well, by name",
            default=(),
            absent="those that the catalogue names",
        ),
    ),
)

_HEIGHTS = Record(
    "[heights]",
    "heights, for walking and cycling uphill",
    (
        Option("source", WORDS, "id in the catalogue", default="copernicus-glo30"),
        Option("files", NAMES, "rasters of your own instead", default=(), absent="none"),
    ),
)

_REGION_FILE = Record(
    "the region's file",
    "a region: its areas, cells, sources and hubs",
    (
        Option("region", _HEAD, _HEAD.meaning),
        Option("areas", Each(_AREA), _AREA.meaning),
        Option("cells", _CELLS, _CELLS.meaning, default=None, absent="the 1 km INSPIRE grid"),
        Option(
            "boundaries", Each(BOUNDARIES), BOUNDARIES.meaning, default=(),
            absent="by the catalogue",
        ),
        Option("nuts3", Each(NUTS3), NUTS3.meaning, default=(), absent="by outlines"),
        Option(
            "population", Each(POPULATION), POPULATION.meaning, default=(),
            absent="by the catalogue",
        ),
        Option("built_up", Each(BUILT_UP), BUILT_UP.meaning, default=(), absent="not known"),
        Option(
            "places", Each(PLACES), PLACES.meaning, default=(),
            absent="the cell with most inhabitants is the main place",
        ),
        Option(
            "opportunities", Each(OPPORTUNITIES), OPPORTUNITIES.meaning, default=(),
            absent="jobs, by the catalogue",
        ),
        Option("hubs", Each(_HUB), _HUB.meaning, default=(), absent="none"),
        Option("streets", _STREETS, _STREETS.meaning, default=None, absent="by the catalogue"),
        Option(
            "timetables", Each(_TIMETABLE), _TIMETABLE.meaning, default=(),
            absent="by the catalogue where the region has a date",
        ),
        Option("heights", _HEIGHTS, _HEIGHTS.meaning, default=None, absent="none are fetched"),
        Option("sources", Each(_OWN_SOURCE), _OWN_SOURCE.meaning, default=(), absent="none"),
        Option("notes", Each(_NOTE), _NOTE.meaning, default=(), absent="none"),
    ),
)  # fmt: skip


def region_record() -> Record:
    """Return the declaration of a region's file."""
    return _REGION_FILE
