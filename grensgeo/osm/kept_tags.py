"""Which ways are kept of an extract, as what, and with which of their tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.osm.access import ACCESS_KEYS, DIRECTIONS
from grensgeo.osm.elements import AREA, RAIL, STREET, WATER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osmium.osm import Relation, Way

#: A way that is kept has one of these keys.
WAY_KEYS = ("highway", "railway", "route", "waterway", "public_transport", "man_made")
_RAIL = ("rail", "light_rail")
_RIVERS = ("river", "canal")
#: A river in one of these passes under the land, so people walk over it.
_UNDERGROUND = ("yes", "culvert", "flooded", "building_passage")
_CYCLEWAY = ("cycleway", "cycleway:left", "cycleway:right", "cycleway:both")
_LIMITED = ("maxspeed", "maxspeed:vehicle", "maxspeed:motor_vehicle", "maxspeed:motorcar")
#: Tags that are kept; the others say nothing about topology, access or speed.
KEPT = frozenset(
    (
        *("highway", "railway", "route", "waterway", "public_transport", "man_made", "place"),
        *("area", "tunnel"),
        *ACCESS_KEYS,
        *(f"{key}:{way}" for key in ACCESS_KEYS for way in (*DIRECTIONS, "conditional")),
        *("oneway", *(f"oneway:{key}" for key in ACCESS_KEYS[1:])),
        *(f"{key}:oneway" for key in ACCESS_KEYS[1:]),
        *("junction", "motorroad", "bicycle_road", "cyclestreet", "service"),
        *("conveying", "smoothness", "impassable", "status", "ramp:bicycle"),
        *_CYCLEWAY,
        *(f"{key}:oneway" for key in _CYCLEWAY),
        *(key + end for key in _LIMITED for end in ("", ":forward", ":backward", ":conditional")),
        *("maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic"),
        *("sidewalk", "sidewalk:left", "sidewalk:right", "sidewalk:both", "lit"),
        *("surface", "tracktype", "duration", "interval", "barrier", "name", "ref"),
        *("bridge", "lanes", "lanes:forward", "lanes:backward", "usage"),
    )
)
#: Of ferries: a boat that takes lorries or buses takes cars.
_KEPT_OF_FERRIES = KEPT | {"hgv", "goods", "psv", "bus", "coach", "tourist_bus", "motorhome"}
#: Of areas, these say nothing: one crosses them in any direction.
_OF_LINES = ("oneway", "junction", "conveying")


def way_kind(tags: Mapping[str, str], *, closed: bool) -> int | None:
    """Return which kind of way this is; None for one that is not kept."""
    is_pier = tags.get("man_made") == "pier"
    if is_pier or is_walked(tags) or tags.get("route") == "ferry":
        # the wiki takes a closed pier for an area, and a closed street for a ring
        filled = tags.get("area") == "yes" or tags.get("place") == "square"
        filled |= is_pier and "highway" not in tags and tags.get("area") != "no"
        return AREA if closed and filled else STREET
    if tags.get("railway") in _RAIL:
        return RAIL
    if tags.get("waterway") in _RIVERS and tags.get("tunnel") not in _UNDERGROUND:
        return WATER
    return None


def is_walked(tags: Mapping[str, str]) -> bool:
    """Return whether these tags are those of a street or a platform."""
    return "highway" in tags or "platform" in (tags.get("railway"), tags.get("public_transport"))


def kept_tags(element: Way | Relation) -> dict[str, str]:
    """Return the tags of an element that are kept."""
    keys = _KEPT_OF_FERRIES if element.tags.get("route") == "ferry" else KEPT
    return {tag.k: tag.v for tag in element.tags if tag.k in keys}


def area_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return the tags of a street that mean something of an area."""
    return {key: value for key, value in tags.items() if not key.startswith(_OF_LINES)}
