"""What OpenStreetMap's tags say about speed: limits, built-up areas and surfaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.countries import all_countries

if TYPE_CHECKING:
    from collections.abc import Mapping

_MILE_KM: Final = 1.609344
_NAUTICAL_MILE_KM: Final = 1.852
#: ``walk``: Schrittgeschwindigkeit, 4 to 7 km/h by German case law, its upper end (wiki,
#: "Key:maxspeed").
_WALKING_PACE_KMH: Final = 7.0

#: Limits behind the implicit values, ``NL:urban`` or ``BE-VLG:rural``, from the laws that the
#: files of the countries name.
_IMPLICIT_KMH: Final = {
    f"{country.code}{'-' if ':' in word else ':'}{word}": kmh
    for country in all_countries()
    for word, kmh in country.limits_kmh.items()
}
#: A limit of this or less is one inside a built-up area, in every country.
_BUILT_UP_KMH: Final = max(country.built_up_most_kmh for country in all_countries())
#: Values that name no figure on purpose: the limit changes, or stands on a gantry.
_UNKNOWN: Final = frozenset(("signals", "variable", "sign", "signs", "implicit", "unposted"))
#: No railway of Europe is signed faster than the high speed lines' 320 km/h.
_RAIL_KMH: Final = 350.0
_FIGURE: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*(km/?h|kmh|kph|kmph|mph|knots)?", re.IGNORECASE)
_ZONE: Final = re.compile(r"(?:[A-Z]{2}:)?(?:zone:?)?(\d{1,3})", re.IGNORECASE)
_HOURS: Final = re.compile(r"^(\d+)\s*@\s*\(?(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})\)?$")
#: The hour that limits by the hour are read for.
_NOON_MIN: Final = 12 * 60

#: Limits of cars, from special to general (wiki, "Key:maxspeed").
_LIMIT_KEYS: Final = (
    "maxspeed:motorcar",
    "maxspeed:motor_vehicle",
    "maxspeed:vehicle",
    "maxspeed",
)
_TYPE_KEYS: Final = ("maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic")
_BUILT_UP_CLASSES: Final = frozenset(("residential", "living_street", "pedestrian"))
_OPEN_ROAD_CLASSES: Final = frozenset(("motorway", "motorway_link", "trunk", "trunk_link"))
#: Classes whose limit tells whether the road lies in a built-up area: 50 km/h or less is the
#: limit inside, in every country here; a farm track or path may be limited to 30 anywhere.
_LIMIT_TELLS: Final = frozenset((
    "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link",
    "unclassified", "residential", "road",
))  # fmt: skip

_UNPAVED: Final = frozenset((
    "unpaved", "gravel", "dirt", "earth", "ground", "grass", "sand", "mud", "pebblestone",
    "woodchips", "rock", "clay", "snow", "soil", "stone", "shells",
))  # fmt: skip
_PAVED_TRACK: Final = "grade1"


def parse_maxspeed(value: str, *, most_kmh: float = 160.0) -> float | None:
    """Read a speed limit.

    Parameters
    ----------
    value
        Value of ``maxspeed`` or one of its directions; of several, the first is read.
    most_kmh
        A figure above it is a slip: no road is signed faster than 160 km/h.

    Returns
    -------
    float or None
        km/h; ``inf`` for ``none``; NaN where the tag names no figure on purpose (``signals``);
        None where it cannot be read.

    Source
    ------
    OpenStreetMap wiki, "Key:maxspeed"; limits of the implicit values by the files of
    the countries.

    Examples
    --------
    >>> [parse_maxspeed(v) for v in ("50", "30 mph", "none", "DE:urban", "walk", "5", "fast")]
    [50.0, 48.28032, inf, 50.0, 7.0, 5.0, None]
    """
    text = re.split(r"[;|]", value, maxsplit=1)[0].strip()
    if text.lower() in ("none", "no"):
        return np.inf
    if text.lower() in ("walk", "walking"):
        return _WALKING_PACE_KMH
    if text.lower() in _UNKNOWN:
        return np.nan
    if text in _IMPLICIT_KMH:
        return _IMPLICIT_KMH[text]
    figure = _FIGURE.fullmatch(text)
    if figure:
        kmh = float(figure[1].replace(",", "."))
        unit = (figure[2] or "").lower()
        kmh *= {"mph": _MILE_KM, "knots": _NAUTICAL_MILE_KM}.get(unit, 1.0)
        return kmh if 0 < kmh <= most_kmh else None
    zone = _ZONE.fullmatch(text)
    return float(zone[1]) if zone and 0 < float(zone[1]) <= 130 else None


def limits_kmh(tags: Mapping[str, str]) -> tuple[float, float, tuple[str, ...]]:
    """Read the limits of a way in both directions, by day.

    Parameters
    ----------
    tags
        Tags of the way.

    Returns
    -------
    tuple
        Limit along the way, limit against it (km/h; NaN untagged, ``inf`` for none), and the
        values that could not be read.

    Examples
    --------
    >>> limits_kmh({"maxspeed": "130", "maxspeed:conditional": "100 @ (06:00-19:00)"})
    (100.0, 100.0, ())
    """
    unread: dict[str, str] = {}

    def read(key: str) -> float:
        kmh = parse_maxspeed(tags[key]) if key in tags else np.nan
        if kmh is None:
            unread[key] = tags[key]
            kmh = np.nan
        return _by_day(tags.get(f"{key}:conditional", ""), kmh)

    implied = [parse_maxspeed(tags[key]) for key in _TYPE_KEYS if ":" in tags.get(key, "")]
    known = [kmh for kmh in implied if kmh is not None and not np.isnan(kmh)]
    # from what binds cars in one direction to what binds everybody in both
    limits = [
        next(
            (
                kmh
                for key in _LIMIT_KEYS
                for kmh in (read(f"{key}:{way}"), read(key))
                if not np.isnan(kmh)
            ),
            known[0] if known else np.nan,
        )
        for way in ("forward", "backward")
    ]
    return limits[0], limits[1], tuple(unread.values())


def rail_limit_kmh(tags: Mapping[str, str]) -> float:
    """Read the limit of a railway, the lower one where directions differ.

    Parameters
    ----------
    tags
        Tags of the way.

    Returns
    -------
    float
        km/h; NaN where no figure is tagged.

    Examples
    --------
    >>> rail_limit_kmh({"maxspeed": "200"}), rail_limit_kmh({"maxspeed": "none"})
    (200.0, nan)
    """
    keys = ("maxspeed", "maxspeed:forward", "maxspeed:backward")
    read = [parse_maxspeed(tags[key], most_kmh=_RAIL_KMH) for key in keys if key in tags]
    known = [kmh for kmh in read if kmh is not None and np.isfinite(kmh)]
    return min(known, default=np.nan)


def _by_day(conditional: str, otherwise: float) -> float:
    """Read a limit by the hour if it holds at noon; other conditions are left aside."""
    for part in conditional.split(";"):
        found = _HOURS.match(part.strip())
        if found:
            kmh, *clock = (int(figure) for figure in found.groups())
            begin, end = clock[0] * 60 + clock[1], clock[2] * 60 + clock[3]
            if begin <= _NOON_MIN < end:
                return float(kmh)
    return otherwise


def built_up(tags: Mapping[str, str], highway: str, limit_kmh: float) -> bool:
    """Return whether a way lies in a built-up area, as far as its tags and class show.

    Parameters
    ----------
    tags
        Tags of the way.
    highway
        Its class.
    limit_kmh
        Lower of its limits; NaN untagged.

    Returns
    -------
    bool
        What the traffic zone says (``DE:urban``, ``NL:rural``); else what the class says
        (motorways and trunk roads: no); else what the limit says (50 km/h or less: yes); else
        yes for residential and living streets, and where there is a sidewalk or lighting.
    """
    for key in ("maxspeed", *_TYPE_KEYS):
        zone = tags.get(key, "").rpartition(":")[2]
        if zone in ("urban", "zone30", "living_street", "zone20", "30"):
            return True
        if zone in ("rural", "motorway", "trunk", "zone60"):
            return False
    if highway in _OPEN_ROAD_CLASSES:
        return False
    if highway in _LIMIT_TELLS and not np.isnan(limit_kmh):
        return limit_kmh <= _BUILT_UP_KMH
    if highway in _BUILT_UP_CLASSES:
        return True
    sidewalks = (tags.get(f"sidewalk{side}") for side in ("", ":left", ":right", ":both"))
    return tags.get("lit") == "yes" or any(
        value in ("yes", "both", "left", "right", "separate") for value in sidewalks
    )


def unpaved(tags: Mapping[str, str], highway: str) -> bool:
    """Return whether a way slows a bicycle by its surface.

    Parameters
    ----------
    tags
        Tags of the way.
    highway
        Its class.

    Returns
    -------
    bool
        True for loose or soft surfaces, and for tracks of which neither the surface nor
        ``tracktype=grade1`` says that they are paved. Compacted ground rides as paved.
    """
    surface = re.split(r"[;:]", tags.get("surface", ""), maxsplit=1)[0]
    if surface:
        return surface in _UNPAVED
    if "tracktype" in tags:
        return tags["tracktype"] != _PAVED_TRACK
    return highway == "track"


def structure(tags: Mapping[str, str]) -> int:
    """Return whether a way leaves the ground.

    Parameters
    ----------
    tags
        Tags of the way.

    Returns
    -------
    int
        0 on the ground, 1 bridge, 2 tunnel; a passage through a building lies on the ground.

    Examples
    --------
    >>> structure({"bridge": "viaduct"}), structure({"tunnel": "building_passage"})
    (1, 0)
    """
    if tags.get("bridge", "no") != "no":
        return 1
    return 2 if tags.get("tunnel", "no") not in ("no", "building_passage") else 0
