"""What part of foreign opportunities is open to those who come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from grensgeo.border.matching import Match, Matching
from grensgeo.declared import NUMBER, TEXT, documented, option
from grensgeo.errors import Faults, InputError
from grensgeo.scenario.border_changes import FROM, TO
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.modification import Modification

if TYPE_CHECKING:
    from grensgeo.scenario.situation import Situation


@documented
@dataclass(frozen=True)
class SetMatching(Modification):
    """Set what part of the opportunities across is open: diplomas, language, law.

    Of several weights that hold, the one that asks for most counts. A weight by sector, level or
    language needs opportunities that tell these; counts by country, as a study has them, do not.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> SetMatching(0.5, to_country="DE").describe()
    'matching 0.5 to_country DE'
    """

    kind: ClassVar[str] = "matching"

    weight: float = field(metadata=option(NUMBER, "part that counts", least=0, most=1))
    from_country: str | None = field(default=None, metadata=FROM)
    to_country: str | None = field(default=None, metadata=TO)
    sector: str | None = field(
        default=None, metadata=option(TEXT, "sector, as the table writes it", absent="all")
    )
    level: str | None = field(
        default=None, metadata=option(TEXT, "level, as the table writes it", absent="all")
    )
    language: str | None = field(
        default=None, metadata=option(TEXT, "language, as the table writes it", absent="all")
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += number_faults(self.record(), {"weight": self.weight})
        if not faults:
            try:
                self._match()
            except InputError as error:
                faults += error.faults
        if faults:
            raise InputError.of(faults, where=self.kind)

    def _match(self) -> Match:
        return Match(
            self.weight, self.from_country, self.to_country, self.sector, self.level, self.language
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """The terms of the border alone."""
        return ("border",)

    def touches(self) -> tuple[str, ...]:
        """Return no mode: what is open to whom changes no time."""
        return ()

    def describe(self) -> str:
        """Return in plain English what it does."""
        return str(Matching((self._match(),)))

    def changed(self, situation: Situation, faults: Faults) -> Situation:
        """Return a situation with the weight."""
        del faults
        if situation.border is None:
            return situation
        own, before = self._match(), situation.border.matching
        kept = (rule for rule in before.rules if replace(rule, weight=0) != replace(own, weight=0))
        matching = Matching((*kept, own))
        return replace(situation, border=replace(situation.border, matching=matching))
