"""What OpenStreetMap's tags allow: who may go along a way, and who may pass a barrier.

Source of the rules: OpenStreetMap wiki, "Key:access", "Key:oneway", "Key:barrier" and "OSM tags
for routing/Access restrictions" (default tables for Germany, the Netherlands and Belgium), read
as strictly as the law they describe:

- A more special key wins over a more general one (``bicycle`` over ``vehicle`` over ``access``),
  and a key for one direction (``bicycle:backward``) over the key itself.
- ``no``, ``private``, ``agricultural``, ``forestry``, ``delivery`` and the like close a way;
  ``destination``, ``customers``, ``permissive`` leave it open. That somebody only passes through
  a ``destination`` street is not prevented.
- A general key can close a class, but not open it: ``access=yes`` lets no car onto a footway.
- ``use_sidepath`` closes a carriageway to bicycles; the path beside it is mapped on its own.
- Pushing a bicycle (``dismount``) and conditions by hour or weight are not modelled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from grensgeo.network.model import mode_bit

if TYPE_CHECKING:
    from collections.abc import Mapping

CAR: Final = mode_bit("car")
BICYCLE: Final = mode_bit("bicycle") | mode_bit("ebike")
WALK: Final = mode_bit("walk")
ALL: Final = CAR | BICYCLE | WALK

#: Keys from special to general, with how many of them are special enough to open a class that is
#: closed by default.
_KEYS: Final = {
    CAR: (("motorcar", "motor_vehicle", "vehicle", "access"), 2),
    BICYCLE: (("bicycle", "vehicle", "access"), 1),
    WALK: (("foot", "access"), 1),
}

_OPEN: Final = frozenset((
    "yes", "permissive", "designated", "official", "destination", "customers", "public",
    "allowed", "residents", "destination;delivery", "delivery;destination",
))  # fmt: skip
_CLOSED: Final = frozenset((
    "no", "private", "agricultural", "forestry", "agricultural;forestry", "forestry;agricultural",
    "delivery", "military", "emergency", "restricted", "permit", "employees", "staff", "members",
    "psv", "bus", "none", "hgv", "dismount", "discouraged",
))  # fmt: skip

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

#: The same where the country's law differs. On foot along a Dutch cycleway where no footway is:
#: RVV 1990 art. 4; in Belgium: Wegcode art. 42.2.2. Trunk roads are closed to slow traffic in
#: Belgium and France (wiki table); in Germany and the Netherlands ``motorroad=yes`` says so.
_CLASS_BY_COUNTRY: Final = {
    ("NL", "cycleway"): BICYCLE | WALK,
    ("BE", "cycleway"): BICYCLE | WALK,
    ("BE", "pedestrian"): BICYCLE | WALK,
    ("BE", "bridleway"): WALK,
    ("BE", "trunk"): CAR,
    ("BE", "trunk_link"): CAR,
    ("FR", "trunk"): CAR,
    ("FR", "trunk_link"): CAR,
}

# Who may pass a barrier on the street where nothing else is tagged; others stop nobody. Cars
# pass gates as OSRM's car profile lets them (barrier_whitelist): most gates on streets stand
# open, and those that do not are tagged.
_NOT_CARS: Final = (
    "bollard", "cycle_barrier", "block", "swing_gate", "chain", "bar", "jersey_barrier", "log",
    "debris", "planter", "rope", "motorcycle_barrier", "barrier_board", "spikes", "bus_trap",
    "sump_buster", "yes", "gate;bollard", "flower_pot", "wicket_gate",
)  # fmt: skip
_ONLY_WALK: Final = (
    "kissing_gate", "stile", "turnstile", "full-height_turnstile", "horse_stile", "door",
)  # fmt: skip
_NOBODY: Final = (
    "wall", "fence", "hedge", "guard_rail", "retaining_wall", "city_wall", "ditch",
)  # fmt: skip
_BARRIER: Final = {
    **dict.fromkeys(_NOT_CARS, BICYCLE | WALK),
    **dict.fromkeys(_ONLY_WALK, WALK),
    **dict.fromkeys(_NOBODY, 0),
}

_YES: Final = frozenset(("yes", "true", "1"))
_REVERSED: Final = frozenset(("-1", "reverse"))
_CONTRAFLOW: Final = frozenset(
    ("opposite", "opposite_lane", "opposite_track", "opposite_share_busway")
)
_SIDES: Final = ("", ":left", ":right", ":both")


def way_access(tags: Mapping[str, str], highway: str, country: str) -> tuple[int, int]:
    """Tell who may go along a way.

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
        Access masks along the way and against it.

    Source
    ------
    See the module's docstring.

    Examples
    --------
    >>> way_access({"oneway": "yes", "oneway:bicycle": "no"}, "residential", "DE")
    (15, 14)
    """
    if tags.get("area") == "yes":
        return 0, 0
    default = _default(tags, highway, country)
    forward = backward = 0
    for mode, oneway in ((CAR, _car_oneway), (BICYCLE, _bicycle_oneway), (WALK, _foot_oneway)):
        ahead, back = oneway(tags, highway)
        if _allowed(tags, mode, default=bool(default & mode), direction="forward", open_=ahead):
            forward |= mode
        if _allowed(tags, mode, default=bool(default & mode), direction="backward", open_=back):
            backward |= mode
    return forward, backward


def barrier_access(tags: Mapping[str, str]) -> int:
    """Tell who may pass a node.

    Parameters
    ----------
    tags
        Tags of the node.

    Returns
    -------
    int
        Access mask.

    Source
    ------
    OpenStreetMap wiki, "Key:barrier"; for gates see the table in this module.

    Examples
    --------
    >>> barrier_access({"barrier": "bollard"})
    14
    >>> barrier_access({"barrier": "gate", "access": "private", "foot": "yes"})
    8
    """
    default = _BARRIER.get(tags.get("barrier", ""), ALL)
    mask = 0
    for mode in (CAR, BICYCLE, WALK):
        if _allowed(tags, mode, default=bool(default & mode), direction="", open_=True):
            mask |= mode
    return mask


def _default(tags: Mapping[str, str], highway: str, country: str) -> int:
    default = _CLASS_BY_COUNTRY.get((country, highway), _CLASS.get(highway, ALL))
    if tags.get("motorroad") == "yes":
        default &= CAR
    if highway == "ferry" and ("foot" in tags or "bicycle" in tags):
        # A ferry that names its walkers and cyclists but not its cars takes none (GraphHopper's
        # car parser decides likewise).
        default &= ~CAR
    if tags.get("bicycle_road") == "yes" or tags.get("cyclestreet") == "yes":
        default |= BICYCLE
    return default


def _allowed(
    tags: Mapping[str, str], mode: int, *, default: bool, direction: str, open_: bool
) -> bool:
    """Go through the keys from special to general; the first with a known value decides.

    ``open_`` tells whether the oneway rules leave the direction open; an explicit permission for
    the direction wins over them.
    """
    keys, special = _KEYS[mode]
    for number, key in enumerate(keys):
        directed = tags.get(f"{key}:{direction}") if direction else None
        value = directed or tags.get(key)
        if value is None:
            continue
        if value in _CLOSED or (value == "use_sidepath" and mode == BICYCLE):
            return False
        if value in _OPEN or value == "use_sidepath":
            if number < special:
                return open_ or directed is not None
            return open_ and default
    return open_ and default


def _oneway(value: str | None) -> tuple[bool, bool] | None:
    """Read one oneway value: may one go along, and against; None where it says nothing."""
    if value in _YES:
        return True, False
    if value in _REVERSED:
        return False, True
    if value == "reversible":  # by the hour, and nobody knows which
        return False, False
    if value in ("no", "false", "0", "alternating"):
        return True, True
    return None


def _car_oneway(tags: Mapping[str, str], highway: str) -> tuple[bool, bool]:
    for key in ("oneway:motorcar", "oneway:motor_vehicle", "oneway"):
        read = _oneway(tags.get(key))
        if read is not None:
            return read
    # The wiki's implied one-ways: "highway=motorway" and "junction=roundabout|circular".
    implied = highway == "motorway" or tags.get("junction") in ("roundabout", "circular")
    return True, not implied


def _bicycle_oneway(tags: Mapping[str, str], highway: str) -> tuple[bool, bool]:
    own = _oneway(tags.get("oneway:bicycle"))
    if own is not None:
        return own
    ahead, back = _oneway(tags.get("oneway")) or _car_oneway(
        {key: tags[key] for key in ("junction",) if key in tags}, highway
    )
    for side in _SIDES:
        against = tags.get(f"cycleway{side}") in _CONTRAFLOW
        both_ways = tags.get(f"cycleway{side}:oneway")
        if against or (side and both_ways in ("no", "-1")):
            return True, True
    return ahead, back


def _foot_oneway(tags: Mapping[str, str], _highway: str) -> tuple[bool, bool]:
    return _oneway(tags.get("oneway:foot")) or (True, True)
