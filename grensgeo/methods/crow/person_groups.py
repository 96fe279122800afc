"""Who travels, as IKOB tells people apart: income, car and licence, free travel, preference."""

from __future__ import annotations

from dataclasses import dataclass

#: Classes of income, lowest first.
INCOMES = ("low", "lower_middle", "upper_middle", "high")
#: What people prefer to travel by.
PREFERENCES = ("car", "neutral", "bicycle", "transit")
#: Those of them that people without a car of their own can have.
PREFERENCES_WITHOUT_CAR = ("neutral", "bicycle", "transit")
#: How people come by a car: one that costs them nothing (a company's), their own, a shared one,
#: or a taxi for who has no licence.
CARS = ("free_car", "car", "no_car", "no_licence")
#: Means of travel, each with a time and a cost of its own.
MEANS = (
    "bicycle",
    "car_fossil",
    "car_electric",
    "free_car",
    "no_car",
    "no_licence",
    "transit",
    "free_transit",
)
#: Modes among which people choose the best way, in IKOB's order.
MODE_SETS = (
    ("bicycle",),
    ("car",),
    ("transit",),
    ("car", "bicycle"),
    ("transit", "bicycle"),
    ("car", "transit"),
    ("car", "transit", "bicycle"),
)


@dataclass(frozen=True)
class PersonGroup:
    """People of one class of income who travel alike.

    Attributes
    ----------
    car
        One of ``CARS``.
    free_transit
        Whether public transport costs them nothing.
    preference
        One of ``PREFERENCES``; empty where it follows from what is free.
    """

    car: str
    free_transit: bool
    preference: str = ""

    @property
    def name(self) -> str:
        """How tables call it."""
        transit = "_free_transit" if self.free_transit else ""
        preference = f"_prefers_{self.preference}" if self.preference else ""
        return f"{self.car}{transit}{preference}"

    def preference_among(self, modes: tuple[str, ...]) -> str:
        """Return what the group prefers among modes.

        A free car is preferred where a car is among them, and so is free public transport; where
        both are free and both are among them, neither is (part A of the method).
        """
        if self.preference:
            return self.preference
        if self.car != "free_car" or "car" not in modes:
            return "transit"
        return "neutral" if self.free_transit and "transit" in modes else "car"


#: The groups of each class of income, in IKOB's order.
GROUPS = (
    PersonGroup("free_car", free_transit=False),
    PersonGroup("free_car", free_transit=True),
    PersonGroup("car", free_transit=True),
    *(PersonGroup("car", free_transit=False, preference=one) for one in PREFERENCES),
    *(
        group
        for car in ("no_car", "no_licence")
        for group in (
            PersonGroup(car, free_transit=True),
            *(
                PersonGroup(car, free_transit=False, preference=one)
                for one in PREFERENCES_WITHOUT_CAR
            ),
        )
    ),
)


def mode_set_name(modes: tuple[str, ...]) -> str:
    """Return how tables call a set of modes.

    Examples
    --------
    >>> mode_set_name(("car", "transit"))
    'car+transit'
    """
    return "+".join(modes)
