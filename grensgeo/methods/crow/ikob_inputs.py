"""What IKOB is computed from: people, jobs, prices, and times by part of the day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Faults, InputError, some
from grensgeo.methods.crow.decay_parameters import MOTIVES
from grensgeo.methods.crow.person_groups import GROUPS, INCOMES, MEANS
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.arrays import Floats

#: Experienced minutes a euro, by class of income. Source: CROW's case of 12 zones (IKOB at
#: 2567106, tests/vlaanderen), for commuting and for all else.
VALUE_OF_WORK_MIN_PER_EUR = (12.0, 9.0, 6.0, 4.0)
VALUE_OF_OTHER_MIN_PER_EUR = (15.5, 10.9, 7.25, 4.8)
_MATRICES = ("car_min", "car_km", "bicycle_min", "transit_min", "transit_km")


@dataclass(frozen=True)
class Prices:
    """What a trip costs, in euros.

    Attributes
    ----------
    fossil_per_km, electric_per_km
        A car of one's own. Source: IKOB, part D1 (0.16); CROW's case (0.05).
    levy_fossil_per_km, levy_electric_per_km
        A levy on kilometres. Free and shared cars and taxis pay the second, as in the program.
    shared_per_km, shared_per_min, taxi_per_km, taxi_per_min
        Who has no car shares one, who has no licence takes a taxi. Source: IKOB, part D1.
    transit_start, transit_per_km, transit_cap
        Public transport: a fare to get on, a fare a kilometre, and the most that a trip costs, if
        there is a most. Source: IKOB, part D1 (0.75 and 0.121).
    bicycle_per_km
        A bicycle. Source: IKOB, part D1: nothing.
    """

    fossil_per_km: float = 0.16
    electric_per_km: float = 0.05
    levy_fossil_per_km: float = 0.0
    levy_electric_per_km: float = 0.0
    shared_per_km: float = 0.30
    shared_per_min: float = 0.05
    taxi_per_km: float = 2.40
    taxi_per_min: float = 0.40
    transit_start: float = 0.75
    transit_per_km: float = 0.121
    transit_cap: float | None = None
    bicycle_per_km: float = 0.0


@dataclass(frozen=True, eq=False)
class Skims:
    """Times, distances and costs from each place to each, of one part of the day.

    Attributes
    ----------
    car_min, bicycle_min, transit_min
        (n, n) minutes; NaN where there is no way.
    car_km, transit_km
        (n, n) kilometres; those by public transport may be left out where ``costs_eur`` has them.
    bicycle_km
        (n, n) kilometres, only needed where bicycles cost anything.
    costs_eur
        Euros (n, n) by means (one of ``MEANS``), in the place of what ``Prices`` make of the
        kilometres: such as fares by zones, or what another tool computed.
    extra_car_eur
        (n, n) what each car pays on top, such as a charge at a cordon.
    """

    car_min: Floats
    car_km: Floats
    bicycle_min: Floats
    transit_min: Floats
    transit_km: Floats | None = None
    bicycle_km: Floats | None = None
    costs_eur: Mapping[str, Floats] = field(default_factory=lambda: MappingProxyType({}))
    extra_car_eur: Floats | None = None

    def faults(self, n: int) -> Faults:
        """Return what is wrong with the matrices of n places."""
        found = Faults()
        matrices = {name: getattr(self, name) for name in (*_MATRICES, "bicycle_km")}
        matrices |= {f"costs_eur[{name!r}]": one for name, one in self.costs_eur.items()}
        matrices["extra_car_eur"] = self.extra_car_eur
        for name, matrix in matrices.items():
            if matrix is None:
                continue
            if matrix.shape != (n, n):
                found.add("shape-wrong", f"{name} is {matrix.shape}; give ({n}, {n})")
            elif bool(((matrix < 0) | np.isinf(matrix)).any()):
                found.add("negative-or-infinite", f"{name} has negative or infinite values")
        unknown = set(self.costs_eur) - set(MEANS)
        if unknown:
            found.add(
                "choice-unknown", f"costs of {some(sorted(unknown))}; known are {some(MEANS)}"
            )
        if self.transit_km is None and "transit" not in self.costs_eur:
            found.add(
                "column-missing", "neither kilometres nor costs of public transport are there"
            )
        return found


@dataclass(frozen=True, eq=False)
class Hubs:
    """Where people change from a car to public transport or to a bicycle.

    Attributes
    ----------
    places
        Which of the ids, by number.
    transit_change_min, bicycle_change_min
        Minutes that the change takes, by hub.
    cost_eur
        What parking at each costs.
    pays_transit
        Whether the ride onward has to be paid, by hub.
    """

    places: tuple[int, ...]
    transit_change_min: tuple[float, ...]
    bicycle_change_min: tuple[float, ...]
    cost_eur: tuple[float, ...]
    pays_transit: tuple[bool, ...]


@dataclass(frozen=True, eq=False)
class IkobInputs:
    """A whole case of IKOB.

    Attributes
    ----------
    ids
        The places, origins and destinations alike.
    people, jobs
        (n, 4) by class of income. "Jobs" are what is travelled to: places at a school for
        education, with pupils as people.
    shares
        (n, 4, 15): of each class of income the part in each group (:func:`group_shares`).
    skims
        By part of the day.
    motive
        One of ``MOTIVES``.
    value_min_per_eur
        Experienced minutes a euro, by class of income.
    prices
        In euros.
    electric_shares
        Part of each class's own cars that are electric.
    parking_min
        (n, 2) minutes to find a place for the car on arriving, and to reach the car on leaving.
    parking_eur
        (n,) what parking costs at the destination.
    cycle
        ``bicycle`` or ``ebike``: whose times the skims hold.
    hubs
        Park-and-ride, if any.
    countries
        Country of each place, where known.
    provenance
        Of all of it.
    """

    ids: tuple[str, ...]
    people: Floats
    jobs: Floats
    shares: Floats
    skims: Mapping[str, Skims]
    motive: str = "work"
    value_min_per_eur: tuple[float, ...] = VALUE_OF_WORK_MIN_PER_EUR
    prices: Prices = field(default_factory=Prices)
    electric_shares: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)
    parking_min: Floats | None = None
    parking_eur: Floats | None = None
    cycle: str = "bicycle"
    hubs: Hubs | None = None
    countries: tuple[str, ...] | None = None
    provenance: Provenance = field(default_factory=Provenance)

    def __post_init__(self) -> None:
        """Validate that all of it is of the same places, and can be."""
        n, kinds = len(self.ids), len(INCOMES)
        faults = Faults()
        shapes: dict[str, tuple[int, ...]] = {
            "people": (n, kinds),
            "jobs": (n, kinds),
            "shares": (n, kinds, len(GROUPS)),
            "parking_min": (n, 2),
            "parking_eur": (n,),
        }
        for name, shape in shapes.items():
            values = getattr(self, name)
            if values is None:
                continue
            if values.shape != shape:
                faults.add("shape-wrong", f"{name} is {values.shape}; give {shape}")
            elif not bool((values >= 0).all()) or bool(np.isinf(values).any()):
                faults.add(
                    "negative-or-infinite",
                    f"{name} has values that are negative, infinite or not known; IKOB needs all",
                )
        if len(set(self.ids)) < n:
            faults.add("id-twice", f"ids stand twice among {some(self.ids)}")
        if self.motive not in MOTIVES:
            faults.add("choice-unknown", f"motive {self.motive!r} is none of {some(MOTIVES)}")
        if self.cycle not in {"bicycle", "ebike"}:
            faults.add("choice-unknown", f"cycle {self.cycle!r} is neither bicycle nor ebike")
        for name in ("value_min_per_eur", "electric_shares"):
            if len(getattr(self, name)) != kinds:
                faults.add("shape-wrong", f"{name}: give one of each of {some(INCOMES)}")
        if not self.skims:
            faults.add("table-empty", "no part of the day has times")
        for part, skims in self.skims.items():
            faults.extend(fault.at(part) for fault in skims.faults(n))
        if faults:
            raise InputError.of(faults, where="IKOB")

    def with_costs(self, part: str, costs_eur: Mapping[str, Floats]) -> IkobInputs:
        """Return the case with other costs of a part of the day, in euros (n, n) by means."""
        changed = replace(self.skims[part], costs_eur={**self.skims[part].costs_eur, **costs_eur})
        return replace(self, skims={**self.skims, part: changed})
