"""What a scenario changes: people and opportunities, streets and timetables, trips, the border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from grensgeo.border.terms import BorderTerms
from grensgeo.errors import Faults, InputError
from grensgeo.network import Network
from grensgeo.region.region import Region
from grensgeo.traveltimes import Trip

#: What a situation is made of, in the words of faults.
PARTS: Mapping[str, str] = MappingProxyType(
    {"region": "a region", "network": "a network", "trips": "trips", "border": "terms of a border"}
)

if TYPE_CHECKING:
    _Trips = Mapping[str, Trip]


@dataclass(frozen=True, eq=False)
class Situation:
    """What a scenario is applied to; any of it may be left out.

    Attributes
    ----------
    region
        Municipalities, cells, people and opportunities.
    network
        Streets and timetables.
    trips
        Trips by name.
    border
        On which terms the other side of the border is open; None where nobody asks about it.

    Raises
    ------
    InputError
        If a part is of another type.

    Examples
    --------
    >>> import grensgeo as gg
    >>> Situation(trips={"car": gg.Trip("car")}).given
    ('trips', 'border')
    """

    region: Region | None = None
    network: Network | None = None
    trips: _Trips = field(default_factory=dict)
    border: BorderTerms | None = field(default_factory=BorderTerms)

    def __post_init__(self) -> None:
        """Check what each part is, and keep the trips from being changed."""
        faults = Faults()
        kinds = {"region": Region, "network": Network, "border": BorderTerms}
        for name, kind in kinds.items():
            value = getattr(self, name)
            if value is not None and not isinstance(value, kind):
                faults.add("type-wrong", f"{name} is a {type(value).__name__}, not {PARTS[name]}")
        if not isinstance(self.trips, Mapping) or not all(
            isinstance(trip, Trip) for trip in self.trips.values()
        ):
            faults.add("type-wrong", "trips: give trips by name, as {'car': Trip('car')}")
        if faults:
            raise InputError.of(faults, where="situation")
        object.__setattr__(self, "trips", MappingProxyType(dict(self.trips)))

    @property
    def given(self) -> tuple[str, ...]:
        """Names of the parts that are given."""
        there = {
            "region": self.region is not None,
            "network": self.network is not None,
            "trips": bool(self.trips),
            "border": self.border is not None,
        }
        return tuple(name for name in PARTS if there[name])
