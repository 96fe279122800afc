"""Opportunities that become more or fewer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import ANY_NAMES, NUMBER, TEXT, documented, option
from grensgeo.errors import Faults, InputError
from grensgeo.files.spoilt import doubt
from grensgeo.notes import Note
from grensgeo.scenario.checks import as_names, number_faults, unknown_name
from grensgeo.scenario.modification import RegionModification
from grensgeo.scenario.region_changes import known_opportunity, with_counts

if TYPE_CHECKING:
    from grensgeo.region.region import Region

#: A bound that catches a slip of the pen (a factor in percent).
_MAX_FACTOR = 10


@documented
@dataclass(frozen=True)
class ScaleOpportunities(RegionModification):
    """Scale opportunities by a factor, in places that fit all that is given.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> ScaleOpportunities(1.1, opportunities=("jobs",), country="DE").describe()
    '1.1 times the jobs in DE'
    """

    kind: ClassVar[str] = "scale-opportunities"

    factor: float = field(
        metadata=option(NUMBER, "what counts are multiplied by", least=0, most=_MAX_FACTOR)
    )
    opportunities: tuple[str, ...] = field(
        default=(),
        metadata=option(ANY_NAMES, "which, by the names that the region uses", absent="all"),
    )
    municipalities: tuple[str, ...] = field(
        default=(), metadata=option(ANY_NAMES, "codes of municipalities", absent="all of them")
    )
    areas: tuple[str, ...] = field(
        default=(), metadata=option(ANY_NAMES, "areas of the region", absent="all of them")
    )
    country: str | None = field(
        default=None, metadata=option(TEXT, "only in this country", absent="in all")
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        faults += number_faults(self.record(), {"factor": self.factor})
        for name in ("opportunities", "municipalities", "areas"):
            names, wrong = as_names(getattr(self, name), name=name)
            faults += wrong
            object.__setattr__(self, name, names)
        if faults:
            raise InputError.of(faults, where=self.kind)

    def describe(self) -> str:
        """Return in plain English what it does."""
        what = ", ".join(self.opportunities) or "opportunities"
        country = () if self.country is None else (self.country,)
        where = ", ".join((*self.municipalities, *self.areas, *country))
        return f"{self.factor:g} times the {what}{f' in {where}' if where else ''}"

    def changed_region(self, region: Region, faults: Faults) -> Region:
        """Return a region with the counts, or itself with faults added."""
        wrong, towns = Faults(), region.municipalities
        chosen = np.ones(len(towns), dtype=bool)
        asked = {
            "region_code": self.municipalities,
            "area": self.areas,
            "country": () if self.country is None else (self.country,),
        }
        for column, names in asked.items():
            known = towns[column].unique().tolist()
            lost = [name for name in names if name not in known]
            wrong += [unknown_name(name, known, column) for name in lost]
            if names:
                chosen &= towns[column].isin(names).to_numpy()
        named = [name for name in self.opportunities if known_opportunity(region, name, wrong)]
        if not wrong and not chosen.any():
            wrong.add("nothing-selected", f"{self.describe()!r} fits no municipality")
        faults += wrong
        if wrong:
            return region
        own = region.cells["region_code"].isin(towns.index[chosen]).to_numpy()
        counts = {}
        for name in named or list(region.opportunities):
            there = region.opportunities[name].to_numpy(dtype=np.float64)
            counts[name] = np.where(own, there * self.factor, there)
        if self.factor == 0:
            doubt([Note("doubts.nothing-left", what=", ".join(counts))], stacklevel=4)
        return with_counts(region, counts, scaled=True)
