"""What can be said of a feed, declared once: publisher, validity, norms, suppression."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from grensgeo.declared import (
    FILE,
    NUMBER,
    TEXT,
    WHOLE,
    Each,
    Kind,
    Option,
    Record,
    documented,
    option,
    record_of,
)
from grensgeo.errors import Fault, Faults

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.words import Text

#: What a period is.
PERIOD = r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"

#: One norm of a feed.
NORM = Record(
    "[[monitor.norms]]",
    "a norm: how many people reach fewer of something than it asks for",
    (
        Option("opportunity", TEXT, "what is counted"),
        Option("cutoff_min", NUMBER, "one of the cutoffs"),
        Option("least", NUMBER, "fewer than these are below the norm", default=1, above=0),
    ),
)


#: Facilities of which a study's feed tells how near they are.
FACILITIES = Record(
    "[[monitor.facilities]]",
    "facilities, of which the feed tells how near they are: in the own country and in all",
    (
        Option(
            "kind", TEXT, "what they are: schools, doctors, hospitals, supermarkets or a name of "
            "your own",
            more="Of an extract one of the kinds that `grensgeo places` lists.",
        ),
        Option(
            "file", FILE, "points with an id, or an extract of OpenStreetMap, whose places of the "
            "kind are taken",
        ),
        Option(
            "licence", TEXT, "licence of the points", default="",
            absent="that of a manifest beside the file, or of OpenStreetMap",
        ),
        Option(
            "attribution", TEXT, "words that the licence asks for", default="",
            absent="those of a manifest beside the file, or of OpenStreetMap",
        ),
        Option("reference_date", TEXT, "date that the points speak of", default="",
               absent="not known"),
        Option("url", TEXT, "where a reader finds them", default="", absent="nowhere"),
    ),
)  # fmt: skip


def _not_kilometres(value: list[object]) -> str:
    numbers = [v for v in value if isinstance(v, (int, float)) and not isinstance(v, bool)]
    sound = len(numbers) == len(value) and all(0 < v < math.inf for v in numbers)
    return "" if sound else f"is {value!r}, not positive kilometres"


_KILOMETRES = Kind(
    "a list of kilometres", (list,),
    {"type": "array", "items": {"type": "number", "exclusiveMinimum": 0}},
    _not_kilometres,
)  # fmt: skip
#: File of errors that the quality sheet of a study's feed tells.
ERRORS = Option(
    "errors",
    FILE,
    "errors against published figures: mode, kind (time or distance), figures, ratio, error",
    default="",
    absent="the quality sheet tells none",
)
#: Kilometres over the road within which facilities may be counted, as CBS does.
RADII = Option(
    "radii_km",
    _KILOMETRES,
    "also count the facilities within so many kilometres over the road",
    default=(),
    absent="none",
    more="CBS counts schools and shops within 1, 3 and 5 km, hospitals within 5, 10 and 20.",
)


@dataclass(frozen=True)
class FeedTrip:
    """What a feed tells of a trip.

    Attributes
    ----------
    mode
        Mode of the trip.
    access
        Mode to the first stop; empty by street.
    departure_window
        First departure and length of the window (``2023-10-17T07:30/PT60M``); empty where none
        was named.
    percentile
        Percentile of the travel times; None where there is one time.
    by
        How it is called in a sentence, by language.
    source_ids
        Sources of its network; None: all that are not of the region.
    street_km
        Kilometres of streets of its mode by country; empty where nobody said.
    served
        Municipalities in which a vehicle calls on its date; None: not by timetable, or not said.
    """

    mode: str
    access: str = ""
    departure_window: str = ""
    percentile: float | None = None
    by: Text | None = None
    source_ids: tuple[str, ...] | None = None
    street_km: Mapping[str, float] = field(default_factory=dict)
    served: tuple[str, ...] | None = None


@documented
@dataclass(frozen=True)
class FeedOptions:
    """What can be said of a feed beside its figures.

    Attributes
    ----------
    norms
        Norms that people are counted by: ``opportunity``, ``cutoff_min`` and ``least``.
    errors
        Errors against published figures, as :func:`grensgeo.monitor.read_errors` reads them; the
        quality sheet tells them.
    recipe
        How the feed is made again: ``study``, as it was named, or ``reach`` and ``region``, files
        relative to the manifest.
    {options}
    """

    norms: tuple[dict[str, Any], ...] = ()
    errors: tuple[dict[str, Any], ...] = ()
    recipe: Mapping[str, str] | None = None
    suppress_below: int = field(
        default=0,
        metadata=option(
            WHOLE, "suppress figures that rest on fewer inhabitants, or count fewer",
            absent="nothing is suppressed", least=0,
        ),
    )  # fmt: skip
    valid_from: str = field(
        default="",
        metadata=option(
            TEXT, "day from which the figures hold, as 2026-03-01",
            absent="from the first on; a revision has to name it",
        ),
    )  # fmt: skip
    publisher: str = field(default="grensgeo", metadata=option(TEXT, "who publishes the feed"))
    publisher_url: str = field(
        default="https://example.org/",
        metadata=option(TEXT, "page of the publisher"),
    )
    contact_email: str = field(
        default="", metadata=option(TEXT, "address for questions", absent="the publisher's page")
    )
    base_url: str = field(
        default="https://example.org/grensgeo-monitor/",
        metadata=option(TEXT, "where the feed will stand: addresses of its files begin with it"),
    )


#: What may stand in a table of a file.
FEED_OPTIONS = (
    Option(
        "norms",
        Each(NORM),
        "norms that people are counted by",
        default=(),
        absent="none",
    ),
    *record_of(FeedOptions).options,
)


def read_options(table: Mapping[str, Any]) -> FeedOptions:
    """Return the options that stand in a table; others in it are of the figures.

    Parameters
    ----------
    table
        Values by name, of the right kinds.

    Examples
    --------
    >>> read_options({"trips": ["car"], "suppress_below": 10}).suppress_below
    10
    """
    known = {item.name for item in fields(FeedOptions)} - {"errors", "recipe"}
    said = {name: value for name, value in table.items() if name in known}
    if "norms" in said:
        said["norms"] = tuple(said["norms"])
    return FeedOptions(**said)


def period_faults(period: str) -> list[Fault]:
    """List what is wrong with a period.

    Parameters
    ----------
    period
        What the figures speak of.

    Returns
    -------
    list
        Nothing for a year, a quarter, a month or a day.

    Examples
    --------
    >>> period_faults("2022-05"), period_faults("2022-13")
    ([], ["period '2022-13'; write 2022, 2022-Q1, 2022-05 or 2022-05-15"])
    """
    if re.fullmatch(PERIOD, period):
        return []
    return [
        Fault("period-wrong", f"period {period!r}; write 2022, 2022-Q1, 2022-05 or 2022-05-15")
    ]


def option_faults(options: FeedOptions) -> Faults:
    """List what is wrong with the options of a feed."""
    faults = Faults()
    if options.valid_from and not re.fullmatch(_DAY, options.valid_from):
        faults.add("period-wrong", f"valid_from {options.valid_from!r}; write a day as 2026-03-01")
    for name in ("publisher_url", "base_url"):
        address = getattr(options, name)
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", address):
            faults.add("address-wrong", f"{name} {address!r}; write an address with https://")
    if options.contact_email and not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", options.contact_email):
        faults.add("address-wrong", f"contact_email {options.contact_email!r} is no address")
    return faults
