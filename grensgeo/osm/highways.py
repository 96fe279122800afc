"""Classes of streets."""

from __future__ import annotations

#: Street classes by code: OSM's ``highway`` values, ``ferry``, ``barrier`` (a zero-length edge
#: that joins the two sides of a gate or bollard) and ``local`` (a schematic local road).
HIGHWAYS = (
    "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link",
    "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential",
    "living_street", "service", "road", "busway", "pedestrian", "track", "cycleway", "footway",
    "path", "bridleway", "steps", "corridor", "platform", "ferry", "barrier", "local",
)  # fmt: skip
