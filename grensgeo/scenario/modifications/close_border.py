"""A border that is closed, in one of the two readings of that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import TEXT, documented, option
from grensgeo.errors import InputError
from grensgeo.modes import TRIP_MODES
from grensgeo.scenario.modification import Modification

if TYPE_CHECKING:
    from grensgeo.errors import Faults
    from grensgeo.scenario.situation import Situation

_DESTINATIONS, _ROUTING = "destinations", "routing"


@documented
@dataclass(frozen=True)
class CloseBorder(Modification):
    """Close the border: foreign destinations dropped, or foreign routing forbidden.

    Dropped destinations change no time: one may drive through the other country, and what lies
    there does not count. Without foreign routing no street or line abroad is used, not even on the
    way to a place in the own country.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        If it is neither of the two.

    Examples
    --------
    >>> CloseBorder("routing").describe()
    'border closed: foreign routing forbidden'
    """

    kind: ClassVar[str] = "close-border"

    closed: str = field(
        metadata=option(
            TEXT, "what is closed: `destinations` across do not count, or no `routing` across",
            choices=(_DESTINATIONS, _ROUTING),
        )
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the field."""
        if self.closed not in (_DESTINATIONS, _ROUTING):
            text = f"closed: {self.closed!r}; choose {_DESTINATIONS} or {_ROUTING}"
            raise InputError("choice-unknown", f"{self.kind}: {text}")

    @property
    def parts(self) -> tuple[str, ...]:
        """The trips, or the terms of the border."""
        return ("trips",) if self.closed == _ROUTING else ("border",)

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return TRIP_MODES if self.closed == _ROUTING else ()

    def describe(self) -> str:
        """Return in plain English what it does."""
        if self.closed == _ROUTING:
            return "border closed: foreign routing forbidden"
        return "border closed: foreign destinations dropped"

    def changed(self, situation: Situation, faults: Faults) -> Situation:
        """Return a situation with the border closed."""
        del faults
        if self.closed == _ROUTING:
            trips = situation.trips.items()
            return replace(
                situation,
                trips={name: replace(trip, foreign_routing=False) for name, trip in trips},
            )
        if situation.border is None:
            return situation
        terms = replace(situation.border, foreign_destinations=False)
        return replace(situation, border=terms)
