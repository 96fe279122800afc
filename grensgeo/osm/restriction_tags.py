"""What a restriction of turns says: which modes it binds, and between which ways.

Source: OpenStreetMap wiki, "Relation:restriction".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo.modes import MODES, mode_bit
from grensgeo.osm.access import BICYCLE, CAR, WALK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.osm.elements import Restriction

_BITS = tuple(mode_bit(mode) for mode in MODES)
#: Modes that the vehicles of OSM's keys are, the general before the particular. A restriction
#: that names no vehicle binds them all, cycles included, but nobody on foot.
_VEHICLES = {
    "": CAR | BICYCLE,
    "vehicle": CAR | BICYCLE,
    "motor_vehicle": CAR,
    "motorcar": CAR,
    "bicycle": BICYCLE,
    "foot": WALK,
}
_HOURS = ("day_on", "day_off", "hour_on", "hour_off")
_KINDS = ("no_", "only_")


def restricted_modes(tags: Mapping[str, str]) -> tuple[dict[str, int], str]:
    """Return the modes that each kind of restriction binds, or say why none is read."""
    conditional = any(key.endswith(":conditional") for key in tags)
    named = [key for key in tags if key.partition(":")[0] == "restriction"]
    if any(key in tags for key in _HOURS) or (conditional and "restriction" not in tags):
        return {}, "streets.turns.hours"
    if not named or any(
        not tags[key].startswith((*_KINDS, "none")) for key in named if "conditional" not in key
    ):
        return {}, "streets.turns.kind"
    kind_of: dict[int, str] = {}
    for vehicle, modes in _VEHICLES.items():  # what is said of one kind of vehicle comes last
        key = f"restriction:{vehicle}" if vehicle else "restriction"
        if key in tags:
            kind_of |= {bit: tags[key] for bit in _BITS if bit & modes}
    for vehicle in tags.get("except", "").split(";"):
        for bit in _BITS:
            if vehicle.strip() and bit & _VEHICLES.get(vehicle.strip(), 0):
                kind_of.pop(bit, None)
    kinds: dict[str, int] = {}
    for bit, kind in kind_of.items():
        if kind != "none":
            kinds[kind] = kinds.get(kind, 0) | bit
    return kinds, ""


@dataclass(frozen=True)
class RestrictionMembers:
    """Members of a restriction by role: ids of ways, of the node, and what is wrong with them."""

    ways_from: tuple[int, ...]
    via: tuple[int, ...]
    ways_to: tuple[int, ...]
    ways_between: tuple[int, ...]
    fault: str

    @classmethod
    def of(cls, restriction: Restriction) -> RestrictionMembers:
        """Sort the members of a relation."""

        def ids(role: str, kind: str) -> tuple[int, ...]:
            return tuple(
                dict.fromkeys(ref for r, k, ref in restriction.members if (r, k) == (role, kind))
            )

        one, via, to = ids("from", "w"), ids("via", "n"), ids("to", "w")
        between = ids("via", "w")
        whole = one and to and (between or len(via) == 1)
        return cls(one, via, to, between, "" if whole else "streets.turns.incomplete")
