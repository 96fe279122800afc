"""What may stand in a study file, declared once."""

from __future__ import annotations

from dataclasses import replace

from grensgeo.declared import (
    FILE,
    FLAG,
    MINUTES_RISING,
    NAMES,
    NUMBER,
    TEXT,
    TITLES,
    WHOLE,
    WHOLES,
    Each,
    Option,
    Record,
    named,
    titles,
)
from grensgeo.maps.atlas import LONGEST_MIN
from grensgeo.modes import TRIP_MODES
from grensgeo.monitor import ERRORS, FACILITIES, FEED_OPTIONS, RADII
from grensgeo.traveltimes.trip_options import trip_record
from grensgeo.words import LANGUAGES

PERIOD = Option(
    "period",
    TEXT,
    "what the figures speak of: 2022, 2022-Q1, 2022-05 or 2022-05-15",
)
_NETWORK = Option("network", TEXT, "name of a network of `[networks]`")
_CUTOFFS = Option("cutoffs_min", MINUTES_RISING, "cutoffs, min, rising")

_HEAD = Record(
    "[study]",
    "what the study is called and is about",
    (
        Option("id", TEXT, "short name, stands in the manifest"),
        Option("region", FILE, "folder of the region"),
        Option("title", titles("[study.title]"), "title by language"),
        PERIOD,
        Option("language", TEXT, "language in which maps open", default="nl", choices=LANGUAGES),
        Option(
            "geopackage",
            FLAG,
            "write `ID.gpkg` too: layers with styles for QGIS",
            default=False,
        ),
    ),
)

#: A trip of a study: what it is called, its network, and every option of a trip.
TRIP = Record(
    "[[trips]]",
    "trips from each inhabited cell of the areas to each cell of the region",
    (
        Option(
            "id", TEXT, "name of the trip in tables and the feed",
            more="Pages name it by its mode and, by public transport, by what runs on its date "
            "and how one gets to the stop.",
        ),
        _NETWORK,
        *trip_record().renamed(
            max_min="the longest time that the study asks about: its cutoffs, and "
            f"{LONGEST_MIN} with an atlas"
        ).options,
    ),
    checked=True,
)  # fmt: skip

_REACH = Record(
    "[reach]",
    "what is counted, for whom",
    (
        Option("areas", NAMES, "areas of the region whose people are looked at"),
        _CUTOFFS,
        Option("opportunities", NAMES, "what is counted, by the names the region uses"),
    ),
)

_ORIGIN = Record(
    "[[isochrones]] origins",
    "a named point",
    (
        Option("id", TEXT, "its id"),
        Option("name", TEXT, "what maps call it"),
        Option("lon", NUMBER, "degrees east", least=-180, most=180),
        Option("lat", NUMBER, "degrees north", least=-90, most=90),
    ),
)

_ISOCHRONES = Record(
    "[[isochrones]]",
    "isochrones; a mode goes as the first trip of that mode in `[[trips]]`, if there is one",
    (
        _NETWORK,
        Option("modes", NAMES, "modes, in the order of the map", choices=TRIP_MODES),
        _CUTOFFS,
        Option("origins", Each(_ORIGIN), "points", default=(), absent="`places` are needed"),
        Option(
            "places", NAMES, "codes of municipalities, for their main places", default=(),
            absent="`origins` are needed",
        ),
    ),
)  # fmt: skip

_SCENARIO = Record(
    "[[scenarios]]",
    "scenarios that are held against the baseline",
    (
        Option("file", FILE, "file of the scenario"),
        Option("trips", NAMES, "ids of trips that are computed again"),
    ),
)

_DEPARTURE = Record(
    "[[atlas.departures]]",
    "a trip of the atlas at another time of day",
    (
        Option("id", TEXT, "name of the new trip"),
        Option("trip", TEXT, "id of the trip that it is like"),
        Option(
            "title", TITLES, 'shown under "departure"', default=None, absent="the date and time"
        ),
        *(
            replace(item, default=None, absent="as in the trip", more="")
            for item in trip_record().select("departure", "window_min", "period")
        ),
    ),
    checked=True,
)

_ATLAS = Record(
    "[atlas]",
    "one page that computes travel times itself; without this table there is none",
    (
        Option(
            "trips", NAMES,
            "ids of trips, all on one network; by transit with a departure or arrival",
        ),
        Option(
            "departures", Each(_DEPARTURE), "trips at other times of day", default=(),
            absent="none",
        ),
        Option(
            "percentiles", WHOLES, "of trips by timetable", default=None,
            absent="those of the trip",
        ),
        Option(
            "opportunities", NAMES, "what can be counted; inhabitants always can", default=(),
            absent="those of `[reach]`",
        ),
        Option(
            "scenarios", NAMES, "files, of those in `[[scenarios]]`", default=(),
            absent="all of them",
        ),
        Option(
            "place", TEXT, "code of the municipality with which it opens", default=None,
            absent="the first of the areas",
        ),
        Option(
            "trip", TEXT, "trip with which it opens, of `trips` or of a departure", default=None,
            absent="the first",
        ),
        Option(
            "cutoff_min", WHOLE, "cutoff with which it opens, whole minutes", default=45, least=1,
            most=LONGEST_MIN,
        ),
    ),
)  # fmt: skip

#: What goes into the feed of the monitor.
MONITOR = Record(
    "[monitor]",
    "the feed for the region's data portal; without this table there is none",
    (
        Option("trips", NAMES, "ids of trips"),
        Option("cutoff_min", NUMBER, "one of the cutoffs", default=0, absent="all of them"),
        Option("facilities", Each(FACILITIES), FACILITIES.meaning, default=(), absent="none"),
        RADII,
        ERRORS,
        *FEED_OPTIONS,
    ),
)

_STUDY = Record(
    "the study file",
    "a study: inputs, trips, cutoffs, scenarios and outputs",
    (
        Option("study", _HEAD, _HEAD.meaning),
        Option("networks", named(FILE), "folder of each network, under a name that is free"),
        Option("trips", Each(TRIP), TRIP.meaning),
        Option("reach", _REACH, _REACH.meaning),
        Option("isochrones", Each(_ISOCHRONES), _ISOCHRONES.meaning, default=(), absent="none"),
        Option("scenarios", Each(_SCENARIO), _SCENARIO.meaning, default=(), absent="none"),
        Option("monitor", MONITOR, MONITOR.meaning, default=None, absent="no feed"),
        Option("atlas", _ATLAS, _ATLAS.meaning, default=None, absent="no atlas"),
    ),
)


def study_record() -> Record:
    """Return the declaration of a study file."""
    return _STUDY
