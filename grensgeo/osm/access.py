"""What OpenStreetMap's tags allow: who may go along a way, and how.

Source of the rules: OpenStreetMap wiki, "Key:access", "Key:oneway", "Key:conveying" and "OSM tags
for routing/Access restrictions" (default tables for Germany, the Netherlands and Belgium), read
as strictly as the law they describe:

- A more special key wins over a more general one (``bicycle`` over ``vehicle`` over ``access``),
  and a key for one direction (``bicycle:backward``) over the key itself.
- ``no``, ``private``, ``agricultural``, ``forestry``, ``delivery`` and the like close a way;
  ``destination``, ``customers``, ``permissive`` leave it open. That somebody only passes through
  a ``destination`` street is not prevented. Of a list (``agricultural;destination``) each value
  is read on its own: one that lets the public in opens the way. A value that is not known closes
  it.
- A general key can close a class, but opens few: ``access=yes`` lets cars onto a track, and onto
  no footway.
- A value of ``oneway`` that is not known opens nothing against the way.
- ``use_sidepath`` closes a carriageway to those for whom it is tagged; the path beside it is
  mapped on its own.
- Where a bicycle may not be ridden but people walk (``dismount``, pedestrian streets, footways,
  steps that are open to bicycles), it is pushed, as OSRM's bicycle profile does.
- What is impassable is open to nobody, with a smoothness that is impassable to no wheel.
- Conditions by hour or weight are not modelled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from grensgeo.countries import all_countries
from grensgeo.modes import PUSHED, mode_bit

if TYPE_CHECKING:
    from collections.abc import Mapping

CAR: Final = mode_bit("car")
BICYCLE: Final = mode_bit("bicycle") | mode_bit("ebike")
WALK: Final = mode_bit("walk")
ALL: Final = CAR | BICYCLE | WALK

#: Keys from special to general.
_KEYS: Final = {
    CAR: ("motorcar", "motor_vehicle", "vehicle", "access"),
    BICYCLE: ("bicycle", "vehicle", "access"),
    WALK: ("foot", "access"),
}
ACCESS_KEYS: Final = ("access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot")
DIRECTIONS: Final = ("forward", "backward")

_OPEN: Final = frozenset((
    "yes", "permissive", "designated", "official", "destination", "customers", "public",
    "allowed", "residents", "visitors", "guests", "unrestricted", "recommended",
    "optional_sidepath", "true", "1",
    # what stands there instead of the permission that it implies
    "crossing", "own_risk", "opposite", "lane", "track", "sidewalk",
))  # fmt: skip
_CLOSED: Final = frozenset((
    "no", "none", "private", "agricultural", "forestry", "delivery", "military", "emergency",
    "restricted", "permit", "permits", "employees", "employee", "staff", "members",
    "authorized", "authorised", "disabled", "students", "school", "psv", "bus", "taxi", "hov",
    "hgv", "goods", "coach", "tourist_bus", "tourism", "minibus", "motorcycle", "moped", "mofa",
    "bicycle", "foot", "horse", "service", "maintenance", "fire", "police", "ambulance", "key",
    "locked", "closed", "blocked", "impassable", "discouraged", "unsuitable", "limited",
    "use_sidepath", "dismount", "false", "0", "variable", "license", "prohibited", "owner",
    "owners", "residents_only", "construction", "factory", "customer_only", "railway", "tram",
))  # fmt: skip
#: Values that say that nobody knows.
_SILENT: Final = frozenset(("unknown", "fixme", "undefined", "unspecified", "", "?"))
_KNOWN: Final = _OPEN | _CLOSED | _SILENT
_EVERY_KEY: Final = (
    *ACCESS_KEYS,
    *(f"{key}:{way}" for key in ACCESS_KEYS for way in DIRECTIONS),
)
_BETWEEN: Final = re.compile(r"[;,|]")
_MAY, _MAY_NOT, _PUSHES = "may", "may not", "pushes"

#: Who may use a class where nothing else is tagged.
_CLASS: Final = {
    "motorway": CAR,
    "motorway_link": CAR,
    "busway": 0,
    "pedestrian": WALK,
    "track": BICYCLE | WALK,
    "cycleway": BICYCLE,
    "footway": WALK,
    "path": BICYCLE | WALK,
    "bridleway": 0,
    "steps": WALK,
    "corridor": WALK,
    "platform": WALK,
}

_BITS: Final = {"car": CAR, "bicycle": BICYCLE, "walk": WALK}
#: The same where a country's law differs, by the laws that the files of the countries name.
_CLASS_BY_COUNTRY: Final = {
    (country.code, highway): sum(_BITS[mode] for mode in modes)
    for country in all_countries()
    for highway, modes in country.access.items()
}

#: Classes that a general key opens where it lets the public in; the mode's own key opens any.
#: ``vehicle`` is of all vehicles, but a footway or path that it opens is too narrow for cars.
_OPENED_BY: Final = {
    (CAR, "vehicle"): frozenset(("track", "pedestrian", "busway", "ferry", "service")),
    (CAR, "access"): frozenset(("track", "ferry", "service")),
    (BICYCLE, "vehicle"): frozenset(
        ("track", "pedestrian", "busway", "ferry", "footway", "path", "bridleway", "platform")
    ),
    (BICYCLE, "access"): frozenset(("bridleway", "ferry")),
    (WALK, "access"): frozenset(("bridleway", "ferry")),
}
_OWN_KEYS: Final = frozenset(("motorcar", "motor_vehicle", "bicycle", "foot"))

#: Where people walk and a bicycle is pushed among them unless tags say otherwise (OSRM's
#: ``profiles/bicycle.lua``: ``pedestrian_speeds``, ``platform_speeds``); steps only where tagged.
_PUSHED_ON: Final = frozenset(("pedestrian", "footway", "corridor", "platform"))

#: Boats that take these take cars (GraphHopper's car parser asks for ``hgv``).
_LARGE: Final = ("hgv", "goods", "psv", "bus", "coach", "tourist_bus", "motorhome")

_YES: Final = frozenset(("yes", "true", "1"))
_REVERSED: Final = frozenset(("-1", "reverse"))
_REVERSIBLE: Final = frozenset(("reversible",))
_BOTH_WAYS: Final = frozenset(("no", "false", "0", "alternating"))
_ONEWAYS: Final = _YES | _REVERSED | _REVERSIBLE | _BOTH_WAYS | _SILENT
_CONTRAFLOW: Final = frozenset(
    ("opposite", "opposite_lane", "opposite_track", "opposite_share_busway")
)
_SIDES: Final = ("", ":left", ":right", ":both")
_NO_FACILITY: Final = frozenset(("no", "none", "separate"))
#: Which way escalators and moving walkways carry: one may walk along, not against. A reversible
#: one runs for whoever comes; ``yes`` names no direction.
_CONVEYING: Final = {
    "no": (True, True), "yes": (True, True), "reversible": (True, True),
    "forward": (True, False), "backward": (False, True),
}  # fmt: skip


def conveys(tags: Mapping[str, str]) -> bool:
    """Return whether the value of ``conveying`` is known; a moving way of another is closed."""
    return tags.get("conveying", "no") in _CONVEYING


def way_access(tags: Mapping[str, str], highway: str, country: str) -> tuple[int, int]:
    """Read who may go along a way.

    Parameters
    ----------
    tags
        Tags of the way.
    highway
        Its class, one of :data:`grensgeo.network.HIGHWAYS`.
    country
        Country code, or ``""``.

    Returns
    -------
    tuple
        Access masks along the way and against it; with :data:`grensgeo.modes.PUSHED`
        where bicycles are pushed.

    Source
    ------
    See the module's docstring.

    Examples
    --------
    >>> way_access({"oneway": "yes", "oneway:bicycle": "no"}, "residential", "DE")
    (15, 14)
    """
    usable = _passable(tags)
    default = _default(tags, highway, country)
    masks = [0, 0]
    for mode, oneway in ((CAR, _car_oneway), (BICYCLE, _bicycle_oneway), (WALK, _foot_oneway)):
        for way, (direction, open_) in enumerate(
            zip(DIRECTIONS, oneway(tags, highway), strict=True)
        ):
            said, key = _said(tags, mode, direction)
            may = bool(default & mode) or _opens(key, mode, highway, tags)
            if said not in (_MAY_NOT, _PUSHES) and may:
                # an explicit permission for the direction wins over the one-way
                masks[way] |= mode if open_ or (said == _MAY and ":" in key) else 0
            if mode == WALK and masks[way] & WALK and not masks[way] & BICYCLE:
                masks[way] |= _pushed(tags, highway, direction, rides=bool(default & BICYCLE))
    if highway == "steps":
        masks = [mask | PUSHED if mask & BICYCLE else mask for mask in masks]
    return masks[0] & usable, masks[1] & usable


def unread_access(tags: Mapping[str, str]) -> tuple[str, ...]:
    """Return the access tags of an element whose values are not known, as ``key=value``.

    Examples
    --------
    >>> unread_access({"access": "yes", "foot": "perhaps;no"})
    ('foot=perhaps',)
    """
    return tuple(
        f"{key}={word}"
        for key in _EVERY_KEY
        if key in tags
        for word in words(tags[key])
        if word not in _KNOWN
    ) + (
        (f"oneway={tags['oneway']}",)
        if tags.get("oneway", "").strip().lower() not in _ONEWAYS
        else ()
    )


def words(value: str) -> list[str]:
    """Return the values of a list, in small letters."""
    return [word.strip().lower() for word in _BETWEEN.split(value)]


def verdict(tags: Mapping[str, str], mode: int) -> bool | None:
    """Return whether explicit tags let a mode pass a node; None where they do not say."""
    said, _ = _said(tags, mode, "")
    return None if said is None else said != _MAY_NOT


def _passable(tags: Mapping[str, str]) -> int:
    if "yes" in words(tags.get("impassable", "")) or tags.get("status") == "impassable":
        return 0
    return WALK if tags.get("smoothness") == "impassable" else ALL | PUSHED


def _default(tags: Mapping[str, str], highway: str, country: str) -> int:
    default = _CLASS_BY_COUNTRY.get((country, highway), _CLASS.get(highway, ALL))
    if tags.get("motorroad") == "yes":
        default &= CAR
    if tags.get("service") == "emergency_access":
        default &= ~CAR
    if highway == "ferry" and not _carries_cars(tags):
        default &= ~CAR
    if tags.get("bicycle_road") == "yes" or tags.get("cyclestreet") == "yes":
        default |= BICYCLE
    return default


def _carries_cars(tags: Mapping[str, str]) -> bool:
    """Return whether a ferry takes cars where it names none.

    One that names its walkers or cyclists but not its cars takes none (GraphHopper's car parser
    decides likewise), unless it takes no walkers or takes larger vehicles.
    """
    if any("yes" in words(tags.get(key, "")) for key in _LARGE):
        return True
    if "foot" in tags:
        return verdict(tags, WALK) is False
    return "bicycle" not in tags


def says_nothing_of_cars(tags: Mapping[str, str]) -> bool:
    """Return whether a ferry that takes cars says so nowhere."""
    said = {*_KEYS[CAR], *_LARGE, "foot", "bicycle"}
    return not any(key.split(":")[0] in said for key in tags)


def _said(tags: Mapping[str, str], mode: int, direction: str) -> tuple[str | None, str]:
    """Read the keys from special to general; the first that says something decides."""
    for key in _KEYS[mode]:
        directed = f"{key}:{direction}"
        for name in (directed, key) if direction else (key,):
            if name not in tags:
                continue
            values = [word for word in words(tags[name]) if word not in _SILENT]
            if not values:
                continue
            if any(word in _OPEN for word in values):
                return _MAY, name
            pushes = mode == BICYCLE and "dismount" in values
            return (_PUSHES if pushes else _MAY_NOT), name
    return None, ""


def _opens(key: str, mode: int, highway: str, tags: Mapping[str, str]) -> bool:
    """Return whether a key that lets the public in opens a class that is closed by default."""
    stem = key.partition(":")[0]
    if stem in _OWN_KEYS:
        return True
    return tags.get("motorroad") != "yes" and highway in _OPENED_BY.get((mode, stem), ())


def _pushed(tags: Mapping[str, str], highway: str, direction: str, *, rides: bool) -> int:
    """Return the bits of a bicycle that is pushed where people walk and it may not be ridden."""
    said, key = _said(tags, BICYCLE, direction)
    if said == _PUSHES or (highway == "steps" and said is None and _has_ramp(tags)):
        return BICYCLE | PUSHED
    forbidden = said == _MAY_NOT and not key.startswith("vehicle")
    if highway in _PUSHED_ON and not forbidden and not (rides and said is None):
        return BICYCLE | PUSHED
    return 0


def _has_ramp(tags: Mapping[str, str]) -> bool:
    return tags.get("ramp:bicycle", "no") != "no"


def _oneway(value: str | None) -> tuple[bool, bool] | None:
    """Read one oneway value: may one go along, and against; None where it says nothing.

    A value that is not known opens nothing against the way.
    """
    word = (value or "").strip().lower()
    if word in _REVERSED:
        return False, True
    if word in _REVERSIBLE:  # by the hour, and nobody knows which
        return False, False
    if word in _BOTH_WAYS:
        return True, True
    return None if word in _SILENT else (True, False)


def _first_oneway(tags: Mapping[str, str], *keys: str) -> tuple[bool, bool] | None:
    """Read the first of some keys that says something; each may stand on either side."""
    for key in keys:
        for name in (f"oneway:{key}", f"{key}:oneway"):
            read = _oneway(tags.get(name))
            if read is not None:
                return read
    return None


def _street_oneway(tags: Mapping[str, str], highway: str) -> tuple[bool, bool]:
    # The wiki's implied one-ways: "highway=motorway" and "junction=roundabout|circular".
    implied = highway == "motorway" or tags.get("junction") in ("roundabout", "circular")
    return _oneway(tags.get("oneway")) or (True, not implied)


def _car_oneway(tags: Mapping[str, str], highway: str) -> tuple[bool, bool]:
    own = _first_oneway(tags, "motorcar", "motor_vehicle", "vehicle")
    return own or _street_oneway(tags, highway)


def _bicycle_oneway(tags: Mapping[str, str], highway: str) -> tuple[bool, bool]:
    own = _first_oneway(tags, "bicycle", "vehicle")
    if own is not None:
        return own
    ahead, back = _street_oneway(tags, highway)
    for side in _SIDES:
        offered = tags.get(f"cycleway{side}", "")
        flow = _oneway(tags.get(f"cycleway{side}:oneway"))
        if offered in _CONTRAFLOW:
            return True, True
        # a lane or track runs as it says, beside what the street allows; one that is drawn as
        # a way of its own opens nothing here
        if flow is not None and offered not in _NO_FACILITY:
            ahead, back = ahead or flow[0], back or flow[1]
    return ahead, back


def _foot_oneway(tags: Mapping[str, str], _highway: str) -> tuple[bool, bool]:
    moving = tags.get("conveying", "no")
    if moving not in _CONVEYING:
        return False, False
    ahead, back = _first_oneway(tags, "foot") or (True, True)
    return ahead and _CONVEYING[moving][0], back and _CONVEYING[moving][1]
