"""Opportunities that move."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import NUMBER, TEXT, documented, option
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
    shared_over,
    with_counts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Flags
    from grensgeo.region.region import Region


@documented
@dataclass(frozen=True)
class MoveOpportunities(RegionModification):
    """Move opportunities from one place to another, such as a hospital to the edge of a town.

    Their sum over both places stays the same.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> MoveOpportunities("jobs", "GM0153", share=0.5, to_place="GM0168").describe()
    '50 % of the jobs of GM0153 to GM0168'
    """

    kind: ClassVar[str] = "move-opportunities"

    opportunity: str = field(metadata=OPPORTUNITY)
    from_place: str = field(
        metadata=option(TEXT, "id of the cell or code of the municipality that they leave")
    )
    count: float | None = field(
        default=None,
        metadata=option(NUMBER, "how many", absent="`share` is needed", above=0),
    )
    share: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "what part of those there, up to 1", absent="`count` is needed",
            above=0, most=1,
        ),
    )  # fmt: skip
    to_place: str | None = field(default=None, metadata=PLACE)
    to_at: Sequence[float] | None = field(default=None, metadata=AT)

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += number_faults(self.record(), {"count": self.count, "share": self.share})
        if (self.count is None) == (self.share is None):
            faults.add("give-exactly-one", "give one of count and share")
        faults += place_faults(self.from_place, None)
        faults += place_faults(self.to_place, self.to_at, name="to_")
        if faults:
            raise InputError.of(faults, where=self.kind)
        if self.to_at is not None:
            object.__setattr__(self, "to_at", tuple(self.to_at))

    def describe(self) -> str:
        """Return in plain English what it does."""
        where = self.to_place if self.to_at is None else f"({self.to_at[0]:g}, {self.to_at[1]:g})"
        many = f"{self.count:g}" if self.count is not None else f"{100 * (self.share or 0):g} %"
        return f"{many} of the {self.opportunity} of {self.from_place} to {where}"

    def changed_region(self, region: Region, faults: Faults) -> Region:
        """Return a region in which they have moved, or itself with faults added."""
        wrong = Faults()
        leave = cells_at(region, self.from_place, None, wrong)
        arrive = cells_at(region, self.to_place, self.to_at, wrong)
        if known_opportunity(region, self.opportunity, wrong) and not wrong:
            return self._moved(region, leave, arrive, faults)
        faults += wrong
        return region

    def _moved(self, region: Region, leave: Flags, arrive: Flags, faults: Faults) -> Region:
        """Return a region in which they have moved between cells."""
        name, wrong = self.opportunity, Faults()
        there = region.opportunities[name].to_numpy(dtype=np.float64)
        total = float(there[leave].sum())
        moved = self.count if self.count is not None else total * (self.share or 0.0)
        if moved > total * (1 + 1e-9):
            wrong.add(
                "out-of-range", f"count: {moved:g} {name}, and {self.from_place} has {total:g}"
            )
        if moved <= 0 and not np.isnan(total):
            wrong.add("out-of-range", f"{self.from_place} has no {name} that could move")
        less = shared_over(region, name, leave, total=moved, faults=wrong)
        # within one place they would be shared as they were
        more = shared_over(region, name, arrive, total=moved, faults=wrong)
        faults += wrong
        if wrong:
            return region
        return with_counts(region, {name: np.maximum(there - less, 0.0) + more})
