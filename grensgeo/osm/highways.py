"""Classes of streets, and how tags tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Street classes by code: OSM's ``highway`` values, ``ferry``, ``barrier`` (a zero-length edge
#: that joins the two sides of a gate or bollard) and ``local`` (a schematic local road).
HIGHWAYS = (
    "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link",
    "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential",
    "living_street", "service", "road", "busway", "pedestrian", "track", "cycleway", "footway",
    "path", "bridleway", "steps", "corridor", "platform", "ferry", "barrier", "local",
)  # fmt: skip
#: Classes that a way may have by its ``highway`` alone.
_ROUTABLE = frozenset(HIGHWAYS) - {"ferry", "barrier", "local"}
#: Rare values of ``highway`` that mean the same as a class.
_ALIKE = {"residential_link": "residential", "elevator": "corridor"}


def highway_class(tags: Mapping[str, str]) -> str | None:
    """Return the class of a street by its tags.

    Parameters
    ----------
    tags
        Tags of the way.

    Returns
    -------
    str or None
        One of :data:`grensgeo.network.HIGHWAYS`; None where it is not a street yet, or not one
        that these modes use (``construction``, ``proposed``, ``raceway``).

    Examples
    --------
    >>> highway_class({"route": "ferry"})
    'ferry'
    """
    if "highway" in tags:
        highway = tags["highway"].partition(";")[0].strip()
        highway = _ALIKE.get(highway, highway)
        return highway if highway in _ROUTABLE else None
    if tags.get("route") == "ferry":
        return "ferry"
    if "platform" in (tags.get("railway"), tags.get("public_transport")):
        return "platform"
    return "footway" if tags.get("man_made") == "pier" else None
