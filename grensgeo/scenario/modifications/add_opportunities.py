"""Opportunities that are new."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import NUMBER, documented, option
from grensgeo.errors import Faults, InputError
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.modification import RegionModification
from grensgeo.scenario.region_changes import (
    AT,
    OPPORTUNITY,
    PLACE,
    cells_at,
    known_opportunity,
    place_faults,
    place_text,
    shared_over,
    with_counts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.region.region import Region


@documented
@dataclass(frozen=True)
class AddOpportunities(RegionModification):
    """Add opportunities at a place, such as the jobs of a new business park.

    What there is in the other cells stays as it is.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> AddOpportunities("jobs", 500, place="GM0153").describe()
    '500 more jobs at GM0153'
    """

    kind: ClassVar[str] = "add-opportunities"

    opportunity: str = field(metadata=OPPORTUNITY)
    count: float = field(metadata=option(NUMBER, "how many more", above=0))
    place: str | None = field(default=None, metadata=PLACE)
    at: Sequence[float] | None = field(default=None, metadata=AT)

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = number_faults(self.record(), {"count": self.count})
        faults += place_faults(self.place, self.at)
        if faults:
            raise InputError.of(faults, where=self.kind)
        if self.at is not None:
            object.__setattr__(self, "at", tuple(self.at))

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"{self.count:g} more {self.opportunity} at {place_text(self.place, self.at)}"

    def changed_region(self, region: Region, faults: Faults) -> Region:
        """Return a region with the opportunities, or itself with faults added."""
        wrong = Faults()
        cells = cells_at(region, self.place, self.at, wrong)
        if known_opportunity(region, self.opportunity, wrong) and not wrong:
            there = region.opportunities[self.opportunity].to_numpy(dtype=np.float64)
            more = shared_over(region, self.opportunity, cells, total=self.count, faults=wrong)
            if not wrong:
                return with_counts(region, {self.opportunity: there + more})
        faults += wrong
        return region
