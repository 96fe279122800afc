"""Who may pass a barrier, and whose barrier it is.

A barrier on a street stands in the way of those whom it stops. One that stands where ways meet is
most often drawn a few metres off: it belongs to the path or drive that ends there, and cuts no
street (GraphHopper takes it so since its pull request 2433).

Source of the rules: OpenStreetMap wiki, "Key:barrier" and "Key:access"; for gates OSRM's car
profile (``barrier_whitelist``): most gates on streets stand open, and those that do not are
tagged. What explicit tags say of a barrier wins over its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.osm.access import ALL, BICYCLE, CAR, WALK, verdict, words
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.arrays import Codes, Flags, Longs

# Who may pass a barrier on the street where nothing else is tagged.
_EVERYBODY: Final = (
    "gate", "lift_gate", "sliding_gate", "hampshire_gate", "bump_gate", "entrance", "no",
    "cattle_grid", "border_control", "toll_booth", "sally_port", "height_restrictor", "kerb",
    "arch", "coupure", "width_restrictor", "checkpoint", "rising", "wicket", "gantry",
    "sliding_beam", "speed_bump",
)  # fmt: skip
_NOT_CARS: Final = (
    "bollard", "bollards", "cycle_barrier", "block", "swing_gate", "chain", "bar",
    "jersey_barrier", "log", "debris", "planter", "rope", "motorcycle_barrier", "barrier_board",
    "spikes", "bus_trap", "sump_buster", "yes", "flower_pot", "wicket_gate", "tank_trap",
    "delineators", "boulder", "rock", "bicycle_barrier", "horse_jump", "tree", "cone",
    "concrete_block", "traffic_island", "step",
)  # fmt: skip
_ONLY_WALK: Final = (
    "kissing_gate", "stile", "turnstile", "full-height_turnstile", "full_height_turnstile",
    "horse_stile", "door", "squeeze_stile", "ladder",
)  # fmt: skip
_NOBODY: Final = (
    "wall", "fence", "hedge", "guard_rail", "retaining_wall", "city_wall", "ditch",
    "cable_barrier", "wire_fence", "handrail",
)  # fmt: skip
_BARRIER: Final = {
    **dict.fromkeys(_EVERYBODY, ALL),
    **dict.fromkeys(_NOT_CARS, BICYCLE | WALK),
    **dict.fromkeys(_ONLY_WALK, WALK),
    **dict.fromkeys(_NOBODY, 0),
}
#: A bollard of these kinds lets cars pass, if not at once (OSRM's car profile).
_LOWERED: Final = frozenset(("rising", "lowered", "none", "no"))

#: A street that runs on has two ends at a node of it.
_RUNS_ON: Final = 2
#: Classes that a street is; service roads, tracks and paths branch off it.
_STREETS: Final = frozenset((
    "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary",
    "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential",
    "living_street", "road", "busway",
))  # fmt: skip


def barrier_access(tags: Mapping[str, str]) -> int:
    """Return who may pass a node.

    Parameters
    ----------
    tags
        Tags of the node. Access tags of one that is no barrier say who may use what stands
        there, not who may pass along the street.

    Returns
    -------
    int
        Access mask. A barrier of a kind that is not known stops cars.

    Source
    ------
    See the module's docstring.

    Examples
    --------
    >>> barrier_access({"barrier": "bollard"})
    14
    >>> barrier_access({"barrier": "gate", "access": "private", "foot": "yes"})
    8
    >>> barrier_access({"barrier": "bollard", "access": "yes"})
    15
    """
    if "barrier" not in tags:
        return ALL
    default = ALL
    for kind in words(tags["barrier"]):
        default &= _BARRIER.get(kind, BICYCLE | WALK)
    if "bollard" in words(tags["barrier"]) and tags.get("bollard", "") in _LOWERED:
        default = ALL
    if tags.get("locked") == "yes":
        default = 0
    mask = 0
    for mode in (CAR, BICYCLE, WALK):
        said = verdict(tags, mode)
        if said or (said is None and default & mode):
            mask |= mode
    return mask


def unknown_barrier(tags: Mapping[str, str]) -> tuple[str, ...]:
    """Return the kinds of a barrier that are not known.

    Examples
    --------
    >>> unknown_barrier({"barrier": "gate;portcullis"})
    ('portcullis',)
    """
    kinds = words(tags["barrier"]) if "barrier" in tags else []
    return tuple(kind for kind in kinds if kind not in _BARRIER)


def belongs_elsewhere(
    node: Longs,
    mask: Codes,
    highway: Longs,
    *,
    node_mask: Codes,
) -> tuple[Longs, Flags]:
    """Return which barriers at junctions belong to a side way and leave the street alone.

    Parameters
    ----------
    node
        int64 (n,): the node of a barrier at each end of a piece of a way that meets it.
    mask
        uint8 (n,): modes that may use the way; 0 where none may.
    highway
        int64 (n,): its class, as in :data:`grensgeo.network.HIGHWAYS`.
    node_mask
        uint8 (n_nodes,): modes that may pass a node.

    Returns
    -------
    tuple
        Nodes where a way that those whom the barrier stops use runs on, while another that they
        do not use meets it: such a barrier stops nobody. And bool (n,): ends of the street that
        runs on where only ways of lesser class (drives, tracks) meet it; the barrier stands
        between these and the street.
    """
    n_nodes = len(node_mask)
    stopped = (mask & ~node_mask[node] & ALL) != 0
    street = stopped & np.isin(highway, [HIGHWAYS.index(name) for name in sorted(_STREETS)])
    n_ends, n_stopped, n_street = (
        np.bincount(node[rows], minlength=n_nodes)
        for rows in (np.ones(len(node), dtype=bool), stopped, street)
    )
    free = (n_stopped >= _RUNS_ON) & (n_stopped < n_ends)
    parted = ~free & (n_street >= _RUNS_ON) & (n_street < n_ends)
    return np.flatnonzero(free), street & parted[node]
