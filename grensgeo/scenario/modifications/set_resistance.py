"""Perceived minutes of a border."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from grensgeo.border.resistance import RESISTANCES, Resistance
from grensgeo.declared import NUMBER, TEXT, documented, option
from grensgeo.errors import Faults, InputError
from grensgeo.scenario.border_changes import FROM, TO
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.modification import Modification

if TYPE_CHECKING:
    from grensgeo.scenario.situation import Situation

#: More than this nobody has found; the most that is published is 46.
_MOST_MIN = 240


@documented
@dataclass(frozen=True)
class SetResistance(Modification):
    """Set the perceived minutes of crossing the border: they change what counts, and no time.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> SetResistance(minutes=23).describe()
    'resistance of 23 min'
    """

    kind: ClassVar[str] = "resistance"

    minutes: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "perceived minutes of a crossing", absent="`name` is needed",
            least=0, most=_MOST_MIN,
        ),
    )  # fmt: skip
    name: str | None = field(
        default=None,
        metadata=option(
            TEXT, "a resistance that was found, by name", absent="`minutes` are needed",
            choices=tuple(RESISTANCES),
        ),
    )  # fmt: skip
    from_country: str | None = field(default=None, metadata=FROM)
    to_country: str | None = field(default=None, metadata=TO)

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += number_faults(self.record(), {"minutes": self.minutes})
        if (self.minutes is None) == (self.name is None):
            faults.add("give-exactly-one", "give one of minutes and name")
        if self.name is not None and self.name not in RESISTANCES:
            known = ", ".join(RESISTANCES)
            faults.add("choice-unknown", f"name: {self.name!r} is not known; choose {known}")
        if (self.from_country is None) != (self.to_country is None):
            faults.add("option-missing", "give both from_country and to_country, or neither")
        if self.name is not None and self.from_country is not None:
            faults.add("option-unfit", "a known resistance has its own directions; give minutes")
        if not faults and self.from_country is not None and self.to_country is not None:
            try:
                Resistance({(self.from_country, self.to_country): self.minutes or 0.0})
            except InputError as error:
                faults += error.faults
        if faults:
            raise InputError.of(faults, where=self.kind)

    @property
    def parts(self) -> tuple[str, ...]:
        """The terms of the border alone."""
        return ("border",)

    def touches(self) -> tuple[str, ...]:
        """Return no mode: perceived minutes change no time."""
        return ()

    def describe(self) -> str:
        """Return in plain English what it does."""
        if self.name is not None:
            return f"resistance {self.name}"
        way = "" if self.from_country is None else f" {self.from_country} to {self.to_country}"
        return f"resistance of {self.minutes:g} min{way}"

    def changed(self, situation: Situation, faults: Faults) -> Situation:
        """Return a situation with the resistance."""
        del faults
        if situation.border is None:
            return situation
        before = situation.border.resistance
        if self.name is not None:
            found = RESISTANCES[self.name]
        elif self.from_country is None or self.to_country is None:
            found = Resistance({}, elsewhere_min=float(self.minutes or 0.0))
        else:
            way = {(self.from_country, self.to_country): float(self.minutes or 0.0)}
            found = replace(before, minutes={**before.minutes, **way}, source="")
        return replace(situation, border=replace(situation.border, resistance=found))
