"""What may stand in the file of a question, declared once."""

from __future__ import annotations

from dataclasses import replace

from grensgeo.declared import (
    ANY_NAMES,
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
from grensgeo.scenario.links import LINK_KINDS
from grensgeo.traveltimes.trip_options import trip_record

_HEAD = Record(
    "[question]",
    "what is asked, of which data, and who says so",
    (
        Option("name", TEXT, "short name for files, of small letters, digits and hyphens"),
        Option("title", titles("[question.title]"), "the question by language"),
        Option("year", WORDS, "year that it speaks of, which stands in every title"),
        Option("source", WORDS, "who says so, which stands in every title"),
        Option("region", FILE, "folder of the region"),
        Option("network", FILE, "folder of the network"),
        Option(
            "limits", ANY_NAMES, "what the data cannot answer, by the names of `limits.toml` "
            "beside the file: a table a name, with a sentence by language",
            default=(), absent="none",
        ),
    ),
)  # fmt: skip

_CUTOFF = Option("cutoff_min", NUMBER, "cutoff, min", above=0)

_REACH = Record(
    "[reach]",
    "what is counted, for whom; it is compared without and with each scenario",
    (
        Option("areas", NAMES, "areas of the region whose people are looked at"),
        Option("opportunity", TEXT, "what is counted, by the name that the region uses"),
        _CUTOFF,
    ),
)

_LINKS = Record(
    "[links]",
    "links that may fail: which costs most of what is counted in `[reach]`",
    (
        Option(
            "kind", TEXT, "what a link is: docs/rankings.md tells", default="section",
            choices=LINK_KINDS,
        ),
        Option("refs", ANY_NAMES, "only roads of these numbers", default=(), absent="of any"),
        Option("lines", ANY_NAMES, "only these lines", default=(), absent="any"),
    ),
)  # fmt: skip

_STUDENT = Record(
    "[student]",
    "a student, and the placements from which one is back in time",
    (
        Option("lon", NUMBER, "home, degrees east", least=-180, most=180),
        Option("lat", NUMBER, "home, degrees north", least=-90, most=90),
        Option("country", TEXT, "country of the home, such as NL"),
        Option("place", WORDS, "what the home is called"),
        Option("listings", FILE, "placements, as `grensgeo placements` reads them"),
        Option(
            "eqf", WHOLE, "level of the training, European framework", default=None, least=1,
            most=8, absent="any",
        ),
        Option("sectors", NAMES, "sections of NACE Rev. 2", default=(), absent="any"),
        Option("languages", NAMES, "languages spoken, as nl", default=(), absent="any"),
        _CUTOFF,
    ),
)  # fmt: skip

_TRIP = Record(
    "[[trips]]",
    "trips; of a student those there, with `arrival` the start of the day",
    (
        Option("id", TEXT, "its name in the table"),
        *trip_record().renamed(max_min="the cutoff").options,
    ),
    checked=True,
)

_SCENARIO = Record(
    "[[scenarios]]",
    "scenarios, each compared with the baseline by the trips whose times it can change",
    (Option("file", FILE, "file of the scenario"),),
)

_QUESTION = Record(
    "the file of a question",
    "a question that is answered by a map, a table and a sentence in three languages",
    (
        Option("question", _HEAD, _HEAD.meaning),
        Option("trips", Each(_TRIP), _TRIP.meaning),
        Option("reach", _REACH, _REACH.meaning, default=None, absent="`student` is needed"),
        Option("scenarios", Each(_SCENARIO), _SCENARIO.meaning, default=(), absent="none"),
        Option("links", _LINKS, _LINKS.meaning, default=None, absent="`scenarios` are needed"),
        Option("student", _STUDENT, _STUDENT.meaning, default=None, absent="`reach` is needed"),
        Option(
            "trips_home", Each(replace(_TRIP, where="[[trips_home]]")),
            "trips home of a student, with `departure` the end of the day", default=(),
            absent="only the way there counts",
        ),
    ),
)  # fmt: skip


def question_record() -> Record:
    """Return the declaration of the file of a question."""
    return _QUESTION
