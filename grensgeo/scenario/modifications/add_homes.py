"""Homes that are new."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import WHOLE, documented, option
from grensgeo.errors import Faults, InputError
from grensgeo.region.sharing import apportion
from grensgeo.scenario.modification import RegionModification
from grensgeo.scenario.region_changes import (
    AT,
    PLACE,
    cells_at,
    place_faults,
    place_text,
    with_people,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.region.region import Region


@documented
@dataclass(frozen=True)
class AddHomes(RegionModification):
    """Add inhabitants at a place, such as those of a new neighbourhood.

    Means over inhabitants follow; opportunities stay where they are, even those that were shared
    out by inhabitants.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> AddHomes(1200, at=(6.9, 52.2)).describe()
    '1200 more inhabitants at (6.9, 52.2)'
    """

    kind: ClassVar[str] = "add-homes"

    inhabitants: int = field(metadata=option(WHOLE, "how many people more", least=1))
    place: str | None = field(default=None, metadata=PLACE)
    at: Sequence[float] | None = field(default=None, metadata=AT)

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        number = self.inhabitants
        if isinstance(number, bool) or not isinstance(number, int | np.integer) or number < 1:
            faults.add("out-of-range", f"inhabitants: {number!r} is no whole number of 1 or more")
        faults += place_faults(self.place, self.at)
        if faults:
            raise InputError.of(faults, where=self.kind)
        if self.at is not None:
            object.__setattr__(self, "at", tuple(self.at))

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"{self.inhabitants} more inhabitants at {place_text(self.place, self.at)}"

    def changed_region(self, region: Region, faults: Faults) -> Region:
        """Return a region with the inhabitants, or itself with faults added."""
        wrong = Faults()
        cells = cells_at(region, self.place, self.at, wrong)
        faults += wrong
        if wrong:
            return region
        people = region.cells["population"].to_numpy(dtype=np.float64)[cells]
        more = np.zeros(len(cells))
        weights = people if people.sum() > 0 else np.ones(len(people))
        more[cells] = apportion(weights, int(self.inhabitants))
        return with_people(region, more)
